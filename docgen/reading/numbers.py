"""Số, ký hiệu and địa danh, ngày tháng taken apart, however they are written."""

from __future__ import annotations

import re
from datetime import date

from docgen.reading.folding import fold_each
from docgen.reading.layout import ReadDate, ReadNumber
from docgen.reading.words import load_words

_OPEN = r"[\s.…_*]"
_NUMBER = re.compile(
    rf"(?P<label>s[o0]\s*[:.;]?)?(?P<gap>{_OPEN}*)(?P<digits>\d*|x+|[ivxlc]+)(?P<behind>{_OPEN}*)(?P<rest>[/\\\-].*|(?<=\d)\s*[a-z].*|)$"
)
_LABEL = re.compile(r"s[o0](?![a-z])")
_CODE = re.compile(r"\d{0,5}[\s.…]*[/\-]\s*(?:\d{4}\s*/\s*)?[a-z]{1,6}\s*[/\-]\s*[a-z]")
_SPLIT = re.compile(r"[/\-\s()]+")
_PART = r"[\s\d.,…_/x]*?"
_DATE = re.compile(
    rf"(?P<place>.{{0,70}}?)[\s,.;:]*\bngay(?P<day>{_PART})\s*\bthang(?P<month>{_PART})\s*\bnam(?P<year>{_PART})\s*\.?$"
)
_SHORT = re.compile(
    r"(?P<place>.{0,70}?)[\s,.;:]*\bngay\s*(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{2,4})\s*\.?$"
)
_FIGURES = re.compile(
    r"(?P<place>[a-z][a-z. ]{1,40}?)\s*,\s*(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4})\s*\.?$"
)
_NO_DAY = re.compile(rf"(?P<place>.{{2,60}}?)\s*,\s*(?P<day>)thang(?P<month>{_PART})\s*\bnam(?P<year>{_PART})\s*\.?$")


def is_number(words: str) -> bool:
    """Whether a line (folded) is the number of a document: with its label, or by the shape of its code."""
    if len(words) > 70:
        return False
    if _LABEL.match(words):
        match = _NUMBER.match(words)
        return match is not None and (":" in match["label"] or bool(match["digits"] or match["rest"] or match["gap"].strip()))
    return _CODE.match(words) is not None and " " not in words.strip()[8:]


def parse_number(text: str) -> ReadNumber:
    """The parts of a number's line; what is no such line gives empty parts and all its letters as ``rest``."""
    folded = fold_each(text)
    match = _NUMBER.match(folded)
    if match is None:
        return ReadNumber("", "", text, "", "", False)
    label, digits = text[slice(*match.span("label"))] if match["label"] else "", text[slice(*match.span("digits"))]
    rest = text[slice(*match.span("rest"))].strip()
    if not digits.isdecimal() and not set(digits.casefold()) - {"x"}:
        # xx: room for it
        digits = ""
    groups = [group for group in _SPLIT.split(rest) if group]
    while groups and groups[0].isdecimal():
        del groups[0]
    code = groups[0] if groups and groups[0].casefold() in load_words().codes else ""
    issuer = rest.partition(code)[2] if code else rest
    while issuer and not issuer[0].isalpha():
        issuer = issuer[1:]
    return ReadNumber(label.strip(), digits, rest, code, issuer.strip(), not digits)


def is_place_date(words: str) -> bool:
    """Whether a line (folded) is a place and a date; the date of a citation goes on behind its year."""
    if len(words) > 110 or ("nam" not in words and "ngay" not in words and _FIGURES.match(words) is None):
        return False
    return _match(words) is not None and "(" not in words


def parse_place_date(text: str) -> ReadDate:
    """The parts of a place and date; what is open is ``None``."""
    match = _match(fold_each(text))
    if match is None:
        return ReadDate(text.strip(), None, None, None, "", "", "", True, None)
    place = text[slice(*match.span("place"))].strip(" \t\n\u00a0,.;:…")
    parts = {name: text[slice(*match.span(name))].strip(" \t\n\u00a0,") for name in ("day", "month", "year")}
    day, month, year = (int(parts[name]) if parts[name].isdecimal() else None for name in ("day", "month", "year"))
    value = None
    if day and month and year:
        try:
            value = date(year, month, day)
        except (ValueError, OverflowError):
            value = None
    return ReadDate(
        place, day, month, year, parts["day"], parts["month"], parts["year"], day is None or month is None or year is None, value
    )


def _match(folded: str) -> re.Match[str] | None:
    folded = folded.replace("\n", " ").strip() if folded != folded.rstrip() else folded.replace("\n", " ")
    return _DATE.match(folded) or _SHORT.match(folded) or _NO_DAY.match(folded) or _FIGURES.match(folded)


def last_possible_day(read: ReadDate | None) -> date | None:
    """The date, or the last day that an open one can still become; ``None`` where not even the year is known."""
    if read is None or not read.year or not 1900 <= read.year <= 2200:
        return None
    if read.value is not None:
        return read.value
    if read.month and 1 <= read.month <= 12:
        following = date(read.year + read.month // 12, read.month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)
    return date(read.year, 12, 31)
