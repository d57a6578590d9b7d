"""Names of organisations break at their sense."""

from __future__ import annotations

import unicodedata
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.metrics import break_name

BOUNDARIES = ["TỈNH", "THÀNH PHỐ", "THỊ XÃ", "XÃ", "PHƯỜNG", "ĐẶC KHU", "VÀ", "THUỘC"]
JOINTS = ["-"]
UNBROKEN = ["XÃ HỘI", "- XÃ HỘI", "HỢP TÁC XÃ"]
PIECES = ["A", "BB", "CCC", "DDDD", "XÃ", "VÀ", "THÀNH PHỐ", "THÀNH", "-", "XÃ HỘI"]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7)


def break_at(name: str, room: int, boundaries: list[str] = BOUNDARIES) -> list[str]:
    """``break_name`` where every character is one wide."""
    return break_name(name, boundaries, lambda line: len(line) <= room, len, JOINTS, UNBROKEN)


@pytest.mark.parametrize(
    ("name", "room", "lines"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", 40, ["ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"]),
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", 25, ["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"]),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", 21, ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"]),
        ("XÃ AN PHÚ VÀ XÃ BÌNH AN", 15, ["XÃ AN PHÚ", "VÀ XÃ BÌNH AN"]),
        ("ỦY BAN NHÂN DÂN THỊ XÃ ĐỨC PHỔ", 15, ["ỦY BAN NHÂN DÂN", "THỊ XÃ ĐỨC PHỔ"]),
    ],
)
def test_breaks_before_boundaries(name: str, room: int, lines: list[str]) -> None:
    assert break_at(name, room) == lines


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (34, ["SỞ NỘI VỤ - SỞ TÀI CHÍNH - SỞ Y TẾ"]),
        (24, ["SỞ NỘI VỤ -", "SỞ TÀI CHÍNH - SỞ Y TẾ"]),
        (14, ["SỞ NỘI VỤ -", "SỞ TÀI CHÍNH -", "SỞ Y TẾ"]),
    ],
)
def test_joint_bodies_break_behind_the_hyphen(room: int, lines: list[str]) -> None:
    assert break_at("SỞ NỘI VỤ - SỞ TÀI CHÍNH - SỞ Y TẾ", room) == lines


def test_a_boundary_inside_an_unbroken_phrase_is_none() -> None:
    assert break_at("BẢO HIỂM XÃ HỘI TỈNH AN", 16) == ["BẢO HIỂM XÃ HỘI", "TỈNH AN"]
    assert break_at("BAN CHÍNH TRỊ - XÃ HỘI XÃ AN", 22) == ["BAN CHÍNH TRỊ - XÃ HỘI", "XÃ AN"]
    assert break_at("HỢP TÁC XÃ AN PHÚ VÀ B", 19) == ["HỢP TÁC XÃ AN PHÚ", "VÀ B"]


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


def test_only_the_unit_that_is_too_long_breaks_inside() -> None:
    assert break_at("AAAA BBBB CCCC DDDD VÀ EEEE FFFF", 15) == ["AAAA BBBB", "CCCC DDDD", "VÀ EEEE FFFF"]
    assert break_at("ỦY BAN NHÂN DÂN TỈNH AN THÁI BÌNH", 16) == ["ỦY BAN NHÂN DÂN", "TỈNH AN", "THÁI BÌNH"]


def test_a_unit_that_is_too_long_breaks_best_behind_a_joint() -> None:
    name = "ĐẢNG UỶ CÁC CƠ QUAN ĐẢNG VÀ ĐOÀN THỂ CHÍNH TRỊ - XÃ HỘI AN BÌNH"
    assert break_at(name, 24) == ["ĐẢNG UỶ CÁC CƠ QUAN ĐẢNG", "VÀ ĐOÀN THỂ CHÍNH TRỊ -", "XÃ HỘI AN BÌNH"]


def test_inside_a_unit_that_is_too_long_no_line_ends_in_a_boundary() -> None:
    assert break_at("AAAA XÃ BBBBBBB CC", 10) == ["AAAA", "XÃ BBBBBBB", "CC"]  # XÃ / BBBBBBB CC would be more even


def test_a_boundary_of_several_words_may_stand_alone_where_its_unit_is_too_long() -> None:
    name = "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH"
    assert break_at(name, 20) == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ", "HỒ CHÍ MINH"]
    assert break_at(name, 14) == ["ỦY BAN", "NHÂN DÂN", "THÀNH PHỐ", "HỒ CHÍ MINH"]


def test_a_word_that_does_not_fit_is_a_line() -> None:
    assert break_at("AAAA BBBBBBBB", 6) == ["AAAA", "BBBBBBBB"]
    assert break_at("AAAA VÀ XÃ B", 3) == ["AAAA", "VÀ", "XÃ", "B"]


def test_no_break_space_holds() -> None:
    assert break_at("AAAA BB\u00a0CC", 8) == ["AAAA", "BB\u00a0CC"]
    assert break_at("AAAAAA BB THÀNH\u00a0PHỐ C", 12) == ["AAAAAA BB", "THÀNH\u00a0PHỐ C"]
    assert break_at("AAAAAA BB THÀNH PHỐ\u00a0C", 12) == ["AAAAAA BB", "THÀNH PHỐ\u00a0C"]


def test_empty_name_has_no_lines() -> None:
    assert break_at("  ", 5) == []


@given(WORDS, st.integers(1, 30))
def test_words_are_kept_in_order_and_lines_fit(words: list[str], room: int) -> None:
    name = " ".join(words)
    lines = break_at(name, room)
    assert " ".join(lines) == name
    assert all(len(line) <= room or " " not in line for line in lines)


def _begins(tokens: list[str], i: int) -> int:
    """How many words the boundary at word ``i`` has; 0 where there is none."""
    if tokens[i : i + 2] == ["THÀNH", "PHỐ"]:
        return 2
    return int(tokens[i] == "VÀ" or (tokens[i] == "XÃ" and tokens[i + 1 : i + 2] != ["HỘI"]))


@given(WORDS, st.integers(1, 30))
def test_no_other_breaking_is_better(words: list[str], room: int) -> None:
    """Against every way to break at the boundaries and joints, and elsewhere only in units that do not fit."""
    tokens = " ".join(words).split()
    count = len(tokens)
    behind = {i + _begins(tokens, i) for i in range(count) if _begins(tokens, i)}
    held = behind | {i for i in range(1, count) if tokens[i] == "-" or tokens[i - 1 : i + 1] in (["THÀNH", "PHỐ"], ["XÃ", "HỘI"])}
    social = {i for i in range(1, count) if tokens[i - 1 : i + 2] == ["-", "XÃ", "HỘI"]}
    sensible = [i for i in range(1, count) if (_begins(tokens, i) or tokens[i - 1] == "-") and i not in held | social]
    unit_of = {i: (a, b) for a, b in pairwise([0, *sensible, count]) for i in range(a + 1, b)}

    def fits(a: int, b: int) -> bool:
        return b - a == 1 or len(" ".join(tokens[a:b])) <= room

    def leads(a: int, b: int) -> bool:
        """Whether the words are boundaries only, the last of them one of several words."""
        while a < b and _begins(tokens, a):
            a, size = a + _begins(tokens, a), _begins(tokens, a)
        return a == b and size > 1

    def allowed(a: int, b: int) -> bool:
        if b == count or b in sensible:
            return True
        unit = unit_of[b]
        return not fits(*unit) and (b not in held or (a == unit[0] and bool(_begins(tokens, a)) and leads(a, b)))

    def inside(chosen: set[int]) -> int:
        """Twice the number of breaks inside units, those behind a joint or a boundary counting half."""
        return sum(1 if i in held or tokens[i - 1] == "-" else 2 for i in chosen - set(sensible))

    ways = []
    for chosen in (c for n in range(count) for c in combinations(range(1, count), n)):
        lines = list(pairwise([0, *chosen, count]))
        if all(fits(a, b) and allowed(a, b) for a, b in lines):
            ways.append(_rank([" ".join(tokens[a:b]) for a, b in lines], inside(set(chosen))))
    if ways:
        lines_found = break_at(" ".join(tokens), room)
        ends = {sum(len(line.split()) for line in lines_found[:n]) for n in range(1, len(lines_found))}
        assert _rank(lines_found, inside(ends)) == min(ways)


def _rank(lines: list[str], inside: int) -> tuple[int, int, int, int]:
    widths = [len(line) for line in lines]
    return len(lines), inside, max(widths), -min(widths)
