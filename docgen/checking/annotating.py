"""A copy of a Word file with a comment at each finding; the comments of others stay, and so does every other part."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from docgen.checking.details import Told
from docgen.i18n import translate
from docgen.jobs.files import write_atomic
from docgen.ooxml.locating import locate_text
from docgen.ooxml.writing import CONTENT_TYPES_NAME, PackageFrame, assemble
from docgen.ooxml.xml import W, qn
from docgen.problems import DocgenError, Message, Place, Problem, msg

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph
    from docgen.ooxml.opening import Package
    from docgen.reading.layout import Reading

AUTHOR = "docgen"
_INITIALS = "dg"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_NEW_PART = "word/comments.xml"


def annotate(told: Sequence[Told], reading: Reading, path: str, language: str) -> str:
    """Write a copy of the file of ``reading`` with a comment for each of ``told`` to ``path``; gives ``path`` back.

    The trees of ``reading`` are changed: it must not be used afterwards. Raises ``DocgenError`` if a file is there already.
    """
    if os.path.lexists(path):
        what, remedy = msg("There is a file of this name already."), msg("Move it away, or name another folder.")
        raise DocgenError(Problem("check-copy-exists", what, remedy, Place(path)))
    package = reading.package
    parts = {name: package.read(name) for name in package.names}
    name, comments = _comments_part(package, parts)
    number = _first_free(comments)
    for one in told:
        host = _host(one, reading)
        if host is None:
            continue
        comments.append(_comment(number, one, language))
        _mark(host, one, number)
        number += 1
    parts[name] = _serialise(comments)
    parts[package.main] = _serialise(package.xml(package.main))
    write_atomic(Path(path), assemble(PackageFrame({}, list(parts)), parts))
    return path


def _host(told: Told, reading: Reading) -> Paragraph | None:
    """The paragraph that can carry the comment: not in a header, not in a text box, else the first one with words."""
    paragraph = told.paragraph
    if paragraph is not None and paragraph.part == reading.story.part:
        while paragraph.shape is not None and paragraph.shape.paragraph is not paragraph:
            paragraph = paragraph.shape.paragraph
        return paragraph
    document = told.problem.detail.document if told.problem.detail else None
    layout = reading.documents[document or 0]
    paragraphs = reading.story.paragraphs[layout.first : layout.last]
    return next((p for p in paragraphs if not p.is_empty and p.shape is None), paragraphs[0] if paragraphs else None)


def _mark(host: Paragraph, told: Told, number: int) -> None:
    """Set the range of comment ``number`` around the runs with the words concerned, the whole paragraph where there are none."""
    detail = told.problem.detail
    inner: list[etree._Element] = []
    if host is told.paragraph and detail is not None and detail.start is not None and detail.end is not None:
        held = locate_text(host, detail.start, detail.end)
        inner = [child for one in held if (child := _child_of(host.element, one.run)) is not None]
    paragraph = host.element
    children = [child for child in paragraph if child.tag != qn("w:pPr")]
    positions = sorted(paragraph.index(child) for child in inner or children)
    first, last = (positions[0], positions[-1] + 1) if positions else (len(paragraph), len(paragraph))
    paragraph.insert(last, _reference(number))
    paragraph.insert(last, _range("w:commentRangeEnd", number))
    paragraph.insert(first, _range("w:commentRangeStart", number))


def _child_of(paragraph: etree._Element, element: etree._Element) -> etree._Element | None:
    """The child of ``paragraph`` that ``element`` is or is in."""
    current: etree._Element | None = element
    while current is not None:
        parent = current.getparent()
        if parent is paragraph:
            return current
        current = parent
    return None


def _range(tag: str, number: int) -> etree._Element:
    element = etree.Element(qn(tag))
    element.set(qn("w:id"), str(number))
    return element


def _reference(number: int) -> etree._Element:
    run = etree.Element(qn("w:r"))
    run.append(_range("w:commentReference", number))
    return run


def _comment(number: int, told: Told, language: str) -> etree._Element:
    element = _range("w:comment", number)
    element.set(qn("w:author"), AUTHOR)
    element.set(qn("w:initials"), _INITIALS)
    for line in _lines(told, language):
        text = etree.SubElement(etree.SubElement(etree.SubElement(element, qn("w:p")), qn("w:r")), qn("w:t"))
        text.text = "".join(c for c in line if c >= " " or c == "\t")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _lines(told: Told, language: str) -> Iterable[str]:
    problem, detail = told.problem, told.problem.detail

    def say(words: str | Message) -> str:
        return translate(words, language) if isinstance(words, Message) else words

    yield f"{problem.code}: {say(problem.what)}"
    if problem.remedy is not None:
        yield say(problem.remedy)
    if detail is not None and detail.expected:
        yield say(msg("The rule wants: {expected}. Here: {actual}.", expected=detail.expected, actual=detail.actual or "–"))
    if detail is not None and detail.clause:
        yield detail.clause


def _comments_part(package: Package, parts: dict[str, bytes]) -> tuple[str, etree._Element]:
    """The name and root of the part with comments; a new one is declared in ``parts``."""
    found = package.related(package.main, "comments")
    if found:
        return next(name for name in parts if name.casefold() == found[0].casefold()), package.xml(found[0])
    name, number = _NEW_PART, 1
    while name in package:
        number += 1
        name = f"word/comments{number}.xml"
    _declare(package, parts, name)
    return name, etree.Element(qn("w:comments"), nsmap={"w": W})


def _declare(package: Package, parts: dict[str, bytes], name: str) -> None:
    types = package.xml(CONTENT_TYPES_NAME)
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=_TYPE)
    parts[_own_name(parts, CONTENT_TYPES_NAME)] = _serialise(types)
    folder, _, base = package.main.rpartition("/")
    links = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
    tree = package.xml(links) if links in package else etree.Element(f"{{{_RELATIONSHIPS}}}Relationships")
    taken = {str(element.get("Id")) for element in tree}
    identity = next(one for one in (f"rIdDocgen{n}" for n in range(1, len(taken) + 2)) if one not in taken)
    etree.SubElement(tree, f"{{{_RELATIONSHIPS}}}Relationship", Id=identity, Type=_KIND, Target=f"/{name}")
    parts[_own_name(parts, links)] = _serialise(tree)


def _own_name(parts: dict[str, bytes], name: str) -> str:
    return next((one for one in parts if one.casefold() == name.casefold()), name)


def _first_free(comments: etree._Element) -> int:
    numbers = (str(element.get(qn("w:id"))) for element in comments)
    return max((int(number) for number in numbers if number.isascii() and number.isdigit()), default=-1) + 1


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
