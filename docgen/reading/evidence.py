"""What speaks for a head, and what against it: its surroundings on the page, its number and date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from docgen.ooxml.content import Paragraph, Story
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.headlines import kind_of
from docgen.reading.numbers import parse_number, parse_place_date
from docgen.reading.pages import Pages
from docgen.reading.pieces import Piece, halves_of, lines_of
from docgen.reading.words import Words

#: paragraphs that a head's own lines and those of its number and date reach at most
_REACH = 14
#: what the words begin with that open an appendix or a form
_INITIALS = frozenset("PpMmBb")
#: letters up to which a paragraph can hold the label of the recipients
_LONG = 240


def above_on_page(story: Story, pages: Pages, block: int) -> list[Paragraph]:
    """What is printed on the same page above ``block``, as far as the file's own breaks tell."""
    found: list[Paragraph] = []
    at = block - 1
    while at >= 0 and pages.page(at) == pages.page(block) and len(found) < 60:
        if not story.paragraphs[at].is_empty:
            found.append(story.paragraphs[at])
        at -= 1
    return found


def is_form(paragraph: Paragraph, known: Words) -> bool:
    """Whether a paragraph opens an appendix or a form: what stands below it is a pattern to fill in."""
    if len(paragraph.text) > 120 or paragraph.text.lstrip()[:1] not in _INITIALS:
        return False
    words = squeeze(fold_each(paragraph.text))
    return words.startswith(known.labels) and bool(known.appendix.match(words) or known.form.match(words))


def is_stamp(paragraph: Paragraph, known: Words) -> bool:
    """Whether a paragraph only marks urgency, secrecy, circulation or a draft."""
    kinds = {kind_of(line, known) for line in lines_of(paragraph, 0)}
    return kinds <= {"urgency", "secrecy", "circulation", "draft_mark", "line", "star"}


def has_number_or_date(story: Story, known: Words, block: int) -> bool:
    """Whether number or date stand near the head that begins at ``block``."""
    return any(True for _ in _near(story, known, block))


def is_filled_in(story: Story, known: Words, block: int) -> bool:
    """Whether number or date of the head at ``block`` are written, as on no form."""
    for kind, piece in _near(story, known, block):
        if kind == "number" and parse_number(piece.text).digits:
            return True
        if kind == "place_date" and parse_place_date(piece.text).value:
            return True
    return False


def number_near(story: Story, known: Words, block: int) -> str:
    """The number of the head that begins at ``block``, as written; empty where it has none or only a gap for one."""
    written = (piece.text for kind, piece in _near(story, known, block) if kind == "number")
    return next((text for text in written if parse_number(text).rest), "")


def _near(story: Story, known: Words, block: int) -> Iterator[tuple[str, Piece]]:
    seen = 0
    for at in range(block, len(story.paragraphs)):
        if story.paragraphs[at].is_empty:
            continue
        seen += 1
        if seen > _REACH:
            return
        for line in lines_of(story.paragraphs[at], at):
            for half in (line, *halves_of(line)):
                kind = kind_of(half, known)
                if kind in ("number", "place_date"):
                    yield kind, half


class Signposts:
    """Where forms begin and recipients are named in a story, looked up once however many heads ask."""

    def __init__(self, story: Story, known: Words, pages: Pages) -> None:
        self._story = story
        self._known = known
        self._pages = pages

    @cached_property
    def _forms(self) -> list[int]:
        return [
            at
            for at, paragraph in enumerate(self._story.paragraphs)
            if self._pages.opens(at) and is_form(paragraph, self._known)
        ]

    @cached_property
    def _recipients(self) -> list[int]:
        return [at for at, paragraph in enumerate(self._story.paragraphs) if _names_recipients(paragraph, at, self._known)]

    def has_form(self, first: int, stop: int) -> bool:
        """Whether an appendix or a form opens a page between two paragraphs."""
        return _any_between(self._forms, first, stop)

    def has_recipients(self, first: int, stop: int) -> bool:
        """Whether recipients are named between two paragraphs."""
        return _any_between(self._recipients, first, stop)


def _any_between(places: Sequence[int], first: int, stop: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] < stop


def _names_recipients(paragraph: Paragraph, at: int, known: Words) -> bool:
    if len(paragraph.text) >= _LONG:
        return False
    return any(known.recipients.match(half.words) for line in lines_of(paragraph, at) for half in halves_of(line))


def has_ended(story: Story, posts: Signposts, first: int, block: int) -> bool:
    """Whether the document before this head is signed or names its recipients."""
    if posts.has_recipients(first, block):
        return True
    last = [p for p in story.paragraphs[max(first, block - 12) : block] if not p.is_empty]
    return (bool(last) and last[-1].format.align == "center") or any(p.text.rstrip().endswith("./.") for p in last)
