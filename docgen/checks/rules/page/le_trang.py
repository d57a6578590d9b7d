"""TT101: top, bottom, left and right margins (PL I, P.I, I.3; HD05 IV-4.1). The gutter belongs to the left margin.

On a landscape page, where neither act says whether the margins turn with the paper, any margin that some side may have will do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, get_args

from docgen.checks.pages import TOLERANCE, own_sections, say_mm
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at_page
from docgen.ooxml.content import Section
from docgen.ooxml.units import TWIPS_PER_MM
from docgen.problems import Message, msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import SetPage
from docgen.standards.facts import Fact
from docgen.standards.model import RuleEntry

Side: TypeAlias = Literal["top", "bottom", "left", "right"]
_SIDES: tuple[Side, ...] = get_args(Side)
_NAMES: dict[Side, Message] = {
    "top": msg("top margin"),
    "bottom": msg("bottom margin"),
    "left": msg("left margin"),
    "right": msg("right margin"),
}


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """One finding for each side and each wrong width, with every section that has it."""
    facts: dict[Side, Fact[float]] = {side: getattr(layout.standard.page, side) for side in _SIDES}
    low, high = min(map(_low, facts.values())), max(map(_high, facts.values()))
    wrong: dict[tuple[Side, int], list[Section]] = {}
    for section in own_sections(layout):
        turned = section.width > section.height
        for side in _SIDES:
            width = _width(section, side)
            fact = facts[side]
            least, most = (low, high) if turned else (_low(fact), _high(fact))
            if not least * TWIPS_PER_MM - TOLERANCE <= width <= most * TWIPS_PER_MM + TOLERANCE:
                wrong.setdefault((side, width), []).append(section)
    for (side, width), sections in wrong.items():
        fact = facts[side]
        target = round(min(max(width / TWIPS_PER_MM, _low(fact)), _high(fact)) * TWIPS_PER_MM)
        expected = f"{fact.describe()} mm"
        yield Finding(
            msg("The {side} is {width}.", side=_NAMES[side], width=say_mm(width)),
            at_page(sections[0]),
            "page",
            expected,
            say_mm(width),
            msg("Set it to {expected}.", expected=expected),
            repairs=tuple(SetPage(section, side, target - _gutter(section, side)) for section in sections),
            clause=fact.clause,
            tier=fact.tier,
        )


def _width(section: Section, side: Side) -> int:
    # a negative margin is one that text may not push aside
    return abs(int(getattr(section.margins, side))) + _gutter(section, side)


def _gutter(section: Section, side: Side) -> int:
    return section.margins.gutter if side == "left" else 0


def _low(fact: Fact[float]) -> float:
    return fact.use if fact.min is None else fact.min


def _high(fact: Fact[float]) -> float:
    return fact.use if fact.max is None else fact.max


RULE = Rule(
    code="TT101",
    name="le-trang",
    kind=Kind.FORM,
    asks=msg("The margins have the widths that the act gives."),
    good="lề trên 20 mm, lề dưới 20 mm, lề trái 30 mm, lề phải 15 mm",
    bad="lề trái 25 mm",
    look=look,
    fix=Fixing.SAFE,
)
