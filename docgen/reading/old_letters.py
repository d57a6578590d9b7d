"""Paragraphs set in fonts of old code tables (TCVN3, VNI): their letters become the Unicode that they show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.ooxml.content import Paragraph, Run, RunFormat, Story
from docgen.vietnamese.legacy import decode_each, is_legacy, same_table

#: share of letters beyond Latin-1 from which on a font's name lies: its texts are Unicode, as new ones typed in it are
_UNICODE = 0.1


def decode_story(story: Story) -> None:
    """Decode what ``story`` holds in old fonts, run by run; ``text`` and places of runs change, ``decoded`` says where.

    A font that sets Unicode letters as well is only a wrong font. A story without such fonts stays as it is.
    """
    fonts: dict[RunFormat, str] = {}
    held: list[Paragraph] = []
    for paragraph in _paragraphs(story):
        old = False
        for run in paragraph.runs:
            look = run.format
            font = fonts.get(look)
            if font is None:
                font = fonts[look] = _old_font(look)
            old = old or bool(font)
        if old and not paragraph.decoded:
            held.append(paragraph)
    if not held:
        return
    lying = _lying(held, fonts)
    true = {look: "" if font in lying else font for look, font in fonts.items()}
    for paragraph in held:
        _decode(paragraph, true)


def _paragraphs(story: Story) -> Iterator[Paragraph]:
    yield from story.paragraphs
    yield from story.notes
    for section in story.sections:
        for part in (*section.headers.values(), *section.footers.values()):
            yield from part.paragraphs


def _old_font(look: RunFormat) -> str:
    """The old font of a run: the one that sets letters beyond ASCII counts first."""
    return next((font for font in (look.high_font, look.font) if is_legacy(font)), "")


def _lying(paragraphs: Iterable[Paragraph], fonts: dict[RunFormat, str]) -> set[str]:
    """Fonts whose letters with marks are Unicode already."""
    beyond: dict[str, int] = {}
    marked: dict[str, int] = {}
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if font := fonts[run.format]:
                letters = [c for c in paragraph.text[run.start : run.end] if c > "\x7f" and (c.isalpha() or c <= "\xff")]
                marked[font] = marked.get(font, 0) + len(letters)
                beyond[font] = beyond.get(font, 0) + sum(c > "\xff" for c in letters)
    return {font for font, count in marked.items() if count and beyond[font] > _UNICODE * count}


def _decode(paragraph: Paragraph, fonts: dict[RunFormat, str]) -> None:
    """Decode one paragraph; a letter whose mark stands in the next run belongs to its own."""
    text, out, places = paragraph.text, "", [0] * (len(paragraph.text) + 1)
    at = 0
    for font, start, end in [*_stretches(paragraph.runs, fonts, text), ("", len(text), len(text))]:
        for low, high, table in ((at, start, ""), (start, end, font)):
            new, offsets = decode_each(text[low:high], table)
            places[low : high + 1] = [len(out) + offset for offset in offsets]
            out += new
        at = end
    if out == text:
        return
    for run in paragraph.runs:
        run.start, run.end = places[run.start], places[run.end]
    if paragraph.break_at is not None:
        paragraph.break_at = places[min(paragraph.break_at, len(text))]
    paragraph.text = paragraph.raw = out
    paragraph.decoded = True


def _stretches(runs: list[Run], fonts: dict[RunFormat, str], text: str) -> list[tuple[str, int, int]]:
    """Neighbouring runs of one table: the font, where they begin and end. Runs with Unicode letters are none of them."""
    found: list[tuple[str, int, int]] = []
    for run in runs:
        font = fonts[run.format]
        if not font or any(c > "\xff" and c.isalpha() for c in text[run.start : run.end]):
            continue
        if found and found[-1][2] == run.start and same_table(found[-1][0], font):
            found[-1] = font, found[-1][1], run.end
        else:
            found.append((font, run.start, run.end))
    return found
