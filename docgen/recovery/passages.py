"""The passages of a text in a Word file as lines: numbers, marks and tables taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.document.model import Table as TablePart
from docgen.document.text import Span, Text, literal
from docgen.ooxml.content import Cell, Table
from docgen.reading import Passage
from docgen.reading.pieces import bold_share
from docgen.recovery.lines import Kind, Line, without_end
from docgen.recovery.marks import unfill
from docgen.recovery.tables import settle
from docgen.recovery.texts import joined, look_of, piece, read_text, titled
from docgen.standards import Standard

#: components of a text; every other passage belongs to head, title, foot or a copy
_NUMBERED = frozenset({"section", "article", "clause", "subclause", "point"})
_CELLS = frozenset({"table_header", "table_cell"})
_ALIGNS = ("left", "center", "right")


def read_lines(passages: Iterable[Passage], standard: Standard, appendix: bool) -> list[Line]:
    """The lines of a text without the end that the rule set sets."""
    return without_end(list(_LineReader(standard).lines(passages)), standard, appendix)


class _LineReader:
    def __init__(self, standard: Standard) -> None:
        self.standard = standard

    def lines(self, passages: Iterable[Passage]) -> Iterator[Line]:
        title: Passage | None = None
        unit: Passage | None = None
        seen: set[int] = set()
        for passage in passages:
            if passage.component in _CELLS and passage.paragraph.cell is not None:
                table = _outermost(passage.paragraph.cell)
                if id(table.element) not in seen:
                    seen.add(id(table.element))
                    yield self._table(table, title, unit)
                    title = unit = None
                continue
            if passage.component == "table_title" and title is None and unit is None:
                title = passage
            elif passage.component == "table_unit" and unit is None:
                unit = passage
            else:
                yield from (self._text(held) for held in (title, unit) if held)
                title = unit = None
                yield self._line(passage)
        yield from (self._text(held) for held in (title, unit) if held)

    def _line(self, passage: Passage) -> Line:
        if passage.numeral is None or passage.component not in _NUMBERED | {"list_item"}:
            return self._text(passage)
        if passage.component == "list_item":
            return self._item(passage) if passage.numeral.kind == "list" else self._text(passage)
        return self._numbered(passage)

    def _text(self, passage: Passage) -> Line:
        text = read_text(passage.paragraph, passage.start, passage.end)
        counted = passage.paragraph.numbering
        if counted and not passage.paragraph.text[: passage.start].strip():
            # a number that Word counts is no letter of the paragraph
            text = Text((Span(f"{counted.strip()} "), *text.spans), text.origin)
        return Line(Kind.TEXT, text)

    def _item(self, passage: Passage) -> Line:
        assert passage.numeral is not None
        marks = self.standard.list_marks.use
        written = passage.numeral.written
        depth = marks.index(written) if written in marks else min(max(passage.depth - 1, 0), len(marks) - 1)
        text = read_text(passage.paragraph, passage.words_start, passage.end)
        return Line(Kind.ITEM, text, depth=depth, written=written)

    def _numbered(self, passage: Passage) -> Line:
        paragraph, numeral, start = passage.paragraph, passage.numeral, passage.words_start
        assert numeral is not None
        look = look_of(self.standard, passage.component)
        heading = paragraph.format.outline is not None and passage.title_end is None
        heading = heading or (passage.titled and passage.title_end is None and passage.text.isupper())
        bold = bold_share(paragraph, passage.start, start) > 0.5 if start > passage.start else numeral.automatic
        text = read_text(paragraph, start, passage.end, look if heading else (False, False))
        return Line(
            Kind.NUMBER, text, passage.component, heading=heading, bold=bold, written=numeral.written, value=numeral.value
        )

    # tables

    def _table(self, table: Table, title: Passage | None, unit: Passage | None) -> Line:
        columns = len(table.grid)
        rows = [self._row(row, columns) for row in table.rows]
        header = tuple(self._cell(cell, "table_header") for cell in rows[0])
        body = tuple(tuple(self._cell(cell, "table_cell") for cell in row) for row in rows[1:])
        found = TablePart(
            header,
            body,
            title=titled(read_text(title.paragraph, title.start, title.end, look_of(self.standard, "table_title")))
            if title
            else None,
            unit=self._unit(unit) if unit else None,
        )
        aligns = self._aligns(rows[1:], columns)
        return Line(Kind.TABLE, Text(()), table=settle(found, table.grid, aligns, self.standard))

    def _row(self, row: list[Cell], columns: int) -> list[Cell | None]:
        """The cells of a row by column; ``None`` where a cell at its left spans more than one."""
        found: list[Cell | None] = [None] * columns
        for cell in row:
            if cell.column < columns:
                found[cell.column] = cell
        return found

    def _cell(self, cell: Cell | None, component: str) -> Text:
        if cell is None:
            return literal("")
        look = look_of(self.standard, component)
        return joined([read_text(p, 0, len(p.text), look) for p in cell.paragraphs if not p.is_empty], " ")

    def _aligns(self, rows: list[list[Cell | None]], columns: int) -> list[str] | None:
        if not rows:
            return None
        base = str(self.standard.components["table_cell"].align.use)
        found = []
        for i in range(columns):
            cells = (row[i] for row in rows)
            given = [cell.paragraphs[0].format.align for cell in cells if cell is not None and cell.paragraphs]
            one = given[0] if given else base
            found.append(one if one in _ALIGNS else base)
        return found

    def _unit(self, passage: Passage) -> Text:
        look = look_of(self.standard, "table_unit")
        text = titled(read_text(passage.paragraph, passage.start, passage.end, look))
        found = unfill(self.standard.words.table_unit.use, text.plain, unit=".+")
        if found is None:
            return text
        at = text.plain.rindex(found["unit"])
        return piece(text, at, at + len(found["unit"]))


def _outermost(cell: Cell) -> Table:
    table = cell.table
    while table.parent is not None:
        table = table.parent.table
    return table
