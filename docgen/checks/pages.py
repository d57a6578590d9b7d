"""Sections and pages of a document: which are its own, where its page numbers stand, whether it takes more than one page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import ceil

from docgen.checks.keeping import kept
from docgen.checks.subjects import is_page_field, owned_sections
from docgen.metrics import line_height, text_width
from docgen.ooxml.content import PageHeader, Paragraph, Section
from docgen.ooxml.units import PARTS_PER_LINE, TWIPS_PER_MM, TWIPS_PER_PT
from docgen.reading.layout import Layout

#: lengths in twips that differ by no more are the same: 850 twips are 14.993 mm
TOLERANCE = 15
#: shares of a page's height: what is estimated above the one surely runs over, below the other surely does not
_SURELY_OVER, _SURELY_ONE, _STATED = 1.25, 0.75, 0.6
_DIGITS = re.compile(r"[\s\-–—./]*(?:trang\s*)?\d{1,3}[\s\-–—./]*", re.IGNORECASE)


def say_mm(twips: float) -> str:
    """Twips as millimetres: ``14.5 mm``."""
    return f"{round(twips / TWIPS_PER_MM, 1):g} mm"


@kept
def own_sections(layout: Layout) -> list[Section]:
    """The sections that begin in this document, not in one before it in the same file."""
    return [layout.sections[k] for k in owned_sections(layout)]


def end_of_text(layout: Layout) -> int:
    """The place in the story where the first appendix begins, or the document ends."""
    if not layout.appendices:
        return layout.last
    first = layout.appendices[0].first
    for at in range(layout.first, layout.last):
        if layout.story.paragraphs[at] is first:
            return at
    return layout.last


def text_sections(layout: Layout) -> list[Section]:
    """The own sections that hold the document without its appendices, in order."""
    held = {paragraph.section for paragraph in layout.story.paragraphs[layout.first : end_of_text(layout)]}
    return [section for section in own_sections(layout) if section.index in held]


def has_number(part: PageHeader | None) -> bool:
    """Whether a header or footer prints the number of the page."""
    return part is not None and any(is_page_field(field) for p in part.paragraphs for field in p.fields)


def is_numbered(section: Section) -> bool:
    """Whether ordinary pages of the section show their number, above or below."""
    return has_number(section.headers.get("default")) or has_number(section.footers.get("default"))


def typed_number(parts: Iterable[PageHeader | None]) -> Paragraph | None:
    """A paragraph that holds nothing but digits typed by hand, in place of the page's number."""
    for part in parts:
        for paragraph in part.paragraphs if part else ():
            if _DIGITS.fullmatch(paragraph.text) and not any(map(is_page_field, paragraph.fields)):
                return paragraph
    return None


def field_place(part: PageHeader) -> tuple[Paragraph, int, int] | None:
    """The paragraph with the page's number and the letters it shows now."""
    for paragraph in part.paragraphs:
        if any(map(is_page_field, paragraph.fields)):
            runs = [run for run in paragraph.runs if is_page_field(run.field)]
            return paragraph, runs[0].start if runs else 0, runs[-1].end if runs else 0
    return None


@kept
def runs_over(layout: Layout) -> bool | None:
    """Whether the document without its appendices takes more than one page; ``None`` where that cannot be told."""
    paragraphs = layout.story.paragraphs[layout.first : end_of_text(layout)]
    if _is_broken(paragraphs, layout.story.sections):
        return True
    share = _height(paragraphs, layout.story.sections)
    if share > _SURELY_OVER:
        return True
    whole = layout.first == 0 and layout.last == len(layout.story.paragraphs) and not layout.appendices
    stated = layout.story.pages if whole else None
    if stated is not None and stated > 1 and share > _STATED:
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
