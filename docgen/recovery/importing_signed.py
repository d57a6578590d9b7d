"""Lines of a Word file that only say that somebody signs, or how to reach him, taken off before it is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from docgen.ooxml.content import Paragraph, Story
from docgen.problems import Message, msg
from docgen.reading.pieces import Piece, lines_of
from docgen.reading.signatures import is_name
from docgen.reading.words import Words, load_words
from docgen.recovery.plain_lines import HAS_SIGNED, SEALED_WORDS, SIGNED_WORDS

_CONTACT = msg("It says how to reach the signer.")
_HAS_SIGNED = re.compile(rf"[(\[]\s*{SIGNED_WORDS}{SEALED_WORDS}\s*[)\]]|đã ký", re.IGNORECASE)
#: the same words stand in forms that somebody is to sign, so a name must follow
_TO_SIGN = re.compile(r"[(\[]\s*(?:ký|ký tên|chữ ký)\b[^()\[\]]{0,60}[)\]]", re.IGNORECASE)
_REACHED = re.compile(r"\(?(?:sđt|đt|số điện thoại|điện thoại|di động|tel|mobile|e-?mail|zalo)\s*[.:].{3,60}", re.IGNORECASE)
#: lines above among which the signer's office stands
_NEAR = 10
#: letters and blanks of a line that may be one of them, at most
_LONGEST = 120


class Signed(NamedTuple):
    """A line that was taken off, why, and the index of its paragraph."""

    text: str
    why: Message
    paragraph: int


def take_signed(story: Story) -> list[Signed]:
    """Take such lines off the paragraphs of ``story``."""
    known = load_words()
    found: list[Signed] = []
    # in nearly all files only the cell of the signature is looked at line by line
    columns: dict[int, list[Piece]] = {id(one.cell): [] for one in story.paragraphs if _may_hold(one.text)}
    for at, paragraph in enumerate(story.paragraphs if columns else ()):
        if (column := columns.get(id(paragraph.cell))) is not None:
            column += lines_of(paragraph, at)
    gone: list[Piece] = []
    for lines in columns.values():
        for i, line in enumerate(lines):
            why = _why(lines, i, known)
            if why is not None:
                gone.append(line)
                found.append(Signed(" ".join(line.text.split()), why, line.paragraph.index))
    for line in reversed(gone):
        _cut(line.paragraph, line.start, line.end)
    return sorted(found, key=lambda one: one.paragraph)


def _may_hold(text: str) -> bool:
    """Whether one of the lines of ``text`` reads as such a line."""
    lines = (line.strip() for line in text.split("\n") if len(line) < _LONGEST)
    return any(shape.fullmatch(line) for line in lines for shape in (_HAS_SIGNED, _TO_SIGN, _REACHED))


def _why(lines: Sequence[Piece], at: int, known: Words) -> Message | None:
    """Why a line is taken off, if it is."""
    text = lines[at].text
    if _HAS_SIGNED.fullmatch(text):
        return HAS_SIGNED
    to_sign = _TO_SIGN.fullmatch(text)
    if not to_sign and not _REACHED.fullmatch(text):
        return None
    beside = lines[at + 1 : at + 2] if to_sign else lines[max(at - 1, 0) : at]
    named = any(is_name(line, known) for line in beside)
    if not named or not any(_is_office(line, known) for line in lines[max(at - _NEAR, 0) : at]):
        return None
    return HAS_SIGNED if to_sign else _CONTACT


def _is_office(line: Piece, known: Words) -> bool:
    return line.capital and bool(known.authority.match(line.words) or known.offices.match(line.words))


def _cut(paragraph: Paragraph, start: int, end: int) -> None:
    """Take letters out of ``paragraph``, with the break of their line."""
    text = paragraph.text
    if text[end : end + 1] == "\n":
        end += 1
    elif text[start - 1 : start] == "\n":
        start -= 1
    paragraph.text = text[:start] + text[end:]
    for run in paragraph.runs:
        run.start, run.end = (place if place <= start else max(place - (end - start), start) for place in (run.start, run.end))
    paragraph.runs = [run for run in paragraph.runs if run.start < run.end]
    if paragraph.break_at is not None and paragraph.break_at > start:
        paragraph.break_at = max(paragraph.break_at - (end - start), start)
