"""The number of an administrative document carries no year; that is for legal normative documents."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.number_parts import NumberParts, Part, is_year, number_parts
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look for a year between number and code. ``words``: types that may be legal normative documents, where it is only said."""
    parts = number_parts(layout)
    if parts is None:
        return
    if parts.year is None or parts.year_sign is None:
        yield from _behind_code(layout, parts)
        return
    year = parts.year
    digits = parts.digits or Part("", parts.year_sign.start, parts.year_sign.start)
    yield Finding(
        msg("The number carries the year {year}; only legal normative documents do.", year=year.text),
        parts.joined.spot(digits.start if digits.text else year.start, year.end),
        "number",
        digits.text or msg("no year"),
        parts.joined.text[digits.start if digits.text else year.start : year.end],
        msg("Take the year out."),
        parts.joined.sure,
        parts.joined.replace(parts.year_sign.end - len(parts.year_sign.text.lstrip()), year.end, ""),
        level="info" if layout.type is None or layout.type in entry.words else None,
    )


def _behind_code(layout: Layout, parts: NumberParts) -> Iterator[Finding]:
    """A year as the last part of the code."""
    if len(parts.groups) < 2 or not is_year(parts.groups[-1].text):
        return
    sign, year = parts.signs[-1], parts.groups[-1]
    yield Finding(
        msg("The number carries the year {year}; only legal normative documents do.", year=year.text),
        parts.joined.spot(year.start, year.end),
        "number",
        msg("no year"),
        year.text,
        msg("Take the year out."),
        parts.joined.sure,
        parts.joined.replace(sign.start, year.end, ""),
    )


RULE = Rule(
    code="TT217",
    name="nam-trong-so",
    kind=Kind.FORM,
    asks=msg("The number of an administrative document carries no year."),
    good="Số: 15/KH-UBND",
    bad="Số: 15/2026/KH-UBND",
    look=look,
    fix=Fixing.UNSAFE,
    needs=("number",),
)
