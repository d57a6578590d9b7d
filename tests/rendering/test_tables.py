"""Widths of columns, and cells in which no document code is broken."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.document.model import Table
from docgen.document.text import literal, parse_inline
from docgen.metrics import break_lines, text_width
from docgen.ooxml.units import PT_PER_MM
from docgen.rendering.blocks import Block, TableBlock
from docgen.rendering.tables import lay_out_table
from docgen.standards import load_standard

ND30 = load_standard("nd30")
WIDTH = ND30.page.text_width * PT_PER_MM
PADDING = 2 * ND30.drawing.table_padding.use * PT_PER_MM
SIZE = ND30.components["table_cell"].size.use
URL = "https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=" + "1234567890"
SENTENCE = "Các cơ quan, đơn vị chủ động phối hợp, triển khai đồng bộ các nhiệm vụ được giao"
CELLS = st.sampled_from(["1", "Nghiêng", SENTENCE, URL, URL[:30], "1234/QĐ-UBND", "**Khương**", ""])
ROWS = st.integers(1, 7).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=2, max_size=4))


def laid_out(
    rows: Sequence[Sequence[str]], widths: Sequence[float] | None = None, align: tuple[str, ...] | None = None
) -> TableBlock:
    header, *others = [tuple(map(parse_inline, row)) for row in rows]
    table = Table(header=header, rows=tuple(others), widths=None if widths is None else tuple(widths), align=align)
    return lay_out_table(table, ND30, WIDTH)


def shown(width: float) -> float:
    """The room for words in a column."""
    return width - PADDING


def word(text: str, bold: bool = False) -> float:
    return text_width(text, SIZE, bold)


def test_a_long_word_leaves_the_other_columns_their_words() -> None:
    found = laid_out([["TT", "Nội dung", "Liên kết", "Ghi chú"], ["1", SENTENCE, URL, "Nghiêng"]])
    first, text, link, note = found.widths
    assert shown(first) > word("TT", bold=True)
    assert shown(text) > 2 * word("nghiệm")
    assert shown(note) > word("Nghiêng")
    assert link > 0.25 * WIDTH


def test_a_long_word_that_fits_beside_the_other_cells_stays_whole() -> None:
    found = laid_out([["TT", "Liên kết"], ["1", URL[:60]]])
    assert shown(found.widths[1]) > word(URL[:60])


def test_bold_words_are_measured_bold() -> None:
    rows = [["A"] * 7, ["**Khương**", *[SENTENCE] * 6]]
    assert shown(laid_out(rows).widths[0]) >= word("Khương", bold=True)


@given(ROWS, st.none() | st.lists(st.integers(1, 100), min_size=7, max_size=7))
def test_widths_fill_the_table_and_every_column_shows_something(rows: list[list[str]], shares: list[int] | None) -> None:
    count = len(rows[0])
    widths = laid_out(rows, None if shares is None else shares[:count]).widths
    assert sum(widths) == pytest.approx(WIDTH)
    for width, column in zip(widths, zip(*rows, strict=True), strict=True):
        if any(column):
            assert shown(width) >= min(word("0000"), max(word(cell) for cell in column)) - 0.01


@given(ROWS)
def test_ordinary_words_are_whole_where_all_have_room(rows: list[list[str]]) -> None:
    ordinary = [
        max((word(one) for cell in column for one in cell.strip("*").split() if len(one) <= 15), default=0.0)
        for column in zip(*rows, strict=True)
    ]
    widths = laid_out(rows).widths
    if sum(ordinary) * 1.2 + len(widths) * (PADDING + word("0000")) < WIDTH:  # 1.2: a header is bold
        assert all(shown(width) >= one for width, one in zip(widths, ordinary, strict=True))


def test_given_shares_hold() -> None:
    assert laid_out([["A", "B"], [SENTENCE, SENTENCE]], [1, 3]).widths == pytest.approx([WIDTH / 4, WIDTH * 3 / 4])


def test_a_share_too_small_is_lifted_at_the_cost_of_the_others_in_proportion() -> None:
    first, second, third = laid_out([["Nghiêng", "B", "C"], ["Nghiêng", SENTENCE, SENTENCE]], [1, 200, 400]).widths
    assert word("0000") <= shown(first) < word("Nghiêng")
    assert third == pytest.approx(2 * second)
    assert first + second + third == pytest.approx(WIDTH)


def test_a_narrow_column_of_short_words_keeps_its_share() -> None:
    share = (word("1") + PADDING + 3) / WIDTH
    assert laid_out([["1", "B"], ["1", SENTENCE]], [share, 1 - share]).widths[0] == pytest.approx(share * WIDTH)


CODED = "Thực hiện Nghị quyết số 71/NQ-CP của Chính phủ"
BEFORE = "Thực hiện Nghị quyết số 71/NQ-"


def coded_cell(align: str, text: str = CODED) -> tuple[Block, float]:
    """A cell whose column breaks the code, and the column's room."""
    share = (word(BEFORE) + PADDING + 0.5) / WIDTH
    found = laid_out([["A", "B"], [text, SENTENCE]], [share, 1 - share], (align, "left"))
    return found.rows[0][0], shown(found.widths[0])


@pytest.mark.parametrize("align", ["left", "center", "right", "both"])
def test_a_cell_does_not_break_a_document_code(align: str) -> None:
    cell, room = coded_cell(align)
    assert break_lines(CODED, SIZE, room)[0] == BEFORE
    assert cell.indents is not None
    left, right, hanging = cell.indents
    assert break_lines(CODED, SIZE, room - left - right)[0] == "Thực hiện Nghị quyết số"
    assert hanging == 0
    assert cell.plain == CODED
    assert {"left": left == 0, "both": left == 0, "right": right == 0, "center": left == right}[align]


def test_other_cells_are_not_indented() -> None:
    cell, _ = coded_cell("left", CODED.replace("71/NQ-CP", "71-NQCP"))
    assert cell.indents is None
    assert lay_out_table(Table((literal("A"),), ((literal("số 71/NQ-CP"),),)), ND30, WIDTH).rows[0][0].indents is None
