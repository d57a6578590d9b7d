"""Repairs of paper and margins, and of how a section counts its pages."""

from __future__ import annotations

from lxml import etree

from docgen.fixes.edits import Edit, edit_section, say_switch
from docgen.fixes.properties import SECTION_ORDER, ensure, get, put
from docgen.ooxml.content import Section
from docgen.ooxml.units import TWIPS_PER_MM
from docgen.problems import Message, msg
from docgen.reading.repairs import SetPage

_NAMES: dict[str, Message] = {
    "width": msg("paper width"),
    "height": msg("paper height"),
    "landscape": msg("landscape"),
    "top": msg("top margin"),
    "bottom": msg("bottom margin"),
    "left": msg("left margin"),
    "right": msg("right margin"),
    "header": msg("distance of the header from the edge"),
    "gutter": msg("gutter"),
}
_MARGINS = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_PAPER = {"width": "w", "height": "h"}


def find_properties(section: Section, root: etree._Element) -> etree._Element | None:
    """The ``w:sectPr`` of ``section``; made at the end of the body where a document has none."""
    if section.element is None:
        body = next(root.iterchildren("{*}body"), None)
        if body is not None:
            section.element = etree.SubElement(body, f"{{{etree.QName(body).namespace}}}sectPr")
    return section.element


def set_page(repair: SetPage, root: etree._Element, part: str) -> Edit | None:
    """Apply ``repair`` to the section's properties in ``part``, whose root is ``root``; ``None`` if it is so already."""
    section, name, value = repair.section, repair.property, repair.value
    held = section.landscape if name == "landscape" else getattr(section if name in _PAPER else section.margins, name)
    properties = find_properties(section, root)
    if properties is None or held == value:
        return None
    if name == "landscape" or name in _PAPER:
        size = ensure(properties, "pgSz", SECTION_ORDER)
        _complete_paper(size, section)
        own = {"orient": "landscape" if value else "portrait"} if name == "landscape" else {_PAPER[name]: int(value)}
        # the printer's number of the paper speaks of the old one
        put(size, own, drop=("code",))
    else:
        margins = ensure(properties, "pgMar", SECTION_ORDER)
        # a negative margin pins the text to its place whatever the header holds
        pinned = get(margins, name).startswith("-")
        _complete_margins(margins, section)
        put(margins, {name: -int(value) if pinned else int(value)})
    before, after = _say(held), _say(value)
    told = (say_switch(held), say_switch(bool(value))) if isinstance(held, bool) else (before, after)
    words = msg("{property}: {before} → {after}", property=_NAMES[name], before=told[0], after=told[1])
    return edit_section(section, part, name, before, after, words)


def restart_numbers(section: Section, root: etree._Element, part: str) -> Edit | None:
    """Count the pages of ``section`` from 1."""
    properties = find_properties(section, root)
    if properties is None or section.number_start == 1:
        return None
    put(ensure(properties, "pgNumType", SECTION_ORDER), {"start": 1})
    before = "" if section.number_start is None else str(section.number_start)
    return edit_section(section, part, "start", before, "1", msg("pages count from 1"))


def number_in_digits(section: Section, root: etree._Element, part: str) -> Edit | None:
    """Write page numbers of ``section`` in Arabic digits."""
    properties = find_properties(section, root)
    if properties is None or section.number_format == "decimal":
        return None
    put(ensure(properties, "pgNumType", SECTION_ORDER), {"fmt": "decimal"})
    return edit_section(section, part, "fmt", section.number_format, "decimal", msg("page numbers are written 1, 2, 3"))


def _complete_paper(size: etree._Element, section: Section) -> None:
    """Word wants both sides said; the other one keeps the value in force."""
    for name, attribute in _PAPER.items():
        if not get(size, attribute):
            put(size, {attribute: getattr(section, name)})


def _complete_margins(margins: etree._Element, section: Section) -> None:
    """Word wants every margin said; those that were missing keep the value in force."""
    for name in _MARGINS:
        if not get(margins, name):
            put(margins, {name: getattr(section.margins, name)})


def _say(value: int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else f"{value / TWIPS_PER_MM:.1f} mm"
