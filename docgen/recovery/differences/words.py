"""Which words of a paragraph changed."""

from __future__ import annotations

import re
from typing import NamedTuple

from docgen.recovery.differences.aligning import align
from docgen.recovery.differences.model import Piece

# 7.850 and 14,6 are one word each
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|\w+|\s|[^\w\s]")


class Stretch(NamedTuple):
    """``old[old_start:old_end]`` stands where ``new[new_start:new_end]`` does now; ``same``: they are equal."""

    same: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def split_words(text: str) -> list[str]:
    """Words, spaces and signs; put together they are ``text``."""
    return _TOKEN.findall(text)


def compare_words(old: str, new: str) -> list[Stretch]:
    """Equal and changed stretches of two texts in turn, cut between words; every letter is in one of them."""
    if old == new:
        return [Stretch(True, 0, len(old), 0, len(new))] if old else []
    before, after = split_words(old), split_words(new)
    pairs = align(before, after)
    out: list[Stretch] = []
    i = j = here = there = 0
    for a, b in [*pairs, (len(before), len(after))]:
        if i < a or j < b:
            gone, come = sum(map(len, before[i:a])), sum(map(len, after[j:b]))
            out.append(Stretch(False, here, here + gone, there, there + come))
            here, there = here + gone, there + come
        if a < len(before) and b < len(after):
            size = len(before[a])
            if out and out[-1].same:
                out[-1] = out[-1]._replace(old_end=here + size, new_end=there + size)
            else:
                out.append(Stretch(True, here, here + size, there, there + size))
            here, there = here + size, there + size
        i, j = a + 1, b + 1
    return _join(out, old)


def _join(stretches: list[Stretch], old: str) -> list[Stretch]:
    """A lone space between two changes changes with them: two words were replaced, not two times one."""
    out: list[Stretch] = []
    for number, one in enumerate(stretches):
        between = one.same and 0 < number < len(stretches) - 1 and old[one.old_start : one.old_end].isspace()
        if between and _replaces(stretches[number - 1]) and _replaces(stretches[number + 1]):
            one = one._replace(same=False)
        if out and not one.same and not out[-1].same:
            out[-1] = out[-1]._replace(old_end=one.old_end, new_end=one.new_end)
        else:
            out.append(one)
    return out


def _replaces(one: Stretch) -> bool:
    return one.old_start < one.old_end and one.new_start < one.new_end


def show_words(stretches: list[Stretch], old: str, new: str) -> tuple[Piece, ...]:
    """The stretches as the words that stay, go and come."""
    out = []
    for one in stretches:
        gone, come = old[one.old_start : one.old_end], new[one.new_start : one.new_end]
        if one.same:
            out.append(Piece("same", come))
            continue
        out += [Piece(change, text) for change, text in (("removed", gone), ("added", come)) if text]
    return tuple(out)
