"""Which versions of docgen a project's configuration asks for: ``>=0.2,<0.3``."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"\s*(>=|<=|==|!=|~=|>|<)?\s*(\d+(?:\.\d+){0,3})\s*")


def read_version(text: str) -> tuple[int, ...]:
    """The numbers of a version, ``(0, 2, 1)`` of ``0.2.1.dev3``; empty when it begins with none."""
    found = re.match(r"\d+(?:\.\d+)*", text)
    return tuple(int(number) for number in found[0].split(".")) if found else ()


def allows(wanted: str, version: str) -> bool:
    """Whether ``version`` meets every clause of ``wanted``; a version alone means exactly that one.

    Raises ``ValueError`` for what is no list of clauses.
    """
    return all(_meets(clause, read_version(version)) for clause in wanted.split(","))


def _meets(clause: str, version: tuple[int, ...]) -> bool:
    found = _CLAUSE.fullmatch(clause)
    if found is None:
        raise ValueError(clause)
    sign, bound = found[1] or "==", read_version(found[2])
    length = max(len(version), len(bound))
    own, other = (numbers + (0,) * (length - len(numbers)) for numbers in (version, bound))
    if sign == "~=":
        return own >= other and own[: max(1, len(bound) - 1)] == bound[: max(1, len(bound) - 1)]
    order = (own > other) - (own < other)
    return {">=": order >= 0, "<=": order <= 0, "==": order == 0, "!=": order != 0, ">": order > 0, "<": order < 0}[sign]
