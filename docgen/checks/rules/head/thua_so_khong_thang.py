"""The months from March on have no zero in front."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.date_parts import date_parts
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at the month as far as it is filled in."""
    parts = date_parts(layout)
    if parts is None or parts.slashed or parts.month.value is None:
        return
    month = parts.month
    if parts.month.value >= layout.standard.date.month_pad_below and month.text.startswith("0"):
        wanted = str(month.value)
        yield Finding(
            msg("The month {month} has a zero too many.", month=wanted),
            parts.joined.spot(month.start, month.end),
            "place_date",
            wanted,
            month.text,
            msg("Write {number}.", number=wanted),
            parts.joined.sure,
            parts.joined.replace(month.start, month.end, wanted),
        )


RULE = Rule(
    code="TT220",
    name="thua-so-khong-thang",
    kind=Kind.FORM,
    asks=msg("The months from 3 on are written without a zero in front."),
    good="ngày 29 tháng 6 năm 2019",
    bad="ngày 29 tháng 06 năm 2019",
    look=look,
    fix=Fixing.SAFE,
    needs=("place_date",),
)
