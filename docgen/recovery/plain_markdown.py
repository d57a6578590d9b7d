"""Markdown's signs taken off: headings, emphasis, links, lists; what they say becomes the look of the letters."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from docgen.recovery.plain_lines import BOLD, BOTH, BREAK, ITALIC, LETTERS, LINK, MARKUP, PICTURE, PIPE, PLAIN, LeftOut, Line, make_line
from docgen.vietnamese import nfc

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})(.*)$")
_BULLET = re.compile(r"^(\s*)[*+-]\s+(?=\S)")
_LINK = re.compile(r"(!?)\[([^\[\]]*)\]\(\s*<?([^()\s>]*(?:\([^()\s]*\)[^()\s>]*)*)>?(?:\s+[\"'][^\"'\n]*[\"'])?\s*\)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
#: white space that entities may stand for
_WHITE = re.compile(r"[\u00a0\t\n\v\f\r\x85\u2028\u2029]")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"(?<![\w\\])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)|(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*])\3", re.DOTALL)
#: asterisks whose other half is missing, beside a word
_LEFT_OVER = re.compile(r"(?<![\w*])\*{2,}(?=\w)|(?<=[\w.,;:!?)])\*{2,}(?![\w*])")
#: escaped signs are carried through the search for emphasis as characters of no language
_HIDDEN = 0xE000
_STAR = chr(_HIDDEN + ord("*"))


def looks_like_markdown(text: str) -> bool:
    """Whether ``text`` holds signs that only markdown has."""
    return re.search(r"(?m)^#{1,6} \S|\*\*\S|^\s*\|?\s*:?-{3,}:?\s*\|", text) is not None


def read_markdown(lines: Iterable[tuple[int, str]], left: list[LeftOut]) -> list[Line]:
    """``lines`` of a normalised text in markdown, with their numbers, ``gap`` telling the empty ones; ``left`` takes addresses.

    A break that markup makes inside a line stands in it as ``BREAK``.
    """
    out: list[Line] = []
    block: list[tuple[int, str]] = []
    gap = 0

    def close() -> None:
        nonlocal gap
        if block:
            found = _emphasised("\n".join(line for _, line in block))
            for i, ((number, _), (words, looks)) in enumerate(zip(block, found, strict=True)):
                out.append(make_line(words, looks, gap=0 if i else gap, number=number))
            gap = 0
            block.clear()

    for number, raw in lines:
        line = _QUOTE.sub("", raw)
        if fence := _FENCE.match(line):
            close()
            if fence[1].strip():
                left.append(LeftOut(fence[1].strip(), MARKUP, number))
            continue
        line = _plain_links(line, number, left)
        if not line.strip():
            close()
            gap += 1
        elif heading := _HEADING.match(line):
            close()
            ((words, looks),) = _emphasised(heading[1])
            look = {PLAIN: BOLD, ITALIC: BOTH}
            out.append(make_line(words, "".join(look.get(c, c) for c in looks), gap=gap, apart=True, number=number))
            gap = 0
        else:
            block.append((number, _BULLET.sub(lambda m: f"{m[1]}{'+' if len(m[1]) >= 2 else '-'} ", line, count=1)))
    close()
    return [line for line in out if line.text]


def _plain_links(line: str, number: int, left: list[LeftOut]) -> str:
    def one(match: re.Match[str]) -> str:
        if match[3]:
            left.append(LeftOut(match[3], PICTURE if match[1] and match[2] else LINK, number))
        return match[2]

    line = _LINK.sub(one, line)
    for tag in _TAG.findall(line):
        if _BREAK.fullmatch(tag) is None and any(c.isspace() for c in tag):
            left.append(LeftOut(tag, MARKUP, number))
    shown = _TAG.sub("", _BREAK.sub(BREAK, line))
    return BREAK.join(nfc(_WHITE.sub(" ", html.unescape(part)).translate(LETTERS)) for part in shown.split(BREAK))


def _emphasised(block: str) -> list[tuple[str, str]]:
    """Each line of ``block`` with the looks of its letters; emphasis may go over the ends of lines."""
    block = _ESCAPE.sub(lambda match: chr(_HIDDEN + ord(match[1])), block)
    lines = block.split("\n")
    # a line of signs alone emphasises nothing
    held = [line if any(c.isalnum() for c in line) else line.replace("*", _STAR) for line in lines]
    letters = _spread("\n".join(held), False, False)
    found: list[tuple[str, str]] = [("", "")]
    for c, look in letters:
        if c == "\n":
            found.append(("", ""))
        else:
            shown = chr(ord(c) - _HIDDEN) if _HIDDEN <= ord(c) < _HIDDEN + 128 and c != PIPE else c
            found[-1] = found[-1][0] + shown, found[-1][1] + look
    return found


def _spread(text: str, bold: bool, italic: bool) -> list[tuple[str, str]]:
    """Letters with their looks."""
    out: list[tuple[str, str]] = []
    at = 0
    look = BOTH if bold and italic else BOLD if bold else ITALIC if italic else PLAIN
    for match in _EMPHASIS.finditer(text):
        if text[match.start() - 1 : match.start()].isalnum() and text[match.end() : match.end() + 1].isalnum():
            # 5*3*2 is no emphasis
            continue
        out += [(c, look) for c in _LEFT_OVER.sub("", text[at : match.start()])]
        marks, inner = match[1] or match[3], match[2] or match[4]
        out += _spread(inner, bold or len(marks) > 1, italic or len(marks) != 2)
        at = match.end()
    return out + [(c, look) for c in _LEFT_OVER.sub("", text[at:])]
