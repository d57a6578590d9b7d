"""Runs cut at letters, so that a mark can be set round exactly the words that changed."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from docgen.ooxml.content import Paragraph, RunFormat
from docgen.ooxml.inline import LineReader, Piece
from docgen.ooxml.locating import looks_of
from docgen.ooxml.normalising import raw_offset
from docgen.ooxml.properties import LOCAL
from docgen.recovery.redlining.elements import child

if TYPE_CHECKING:
    from lxml import etree

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Letters(NamedTuple):
    """A ``w:r`` and the letters of the paragraph's raw text that it prints."""

    start: int
    end: int
    run: etree._Element
    look: RunFormat


class CutParagraph:
    """A paragraph whose runs were cut at some of its letters. Its story must not be read from any more."""

    def __init__(self, paragraph: Paragraph, cuts: Iterable[int]) -> None:
        """``cuts``: offsets in ``paragraph.text``."""
        self._paragraph = paragraph
        self._looks = looks_of(paragraph)
        self._kept: dict[etree._Element, str] = {}
        places = {self.raw(cut) for cut in cuts} | {self.raw(cut, end=True) for cut in cuts}
        pieces = self._pieces()
        starts = []
        place = 0
        for piece in pieces:
            starts.append(place)
            place += len(piece[0])
        # from behind, so that what stands before a cut keeps its place
        at = len(pieces) - 1
        for cut in sorted(places, reverse=True):
            while at >= 0 and starts[at] >= cut:
                at -= 1
            if at >= 0 and cut < place:
                self._cut(pieces[at], cut - starts[at], pieces[at + 1] if at + 1 < len(pieces) else None)
        self.letters = self._list_letters()

    def raw(self, offset: int, *, end: bool = False) -> int:
        """The same place in the raw text."""
        return raw_offset(self._paragraph.raw, self._paragraph.text, offset, end=end)

    def runs_between(self, start: int, end: int) -> list[etree._Element]:
        """The runs that print ``text[start:end]``; they print nothing else if it was cut there."""
        first, last = self.raw(start), self.raw(end, end=True)
        return list(dict.fromkeys(one.run for one in self.letters if first <= one.start and one.end <= last))

    def at(self, offset: int) -> Letters | None:
        """What prints the letter at ``offset``; ``None`` behind the last one."""
        place = self.raw(offset)
        return next((one for one in self.letters if one.end > place), None)

    def _pieces(self) -> list[Piece]:
        looks = self._looks
        if not looks:
            return []
        hidden = replace(next(iter(looks.values())), hidden=True)
        return LineReader().read(self._paragraph.element, lambda _, run: looks.get(run, hidden)).pieces

    def _list_letters(self) -> list[Letters]:
        out = []
        place = 0
        for text, look, run, _, _, _ in self._pieces():
            out.append(Letters(place, place + len(text), run, look))
            place += len(text)
        return out

    def _cut(self, piece: Piece, inside: int, following: Piece | None) -> None:
        """Cut the run of ``piece`` behind its first ``inside`` letters."""
        text, look, run, _, leaf, _ = piece
        # of what was cut already the rest stands elsewhere
        text = self._kept.get(leaf, text)
        if inside < len(text):
            second = deepcopy(leaf)
            second.tail = None
            leaf.text, second.text = text[:inside], text[inside:]
            self._kept[leaf] = text[:inside]
            for half in (leaf, second):
                half.set(_SPACE, "preserve")
            leaf.addnext(second)
        elif following is None or following[2] is not run:
            return
        else:
            second = following[4]
        self._looks[_split_before(run, second)] = look


def _split_before(run: etree._Element, leaf: etree._Element) -> etree._Element:
    """A new run behind ``run`` with ``leaf`` and all that follows it, looking the same."""
    holder = leaf
    while (parent := holder.getparent()) is not None and parent is not run:
        holder = parent
    second = run.makeelement(run.tag)
    for key, value in run.attrib.items():
        if LOCAL[str(key)].startswith("rsid"):
            second.set(key, value)
    properties = child(run, "rPr")
    if properties is not None:
        second.append(deepcopy(properties))
    second.extend([holder, *holder.itersiblings()])
    run.addnext(second)
    return second
