"""Địa danh, ngày tháng as it stands on the page, part by part with its places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from docgen.checks.joined import Joined, join
from docgen.checks.keeping import kept
from docgen.reading.folding import fold_each
from docgen.reading.layout import Layout, ReadDate
from docgen.standards.model import DateForm
from docgen.vietnamese import pad

_OPEN = r"[\s\d.…_xX]*?"
_SLASHED = re.compile(r"(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>(?:\d{2}){1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the date: ``joined.text[start:end]``; ``value`` is ``None`` while it is open."""

    text: str
    start: int
    end: int
    value: int | None


@dataclass(frozen=True, slots=True, eq=False)
class DateParts:
    """The line ``An Bình, ngày 05 tháng 3 năm 2026``.

    ``place_end``: where the place ends in ``joined.text``; ``comma``: a comma follows it. ``words``: day, month and year are
    named by the words of the rule set, marks and small letters included; ``slashed``: the date is in figures only.
    """

    joined: Joined
    place_end: int
    comma: bool
    words: bool
    slashed: bool
    day: Figure
    month: Figure
    year: Figure

    @property
    def place(self) -> str:
        """The name of the place."""
        return self.joined.text[: self.place_end]

    @property
    def value(self) -> date | None:
        """The day, if all of it is filled in and there is such a day."""
        if self.day.value is None or self.month.value is None or self.year.value is None:
            return None
        try:
            return date(self.year.value, self.month.value, self.day.value)
        except ValueError:
            return None


@kept
def date_parts(layout: Layout) -> DateParts | None:
    """The parts of place and date; ``None`` without them on the page, or where nothing in them can be told for a date."""
    joined = join(layout, "place_date")
    return None if joined is None else take_apart(joined, layout.standard.date)


def take_apart(joined: Joined, form: DateForm) -> DateParts | None:
    """The parts of the date that ``joined`` says; ``None`` where no date can be told."""
    text = joined.text
    folded = fold_each(text)
    exact, loose = _patterns(form.pattern)
    match = loose.search(folded)
    slashed = match is None
    if match is None:
        match = _SLASHED.search(folded)
    if match is None:
        return None
    before = text[: match.start()]
    if slashed:
        # ``ngày 05/3/2026``: the word belongs to the date, not to the place
        before = text[: _word_start(folded, match.start(), form.pattern)]
    place = before.rstrip(" \t\n\u00a0,.;:")
    behind = before[len(place) :]
    figures = [_figure(text, match, name) for name in ("day", "month", "year")]
    words = not slashed and exact.match(text, match.start()) is not None
    return DateParts(joined, len(place), "," in behind, words, slashed, *figures)


def write_date(parts: DateParts, form: DateForm) -> str | None:
    """Place and date as the rule set writes them; ``None`` unless all of it is filled in."""
    return _written(parts.place, parts.value, form)


def write_day(read: ReadDate | None, form: DateForm) -> str | None:
    """The same for a date that was read and not taken apart: its month may stand in words."""
    return None if read is None else _written(read.place, read.value, form)


def _written(place: str, day: date | None, form: DateForm) -> str | None:
    if day is None or not place or day.year < 1000:
        return None
    written = form.pattern.format(day=pad(day.day, form.day_pad_below), month=pad(day.month, form.month_pad_below), year=day.year)
    return form.place_pattern.format(place=place, date=written)


def _figure(text: str, match: re.Match[str], name: str) -> Figure:
    start, end = match.span(name)
    piece = text[start:end]
    bare = piece.strip()
    start += len(piece) - len(piece.lstrip())
    value = int(bare) if bare.isdecimal() and (name != "year" or len(bare) == 4) else None
    return Figure(bare, start, start + len(bare), value)


def _word_start(folded: str, at: int, pattern: str) -> int:
    """Where the first word of ``pattern`` begins if it stands right before ``at``, else ``at``."""
    word = fold_each(pattern.partition("{")[0].strip())
    before = folded[:at].rstrip()
    return len(before) - len(word) if word and before.endswith(word) else at


@lru_cache(maxsize=4)
def _patterns(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ``ngày {day} tháng {month} năm {year}`` matches: with its very words, and whatever marks and capitals they have."""
    return re.compile(_regex(pattern)), re.compile(r"\b" + _regex(fold_each(pattern)))


def _regex(pattern: str) -> str:
    pieces = re.split(r"\{(\w+)\}", pattern)
    built = ""
    for i, piece in enumerate(pieces):
        built += rf"(?P<{piece}>{_OPEN})" if i % 2 else r"\s*".join(map(re.escape, ("", *piece.split(), "")))
    return built + r"(?=[\s.]*$)"
