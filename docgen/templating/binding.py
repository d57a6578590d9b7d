"""What a template gets from docgen when it is compiled: the head's column widths and its section properties.

A template as Word shows it has fixed widths. In the compiled form the first table's widths are those the head of each
document needs; nobody writes tags into XML attributes for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml import etree

LEFT, RIGHT, WHOLE = "{{ head.left_width }}", "{{ head.right_width }}", "{{ head.width }}"
HEAD_ROWS = "head.rows"


def bind_head_widths(document: etree._Element) -> bool:
    """Replace the column widths of the table that holds ``head.rows`` by tags; whether there was such a table.

    A table of another number of columns than two is an agency's own and keeps its widths.
    """
    for table in document.iter(qn("w:tbl")):
        words = "".join(t.text or "" for t in table.iter(qn("w:t")))
        if HEAD_ROWS not in words:
            continue
        columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
        if len(columns) == 2:
            for column, tag in zip(columns, (LEFT, RIGHT), strict=True):
                column.set(qn("w:w"), tag)
            _bind_cells(table)
        return True
    return False


def _bind_cells(table: etree._Element) -> None:
    for width in table.findall(f"{qn('w:tblPr')}/{qn('w:tblW')}"):
        width.set(qn("w:w"), WHOLE)
        width.set(qn("w:type"), "dxa")
    for row in table.findall(qn("w:tr")):
        cells = row.findall(qn("w:tc"))
        for cell, tag in zip(cells, (LEFT, RIGHT) if len(cells) == 2 else (WHOLE,), strict=False):
            for width in cell.findall(f"{qn('w:tcPr')}/{qn('w:tcW')}"):
                width.set(qn("w:w"), tag)
                width.set(qn("w:type"), "dxa")


def section_properties(document: etree._Element) -> etree._Element | None:
    """The properties of the template's last section, which appendices repeat."""
    return document.find(f"{qn('w:body')}/{qn('w:sectPr')}")


def style_ids(styles: etree._Element) -> dict[str, str]:
    """Style name (as Word shows it) → style id; programs that save a template may change ids, never names."""
    found: dict[str, str] = {}
    for style in styles.iter(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            found.setdefault(name.get(qn("w:val"), ""), style.get(qn("w:styleId"), ""))
    return found
