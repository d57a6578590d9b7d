"""Sections and pages of a document: which are its own, where its page numbers stand, whether it takes more than one page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.checks.keeping import kept
from docgen.checks.subjects import is_page_field, owned_sections
from docgen.ooxml.content import PageHeader, Paragraph, Section
from docgen.ooxml.units import TWIPS_PER_MM
from docgen.reading.heights import fill_pages
from docgen.reading.layout import Layout

#: lengths in twips that differ by no more are the same: 850 twips are 14.993 mm
TOLERANCE = 15
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
    whole = layout.first == 0 and layout.last == len(layout.story.paragraphs) and not layout.appendices
    return fill_pages(paragraphs, layout.story.sections, layout.story.pages if whole else None)
