"""Text and markdown, as copied from a web page or a PDF, read as the document that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Literal, NamedTuple

from docgen.ooxml.content import Story
from docgen.ooxml.opening import Package
from docgen.ooxml.reading_stories import read_story
from docgen.problems import Message, msg
from docgen.reading import Reading, read
from docgen.reading.layout import Sure
from docgen.recovery.plain_feet import find_foot, take_foot
from docgen.recovery.plain_grids import ALONE, GONE, set_grids
from docgen.recovery.plain_heads import cut_documents, take_head
from docgen.recovery.plain_joining import join_lines
from docgen.recovery.plain_kinds import opening_of
from docgen.recovery.plain_lines import Grid, Item, LeftOut, Line, Pages, make_line, normalise
from docgen.recovery.plain_looks import Block, look_at
from docgen.recovery.plain_markdown import read_markdown
from docgen.recovery.plain_notes import take_footnotes
from docgen.recovery.plain_stamps import take_page_numbers, take_stamps
from docgen.recovery.plain_tables import take_tables
from docgen.recovery.plain_xml import source_line, write_package

#: lines of a table read column by column, at least, and letters that one has, at most
_SCATTERED, _SHORT = 5, 40
_FIGURES = re.compile(r"[\d.,%]+")
_RULED = re.compile(r"\s*-{4,}?(?:(?=\w)|(?P<own>-\s+)(?=\w))")

TextKind = Literal["text", "markdown"]


ROWS_JOINED = msg("Lines of a table are put together to rows.")
NO_ROWS = msg("A table may have been here; nothing tells which lines of it are one row.")


class Told(NamedTuple):
    """What somebody should look at, and on which line of the text, from 1."""

    what: Message
    number: int


class PlainStory(NamedTuple):
    """What a text prints, as a story and the package made for it, and the words that stand in no paragraph of it.

    ``titles``: the lines, from 1, that are taken for titles by their words alone.
    """

    package: Package
    story: Story
    left: tuple[LeftOut, ...]
    titles: frozenset[int]
    told: tuple[Told, ...]


class PlainReading(NamedTuple):
    """The documents of a text, nothing in them surer than likely, and the words that were left out before reading.

    ``lines``: by the index of a paragraph the line of the text that it begins with, from 1. ``titles``: the indexes of those that
    are taken for titles by their words alone.
    """

    reading: Reading
    left: tuple[LeftOut, ...]
    lines: Mapping[int, int]
    titles: tuple[int, ...]
    told: tuple[Told, ...]


def story_of_text(text: str, kind: TextKind = "text") -> PlainStory:
    """``text`` as paragraphs and tables with guessed formats.

    Hard-wrapped lines are joined, columns of a head or a signature become tables, drawn lines borders; each document begins a
    page. Stamps, page numbers, what a web page has around the document, and addresses of links are left out and listed. Every
    other word stands in the story, in NFC and without markdown's signs.
    """
    left: list[LeftOut] = []
    set_lines, told = _set_grids(normalise(text).split("\n"), kind)
    numbered = take_page_numbers(take_stamps("\n".join(set_lines), left), left)
    numbered = [(number, line) for number, line in numbered if line != GONE]
    lines = take_footnotes(read_markdown(numbered, left) if kind == "markdown" else _lines(numbered), left)
    documents = [_set(items, left, told) for items in cut_documents(take_tables(lines))]
    titles = {block.line.number for blocks in documents for block in blocks if isinstance(block, Block) and block.guessed}
    package = write_package(documents)
    return PlainStory(package, read_story(package), tuple(left), frozenset(titles), tuple(told))


def _set_grids(lines: list[str], kind: TextKind) -> tuple[list[str], list[Told]]:
    """``lines`` with tables set with spaces as rows of bars, and what is to be told of them."""
    found, joined, unknown = set_grids(lines)
    told = [Told(ROWS_JOINED, at + 1) for at in joined] + [Told(NO_ROWS, at + 1) for at in unknown]
    if kind == "markdown":
        found = [line.removeprefix(ALONE) for line in found]
    return found, told


def _set(items: list[Item], left: list[LeftOut], told: list[Told]) -> list[Block | Grid]:
    """What the lines of one document print."""
    pages = Pages(items, left)
    margin = min((item.indent for item in items if isinstance(item, Line)), default=0)
    body = take_head(pages)
    foot = find_foot(pages.items, body)
    end = take_foot(pages, foot)
    told += [Told(NO_ROWS, line.number) for some in (pages.items[body:foot], pages.items[end:]) for line in _find_scattered(some)]
    between = join_lines(pages.items[body:foot], margin)
    behind = join_lines(pages.items[end:], margin)
    joined: list[Item] = [*pages.items[:body], *between, *pages.items[foot:end], *behind]
    shift = len(between) - (foot - body)
    return look_at(joined, body, foot + shift, end + shift)


def _find_scattered(items: list[Item]) -> Iterator[Line]:
    """The first of many short lines without an end below each other, some of them figures alone: cells read column by column."""
    for short, group in groupby(items, lambda item: isinstance(item, Line) and not item.apart and _is_short(item)):
        run = [item for item in group if isinstance(item, Line)]
        if short and len(run) >= _SCATTERED and any(_FIGURES.fullmatch(line.text) for line in run):
            yield run[0]


def _is_short(line: Line) -> bool:
    return len(line.text) <= _SHORT and not line.is_rule and line.text[-1] not in ".;:,!?" and opening_of(line) is None


def read_text(text: str, kind: TextKind = "text", *, standard: str = "auto") -> PlainReading:
    """The documents in ``text``; ``standard`` as in ``reading.read``."""
    package, story, left, titles, told = story_of_text(text, kind)
    reading = read(package, standard=standard, story=story)
    for layout in reading.documents:
        layout.regime_sure = _at_most_likely(layout.regime_sure)
        layout.type_sure = _at_most_likely(layout.type_sure)
        for passage in layout.passages:
            passage.sure = _at_most_likely(passage.sure)
    lines = {paragraph.index: number for paragraph in story.paragraphs if (number := source_line(paragraph))}
    guessed = tuple(index for index, number in lines.items() if number in titles)
    return PlainReading(reading, left, lines, guessed, told)


def _at_most_likely(sure: Sure) -> Sure:
    return Sure.LIKELY if sure is Sure.CERTAIN else sure


def _lines(numbered: Iterable[tuple[int, str]]) -> list[Line]:
    out: list[Line] = []
    gap = 0
    for number, line in numbered:
        if line.strip():
            for piece in _part_rule(line.removeprefix(ALONE)):
                out.append(make_line(piece.rstrip(), gap=gap, apart=line.startswith(ALONE), number=number))
                gap = 0
        else:
            gap += 1
    return out


def _part_rule(line: str) -> tuple[str, ...]:
    """A drawn line and the words that a PDF has behind it on the same line; before a space, its last dash is the words' own."""
    match = _RULED.match(line)
    if match is None:
        return (line,)
    at = match.start("own") if match["own"] else match.end()
    return line[:at], line[at:]
