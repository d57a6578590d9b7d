"""Page numbers in headers: one where a section has none, and a first page without."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from docgen.fixes.edits import Edit, edit_section
from docgen.fixes.pages import find_properties
from docgen.fixes.parts import Address, Parts
from docgen.fixes.properties import SECTION_ORDER, is_strict, local, same_namespace, toggle
from docgen.ooxml.content import PageHeader, Paragraph, Section
from docgen.ooxml.units import half_points
from docgen.ooxml.xml import W_STRICT, R, W, escape_attribute
from docgen.problems import Message, msg
from docgen.reading.layout import Reading
from docgen.standards import Component, Standard

_NUMBER = "PAGE"
#: what may stand beside the number without being lost when the number goes
_BESIDE = re.compile(r"[\s\-–—./\d]*(?:trang)?[\s\-–—./\d]*", re.IGNORECASE)
_TYPED = re.compile(r"[\s\-–—./]*(?:trang\s*)?\d{1,3}[\s\-–—./]*", re.IGNORECASE)


def add_page_number(section: Section, reading: Reading, parts: Parts) -> list[Edit]:
    """Put a page number into the default header of ``section``; a header is made where it has none."""
    standard = next((d.standard for d in reading.documents if section in d.sections), None)
    properties = find_properties(section, parts.tree(parts.main))
    if properties is None or standard is None:
        return []
    header = section.headers.get("default")
    if header is not None:
        return [_extend(header, parts, standard)]
    root = _root(properties, "hdr")
    root.append(_paragraph(standard, root))
    added = parts.add_header(properties, root, kind="default", is_footer=False)
    words = msg("a header with the page number, centred")
    return [edit_section(section, parts.main, "header", "", _NUMBER, words), *_follow(section, added, words)]


def hide_on_first_page(section: Section, parts: Parts) -> list[Edit]:
    """Give page 1 of ``section`` headers of its own: without a number, with all else that it has now.

    Nothing is changed where the number stands in one paragraph with words that would be lost.
    """
    properties = find_properties(section, parts.tree(parts.main))
    kind = "first" if section.title_page else "default"
    shown = {False: section.headers.get(kind), True: section.footers.get(kind)}
    if properties is None or any(not _is_alone(p) for part in shown.values() if part for p in _numbered(part)):
        return []
    words = msg("page 1 has a header of its own, without a number")
    edits = [edit_section(section, parts.main, "titlePg", str(section.title_page).lower(), "true", words)]
    for is_footer, part in shown.items():
        if section.title_page:
            wanted = part is not None and bool(_numbered(part))
        else:
            wanted = (part is not None and _holds_more(part, parts)) or _has_first(parts.tree(parts.main), is_footer)
        if wanted:
            root = _without_number(part, parts) if part else _blank(properties, is_footer)
            added = parts.add_header(properties, root, kind="first", is_footer=is_footer, like=part.part if part else None)
            edits += _follow(section, added, words)
    if not section.title_page:
        toggle(properties, "titlePg", True, SECTION_ORDER)
    return edits if len(edits) > 1 or not section.title_page else []


def _extend(header: PageHeader, parts: Parts, standard: Standard) -> Edit:
    """The number in place of one typed by hand, or of an empty paragraph at the end, or else in a paragraph of its own there."""
    root = parts.tree(header.part)
    made = _paragraph(standard, root)
    last = next((child for child in reversed(root) if isinstance(child.tag, str)), None)
    typed = next((p for p in header.paragraphs if _TYPED.fullmatch(p.text) and not p.fields and not p.shapes), None)
    old = None if typed is None else typed.element
    if old is None and last is not None and local(last) == "p" and all(local(child) == "pPr" for child in last):
        old = last
    if old is None or (parent := old.getparent()) is None:
        root.append(made)
    else:
        parent.replace(old, made)
    index = next(n for n, element in enumerate(root.iter(same_namespace(root, "p")), 1) if element is made)
    before = typed.text.strip() if typed is not None else ""
    place, words = msg("Header"), msg("the page number, centred")
    return Edit(header.part, f"w:p[{index}]", "page number", before, _NUMBER, before, place, words)


def _follow(section: Section, added: list[Address], words: Message) -> list[Edit]:
    """What goes with a header that was made."""
    place = msg("Section {n}", n=section.index + 1)
    return [Edit(part, element, "header", "", "new", "", place, words) for part, element in added]


def _numbered(part: PageHeader) -> list[Paragraph]:
    return [paragraph for paragraph in part.paragraphs if _NUMBER in paragraph.fields]


def _is_alone(paragraph: Paragraph) -> bool:
    return _BESIDE.fullmatch(paragraph.text) is not None and not paragraph.shapes


def _holds_more(part: PageHeader, parts: Parts) -> bool:
    """Whether the header prints anything beside the page number."""
    if any(not p.is_empty or p.lines or p.shapes for p in part.paragraphs if _NUMBER not in p.fields):
        return True
    return next(parts.tree(part.part).iter("{*}tbl", "{*}drawing", "{*}pict"), None) is not None


def _has_first(root: etree._Element, is_footer: bool) -> bool:
    """Whether any section names a header for page 1: it would come to light, here or by inheritance."""
    name = "footerReference" if is_footer else "headerReference"
    return any("first" in element.attrib.values() for element in root.iter(f"{{*}}{name}"))


def _without_number(part: PageHeader, parts: Parts) -> etree._Element:
    """A copy of the header in which the paragraphs of the number are empty."""
    root = deepcopy(parts.tree(part.part))
    numbered = {paragraph.index for paragraph in _numbered(part)}
    for index, element in enumerate(list(root.iter(same_namespace(root, "p"))), 1):
        if index in numbered:
            for child in list(element):
                if local(child) != "pPr":
                    element.remove(child)
    return root


def _blank(properties: etree._Element, is_footer: bool) -> etree._Element:
    root = _root(properties, "ftr" if is_footer else "hdr")
    root.append(etree.Element(same_namespace(root, "p")))
    return root


def _root(properties: etree._Element, name: str) -> etree._Element:
    namespace = W_STRICT if is_strict(properties) else W
    return etree.Element(f"{{{namespace}}}{name}", nsmap={"w": namespace, "r": R})


def _paragraph(standard: Standard, root: etree._Element) -> etree._Element:
    """A paragraph with the number of the page, set as the rule set wants it."""
    look: Component = standard.components["page_number"]
    font, size = escape_attribute(standard.page.font.use), half_points(look.size.use)
    bold, italic = (f'w:val="{int(fact.use)}"' for fact in (look.bold, look.italic))
    set_as = (
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/><w:b {bold}/><w:i {italic}/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )
    marks = "".join(f"<w:r>{set_as}{content}</w:r>" for content in _FIELD)
    return etree.fromstring(
        f'<w:p xmlns:w="{etree.QName(root).namespace}"><w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/>'
        f'<w:jc w:val="{look.align.use}"/></w:pPr>{marks}</w:p>'
    )


_FIELD = (
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>2</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
)
