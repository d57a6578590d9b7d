"""Numbered blocks as a tree of levels: what each one is called, what stands above it, where the count breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from docgen.checks.bodies import RUNNING, main_passages, outside_quotes
from docgen.checks.keeping import kept
from docgen.checks.rule import Spot, at
from docgen.reading.folding import fold_each
from docgen.reading.numerals import read_opening
from docgen.vietnamese import letter, roman

if TYPE_CHECKING:
    from docgen.reading.layout import Layout, Numeral, Passage
    from docgen.standards import Standard

#: the rule whose words are ``phần: roman``, ``mục: arabic`` …, the outermost level first
KINDS_RULE = "kieu-so-thu-tu"
#: levels without such a word, from the outermost; those down to Điều may count on where the level above begins anew
_LETTERED = "lettered section"
_RANKS = {_LETTERED: 0, "section": 1, "article": 2, "clause": 3, "subclause": 4, "point": 5}
#: numbers above these are written in digits: Roman signs end there, and nobody repeats a letter so often
_LAST_ROMAN, _MOST_LETTERS = 3999, 5
_LAST_COUNTING_ON = _RANKS["article"]


class Numbered(NamedTuple):
    """A numbered passage. ``level``: its component, or the folded word before its number (``chuong``), which ``word`` gives as
    it is written; ``rank`` grows inwards. ``guessed``: the number itself is; a passage may be guessed for its title alone.
    """

    passage: Passage
    numeral: Numeral
    level: str
    rank: int
    word: str = ""
    guessed: bool = False


class Break(NamedTuple):
    """A number that does not follow: ``expected`` is the number that should stand there, ``before`` the one it stands behind."""

    item: Numbered
    expected: int
    before: Numeral | None


@kept
def streams(layout: Layout) -> list[list[Numbered]]:
    """The numbered blocks of the document itself, then those of each appendix; none of tables or quoted text."""
    words = {word: rank for rank, word in enumerate(kinds_of_words(layout.standard), -len(layout.standard.rules))}
    letters = layout.standard.letters.use
    texts = [main_passages(layout), *(appendix.passages for appendix in layout.appendices)]
    return [_with_strangers(list(_numbered(_by_line(text, letters), words))) for text in texts]


def _with_strangers(items: list[Numbered]) -> list[Numbered]:
    """``items`` with ``2. TITLE`` between ``I.`` and ``III.`` as the section that it is."""
    last, between = 0, list[int]()
    for i, item in enumerate(items):
        value = item.numeral.value
        if item.level == "section" and value is not None and not item.guessed:
            found = [at for at in between if items[at].numeral.value == value - 1] if value == last + 2 else []
            if len(found) == 1:
                items[found[0]] = items[found[0]]._replace(level="section", rank=_RANKS["section"])
            last, between = value, []
        elif item.rank < _RANKS["section"]:
            last, between = 0, []
        elif item.level == "clause" and item.numeral.kind == "arabic" and not item.guessed:
            passage = item.passage
            if passage.paragraph.text[passage.words_start : passage.end].isupper():
                between.append(i)
    return items


@kept
def breaks(layout: Layout) -> list[Break]:
    """The breaks of all streams."""
    return [found for items in streams(layout) for found in find_breaks(items)]


def kinds_of_words(standard: Standard) -> dict[str, tuple[str, ...]]:
    """The folded words that stand before numbers, the outermost first, with the kinds of number that may stand behind each."""
    entry = standard.rules.get(KINDS_RULE)
    pairs = (text.partition(":") for text in entry.words) if entry else ()
    return {fold_each(word.strip()): tuple(kinds.split()) for word, _, kinds in pairs}


def spot_of(item: Numbered) -> Spot:
    """The number itself; the whole passage where Word counts it, for then it is not in the text."""
    return at(item.passage) if item.numeral.automatic else at(item.passage, 0, len(item.numeral.written))


def is_bracketed(numeral: Numeral) -> bool:
    """Whether it is written ``(1)``."""
    return numeral.written[:1] in "(["


def say_number(value: int, kind: str, standard: Standard) -> str:
    """``value`` as a number of that kind; in digits where no such number is written."""
    if kind == "roman" and 1 <= value <= _LAST_ROMAN:
        return roman(value)
    if kind == "letter" and 1 <= value <= len(standard.letters.use) * _MOST_LETTERS:
        return letter(value, standard.letters.use)
    return str(value)


def groups(items: Iterable[Numbered], level: str) -> Iterator[list[Numbered]]:
    """The blocks of ``level``, those under the same block together."""
    group: list[Numbered] = []
    for item in items:
        if item.level == level:
            group.append(item)
        elif group and item.rank < group[0].rank:
            yield group
            group = []
    if group:
        yield group


def find_breaks(items: Iterable[Numbered]) -> Iterator[Break]:
    """Numbers that neither follow the one before on their level nor begin anew at 1.

    A count inside a count (``1.`` … under ``a)``) is a count of its own, and the outer one goes on behind it. A number that was
    only guessed is believed. What stands right before in another form, ``(a)`` or ``1.1`` before ``b)``, takes its place in the
    count: its form is told.
    """
    counts: dict[str, _Count] = {}
    before: Numbered | None = None
    other_form: int | None = None
    for item in items:
        value = item.numeral.value
        if value is None:
            continue
        stand_in, other_form = other_form, value if is_bracketed(item.numeral) or item.numeral.kind == "decimal" else None
        if is_bracketed(item.numeral):
            continue
        # Behind a block of its own rank there is nothing further in to close.
        for series, other in list(counts.items()) if before is None or before.rank != item.rank else ():
            if other.rank > _LAST_COUNTING_ON and other.rank > item.rank:
                del counts[series]
            elif other.rank > item.rank:
                other.close()
        series = _series(item)
        count = counts.get(series)
        if count is None:
            count = counts[series] = _Count(item.rank)
        expected = count.take(item, value, before)
        if expected is not None and not item.guessed and not expected == value - 1 == stand_in:
            yield Break(item, expected, count.previous)
        count.previous = item.numeral
        before = item


@dataclass(slots=True)
class _Count:
    """The counts of one level under one block, the innermost last; ``carried``: the last number under the block before."""

    rank: int
    running: list[int] = field(default_factory=list)
    carried: int | None = None
    previous: Numeral | None = None

    def close(self) -> None:
        """A block further out begins."""
        if self.running:
            self.carried = self.running[-1]
        self.running = []
        self.previous = None

    def take(self, item: Numbered, value: int, before: Numbered | None) -> int | None:
        """Count ``value``; the number that should have stood there, ``None`` where it follows."""
        if value - 1 in self.running:
            while self.running[-1] != value - 1:
                self.running.pop()
            self.running[-1] = value
            return None
        if not self.running:
            self.running = [value]
            following = None if self.carried is None else self.carried + 1
            return None if value in (1, following) else following or 1
        twice = before is not None and before.level == item.level and before.numeral.value == 1 and _adjoin(before, item)
        if value == 1 and not twice:
            self.running.append(1)
            return None
        expected = self.running[-1] + 1
        self.running[-1] = value
        return expected


def _adjoin(one: Numbered, other: Numbered) -> bool:
    """Whether the second stands right behind the first and is written in the same way."""
    return one.numeral.end == other.numeral.end and other.passage.paragraph.index - one.passage.paragraph.index <= 1


def _series(item: Numbered) -> str:
    """``1.1`` and ``1.2`` count together, ``2.1`` anew."""
    if item.numeral.kind != "decimal":
        return item.level
    digits = item.numeral.written.rstrip(" .)-–:/")
    return f"{item.level} {digits.rpartition('.')[0]}"


def _numbered(passages: Iterable[tuple[Passage, bool]], words: dict[str, int]) -> Iterator[Numbered]:
    for passage, guessed in passages:
        numeral = passage.numeral
        if numeral is None:
            continue
        written = numeral.written
        if written[-1:].isspace():
            written = written.rstrip()
            numeral = numeral._replace(written=written)
        level = None
        if written[:1].isalpha():
            folded = fold_each(written)
            level = next((word for word in words if folded.startswith(f"{word} ")), None)
        if level is not None:
            yield Numbered(passage, numeral, level, words[level], written[: len(level)], guessed)
        elif (own := _level(passage.component, numeral)) is not None:
            yield Numbered(passage, numeral, own, _RANKS[own], "", guessed)


def _by_line(passages: Iterable[Passage], letters: str) -> Iterator[tuple[Passage, bool]]:
    """``passages`` outside quotes, and behind each that is broken by hand the numbers on its further lines, which are guessed."""
    for passage in outside_quotes(passages):
        yield passage, False
        text, end = passage.paragraph.text, passage.end
        begin = text.find("\n", passage.start, end) + 1
        while begin and passage.component in RUNNING:
            opening = read_opening(text, begin, letters)
            if opening is not None and opening.level in _LINE_LEVELS:
                component = _LINE_LEVELS[opening.level]
                yield replace(passage, component=component, start=begin, numeral=opening.numeral), True
            begin = text.find("\n", begin, end) + 1


_LINE_LEVELS = {"section": "section", "decimal": "subclause", "arabic": "clause", "letter": "point"}


def _level(component: str, numeral: Numeral) -> str | None:
    if component == "section" and numeral.kind == "letter":
        return _LETTERED
    if component == "list_item":
        return {"arabic": "clause", "letter": "point"}.get(numeral.kind)
    return component if component in _RANKS else None
