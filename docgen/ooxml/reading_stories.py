"""The whole story of a Word file in one pass: what its main part prints, with effective formatting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.ooxml.content import Paragraph, Section, Story, Table
from docgen.ooxml.formats import Formats
from docgen.ooxml.measures import attribute, children, read_twips, read_whole, switched_on
from docgen.ooxml.numbering import Counters, Numbering
from docgen.ooxml.properties import LOCAL
from docgen.ooxml.reading_parts import PartReader
from docgen.ooxml.sections import read_headers, read_section, section_elements
from docgen.ooxml.styles_chain import Styles
from docgen.ooxml.themes import Theme
from docgen.ooxml.units import DEFAULT_TAB_TWIPS
from docgen.problems import DocgenError

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.opening import Package

_MACRO_TYPE = "macroenabled"


def read_story(package: Package) -> Story:
    """What the main part of ``package`` prints.

    Raises ``DocgenError`` when a part that is needed cannot be opened or is no XML; anything odd inside is passed over.
    """
    settings = children(root) if (root := _related_root(package, "settings")) is not None else {}
    theme = Theme(lambda: _related_root(package, "theme"))
    styles = Styles(_related_root(package, "styles"), theme)
    numbering = Numbering(lambda: _related_root(package, "numbering"), styles)
    formats = Formats(styles, theme, numbering)
    root, source = package.xml_with_source(package.main)
    elements: list[etree._Element | None] = [*section_elements(root)]
    mirrored = switched_on(settings.get("mirrorMargins"))
    sections = [read_section(e, i, mirrored=mirrored) for i, e in enumerate(elements or [None])]
    if elements and not _ends_body(elements[-1]):
        # What follows the last section of a file without a section of its own at the end.
        sections.append(read_section(None, len(sections), mirrored=mirrored))
    main = PartReader(package.main, root, formats, Counters(numbering), sections, source)
    main.read()
    headers: dict[str, list[Paragraph]] = {}
    tables: list[Table] = []

    def read_part(target: str, section: Section) -> tuple[str, list[Paragraph]] | None:
        name = next((r.part for r in package.relationships(package.main) if r.id == target and r.part), None)
        if name is None or name not in package:
            return None
        if name not in headers:
            reader = PartReader(name, package.xml(name), formats, Counters(numbering), [section])
            headers[name] = reader.read()
            tables.extend(reader.tables)
        return name, headers[name]

    read_headers(sections, read_part, even=switched_on(settings.get("evenAndOddHeaders")))
    tab = settings.get("defaultTabStop")
    return Story(
        part=package.main,
        paragraphs=main.paragraphs,
        tables=main.tables,
        sections=sections,
        default_tab=(read_twips(attribute(tab, "val"), 1) if tab is not None else None) or DEFAULT_TAB_TWIPS,
        macros=has_macros(package),
        tracked=switched_on(settings.get("trackRevisions")),
        pages=_stated_pages(package),
        notes=_read_notes(package, formats, numbering, sections, tables),
        other_tables=tables,
    )


def has_macros(package: Package) -> bool:
    """Whether the package carries macros or says that it may."""
    if _MACRO_TYPE in package.content_type(package.main).lower() or package.related(package.main, "vbaProject"):
        return True
    return any(name.lower().endswith("vbaproject.bin") for name in package.names)


def _related_root(package: Package, kind: str) -> etree._Element | None:
    found = package.related(package.main, kind)
    return package.xml(found[0]) if found else None


def _ends_body(element: etree._Element | None) -> bool:
    parent = element.getparent() if element is not None else None
    return parent is not None and LOCAL[str(parent.tag)] == "body"


def _stated_pages(package: Package) -> int | None:
    found = package.related("", "extended-properties") or package.related("", "extendedProperties")
    if not found:
        return None
    try:
        root = package.xml(found[0])
    except DocgenError:
        # A part that prints nothing need not be whole.
        return None
    element = next(root.iterchildren("{*}Pages"), None)
    return read_whole((element.text or "").strip(), 1, 10**7) if element is not None else None


def _read_notes(
    package: Package, formats: Formats, numbering: Numbering, sections: list[Section], tables: list[Table]
) -> list[Paragraph]:
    out: list[Paragraph] = []
    for kind in ("footnotes", "endnotes"):
        for name in package.related(package.main, kind)[:1]:
            root = package.xml(name)
            reader = PartReader(name, root, formats, Counters(numbering), sections[:1])
            for note in root.iterchildren("*"):
                # Notes with a type are the lines above them, which Word adds to any document.
                if attribute(note, "type") in (None, "normal"):
                    reader.read_blocks(note)
            out += reader.paragraphs
            tables += reader.tables
    return out
