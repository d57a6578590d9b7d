"""The parts of a package while it is repaired: changed trees, and headers and footers that are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from docgen.fixes.properties import is_strict, same_namespace
from docgen.ooxml.writing import CONTENT_TYPES_NAME, PackageFrame, assemble
from docgen.ooxml.xml import CONTENT_TYPES, RELATIONSHIPS, R

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package

_R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"

#: a part and an element in it, as ``Edit`` says them
Address = tuple[str, str]


class Parts:
    """What is changed and made; everything else keeps its bytes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._made: dict[str, bytes] = {}
        self._trees: dict[str, etree._Element] = {}
        self._names = {name.casefold(): name for name in package.names}
        self.main = package.main

    def tree(self, name: str) -> etree._Element:
        """The root of a part that is there, to be changed or not."""
        return self._package.xml(name)

    def finish(self, changed: set[str]) -> bytes:
        """The package with the trees of ``changed`` and all that was made; other parts as they were."""
        data = {name: self._package.read(name) for name in self._package.names}
        for part in changed:
            name = self._names.get(part.casefold(), part)
            if name in data:
                data[name] = _serialise(self._package.xml(name))
        data |= {name: _serialise(root) for name, root in self._trees.items()} | self._made
        return assemble(PackageFrame({}, list(data)), data)

    def add_header(
        self, section: etree._Element, root: etree._Element, *, kind: str, is_footer: bool, like: str | None = None
    ) -> list[Address]:
        """Make a header or footer of ``root`` and name it in ``section`` (a ``w:sectPr`` of the main part) for ``kind``.

        ``like``: the part whose pictures and links it shares. Gives what was changed and made beside ``section``.
        """
        word = "footer" if is_footer else "header"
        folder = self.main.rpartition("/")[0]
        name = self._free(f"{folder}/{word}" if folder else word)
        self._names[name.casefold()] = name
        self._made[name] = _serialise(root)
        addresses = [(name, f"w:{'ftr' if is_footer else 'hdr'}[1]")]
        if like is not None and (shared := _links_of(like)) in self._package:
            links = _links_of(name)
            self._made[links] = self._package.read(shared)
            addresses.append((links, "Relationships[1]"))
        identity, linked = self._link(f"{_R_STRICT if is_strict(section) else R}/{word}", name)
        _refer(section, word, kind, identity)
        return [*addresses, linked, self._declare(name, _TYPE.format(kind=word))]

    def _link(self, kind: str, name: str) -> tuple[str, Address]:
        """A relationship from the main part to ``name``: its id, and where it stands."""
        links = _links_of(self.main)
        if links in self._package:
            links = self._names[links.casefold()]
            tree = self._package.xml(links)
        else:
            tree = self._trees.setdefault(links, etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>'))
        taken = {element.get("Id") for element in tree}
        identity = next(one for one in (f"rIdPage{n}" for n in range(1, len(taken) + 2)) if one not in taken)
        made = tree.makeelement(f"{{{RELATIONSHIPS}}}Relationship", {"Id": identity, "Type": kind, "Target": f"/{name}"})
        tree.append(made)
        return identity, (links, f"Relationship[{_count(tree, 'Relationship')}]")

    def _declare(self, name: str, kind: str) -> Address:
        types = self._package.xml(CONTENT_TYPES_NAME)
        types.append(types.makeelement(f"{{{CONTENT_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": kind}))
        return self._names[CONTENT_TYPES_NAME.casefold()], f"Override[{_count(types, 'Override')}]"

    def _free(self, stem: str) -> str:
        return next(name for n in range(1, len(self._names) + 2) if (name := f"{stem}{n}.xml").casefold() not in self._names)


def _refer(section: etree._Element, word: str, kind: str, identity: str) -> None:
    tag = same_namespace(section, f"{word}Reference")
    kind_name = same_namespace(section, "type")
    for old in section.findall(tag):
        if old.get(kind_name, "default") == kind:
            section.remove(old)
    namespace = _R_STRICT if is_strict(section) else R
    reference = etree.Element(tag, nsmap={"r": namespace})
    reference.set(kind_name, kind)
    reference.set(f"{{{namespace}}}id", identity)
    section.insert(0, reference)


def _links_of(part: str) -> str:
    folder, _, base = part.rpartition("/")
    return f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"


def _count(root: etree._Element, name: str) -> int:
    return sum(1 for _ in root.iterchildren(f"{{*}}{name}"))


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
