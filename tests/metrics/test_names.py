"""Names of organisations break at their sense."""

from __future__ import annotations

import unicodedata
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.metrics import break_name

BOUNDARIES = ["TỈNH", "THÀNH PHỐ", "XÃ", "PHƯỜNG", "ĐẶC KHU", "VÀ", "THUỘC"]
WORDS = st.lists(st.sampled_from(["A", "BB", "CCC", "DDDD", "XÃ", "VÀ", "THÀNH PHỐ", "THÀNH"]), min_size=1, max_size=8)


def break_at(name: str, room: int, boundaries: list[str] = BOUNDARIES) -> list[str] | None:
    """``break_name`` where every character is one wide."""
    return break_name(name, boundaries, lambda line: len(line) <= room, len)


@pytest.mark.parametrize(
    ("name", "room", "lines"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", 40, ["ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"]),
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", 25, ["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"]),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", 30, ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"]),
        ("XÃ AN PHÚ VÀ XÃ BÌNH AN", 15, ["XÃ AN PHÚ", "VÀ XÃ BÌNH AN"]),
    ],
)
def test_breaks_before_boundaries(name: str, room: int, lines: list[str]) -> None:
    assert break_at(name, room) == lines


def test_boundary_is_a_whole_word_and_a_whole_phrase() -> None:
    assert break_at("AAAA VÀNG BB", 9) == ["AAAA", "VÀNG BB"]  # any space: VÀNG is not VÀ
    assert break_at("AAAAAA THÀNH BBB VÀ CC", 16) == ["AAAAAA THÀNH BBB", "VÀ CC"]  # THÀNH alone is no boundary


def test_boundaries_compare_without_case_or_composition() -> None:
    boundary = unicodedata.normalize("NFD", "tỉnh")
    assert break_at("AAAAAAAA BB TỈNH C", 11, [boundary]) == ["AAAAAAAA BB", "TỈNH C"]


def test_no_line_ends_in_a_boundary() -> None:
    assert break_at("BINH ĐOÀN VÀ XÃ AN", 12) == ["BINH ĐOÀN", "VÀ XÃ AN"]
    assert break_at("AAAA BB VÀ XÃ C", 10) == ["AAAA BB", "VÀ XÃ C"]  # AAAA BB VÀ / XÃ C would fit as well


def test_fewest_lines_come_before_evenness() -> None:
    assert break_at("AAAAAAAA VÀ B VÀ C", 15) == ["AAAAAAAA", "VÀ B VÀ C"]


def test_any_space_when_the_sense_does_not_fit() -> None:
    assert break_at("AAAA BBBB CCCC DDDD VÀ E", 15) == ["AAAA BBBB", "CCCC DDDD VÀ E"]


def test_none_when_a_word_does_not_fit() -> None:
    assert break_at("AAAA BBBBBBBB", 6) is None


def test_no_break_space_holds() -> None:
    assert break_at("AAAA BB\u00a0CC", 8) == ["AAAA", "BB\u00a0CC"]
    assert break_at("AAAAAA BB THÀNH\u00a0PHỐ C", 12) == ["AAAAAA BB", "THÀNH\u00a0PHỐ C"]


def test_empty_name_has_no_lines() -> None:
    assert break_at("  ", 5) == []


@given(WORDS, st.integers(1, 30))
def test_words_are_kept_in_order_and_lines_fit(words: list[str], room: int) -> None:
    name = " ".join(words)
    lines = break_at(name, room)
    if lines is None:
        assert any(len(word) > room for word in name.split())
    else:
        assert " ".join(lines) == name
        assert all(len(line) <= room for line in lines)


@given(WORDS, st.integers(1, 30))
def test_no_other_breaking_is_better(words: list[str], room: int) -> None:
    """Against every way to break at the boundaries, or at any space when none of those fits."""
    tokens = " ".join(words).split()
    begins = [i for i in range(len(tokens)) if tokens[i] in ("XÃ", "VÀ") or tokens[i : i + 2] == ["THÀNH", "PHỐ"]]
    sensible = [i for i in begins if i > 0 and tokens[i - 1] not in ("XÃ", "VÀ", "PHỐ")]
    for breaks in (sensible, list(range(1, len(tokens)))):
        ways = []
        for count in range(len(breaks) + 1):
            for chosen in combinations(breaks, count):
                ends = [0, *chosen, len(tokens)]
                widths = [len(" ".join(tokens[a:b])) for a, b in pairwise(ends)]
                if max(widths) <= room:
                    ways.append((len(widths), max(widths), max(widths) - min(widths)))
        if ways:
            lines = break_at(" ".join(tokens), room)
            assert lines is not None
            widths = [len(line) for line in lines]
            assert (len(widths), max(widths), max(widths) - min(widths)) == min(ways)
            return
    assert break_at(" ".join(tokens), room) is None
