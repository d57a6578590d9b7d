"""Tables: the grid, cells with their widths and lines, and which branches of the table style a cell takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import ref

from docgen.ooxml.alternatives import ALTERNATE, printed_branch
from docgen.ooxml.content import Cell, Table
from docgen.ooxml.inline import WRAPPERS
from docgen.ooxml.measures import LONGEST_TWIPS, attribute, attributes, children, read_twips, read_whole
from docgen.ooxml.properties import LOCAL, SIDES
from docgen.ooxml.property_lists import border_width
from docgen.ooxml.styles_chain import BRANCHES, Styles, TableLook

if TYPE_CHECKING:
    from lxml import etree

# What Word's own "Table Normal" gives; a file without that style looks the same.
_PADDING = 108
# Word's own limit.
_MOST_COLUMNS = 63
_SIDES = ("top", "left", "bottom", "right")
_LOOK_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400}


@dataclass(slots=True)
class TableParts:
    """A table with the ``w:tc`` of each row beside the cells that stand for them."""

    table: Table
    cells: list[list[tuple[Cell, etree._Element, TableLook | None]]]


def _named(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The children of that local name, holders looked through."""
    for child in parent.iterchildren("*"):
        name = LOCAL[str(child.tag)]
        if name == wanted:
            yield child
        elif name in WRAPPERS:
            yield from _named(child, wanted)
        elif child.tag == ALTERNATE and (branch := printed_branch(child)) is not None:
            yield from _named(branch, wanted)


def read_table(element: etree._Element, index: int, parent: Cell | None, styles: Styles) -> TableParts:
    """A ``w:tbl`` with empty cells. Deleted rows are left out."""
    parts = children(element)
    properties = children(parts["tblPr"]) if "tblPr" in parts else {}
    style = (attribute(properties["tblStyle"], "val") or "") if "tblStyle" in properties else ""
    chain = [children(s.table_properties) for s in styles.chain(style, "table") if s.table_properties is not None]
    lists = [*chain, properties]
    grid = _read_grid(parts.get("tblGrid"))
    indents = [twips for p in lists if "tblInd" in p and (twips := _width(p["tblInd"])) is not None]
    aligns = [word for p in lists if "jc" in p and (word := attribute(p["jc"], "val"))]
    table = Table(
        element=element,
        index=index,
        grid=grid,
        indent=indents[-1] if indents else 0,
        padding=_padding(lists),
        align=SIDES.get(aligns[-1], aligns[-1]) if aligns else "left",
        style=style,
        parent=parent,
    )
    rows = [row for row in _named(element, "tr") if not _is_deleted(row, "trPr", "del")]
    looks = _Looks(style, properties.get("tblLook"), styles, parts.get("tblPr"), len(rows))
    borders: dict[str, float] = {}
    for p in lists:
        if "tblBorders" in p:
            borders.update(_borders(p["tblBorders"]))
    cells = []
    for number, row in enumerate(rows):
        entries = [c for c in _named(row, "tc") if not _is_deleted(c, "tcPr", "cellDel")]
        read = _read_row(row, number, entries, table, borders, len(rows))
        table.rows.append([cell for cell, _ in read])
        width = sum(cell.span for cell, _ in read)
        first = read[0][0].column if read else 0
        cells.append([(cell, tc, looks.of(number, cell, first, first + width)) for cell, tc in read])
    return TableParts(table, cells)


def _is_deleted(element: etree._Element, properties: str, mark: str) -> bool:
    found = next((c for c in element.iterchildren("*") if LOCAL[str(c.tag)] == properties), None)
    return found is not None and any(LOCAL[str(c.tag)] == mark for c in found.iterchildren("*"))


def _read_grid(element: etree._Element | None) -> list[int]:
    columns = [c for c in element.iterchildren("*") if LOCAL[str(c.tag)] == "gridCol"] if element is not None else []
    return [read_twips(attribute(c, "w"), 0) or 0 for c in columns[:_MOST_COLUMNS]]


def _width(element: etree._Element) -> int | None:
    found = attributes(element)
    return read_twips(found.get("w")) if found.get("type", "dxa") == "dxa" else None


def _padding(lists: list[dict[str, etree._Element]]) -> tuple[int, int]:
    sides: dict[str, int] = {}
    for properties in lists:
        for side in properties["tblCellMar"].iterchildren("*") if "tblCellMar" in properties else ():
            name = LOCAL[str(side.tag)]
            if (value := _width(side)) is not None and value >= 0:
                sides[SIDES.get(name, name)] = value
    return sides.get("left", _PADDING), sides.get("right", _PADDING)


def _borders(element: etree._Element) -> dict[str, float]:
    """The thickness of each border that is named, 0 for one that is named away."""
    found = {}
    for side in element.iterchildren("*"):
        name = LOCAL[str(side.tag)]
        found[SIDES.get(name, name)] = border_width(attributes(side))
    return found


def _read_row(
    row: etree._Element, number: int, entries: list[etree._Element], table: Table, borders: dict[str, float], rows: int
) -> list[tuple[Cell, etree._Element]]:
    parts = children(row)
    before = children(parts["trPr"]).get("gridBefore") if "trPr" in parts else None
    column = (read_whole(attribute(before, "val"), 0, _MOST_COLUMNS) or 0) if before is not None else 0
    own = {**borders, **_borders(children(parts["tblPrEx"])["tblBorders"])} if _has_own_borders(parts) else borders
    out = []
    for place, element in enumerate(entries):
        properties = next((children(c) for c in element.iterchildren("*") if LOCAL[str(c.tag)] == "tcPr"), {})
        span = read_whole(attribute(properties["gridSpan"], "val"), 1, _MOST_COLUMNS) if "gridSpan" in properties else None
        span = span or 1
        width = _width(properties["tcW"]) if "tcW" in properties else None
        if not width or width < 0:
            width = min(sum(table.grid[column : column + span]), LONGEST_TWIPS)
        lines = {
            "top": own.get("top" if number == 0 else "insideH", 0.0),
            "bottom": own.get("bottom" if number == rows - 1 else "insideH", 0.0),
            "left": own.get("left" if place == 0 else "insideV", 0.0),
            "right": own.get("right" if place == len(entries) - 1 else "insideV", 0.0),
        }
        if "tcBorders" in properties:
            lines.update(_borders(properties["tcBorders"]))
        # One line alone is a rule under or beside the words, not a box round them.
        bordered = sum(bool(lines[side]) for side in _SIDES) > 1
        out.append((Cell(ref(table), number, column, span, width, bordered), element))
        column += span
    return out


def _has_own_borders(parts: dict[str, etree._Element]) -> bool:
    return "tblPrEx" in parts and "tblBorders" in children(parts["tblPrEx"])


class _Looks:
    """Which branches of the table style each cell takes, by its place and by what ``w:tblLook`` asks for."""

    def __init__(
        self, style: str, look: etree._Element | None, styles: Styles, properties: etree._Element | None, rows: int
    ) -> None:
        chain = styles.chain(style, "table")
        self._style = style if chain else ""
        self._defined = {name for s in chain for name in s.branches}
        self._asked = _read_look(look)
        self._rows = rows
        self._row_band = styles.band_size(style, "tblStyleRowBandSize", properties) if self._asked["hBand"] else 0
        self._column_band = styles.band_size(style, "tblStyleColBandSize", properties) if self._asked["vBand"] else 0
        # Bands begin below a first row that the style sets apart.
        self._first_band_row = int(self._asked["firstRow"] and "firstRow" in self._defined)
        self._first_band_column = int(self._asked["firstColumn"] and "firstCol" in self._defined)

    def of(self, row: int, cell: Cell, first: int, end: int) -> TableLook | None:
        if not self._style:
            return None
        if not self._defined:
            return TableLook(self._style)
        top, bottom = row == 0 and self._asked["firstRow"], row == self._rows - 1 and self._asked["lastRow"]
        left = cell.column == first and self._asked["firstColumn"]
        right = cell.column + cell.span == end and self._asked["lastColumn"]
        held = {
            "firstRow": top,
            "lastRow": bottom,
            "firstCol": left,
            "lastCol": right,
            "nwCell": top and left,
            "neCell": top and right,
            "swCell": bottom and left,
            "seCell": bottom and right,
        }
        for name, place, start, size in (
            ("Horz", row, self._first_band_row, self._row_band),
            ("Vert", cell.column - first, self._first_band_column, self._column_band),
        ):
            if size and place >= start:
                held[f"band{(place - start) // size % 2 + 1}{name}"] = True
        return TableLook(self._style, tuple(n for n in BRANCHES if held.get(n) and n in self._defined))


def _read_look(element: etree._Element | None) -> dict[str, bool]:
    """The flags of ``w:tblLook``, by its named attributes or the old mask; without either all branches are asked for."""
    flags = {"firstRow": True, "lastRow": True, "firstColumn": True, "lastColumn": True, "noHBand": False, "noVBand": False}
    if element is not None:
        found = attributes(element)
        if found.keys() & _LOOK_BITS.keys():
            flags = {name: found.get(name, "0") in ("1", "true", "on") for name in _LOOK_BITS}
        elif found.get("val"):
            try:
                mask = int(found["val"], 16)
                flags = {name: bool(mask & bit) for name, bit in _LOOK_BITS.items()}
            except ValueError:
                pass
    return {**flags, "hBand": not flags["noHBand"], "vBand": not flags["noVBand"]}
