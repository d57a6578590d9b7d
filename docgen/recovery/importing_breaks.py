"""Lists whose items somebody set apart by line breaks in one paragraph become paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.ooxml.content import Paragraph, Story
from docgen.reading import Layout
from docgen.reading.numerals import read_opening
from docgen.reading.pieces import Piece, lines_of

#: components of the text that may hold several lines
_TEXT = frozenset({"body", "list_item", "section", "article", "clause", "subclause", "point"})
#: what ends a line behind which an item can begin, be it the first
_ENDS = (":", ";", ".", ",", "…")


def part_lists(story: Story, layouts: Sequence[Layout]) -> bool:
    """Part the paragraphs of texts in ``story`` before each line that begins an item; whether there were any.

    The new paragraphs have the index of the one that they stood in.
    """
    parted: dict[int, list[Paragraph]] = {}
    for layout in layouts:
        letters = layout.standard.letters.use
        for passage in layout.passages:
            paragraph = passage.paragraph
            if passage.component in _TEXT and "\n" in paragraph.text and paragraph.cell is None and paragraph.shape is None:
                places = _items(list(lines_of(paragraph, 0)), letters)
                if places:
                    parted[id(paragraph)] = _cut(paragraph, places)
    if parted:
        story.paragraphs[:] = [new for one in story.paragraphs for new in parted.get(id(one), [one])]
    return bool(parted)


def _items(lines: Sequence[Piece], letters: str) -> list[int]:
    """Where the lines behind the first begin that are items; a dash inside a sentence begins none."""
    found: list[int] = []
    listed: set[str] = set()
    for i, line in enumerate(lines):
        opening = read_opening(line.paragraph.text, line.start, letters)
        if opening is None:
            continue
        if i and opening.level not in listed and not lines[i - 1].text.endswith(_ENDS):
            continue
        if i:
            found.append(line.start)
        listed.add(opening.level)
    return found


def _cut(paragraph: Paragraph, places: Sequence[int]) -> list[Paragraph]:
    """``paragraph`` cut at ``places``; what is no text stays with the first part."""
    text = paragraph.text
    found: list[Paragraph] = []
    for start, end in zip([0, *places], [*places, len(text)], strict=True):
        words = text[start:end].rstrip("\n")
        runs = [
            replace(run, start=max(run.start, start) - start, end=min(run.end, start + len(words)) - start)
            for run in paragraph.runs
            if run.start < start + len(words) and run.end > start
        ]
        if not found:
            broken = paragraph.break_at if paragraph.break_at is not None and paragraph.break_at <= len(words) else None
            found.append(replace(paragraph, text=words, raw=words, runs=runs, break_at=broken))
            continue
        part = replace(found[0], text=words, raw=words, runs=runs, numbering="", bullet=False, page_break=False, break_at=None)
        part.lines, part.shapes, part.fields, part.hidden, part.notes, part.comments = [], [], (), (), 0, 0
        found.append(part)
    return found
