"""The record inside a Word file: from what it was made, which block is which, and what every part was when written.

The truth about a file is in the file. The record lives in a custom XML part, which Word keeps, though it may rename it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from docgen.ooxml.xml import CUSTOM_XML, UnsafeXml, escape_attribute, parse_xml
from docgen.problems import DocgenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

    from docgen.ooxml.opening import Package

NAMESPACE = "urn:docgen:record:1"
RECORD_PART = "customXml/item1.xml"
PROPERTIES_PART = "customXml/itemProps1.xml"
RELATIONSHIPS_PART = "customXml/_rels/item1.xml.rels"
PROPERTIES_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RELATIONSHIP_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Anchor(NamedTuple):
    """One printed block: its bookmark, its path in the spec (``/sections/0/title``), the hash of its text, its component."""

    name: str
    path: str
    hash: str
    component: str


@dataclass(frozen=True, slots=True)
class Record:
    """What a file says about its own making.

    ``inputs``: pairs of kind (``agency``, ``template``, ``standard``) and hash. ``parts``: pairs of part name and digest of
    its bytes, for every part but the record itself. ``content``: pairs of role and content digest. ``styles``: folded names
    of the styles that the content digest of role ``styles`` covers.
    """

    tool_version: str
    standard: str
    source_name: str
    spec_hash: str
    document_key: str
    inputs: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Anchor, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    content: tuple[tuple[str, str], ...] = ()
    styles: tuple[str, ...] = ()


def _blocks_xml(blocks: Sequence[Anchor]) -> list[str]:
    # Nearly every value is a hash, a slug or a path: asking all of them at once is cheaper than quoting each.
    together = "".join(chain.from_iterable(blocks))
    if escape_attribute(together) != together:
        blocks = [Anchor(*map(escape_attribute, block)) for block in blocks]
    return [
        f'<block name="{name}" path="{path}" hash="{digest}" component="{component}"/>' for name, path, digest, component in blocks
    ]


def to_xml(record: Record) -> bytes:
    """The record as the bytes of its custom XML part; the same record always gives the same bytes."""
    q = escape_attribute
    out = [
        f'{_HEAD}<record xmlns="{NAMESPACE}" tool="{q(record.tool_version)}" standard="{q(record.standard)}" '
        f'source="{q(record.source_name)}" spec="{q(record.spec_hash)}" document="{q(record.document_key)}">'
    ]
    out += [f'<input kind="{q(kind)}" hash="{q(digest)}"/>' for kind, digest in record.inputs]
    out += _blocks_xml(record.blocks)
    out += [f'<part name="{q(name)}" hash="{q(digest)}"/>' for name, digest in record.parts]
    out += [f'<content role="{q(role)}" hash="{q(digest)}"/>' for role, digest in record.content]
    out += [f'<style name="{q(name)}"/>' for name in record.styles]
    out.append("</record>")
    return "".join(out).encode("utf-8")


def properties_xml() -> bytes:
    """The bytes of the part that names the record's namespace to Word."""
    return (
        f'{_HEAD}<ds:datastoreItem ds:itemID="{{D0C6E700-0000-4000-8000-000000000001}}" xmlns:ds="{CUSTOM_XML}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def relationships_xml() -> bytes:
    """The bytes of the part that ties the record to its properties."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="itemProps1.xml"/></Relationships>'
    ).encode()


def find_record(package: Package) -> tuple[str, Record] | None:
    """The record and the name of its part, wherever Word has put it; one that cannot be read counts as none."""
    for name in package.names:
        if not name.casefold().startswith("customxml/") or not name.casefold().endswith(".xml"):
            continue
        try:
            data = package.read(name)
        except DocgenError:
            continue
        if NAMESPACE.encode() in data and (record := _read(data)) is not None:
            return name, record
    return None


def read_record(package: Package) -> Record | None:
    """The record of a file that docgen wrote; ``None`` when there is none, or none that can be read."""
    found = find_record(package)
    return None if found is None else found[1]


def _read(data: bytes) -> Record | None:
    from lxml import etree

    try:
        root = parse_xml(data)
        if root.tag != f"{{{NAMESPACE}}}record":
            return None
        tool, standard, source, spec, document = _values(root, "tool", "standard", "source", "spec", "document")
        return Record(
            tool_version=tool,
            standard=standard,
            source_name=source,
            spec_hash=spec,
            document_key=document,
            inputs=_pairs(root, "input", "kind"),
            blocks=tuple(Anchor(*_values(e, "name", "path", "hash", "component")) for e in _each(root, "block")),
            parts=_pairs(root, "part", "name"),
            content=_pairs(root, "content", "role"),
            styles=tuple(_values(e, "name")[0] for e in _each(root, "style")),
        )
    except (etree.XMLSyntaxError, UnsafeXml, KeyError, ValueError):
        return None


def _each(root: etree._Element, name: str) -> Iterable[etree._Element]:
    return root.iterchildren(f"{{{NAMESPACE}}}{name}")


def _values(element: etree._Element, *names: str) -> tuple[str, ...]:
    """The values of attributes; ``KeyError`` when one is missing."""
    return tuple(str(element.attrib[name]) for name in names)


def _pairs(root: etree._Element, name: str, key: str) -> tuple[tuple[str, str], ...]:
    return tuple((str(e.attrib[key]), str(e.attrib["hash"])) for e in _each(root, name))
