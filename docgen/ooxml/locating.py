"""From letters of a paragraph back to the elements that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.ooxml.content import Paragraph, RunFormat
from docgen.ooxml.inline import LineReader
from docgen.ooxml.normalising import raw_offset

if TYPE_CHECKING:
    from lxml import etree

_HIDDEN = RunFormat(
    "", "", 0.0, False, False, "none", "auto", False, False, False, True, "baseline", 0.0, 0.0, "none", "auto", {}
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
    looks = {element: run.format for run in paragraph.runs for element in run.elements}
    line = LineReader().read(paragraph.element, lambda _, run: looks.get(run, _HIDDEN))
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
