"""Everything of a package that documents of one template share, ready to be written out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from docgen.anchors import record as anchors
from docgen.ooxml.builds import StoryDigester
from docgen.ooxml.digests import content_digest, part_digest, read_style_names
from docgen.ooxml.opening import Package, open_package
from docgen.ooxml.writing import CONTENT_TYPES_NAME, PackageFrame, assemble
from docgen.ooxml.xml import CONTENT_TYPES, RELATIONSHIPS, R, W, parse_xml
from docgen.templating.compiling import XML_HEADER, CompiledTemplate

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_ROOT = re.compile(rb"<\w[^>]*>")


@dataclass(frozen=True, eq=False)
class Frame:
    """``package`` with its open slots; where properties and record go; what is known of the static parts.

    ``hashes``: part name → digest of its bytes. ``roles``: part with tags → its role. ``content``: role → content digest of the static
    parts. ``style_names``: folded names of docgen's own styles.
    """

    package: PackageFrame
    properties_part: str
    record_part: str
    hashes: Mapping[str, str]
    roles: Mapping[str, str]
    content: Mapping[str, str]
    style_names: tuple[str, ...]
    digester: StoryDigester


_frames: WeakKeyDictionary[CompiledTemplate, Frame] = WeakKeyDictionary()


def frame_of(template: CompiledTemplate) -> Frame:
    """The frame of ``template``, made once."""
    if template not in _frames:
        _frames[template] = make_frame(template, open_package(template.data, name=template.name), template.static)
    return _frames[template]


def make_frame(template: CompiledTemplate, package: Package, parts: Mapping[str, bytes]) -> Frame:
    """The frame of ``package``, which is the template or what docxtpl made of it; ``parts`` are those that are not generated."""
    static = dict(parts)
    old = anchors.find_record(package)
    if old is not None:
        _drop_part(static, old[0])
    relationships = _rels_name(template.main_part)
    properties_part = next(iter(package.related("", "core-properties")), None)
    if properties_part is None:
        properties_part = "docProps/core.xml"
        static["_rels/.rels"] = _with_relationship(static["_rels/.rels"], CORE_KIND, properties_part)
        static[CONTENT_TYPES_NAME] = _with_type(static[CONTENT_TYPES_NAME], properties_part, CORE_TYPE)
    static.pop(properties_part, None)
    number = next(n for n in range(1, 10_000) if f"customXml/item{n}.xml" not in static)
    record_part, own_properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    static[own_properties] = anchors.properties_xml()
    static[_rels_name(record_part)] = anchors.relationships_xml().replace(b"itemProps1.xml", posixpath.basename(own_properties).encode())
    target = posixpath.relpath(record_part, posixpath.dirname(template.main_part))
    static[relationships] = _with_relationship(static[relationships], anchors.RELATIONSHIP_TYPE, target)
    static[CONTENT_TYPES_NAME] = _with_type(static[CONTENT_TYPES_NAME], own_properties, anchors.PROPERTIES_CONTENT_TYPE)
    slots = [CONTENT_TYPES_NAME, "_rels/.rels", *template.stories, properties_part, record_part]
    # deflated once for many documents
    frame = PackageFrame(static, slots, level=9, light=[record_part])
    names = read_style_names(static[package.related(template.main_part, "styles")[0]])
    own = tuple(sorted({names.name(style_id) for style_id in template.styles.values()}))
    sample = _sample(frame, template, package)
    return Frame(
        package=frame,
        properties_part=properties_part,
        record_part=record_part,
        hashes={name: part_digest(data) for name, data in static.items()},
        roles=_roles(template, sample),
        content={role: digest for role, digest in content_digest(open_package(sample), frozenset(own)).items() if role != "document"},
        style_names=own,
        digester=StoryDigester(names, _root_tag(template.bound)),
    )


def _sample(frame: PackageFrame, template: CompiledTemplate, package: Package) -> bytes:
    """A package with nothing in it but the template's section, to read what the static parts say."""
    body = f'{XML_HEADER}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{template.section}</w:body></w:document>'.encode()
    generated = {part: package.read(part) for part in template.stories} | {template.main_part: body}
    generated |= {name: b"<empty/>" for name in frame.generated if name not in generated}
    return assemble(frame, generated)


def _roles(template: CompiledTemplate, sample: bytes) -> dict[str, str]:
    """The role of each part with tags: the document, or the header or footer that the section shows it as."""
    package = open_package(sample)
    targets = {r.id: r.part for r in package.relationships(template.main_part)}
    roles = {template.main_part: "document"}
    for reference in package.xml(template.main_part).iter("{*}headerReference", "{*}footerReference"):
        part = targets.get(reference.get(f"{{{R}}}id", ""))
        if part is not None and part in template.stories:
            kind = str(reference.tag).rpartition("}")[2].removesuffix("Reference")
            roles[part] = f"{kind}:{reference.get(f'{{{W}}}type', 'default')}"
    return roles


def _root_tag(data: bytes) -> str:
    """The start tag of a part's root: it declares the prefixes that the part's XML uses."""
    match = _ROOT.search(data)
    assert match is not None
    return match[0].decode()


def _rels_name(part: str) -> str:
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _drop_part(static: dict[str, bytes], part: str) -> None:
    """Take an old record out of a template that was once a document, with what points to it."""
    from lxml import etree

    static.pop(part, None)
    for name, data in list(static.items()):
        if name.endswith(".rels") and posixpath.basename(part).encode() in data:
            root = parse_xml(data)
            for element in root.findall(f"{{{RELATIONSHIPS}}}Relationship"):
                if posixpath.basename(element.get("Target", "")) == posixpath.basename(part):
                    root.remove(element)
            static[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_relationship(data: bytes, kind: str, target: str) -> bytes:
    from lxml import etree

    root = parse_xml(data)
    used = {e.get("Id") for e in root}
    name = next(f"rId{n}" for n in range(1, 10_000) if f"rId{n}" not in used)
    etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=name, Type=kind, Target=target)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_type(data: bytes, part: str, kind: str) -> bytes:
    from lxml import etree

    root = parse_xml(data)
    etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", PartName=f"/{part}", ContentType=kind)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
