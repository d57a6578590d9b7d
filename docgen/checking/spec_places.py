"""Where in a spec the words stand that a finding is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from docgen.checking.details import Replacement
from docgen.ooxml.xml import qn
from docgen.problems import Place
from docgen.sources import Mapping as MappingNode
from docgen.sources import SourceText, parse, read_text
from docgen.spec.places import find_node, find_place

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from docgen.anchors.record import Anchor
    from docgen.ooxml.content import Paragraph

_NAME, _START, _END = qn("w:name"), qn("w:bookmarkStart"), qn("w:bookmarkEnd")
_ID, _TEXT, _BREAKS = qn("w:id"), qn("w:t"), (qn("w:br"), qn("w:tab"), qn("w:cr"))
_KEYS = {"recipient": "/distribution", "addressee": "/addressees", "sign": "/signature", "filing": "/filing"}
"""The spec's key that names what an agency file says, by the beginning of the component; ``issuer`` for all others."""
_RISKY = re.compile(r"[:#\"'\\{}\[\]&*|>%@`_\n]")
"""Signs that may mean something else in YAML, or in docgen's inline marks: no line to paste is made with them."""


class Spot(NamedTuple):
    """A place in the spec, and the whole line as it would read with the words replaced."""

    place: Place
    suggestion: str | None


class SpecPlaces:
    """The spec at ``path``, shown as ``shown``, and the printed blocks of the file made from it."""

    def __init__(self, path: Path, shown: str, blocks: Iterable[Anchor] = ()) -> None:
        self._source: SourceText = read_text(path, shown)
        self._root = parse(self._source).root
        self._origins: Mapping[str, tuple[str, str]] = {block.name: (block.path, block.component) for block in blocks}

    def find(self, paragraph: Paragraph | None, start: int, words: str, replacement: Replacement | None) -> Spot:
        """The place of ``words``, which begin at ``start`` of a printed paragraph; that of the whole spec without one."""
        origin, component = ("", "") if paragraph is None else self._origin(paragraph, start)
        return self.locate(origin, component, words, replacement)

    def locate(self, origin: str, component: str, words: str, replacement: Replacement | None) -> Spot:
        """The place of ``words`` in the text at ``origin`` (``/sections/0/title``); of the text if they are not found there.

        What an agency file says is shown at the spec's key that names it, which ``component`` tells.
        """
        if "#" in origin:
            origin = next((key for prefix, key in _KEYS.items() if component.startswith(prefix)), "/issuer")
        place = find_place(self._source, self._root, origin)
        node, _ = find_node(self._root, origin)
        if isinstance(node, MappingNode):
            return Spot(place, None)
        narrowed = self._narrow(node.start, node.end, words, origin) or place
        if replacement is None or _RISKY.search(replacement.new):
            return Spot(narrowed, None)
        exact = self._narrow(node.start, node.end, replacement.old, origin)
        if exact is None or exact.column is None or exact.excerpt is None:
            return Spot(narrowed, None)
        before, behind = exact.excerpt[: exact.column - 1], exact.excerpt[exact.column - 1 + len(replacement.old) :]
        return Spot(exact, before + replacement.new + behind)

    def _narrow(self, start: int, end: int, words: str, origin: str) -> Place | None:
        """The place of ``words`` between two characters of the spec, if they stand there once and on one line."""
        text = self._source.text
        if not words.strip() or text.count(words, start, end) != 1:
            return None
        found = text.index(words, start, end)
        return self._source.place(found, found + len(words), origin)

    def _origin(self, paragraph: Paragraph, start: int) -> tuple[str, str]:
        """Path in the spec and component of the block that prints the letter ``start``, or the letter nearest to it."""
        spans = [(first, last, name) for first, last, name in _bookmarks(paragraph.element) if name in self._origins]
        if not spans:
            return "", ""
        nearest = min(spans, key=lambda span: max(span[0] - start, start - span[1] + 1, 0))
        return self._origins[nearest[2]]


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
