"""Số, ký hiệu and địa danh, ngày tháng taken apart, however they are written."""

from __future__ import annotations

import re
from datetime import date

from docgen.reading.folding import fold_each
from docgen.reading.layout import ReadDate, ReadNumber
from docgen.reading.words import load_words

_OPEN = r"[\s.…_*]"
#: room between brackets
_BRACKETS = r"(?:\[[^\[\]/]{0,12}\]|\([^()/]{0,12}\)|<[^<>/]{0,12}>)"
#: the word before a number, and what is written in its place
_WORD = r"s[o0](?:\s+(?:ky\s+)?hieu)?"
_OTHER = r"(?:no|sh|n[°º])"
_NUMBER = re.compile(
    rf"(?P<label>{_WORD}\s*[:.;]?|{_OTHER}\s*[:.])?(?P<gap>{_OPEN}*(?:{_BRACKETS}{_OPEN}*)?)(?P<digits>\d*|x+|[ivxlc]+)(?P<behind>{_OPEN}*)(?P<rest>[/\\\-].*|(?<=\d)\s*[a-z].*|)$"
)
_LABEL = re.compile(rf"{_WORD}(?![a-z])")
_ODD = re.compile(rf"{_OTHER}\s*[:.]\s*(?=\d|{_BRACKETS})")
_CODE = re.compile(rf"(?:\d{{0,5}}|{_BRACKETS})[\s.…]*[/\-]\s*(?:\d{{4}}\s*/\s*)?[a-z]{{1,6}}\s*[/\-]\s*[a-z]")
_SPLIT = re.compile(r"[/\-\s()]+")
_PART = r"[\s\d.,…_/x]*?"
#: months in words
_MONTHS = {
    **{"gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9},
    **{"muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12},
}
_MONTH = rf"{_PART}|\s+(?:{'|'.join(_MONTHS)})(?=\s)"
_DATE = re.compile(
    rf"(?P<place>.{{0,70}}?)[\s,.;:]*\bngay(?P<day>{_PART})\s*\bthang(?P<month>{_MONTH})\s*\bnam(?P<year>{_PART})\s*\.?$"
)
_ROOM = re.compile(
    r"(?P<place>.{0,70}?)[\s,.;:]*\bngay(?P<day>[\s\d.…_x]{0,12})/(?P<month>[\s\d.…_x]{0,12})/\s*(?P<year>[\d.…_x]{0,8})\s*\.?$"
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
    odd = _ODD.match(words)
    start = odd.end() if odd else 0
    return _CODE.match(words, start) is not None and " " not in words.strip()[start + 8 :]


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
    month = _MONTHS.get(" ".join(fold_each(parts["month"]).split()), month)
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
    patterns = (_DATE, _SHORT, _ROOM, _NO_DAY, _FIGURES)
    return next((match for pattern in patterns if (match := pattern.match(folded))), None)


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
