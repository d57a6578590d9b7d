"""Days below 10 and the months January and February have a zero in front."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.date_parts import Figure, date_parts
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry
from docgen.vietnamese import pad


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at day and month as far as they are filled in; a date in figures alone is wrong as a whole."""
    parts = date_parts(layout)
    if parts is None or parts.slashed:
        return
    form = layout.standard.date
    below: list[tuple[Figure, int]] = [(parts.day, form.day_pad_below), (parts.month, form.month_pad_below)]
    for figure, bound in below:
        if figure.value is None or not 0 < figure.value < bound:
            continue
        wanted = pad(figure.value, bound)
        if len(figure.text) < len(wanted):
            yield Finding(
                msg("The day lacks the zero in front.") if figure is parts.day else msg("The month lacks the zero in front."),
                parts.joined.spot(figure.start, figure.end),
                "place_date",
                wanted,
                figure.text,
                msg("Write {number}.", number=wanted),
                parts.joined.sure,
                parts.joined.replace(figure.start, figure.end, wanted),
            )


RULE = Rule(
    code="TT219",
    name="so-khong-ngay-thang",
    kind=Kind.FORM,
    asks=msg("Days below 10 and the months 1 and 2 are written with a zero in front."),
    good="ngày 05 tháng 01 năm 2020",
    bad="ngày 5 tháng 1 năm 2020",
    look=look,
    fix=Fixing.SAFE,
    needs=("place_date",),
)
