"""Lines of a text without format, with the emphasis that markdown gives them, and what of them is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from docgen.problems import Message, msg
from docgen.reading.folding import fold_each, squeeze
from docgen.recovery.plain_tabs import set_tabs
from docgen.vietnamese import control_characters, nfc

#: nothing but the signs of a drawn line
RULE = re.compile(r"[\s\-_=~–—─━‐‑*]*(?:[-_=~–—─━‐‑]{3,}|\*{3,}|(?:\*\s+){2,}\*)[\s\-_=~–—─━‐‑*]*")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"), " ")
#: the letter of another language that web pages write for đ
LETTERS = {0xD0: "Đ", 0xF0: "đ"}

PLAIN, BOLD, ITALIC, BOTH = "n", "b", "i", "x"
#: a break inside a line, which no text has once it is normalised
BREAK = "\v"
#: an upright line that is a word of the text and parts no cells, as a character of no language
PIPE = "\ue07c"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the source that stand in no paragraph, and why; ``number``: the line they stand on, from 1."""

    text: str
    why: Message
    number: int


@dataclass(frozen=True)
class Line:
    """One line, without white space at its ends. ``looks`` has a sign for each letter (plain, bold, italic, both).

    ``gap``: empty lines above; ``indent``: spaces before it; ``apart``: it never goes on the line above (markdown's headings);
    ``ruled``: a line is drawn below it; ``page``: a page begins with it; ``number``: its place in the source, from 1.
    """

    text: str
    looks: str
    gap: int = 0
    indent: int = 0
    apart: bool = False
    ruled: bool = False
    page: bool = False
    number: int = 0

    @cached_property
    def words(self) -> str:
        """Its letters folded, with single spaces."""
        return squeeze(fold_each(self.text))

    @property
    def is_rule(self) -> bool:
        """Whether it is nothing but a drawn line."""
        return RULE.fullmatch(self.text) is not None

    @property
    def is_capital(self) -> bool:
        """Whether it is written in capitals; a few small letters, as codes have them, do not count."""
        letters = [c for c in self.text if c.isalpha()]
        return bool(letters) and sum(map(str.isupper, letters)) >= 0.85 * len(letters)

    @property
    def is_bold(self) -> bool:
        """Whether all its letters are bold."""
        return all(look in (BOLD, BOTH) for c, look in zip(self.text, self.looks, strict=True) if not c.isspace())

    def piece(self, start: int, end: int | None = None) -> Line:
        """The letters from ``start`` to ``end`` without white space at their ends; they begin and end where they stood."""
        text = self.text[start:end]
        low = start + len(text) - len(text.lstrip())
        high = low + len(text.strip())
        return replace(self, text=self.text[low:high], looks=self.looks[low:high], indent=self.indent + low)

    def cut_at_breaks(self) -> Iterator[Line]:
        """Its pieces between breaks, some of them maybe empty."""
        at = 0
        for part in self.text.split(BREAK):
            yield self.piece(at, at + len(part))
            at += len(part) + 1

    def squeezed(self) -> Line:
        """The same with single spaces between words."""
        if "  " not in self.text:
            return self
        kept = [i for i, c in enumerate(self.text) if c != " " or self.text[i - 1] != " "]
        return replace(self, text="".join(self.text[i] for i in kept), looks="".join(self.looks[i] for i in kept))

    def joined(self, other: Line) -> Line:
        """This line with ``other`` behind it."""
        between = PLAIN if self.looks[-1:] != other.looks[:1] else self.looks[-1:]
        text, looks = f"{self.text} {other.text}", self.looks + between + other.looks
        return replace(self, text=text, looks=looks, ruled=other.ruled)


@dataclass(slots=True, eq=False)
class Grid:
    """A table: rows of cells of lines. ``data``: it shows its borders; else it only sets columns side by side.

    ``aligns``: the sides of its columns where the source tells, empty strings where it does not.
    """

    rows: list[list[list[Line]]]
    data: bool = True
    gap: int = 0
    aligns: tuple[str, ...] = ()

    @property
    def lines(self) -> Iterator[Line]:
        """All its lines, row by row."""
        for row in self.rows:
            for cell in row:
                yield from cell


Item = Line | Grid


@dataclass(slots=True)
class Pages:
    """What one text is taken apart to: its items from above, and what was left out of them."""

    items: list[Item]
    left: list[LeftOut] = field(default_factory=list)

    def leave(self, line: Line, why: Message) -> None:
        """Leave a line out; a drawn line holds no words."""
        if any(c.isalnum() for c in line.text):
            self.left.append(LeftOut(line.text, why, line.number))


ABOVE = msg("It stands above the head of the document.")
BEHIND = msg("It stands behind the end of the document.")
FOOTNOTE = msg("It is a footnote.")
STAMP = msg("It belongs to the stamp of a digital signature.")
HAS_SIGNED = msg("It says that somebody has signed.")
#: what a copy has in place of a signature, and what may follow it; patterns that any writing of capitals meets
SIGNED_WORDS = r"đã ký(?:\s+(?:tên|số))?"
SEALED_WORDS = r"(?:\s*(?:,|và|,\s*và)?\s*(?:đóng dấu|ghi rõ họ tên))*"
PAGE_NUMBER = msg("It is the number of a page.")
LINK = msg("It is the address of a link or a picture.")
PICTURE = msg("It is the address of a picture; the words that tell what it shows stand in the text.")
MARKUP = msg("It is markup that prints nothing.")


def make_line(text: str, looks: str = "", *, gap: int = 0, apart: bool = False, number: int = 0) -> Line:
    """A line of ``text`` with its indent taken off."""
    return Line(text, looks or PLAIN * len(text), gap, apart=apart, number=number).piece(0)


def normalise(text: str) -> str:
    """``text`` in NFC with single line ends; what no document can hold, and characters without width, are taken out."""
    text = nfc(_UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    text = text.translate(LETTERS | _SPACES).replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\x85", "\n").replace("\x0b", "\n")
    unheld = {c for _, c in control_characters(text)} - {"\f"}
    text = text.translate(dict.fromkeys(map(ord, unheld)))
    return "\n".join(set_tabs(text.split("\n")))
