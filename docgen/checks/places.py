"""Where on the page something stands: across the whole width, in a column, or in a box that floats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docgen.ooxml.units import EMU_PER_TWIP, TWIPS_PER, TWIPS_PER_MM, TWIPS_PER_PT

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.content import Paragraph
    from docgen.reading.layout import Layout

#: mm: a box this near to the paragraph of its anchor stands in its place
_NEAR = 4
_STYLE = re.compile(r"([\w-]+)\s*:\s*([^;]*)")
_LENGTH = re.compile(r"(-?[\d.]+)\s*(pt|in|mm|cm)?$")
#: share of the text's width from which on the middle of something is not in the left column
_MIDDLE = 0.5


class _Float(NamedTuple):
    """Twips; ``None`` where the file does not tell. The ``from`` are words such as ``page`` and ``column``."""

    x: float | None
    x_from: str
    x_align: str
    y: float | None
    y_from: str


def spans_page(layout: Layout, paragraph: Paragraph) -> bool:
    """Whether a paragraph is centred over the whole width of the page."""
    look = paragraph.format
    free = paragraph.cell is None and paragraph.shape is None and not paragraph.frame and "\t" not in paragraph.text
    # indents that are alike on both sides leave the middle where it is
    narrow = abs(look.left - look.right) > 2 * _NEAR * TWIPS_PER_MM or paragraph.text.startswith("   ")
    return free and not narrow and look.align == "center" and layout.story.sections[paragraph.section].columns <= 1


def holder_of(paragraph: Paragraph) -> Paragraph | None:
    """The paragraph at whose place the words stand: their own, or that of a box's anchor if the box stands where it is anchored.

    ``None`` where the box may float anywhere: it is anchored in a line of text, or its place is told from the page's edge.
    """
    if paragraph.shape is None:
        return None if paragraph.frame else paragraph
    anchor = paragraph.shape.paragraph
    found = _float_of(paragraph)
    if found is None:
        return anchor if anchor.is_empty else None
    near = found.y is not None and abs(found.y) <= _NEAR * TWIPS_PER_MM
    return anchor if near and anchor.is_empty and found.y_from in ("paragraph", "line", "text", "") else None


def is_above_text(layout: Layout, paragraph: Paragraph) -> bool:
    """Whether a floating box surely lies in the top margin."""
    found = _float_of(paragraph) if paragraph.shape is not None else None
    if found is None or found.y is None or paragraph.shape is None:
        return False
    top = layout.story.sections[paragraph.section].margins.top
    bottom = found.y + (paragraph.shape.height or 0) * TWIPS_PER_PT
    return bottom <= (abs(top) if found.y_from == "page" else 0 if found.y_from == "margin" else -10 * TWIPS_PER_MM)


def is_at_right(layout: Layout, paragraph: Paragraph) -> bool:
    """Whether the middle of a floating box surely lies in the right half of the text."""
    shape, found = paragraph.shape, _float_of(paragraph)
    if shape is None or found is None:
        return False
    section = layout.story.sections[paragraph.section]
    left, width = 0.0, float(section.text_width)
    cell = shape.paragraph.cell
    if found.x_from in ("column", "character", "text", "") and cell is not None:
        if cell.table.parent is not None:
            return False
        left, width = float(sum(cell.table.grid[: cell.column])), float(cell.width)
    elif found.x_from == "page":
        left, width = -float(section.margins.left), float(section.width)
    elif found.x_from not in ("column", "margin", "character", "text", ""):
        return False
    wide = (shape.width or 0) * TWIPS_PER_PT
    if found.x_align:
        share = {"left": wide / 2, "center": width / 2, "right": width - wide / 2}.get(found.x_align)
        middle = None if share is None else left + share
    else:
        middle = None if found.x is None else left + found.x + wide / 2
    return middle is not None and middle > _MIDDLE * section.text_width


def _float_of(paragraph: Paragraph) -> _Float | None:
    """How the box around a paragraph floats; ``None`` for one that stands in its line."""
    for element in paragraph.element.iterancestors():
        name = str(element.tag).rpartition("}")[2]
        if name == "inline":
            return None
        if name == "anchor":
            x, x_from, x_align = _position(element, "positionH")
            y, y_from, _ = _position(element, "positionV")
            return _Float(x, x_from, x_align, y, y_from)
        if name in ("shape", "rect", "roundrect") and "position:absolute" in (element.get("style") or "").replace(" ", ""):
            return _from_style(element.get("style") or "")
    return None


def _position(anchor: etree._Element, name: str) -> tuple[float | None, str, str]:
    for element in anchor:
        if str(element.tag).endswith("}" + name):
            offset, align = None, ""
            for child in element:
                if str(child.tag).endswith("}posOffset") and _LENGTH.match(child.text or ""):
                    offset = float(child.text or 0) / EMU_PER_TWIP
                elif str(child.tag).endswith("}align"):
                    align = (child.text or "").strip()
            return offset, element.get("relativeFrom") or "", align
    return None, "", ""


def _from_style(style: str) -> _Float:
    values = {name: value.strip() for name, value in _STYLE.findall(style)}
    align = values.get("mso-position-horizontal", "absolute")
    return _Float(
        _length(values.get("margin-left", "0")),
        values.get("mso-position-horizontal-relative", ""),
        "" if align == "absolute" else align,
        _length(values.get("margin-top", "0")),
        values.get("mso-position-vertical-relative", ""),
    )


def _length(value: str) -> float | None:
    match = _LENGTH.match(value.strip())
    return None if match is None else float(match[1]) * TWIPS_PER[match[2] or "pt"]
