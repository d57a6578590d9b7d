"""Tables of the body: how wide the columns are and how their cells stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from docgen.document.model import Table
from docgen.document.text import Text
from docgen.metrics import fit_codes, text_width
from docgen.ooxml.units import PT_PER_MM
from docgen.rendering.blocks import Block, TableBlock, segment
from docgen.standards import Standard

_SHORT = re.compile(r"[\d.,/%\s–-]{1,16}|")
# A no-break space holds its words together.
_SPACES = re.compile(r"[ \t\r\n]+")
#: room (pt) that a column gets beyond its words, so that rounding never breaks them
_SLACK = 2.0


class _Demand(NamedTuple):
    """Widths (pt, with padding) at which a column shows a few letters, its ordinary words, all words, each cell on one line."""

    letters: float
    ordinary: float
    words: float
    whole: float


def lay_out_table(table: Table, standard: Standard, width: float) -> TableBlock:
    """``table`` over ``width`` pt.

    Without given shares a column is as wide as its words ask and, as long as the table has the room, no narrower than its
    longest word; a word that asks for too much of the table is left to break. Given shares hold, but each column shows at
    least a few letters.
    """
    columns = list(zip(table.header, *table.rows, strict=True))
    demands = [_demand(column, standard) for column in columns]
    if table.widths:
        widths = _by_shares(table.widths, [demand.letters for demand in demands], width)
    else:
        widths = _by_content(demands, width, standard.drawing.table_word_share.use * width)
    aligns = table.align or tuple(_default_align(column[1:]) for column in columns)
    header = [_cell(cell, "table_header", None, standard, room) for cell, room in zip(table.header, widths, strict=True)]
    rows = [
        [_cell(cell, "table_cell", align, standard, room) for cell, align, room in zip(row, aligns, widths, strict=True)]
        for row in table.rows
    ]
    return TableBlock(widths, header, rows)


def _default_align(cells: Sequence[Text]) -> str:
    """Columns of numbers stand in the middle, columns of words at the left."""
    return "center" if all(_SHORT.fullmatch(cell.plain) for cell in cells) else "left"


def _cell(cell: Text, name: str, align: str | None, standard: Standard, width: float) -> Block:
    """A cell, indented at its ragged side where it would else break a document code after a hyphen."""
    base = standard.components[name].align.use
    block = Block(name, [segment(cell)], align=None if align == base else align)
    if len({(span.bold, span.italic) for span in cell.spans}) != 1:
        return block
    room = width - _padding(standard)
    size, bold, italic = _look(cell, name, standard)
    spare = room - fit_codes(cell.plain, size, room, bold, italic)
    if spare > 0:
        sides = {"center": (spare / 2, spare / 2), "right": (spare, 0.0)}
        block.indents = (*sides.get(align or base, (0.0, spare)), 0.0)
    return block


def _padding(standard: Standard) -> float:
    return 2 * standard.drawing.table_padding.use * PT_PER_MM


def _look(text: Text, name: str, standard: Standard) -> tuple[float, bool, bool]:
    """Size, bold, italic; emphasis in the text counts for all of it, which makes it rather too wide than too narrow."""
    component = standard.components[name]
    bold, italic = (any(getattr(span, mark) for span in text.spans) for mark in ("bold", "italic"))
    return component.size.use, component.bold.use or bold, component.italic.use or italic


def _demand(column: Sequence[Text], standard: Standard) -> _Demand:
    drawing = standard.drawing
    padding = _padding(standard) + _SLACK
    few = text_width("0" * drawing.table_letters.use, *_look(column[0], "table_cell", standard))
    ordinary = words = whole = 0.0
    for i, cell in enumerate(column):
        look = _look(cell, "table_cell" if i else "table_header", standard)
        plain = cell.plain
        whole = max(whole, text_width(plain, *look))
        for word in _SPACES.split(plain):
            wide = text_width(word, *look)
            words = max(words, wide)
            if len(word) <= drawing.table_word_letters.use:
                ordinary = max(ordinary, wide)
    few = min(few, words)
    return _Demand(few + padding, max(few, ordinary) + padding, words + padding, whole + padding)


def _by_shares(shares: Sequence[float], floors: Sequence[float], width: float) -> list[float]:
    """The given shares; what a column lacks to its floor is taken from the others in proportion."""
    if sum(floors) >= width:
        return _scale(floors, width)
    lifted: set[int] = set()
    while True:
        rest = width - sum(floors[i] for i in lifted)
        parts = sum(share for i, share in enumerate(shares) if i not in lifted)
        widths = [floors[i] if i in lifted else rest * share / parts for i, share in enumerate(shares)]
        low = {i for i, floor in enumerate(floors) if widths[i] < floor}
        if not low:
            return widths
        lifted |= low


def _by_content(demands: Sequence[_Demand], width: float, most: float) -> list[float]:
    """What the words ask; ``most`` (pt) is what a column gets for its longest word alone."""
    whole = [demand.whole for demand in demands]
    if sum(whole) <= width:
        return _scale(whole, width)
    words = [max(demand.ordinary, min(demand.words, most)) for demand in demands]
    if sum(words) <= width:
        # what is left goes to the columns by the square root of what they still ask: long texts get more, but not all
        asked = [max(0.0, w - n) ** 0.5 for w, n in zip(whole, words, strict=True)]
        spare = width - sum(words)
        return [n + spare * a / sum(asked) for n, a in zip(words, asked, strict=True)]
    # first the words that are too long for the table break, then all that are not ordinary, then any
    rarely = [d.ordinary if d.words > most else n for d, n in zip(demands, words, strict=True)]
    above = words
    for below in (rarely, [demand.ordinary for demand in demands], [demand.letters for demand in demands]):
        if sum(below) <= width:
            part = (width - sum(below)) / (sum(above) - sum(below))
            return [low + part * (high - low) for low, high in zip(below, above, strict=True)]
        above = below
    return _scale(above, width)


def _scale(widths: Sequence[float], width: float) -> list[float]:
    return [width * one / sum(widths) for one in widths]
