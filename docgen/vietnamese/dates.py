"""Dates: read as ISO 8601 writes them, printed in words."""

from __future__ import annotations

import re
from datetime import date

from .numerals import pad

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def parse_iso(text: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of ``2026-03-05``, ``2026-03`` or ``2026``; ``None`` for a text of another shape.

    ``ValueError`` for a text of that shape which is no date (``2026-02-30``, ``2026-13``, ``0000``).
    """
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year = int(match[1])
    month = None if match[2] is None else int(match[2])
    day = None if match[3] is None else int(match[3])
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise ValueError(f"{text} is no date") from None
    return year, month, day


def format_long(
    pattern: str,
    year: int | None,
    month: int | None,
    day: int | None,
    *,
    day_pad_below: int,
    month_pad_below: int,
    gap: str,
) -> str:
    """A date in the words of ``pattern`` (``ngày {day} tháng {month} năm {year}``), with ``gap`` for each missing part.

    Days below ``day_pad_below`` and months below ``month_pad_below`` get a zero in front. ``KeyError`` for another name in
    the pattern.
    """
    return pattern.format(
        year=gap if year is None else str(year),
        month=gap if month is None else pad(month, month_pad_below),
        day=gap if day is None else pad(day, day_pad_below),
    )
