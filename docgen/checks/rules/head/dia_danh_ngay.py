"""Place, comma, and the date in words: ``An Bình, ngày 05 tháng 3 năm 2026``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.date_parts import DateParts, date_parts, write_date, write_day
from docgen.checks.joined import join
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import Message, msg
from docgen.reading.layout import Layout, ReadDate
from docgen.standards.model import RuleEntry, Severity

_COMMA = re.compile(r"(\s*),(\s*)")
_SIGNS = (".", ",", ";")
#: room that is left open
_OPEN = re.compile(r"\s*(?:…|\.\.|_)")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at the line as a whole; zeros and impossible days have rules of their own, gaps of drafts are right."""
    joined = join(layout, "place_date")
    if joined is None:
        return
    form = layout.standard.date
    parts = date_parts(layout)
    what = _find_shape(layout.place_date) if parts is None else _find_fault(parts)
    # room that is only marked in another way is a draft's affair
    level: Severity | None = "warning" if parts is None and layout.place_date and layout.place_date.blank else None
    if what is None and parts is not None:
        what, level = _find_slip(parts, layout.regime == "party"), "warning"
    if what is None:
        return
    shape = form.place_pattern.format(place="…", date=form.pattern.format(day="…", month="…", year="…"))
    written = write_day(layout.place_date, form) if parts is None else write_date(parts, form)
    yield Finding(
        what,
        joined.spot(),
        "place_date",
        written or shape,
        " ".join(joined.text.split()),
        msg("Write it as {shape}.", shape=written or shape),
        joined.sure,
        joined.rewrite(written) if written else (),
        level=level,
    )


def _find_shape(read: ReadDate | None) -> Message:
    """What is wrong with a date that cannot be taken apart."""
    if read is not None and read.month is not None and not read.month_text.isdecimal():
        return msg("The month is not written in digits.")
    if read is not None and read.blank:
        return msg("The room for the date is left without its words.")
    return msg("The date is not written as the rule wants it.")


def _find_fault(parts: DateParts) -> Message | None:
    if parts.slashed:
        return msg("The date is written in figures alone.")
    if not parts.words:
        return msg("The words of the date are not written as prescribed.")
    text = parts.joined.text
    if not parts.place and not _OPEN.search(text, 0, parts.day.start):
        return msg("The place before the date is missing.")
    if parts.place and not parts.comma:
        return msg("The comma behind the place is missing.")
    short = len(parts.year.text) == 2 and parts.year.text.isdecimal()
    if short and parts.day.value and parts.month.value and not _OPEN.match(text, parts.year.end):
        return msg("The year is not written in full.")
    return None


def _find_slip(parts: DateParts, ends: bool) -> Message | None:
    """A space that the form of the date does not have, or a sign where the line ``ends`` with the year."""
    text = parts.joined.text
    comma = _COMMA.match(text, parts.place_end) if parts.place else None
    if comma and comma[1]:
        return msg("A space stands before the comma behind the place.")
    if comma and not comma[2]:
        return msg("There is no space behind the comma.")
    if ends and parts.year.value and text[parts.year.end :].strip() in _SIGNS:
        return msg("A sign stands behind the date that does not belong there.")
    return None


RULE = Rule(
    code="TT218",
    name="dia-danh-ngay",
    kind=Kind.FORM,
    asks=msg("Place and date are written as place, comma, day, month and year with their words."),
    good="Hà Nội, ngày 05 tháng 01 năm 2020",
    bad="Hà Nội 05/01/2020",
    look=look,
    fix=Fixing.UNSAFE,
    needs=("place_date",),
)
