"""How many documents a file holds, and where each begins: heads at the top of a page, not mottos quoted in forms."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from docgen.ooxml.content import Story
from docgen.reading.evidence import (
    Signposts,
    above_on_page,
    has_ended,
    has_number_or_date,
    is_filled_in,
    is_form,
    is_stamp,
    number_near,
)
from docgen.reading.folding import fold_each
from docgen.reading.headlines import begins_motto, is_motto, is_party_title, kind_of
from docgen.reading.layout import Regime, Sure
from docgen.reading.numbers import parse_number
from docgen.reading.pages import Pages
from docgen.reading.pieces import Piece, halves_of, lines_of, outer_table, start_of_table
from docgen.reading.words import Words

#: letters between which a paragraph can hold a head's first line
_SHORT, _LONG = 12, 240
#: lines above a head that may stand on its page: stamps, a note of the draft
_ABOVE = 3


@dataclass(slots=True)
class Start:
    """A document begins at paragraph ``first``; its motto, title or number stands in paragraph ``mark``."""

    first: int
    mark: int
    regime: Regime
    sure: Sure = Sure.CERTAIN
    mixed: bool = False


@dataclass(slots=True)
class _Mark:
    at: int
    regime: Regime
    block: int


def find_documents(story: Story, known: Words, pages: Pages) -> tuple[list[Start], bool]:
    """The documents of a file in order, and whether a head stands in it that belongs to a form."""
    marks = _marks(story, known)
    posts = Signposts(story, known, pages)
    starts: list[Start] = []
    quoted = False
    for mark in marks:
        if starts and (mark.block == starts[-1].first or _same_head(story, pages, starts[-1], mark)):
            if mark.regime != starts[-1].regime and not starts[-1].mixed:
                starts[-1].mixed = True
                # two titles: the number says whose paper it is
                if written := number_near(story, known, starts[-1].first):
                    starts[-1].regime = _regime_by_number(written)
            continue
        sure = _is_head(story, known, pages, mark, starts, posts)
        if sure is None:
            quoted = True
            continue
        starts.append(Start(_first_of(story, known, pages, mark, starts), mark.at, mark.regime, sure))
    if not starts and not quoted and (found := _by_number(story, known, posts)):
        starts.append(found)
    if starts:
        starts[0].first = 0
    return starts, quoted


def _marks(story: Story, known: Words) -> list[_Mark]:
    """Every line that is a motto or the Party's title."""
    found = []
    for at, paragraph in enumerate(story.paragraphs):
        # Nam begins with a capital however the rest is written
        if not _SHORT < len(paragraph.text) < _LONG or "N" not in paragraph.text:
            continue
        folded = fold_each(paragraph.text)
        if not any(hint in folded for hint in known.hints):
            continue
        halves = (half for line in lines_of(paragraph, at) for half in (line, *halves_of(line)))
        # both may stand in one paragraph, with a break between
        for regime in dict.fromkeys(_regime_of(half, known) for half in halves):
            if regime is not None:
                block = start_of_table(story.paragraphs, at) if outer_table(paragraph) is not None else at
                found.append(_Mark(at, regime, block))
    return found


def _regime_of(piece: Piece, known: Words) -> Regime | None:
    if is_motto(piece.words, known) or begins_motto(piece.words, known):
        return "state"
    return "party" if is_party_title(piece.words, known) and (piece.capital or piece.bold) else None


def _same_head(story: Story, pages: Pages, start: Start, mark: _Mark) -> bool:
    """Whether a mark belongs to the head that was found already."""
    if outer_table(story.paragraphs[mark.at]) is not None and outer_table(story.paragraphs[mark.at]) is outer_table(
        story.paragraphs[start.mark]
    ):
        return True
    return pages.page(start.mark) == pages.page(mark.at) and _has_few(story, start.mark, mark.at, 4)


def _has_few(story: Story, first: int, stop: int, most: int) -> bool:
    """Whether at most ``most`` paragraphs between two places print anything."""
    filled = (at for at in range(first, stop) if not story.paragraphs[at].is_empty)
    return next(islice(filled, most, None), None) is None


def _is_head(
    story: Story, known: Words, pages: Pages, mark: _Mark, starts: list[Start], posts: Signposts
) -> Sure | None:
    """How sure a motto heads a document; ``None`` for one that is only quoted or part of a form."""
    paragraph = story.paragraphs[mark.at]
    above = above_on_page(story, pages, mark.block)
    if any(is_form(p, known) for p in above):
        return None
    if paragraph.cell is not None and paragraph.cell.bordered and above:
        return None
    # a file may hold thousands of such lines: what costs most is asked last
    alone = all(is_stamp(p, known) for p in above)
    if not starts:
        if alone:
            return Sure.CERTAIN
        if len(above) > _ABOVE + 4:
            return None
        is_near_top = _has_few(story, 0, mark.block, 8) or has_number_or_date(story, known, mark.block)
        return Sure.LIKELY if is_near_top else None
    if posts.has_form(starts[-1].mark, mark.block) and not is_filled_in(story, known, mark.block):
        return None
    if alone:
        return Sure.CERTAIN
    if outer_table(paragraph) is None or not has_ended(story, posts, starts[-1].mark, mark.block):
        return None
    return Sure.LIKELY if has_number_or_date(story, known, mark.block) else None


def _first_of(story: Story, known: Words, pages: Pages, mark: _Mark, starts: list[Start]) -> int:
    """The first paragraph of a document: stamps and empty paragraphs above its head, and names set above its motto."""
    at = mark.block
    while at > 0 and pages.page(at - 1) == pages.page(mark.block):
        paragraph = story.paragraphs[at - 1]
        if starts and at - 1 <= starts[-1].mark:
            break
        if not paragraph.is_empty and not is_stamp(paragraph, known):
            if outer_table(paragraph) is not None or len(paragraph.text) > 100 or not pages.opens(_page_top(pages, at - 1)):
                break
            if not paragraph.text.isupper():
                break
        at -= 1
    return at


def _page_top(pages: Pages, at: int) -> int:
    while at > 0 and not pages.opens(at) and pages.page(at - 1) == pages.page(at):
        at -= 1
    return at


def _by_number(story: Story, known: Words, posts: Signposts) -> Start | None:
    """A document whose head lacks motto and title, told by its number, with a date, a type or recipients beside it."""
    number: tuple[int, Piece] | None = None
    dated, seen = False, 0
    for at, paragraph in enumerate(story.paragraphs):
        if paragraph.is_empty:
            continue
        seen += 1
        if seen > 25:
            break
        for line in lines_of(paragraph, at):
            for half in (line, *halves_of(line)):
                kind = kind_of(half, known)
                if kind == "number" and number is None and parse_number(half.text).rest:
                    number = at, half
                dated = dated or kind == "place_date"
    if number is None or not (dated or has_ended(story, posts, number[0], len(story.paragraphs))):
        return None
    regime = _regime_by_number(number[1].text)
    return Start(0, number[0], regime, Sure.LIKELY)


def _regime_by_number(text: str) -> Regime:
    """``Số 15-NQ/TU`` is the Party's way, ``Số: 15/NQ-HĐND`` the state's."""
    read = parse_number(text)
    return "party" if read.rest[:1] in "-–‑" and "/" in read.rest else "state"
