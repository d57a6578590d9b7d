"""Tables as print shows them: words, sides and widths, these only where they are not what docgen chooses by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.document.model import Table
from docgen.ooxml.units import PT_PER_MM, TWIPS_PER_PT, pt_twips
from docgen.recovery.texts import look_of, seen, titled
from docgen.rendering.tables import lay_out_table
from docgen.standards import Standard

#: twips by which a column may differ from what docgen would choose: programs round when they save
_NEAR = 15


def printed_table(table: Table, standard: Standard) -> Table:
    """``table`` as print shows it."""
    width = standard.page.text_width * PT_PER_MM
    laid = lay_out_table(table, standard, width)
    base = standard.components["table_cell"].align.use
    aligns = [cell.align or base for cell in laid.rows[0]] if laid.rows else None
    return settle(table, [pt_twips(one) for one in laid.widths], aligns, standard)


def settle(table: Table, grid: Sequence[int], aligns: Sequence[str] | None, standard: Standard) -> Table:
    """``table`` with what is seen of its texts, its columns as wide as ``grid`` (twips), their cells at the sides ``aligns``."""
    header, cell = look_of(standard, "table_header"), look_of(standard, "table_cell")
    plain = replace(
        table,
        header=tuple(seen(text, header) for text in table.header),
        rows=tuple(tuple(seen(text, cell) for text in row) for row in table.rows),
        title=None if table.title is None else titled(table.title, look_of(standard, "table_title")),
        unit=None if table.unit is None else titled(table.unit, look_of(standard, "table_unit")),
        widths=None,
        align=None,
    )
    own = lay_out_table(plain, standard, sum(grid) / TWIPS_PER_PT)
    base = standard.components["table_cell"].align.use
    chosen = [cell.align or base for cell in own.rows[0]] if own.rows else None
    near = all(abs(pt_twips(one) - given) <= _NEAR for one, given in zip(own.widths, grid, strict=True))
    total = sum(grid)
    return replace(
        plain,
        widths=None if near else tuple(float(max(1, round(100 * one / total))) for one in grid),
        align=None if aligns is None or list(aligns) == chosen else tuple(aligns),
    )
