"""Two sequences laid side by side in time linear in their length."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

# Between anchors every entry may be compared with every other one as long as there are no more pairs than this.
_FEW_PAIRS = 20_000
_DEEPEST = 24


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of equal entries, ascending on both sides: ``(place in old, place in new)``.

    Entries that stand once on either side hold the sequences together; what lies between two of them is laid side by side in
    the same way, and small rests are compared entry by entry. A large rest without such entries stays unmatched.
    """
    pairs: list[tuple[int, int]] = []
    stack = [(0, len(old), 0, len(new), 0)]
    while stack:
        a, b, c, d, depth = stack.pop()
        while a < b and c < d and old[a] == new[c]:
            pairs.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            pairs.append((b, d))
        if a == b or c == d:
            continue
        anchors = _anchors(old, new, a, b, c, d) if depth < _DEEPEST else []
        if anchors:
            pairs += anchors
            begins = [(a, c), *((i + 1, j + 1) for i, j in anchors)]
            for (i, j), (k, m) in zip(begins, [*anchors, (b, d)], strict=True):
                if i < k and j < m:
                    stack.append((i, k, j, m, depth + 1))
        elif (b - a) * (d - c) <= _FEW_PAIRS:
            matcher = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False)
            pairs += [(a + i + n, c + j + n) for i, j, size in matcher.get_matching_blocks() for n in range(size)]
    pairs.sort()
    return pairs


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int) -> list[tuple[int, int]]:
    """The longest ascending chain of entries that stand once in ``old[a:b]`` and once in ``new[c:d]``."""
    here, there = _once(old, a, b), _once(new, c, d)
    return longest_chain([(place, there[entry]) for entry, place in here.items() if entry in there])


def _once(entries: Sequence[Hashable], first: int, last: int) -> dict[Hashable, int]:
    places: dict[Hashable, int] = {}
    again = set()
    for place in range(first, last):
        entry = entries[place]
        if entry in places:
            again.add(entry)
        places[entry] = place
    for entry in again:
        del places[entry]
    return places


def longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of ``pairs``, which ascend on their first side, that ascend on both."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(number)
        else:
            tails[at], ends[at] = place, number
    chain = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
