"""Boxes round a mark: a shape, a cell with lines, a paragraph with borders."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.ooxml.units import MM_PER_PT, TWIPS_PER_PT

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph


class Box(NamedTuple):
    """``width`` and ``height`` in mm, ``None`` where the file does not tell; ``bordered``: a line is drawn round it."""

    width: float | None
    height: float | None
    bordered: bool


def box_of(paragraph: Paragraph) -> Box | None:
    """The box a paragraph stands in; ``None`` where it stands in none."""
    shape = paragraph.shape
    if shape is not None:
        return Box(_mm(shape.width), _mm(shape.height), shape.bordered)
    if paragraph.cell is not None and paragraph.cell.bordered:
        return Box(_mm(paragraph.cell.width / TWIPS_PER_PT) or None, None, True)
    if paragraph.format.top_border > 0 and paragraph.format.bottom_border > 0:
        return Box(None, None, True)
    return Box(None, None, True) if paragraph.frame else None


def _mm(points: float | None) -> float | None:
    return None if points is None else points * MM_PER_PT
