"""Paragraphs and tables of a text as a Word file, which the reader then reads like any other."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from xml.sax.saxutils import escape

from docgen.document.model import Table
from docgen.document.text import literal
from docgen.ooxml.content import Paragraph
from docgen.ooxml.opening import Package, open_package
from docgen.ooxml.units import TWIPS_PER_PT, pt_twips
from docgen.ooxml.xml import W
from docgen.recovery.plain_kinds import is_name, is_office
from docgen.recovery.plain_lines import BOLD, BOTH, ITALIC, Grid, Line
from docgen.recovery.plain_looks import Block
from docgen.rendering.tables import lay_out_table
from docgen.standards import edition_for, load_standard

_ROOT = "http://schemas.openxmlformats.org"
_TYPES = (
    f'<Types xmlns="{_ROOT}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_ROOT}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{_ROOT}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
# A4 with 15 cm between the margins, which the columns of tables share.
_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/></w:sectPr>'
)
_WIDTH = 9071
_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
#: empty paragraphs above a name in a column
_ROOM = 4


def write_package(documents: Iterable[Iterable[Block | Grid]]) -> Package:
    """A Word file that prints the blocks of ``documents``, each from a new page on."""
    body = _PAGE.join(
        "".join(_table(block) if isinstance(block, Grid) else _block(block) for block in blocks) for blocks in documents
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}{_SECTION}</w:body></w:document>')
    return open_package(out.getvalue())


def _block(block: Block) -> str:
    return "<w:p/>" * block.room + _paragraph(block.line, block.align, page=block.page or block.line.page)


def _paragraph(line: Line, align: str, *, page: bool = False) -> str:
    runs = ""
    at = 0
    for look, letters in groupby(line.looks):
        size = len(list(letters))
        marks = ("<w:b/>" if look in (BOLD, BOTH) else "") + ("<w:i/>" if look in (ITALIC, BOTH) else "")
        words = escape(line.text[at : at + size])
        runs += f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
        at += size
    before = "<w:pageBreakBefore/>" if page else ""
    border = '<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>' if line.ruled else ""
    # the place in the source, which only this module looks for, in a number that Word gives paragraphs of one sitting
    source = f' w:rsidR="{line.number:08X}"' if line.number else ""
    return f'<w:p{source}><w:pPr>{before}{border}<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'


def source_line(paragraph: Paragraph) -> int | None:
    """The line of the text, from 1, that begins a paragraph of a file that ``write_package`` made; ``None`` of one it put in."""
    number = paragraph.element.get(f"{{{W}}}rsidR")
    return int(number, 16) if number else None


def _table(grid: Grid) -> str:
    columns = max(len(row) for row in grid.rows)
    widths, aligns = _columns(grid, columns)
    kind = "single" if grid.data else "none"
    borders = "".join(f'<w:{side} w:val="{kind}" w:sz="4"/>' for side in _SIDES)
    rows = "".join(f"<w:tr>{''.join(_cells(row, grid, i == 0, widths, aligns))}</w:tr>" for i, row in enumerate(grid.rows))
    columns_xml = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{columns_xml}</w:tblGrid>{rows}</w:tbl>"


def _columns(grid: Grid, columns: int) -> tuple[list[int], list[str]]:
    """How wide the columns are (twips) and how their cells stand: as docgen would set them, since the text does not say."""
    if not grid.data:
        return [_WIDTH // columns] * columns, ["left"] * columns
    texts = [tuple(literal(" ".join(line.text for line in cell)) for cell in row) for row in grid.rows]
    laid = lay_out_table(Table(texts[0], tuple(texts[1:])), load_standard(edition_for("state", None)), _WIDTH / TWIPS_PER_PT)
    sides = [cell.align or "left" for cell in laid.rows[0]] if laid.rows else []
    given = grid.aligns[: len(sides)]
    return [pt_twips(width) for width in laid.widths], [side or sides[i] for i, side in enumerate(given)] + sides[len(given) :]


def _cells(
    row: Sequence[Sequence[Line]], grid: Grid, first: bool, widths: Sequence[int], aligns: Sequence[str]
) -> Iterator[str]:
    for i, cell in enumerate(row):
        inner = ""
        office = False
        for line in cell:
            if line.is_rule:
                continue
            if grid.data:
                shown = replace(line, looks=BOLD * len(line.text)) if first and not set(line.looks) - {"n"} else line
                inner += _paragraph(shown, "center" if first else aligns[i])
                continue
            named = is_name(line) and not is_office(line)
            room = "<w:p/>" * (_ROOM if named and office else 0)
            inner += room + _paragraph(line, "left" if line.text[:1] in "-–" else "center")
            office = is_office(line)
        yield f'<w:tc><w:tcPr><w:tcW w:w="{widths[i]}" w:type="dxa"/></w:tcPr>{inner or "<w:p/>"}</w:tc>'
