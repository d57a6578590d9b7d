"""TT113: the page number stands in the top margin (PL I, P.I, I.7; HD05 IV-5.1), not below the text."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.pages import field_place, own_sections
from docgen.checks.rule import Finding, Kind, Rule, Spot
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The first footer that prints a page number."""
    for section in own_sections(layout):
        for part in section.footers.values():
            place = field_place(part)
            if place is not None:
                yield Finding(
                    msg("The page number stands at the foot of the page."),
                    Spot(*place),
                    "page_number",
                    msg("in the top margin"),
                    msg("in the footer"),
                    msg("Put it into the header, centred."),
                )
                return


RULE = Rule(
    code="TT113",
    name="vi-tri-so-trang",
    kind=Kind.FORM,
    asks=msg("The page number stands in the top margin."),
    good="số trang ở giữa lề trên",
    bad="số trang ở chân trang",
    look=look,
    no_fix=msg("What else stands in the footer only a person can judge."),
)
