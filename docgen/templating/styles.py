"""Which style of a template is which component: found by the name that Word shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.ooxml.opening import Package
from docgen.ooxml.xml import qn
from docgen.problems import Place, Problem, msg
from docgen.standards import Standard
from docgen.templating.stylesheet import style_names

#: an id is put into XML as it is
_USABLE = re.compile(r'[^<>&"{}]+')


@dataclass(frozen=True, slots=True)
class FoundStyles:
    """Component (or helper) → style id, and what is missing."""

    ids: dict[str, str]
    problems: tuple[Problem, ...]


def find_styles(package: Package, standard: Standard, name: str) -> FoundStyles:
    """The template's styles for the components of ``standard``.

    Programs that save a template may change ids and the case of names, never the names themselves.
    """
    parts = package.related(package.main, "styles")
    found: dict[tuple[str, str], str] = {}
    for style in package.xml(parts[0]).iter(qn("w:style")) if parts else ():
        label = style.find(qn("w:name"))
        if label is not None:
            key = (style.get(qn("w:type"), "paragraph"), label.get(qn("w:val"), "").casefold())
            found.setdefault(key, style.get(qn("w:styleId"), ""))
    ids: dict[str, str] = {}
    problems = []
    for component, wanted in style_names(standard).items():
        kind = "table" if component == "table" else "paragraph"
        own = found.get((kind, wanted.casefold()), "")
        if _USABLE.fullmatch(own):
            ids[component] = own
            continue
        what = msg("the template has no style called “{style}”", style=wanted)
        remedy = msg("copy the style from the shipped template (Word: Styles, Manage Styles, Import/Export)")
        problems.append(Problem("template-style", what, remedy, Place(name)))
    return FoundStyles(ids, tuple(problems))
