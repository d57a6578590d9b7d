"""Paragraphs set in fonts of old code tables (TCVN3, VNI): their letters become the Unicode that they show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen.ooxml.content import Paragraph, Run, RunFormat, Story
from docgen.vietnamese.legacy import decode_each, is_legacy, same_table

#: share of letters beyond Latin-1 from which on a font's name lies: its texts are Unicode, as new ones typed in it are
_UNICODE = 0.1
#: letters of Latin-1 that no Vietnamese word has, from which on a run in such a font is an old one; foreign names have fewer
_FOREIGN = 3
#: signs of Latin-1 that a text in Unicode may hold: the letters of Vietnamese, those of measures and quotations
_UNICODE_TOO = frozenset("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ°²³µ·×÷§«»¼½¾\u00a0\u00ad")
_WORD = re.compile(r"\S+")


def decode_story(story: Story) -> None:
    """Decode what ``story`` holds in old fonts, run by run; ``text`` and places of runs change, ``decoded`` says where.

    Words with letters beyond the old tables are Unicode and stay. A run that nothing else tells of is as most in its font: one
    that sets many such words is only a wrong font. A story without such fonts stays as it is.
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
    for paragraph in held:
        _decode(paragraph, fonts, lying)


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
                beyond[font] = beyond.get(font, 0) + sum(map(_is_beyond, letters))
    return {font for font, count in marked.items() if count and beyond[font] > _UNICODE * count}


def _decode(paragraph: Paragraph, fonts: dict[RunFormat, str], lying: set[str]) -> None:
    """Decode one paragraph; a letter whose mark stands in the next run belongs to its own."""
    text, out, places = paragraph.text, "", [0] * (len(paragraph.text) + 1)
    at = 0
    for font, start, end in [*_stretches(paragraph.runs, fonts, lying, text), ("", len(text), len(text))]:
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


def _stretches(runs: list[Run], fonts: dict[RunFormat, str], lying: set[str], text: str) -> list[tuple[str, int, int]]:
    """Neighbouring letters of one table: the font, where they begin and end. Words with Unicode letters are none of them."""
    found: list[tuple[str, int, int]] = []
    for run in runs:
        font = fonts[run.format]
        if not font or not _is_old(text[run.start : run.end], font in lying):
            continue
        for start, end in _without_unicode(text, run.start, run.end):
            if found and found[-1][2] == start and same_table(found[-1][0], font):
                found[-1] = font, found[-1][1], end
            else:
                found.append((font, start, end))
    return found


def _is_old(words: str, lying: bool) -> bool:
    """Whether the words of a run in an old font are letters of its table; ``lying``: most in this font are Unicode."""
    beyond = sum(_is_beyond(c) for c in words)
    old = sum("\x7f" < c <= "\xff" and c not in _UNICODE_TOO for c in words)
    if beyond or lying:
        return old >= (_FOREIGN if lying else 1) and old >= beyond
    return True


def _is_beyond(letter: str) -> bool:
    """Whether an old table cannot hold ``letter``."""
    return letter > "\xff" and letter.isalpha()


def _without_unicode(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the words of ``text[start:end]`` that hold Unicode letters."""
    at = start
    for word in _WORD.finditer(text, start, end):
        if any(_is_beyond(c) for c in word[0]):
            yield at, word.start()
            at = word.end()
    yield at, end
