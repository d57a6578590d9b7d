"""How long a drawn line is under a text of one or several lines."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.standards import Fact


def rule_length(widths: Sequence[float], fact: Fact[float]) -> float:
    """The length (pt) that satisfies ``fact`` for the last and for the longest of the lines ``widths`` (pt).

    Where no length satisfies both, the one in the middle of what each asks for: it misses each by the least.
    """
    low, high = rule_bounds(widths, fact)
    if low > high:
        return (low + high) / 2
    return min(max(fact.use * widths[-1], low), high)


def rule_bounds(widths: Sequence[float], fact: Fact[float]) -> tuple[float, float]:
    """The least and greatest length that the clause allows for the longest and for the last line."""
    least = fact.use if fact.min is None else fact.min
    most = fact.use if fact.max is None else fact.max
    return least * max(widths), most * widths[-1]


def can_satisfy(widths: Sequence[float], fact: Fact[float] | None) -> bool:
    """Whether one length satisfies the clause for the last and for the longest line, with some room to spare."""
    if fact is None or not widths:
        return True
    low, high = rule_bounds(widths, fact)
    return low <= high
