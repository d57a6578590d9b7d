"""Tables and rows that went or came by tracked changes are set as they were and as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from docgen.recovery.redlining import Redline, make_redline
from tests.checks.making import made_from, parts_of
from tests.ooxml.packages import zipped
from tests.ooxml.wordml import SECTION, members, p, style, styles
from tests.recovery.redlines import MAIN, W, compared, resolve, side

BORDERS = '<w:tblBorders><w:top w:val="double" w:sz="12" w:space="0" w:color="FF0000"/></w:tblBorders>'
MARGINS = '<w:tblCellMar><w:left w:w="200" w:type="dxa"/></w:tblCellMar>'
TABLE = f'<w:tblW w:w="5000" w:type="dxa"/><w:jc w:val="center"/>{BORDERS}{MARGINS}'
HEAD = "<w:cantSplit/><w:tblHeader/>"
CELL = '<w:tcW w:w="2500" w:type="dxa"/>{}<w:tcMar><w:left w:w="300" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/>'
GRID = '<w:tblStyle w:val="Khung"/><w:tblLook w:val="04A0"/>'


def cell(words: str, properties: str = CELL.format("")) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(words)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = TABLE, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="2500"/>' * columns
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def build(*blocks: str, more: dict[str, bytes] | None = None) -> bytes:
    return zipped(members("".join(blocks) + SECTION) | (more or {}))


def redline(old: bytes, new: bytes) -> Redline:
    return make_redline(side(old), side(new), compared(old, new))


def lists(data: bytes) -> list[str]:
    """The property lists and grids of all tables, their rows and cells, in order."""
    root = etree.fromstring(parts_of(data)[MAIN])
    found = root.iter(f"{W}tblPr", f"{W}gridCol", f"{W}trPr", f"{W}tcPr")
    # a row that came or went keeps one property more beside its mark
    return [text for one in found if (text := _say(one)) != "(trPr (cantSplit val=off))"]


def _say(element: etree._Element) -> str:
    inner = [f"{etree.QName(k).localname}={v}" for k, v in sorted((str(k), str(v)) for k, v in element.attrib.items())]
    return f"({' '.join([etree.QName(element).localname, *inner, *map(_say, element)])})"


LINE = p("một đoạn ở giữa")
FULL = table(row(cell("A"), cell("B"), properties=HEAD), row(cell("C"), cell("D")))
JOINED = table(row(cell("A B", CELL.format('<w:gridSpan w:val="2"/>')), properties=HEAD), row(cell("C"), cell("D")))
TALL = table(row(cell("A", CELL.format('<w:vMerge w:val="restart"/>')), cell("B")), row(cell("", CELL.format("<w:vMerge/>")), cell("D")))
PAIRS = [
    ([LINE, FULL, LINE], [LINE, LINE]),
    ([LINE, LINE], [LINE, FULL, LINE]),
    ([table(row(cell("A"), cell("B"), properties=HEAD), properties=""), LINE], [LINE, LINE]),
    ([FULL, LINE], [table(row(cell("A"), cell("B"), properties=HEAD)), LINE]),
    ([FULL, LINE], [JOINED, LINE]),
    ([JOINED, LINE], [FULL, LINE]),
    ([LINE, TALL, LINE], [LINE, LINE]),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_lists_of_tables_come_back(old: list[str], new: list[str], tmp_path: Path) -> None:
    ours, theirs = build(*old), build(*new)
    made = redline(ours, theirs)
    assert lists(resolve(made.data, accept=True)) == lists(theirs)
    assert lists(resolve(made.data, accept=False)) == lists(ours)
    assert made.not_shown == ()
    (tmp_path / "both.docx").write_bytes(made.data)
    (tmp_path / "old.docx").write_bytes(ours)
    known, told = ({str(e) for e in OpenXmlValidator().validate(str(tmp_path / f"{n}.docx")).errors} for n in ("old", "both"))
    assert told <= known


def styled(*blocks: str, style_of_table: str = "") -> bytes:
    entries = [style("Normal"), *([style("Khung", "table", more=style_of_table)] if style_of_table else [])]
    return zipped(members("".join(blocks) + SECTION, styles=styles(*entries)))


def test_the_first_row_comes_back_too() -> None:
    ours, theirs = build(FULL, LINE), build(table(row(cell("C"), cell("D"))), LINE)
    assert lists(resolve(redline(ours, theirs).data, accept=False)) == lists(ours)


IN_STYLE = table(row(cell("A"), cell("B")), properties=GRID)


def test_a_style_that_both_have_is_kept() -> None:
    said = f"<w:tblPr>{BORDERS}</w:tblPr>"
    ours, theirs = styled(LINE, IN_STYLE, LINE, style_of_table=said), styled(LINE, LINE, style_of_table=said)
    made = redline(ours, theirs)
    assert lists(resolve(made.data, accept=False)) == lists(ours)
    assert made.not_shown == ()


def test_of_a_style_that_is_no_more_the_borders_are_stated_and_the_rest_is_said_to_be_lost() -> None:
    ours = styled(LINE, IN_STYLE, LINE, style_of_table=f"<w:tblPr>{BORDERS}</w:tblPr>")
    made = redline(ours, styled(LINE, LINE))
    back = resolve(made.data, accept=False)
    assert lists(back)[0] == "(tblPr (tblBorders (top color=FF0000 space=0 sz=12 val=double)))"
    assert [str(note) for note in made.not_shown] == ["table 1 before: its style is not put back"]


def test_a_column_more_is_rows_with_their_old_cells() -> None:
    old = table(row(cell("A"), cell("B"), properties=HEAD))
    new = table(row(cell("A"), cell("B"), cell("C"), properties=HEAD), columns=3)
    made = redline(build(old, LINE), build(new, LINE))
    back = etree.fromstring(parts_of(resolve(made.data, accept=False))[MAIN])
    assert [_say(one) for one in back.iter(f"{W}trPr", f"{W}tcPr")] == lists(build(old))[3:]
    # the widths of the columns belong to the table as a whole
    assert [str(note) for note in made.not_shown] == ["table 1: column widths: 125 pt, 125 pt → 125 pt, 125 pt, 125 pt"]


def test_tables_of_docgen_come_back() -> None:
    old = made_from("nha-nuoc/bao-cao")
    root = etree.fromstring(parts_of(old)[MAIN])
    biggest = max(root.iter(f"{W}tbl"), key=lambda one: len(one.findall(f"{W}tr")))
    holder = biggest.getparent()
    assert holder is not None
    holder.remove(biggest)
    new = zipped({**parts_of(old), MAIN: etree.tostring(root)})
    assert lists(resolve(redline(old, new).data, accept=False)) == lists(old)
