"""Tables of the body: how wide the columns are and how their cells stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.document.model import Table
from docgen.document.text import Text
from docgen.metrics import text_width
from docgen.rendering.blocks import Block, TableBlock, segment
from docgen.standards import Standard
from docgen.templating.units import PT_PER_MM

_SHORT = re.compile(r"[\d.,/%\s–-]{1,16}|")


def lay_out_table(table: Table, standard: Standard, width: float) -> TableBlock:
    """``table`` over ``width`` pt; without given shares a column is as wide as its words ask, never narrower than its longest word."""
    columns = list(zip(table.header, *table.rows, strict=True))
    widths = _given(table.widths, width) if table.widths else _by_content(columns, standard, width)
    aligns = table.align or tuple(_default_align(column[1:]) for column in columns)
    base = standard.components["table_cell"].align.use
    header = [Block("table_header", [segment(cell)]) for cell in table.header]
    rows = [
        [Block("table_cell", [segment(cell)], align=None if align == base else align) for cell, align in zip(row, aligns, strict=True)]
        for row in table.rows
    ]
    return TableBlock(widths, header, rows)


def _given(shares: Sequence[float], width: float) -> list[float]:
    return [width * share / sum(shares) for share in shares]


def _default_align(cells: Sequence[Text]) -> str:
    """Columns of numbers stand in the middle, columns of words at the left."""
    return "center" if all(_SHORT.fullmatch(cell.plain) for cell in cells) else "left"


def _by_content(columns: Sequence[Sequence[Text]], standard: Standard, width: float) -> list[float]:
    padding = 2 * standard.drawing.table_padding.use * PT_PER_MM + 2
    least, wanted = [], []
    for column in columns:
        plain = [_widths(column[0], standard, "table_header"), *(_widths(cell, standard, "table_cell") for cell in column[1:])]
        least.append(max(word for word, _ in plain) + padding)
        wanted.append(max(whole for _, whole in plain) + padding)
    if sum(least) >= width:
        return _given(least, width)
    if sum(wanted) <= width:
        return _given(wanted, width)
    # what is left beyond the longest words goes to the columns by the square root of what they still ask: long texts get more, but not all
    asked = [max(0.0, w - n) ** 0.5 for w, n in zip(wanted, least, strict=True)]
    spare = width - sum(least)
    return [n + spare * a / sum(asked) for n, a in zip(least, asked, strict=True)]


def _widths(text: Text, standard: Standard, name: str) -> tuple[float, float]:
    """The longest word's and the whole text's width."""
    component = standard.components[name]
    look = (component.size.use, component.bold.use, component.italic.use)
    plain = text.plain
    return max((text_width(word, *look) for word in plain.split()), default=0.0), text_width(plain, *look)
