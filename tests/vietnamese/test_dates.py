"""Dates read and printed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese import format_long, parse_iso

PATTERN = "ngày {day} tháng {month} năm {year}"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2026-03-05", (2026, 3, 5)),
        ("2024-02-29", (2024, 2, 29)),
        ("2026-03", (2026, 3, None)),
        ("2026", (2026, None, None)),
    ],
)
def test_iso_dates(text: str, parts: tuple[int, int | None, int | None]) -> None:
    assert parse_iso(text) == parts


@pytest.mark.parametrize(
    "text",
    ["", "hằng tháng", "2026-3-5", "05-03-2026", "2026-03-05 ", "2026-03-05\n", "2026-", "20260305", "٢٠٢٦-03-05", "Quý I/2026"],
)
def test_other_texts_are_no_iso_dates(text: str) -> None:
    assert parse_iso(text) is None


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13", "2026-00", "2025-02-29", "2026-04-31", "0000", "2026-01-00"])
def test_iso_shape_that_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=f"{text} is no date"):
        parse_iso(text)


@given(st.dates())
def test_every_date_is_read_back(day: date) -> None:
    assert parse_iso(day.isoformat()) == (day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("year", "month", "day", "text"),
    [
        (2020, 1, 5, "ngày 05 tháng 01 năm 2020"),
        (2019, 6, 29, "ngày 29 tháng 6 năm 2019"),
        (2019, 2, 10, "ngày 10 tháng 02 năm 2019"),
        (2026, 3, None, "ngày ... tháng 3 năm 2026"),
        (2026, None, None, "ngày ... tháng ... năm 2026"),
        (None, None, None, "ngày ... tháng ... năm ..."),
    ],
)
def test_long_dates(year: int | None, month: int | None, day: int | None, text: str) -> None:
    assert format_long(PATTERN, year, month, day, day_pad_below=10, month_pad_below=3, gap="...") == text
