"""Số, ký hiệu as it stands on the page, part by part with its places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.checks.joined import Joined, join
from docgen.checks.keeping import kept
from docgen.reading.folding import fold_each
from docgen.reading.layout import Layout
from docgen.standards.model import NumberLine

_LINE = re.compile(
    r"(?P<label>s[o0](?:\s+(?:ky\s+)?hieu)?(?=\s*[:.\d])|(?:no|sh|n[°º])(?=\s*[:.])|s[o0])?\s*(?P<colon>[:;]|\.(?!\s*[.…]))?(?P<gap>[\s.…_]*(?:x+(?=\s*[/\-]))?)"
    r"(?P<digits>\d+(?:[a-z](?![a-z]))?|[ivxlc]{1,6}(?=\s*[/\\\-]))?(?P<rest>.*)$",
    re.DOTALL,
)
_SIGN = re.compile(r"(?P<before>\s*)(?P<sign>[/\\_\-\u2010-\u2015\u2212])(?P<after>\s*)")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_FILLED = re.compile(r"[^\s.…_]")


@dataclass(frozen=True, slots=True)
class Part:
    """``joined.text[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class NumberParts:
    """The line ``Số: 15/QĐ-UBND``: label, colon (``None`` without one), digits (``None`` while open), signs and groups.

    ``signs[i]`` stands before ``groups[i]``, with the spaces round it; it is empty where a sign is missing. A year before
    the code is ``year``, its sign ``year_sign``; both are left out of the lists. ``blank``: a group is only dots or a gap, so
    the code is not filled in.
    """

    joined: Joined
    label: Part | None
    colon: Part | None
    digits: Part | None
    signs: tuple[Part, ...]
    groups: tuple[Part, ...]
    year: Part | None
    year_sign: Part | None
    blank: bool

    @property
    def code(self) -> Part | None:
        """The first group: the type's code, or the issuer's in the state's công văn."""
        return self.groups[0] if self.groups else None

    @property
    def separators(self) -> tuple[str, ...]:
        """The signs without spaces, every dash as ``-``."""
        return tuple(_plain(sign.text) for sign in self.signs)


@kept
def number_parts(layout: Layout) -> NumberParts | None:
    """The parts of the document's number; ``None`` without a number on the page."""
    joined = join(layout, "number")
    return None if joined is None else take_apart(joined)


def take_apart(joined: Joined) -> NumberParts:
    """The parts of the number that ``joined`` says."""
    text = joined.text
    match = _LINE.match(fold_each(text))
    assert match is not None
    counted = bool(match["digits"])
    signs: list[Part] = []
    groups: list[Part] = []
    position = match.start("rest")
    for sign in (*_SIGN.finditer(text, position), None):
        start, end = sign.span() if sign is not None else (len(text), len(text))
        group = _first_word(text, position, start)
        if signs or group.text:
            if not signs:
                signs.append(Part("", position, position))
            groups.append(group)
        if sign is not None:
            signs.append(Part(sign.group(), start, end))
        position = end
    year = year_sign = None
    if len(groups) > 1 and _YEAR.match(groups[0].text):
        year, year_sign = groups.pop(0), signs.pop(0)
    return NumberParts(
        joined,
        _part(text, match, "label"),
        _part(text, match, "colon"),
        _part(text, match, "digits"),
        tuple(signs),
        tuple(groups),
        year,
        year_sign,
        any(not _FILLED.search(group.text) and (group.text or not counted) for group in groups)
        or any(group.text.startswith(("(", "<")) for group in groups)
        or "[" in text
        or "{" in text,
    )


def separators_of(form: str) -> tuple[str, ...]:
    """The signs between the parts of a pattern such as ``{number}/{type}-{issuer}``."""
    return tuple(re.findall(r"\}(.)(?=\{)", form))


def wants_colon(line: NumberLine) -> bool:
    """Whether the rule set writes a colon behind the word before the number."""
    return ":" in line.prefix.use


def is_year(group: str) -> bool:
    """Whether a part of a number is a year."""
    return _YEAR.match(group) is not None


def _plain(sign: str) -> str:
    bare = sign.strip()
    return "-" if bare and bare not in "/\\_" else bare


def _first_word(text: str, start: int, end: int) -> Part:
    """What stands between two signs, up to the first space inside."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    word = next(iter(piece.split()), "")
    return Part(word, start, start + len(word))


def _part(text: str, match: re.Match[str], name: str) -> Part | None:
    start, end = match.span(name)
    return Part(text[start:end], start, end) if end > start else None
