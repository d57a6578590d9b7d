"""No heading stands where LibreOffice's first guess of the pages would part it from its text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.rendering.blocks import Block, TableBlock, words
from docgen.rendering.guarding import MOST_GUARDS, guard_headings
from docgen.standards import load_standard

ND30 = load_standard("nd30")


def heading() -> Block:
    return Block("clause", [words("1. Đề mục")], keep_next=True)


def text() -> Block:
    return Block("body", [words("Một đoạn.")])


def test_nothing_is_put_in_where_nothing_is_parted() -> None:
    assert len(guard_headings([text() for _ in range(60)], ND30, 2)) == 60


def test_a_heading_at_the_twenty_fifth_place_is_moved_on() -> None:
    # two rows of the head, 22 paragraphs, then the heading: the 25th
    found = guard_headings([*(text() for _ in range(22)), heading(), text()], ND30, 2)
    guards = [b for b in found if isinstance(b, Block) and b.component == "end"]
    assert len(guards) == 1
    assert found[:1] == guards


def test_on_further_pages_it_deals_out_one_more() -> None:
    # two rows of the head, 48 paragraphs, then the heading: the 51st
    assert len(guard_headings([*(text() for _ in range(48)), heading(), text()], ND30, 2)) == 51
    assert len(guard_headings([*(text() for _ in range(47)), heading(), text()], ND30, 2)) == 49


def test_rows_of_a_table_count() -> None:
    table = TableBlock([100.0], [text()], [[text()] for _ in range(20)])
    # 2 rows of the head, 21 of the table, 1 paragraph: the heading is the 25th
    assert isinstance(guard_headings([table, text(), heading(), text()], ND30, 2)[0], Block)
    assert guard_headings([table, text(), text(), heading(), text()], ND30, 2)[0] is table


@given(st.lists(st.booleans(), max_size=120))
def test_words_stay_and_at_most_a_few_guards_stand_in_front(headings: list[bool]) -> None:
    blocks = [heading() if h else text() for h in headings]
    found = guard_headings(blocks, ND30, 1)
    assert found[len(found) - len(blocks) :] == blocks
    assert len(found) - len(blocks) <= MOST_GUARDS
