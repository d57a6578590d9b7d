"""Text in NFC, and where its pieces begin and end there."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

# Putting marks into order takes time quadratic in their number, so no more than this is composed at once.
_AT_ONCE = 512


def _joins(char: str) -> bool:
    """Whether ``char`` may become one character with what stands before it: a combining mark or a Hangul vowel."""
    return char >= "\u0300" and (unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff")


def next_start(text: str, offset: int) -> int:
    """The first place from ``offset`` on where no letter is cut from its marks."""
    end = len(text)
    while 0 < offset < end and _joins(text[offset]):
        offset += 1
    return offset


def compose(text: str) -> str:
    """``text`` in NFC, in time linear in its length."""
    if text.isascii():
        return text
    if len(text) <= _AT_ONCE:
        return unicodedata.normalize("NFC", text)
    out = []
    start, length = 0, len(text)
    while start < length:
        cut = min(start + _AT_ONCE, length)
        limit = min(cut + _AT_ONCE, length)
        while cut < limit and _joins(text[cut]):
            cut += 1
        out.append(unicodedata.normalize("NFC", text[start:cut]))
        start = cut
    composed = "".join(out)
    return text if composed == text else composed


def composed_offsets(text: str, cuts: Sequence[int]) -> list[int]:
    """Where the ascending offsets ``cuts`` of ``text`` lie once it is composed; marks go with their letter."""
    out: list[int] = []
    reached = moved = 0
    for cut in cuts:
        place = next_start(text, cut) if cut > reached else reached
        if place > reached:
            moved += len(compose(text[reached:place]))
            reached = place
        out.append(moved)
    return out


def raw_offset(raw: str, text: str, offset: int, *, end: bool = False) -> int:
    """The offset in ``raw`` of the letter that stands at ``offset`` in ``text``, its composed form.

    An offset between a letter and marks of its own is moved before the letter, or behind the marks for an ``end``.
    """
    if raw == text:
        return offset
    starts, lengths, total = [], [], 0
    place = 0
    while place < len(raw):
        following = next_start(raw, place + 1)
        starts.append(place)
        lengths.append(total)
        total += len(compose(raw[place:following]))
        place = following
    if offset >= total:
        return len(raw)
    i = bisect_right(lengths, offset) - 1
    inside = lengths[i] != offset
    return [*starts, len(raw)][i + 1] if end and inside else starts[i]
