"""How the names at the top break, and when the smaller set of sizes serves."""

from __future__ import annotations

import pytest

from docgen.document.text import literal
from docgen.ooxml.units import PT_PER_MM
from docgen.rendering.blocks import Block
from docgen.rendering.head import Head, lay_out_head
from docgen.standards import load_standard
from tests.support.documents import issuer, sample

LONG = "TRUNG TÂM HỖ TRỢ ĐẦU TƯ"


def head_of(standard: str, *name: str, parent: tuple[str, ...] = (), place: str = "An Bình") -> Head:
    rules = load_standard(standard)
    document = sample(standard, "ke-hoach", issuer=issuer(*name, parent=parent), place=literal(place))
    return lay_out_head(document, rules, rules.page.text_width * PT_PER_MM)


def lines_of(head: Head, component: str) -> list[str]:
    """The printed lines of a component at the left."""
    blocks = [block for row in head.rows for block in row.left if isinstance(block, Block) and block.component == component]
    return [line.strip() for block in blocks for line in block.plain.split("\n")]


def is_small(head: Head) -> bool:
    """Whether the motto has another size than that of its style."""
    return any(isinstance(b, Block) and b.component == "motto" and b.size is not None for row in head.rows for b in row.right)


@pytest.mark.parametrize("standard", ["nd30", "hd05", "hd36"])
def test_joint_bodies_break_behind_the_hyphen(standard: str) -> None:
    lines = lines_of(head_of(standard, "SỞ NÔNG NGHIỆP - SỞ TÀI CHÍNH - SỞ XÂY DỰNG"), "issuer")
    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])


@pytest.mark.parametrize("standard", ["nd30", "hd05", "hd36"])
def test_social_is_no_commune(standard: str) -> None:
    lines = lines_of(head_of(standard, "BẢO HIỂM XÃ HỘI TỈNH QUẢNG NGÃI"), "issuer")
    assert lines == ["BẢO HIỂM XÃ HỘI", "TỈNH QUẢNG NGÃI"]


def test_authors_lines_that_fit_stay() -> None:
    given = ("ỦY BAN", "NHÂN DÂN", "TỈNH AN BÌNH")
    head = head_of("nd30", *given)
    assert lines_of(head, "issuer") == list(given)
    assert not is_small(head)


def test_only_the_authors_line_that_does_not_fit_is_broken() -> None:
    lines = lines_of(head_of("nd30", "SỞ", "NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH QUẢNG NGÃI", "XÃ AN"), "issuer")
    assert lines[0] == "SỞ"
    assert lines[-1] == "XÃ AN"
    assert len(lines) > 3


def test_smaller_set_saves_a_third_line() -> None:
    """Both lines fit at 12 pt beside a motto of 12 pt, neither at 13 pt beside one of 13 pt."""
    head = head_of("nd30", f"{LONG} VÀ CHĂM SÓC KHÁCH HÀNG")
    assert lines_of(head, "issuer") == [LONG, "VÀ CHĂM SÓC KHÁCH HÀNG"]
    assert is_small(head)


@pytest.mark.parametrize("times", [3, 4, 5, 6])
def test_smaller_set_is_not_used_where_it_saves_no_third_line(times: int) -> None:
    head = head_of("nd30", f"BAN QUẢN LÝ {' VÀ '.join([LONG] * times)}")
    assert len(lines_of(head, "issuer")) > 2
    assert not is_small(head)
