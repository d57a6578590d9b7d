"""What a template gets from docgen when it is compiled: the head's column widths and its section properties.

A template as Word shows it has fixed widths. In the compiled form the first table's widths are those the head of each
document needs; nobody writes tags into XML attributes for that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml import etree

LEFT, RIGHT, WHOLE = "{{ head.left_width }}", "{{ head.right_width }}", "{{ head.width }}"
HEAD_ROWS = "head.rows"
#: bookmarks and drawings of the template count from here, those of a document from 0
OWN_NUMBERS = 1_000_000
_IDENTITY = re.compile(r"\}(?:paraId|textId|rsid\w*)$")


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


def tidy(root: etree._Element, first: int) -> None:
    """Take out what printing a part twice would double, and number the template's own marks out of the renderer's way.

    Word's ids of paragraphs, comments in the XML and hidden bookmarks go; other bookmarks and drawings get numbers from
    ``first`` on.
    """
    from lxml import etree

    etree.strip_elements(root, etree.Comment, with_tail=False)
    hidden = {e.get(qn("w:id")) for e in root.iter(qn("w:bookmarkStart")) if e.get(qn("w:name"), "").startswith("_")}
    for mark in list(root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        number = mark.get(qn("w:id"), "")
        parent = mark.getparent()
        if number in hidden and parent is not None:
            parent.remove(mark)
        elif number.isdecimal():
            mark.set(qn("w:id"), str(first + int(number[-6:])))
    for own, drawing in enumerate(root.iter(qn("wp:docPr")), first):
        drawing.set("id", str(own))
    for element in root.iter("*"):
        for key in [k for k in element.attrib if _IDENTITY.search(str(k))]:
            del element.attrib[key]
