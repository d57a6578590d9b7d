"""From letters of a paragraph back to the elements that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.ooxml.content import Paragraph, RunFormat
from docgen.ooxml.inline import LineReader
from docgen.ooxml.normalising import raw_offset

if TYPE_CHECKING:
    from lxml import etree

_SHOWN, _HIDDEN = (
    RunFormat("", "", 0.0, False, False, "none", "auto", False, False, False, hidden, "baseline", 0.0, 0.0, "none", "auto", {})
    for hidden in (False, True)
)


class Held(NamedTuple):
    """Letters ``start`` to ``end`` of an element's own text; of a ``w:tab``, ``w:br`` and their like 0 to 1.

    ``run`` is the ``w:r`` around it.
    """

    element: etree._Element
    start: int
    end: int
    run: etree._Element


def locate_text(paragraph: Paragraph, start: int, end: int) -> list[Held]:
    """Which elements hold ``paragraph.text[start:end]``, in order; none for a paragraph whose letters were decoded.

    The paragraph is read anew, so ask before changing it.
    """
    if paragraph.decoded:
        return []
    line = LineReader().read(paragraph.element, lambda _, run: _HIDDEN if run in paragraph.hidden else _SHOWN)
    first = raw_offset(paragraph.raw, paragraph.text, start)
    last = raw_offset(paragraph.raw, paragraph.text, end, end=True)
    out = []
    place = 0
    for text, _, run, _, leaf, skipped in line.pieces:
        low, high = max(first, place), min(last, place + len(text))
        if low < high:
            shift = skipped - place
            out.append(Held(leaf, low + shift, high + shift, run))
        place += len(text)
    return out


def looks_of(paragraph: Paragraph) -> dict[etree._Element, RunFormat]:
    """How each ``w:r`` is set that prints letters of ``paragraph``."""
    return {held.run: run.format for run in reversed(paragraph.runs) for held in locate_text(paragraph, run.start, run.end)}
