"""Where số and ngày stand in a Word file: their two lines, and the lines of appendices that repeat them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from docgen.document.model import PartialDate
from docgen.ooxml.byte_edits import texts_in_order
from docgen.ooxml.locating import locate_text
from docgen.problems import Level, Message, Place, Problem, msg
from docgen.reading import Layout
from docgen.rendering.phrases import date_words
from docgen.standards import load_standard, standard_names
from docgen.vietnamese.numerals import pad

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph
    from docgen.ooxml.opening import Package

#: room that is left for a number: blanks, dots, dashes
_ROOM = r"[\s\u00a0.…_]*"
#: within it a day needs no second look
_YEAR = timedelta(days=366)
_DIGITS = rf"{_ROOM}\d*{_ROOM}"


class Fill(NamedTuple):
    """Letters ``start`` to ``end`` of a paragraph, for which ``new`` is to stand there."""

    paragraph: Paragraph
    start: int
    end: int
    new: str


class Line(NamedTuple):
    """A line with what is to be filled in; ``text``: as it reads then."""

    fills: tuple[Fill, ...]
    text: str


def find_number(layout: Layout, number: int, name: str, force: bool, problems: list[Problem]) -> Line | None:
    """The number line; ``None`` with a problem where there is none, or another number without ``force``."""
    passage, held = layout.first_of("number"), layout.number
    if passage is None or held is None:
        what = msg("The place for the number was not found.")
        problems.append(refuse(name, "issue-no-place", what, msg("Write the number by hand, then pull it into the spec.")))
        return None
    same = held.digits.isdecimal() and int(held.digits) == number
    if not held.blank and not same and not force:
        what = msg("The document has the number {number} already.", number=held.digits)
        problems.append(refuse(name, "issue-filled", what, msg("With --force the new number replaces it.")))
        return None
    form = layout.standard.number_line
    label = form.prefix.use.rstrip()
    start = len(held.label)
    end = passage.text.rindex(held.rest) if held.rest else len(passage.text)
    new = form.prefix.use[len(label) :] + pad(number, form.pad_below)
    at = passage.start
    return Line((Fill(passage.paragraph, at + start, at + end, new),), passage.text[:start] + new + passage.text[end:])


def find_date(layout: Layout, day: date, name: str, force: bool, problems: list[Problem]) -> Line | None:
    """The same of the line with place and date."""
    passage, held = layout.first_of("place_date"), layout.place_date
    if passage is None or held is None:
        what = msg("The place for the date was not found.")
        problems.append(refuse(name, "issue-no-place", what, msg("Write the date by hand, then pull it into the spec.")))
        return None
    if not held.blank and held.value != day and not force:
        what = msg("The document has the date {date} already.", date=passage.text)
        problems.append(refuse(name, "issue-filled", what, msg("With --force the new date replaces it.")))
        return None
    words = date_words(layout.standard, PartialDate(day.year, day.month, day.day))
    line = layout.standard.date.place_pattern.format(place=held.place, date=words)
    # the gap for the year may reach beyond the last word
    behind = passage.paragraph.text[passage.end :]
    end = passage.end + len(behind) - len(behind.lstrip(" \u00a0"))
    return Line((Fill(passage.paragraph, passage.start, end, line),), line)


def judge_day(layout: Layout, day: date, today: date | None, name: str, force: bool) -> tuple[Problem, ...]:
    """An error for a day that no such document can have, none with ``force``; a warning for one that is merely odd."""
    since = layout.standard.valid.since
    bases = [found for one in layout.passages if one.component == "base" for found in _find_days(layout, one.text)]
    impossible: Message | None = None
    if day < since:
        impossible = msg("The rules that the file is laid out by are in force from {since} on.", since=since.isoformat())
    elif later := [one for one in bases if one > day]:
        impossible = msg("A document that it rests on is dated {later}, which is later.", later=max(later).isoformat())
    elif today is not None and day > today + _YEAR:
        impossible = msg("{day} is more than a year away.", day=day.isoformat())
    if impossible is not None:
        remedy = msg("Check the date. With --force it is written all the same.")
        return () if force else (refuse(name, "issue-impossible-date", impossible, remedy),)
    if today is None or day >= today - _YEAR:
        return ()
    what = msg("{day} is more than a year ago.", day=day.isoformat())
    return (Problem("issue-odd-date", what, msg("Check the date."), Place(name), Level.WARNING),)


def _find_days(layout: Layout, text: str) -> Iterator[date]:
    for match in _pattern_of_date(layout.standard.date.reference_pattern).finditer(text):
        with suppress(ValueError):
            yield date(*(int(_digits(match[name])) for name in ("year", "month", "day")))


def _pattern_of_date(pattern: str) -> re.Pattern[str]:
    """A date written by ``pattern``, or the room for one, with the groups ``day``, ``month`` and ``year``."""
    words = [re.escape(one.strip()).replace(r"\ ", r"\s*") for one in re.split(r"\{\w+\}", pattern)]
    gaps = [f"(?P<{name}>{_DIGITS})" for name in re.findall(r"\{(\w+)\}", pattern)]
    return re.compile("".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True)))


def find_references(layout: Layout, number: int | None, day: date | None) -> list[Line]:
    """The lines below the titles of appendices: docgen makes them of number and date.

    Only room that is left there, or the document's own former number and date, is filled.
    """
    paragraphs = dict.fromkeys(p.paragraph for one in layout.appendices for p in one.passages if p.component == "appendix_reference")
    lines = []
    for paragraph in paragraphs:
        text = paragraph.text
        fills = tuple(_fill_reference(layout, paragraph, number, day))
        for fill in sorted(fills, key=lambda one: one.start, reverse=True):
            text = text[: fill.start] + fill.new + text[fill.end :]
        if text != paragraph.text:
            lines.append(Line(fills, " ".join(text.split())))
    return lines


def _fill_reference(layout: Layout, paragraph: Paragraph, number: int | None, day: date | None) -> Iterator[Fill]:
    held, written = layout.number, layout.place_date
    if number is not None and held is not None and held.rest:
        match = re.search(rf"số({_DIGITS}){re.escape(held.rest)}", paragraph.text)
        if match is not None and _digits(match[1]) in ("", held.digits):
            yield Fill(paragraph, *match.span(1), f" {pad(number, layout.standard.number_line.pad_below)}")
    if day is not None:
        # whoever writes the line writes a date as any of the rule sets has it
        others = (load_standard(name).date.reference_pattern for name in standard_names())
        for one in dict.fromkeys((layout.standard.date.reference_pattern, *others)):
            match = _pattern_of_date(one).search(paragraph.text)
            if match is None or not _is_own(match, written.value if written is not None else None):
                continue
            # room behind the last word parts it from the next one
            room = " " if match[0] != match[0].rstrip() else ""
            new = date_words(layout.standard, PartialDate(day.year, day.month, day.day), one)
            yield Fill(paragraph, *match.span(), new + room)
            break


def _is_own(match: re.Match[str], former: date | None) -> bool:
    found = [_digits(one) for one in match.groups()]
    if "" in found:
        return True
    return former is not None and sorted(map(int, found)) == sorted((former.day, former.month, former.year))


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdecimal())


def letters_of(package: Package, part: str, fills: list[Fill]) -> Mapping[int, str]:
    """The number and the new letters of every text element that ``fills`` touch; what is equal at both ends of one stays."""
    numbers = {element: number for number, element in enumerate(texts_in_order(package.xml(part)))}
    splices: dict[int, list[tuple[int, int, str]]] = {}
    for fill in fills:
        old, new = fill.paragraph.text[fill.start : fill.end], fill.new
        ahead = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        behind = 0
        while behind < min(len(old), len(new)) - ahead and old[-1 - behind] == new[-1 - behind]:
            behind += 1
        if ahead == len(old) == len(new):
            continue
        first, last = fill.start + ahead, fill.end - behind
        words = new[ahead : len(new) - behind]
        inserted = first == last
        for held in locate_text(fill.paragraph, first - 1 if inserted else first, last):
            if held.element in numbers:
                low = held.end if inserted else held.start
                splices.setdefault(numbers[held.element], []).append((low, held.end, words))
                words = ""
    elements = {number: element for element, number in numbers.items()}
    changes = {}
    for number, found in splices.items():
        text = elements[number].text or ""
        for low, high, words in sorted(found, reverse=True):
            text = text[:low] + words + text[high:]
        changes[number] = text
    return changes


def refuse(name: str, code: str, what: Message, remedy: Message) -> Problem:
    """A reason why nothing is written."""
    return Problem(code, what, remedy, Place(name))
