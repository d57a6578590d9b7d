"""Tables, rows and cells that went, set as they were: copies of their own property lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.ooxml.properties import LOCAL
from docgen.recovery.differences.grids import Grids
from docgen.recovery.redlining.elements import child, make, remove
from docgen.recovery.redlining.leaves import copy_to

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.content import Table
    from docgen.ooxml.opening import Package

_TABLE_ORDER = (
    *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc"),
    *("tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription"),
)
#: what only says which conditions of a style hold
_OF_STYLES = ("tblStyle", "tblLook", "tblStyleRowBandSize", "tblStyleColBandSize")


class TableLists:
    """Makes the property lists of old tables for the new document."""

    def __init__(self, old: Package, new: Package) -> None:
        self._old, self._new = Grids(old), Grids(new)

    def keeps_style(self, table: Table) -> bool:
        """Whether the style of an old table means the same in the new document."""
        return self._old.say_style(table.element) == self._new.say_style(table.element)

    def of_table(self, like: etree._Element, table: Table) -> etree._Element:
        """The ``w:tblPr``; of a style that the new document has not, what it says of the table as a whole is stated there."""
        stated = child(table.element, "tblPr")
        out = make(like, "tblPr") if stated is None else copy_to(like, stated)
        if not self.keeps_style(table):
            remove(out, *_OF_STYLES)
            for listed in reversed(self._old.list_stated(table.element)):
                for one in listed.iterchildren("*"):
                    name = LOCAL[str(one.tag)]
                    if name not in _OF_STYLES and child(out, name) is None:
                        out.append(copy_to(like, one))
        out[:] = sorted(out, key=_rank)
        return out


def copy_row(like: etree._Element, row: etree._Element | None) -> etree._Element:
    """A ``w:tr`` without cells, set as ``row`` is."""
    made = make(like, "tr")
    for name in ("tblPrEx", "trPr"):
        stated = child(row, name)
        if stated is not None:
            made.append(copy_to(like, stated))
    return made


def copy_cell(like: etree._Element, cell: etree._Element | None, width: int, span: int) -> etree._Element:
    """A ``w:tc`` without blocks, set as ``cell`` is; ``width`` in twips and ``span`` for one that is not known."""
    made = make(like, "tc")
    stated = child(cell, "tcPr")
    if stated is not None:
        made.append(copy_to(like, stated))
        return made
    properties = make(like, "tcPr")
    properties.append(make(like, "tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(make(like, "gridSpan", val=span))
    made.append(properties)
    return made


def _rank(element: etree._Element) -> int:
    name = LOCAL[str(element.tag)]
    return _TABLE_ORDER.index(name) if name in _TABLE_ORDER else len(_TABLE_ORDER)
