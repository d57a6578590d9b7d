"""TT102: the paper is A4 (PL I, P.I, I.1; HD05 IV-3), upright or turned."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.pages import own_sections
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at_page
from docgen.ooxml.content import Section
from docgen.ooxml.units import TWIPS_PER_MM
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import SetPage
from docgen.standards.model import RuleEntry

#: programs round the paper's size each in their own way, up to a millimetre
_TOLERANCE = TWIPS_PER_MM


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """One finding for each wrong size, with every section that has it."""
    page = layout.standard.page
    wide, high = round(page.width.use * TWIPS_PER_MM), round(page.height.use * TWIPS_PER_MM)
    expected = f"{page.width.use:g} × {page.height.use:g} mm"
    wrong: dict[str, list[Section]] = {}
    for section in own_sections(layout):
        sides = sorted((section.width, section.height))
        if abs(sides[0] - wide) > _TOLERANCE or abs(sides[1] - high) > _TOLERANCE:
            shown = f"{section.width / TWIPS_PER_MM:.0f} × {section.height / TWIPS_PER_MM:.0f} mm"
            wrong.setdefault(shown, []).append(section)
    for actual, sections in wrong.items():
        yield Finding(
            msg("The paper is {actual}.", actual=actual),
            at_page(sections[0]),
            "page",
            expected,
            actual,
            msg("Set it to A4, {expected}.", expected=expected),
            repairs=tuple(repair for section in sections for repair in _resized(section, wide, high)),
            clause=page.width.clause,
            tier=page.width.tier,
        )


def _resized(section: Section, wide: int, high: int) -> tuple[SetPage, SetPage]:
    if section.width > section.height:
        wide, high = high, wide
    return SetPage(section, "width", wide), SetPage(section, "height", high)


RULE = Rule(
    code="TT102",
    name="kho-giay",
    kind=Kind.FORM,
    asks=msg("The paper is A4."),
    good="A4 (210 × 297 mm)",
    bad="Letter (216 × 279 mm)",
    look=look,
    fix=Fixing.SAFE,
)
