"""Lines across the page: borders of paragraphs and cells, drawn lines, rows of typed dashes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from docgen.ooxml.units import TWIPS_PER_PT

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph, Story

#: a typed line counts from this many signs on: whether it may be typed is another rule's affair
_TYPED = re.compile(r"[-_–—─=]{20,}")


def has_full_line(paragraphs: Iterable[Paragraph], story: Story, share: float) -> bool:
    """Whether one of ``paragraphs`` carries a line that takes at least ``share`` of the text width.

    A line whose length the file does not tell counts.
    """
    return any(_has_line(paragraph, story, share) for paragraph in paragraphs)


def _has_line(paragraph: Paragraph, story: Story, share: float) -> bool:
    form = paragraph.format
    if form.top_border > 0 or form.bottom_border > 0 or (paragraph.cell is not None and paragraph.cell.bordered):
        return True
    if _TYPED.search(paragraph.text):
        return True
    section = story.sections[paragraph.section] if paragraph.section < len(story.sections) else None
    for line in paragraph.lines:
        if line.horizontal and (line.length is None or section is None or line.length * TWIPS_PER_PT >= share * section.text_width):
            return True
    return False
