"""Which line of a spec printed what stands in the document that was made of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path

from docgen.anchors.record import Anchor, Record
from docgen.ooxml.content import Paragraph, Story
from docgen.problems import Place
from docgen.recovery.anchored import AnchoredStory, Stretch, find_anchored
from docgen.sources import Parsed, parse, read_text
from docgen.spec.places import find_place

_OWN = {"number": "/number", "place_date": "/date", "type_name": "/type"}
"""The key of what docgen makes words of itself, by component."""
_NAMING = {"recipient": "/distribution", "addressee": "/addressees", "sign": "/signature", "filing": "/filing", "place": "/place"}
"""The key that names what an agency file says, by the beginning of the component; ``/issuer`` for all others."""


class SpecLines:
    """The places in the spec ``path``, shown as ``shown``, of what ``story`` prints, which was rendered from it."""

    def __init__(self, path: Path, shown: str, story: Story, record: Record) -> None:
        self._path, self._shown = path, shown
        self._story, self._record = story, record

    def find(self, paragraph: Paragraph, at: int, component: str) -> Place | None:
        """The place of the text that prints letter ``at`` of ``paragraph``, or the nearest one; ``None`` where no text does.

        What docgen makes of a number, a date or a type is at their keys; what an agency file says where the spec names it.
        """
        pairs = [(text.anchor, stretch) for text, stretch in self._anchored.by_paragraph.get(paragraph, ())]
        anchor, stretch = min(pairs, key=lambda pair: _distance(pair[1], at), default=(None, None))
        if component in _OWN and (stretch is None or _distance(stretch, at)):
            pointer = _OWN[component]
        elif anchor is not None:
            pointer = _pointer(anchor)
        else:
            return None
        place = find_place(self._parsed.source, self._parsed.root, pointer)
        # the words stand beside it, so nobody needs to see the line as well
        return replace(place, excerpt=None)

    @cached_property
    def _anchored(self) -> AnchoredStory:
        return find_anchored(self._story, self._record)

    @cached_property
    def _parsed(self) -> Parsed:
        return parse(read_text(self._path, self._shown))


def _distance(stretch: Stretch, at: int) -> int:
    return max(stretch.start - at, at - stretch.end, 0)


def _pointer(anchor: Anchor) -> str:
    if anchor.path.startswith("/"):
        return anchor.path
    return next((key for start, key in _NAMING.items() if anchor.component.startswith(start)), "/issuer")
