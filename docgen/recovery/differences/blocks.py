"""The printed blocks of a document as a tree: paragraphs, and tables with the blocks of their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import TYPE_CHECKING

from docgen.ooxml.content import Cell, Paragraph, Table
from docgen.ooxml.measures import attribute
from docgen.ooxml.properties import LOCAL

if TYPE_CHECKING:
    from lxml import etree


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph, or a table with its ``rows``. ``text``: what tells it from others; all words of a table."""

    text: str
    paragraph: Paragraph | None = None
    table: Table | None = None
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Box:
    """A cell and the blocks in it."""

    cell: Cell
    blocks: list[Block]


@dataclass(slots=True, eq=False)
class Row:
    """A row of a table; ``text``: all its words, cell by cell."""

    cells: list[Box]
    text: str


def list_blocks(paragraphs: Iterable[Paragraph]) -> list[Block]:
    """The blocks of one flow of text; paragraphs in text boxes are left to the paragraph that holds the box."""
    flow: dict[Cell | None, list[Block]] = {None: []}
    tables: dict[Table, Block] = {}
    for paragraph in paragraphs:
        if paragraph.shape is not None and not paragraph.frame:
            continue
        for cell in _cells_around(paragraph):
            if cell.table not in tables:
                tables[cell.table] = Block("", table=cell.table)
                flow.setdefault(cell.table.parent, []).append(tables[cell.table])
        flow.setdefault(paragraph.cell, []).append(Block(paragraph.text, paragraph))
    # inner tables came after those around them
    for block in reversed(tables.values()):
        _fill(block, flow)
    return flow[None]


def _fill(block: Block, flow: dict[Cell | None, list[Block]]) -> None:
    assert block.table is not None
    for row in block.table.rows:
        boxes = [Box(cell, flow.get(cell, [])) for cell in row]
        block.rows.append(Row(boxes, "\x1f".join("\n".join(b.text for b in box.blocks) for box in boxes)))
    block.text = "\x1e" + "\x1e".join(row.text for row in block.rows)


def _cells_around(paragraph: Paragraph) -> list[Cell]:
    """The cells that it stands in, the outermost first."""
    cells = []
    cell = paragraph.cell
    while cell is not None:
        cells.append(cell)
        cell = cell.table.parent
    return cells[::-1]


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph of ``blocks`` in order."""
    for block in blocks:
        if block.paragraph is not None:
            yield block.paragraph
        for row in block.rows:
            for box in row.cells:
                yield from paragraphs_of(box.blocks)


def ends_section(paragraph: Paragraph) -> bool:
    """Whether it is the last of a section behind which a new page begins: without words it prints nothing and moves nothing."""
    own = next(paragraph.element.iterfind("{*}pPr/{*}sectPr"), None)
    if own is None:
        return False
    sections = own.getroottree().getroot().iterfind(".//{*}sectPr")
    following = next((one for one in dropwhile(lambda one: one is not own, sections) if one is not own), None)
    kind = None if following is None else next(following.iterchildren("{*}type"), None)
    return kind is None or attribute(kind, "val") != "continuous"


def cell_element(box: Box) -> etree._Element | None:
    """The ``w:tc`` of a cell; ``None`` for one without a paragraph, which Word does not write."""
    for paragraph in paragraphs_of(box.blocks):
        holder: etree._Element | None = None
        for around in paragraph.element.iterancestors():
            if LOCAL[str(around.tag)] == "tc":
                holder = around
            elif around is box.cell.table.element:
                return holder
    return None


def row_element(row: Row) -> etree._Element | None:
    """The ``w:tr`` of a row."""
    cell = next((element for box in row.cells if (element := cell_element(box)) is not None), None)
    if cell is None:
        return None
    return next((around for around in cell.iterancestors() if LOCAL[str(around.tag)] == "tr"), None)
