"""Size, bold and italic of every letter on LibreOffice's pages are those that are read from the Word file."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.ooxml.content import Paragraph, Story
from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.rendering import render
from docgen.spec import load_spec
from tests.pages.gathering import ROOT, Measured, spec_names

pytestmark = pytest.mark.office

#: letter, size, bold, italic
Letter = tuple[str, float, bool, bool]


def _story(name: str) -> Story:
    spec = load_spec(ROOT / name)
    return read_story(open_package(render(spec.document, spec.standard), name=str(Path(name).name)))


def _letters(paragraphs: list[Paragraph]) -> Counter[Letter]:
    found: Counter[Letter] = Counter()
    for paragraph in paragraphs:
        for run in paragraph.runs:
            look = run.format
            text = paragraph.text[run.start : run.end]
            for char in text.upper() if look.caps else text:
                if not char.isspace():
                    found[char, look.size, look.bold, look.italic] += 1
    return found


@pytest.mark.parametrize("name", spec_names())
def test_pages_show_the_formatting_that_was_read(name: str, take: Callable[[str], Measured]) -> None:
    glyphs = take(name).pdf.glyphs
    story = _story(name)
    printed = Counter((c, round(g.size * 2) / 2, g.bold, g.italic) for g in glyphs for c in unicodedata.normalize("NFC", g.char))
    # a table's first row is printed again on each page that the table reaches, and headers on every page
    read = _letters(story.paragraphs)
    assert not read - printed, f"read, but not on the pages: {read - printed}"
    numbers = {look[1:] for s in story.sections for h in s.headers.values() for look in _letters(h.paragraphs)}
    again = {look[1:] for look in read}
    assert {look[1:] for look in printed - read} <= numbers | again


@pytest.mark.parametrize("name", spec_names())
def test_each_paragraph_in_its_place(name: str, take: Callable[[str], Measured]) -> None:
    """Word by word: the letters of a paragraph are found on the pages in its order, each set as it was read."""
    pdf = take(name).pdf
    placed = missed = 0
    for paragraph in _story(name).paragraphs:
        words = paragraph.text.split()
        if not words or any(run.format.caps for run in paragraph.runs):
            continue
        expected = [
            (char, run.format.size, run.format.bold, run.format.italic)
            for run in paragraph.runs
            for char in paragraph.text[run.start : run.end]
            if not char.isspace()
        ]
        wanted = "".join(words)
        if wanted not in pdf.words:
            # Lines of the two columns of a head stand in each other on the page; the letters were counted above.
            missed += 1
            continue
        placed += 1
        looks = [[(g.char, round(g.size * 2) / 2, g.bold, g.italic) for g in found.glyphs] for found in pdf.find_all(wanted)]
        assert expected in looks, paragraph.text
    assert placed > 3 * missed
