"""Sections: paper, margins, page numbers, and which headers and footers print in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from docgen.ooxml.content import Margins, PageHeader, Paragraph, Section
from docgen.ooxml.measures import LONGEST_TWIPS, attributes, read_twips, read_whole, switched_on
from docgen.ooxml.properties import LOCAL
from docgen.ooxml.xml import W_STRICT, R, W

if TYPE_CHECKING:
    from lxml import etree

# What Word takes where a file says nothing: Letter paper with margins of an inch.
_WIDTH, _HEIGHT, _MARGIN, _HEADER = 12_240, 15_840, 1440, 720
_R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_KINDS = ("default", "first", "even")

#: gives the paragraphs of the part behind a relationship, its name first; ``None`` when it leads nowhere
ReadPart = Callable[[str, Section], tuple[str, list[Paragraph]] | None]


def section_elements(root: etree._Element) -> list[etree._Element]:
    """The ``w:sectPr`` of a main part in order; those that tracked changes keep from before are left out."""
    found = []
    for element in root.iter(f"{{{W}}}sectPr", f"{{{W_STRICT}}}sectPr"):
        parent = element.getparent()
        name = LOCAL[str(parent.tag)] if parent is not None else ""
        if name in ("body", "pPr"):
            found.append(element)
    return found


def read_section(element: etree._Element | None, index: int, *, mirrored: bool) -> Section:
    """One section without its headers; ``None`` for a document that has no ``w:sectPr``."""
    lists = {LOCAL[str(c.tag)]: c for c in element.iterchildren("*")} if element is not None else {}
    found = {name: attributes(child) for name, child in lists.items()}
    paper, margins = found.get("pgSz", {}), found.get("pgMar", {})
    width = read_twips(paper.get("w"), 1) or _WIDTH
    height = read_twips(paper.get("h"), 1) or _HEIGHT
    numbers = found.get("pgNumType", {})
    return Section(
        index=index,
        element=element,
        width=width,
        height=height,
        landscape=width > height or paper.get("orient") == "landscape",
        margins=_read_margins(margins),
        start=found.get("type", {}).get("val") or "nextPage",
        title_page=switched_on(lists.get("titlePg")),
        number_start=read_whole(numbers.get("start"), 0, 2**31),
        number_format=numbers.get("fmt") or "decimal",
        columns=read_whole(found.get("cols", {}).get("num"), 1, 45) or 1,
        mirrored=mirrored,
        headers={},
        footers={},
    )


def _read_margins(found: dict[str, str]) -> Margins:
    def side(name: str, other: str, default: int, low: int = 0) -> int:
        value = read_twips(found.get(name, found.get(other)), low, LONGEST_TWIPS)
        return default if value is None else value

    return Margins(
        # a negative one pins the text to that place whatever the header holds
        top=abs(side("top", "top", _MARGIN, -LONGEST_TWIPS)),
        bottom=abs(side("bottom", "bottom", _MARGIN, -LONGEST_TWIPS)),
        left=side("left", "start", _MARGIN),
        right=side("right", "end", _MARGIN),
        header=side("header", "header", _HEADER),
        footer=side("footer", "footer", _HEADER),
        gutter=side("gutter", "gutter", 0),
    )


def read_headers(sections: list[Section], read_part: ReadPart, *, even: bool) -> None:
    """Fill in headers and footers. A kind that a section does not name is taken over from the section before it."""
    inherited: dict[tuple[bool, str], str] = {}
    for section in sections:
        for child in section.element.iterchildren("*") if section.element is not None else ():
            name = LOCAL[str(child.tag)]
            if name in ("headerReference", "footerReference"):
                kind = attributes(child).get("type", "default")
                target = child.get(f"{{{R}}}id") or child.get(f"{{{_R_STRICT}}}id")
                if kind in _KINDS and target:
                    inherited[name == "footerReference", kind] = target
        for (is_footer, kind), target in inherited.items():
            if (kind == "even" and not even) or (kind == "first" and not section.title_page):
                continue
            if (found := read_part(target, section)) is not None:
                into = section.footers if is_footer else section.headers
                into[kind] = PageHeader(kind, found[0], is_footer, found[1])
