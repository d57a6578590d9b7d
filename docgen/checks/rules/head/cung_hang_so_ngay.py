"""Số, ký hiệu and địa danh, ngày tháng stand level."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.ooxml.content import Cell, Paragraph
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Compare the rows of a table where each is the first line of its cell; elsewhere only the printed page would tell."""
    number, place = layout.first_of("number"), layout.first_of("place_date")
    if number is None or place is None:
        return
    one, other = number.paragraph.cell, place.paragraph.cell
    if one is None or other is None or one.table is not other.table or one.row == other.row:
        return
    if _opens(one, number.paragraph) and _opens(other, place.paragraph):
        yield Finding(
            msg("Place and date do not stand on one row with the number."),
            at(place),
            "place_date",
            msg("row {row} of the table", row=one.row + 1),
            msg("row {row}", row=other.row + 1),
            msg("Put both into the same row."),
            place.sure,
        )


def _opens(cell: Cell, paragraph: Paragraph) -> bool:
    """Whether nothing is printed in the cell above the paragraph."""
    for own in cell.paragraphs:
        if own is paragraph:
            return True
        if not own.is_empty:
            return False
    return False


RULE = Rule(
    code="TT222",
    name="cung-hang-so-ngay",
    kind=Kind.FORM,
    asks=msg("Place and date stand on one row with the number."),
    good="Số: 15/QĐ-BNV | Hà Nội, ngày 05 tháng 01 năm 2020",
    bad="Số: 15/QĐ-BNV | / | Hà Nội, ngày 05 tháng 01 năm 2020",
    look=look,
    no_fix=msg("What stands in which cell is for a person to change."),
    needs=("place_date",),
)
