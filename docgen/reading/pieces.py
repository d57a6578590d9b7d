"""Printed stretches of a paragraph: its lines, and what tabs or wide gaps set side by side on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.ooxml.content import Paragraph, Run, Table
from docgen.reading.folding import fold_each, squeeze

_BLANKS = " \t\n\u00a0\u00ad"
_GAP = re.compile(r"[ \u00a0]*\t[ \u00a0\t]*|[ \u00a0]{4,}")
_BOLD_FONT = re.compile(r"\bbold$", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Piece:
    """``paragraph.text[start:end]`` without spaces at its ends; ``at`` is the paragraph's place in the story.

    ``words``: the same folded, with single spaces. ``slot``: 0 at the left, 1 behind a gap; ``shared``: another piece stands on
    its line.
    """

    paragraph: Paragraph
    at: int
    start: int
    end: int
    words: str
    slot: int = 0
    shared: bool = False

    @property
    def text(self) -> str:
        """Its letters."""
        return self.paragraph.text[self.start : self.end]

    @property
    def runs(self) -> list[Run]:
        """The runs that set its letters."""
        return self.paragraph.runs_in(self.start, self.end)

    @property
    def bold(self) -> bool:
        """Whether most of its letters are bold."""
        return bold_share(self.paragraph, self.start, self.end) > 0.5

    @property
    def capital(self) -> bool:
        """Whether it is printed in capitals; a few small letters, as codes have them, do not count."""
        letters = [c for c in self.text if c.isalpha()]
        if not letters:
            return False
        if sum(map(str.isupper, letters)) >= 0.85 * len(letters):
            return True
        return all(run.format.caps for run in self.runs)

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle of its line, be it by tabs or spaces."""
        before = self.paragraph.text[: self.start]
        return self.paragraph.format.align == "center" or "\t\t" in before or len(before) >= 8


def bold_share(paragraph: Paragraph, start: int, end: int) -> float:
    """How many of the letters between ``start`` and ``end`` are bold, from 0 to 1."""
    runs = paragraph.runs_in(start, end)
    if len(runs) == 1 and start < end:
        return float(is_bold(runs[0]))
    bold = total = 0
    for run in runs:
        size = min(run.end, end) - max(run.start, start)
        total += size
        if is_bold(run):
            bold += size
    return bold / total if total else 0.0


def is_bold(run: Run) -> bool:
    """Whether a run prints bold, be it by its font alone."""
    look = run.format
    return look.bold or _BOLD_FONT.search(look.font) is not None


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without white space at its ends."""
    if start < end and text[start] not in _BLANKS and text[end - 1] not in _BLANKS:
        return start, end
    part = text[start:end]
    return start + len(part) - len(part.lstrip(_BLANKS)), end - len(part) + len(part.rstrip(_BLANKS))


def lines_of(paragraph: Paragraph, at: int) -> Iterator[Piece]:
    """The non-empty lines of a paragraph, cut at its line breaks."""
    text, begin = paragraph.text, 0
    for line in text.split("\n"):
        start, end = trim(text, begin, begin + len(line))
        if start < end:
            yield Piece(paragraph, at, start, end, squeeze(fold_each(text[start:end])))
        begin += len(line) + 1


def halves_of(line: Piece) -> Iterator[Piece]:
    """What stands at the left and at the right of a line; one piece where there is no gap."""
    text = line.paragraph.text
    found = [m for m in _GAP.finditer(text, line.start, line.end) if m.start() > line.start]
    if not found:
        yield line
        return
    # a line that is only pushed in has its gap before it; of several gaps the widest parts the columns
    gap = max(found, key=lambda m: m.end() - m.start() + 8 * m.group().count("\t"))
    yield from halve(line, gap.start(), gap.end())


def halve(line: Piece, gap_start: int, gap_end: int) -> list[Piece]:
    """What stands before and behind a gap, without empty halves."""
    text, halves = line.paragraph.text, []
    for slot, (start, end) in enumerate(((line.start, gap_start), (gap_end, line.end))):
        start, end = trim(text, start, end)
        if start < end:
            halves.append(Piece(line.paragraph, line.at, start, end, squeeze(fold_each(text[start:end])), slot, True))
    return halves


def outer_table(paragraph: Paragraph) -> Table | None:
    """The outermost table that a paragraph stands in."""
    if paragraph.cell is None:
        return None
    table = paragraph.cell.table
    while table.parent is not None:
        table = table.parent.table
    return table


def head_table(paragraph: Paragraph) -> Table | None:
    """The innermost table of several columns that a paragraph stands in, else the outermost: a table may frame a whole text."""
    if paragraph.cell is None:
        return None
    table = paragraph.cell.table
    while table.parent is not None and len(table.grid) < 2:
        table = table.parent.table
    return table


def is_within(paragraph: Paragraph, table: Table | None) -> bool:
    """Whether a paragraph stands in ``table`` or in a table inside it."""
    cell = paragraph.cell
    while cell is not None:
        if cell.table is table:
            return True
        cell = cell.table.parent
    return False


def end_of_table(paragraphs: Sequence[Paragraph], at: int) -> int:
    """The place behind the last paragraph of the outermost table around paragraph ``at``."""
    table = outer_table(paragraphs[at])
    while at < len(paragraphs) and outer_table(paragraphs[at]) is table:
        at += 1
    return at


def start_of_table(paragraphs: Sequence[Paragraph], at: int) -> int:
    """The place of the first paragraph of the outermost table around paragraph ``at``."""
    table = outer_table(paragraphs[at])
    while at > 0 and outer_table(paragraphs[at - 1]) is table:
        at -= 1
    return at
