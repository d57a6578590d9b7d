"""Where a template's page and styles differ from the rule set, besides what makes it no template at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docgen.ooxml.opening import Package, open_package
from docgen.ooxml.units import TWIPS_PER_MM
from docgen.ooxml.xml import qn
from docgen.problems import DocgenError, Level, Message, Place, Problem, msg
from docgen.standards import Component, Fact, Standard
from docgen.standards.facts import Tier
from docgen.templating.binding import section_properties
from docgen.templating.compiling import CompiledTemplate, compile_template
from docgen.templating.effective import Look, effective_looks
from docgen.templating.shipped import read_template

#: mm and pt that programs lose when they round; shares of a line
LENGTH_TOLERANCE, POINT_TOLERANCE, LINE_TOLERANCE = 0.1, 0.06, 0.005
_SIDES = {"top": msg("top margin"), "bottom": msg("bottom margin"), "left": msg("left margin"), "right": msg("right margin")}
#: only the words of the act make an error; where nothing is said, an agency may well want it otherwise
_LEVELS = {Tier.TEXT: Level.ERROR, Tier.HOUSE: Level.NOTE}


def lint_template(path: Path, standard: Standard) -> list[Problem]:
    """Everything that is wrong with the template at ``path`` for ``standard``, and everything that differs from the rules.

    A difference from the words of the act is an error, from its samples or from custom a warning, from docgen's own choice
    a note.
    """
    try:
        data = read_template(path)
        template = compile_template(data, standard, str(path), path.parent)
    except DocgenError as error:
        return list(error.problems)
    package = open_package(template.data, name=str(path))
    return [*_lint_page(package, standard, path), *_lint_styles(package, template, standard, path)]


def _lint_page(package: Package, standard: Standard, path: Path) -> Iterator[Problem]:
    section = section_properties(package.xml(package.main))
    assert section is not None
    place = Place(str(path), pointer=package.main)
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    page = standard.page
    measured = [(msg("paper width"), size, "w", page.width), (msg("paper height"), size, "h", page.height)]
    measured += [(label, margins, side, getattr(page, side)) for side, label in _SIDES.items()]
    for label, element, key, fact in measured:
        found = 0.0 if element is None else _number(element.get(qn(f"w:{key}"))) / TWIPS_PER_MM
        if not fact.allows(found, LENGTH_TOLERANCE):
            yield _differs(msg("the page"), label, msg("{length} mm", length=f"{found:.1f}"), fact, " mm", place)


def _lint_styles(package: Package, template: CompiledTemplate, standard: Standard, path: Path) -> Iterator[Problem]:
    part = package.related(package.main, "styles")[0]
    looks = effective_looks(package, part)
    for name, component in standard.printed.items():
        look = looks[template.styles[name]]
        style = msg("the style “{style}”", style=component.label)
        place = Place(str(path), pointer=f"{part}#{template.styles[name]}")
        for label, found, shown, fact, unit, tolerance in _properties(standard, component, look):
            if not fact.allows(found, tolerance):
                yield _differs(style, label, shown, fact, unit, place)


_Property = tuple[Message, object, Message | str, Fact[Any], str, float]


def _properties(standard: Standard, component: Component, look: Look) -> Iterator[_Property]:
    """What the rule set says of a style: label, found value, the same in words, the fact, its unit, the tolerance."""
    font, color = standard.page.font, standard.page.color
    # fonts have no upper and lower case of their own
    same = look.font.casefold() == font.use.casefold()
    yield msg("font"), font.use if same else look.font, look.font, font, "", 0
    yield msg("colour"), look.color, look.color, color, "", 0
    yield msg("size"), look.size, _points(look.size), component.size, " pt", POINT_TOLERANCE
    yield msg("bold"), look.bold, _yes(look.bold), component.bold, "", 0
    yield msg("italic"), look.italic, _yes(look.italic), component.italic, "", 0
    yield msg("alignment"), look.align, look.align, component.align, "", 0
    if component.indent:
        millimetres = msg("{length} mm", length=f"{look.indent:.1f}")
        yield msg("first line indent"), look.indent, millimetres, component.indent, " mm", LENGTH_TOLERANCE
    if component.before:
        yield msg("space before"), look.before, _points(look.before), component.before, " pt", POINT_TOLERANCE
    if component.after:
        yield msg("space after"), look.after, _points(look.after), component.after, " pt", POINT_TOLERANCE
    spacing = component.exact if component.exact and (look.exact is not None or not component.line) else component.line
    if spacing is not None:
        wanted_exact = spacing is component.exact
        shown = (
            msg("{number} lines", number=f"{look.line:g}")
            if look.exact is None
            else msg("exactly {points}", points=_points(look.exact))
        )
        found = look.exact if wanted_exact else (look.line if look.exact is None else None)
        yield msg("line spacing"), found, shown, spacing, " pt" if wanted_exact else "", LINE_TOLERANCE


def _points(value: float) -> Message:
    return msg("{number} pt", number=f"{value:g}")


def _yes(value: bool) -> Message:
    return msg("yes") if value else msg("no")


def _differs(owner: Message, label: Message, found: Message | str, fact: Fact[Any], unit: str, place: Place) -> Problem:
    wanted = _yes(fact.use) if isinstance(fact.use, bool) else fact.describe() + unit
    source = msg("{clause} says", clause=fact.clause) if fact.clause else msg("docgen's own choice is")
    what = msg(
        "{owner}: {label} is {found}; {source} {wanted}", owner=owner, label=label, found=found, source=source, wanted=wanted
    )
    remedy = msg("change it in Word (Styles, Modify; Layout, Margins), or take it over from the shipped template")
    return Problem("template-look", what, remedy, place, _LEVELS.get(fact.tier, Level.WARNING))


def _number(value: str | None) -> float:
    try:
        return float(value or 0)
    except ValueError:
        return 0.0
