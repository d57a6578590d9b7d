"""Where in a spec the words stand that a finding is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from docgen.checking.details import Replacement
from docgen.config.agency import PREFIX
from docgen.config.finding import find_agency_files
from docgen.ooxml.xml import qn
from docgen.problems import DocgenError, Place
from docgen.sources import Mapping as MappingNode
from docgen.sources import Node, SourceText, parse, read_text
from docgen.spec.places import find_agency_node, find_node, find_place

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from docgen.anchors.record import Anchor
    from docgen.ooxml.content import Paragraph

_NAME, _START, _END = qn("w:name"), qn("w:bookmarkStart"), qn("w:bookmarkEnd")
_ID, _TEXT, _BREAKS = qn("w:id"), qn("w:t"), (qn("w:br"), qn("w:tab"), qn("w:cr"))
_KEYS = {"recipient": "/distribution", "addressee": "/addressees", "sign": "/signature", "filing": "/filing"}
"""The spec's key that names what an agency file says, by the beginning of the component; ``issuer`` for all others.

Findings stand there only if the file itself cannot be read any more."""
_RISKY = re.compile(r"[:#\"'\\{}\[\]&*|>%@`_\n]")
"""Signs that may mean something else in YAML, or in docgen's inline marks: no line to paste is made with them."""


class Spot(NamedTuple):
    """A place in the spec, and the whole line as it would read with the words replaced."""

    place: Place
    suggestion: str | None


class SpecPlaces:
    """The spec at ``path``, shown as ``shown``, and the printed blocks of the file made from it."""

    def __init__(self, path: Path, shown: str, blocks: Iterable[Anchor] = ()) -> None:
        self._path = path
        self._source: SourceText = read_text(path, shown)
        self._root = parse(self._source).root
        self._origins: Mapping[str, tuple[str, str]] = {block.name: (block.path, block.component) for block in blocks}

    def find(self, paragraph: Paragraph | None, start: int, words: str, replacement: Replacement | None) -> Spot:
        """The place of ``words``, which begin at ``start`` of a printed paragraph; that of the whole spec without one."""
        origin, component = ("", "") if paragraph is None else self._origin(paragraph, start)
        return self.locate(origin, component, words, replacement)

    def locate(self, origin: str, component: str, words: str, replacement: Replacement | None) -> Spot:
        """The place of ``words`` in the text at ``origin`` (``/sections/0/title``); of the text if they are not found there.

        What an agency file says stands in that file, where it has to be put right.
        """
        if origin.startswith(PREFIX):
            for source, root in self._agencies:
                found = find_agency_node(root, origin.removeprefix(PREFIX))
                if found is not None:
                    return _spot(source, found, source.place_of(found, origin), words, replacement)
            origin = next((key for prefix, key in _KEYS.items() if component.startswith(prefix)), "/issuer")
        place = find_place(self._source, self._root, origin)
        node, _ = find_node(self._root, origin)
        if isinstance(node, MappingNode):
            return Spot(place, None)
        return _spot(self._source, node, place, words, replacement)

    @cached_property
    def _agencies(self) -> list[tuple[SourceText, Node]]:
        """The agency files that count for the spec, nearest first."""
        found = []
        for file in find_agency_files(self._path.parent):
            with suppress(DocgenError):
                source = read_text(file)
                found.append((source, parse(source).root))
        return found

    def _origin(self, paragraph: Paragraph, start: int) -> tuple[str, str]:
        """Path in the spec and component of the block that prints the letter ``start``, or the letter nearest to it."""
        spans = [(first, last, name) for first, last, name in _bookmarks(paragraph.element) if name in self._origins]
        if not spans:
            return "", ""
        nearest = min(spans, key=lambda span: max(span[0] - start, start - span[1] + 1, 0))
        return self._origins[nearest[2]]


def _spot(source: SourceText, node: Node, place: Place, words: str, replacement: Replacement | None) -> Spot:
    """The place of ``words`` inside ``node``, else ``place``; with the line to paste where one can be made."""
    narrowed = _narrow(source, node, words, place) or place
    if replacement is None or _RISKY.search(replacement.new):
        return Spot(narrowed, None)
    exact = _narrow(source, node, replacement.old, place)
    if exact is None or exact.column is None or exact.excerpt is None:
        return Spot(narrowed, None)
    before, behind = exact.excerpt[: exact.column - 1], exact.excerpt[exact.column - 1 + len(replacement.old) :]
    return Spot(exact, before + replacement.new + behind)


def _narrow(source: SourceText, node: Node, words: str, place: Place) -> Place | None:
    """The place of ``words`` in ``node``, if they stand there once and on one line."""
    text = source.text
    if not words.strip() or text.count(words, node.start, node.end) != 1:
        return None
    found = text.index(words, node.start, node.end)
    return source.place(found, found + len(words), place.pointer)

def _bookmarks(paragraph: etree._Element) -> list[tuple[int, int, str]]:
    """Start, end and name of each bookmark, in the letters that the paragraph prints."""
    position = 0
    opened: dict[str, tuple[int, str]] = {}
    spans: list[tuple[int, int, str]] = []
    for element in paragraph.iter():
        if element.tag == _TEXT:
            position += len(element.text or "")
        elif element.tag in _BREAKS:
            position += 1
        elif element.tag == _START:
            opened[str(element.get(_ID))] = (position, str(element.get(_NAME)))
        elif element.tag == _END and (begun := opened.pop(str(element.get(_ID)), None)) is not None:
            spans.append((begun[0], position, begun[1]))
    return spans
