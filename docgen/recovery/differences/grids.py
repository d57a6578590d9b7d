"""How tables look: the table, its rows and its cells, with what the table's style gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from docgen.ooxml.content import Cell, Table
from docgen.ooxml.measures import attribute, attributes, read_twips
from docgen.ooxml.properties import LOCAL, SIDES, words
from docgen.ooxml.styles_chain import list_based_on
from docgen.recovery.differences.properties import Value, Values, is_nothing, read_value

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package

_TABLE_DONE = words(
    "tblStyle tblLook tblBorders tblCellMar tblCaption tblDescription tblStyleRowBandSize tblStyleColBandSize tblPrChange shd"
)
_ROW_DONE = words("cnfStyle divId ins del trPrChange jc tblCellSpacing wBefore wAfter")
#: said of a table, and of a row of it
_ROW_OVER = ("jc", "tblCellSpacing", "tblInd")
_CELL_DONE = words("cnfStyle tcBorders tcMar shd hideMark headers cellIns cellDel cellMerge tcPrChange")
_SIDES = ("top", "left", "bottom", "right")
_OPPOSITE = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}
#: how many rows down and cells along the next cell stands
_STEPS = {"top": (-1, 0), "bottom": (1, 0), "left": (0, -1), "right": (0, 1)}
_INSIDE = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}


class Grids:
    """Reads the looks of one document's tables."""

    def __init__(self, package: Package) -> None:
        part = next(iter(package.related(package.main, "styles")), None)
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        for style in package.xml(part).iterchildren("{*}style") if part is not None else ():
            if attribute(style, "type") == "table":
                identity = attribute(style, "styleId") or ""
                self._styles.setdefault(identity, style)
                if attribute(style, "default") in ("1", "true", "on"):
                    self._default = identity

    def table(self, table: Table) -> Values:
        """What is said of the table as a whole; branches of its style count as one value."""
        out: Values = {}
        for stated in self._lists(table.element, "tblPr"):
            out.update(_read(stated, _TABLE_DONE))
        branches = [
            pair
            for style in self._chain(table.element)
            for branch in style.iterchildren("{*}tblStylePr")
            for pair in read_value(branch)
        ]
        if branches:
            look = next((read_value(e) for e in table.element.iterfind("{*}tblPr/{*}tblLook")), ())
            out["tblStyle"] = (*branches, *look)
        return _working(out)

    def row(self, row: etree._Element) -> Values:
        """What is said of a ``w:tr``."""
        out: Values = {}
        for stated in row.iterchildren("{*}trPr"):
            out.update(_read(stated, _ROW_DONE))
        table = next(row.iterancestors("{*}tbl"), None)
        whole: Values = {}
        for stated in self._lists(table, "tblPr") if table is not None else ():
            whole.update(_read(stated, frozenset()))
        # what a row says again of the whole table is no look of its own
        for stated in row.iterchildren("{*}tblPrEx", "{*}trPr"):
            own = _working({name: value for name, value in _read(stated, frozenset()).items() if name in _ROW_OVER})
            out.update({name: value for name, value in own.items() if value != whole.get(name)})
        return _working(out)

    def cell(self, cell: Cell, element: etree._Element) -> Values:
        """What is said of a cell, ``element`` being its ``w:tc``, by itself, its row, its table and the table's style."""
        out: Values = {}
        own = next(element.iterchildren("{*}tcPr"), None)
        if own is not None:
            out.update(_read(own, _CELL_DONE))
        lists, cells = self._stated(cell, element)
        drawn = self._borders(cell, element)
        for side in _SIDES:
            if not _say_border(side, drawn.get(side, {})) and (beside := _beside(cell, element, side)) is not None:
                # cells share a line, which is drawn where either has it
                drawn[side] = self._borders(*beside).get(_OPPOSITE[side], {})
        out["tcBorders"] = tuple(sorted(pair for side, found in drawn.items() for pair in _say_border(side, found)))
        margins = {**_sides(lists, "tblCellMar"), **_sides(cells, "tcMar")}
        widths = {side: read_twips(margins[side].get("w")) or 0 for side in _SIDES if side in margins}
        out["tcMar"] = tuple((side, str(width)) for side, width in sorted(widths.items()) if width)
        for stated in (*lists, *cells):
            for shading in stated.iterchildren("{*}shd"):
                found = attributes(shading)
                kept = {k: v.upper() for k, v in found.items() if k in ("fill", "color") and v.lower() != "auto"}
                out["shd"] = tuple(sorted({"val": found.get("val", "clear"), **kept}.items()))
        return _working(out)

    def _stated(self, cell: Cell, element: etree._Element) -> tuple[list[etree._Element], list[etree._Element]]:
        """What says how a cell is set, the weakest first: of its table and row, and of cells."""
        row = element.getparent()
        excepted = [] if row is None else [*row.iterchildren("{*}tblPrEx")]
        table = cell.table.element
        return [*self._lists(table, "tblPr"), *excepted], [*self._lists(table, "tcPr"), *element.iterchildren("{*}tcPr")]

    def _borders(self, cell: Cell, element: etree._Element) -> dict[str, dict[str, str]]:
        """The lines of a cell by their sides, as it has them itself."""
        lists, cells = self._stated(cell, element)
        borders, rows = _sides(lists, "tblBorders"), cell.table.rows
        entries = rows[cell.row] if cell.row < len(rows) else []
        edges = {
            "top": cell.row == 0,
            "bottom": cell.row == len(rows) - 1,
            "left": not entries or entries[0] is cell,
            "right": not entries or entries[-1] is cell,
        }
        drawn = {side: borders.get(side if edges[side] else _INSIDE[side], {}) for side in _SIDES}
        drawn.update(_sides(cells, "tcBorders"))
        return drawn

    def say_style(self, table: etree._Element) -> tuple[bytes, ...]:
        """All that the style of a ``w:tbl`` says here; nothing of one that is not here."""
        return tuple(etree.tostring(style, method="c14n", exclusive=True) for style in self._chain(table))

    def list_stated(self, table: etree._Element) -> list[etree._Element]:
        """The ``w:tblPr`` of the table's style and those under it, the weakest first."""
        return [stated for style in self._chain(table) for stated in style.iterchildren("{*}tblPr")]

    def _lists(self, table: etree._Element, name: str) -> list[etree._Element]:
        """The lists of that name of the table's styles and, for ``tblPr``, of the table itself, the weakest first."""
        found = [stated for style in self._chain(table) for stated in style.iterchildren(f"{{*}}{name}")]
        return [*found, *(table.iterchildren(f"{{*}}{name}"))]

    def _chain(self, table: etree._Element) -> list[etree._Element]:
        named = next((attribute(e, "val") for e in table.iterfind("{*}tblPr/{*}tblStyle")), None)
        return list_based_on(self._styles, named if named in self._styles else self._default)[::-1]


def _beside(cell: Cell, element: etree._Element, side: str) -> tuple[Cell, etree._Element] | None:
    """The cell at a side, with its ``w:tc``; ``None`` at the table's edge."""
    down, along = _STEPS[side]
    rows, row = cell.table.rows, element.getparent()
    if not 0 <= cell.row + down < len(rows) or row is None:
        return None
    for _ in range(abs(down)):
        row = next(row.itersiblings("{*}tr", preceding=down < 0), None)
        if row is None:
            return None
    cells = [*zip(rows[cell.row + down], row.iterchildren("{*}tc"), strict=False)]
    if along:
        at = next((i for i, (one, _) in enumerate(cells) if one is cell), None)
        return cells[at + along] if at is not None and 0 <= at + along < len(cells) else None
    return next((both for both in cells if both[0].column <= cell.column < both[0].column + both[0].span), None)


def _read(stated: etree._Element, done: frozenset[str]) -> Values:
    children = ((LOCAL[str(child.tag)], child) for child in stated.iterchildren("*"))
    return {name.rpartition("}")[2]: read_value(child) for name, child in children if name not in done}


def _working(values: Values) -> Values:
    return {name: value for name, value in values.items() if not is_nothing(name, value)}


def _sides(lists: list[etree._Element], name: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for stated in lists:
        for element in stated.iterchildren(f"{{*}}{name}"):
            for side in element.iterchildren("*"):
                local = LOCAL[str(side.tag)]
                found[SIDES.get(local, local)] = attributes(side)
    return found


def _say_border(side: str, found: dict[str, str]) -> Value:
    val = found.get("val", "nil")
    if val in ("nil", "none"):
        return ()
    said = [(f"{side}.val", val), (f"{side}.sz", found.get("sz", "2"))]
    if (color := found.get("color", "auto").upper()) != "AUTO":
        said.append((f"{side}.color", color))
    return tuple(said)
