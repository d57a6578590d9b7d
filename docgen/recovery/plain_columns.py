"""Two columns on the lines of a text: what stands at the left and at the right of a gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from docgen.reading.folding import fold_each, letters_only
from docgen.reading.numbers import is_place_date, parse_number, parse_place_date
from docgen.reading.words import load_words
from docgen.recovery.plain_kinds import kind_of
from docgen.recovery.plain_lines import Grid, Line

#: kinds of lines that stand in the right column of a head
RIGHT = frozenset({"motto", "slogan", "party_title", "place_date"})
# blanks left for a number or a date are no gap between columns
_GAP = re.compile(r"(?<=\S)(?<!số:)(?<!ngày)(?<!tháng)\s{3,}(?=\S)(?!/|-\s*[A-Z]{2,}/|tháng|năm)", re.IGNORECASE)
_DASHES = re.compile(r"[-_=–—]{4,}")
_PLACED = re.compile(r"[^\d,]+,\s*ngay\b")
_NUMBER = re.compile(r"(?<![a-z])so\s*:|(?<![a-z/])v/v(?![a-z])")


def part_columns(lines: Sequence[Line]) -> tuple[list[Line], list[Line], bool]:
    """The lines of the left column, of the right one, and whether any line had both."""
    parted = [_halves(line) for line in lines]
    rights = [halves[1].indent for halves in parted if len(halves) > 1]
    border = min(rights) if rights else None
    left: list[Line] = []
    right: list[Line] = []
    for halves in parted:
        if len(halves) > 1:
            left.append(halves[0])
            right += halves[1:]
            continue
        (only,) = halves
        # a line of a cell that was copied from a Word table stands at the left, however long it is
        pushed = border is not None and only.indent > 0 and only.indent + len(only.text) / 2 > border
        (right if pushed or kind_of(only) in RIGHT else left).append(only)
    return left, right, bool(rights)


def part_head(lines: Sequence[Line]) -> Grid:
    """The lines of a head as a table of its two columns."""
    left, right, _ = part_columns(join_fixed([piece for line in lines for piece in cut_fixed(line)]))
    return Grid([[join_fixed(left), join_fixed(right)]], False, lines[0].gap if lines else 0)


def _halves(line: Line) -> list[Line]:
    """What stands at the left and at the right of the widest gap."""
    gaps = list(_GAP.finditer(line.text))
    if not gaps:
        return [line]
    known = [m for m in gaps if kind_of(line.piece(m.end())) in RIGHT]
    gap = known[0] if known else max(gaps, key=lambda m: m.end() - m.start())
    return [line.piece(0, gap.start()), line.piece(gap.end())]


def cut_fixed(line: Line) -> list[Line]:
    """A line of a head cut before and behind the words that every head has, where they were run together.

    What follows a motto beside other words keeps a gap, so that columns are still seen.
    """
    folded = fold_each(line.text)
    cuts = {0, len(line.text)}
    for match in _fixed().finditer(folded):
        cuts |= {match.start(), match.end()}
    for match in _NUMBER.finditer(folded):
        cuts.add(match.start())
    for match in _DASHES.finditer(folded):
        cuts |= {match.start(), match.end()}
    places = sorted(cuts)
    pieces = [line.piece(a, b) for a, b in pairwise(places)]
    found = [piece for piece in pieces if piece.text and any(c.isalnum() or c in "-_=–—*" for c in piece.text)]
    lost = any(c.isalnum() for c in line.text) and sum(len(p.text.replace(" ", "")) for p in found) < len(
        line.text.replace(" ", "")
    )
    if len(found) < 2 or lost or _GAP.search(line.text):
        return [line]
    return found


def join_fixed(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with motto, slogan, Party title, number and date on one line each where they were broken.

    A PDF breaks a number and a date at the room that is left for their figures.
    """
    out: list[Line] = []
    at = 0
    while at < len(lines):
        end, whole = at + 1, lines[at]
        joined = whole
        reach = at + 4 if letters_only(fold_each(whole.text)) not in _phrases() else end
        for i in range(at + 1, min(reach, len(lines))):
            if lines[i].is_rule:
                break
            joined = joined.joined(lines[i])
            letters = letters_only(fold_each(joined.text))
            dated = is_place_date(joined.words) and not any(map(kind_of, lines[at : i + 1]))
            dated = dated and joined.words[:1].isalpha() and not any(map(_begins_date, lines[at + 1 : i + 1]))
            numbered = i == at + 1 and _is_cut_number(whole, lines[i])
            if letters in _phrases() or dated or numbered or (end == i and is_cut_year(whole, lines[i])):
                end, whole = i + 1, joined
        out.append(whole)
        at = end
    return out


def is_cut_year(above: Line, line: Line) -> bool:
    """Whether a line is nothing but the year of the place and date above it."""
    if re.fullmatch(r"\d{4}\.?", line.text) is None or not is_place_date(above.words):
        return False
    return not parse_place_date(above.text).year_text


def _begins_date(line: Line) -> bool:
    """Whether a place and date begins there, with the place: what stands above is no part of it."""
    return _PLACED.match(line.words) is not None


def _is_cut_number(above: Line, line: Line) -> bool:
    """Whether the label of a number stands alone above its sign."""
    label, sign = parse_number(above.text), parse_number(line.text)
    return bool(label.label) and not label.rest and not sign.label and not sign.digits and bool(sign.code or sign.issuer)


@lru_cache(maxsize=1)
def _phrases() -> frozenset[str]:
    known = load_words()
    return frozenset((*known.mottos, *known.slogans, *known.party_titles))


@lru_cache(maxsize=1)
def _fixed() -> re.Pattern[str]:
    spelt = ("[^a-z]{0,5}".join(phrase) for phrase in sorted(_phrases(), key=len, reverse=True))
    return re.compile(rf"(?<![a-z])(?:{'|'.join(spelt)})(?![a-z])")
