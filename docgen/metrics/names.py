"""Where the name of an organisation breaks: before a word that begins a new sense unit, not just where the room ends."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise
from math import inf

# A no-break space holds its words together, so it does not divide.
_SPACES = re.compile(r"[ \t\r\n]+")

#: The word a stretch of words begins with and the one behind its last.
_Span = tuple[int, int]


def break_name(
    name: str,
    boundaries: Sequence[str],
    fits: Callable[[str], bool],
    width_of: Callable[[str], float],
    joints: Sequence[str] = (),
    unbroken: Sequence[str] = (),
) -> list[str]:
    """The lines of ``name``, broken at its sense: ``ỦY BAN NHÂN DÂN`` / ``TỈNH QUẢNG NGÃI``, ``SỞ NỘI VỤ -`` / ``SỞ Y TẾ``.

    A line may begin with one of ``boundaries`` and end in one of ``joints``. Both are whole words or phrases, compared in NFC
    without regard to case; what is only a part of a phrase of ``unbroken`` (``XÃ HỘI``, ``- XÃ HỘI``) is neither. A unit
    between two such places is broken inside only if it does not satisfy ``fits``, and best behind a joint or behind a boundary
    of several words (``THÀNH PHỐ``) that leads it and is a line by itself; else no line ends in a boundary or begins with a
    joint, and no phrase is divided. Where a piece is too long even so, any of its spaces will do, as rarely as possible. So
    each line fits or is a single word.

    Of all such ways the one with the fewest lines is taken; then with the fewest breaks inside units, the best ones counting
    half; then the longest line is as short as it can be (``width_of``), then the shortest as long. Runs of spaces come out as
    one; an empty name has no lines.
    """
    words = [word for word in _SPACES.split(name) if word]
    if not words:
        return []

    @cache
    def is_line(start: int, end: int) -> bool:
        return end - start == 1 or fits(" ".join(words[start:end]))

    tails = [_make_key(" ".join(words[i:])) for i in range(len(words))]
    kept = _find(tails, unbroken)
    leads = [
        (start, end)
        for start, end in _find(tails, boundaries)
        if not any(a <= start and end <= b and b - a > end - start for a, b in kept)
    ]
    joined = [start for start, _ in _find(tails, joints)]
    behind_joints = {i + 1 for i in joined}
    divided = {i for start, end in (*leads, *kept) for i in range(start + 1, end)}
    held = {*joined, *(end for _, end in leads)}
    begins = behind_joints.union(start for start, _ in leads)
    sensible = sorted(begins - held - divided - {0, len(words)})

    costs = _find_lines(len(words), sensible, held | (divided - behind_joints), behind_joints, dict(leads), is_line)
    path = _choose({span: (cost, width_of(" ".join(words[slice(*span)]))) for span, cost in costs.items()}, len(words))
    return [" ".join(words[start:end]) for start, end in path]


def _make_key(text: str) -> str:
    # The space at the end makes a prefix of whole words out of a prefix.
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()) + " "


def _find(tails: Sequence[str], phrases: Iterable[str]) -> list[_Span]:
    """Where ``phrases`` stand, the longer ones last; one that ends within a word (held by a no-break space) takes it whole."""
    ends = [*(-len(tail) for tail in tails), 0]
    keys = sorted((key for key in map(_make_key, phrases) if key.strip()), key=len)
    return [(i, bisect_left(ends, len(key) - len(tail))) for key in keys for i, tail in enumerate(tails) if tail.startswith(key)]


def _find_lines(
    count: int,
    sensible: Sequence[int],
    held: Collection[int],
    good: Collection[int],
    leads: Mapping[int, int],
    is_line: Callable[[int, int], bool],
) -> dict[_Span, int]:
    """What may be a line, with its cost; outside ``sensible`` and ``held``, the places in ``good`` cost half.

    The cost is one number of three digits: breaks of the last resort, lines, half breaks inside units. None outgrows its digit.
    """
    line = 2 * count + 1
    last_resort = line * line
    ends = dict.fromkeys((0, *sensible, count), line)
    alone: dict[int, int] = {}
    for a, b in pairwise((0, *sensible, count)):
        if is_line(a, b):
            continue
        pieces = {a, b, *(i for i in range(a + 1, b) if i not in held)}
        whole = [end for end in _find_phrase_ends(a, leads) if end < b and is_line(a, end)]
        alone |= dict.fromkeys(whole, a)
        pieces.update(whole)
        for c, d in pairwise(sorted(pieces)):
            ends.setdefault(d, line + (1 if d in good or d in alone else 2))
            if not is_line(c, d):
                ends |= dict.fromkeys(range(c + 1, d), last_resort + line)
    return {(i, j): ends[j] for i, j in combinations(sorted(ends), 2) if alone.get(j, i) == i and is_line(i, j)}


def _find_phrase_ends(start: int, leads: Mapping[int, int]) -> Iterator[int]:
    """Where boundaries of several words end that stand at ``start``, if need be behind others (``VÀ THÀNH PHỐ``)."""
    while start in leads:
        start, size = leads[start], leads[start] - start
        if size > 1:
            yield start


def _choose(lines: Mapping[_Span, tuple[int, float]], last: int) -> list[_Span]:
    """The cheapest lines from 0 to ``last``; ``lines`` gives cost and width of each."""
    costs = {0: 0}
    for (i, j), (cost, _) in sorted(lines.items()):
        if i in costs:
            costs[j] = min(costs.get(j, costs[i] + cost), costs[i] + cost)
    cheapest = {(i, j): width for (i, j), (cost, width) in sorted(lines.items()) if i in costs and costs[i] + cost == costs[j]}
    # Twice the same search: first for the smallest longest line, then, none being longer, for the greatest shortest one.
    longest = -_search(cheapest, last, lambda width: -width)[0]
    even = {span: width for span, width in cheapest.items() if width <= longest}
    return _search(even, last, lambda width: width)[1]


def _search(widths: Mapping[_Span, float], last: int, worth: Callable[[float], float]) -> tuple[float, list[_Span]]:
    """The lines from 0 to ``last`` whose least ``worth`` is greatest, with that worth; ``widths`` rises and has such a way."""
    best: dict[int, tuple[float, list[_Span]]] = {0: (inf, [])}
    for (i, j), width in widths.items():
        if i in best:
            least = min(best[i][0], worth(width))
            if j not in best or least > best[j][0]:
                best[j] = (least, [*best[i][1], (i, j)])
    return best[last]
