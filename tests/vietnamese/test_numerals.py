"""Roman numerals, letters, leading zeros."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese import letter, pad, roman

ALPHABET = "abcdđeghiklmnopqrstuvxy"
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@pytest.mark.parametrize(
    ("n", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (90, "XC"), (449, "CDXLIX"), (3999, "MMMCMXCIX")]
)
def test_roman(n: int, text: str) -> None:
    assert roman(n) == text


@given(st.integers(1, 3999))
def test_roman_adds_up(n: int) -> None:
    values = [VALUES[sign] for sign in roman(n)]
    total = sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    assert total == n


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_roman_has_limits(n: int) -> None:
    with pytest.raises(ValueError, match="no Roman numeral"):
        roman(n)


@pytest.mark.parametrize(
    ("n", "text"), [(1, "a"), (5, "đ"), (7, "g"), (23, "y"), (24, "aa"), (25, "bb"), (46, "yy"), (47, "aaa")]
)
def test_letter(n: int, text: str) -> None:
    assert letter(n, ALPHABET) == text


@given(st.integers(1, 500), st.integers(1, 500))
def test_letters_are_distinct(one: int, other: int) -> None:
    assert (letter(one, ALPHABET) == letter(other, ALPHABET)) == (one == other)


def test_letter_takes_a_list() -> None:
    assert letter(2, ["a", "đ"]) == "đ"


@pytest.mark.parametrize(("n", "alphabet"), [(0, "ab"), (1, "")])
def test_letter_has_limits(n: int, alphabet: str) -> None:
    with pytest.raises(ValueError, match="no letter"):
        letter(n, alphabet)


@pytest.mark.parametrize(
    ("n", "below", "width", "text"),
    [
        (5, 10, 2, "05"),
        (10, 10, 2, "10"),
        (2, 3, 2, "02"),
        (3, 3, 2, "3"),
        (0, 10, 2, "00"),
        (7, 1000, 3, "007"),
        (1234, 10, 2, "1234"),
    ],
)
def test_pad(n: int, below: int, width: int, text: str) -> None:
    assert pad(n, below, width) == text
