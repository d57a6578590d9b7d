"""Which Word files may be templates: opened within bounds, every part read once, what a document must not carry refused.

A template's parts go into each document made from it, so a part that docgen itself never looks into is looked at here.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from docgen.ooxml.limits import Limits
from docgen.ooxml.opening import Package, open_package
from docgen.ooxml.writing import CONTENT_TYPES_NAME, PackageFrame, assemble
from docgen.ooxml.xml import W_STRICT, parse_xml, qn
from docgen.problems import DocgenError, Place, Problem, msg
from docgen.templating.tags import Paragraph

if TYPE_CHECKING:
    from lxml import etree

_MIB = 1024 * 1024
FILE_LIMIT = 20 * _MIB
LIMITS = Limits(file_bytes=FILE_LIMIT, members=1000, part_bytes=6 * _MIB, total_bytes=24 * _MIB)
#: XML tags in all parts together (each takes some hundred bytes once it is read), and bytes of all parts that may hold tags
MARKUP_LIMIT = 150_000
STORY_LIMIT = 600_000
#: attributes of one XML tag
ATTRIBUTE_LIMIT = 1_000
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_STORIES = ("header", "footer")
#: parts with words that tags are not read in
_OTHER_STORIES = {"footnotes": msg("footnotes"), "endnotes": msg("endnotes"), "comments": msg("comments")}
_MACROS = frozenset({"vbaProject", "wordVbaData", "control", "attachedToolbars"})
_TRACKED = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
)
_OPENER = re.compile(r"\{[{%]")


def admit(data: bytes, name: str) -> bytes:
    """Check a file that is to be a template or a part of one; its bytes, ready to be packed into documents.

    A Word template (.dotx) becomes a document, the link to the template it was made from is dropped. Raises ``DocgenError`` with
    every reason against the file.
    """
    package = open_package(data, LIMITS, name=name)
    problems = list(_read_all(package, name))
    if problems:
        raise DocgenError(problems)
    kind = package.content_type(package.main)
    if "macro" in kind.lower() or any(r.kind in _MACROS for n in ("", *package.names) for r in package.relationships(n)):
        what = msg("the file carries macros or controls, which would go into every document")
        remedy = msg("open it in Word and save it as “Word Document (.docx)”")
        raise DocgenError(Problem("template-macros", what, remedy, Place(name)))
    root = package.xml(package.main)
    if root.tag != qn("w:document") or root.prefix != "w" or kind not in (_DOCUMENT_TYPE, _TEMPLATE_TYPE):
        what = msg("the main part of the file is no text that Word wrote in its usual form")
        if str(root.tag).startswith(f"{{{W_STRICT}}}"):
            what = msg("the file is in the form “Strict Open XML Document”")
        raise DocgenError(
            Problem("template-form", what, msg("open it in Word and save it as “Word Document (.docx)”"), Place(name))
        )
    problems = [*_outside_links(package, name), *_tracked(package, name), *_other_stories(package, name)]
    if problems:
        raise DocgenError(problems)
    return _repacked(package, kind)


def story_parts(package: Package) -> list[str]:
    """The names of the headers and footers of the text."""
    found = [part for kind in _STORIES for part in package.related(package.main, kind)]
    return [part for part in dict.fromkeys(found) if package.xml(part).tag in (qn("w:hdr"), qn("w:ftr"))]


def _read_all(package: Package, name: str) -> list[Problem]:
    """Read every part once and parse what is XML: sizes that lie, damaged parts and attacks show now."""
    problems: list[Problem] = []
    total = 0
    for part in package.names:
        try:
            data = package.read(part)
            if not _is_xml(package, part):
                continue
            total += data.count(b"<")
            if total > MARKUP_LIMIT or any(tag.count(b"=") > ATTRIBUTE_LIMIT for tag in data.split(b"<")):
                return [*problems, _too_large(name)]
            package.xml(part)
        except DocgenError as error:
            problems += error.problems
    stories = {package.main, *(part for kind in _STORIES for part in package.related(package.main, kind))}
    if not problems and sum(len(package.read(part)) for part in stories) > STORY_LIMIT:
        problems.append(_too_large(name))
    return problems


def _is_xml(package: Package, part: str) -> bool:
    kind = "" if part.casefold() == CONTENT_TYPES_NAME.casefold() else package.content_type(part)
    return part.casefold().endswith((".xml", ".rels", ".vml")) or kind.endswith("xml")


def _too_large(name: str) -> Problem:
    what = msg("the template is too large")
    return Problem("template-size", what, msg("keep only frame and styles in it"), Place(name))


def _outside_links(package: Package, name: str) -> list[Problem]:
    """Links that fetch something when the document is opened; a hyperlink waits for a click."""
    problems = []
    for part in package.names:
        for relation in package.relationships(part):
            if relation.part is None and relation.kind not in ("hyperlink", "attachedTemplate"):
                what = msg("the template fetches something from outside: {target}", target=relation.target[:100])
                remedy = msg("insert the picture or object itself into the template, not a link to it")
                problems.append(Problem("template-link", what, remedy, Place(name, pointer=part)))
    return problems


def _tracked(package: Package, name: str) -> list[Problem]:
    problems = []
    for part in (package.main, *story_parts(package)):
        root = package.xml(part)
        change = next(root.iter(*(qn(f"w:{tag}") for tag in _TRACKED)), None)
        if change is None:
            continue
        holder = next((e for e in (change, *change.iterancestors(), *change.iter()) if e.tag == qn("w:p")), None)
        number = next((n for n, p in enumerate(root.iter(qn("w:p")), 1) if p is holder), 0)
        words = "" if holder is None else "".join(t.text or "" for t in holder.iter(qn("w:t"), qn("w:delText")))
        paragraph = Paragraph(part, number, words.strip())
        what = msg("{where} has tracked changes, which would stand in every document", where=paragraph.named())
        remedy = msg("open it in Word and accept or reject all changes (Review, Accept All Changes)")
        problems.append(Problem("template-tracked", what, remedy, paragraph.place(name)))
    return problems


def _other_stories(package: Package, name: str) -> list[Problem]:
    problems = []
    for kind, story in _OTHER_STORIES.items():
        for part in package.related(package.main, kind):
            for number, element in enumerate(package.xml(part).iter(qn("w:p")), 1):
                words = "".join(t.text or "" for t in element.iter(qn("w:t")))
                if _OPENER.search(words):
                    paragraph = Paragraph(part, number, words.strip(), story)
                    what = msg("{where} has a tag, and tags are not read there", where=paragraph.named())
                    remedy = msg("put tags into the text, a header or a footer")
                    problems.append(Problem("template-tag-place", what, remedy, paragraph.place(name)))
    return problems


def _repacked(package: Package, kind: str) -> bytes:
    """The parts under the names that the packaging standard gives them, with what must not go on taken out."""
    folder, base = posixpath.split(package.main)
    usual = (CONTENT_TYPES_NAME, "_rels/.rels", package.main, posixpath.join(folder, "_rels", f"{base}.rels"))
    names = {name.casefold(): name for name in (*usual, *story_parts(package))}
    parts = {names.get(n.casefold(), n): package.read(n) for n in package.names}
    if kind == _TEMPLATE_TYPE:
        types = parse_xml(parts[CONTENT_TYPES_NAME])
        for element in types:
            if element.get("ContentType") == _TEMPLATE_TYPE:
                element.set("ContentType", _DOCUMENT_TYPE)
        parts[CONTENT_TYPES_NAME] = _written(types)
    for settings in package.related(package.main, "settings"):
        if any(r.kind == "attachedTemplate" for r in package.relationships(settings)):
            _drop_attached_template(parts, next(n for n in parts if n.casefold() == settings.casefold()))
    for app in package.related("", "extended-properties"):
        own = next(n for n in parts if n.casefold() == app.casefold())
        parts[own] = _APP_PROPERTIES
    return assemble(PackageFrame(parts, list(parts), level=0), {})


#: who and what wrote the template is nobody's business in the documents made from it
_APP_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/extended-properties"><Application>docgen</Application></Properties>'
)


def _drop_attached_template(parts: dict[str, bytes], settings: str) -> None:
    """Take out the path of the template on somebody's machine."""
    folder, base = posixpath.split(settings)
    wanted = posixpath.join(folder, "_rels", f"{base}.rels").casefold()
    relationships = next(n for n in parts if n.casefold() == wanted)
    for name, is_it in ((settings, "attachedTemplate"), (relationships, "/attachedTemplate")):
        root = parse_xml(parts[name])
        for element in list(root):
            if str(element.tag).endswith(f"}}{is_it}") or element.get("Type", "").endswith(is_it):
                root.remove(element)
        parts[name] = _written(root)


def _written(root: etree._Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
