"""The anchored texts of a Word file: which letters each recorded bookmark stands round now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.anchors.names import parse_bookmark_name, text_hash
from docgen.ooxml.locating import locate_text
from docgen.ooxml.normalising import compose
from docgen.ooxml.properties import LOCAL
from docgen.ooxml.xml import W_STRICT, W

if TYPE_CHECKING:
    from lxml import etree

    from docgen.anchors.record import Anchor, Record
    from docgen.ooxml.content import Paragraph, Story

_STARTS = frozenset(f"{{{uri}}}bookmarkStart" for uri in (W, W_STRICT))
_PARAGRAPHS = tuple(f"{{{uri}}}p" for uri in (W, W_STRICT))
_TEXTS = tuple(f"{{{uri}}}t" for uri in (W, W_STRICT))
_TAGS = (*_PARAGRAPHS, *_STARTS, *(f"{{{uri}}}bookmarkEnd" for uri in (W, W_STRICT)))


@dataclass(slots=True, eq=False)
class Stretch:
    """Letters ``start`` to ``end`` of a paragraph that belong to an anchor."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """The letters."""
        return self.paragraph.text[self.start : self.end]


@dataclass(slots=True, eq=False)
class Anchored:
    """One recorded text and where it stands now.

    ``stretches``: one a paragraph it reaches over, in order; none when its bookmark is gone. ``doubles``: copies and the
    original, if neither words nor neighbours say which is which.
    """

    anchor: Anchor
    stretches: list[Stretch] = field(default_factory=list)
    doubles: list[Paragraph] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its letters, paragraphs joined by line ends."""
        return "\n".join(stretch.text for stretch in self.stretches)

    @property
    def is_changed(self) -> bool:
        """Whether other words stand there than docgen wrote."""
        return text_hash(self.words) != self.anchor.hash


@dataclass(slots=True, eq=False)
class AnchoredStory:
    """All recorded texts in their recorded order, and for each paragraph the stretches in it from left to right."""

    texts: list[Anchored]
    by_paragraph: Mapping[Paragraph, list[tuple[Anchored, Stretch]]]

    @property
    def found(self) -> int:
        """How many of the bookmarks are still there."""
        return sum(bool(text.stretches) for text in self.texts)


def find_anchored(story: Story, record: Record) -> AnchoredStory:
    """Where the recorded texts stand in ``story``. A bookmark of another document, pasted in, is none of them."""
    texts = {anchor.name: Anchored(anchor) for anchor in record.blocks}
    found: dict[str, list[list[Stretch]]] = {name: [] for name in texts}
    open_ones: dict[str, list[Stretch]] = {}
    marks = _marks_of(story)
    # LibreOffice leaves beginnings behind in empty cells that end nowhere
    closed = {_named(mark)[1] for marked in marks.values() for mark in marked if mark.tag not in _STARTS}
    for paragraph in story.paragraphs:
        here = marks.get(paragraph.element)
        if here is None and not open_ones:
            continue
        open_here = {value: 0 for value in open_ones}
        for kind, value, name, offset in _offsets(paragraph, here or ()):
            if kind == "start":
                if name not in texts or parse_bookmark_name(name) is None or value not in closed or value in open_ones:
                    continue
                open_ones[value] = []
                found[name].append(open_ones[value])
                open_here[value] = offset
            elif value in open_here:
                start = open_here.pop(value)
                open_ones.pop(value).append(Stretch(paragraph, start, max(start, offset)))
        for value, start in open_here.items():
            # it goes on in the next paragraph: somebody has pressed Enter inside it
            open_ones[value].append(Stretch(paragraph, start, max(start, len(paragraph.text))))
    _choose([*texts.values()], [*found.values()], {paragraph: i for i, paragraph in enumerate(story.paragraphs)})
    by_paragraph: dict[Paragraph, list[tuple[Anchored, Stretch]]] = {}
    for text in texts.values():
        for stretch in text.stretches:
            by_paragraph.setdefault(stretch.paragraph, []).append((text, stretch))
    for stretches in by_paragraph.values():
        stretches.sort(key=lambda pair: (pair[1].start, pair[1].end))
    return AnchoredStory(list(texts.values()), by_paragraph)


def _choose(texts: Sequence[Anchored], found: Sequence[Sequence[list[Stretch]]], order: Mapping[Paragraph, int]) -> None:
    """Of each text that stands in several places the original: the one between its old neighbours, else the one with its words."""
    places = [order[one[0][0].paragraph] if len(one) == 1 else None for one in found]
    for i, (text, ways) in enumerate(zip(texts, found, strict=True)):
        if len(ways) < 2:
            text.stretches = [*ways[0]] if ways else []
            continue
        low = next((place for place in reversed(places[:i]) if place is not None), 0)
        high = next((place for place in places[i + 1 :] if place is not None), len(order))
        inside = [way for way in ways if low <= order[way[0].paragraph] <= high]
        same = [way for way in inside or ways if _hash_of(way) == text.anchor.hash]
        text.stretches = [*(same or inside or ways)[0]]
        if not inside and len(same) != 1:
            text.doubles = [stretch.paragraph for way in ways for stretch in way]


def _hash_of(stretches: Sequence[Stretch]) -> str:
    return text_hash("\n".join(stretch.text for stretch in stretches))


def _marks_of(story: Story) -> dict[etree._Element, list[etree._Element]]:
    """The beginnings and ends of bookmarks by the paragraph in which they stand.

    Those between two paragraphs, where Word puts some when a paragraph is deleted, belong to the one before them if they are
    ends, to the one behind them if they are beginnings.
    """
    found: dict[etree._Element, list[etree._Element]] = {}
    if not story.paragraphs:
        return found
    root = story.paragraphs[0].element.getroottree().getroot()
    waiting: list[etree._Element] = []
    last: etree._Element | None = None
    for element in root.iter(*_TAGS):
        if element.tag in _PARAGRAPHS:
            last = element
            if waiting:
                found[last] = [*waiting]
                waiting.clear()
            continue
        inside = next(element.iterancestors(*_PARAGRAPHS), None)
        if inside is not None:
            found.setdefault(inside, []).append(element)
        elif element.tag in _STARTS:
            waiting.append(element)
        elif any(_named(element)[1] == _named(start)[1] for start in waiting):
            # a bookmark round nothing
            waiting[:] = [start for start in waiting if _named(start)[1] != _named(element)[1]]
        elif last is not None:
            found.setdefault(last, []).append(element)
    return found


def _offsets(paragraph: Paragraph, marks: Sequence[etree._Element]) -> Iterable[tuple[str, str, str, int]]:
    """The marks of a paragraph: kind, id, name, and the letter before which they stand."""
    if not marks:
        return
    wanted = set(marks)
    inside = {mark for mark in marks if paragraph.element in mark.iterancestors(*_PARAGRAPHS)}
    for mark in marks:
        if mark.tag in _STARTS and mark not in inside:
            yield (*_named(mark), 0)
    lengths = _lengths(paragraph)
    offset = 0
    for element in paragraph.element.iterdescendants():
        if element in wanted:
            yield (*_named(element), min(offset, len(paragraph.text)))
        elif element in lengths:
            offset += lengths[element]
    for mark in marks:
        if mark.tag not in _STARTS and mark not in inside:
            yield (*_named(mark), len(paragraph.text))


def _lengths(paragraph: Paragraph) -> dict[etree._Element, int]:
    """How many letters of the paragraph's text each element holds."""
    plain = {element: len(element.text or "") for element in paragraph.element.iterdescendants(*_TEXTS)}
    together = "".join(element.text or "" for element in plain)
    if together == paragraph.text:
        return plain
    found: dict[etree._Element, int] = {}
    for held in locate_text(paragraph, 0, len(paragraph.text)):
        found[held.element] = found.get(held.element, 0) + held.end - held.start
    if paragraph.raw == paragraph.text:
        return found
    # letters and their marks that stand apart in the file are one letter in the text
    at, reached, composed = 0, 0, {}
    for element, length in found.items():
        at += length
        now = len(compose(paragraph.raw[:at]))
        composed[element] = now - reached
        reached = now
    return composed


def _named(mark: etree._Element) -> tuple[str, str, str]:
    values = {LOCAL[str(key)].rpartition("}")[2]: str(value) for key, value in mark.attrib.items()}
    return "start" if mark.tag in _STARTS else "end", values.get("id", ""), values.get("name", "")
