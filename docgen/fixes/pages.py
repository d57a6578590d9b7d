"""Repairs of paper, margins and page numbers."""

from __future__ import annotations

from lxml import etree

from docgen.fixes.edits import Edit
from docgen.fixes.properties import SECTION_ORDER, ensure, get, put, toggle
from docgen.ooxml.content import Section
from docgen.problems import Message, msg
from docgen.reading.repairs import SetPage

_TWIPS_PER_MM = 1440 / 25.4
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
_PAPER = {"width": "w", "height": "h"}


def set_page(repair: SetPage, part: str) -> Edit | None:
    """Apply ``repair`` to the section's properties in ``part``; ``None`` where the section has no properties to set."""
    section, name = repair.section, repair.property
    if section.element is None:
        return None
    if name == "landscape":
        before, after = str(section.landscape).lower(), str(bool(repair.value)).lower()
        put(ensure(section.element, "pgSz", SECTION_ORDER), {"orient": "landscape" if repair.value else "portrait"})
    elif name in _PAPER:
        size = ensure(section.element, "pgSz", SECTION_ORDER)
        before, after = _mm(getattr(section, name)), _mm(int(repair.value))
        put(size, {_PAPER[name]: int(repair.value)})
    else:
        margins = ensure(section.element, "pgMar", SECTION_ORDER)
        before, after = _mm(getattr(section.margins, name)), _mm(int(repair.value))
        put(margins, {name: int(repair.value)})
        _complete(margins, section)
    words = msg("Section {n}: {property} {before} → {after}.", n=section.index + 1, property=_NAMES[name], before=before, after=after)
    return Edit(part, f"w:sectPr[{section.index + 1}]", name, before, after, "", words)


def _complete(margins: etree._Element, section: Section) -> None:
    """Word wants every margin said; those that were missing keep the value in force."""
    for name in ("top", "right", "bottom", "left", "header", "footer", "gutter"):
        if not get(margins, name):
            put(margins, {name: getattr(section.margins, name)})


def hide_on_first_page(section: Section, part: str) -> Edit | None:
    """Give page 1 of ``section`` headers of its own, which are empty while nobody fills them."""
    if section.element is None:
        return None
    toggle(section.element, "titlePg", True, SECTION_ORDER)
    words = msg("Section {n}: page 1 has a header of its own, without a number.", n=section.index + 1)
    return Edit(part, f"w:sectPr[{section.index + 1}]", "titlePg", "false", "true", "", words)


def restart_numbers(section: Section, part: str) -> Edit | None:
    """Count the pages of ``section`` from 1."""
    if section.element is None:
        return None
    put(ensure(section.element, "pgNumType", SECTION_ORDER), {"start": 1})
    words = msg("Section {n}: pages count from 1.", n=section.index + 1)
    before = "" if section.number_start is None else str(section.number_start)
    return Edit(part, f"w:sectPr[{section.index + 1}]", "pgNumType", before, "1", "", words)


def number_in_digits(section: Section, part: str) -> Edit | None:
    """Write page numbers of ``section`` in Arabic digits."""
    if section.element is None:
        return None
    put(ensure(section.element, "pgNumType", SECTION_ORDER), {"fmt": "decimal"})
    words = msg("Section {n}: page numbers in Arabic digits.", n=section.index + 1)
    return Edit(part, f"w:sectPr[{section.index + 1}]", "pgNumType", section.number_format, "decimal", "", words)


def _mm(twips: int) -> str:
    return f"{twips / _TWIPS_PER_MM:.1f} mm"
