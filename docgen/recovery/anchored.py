"""The anchored texts of a Word file: which letters each recorded bookmark stands round now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.anchors.names import parse_bookmark_name, text_hash
from docgen.ooxml.locating import locate_text
from docgen.ooxml.properties import LOCAL

if TYPE_CHECKING:
    from docgen.anchors.record import Anchor, Record
    from docgen.ooxml.content import Paragraph, Story


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

    ``stretches``: one a paragraph it reaches over, in order; none when its bookmark is gone. ``copies``: how often the bookmark's
    name was found again, which copying makes.
    """

    anchor: Anchor
    stretches: list[Stretch] = field(default_factory=list)
    copies: int = 0

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
    open_names: dict[str, Anchored] = {}
    by_paragraph: dict[Paragraph, list[tuple[Anchored, Stretch]]] = {}
    for paragraph in story.paragraphs:
        open_here = {name: 0 for name in open_names}
        for kind, value, name, offset in _marks(paragraph):
            if kind == "start":
                text = texts.get(name)
                if text is None or parse_bookmark_name(name) is None:
                    continue
                if text.stretches or value in open_names:
                    text.copies += 1
                    continue
                open_names[value] = text
                open_here[value] = offset
            elif value in open_here:
                _close(open_names.pop(value), paragraph, open_here.pop(value), offset, by_paragraph)
        for value, start in open_here.items():
            # it goes on in the next paragraph: somebody has pressed Enter inside it
            if value in open_names:
                _close(open_names[value], paragraph, start, len(paragraph.text), by_paragraph)
    for stretches in by_paragraph.values():
        stretches.sort(key=lambda pair: (pair[1].start, pair[1].end))
    return AnchoredStory(list(texts.values()), by_paragraph)


def _close(
    text: Anchored, paragraph: Paragraph, start: int, end: int, by_paragraph: dict[Paragraph, list[tuple[Anchored, Stretch]]]
) -> None:
    stretch = Stretch(paragraph, start, max(start, end))
    text.stretches.append(stretch)
    by_paragraph.setdefault(paragraph, []).append((text, stretch))


def _marks(paragraph: Paragraph) -> Iterable[tuple[str, str, str, int]]:
    """Beginnings and ends of bookmarks inside the paragraph: kind, id, name, and the letter before which they stand."""
    elements = [e for e in paragraph.element.iter() if isinstance(e.tag, str) and LOCAL[e.tag] in ("bookmarkStart", "bookmarkEnd")]
    if not elements:
        return
    places: dict[object, int] = {}
    at = 0
    for held in locate_text(paragraph, 0, len(paragraph.text)):
        places.setdefault(held.element, at)
        at += held.end - held.start
    wanted = set(elements)
    offset, passed = 0, 0
    for element in paragraph.element.iter():
        if element in places:
            offset = places[element]
            passed = offset + _length(element)
            offset = passed
        elif element in wanted:
            values = {LOCAL[str(k)].rpartition("}")[2]: str(v) for k, v in element.attrib.items()}
            kind = "start" if LOCAL[str(element.tag)] == "bookmarkStart" else "end"
            yield kind, values.get("id", ""), values.get("name", ""), min(offset, len(paragraph.text))


def _length(element: object) -> int:
    text = getattr(element, "text", None)
    return len(text) if isinstance(text, str) and text else 1
