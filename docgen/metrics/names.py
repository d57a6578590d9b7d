"""Where the name of an organisation breaks: before a word that begins a new sense unit, not just where the room ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from math import inf

# A no-break space holds its words together, so it does not divide.
_SPACES = re.compile(r"[ \t\r\n]+")


def break_name(
    name: str,
    boundaries: Sequence[str],
    fits: Callable[[str], bool],
    width_of: Callable[[str], float],
) -> list[str] | None:
    """The lines of ``name``, broken before words or phrases of ``boundaries``: ``ỦY BAN NHÂN DÂN`` / ``TỈNH QUẢNG NGÃI``.

    Boundaries are whole words (``THÀNH PHỐ`` is a phrase of two), compared in NFC without regard to case. No line ends in
    one: ``VÀ XÃ BÌNH AN`` stays together even where both words are boundaries. The fewest lines that each satisfy ``fits``
    are taken; among those the longest line is as short as it can be (``width_of``), then the shortest as long as it can
    be. Where no such breaking fits, any space may be a break, by the same preferences; ``None`` when that does not fit
    either. Runs of spaces come out as one; an empty name has no lines.
    """
    words = [word for word in _SPACES.split(name) if word]
    if not words:
        return []
    starts = [_make_key(boundary) for boundary in boundaries]
    tails = [_make_key(" ".join(words[i:])) for i in range(len(words))]
    # What is left of the name behind each boundary found in it: no line may begin there.
    behind = {tail[len(start) :] for tail in tails for start in starts if tail.startswith(start)}
    sensible = [i for i, tail in enumerate(tails) if i and tail not in behind and tail.startswith(tuple(starts))]
    return _divide(words, sensible, fits, width_of) or _divide(words, range(1, len(words)), fits, width_of)


def _make_key(text: str) -> str:
    # The space at the end makes a prefix of whole words out of a prefix.
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()) + " "


def _divide(
    words: Sequence[str], breaks: Sequence[int], fits: Callable[[str], bool], width_of: Callable[[str], float]
) -> list[str] | None:
    """The best lines with breaks only before the words at ``breaks`` (rising, none 0); ``None`` when none fit."""
    ends = [0, *breaks, len(words)]
    last = len(ends) - 1
    widths: dict[tuple[int, int], float] = {}
    for i in range(last):
        for j in range(i + 1, last + 1):
            line = " ".join(words[ends[i] : ends[j]])
            if fits(line):
                widths[i, j] = width_of(line)

    count = _count_lines(widths, last)
    if count is None:
        return None
    # Twice the same search: first for the smallest longest line, then, none being longer, for the greatest shortest one.
    longest = -_search(widths, last, count, lambda width: -width)[0]
    even = {span: width for span, width in widths.items() if width <= longest}
    _, path = _search(even, last, count, lambda width: width)
    return [" ".join(words[ends[i] : ends[j]]) for i, j in path]


def _count_lines(widths: dict[tuple[int, int], float], last: int) -> int | None:
    counts = {0: 0}
    for j in range(1, last + 1):
        options = [counts[i] + 1 for i in range(j) if i in counts and (i, j) in widths]
        if options:
            counts[j] = min(options)
    return counts.get(last)


def _search(
    widths: dict[tuple[int, int], float], last: int, count: int, worth: Callable[[float], float]
) -> tuple[float, list[tuple[int, int]]]:
    """The ``count`` spans from 0 to ``last`` whose least ``worth`` is greatest, with that worth; there is such a path."""
    best: dict[int, tuple[float, list[tuple[int, int]]]] = {0: (inf, [])}
    for _ in range(count):
        step: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for (i, j), width in widths.items():
            if i in best:
                least = min(best[i][0], worth(width))
                if j not in step or least > step[j][0]:
                    step[j] = (least, [*best[i][1], (i, j)])
        best = step
    return best[last]
