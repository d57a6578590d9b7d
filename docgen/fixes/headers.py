"""A page number where a section has none: in its header if it has one, else in a header made for it."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from docgen.fixes.edits import Edit
from docgen.fixes.properties import SECTION_ORDER, local, same_namespace
from docgen.ooxml.content import Section
from docgen.ooxml.writing import CONTENT_TYPES_NAME
from docgen.ooxml.xml import CONTENT_TYPES, RELATIONSHIPS, R, W, escape_attribute
from docgen.problems import Message, msg
from docgen.reading.layout import Reading
from docgen.standards import Component, Standard

_KIND = f"{R}/header"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def add_page_number(section: Section, reading: Reading, added: dict[str, bytes]) -> Iterable[Edit]:
    """Put a page number, centred, into the default header of ``section``; a part made for it goes into ``added``."""
    standard = next((d.standard for d in reading.documents if section in d.sections), None)
    if section.element is None or standard is None:
        return ()
    header = section.headers.get("default")
    words = msg("Section {n}: page number in the header, centred.", n=section.index + 1)
    if header is not None:
        root = reading.package.xml(header.part)
        root.append(_paragraph(standard, etree.QName(root).namespace or W))
        return (Edit(header.part, "w:hdr", "page number", "", "PAGE", "", words),)
    return _add_part(section, reading, added, standard, words)


def _add_part(section: Section, reading: Reading, added: dict[str, bytes], standard: Standard, words: Message) -> Iterable[Edit]:
    package, main = reading.package, reading.story.part
    folder = main.rpartition("/")[0]
    name = _free(f"{folder}/header" if folder else "header", {*package.names, *added})
    root = etree.Element(f"{{{W}}}hdr", nsmap={"w": W, "r": R})
    root.append(_paragraph(standard, W))
    added[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    links = f"{folder}/_rels/{main.rpartition('/')[2]}.rels" if folder else f"_rels/{main}.rels"
    if links not in package:
        return ()
    identity = _free("rIdPage", {r.id for r in package.relationships(main)}, suffix="")
    tree = package.xml(links)
    tree.append(tree.makeelement(f"{{{RELATIONSHIPS}}}Relationship", {"Id": identity, "Type": _KIND, "Target": name.rpartition("/")[2]}))
    types = package.xml(CONTENT_TYPES_NAME)
    types.append(types.makeelement(f"{{{CONTENT_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": _TYPE}))
    assert section.element is not None
    reference = etree.Element(same_namespace(section.element, "headerReference"))
    reference.set(same_namespace(section.element, "type"), "default")
    reference.set(f"{{{R}}}id", identity)
    for old in section.element.findall(same_namespace(section.element, "headerReference")):
        if old.get(same_namespace(old, "type"), "default") == "default":
            section.element.remove(old)
    section.element.insert(0, reference)
    assert local(reference) == SECTION_ORDER[0]
    return tuple(
        Edit(part, element, "page number", "", "PAGE", "", words)
        for part, element in (
            (main, f"w:sectPr[{section.index + 1}]"),
            (links, "Relationship"),
            (CONTENT_TYPES_NAME, "Override"),
            (name, "w:hdr"),
        )
    )


def _free(stem: str, taken: set[str], suffix: str = ".xml") -> str:
    folded = {name.casefold() for name in taken}
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}{n}{suffix}").casefold() not in folded)


def _paragraph(standard: Standard, namespace: str) -> etree._Element:
    """A centred paragraph with the number of the page, in the rule set's size."""
    look: Component = standard.components["page_number"]
    font, size = escape_attribute(standard.page.font.use), round(look.size.use * 2)
    set_as = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    marks = "".join(f"<w:r>{set_as}{content}</w:r>" for content in _FIELD)
    return etree.fromstring(
        f'<w:p xmlns:w="{namespace}"><w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/>'
        f'<w:jc w:val="{look.align.use}"/></w:pPr>{marks}</w:p>'
    )


_FIELD = (
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>2</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
)
