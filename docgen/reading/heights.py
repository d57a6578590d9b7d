"""How high paragraphs stand, estimated from widths of letters: whether they take more than one page."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from docgen.metrics import line_height, text_width
from docgen.ooxml.content import Paragraph, Section
from docgen.ooxml.units import PARTS_PER_LINE, TWIPS_PER_PT

#: shares of a page's height: what is estimated above the one surely runs over, below the other surely does not
_SURELY_OVER, _SURELY_ONE, _STATED = 1.25, 0.75, 0.6


def fill_pages(paragraphs: Sequence[Paragraph], sections: Sequence[Section], stated: int | None = None) -> bool | None:
    """Whether ``paragraphs`` of a story with ``sections`` take more than one page; ``None`` where that cannot be told.

    ``stated``: how many pages they take as the file itself says it.
    """
    if _is_broken(paragraphs, sections):
        return True
    share = _height(paragraphs, sections)
    if share > _SURELY_OVER or (stated is not None and stated > 1 and share > _STATED):
        return True
    return False if share < _SURELY_ONE or stated == 1 else None


def _is_broken(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> bool:
    """Whether a page break or a new section stands between words."""
    printed = pending = False
    section = paragraphs[0].section if paragraphs else 0
    for paragraph in paragraphs:
        if paragraph.section != section:
            section = paragraph.section
            pending = pending or (printed and sections[section].start != "continuous")
        at = paragraph.break_at
        behind = paragraph.page_break and at is not None and bool(paragraph.text[:at].strip())
        if paragraph.page_break and not behind:
            pending = pending or printed
        if not paragraph.is_empty:
            if pending:
                return True
            printed = True
            if behind:
                if at is not None and paragraph.text[at:].strip():
                    return True
                pending = True
    return False


def _height(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> float:
    """How high the paragraphs stand, as a share of a page's text."""
    total = 0.0
    rows: dict[tuple[int, int], dict[int, float]] = {}
    for paragraph in paragraphs:
        section = sections[paragraph.section]
        margins = section.margins
        room = max(section.height - abs(margins.top) - abs(margins.bottom), 1)
        cell = paragraph.cell
        width = section.text_width if cell is None else cell.width - sum(cell.table.padding)
        share = _paragraph_height(paragraph, width) / room
        if cell is None:
            total += share
        else:
            columns = rows.setdefault((cell.table.index, cell.row), {})
            columns[cell.column] = columns.get(cell.column, 0) + share
    return total + sum(max(columns.values()) for columns in rows.values())


def _paragraph_height(paragraph: Paragraph, width: float) -> float:
    look = paragraph.format
    size = max((run.format.size for run in paragraph.runs), default=paragraph.mark.size)
    room = max(width - look.left - look.right, TWIPS_PER_PT) / TWIPS_PER_PT
    lines = sum(max(ceil(text_width(line, size) / room), 1) for line in paragraph.text.split("\n"))
    single = line_height(size) * TWIPS_PER_PT
    heights = {"auto": single * look.line / PARTS_PER_LINE, "exact": look.line, "atLeast": max(look.line, single)}
    return lines * heights[look.line_rule] + look.before + look.after
