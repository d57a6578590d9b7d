"""Which passage is judged by which component's look, and the letters of each, found once a document.

An untitled mục, khoản or điểm is text like any other; of an untitled Điều only its number is a title; the text behind a title
on its line is text as well. Page numbers stand in headers and are found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from docgen.checks.keeping import kept
from docgen.ooxml.content import Paragraph, RunFormat
from docgen.reading.layout import Layout, Passage, Sure

#: numbered blocks that are set like the text when they have no title
_NUMBERED = frozenset({"section", "article", "clause", "subclause", "point"})
#: what is set in paragraphs of running text
RUNNING = frozenset({"body", "list_item", "base", *_NUMBERED})

#: what a count of khoản ends at, and what stands below one that is a title
_ABOVE_CLAUSE = frozenset({"part_label", "division_label", "section", "article", "recipients_label", "sign_authority", "sign_title"})
_BELOW_TITLE = frozenset({"body", "list_item", "point", "subclause"})
#: Mục 1, Tiểu mục 1 and their titles are set like Chương and its title
_LIKE_PARTS = {"division_label": "part_label", "division_title": "part_title"}

_LETTER = re.compile(r"[^\W_]")
_PRINTED = re.compile(r"\S")
_PAGE_FIELD = re.compile(r"\s*PAGE\b", re.IGNORECASE)


class Stretch(NamedTuple):
    """Letters ``paragraph.text[start:end]`` that are set alike."""

    start: int
    end: int
    format: RunFormat


@dataclass(slots=True, eq=False)
class Subject:
    """A passage to be judged.

    ``stretches``: its letters, those raised or lowered left out; ``title``: those that bold, italic and capitals are asked of;
    ``block``: whether all else is asked of it as well. ``alone``: nothing stands behind the title on its line.
    """

    passage: Passage
    stretches: list[Stretch]
    title: list[Stretch]
    block: bool = True
    alone: bool = True

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph it stands in."""
        return self.passage.paragraph


@kept
def subjects_of(layout: Layout) -> Mapping[str, list[Subject]]:
    """The subjects of every component of ``layout``, in order."""
    found: dict[str, list[Subject]] = {}
    plain = set(map(id, _plain_titles(layout)))
    for passage in layout.passages:
        component = _LIKE_PARTS.get(passage.component, passage.component)
        if passage.appendix is not None and component in RUNNING:
            # The acts order the look of the text; what an appendix holds is forms, lists and tables as well.
            continue
        stretches = stretches_in(passage.paragraph, passage.start, passage.end)
        if component not in _NUMBERED:
            found.setdefault(component, []).append(Subject(passage, stretches, stretches))
        elif _is_title(passage, stretches) or id(passage) in plain:
            end = passage.end if passage.title_end is None else passage.title_end
            found.setdefault(component, []).append(Subject(passage, stretches, _cut(stretches, end), alone=end >= passage.end))
        else:
            found.setdefault("body", []).append(Subject(passage, stretches, stretches))
            if component == "article" and passage.words_start > passage.start:
                # the space behind the number may stand in the run of the text
                bare = passage.start + len(passage.paragraph.text[passage.start : passage.words_start].rstrip())
                number = _cut(stretches, bare)
                found.setdefault(component, []).append(Subject(passage, [], number, block=False))
    numbers = list(_page_numbers(layout))
    if numbers:
        found["page_number"] = numbers
    return found


def _plain_titles(layout: Layout) -> Iterator[Passage]:
    """Khoản that are titles though they are not bold: all of their count are short words with text below them."""
    count: list[Passage] = []
    sure = True
    for passage, below in pairwise((*layout.passages, None)):
        if passage is None or passage.appendix is not None:
            continue
        if passage.component in _ABOVE_CLAUSE or (passage.component == "clause" and passage.numeral and passage.numeral.value == 1):
            if sure and len(count) > 1:
                yield from count
            count, sure = [], True
        if passage.component == "clause":
            count.append(passage)
            titled = passage.titled and passage.title_end is None
            sure = sure and titled and below is not None and below.component in _BELOW_TITLE
    if sure and len(count) > 1:
        yield from count


def _is_title(passage: Passage, stretches: list[Stretch]) -> bool:
    """Whether a numbered block surely has a title: bold words behind a plain number may be no more than emphasis, and a short
    line that is not bold no more than an entry of a list."""
    if passage.paragraph.format.outline is not None:
        return passage.titled
    if passage.titled and passage.sure is Sure.CERTAIN:
        return all(s.format.bold for s in stretches if s.start < passage.words_start) or passage.component == "article"
    words = passage.paragraph.text[passage.words_start : passage.end]
    return passage.component == "section" and words.isupper() and " " in words


def stretches_in(paragraph: Paragraph, start: int, end: int) -> list[Stretch]:
    """The letters and digits between ``start`` and ``end``; where there is none, whatever is printed there."""
    text = paragraph.text
    found = _stretches(paragraph, start, end, _LETTER, text)
    return found or _stretches(paragraph, start, end, _PRINTED, text)


def _stretches(paragraph: Paragraph, start: int, end: int, pattern: re.Pattern[str], text: str) -> list[Stretch]:
    found = []
    search = pattern.search
    for run in paragraph.runs:
        first, last = run.start, run.end
        if last <= start:
            continue
        if first >= end:
            break
        if first < start:
            first = start
        if last > end:
            last = end
        look = run.format
        if look.vertical == "baseline" and not look.position and search(text, first, last):
            found.append(Stretch(first, last, look))
    return found


def _cut(stretches: list[Stretch], end: int) -> list[Stretch]:
    return [Stretch(s.start, min(s.end, end), s.format) for s in stretches if s.start < end]


def is_page_field(instruction: str) -> bool:
    """Whether a field prints the number of the page."""
    return _PAGE_FIELD.match(instruction) is not None


@kept
def owned_sections(layout: Layout) -> list[int]:
    """Places in ``layout.sections`` of those that begin in this document and not in one before it in the same file."""
    before = layout.story.paragraphs[layout.first - 1].section if layout.first else None
    return [k for k, section in enumerate(layout.sections) if section.index != before]


def _page_numbers(layout: Layout) -> Iterator[Subject]:
    seen: set[int] = set()
    for k in owned_sections(layout):
        section = layout.sections[k]
        for part in (*section.headers.values(), *section.footers.values()):
            for paragraph in part.paragraphs:
                if id(paragraph) not in seen and any(map(is_page_field, paragraph.fields)):
                    seen.add(id(paragraph))
                    yield _page_number(paragraph)


def _page_number(paragraph: Paragraph) -> Subject:
    runs = [run for run in paragraph.runs if is_page_field(run.field) and run.end > run.start]
    start = runs[0].start if runs else 0
    end = runs[-1].end if runs else 0
    stretches = [Stretch(run.start, run.end, run.format) for run in runs]
    return Subject(Passage("page_number", paragraph, start, end), stretches, stretches)
