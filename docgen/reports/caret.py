"""A line of a file with a caret under the place that is meant, in the cells of a terminal."""

from __future__ import annotations

import unicodedata

TAB = 4
"""Cells from one tab stop to the next in a printed line."""

WIDTH = 150
"""Cells of a long line that are shown around the place."""


def draw_caret(line: str, column: int | None, end_column: int | None) -> tuple[str, str]:
    """``line`` as it can be printed, and the line ``^~~~`` that goes under it (empty without a ``column``).

    ``column`` counts characters of ``line`` from 1, ``end_column`` is exclusive. Tabs become spaces in both lines; a wide
    character takes two cells, a combining one none. Of a very long line the part around the place is shown.
    """
    line = line.rstrip("\r\n")
    first = max((column or 1) - 1, 0)
    last = max((end_column or 0) - 1, first + 1)
    cells: list[str] = []
    starts: list[int] = []
    width = 0
    for character in line:
        starts.append(width)
        shown = " " * (TAB - width % TAB) if character == "\t" else make_printable(character)
        cells.append(shown)
        width += sum(measure_cells(c) for c in shown)
    starts.append(width)
    begin = starts[min(first, len(line))]
    end = max(starts[min(last, len(line))], begin + 1)
    shown, shift = _cut("".join(cells), begin)
    if column is None:
        return shown, ""
    marks = "^" + "~" * (end - begin - 1)
    return shown, (" " * (begin - shift) + marks)[: WIDTH + 2]


def measure_cells(character: str) -> int:
    """How many cells of a terminal ``character`` takes: 0, 1 or 2."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def make_printable(text: str) -> str:
    """``text`` without characters that would steer a terminal or cannot be encoded; tabs and line breaks stay."""
    return "".join(c if c in "\t\n" or unicodedata.category(c) not in ("Cc", "Cs") else "\ufffd" for c in text)


def _cut(text: str, cell: int) -> tuple[str, int]:
    """The part of ``text`` around ``cell`` that is shown, and by how many cells it moved to the left."""
    room = WIDTH if cell < WIDTH - 10 else WIDTH // 2
    start = max(cell - room, 0) if cell >= WIDTH - 10 else 0
    kept: list[str] = []
    position = shift = 0
    for character in text:
        if position < start:
            shift = position + measure_cells(character)
        elif position < start + WIDTH:
            kept.append(character)
        position += measure_cells(character)
    head, tail = ("…" if shift else ""), ("…" if position > start + WIDTH else "")
    return f"{head}{''.join(kept)}{tail}", shift - len(head)
