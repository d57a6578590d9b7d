"""Lists that end in a filing line and have no label: which are Nơi nhận, and which are text."""

from __future__ import annotations

import pytest

from docgen.reading.layout import Layout
from tests.checks.making import layout_of
from tests.support.spoiling import Book
from tests.support.spoiling_cases import drop, each
from tests.support.spoiling_inserted import element, file_of, styled

_EDGES = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))


def _cell(*lines: str) -> str:
    inside = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/><w:tcBorders>{_EDGES}</w:tcBorders></w:tcPr>{inside}</w:tc>'


def _read(book: Book) -> Layout:
    return layout_of(book.pack())


@pytest.mark.parametrize("name", ["nd30-ke-hoach", "nd30-phu-luc", "nd30-ban-sao", "hd05-dau-chi", "hd05-bien-ban"])
def test_a_list_beside_or_below_a_signature_is_told_by_its_filing_line(name: str) -> None:
    whole = layout_of(file_of(name))
    book = Book(file_of(name))
    drop("recipients_label")(book)
    found = _read(book)
    for component in ("recipient", "filing", "drafter", "sign_title", "sign_name", "body"):
        assert found.words_of(component) == whole.words_of(component), component


def test_a_table_of_the_text_with_tasks_and_names_is_no_such_list() -> None:
    book = Book(file_of("nd30-ke-hoach"))
    grid = '<w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>'
    row = f"<w:tr>{_cell('- Rà soát hồ sơ;', '- Lưu trữ hồ sơ.')}{_cell('Nguyễn Văn Bình')}</w:tr>"
    book.find("body", -1).addprevious(element(f"<w:tbl><w:tblPr/>{grid}{row}</w:tbl>"))
    found = _read(book)
    assert len(found.get("table_cell")) == 3
    assert found.words_of("filing") == "- Lưu: VT, QLNS."


def test_a_list_of_the_text_that_speaks_of_filing_is_no_such_list() -> None:
    book = Book(file_of("nd30-ke-hoach"))
    here = book.find("body", -1)
    for words in ("- Rà soát hồ sơ;", "- Lưu hồ sơ của đơn vị."):
        here.addprevious(styled("list_item", words))
    assert _read(book).words_of("filing") == "- Lưu: VT, QLNS."


def test_a_mark_behind_the_last_recipient_is_the_drafters() -> None:
    book = Book(file_of("nd30-ke-hoach"))
    drop("filing")(book)
    found = _read(book)
    assert found.words_of("drafter") == "PL.(30)"
    assert len(found.get("recipient")) == 2


def test_without_label_and_filing_line_nothing_is_taken_for_a_list() -> None:
    book = Book(file_of("nd30-quyet-dinh"))
    each(drop("recipients_label"), drop("filing"))(book)
    assert not _read(book).get("recipients_label")
    assert _read(book).words_of("sign_name") == "Nguyễn Thị Phương Thảo"
