"""Where a text breaks into lines, and the measure at which the lines come out even.

Breaking follows Word: greedy, at spaces and after hyphens and dashes that stand inside a word. Word, unlike LibreOffice,
does not break after ``/``; no program breaks at a no-break space or a no-break hyphen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import floor
from typing import NamedTuple

from .widths import UNITS, get_ruler

_SPACES = r" \t\r\n\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_WORD_AND_SPACES = re.compile(rf"([^{_SPACES}]*)([{_SPACES}]*)")
_WORD = re.compile(rf"[^{_SPACES}]+")
_AFTER_HYPHEN = re.compile(r"(?<=\w[-\u2010\u2013\u2014])(?=\w)")

# A measure that was itself computed from a width must hold that width in spite of binary fractions.
_TOLERANCE = 1e-6


class _Chunk(NamedTuple):
    """A piece without a break inside: ``text[start:end]``, then spaces that vanish at a line's end; widths in units."""

    start: int
    end: int
    width: int
    space: int


class _Line(NamedTuple):
    start: int
    end: int
    width: int


def break_lines(text: str, size: float, width: float, bold: bool = False, italic: bool = False) -> list[str]:
    """The lines that Word makes of ``text`` (left or centred) at ``size`` points in a measure of ``width`` points.

    The lines are pieces of the text in NFC; only the spaces at their ends are dropped. A word wider than the measure begins
    a line of its own and is broken between characters, at least one a line. Tabs and line ends count as spaces without
    width. There is always at least one line, an empty one for an empty text. ``ValueError`` for a size that is not positive.
    """
    text = unicodedata.normalize("NFC", text)
    ruler = get_ruler(bold, italic)
    lines = _fill(text, _cut(text, ruler), floor(_to_units(width, size) + _TOLERANCE), ruler)
    return [text[line.start : line.end] for line in lines]


def balance(
    text: str,
    size: float,
    width: float,
    bold: bool = False,
    italic: bool = False,
    accept: Callable[[Sequence[float]], bool] | None = None,
) -> tuple[list[str], float]:
    """Even lines: as few as ``width`` points allow, in the narrowest measure that needs no more of them.

    ``accept`` gets the widths of the lines in points; the narrowest measure up to ``width`` is taken for which it holds, if
    there is one, and among those, or among all, the narrowest in which no document code is broken, if there is one. Returns
    the lines and a measure in points, not above ``width``, at which ``break_lines`` (and Word) gives just these lines: the
    middle of all such measures, so that rounding it does no harm.
    A text with a word wider than ``width`` cannot be balanced and comes back as ``break_lines`` has it, with ``width``.
    """
    text = unicodedata.normalize("NFC", text)
    ruler = get_ruler(bold, italic)
    chunks = _cut(text, ruler)
    exact = _to_units(width, size)
    limit = floor(exact + _TOLERANCE)
    widest = max(chunk.width for chunk in chunks)
    if widest > limit:
        return [text[line.start : line.end] for line in _fill(text, chunks, limit, ruler)], width

    roomy = _fill(text, chunks, limit, ruler)
    count = len(roomy)
    low, high = max(widest, sum(chunk.width for chunk in chunks) // count), max(line.width for line in roomy)
    while low < high:
        middle = (low + high) // 2
        if _count_lines(chunks, middle) > count:
            low = middle + 1
        else:
            high = middle

    splits = _find_splits(text)

    def rate(lines: Sequence[_Line]) -> int:
        accepted = accept is None or accept([line.width * size / UNITS for line in lines])
        return 2 * accepted + splits.isdisjoint(line.end for line in lines)

    lines = tried = _fill(text, chunks, low, ruler)
    rating = rate(lines)
    while rating < 3:
        wider = _next_measure(chunks, tried)
        if wider is None or wider > limit:
            break
        tried = _fill(text, chunks, wider, ruler)
        better = rate(tried)
        if better > rating:
            lines, rating = tried, better

    least = max(line.width for line in lines)
    above = _next_measure(chunks, lines)
    most = max(least, exact if above is None else min(above, exact))
    return [text[line.start : line.end] for line in lines], (least + most) / 2 * size / UNITS


def fit_codes(text: str, size: float, width: float, bold: bool = False, italic: bool = False) -> float:
    """A measure in points, ``width`` or as little below it as need be, in which Word breaks no document code after a hyphen.

    There the text takes no more lines than at ``width``, which is returned also where there is no such measure.
    """
    text = unicodedata.normalize("NFC", text)
    splits = _find_splits(text)
    if not splits:
        return width
    ruler = get_ruler(bold, italic)
    chunks = _cut(text, ruler)
    exact = _to_units(width, size)
    limit = most = floor(exact + _TOLERANCE)
    widest = max(chunk.width for chunk in chunks)
    lines = _fill(text, chunks, limit, ruler)
    count = len(lines)
    while not splits.isdisjoint(line.end for line in lines):
        most = max(line.width for line in lines) - 1
        if most < widest:
            return width
        lines = _fill(text, chunks, most, ruler)
        if len(lines) > count:
            return width
    if most == limit:
        return width
    return (max(line.width for line in lines) + most) / 2 * size / UNITS


def _find_splits(text: str) -> frozenset[int]:
    """Where document codes, words with a digit and a slash (``71/NQ-CP``, ``43-CTr/TU``), can be broken after a hyphen."""
    if "/" not in text or "-" not in text:
        return frozenset()
    return frozenset(
        word.start() + hyphen.start()
        for word in _WORD.finditer(text)
        if "/" in word.group() and any(map(str.isdecimal, word.group()))
        for hyphen in _AFTER_HYPHEN.finditer(word.group())
    )


def _to_units(width: float, size: float) -> float:
    if size <= 0:
        raise ValueError(f"a size of {size} points is not positive")
    return width * UNITS / size


def _cut(text: str, ruler: Callable[[str], int]) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    hyphens = [hyphen.start() for hyphen in _AFTER_HYPHEN.finditer(text)]
    for match in _WORD_AND_SPACES.finditer(text):
        start, end = match.span(1)
        if start == match.end() and chunks:
            break
        space = sum(map(ruler, match[2]))
        for inner in hyphens:
            if start < inner < end:
                chunks.append(_Chunk(start, inner, sum(map(ruler, text[start:inner])), 0))
                start = inner
        chunks.append(_Chunk(start, end, sum(map(ruler, text[start:end])), space))
    return chunks


def _fill(text: str, chunks: Sequence[_Chunk], limit: int, ruler: Callable[[str], int]) -> list[_Line]:
    lines: list[_Line] = []
    space = 0
    for chunk in chunks:
        if lines and lines[-1].width + space + chunk.width <= limit:
            line = lines[-1]
            lines[-1] = _Line(line.start, chunk.end, line.width + space + chunk.width)
        else:
            lines += _split_word(text, chunk, limit, ruler)
        space = chunk.space
    return lines


def _count_lines(chunks: Sequence[_Chunk], limit: int) -> int:
    """How many lines ``_fill`` makes where no chunk is wider than ``limit``."""
    count, taken = 0, limit + 1
    space = 0
    for _, _, width, space_after in chunks:
        taken += space + width
        if taken > limit:
            count, taken = count + 1, width
        space = space_after
    return count


def _split_word(text: str, chunk: _Chunk, limit: int, ruler: Callable[[str], int]) -> list[_Line]:
    if chunk.width <= limit:
        return [_Line(chunk.start, chunk.end, chunk.width)]
    pieces = []
    start, width = chunk.start, 0
    for position in range(chunk.start, chunk.end):
        step = ruler(text[position])
        # A character without width is a mark on the one before it and stays with it.
        if width + step > limit and step and position > start:
            pieces.append(_Line(start, position, width))
            start, width = position, 0
        width += step
    return [*pieces, _Line(start, chunk.end, width)]


def _next_measure(chunks: Sequence[_Chunk], lines: Sequence[_Line]) -> int | None:
    """The least measure at which some line takes in the first chunk of the next line; ``None`` for a single line."""
    first = {chunk.start: chunk for chunk in chunks}
    last = {chunk.end: chunk for chunk in chunks}
    return min(
        (line.width + last[line.end].space + first[after.start].width for line, after in pairwise(lines)),
        default=None,
    )
