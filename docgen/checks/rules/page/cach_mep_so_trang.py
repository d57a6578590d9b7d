"""TT117: the Party's page number stands as far from the top edge as the rules say (HD05 IV-5.1)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.pages import has_number, own_sections, say_mm
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at_page
from docgen.ooxml.content import Section
from docgen.ooxml.units import TWIPS_PER_MM
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import SetPage
from docgen.standards.model import RuleEntry

_TOLERANCE = 28


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """One finding for each other distance, in sections whose header prints the number."""
    fact = layout.standard.page.header
    wanted = round(fact.use * TWIPS_PER_MM)
    wrong: dict[int, list[Section]] = {}
    for section in own_sections(layout):
        if has_number(section.headers.get("default")) and abs(section.margins.header - wanted) > _TOLERANCE:
            wrong.setdefault(section.margins.header, []).append(section)
    for distance, sections in wrong.items():
        expected = f"{fact.describe()} mm"
        yield Finding(
            msg("The page number stands {distance} from the edge.", distance=say_mm(distance)),
            at_page(sections[0]),
            "page_number",
            expected,
            say_mm(distance),
            msg("Set the header's distance from the edge to {expected}.", expected=expected),
            repairs=tuple(SetPage(section, "header", wanted) for section in sections),
        )


RULE = Rule(
    code="TT117",
    name="cach-mep-so-trang",
    kind=Kind.FORM,
    asks=msg("The page number stands as far from the top edge as the rules say."),
    good="cách mép trên 10 mm",
    bad="cách mép trên 20 mm",
    look=look,
    fix=Fixing.SAFE,
)
