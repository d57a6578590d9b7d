"""The letters of a whole document, run by run: its text, its notes, the headers and footers that begin in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from docgen.checks.keeping import kept
from docgen.checks.pages import own_sections
from docgen.ooxml.content import Paragraph, Run, RunFormat
from docgen.reading.layout import Layout

_LETTER = re.compile(r"[^\W_]")


class Letters(NamedTuple):
    """A run with at least one letter or digit."""

    paragraph: Paragraph
    run: Run

    @property
    def text(self) -> str:
        """Its letters."""
        return self.paragraph.text[self.run.start : self.run.end]


@kept
def printed_paragraphs(layout: Layout) -> tuple[Paragraph, ...]:
    """Every paragraph that the document prints, each once."""
    found = list(layout.story.paragraphs[layout.first : layout.last])
    if layout.index == 0:
        found += layout.story.notes
    parts: set[str] = set()
    for section in own_sections(layout):
        for part in (*section.headers.values(), *section.footers.values()):
            if part.part not in parts:
                parts.add(part.part)
                found += part.paragraphs
    return tuple(found)


@kept
def letters_by_look(layout: Layout) -> dict[RunFormat, list[Letters]]:
    """The document's runs with letters or digits, by how they are set, in order."""
    found: dict[RunFormat, list[Letters]] = {}
    search = _LETTER.search
    for paragraph in printed_paragraphs(layout):
        text = paragraph.text
        for run in paragraph.runs:
            if search(text, run.start, run.end):
                found.setdefault(run.format, []).append(Letters(paragraph, run))
    return found


def grouped(found: dict[str, list[Letters]]) -> Iterator[tuple[str, list[Letters], int]]:
    """What was found by its name, with the number of paragraphs it stands in."""
    for name, letters in found.items():
        yield name, letters, len({one.paragraph for one in letters})
