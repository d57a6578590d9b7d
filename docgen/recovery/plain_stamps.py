"""What a page shows that is no part of the document: stamps of digital signatures, numbers of pages."""

from __future__ import annotations

import re
from itertools import pairwise

from docgen.recovery.plain_lines import HAS_SIGNED, PAGE_NUMBER, SEALED_WORDS, SIGNED_WORDS, STAMP, LeftOut

_SEGMENT = re.compile(r"\S(?:.*?\S)??(?=\s{3,}|$)")
_SIGNED = re.compile(
    r"(?:(?:được )?ký (?:số )?bởi|người ký|ngày ký|thời gian ký|giờ ký)\s*:"
    r"|digitally signed by\b|signature (?:not verified|valid)\b",
    re.IGNORECASE,
)
_HAS_SIGNED = re.compile(rf"[(\[]?\s*(?:{SIGNED_WORDS}|ký tên){SEALED_WORDS}\s*[)\]]?", re.IGNORECASE)
#: the other lines of a stamp, which mean something else anywhere else
_BESIDE = re.compile(
    r"(?:email|e-mail|cơ quan|tổ chức|chức vụ|location|reason|date|dn|lý do|vị trí)\s*:|foxit\b|\d{2}:\d{2}:\d{2}", re.IGNORECASE
)
#: lines between those of one stamp at most
_NEAR = 4
#: spaces before a number in the middle of a page
_PUSHED = 20
#: lines of a page at least
_PAGE = 20


def take_stamps(text: str, left: list[LeftOut]) -> str:
    """``text`` with blanks for the stamps of signatures, digital or written as ``(Đã ký)``; their words go to ``left``."""
    lines = text.split("\n")
    signed = [i for i, line in enumerate(lines) if any(_SIGNED.match(m[0]) for m in _SEGMENT.finditer(line))]
    for i, line in enumerate(lines):
        near = any(abs(i - other) <= _NEAR for other in signed)
        for match in _SEGMENT.finditer(line):
            if _HAS_SIGNED.fullmatch(match[0]):
                left.append(LeftOut(match[0], HAS_SIGNED, i + 1))
            elif near and (_SIGNED.match(match[0]) or _BESIDE.match(match[0])):
                left.append(LeftOut(match[0], STAMP, i + 1))
            else:
                continue
            lines[i] = lines[i][: match.start()] + " " * len(match[0]) + lines[i][match.end() :]
    return "\n".join(lines)


def take_page_numbers(text: str, left: list[LeftOut]) -> list[tuple[int, str]]:
    """The lines of ``text`` with their numbers, from 1, without page numbers and the edges of pages, over which sentences go on.

    A page number stands alone at such an edge, or in the middle of a line of its own. Without edges it is known by the numbers
    of the other pages and by their distance.
    """
    numbers: list[int] = []
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        parts = line.replace("\f", "\n\f\n").split("\n")
        lines += parts
        numbers += [number] * len(parts)
    edges = {i for i, line in enumerate(lines) if line == "\f"}
    gone = set(edges) | _alone_in_order(lines)
    left += [LeftOut(lines[i].strip(), PAGE_NUMBER, numbers[i]) for i in sorted(gone - edges)]
    # most first pages show no number
    following = range(1, 3)
    for i, line in enumerate(lines):
        bare = line.strip().strip("-–— ")
        if not bare.isdecimal() or len(bare) > 3 or len(line.strip()) > 7:
            continue
        alone = all(not lines[j].strip(" |") for j in (i - 1, i + 1) if 0 <= j < len(lines))
        pushed = len(line) - len(line.lstrip()) >= _PUSHED and (alone or int(bare) in following)
        near = any(j in edges for j in range(i - 3, i + 4))
        beside = int(bare) in following and {_next_with_words(lines, i, -1), _next_with_words(lines, i, 1)} & edges
        if i not in gone and (pushed or beside or (alone and near)):
            left.append(LeftOut(bare, PAGE_NUMBER, numbers[i]))
            gone.add(i)
            following = range(int(bare) + 1, int(bare) + 2)
    for i in sorted(gone):
        for step in (-1, 1):
            j = i + step
            while 0 <= j < len(lines) and (j in gone or not lines[j].strip()):
                gone.add(j)
                j += step
    return [(number, line) for i, (number, line) in enumerate(zip(numbers, lines, strict=True)) if i not in gone]


def _next_with_words(lines: list[str], at: int, step: int) -> int:
    """The place of the next line, or edge of a page, above or below that is not blank."""
    at += step
    while 0 <= at < len(lines) and not lines[at].strip(" "):
        at += step
    return at


def _alone_in_order(lines: list[str]) -> set[int]:
    """The lines that number the pages of a text without edges: all its lone figures, counted up from 2, each a page apart."""
    if "\f" in lines:
        return set()
    alone = [i for i, line in enumerate(lines) if line.strip().isdecimal()]
    counted = [int(lines[i]) for i in alone] == list(range(2, 2 + len(alone)))
    return set(alone) if counted and all(b - a >= _PAGE for a, b in pairwise([0, *alone])) else set()
