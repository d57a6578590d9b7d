"""Which paragraphs somebody has moved in Word, which the spec has moved since, and which of them both."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from docgen.recovery.pulling.model import Standing


class Runs(NamedTuple):
    """Places in a sequence of numbers: those of one longest run in order, of all of them, and of any of them."""

    one: frozenset[int]
    every: frozenset[int]
    some: frozenset[int]


def find_runs(values: Sequence[int]) -> Runs:
    """The longest runs of ``values`` that stand in order."""
    before = _lengths(values)
    after = [*reversed(_lengths([-value for value in reversed(values)]))]
    longest = max(before, default=0)
    some = frozenset(i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a + b - 1 == longest)
    alone = Counter(before[i] for i in some)
    every = frozenset(i for i in some if alone[before[i]] == 1)
    return Runs(_pick(values, before, some), every, some)


def mark_moved(standings: Iterable[Standing], *, same_spec: bool) -> None:
    """Say of every paragraph whether it stands elsewhere than in the spec because somebody moved it in Word.

    What both sides have moved to different places is ``torn``.
    """
    placed = [(standing, standing.line) for standing in standings if standing.line is not None]
    if same_spec:
        kept = find_runs([line for _, line in placed]).one
        for i, (standing, _) in enumerate(placed):
            standing.moved = i not in kept
        return
    known = [(standing, standing.order) for standing, _ in placed if standing.order is not None]
    in_file = _list_unstable(known)
    in_spec = _list_unstable(sorted(known, key=lambda pair: pair[0].line or 0))
    # what neither side has moved stands in one order on both, so that all else moves round it
    firm = [pair for pair in placed if pair[0].at not in in_file | in_spec]
    rest = [pair for pair in placed if pair[0].at in in_file | in_spec]
    for standing in _list_displaced(firm, rest):
        standing.moved = standing.at in in_file
        standing.torn = standing.moved and standing.at in in_spec


def list_certainly_moved(orders: Sequence[int]) -> set[int]:
    """Of numbers that ran in order once, those that have left their place, whichever way one looks at it."""
    some = find_runs(orders).some
    return {order for i, order in enumerate(orders) if i not in some}


def _list_unstable(known: Sequence[tuple[Standing, int]]) -> set[int]:
    """The paragraphs that may have been moved, since some longest run does without them."""
    every = find_runs([order for _, order in known]).every
    return {standing.at for i, (standing, _) in enumerate(known) if i not in every}


def _list_displaced(firm: Sequence[tuple[Standing, int]], rest: Sequence[tuple[Standing, int]]) -> list[Standing]:
    """Those of ``rest`` that stand on another side of some firm paragraph, or of one another, than in the spec."""
    kept = [*firm]
    displaced: list[Standing] = []
    lines = [line for _, line in rest]
    best = find_runs(lines).one
    for i in sorted(range(len(rest)), key=lambda i: i not in best):
        standing, line = rest[i]
        if all((one.at < standing.at) == (other < line) for one, other in kept):
            kept.append(rest[i])
        else:
            displaced.append(standing)
    return displaced


def _lengths(values: Sequence[int]) -> list[int]:
    """For each value how long the longest run is that ends with it."""
    tails: list[int] = []
    lengths = []
    for value in values:
        at = bisect_left(tails, value)
        tails[at : at + 1] = [value]
        lengths.append(at + 1)
    return lengths


def _pick(values: Sequence[int], lengths: Sequence[int], some: frozenset[int]) -> frozenset[int]:
    """One of the longest runs, from its end."""
    picked: list[int] = []
    for i in sorted(some, reverse=True):
        if not picked or (lengths[i] == lengths[picked[-1]] - 1 and values[i] < values[picked[-1]]):
            picked.append(i)
    return frozenset(picked)
