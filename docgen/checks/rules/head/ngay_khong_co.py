"""The date is a day of the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from docgen.checks.date_parts import DateParts, date_parts
from docgen.checks.rule import Finding, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry

_LEAP_YEAR = 2000
_MONTHS = 12


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at day and month as far as they are filled in; with an open year every leap day counts."""
    parts = date_parts(layout)
    if parts is None or not _is_impossible(parts):
        return
    yield Finding(
        msg("There is no such day."),
        parts.joined.spot(parts.day.start, parts.year.end),
        "place_date",
        msg("a day of the calendar"),
        " ".join(parts.joined.text[parts.day.start : parts.year.end].split()),
        msg("Correct the date."),
        parts.joined.sure,
    )


def _is_impossible(parts: DateParts) -> bool:
    day, month = parts.day.value, parts.month.value
    if month is not None and not 1 <= month <= _MONTHS:
        return True
    year = parts.year.value or _LEAP_YEAR
    longest = 31 if month is None else monthrange(max(1, year), month)[1]
    return day is not None and not 1 <= day <= longest


RULE = Rule(
    code="TT221",
    name="ngay-khong-co",
    kind=Kind.FORM,
    asks=msg("The date is a day of the calendar."),
    good="ngày 28 tháng 02 năm 2026",
    bad="ngày 30 tháng 02 năm 2026",
    look=look,
    no_fix=msg("Which day is meant is for a person to say."),
    needs=("place_date",),
)
