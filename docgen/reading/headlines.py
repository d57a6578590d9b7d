"""What one line at the top of a page is, told by its words alone."""

from __future__ import annotations

import re

from docgen.reading.folding import is_near, letters_only
from docgen.reading.numbers import is_number, is_place_date
from docgen.reading.pieces import Piece, halve
from docgen.reading.words import Words

_DASHES = re.compile(r"[-_=~\u2500-\u257f\u00af\s]{3,}")
_STARS = re.compile(r"[\u2605\u2606\u22c6\u2217]$|\*[\s*]{0,4}$")
_FLOURISH = re.compile(r"[-=*\s]{2,}o[0o]*o?[-=*\s]{2,}|[-=*\s]{4,}")

#: letters from which on a part of the state's name is taken for it
_HALF = 12
#: letters that a stamp with other words than those of the rule sets has at most
_STAMP = 20
#: letters and blanks of the longest line with two columns
_COLUMNS = 600
#: what only stands in the right column, and so parts a line into two
_RIGHT = re.compile(r"\t|[ \u00a0]{3,}")


def is_motto(words: str, known: Words) -> bool:
    """Whether a line is the state's name, a few wrong letters forgiven, or its second half below the first."""
    letters = letters_only(words)
    ends = len(letters) >= _HALF and any(motto.endswith(letters) for motto in known.mottos)
    return ends or any(is_near(letters, motto, 4) for motto in known.mottos)


def begins_motto(words: str, known: Words) -> bool:
    """Whether a line is the first half of the state's name, which a narrow column breaks in two."""
    letters = letters_only(words)
    return len(letters) >= _HALF and any(motto.startswith(letters) for motto in known.mottos)


def is_slogan(words: str, known: Words) -> bool:
    """Whether a line is the slogan, a few wrong letters forgiven."""
    letters = letters_only(words)
    return any(is_near(letters, slogan, 4) for slogan in known.slogans)


def is_party_title(words: str, known: Words) -> bool:
    """Whether a line is the Party's title."""
    letters = letters_only(words)
    return any(is_near(letters, title, 3) for title in known.party_titles)


def is_typed_line(text: str) -> bool:
    """Whether a text is nothing but a line of dashes, underscores or the like."""
    return _DASHES.fullmatch(text) is not None


def is_star(words: str) -> bool:
    """Whether a line is a star, or a few of them."""
    return _STARS.match(words) is not None


def is_flourish(words: str) -> bool:
    """Whether a line is an ornament such as ``-----`` or ``--o0o--``."""
    return _FLOURISH.fullmatch(words) is not None or is_star(words)


def kind_of(piece: Piece, known: Words) -> str:
    """The component that ``piece`` is by its own words, ``line`` for a typed line, empty where words do not tell."""
    words = piece.words
    first = words[:1]
    if not first.isalnum():
        if is_star(words):
            return "star"
        if is_typed_line(piece.text) or is_flourish(words):
            return "line"
    if len(words) > 160:
        return ""
    if is_motto(words, known) or begins_motto(words, known):
        return "motto"
    if is_slogan(words, known):
        return "slogan"
    if is_party_title(words, known):
        return "party_title"
    if (first in "sn/[(<" or first.isdigit()) and is_number(words):
        return "number"
    if known.about.match(words):
        return "abstract_dispatch"
    if len(words) <= 40 and known.drafts.match(words):
        return "draft_mark"
    bare = words.strip(" .()[]")
    for component in ("urgency", "secrecy", "circulation"):
        if bare in known.own[component]:
            return component
    if len(bare) <= _STAMP and piece.capital and (known.begins("urgency", bare) or _is_degree(bare, known)):
        return "urgency"
    if is_place_date(words):
        return "place_date"
    return ""


def _is_degree(bare: str, known: Words) -> bool:
    """Whether two words are a degree of urgency that no rule set knows: ``TỐI KHẨN``."""
    words = bare.split()
    named = known.units.match(bare) or known.bodies.match(bare)
    return len(words) == 2 and words[1] in known.own["degrees"] and not named


def cut_at_right(line: Piece, known: Words) -> list[Piece]:
    """A line of two columns as its two halves; other lines as they are.

    Blanks left for a number or a date are as wide as a gap, so a line parts only where words of the right column begin.
    """
    if line.end - line.start > _COLUMNS:
        return [line]
    for gap in _RIGHT.finditer(line.paragraph.text, line.start, line.end):
        if gap.start() > line.start:
            halves = halve(line, gap.start(), gap.end())
            if len(halves) == 2 and kind_of(halves[1], known) in ("motto", "slogan", "party_title", "place_date"):
                return halves
    return [line]
