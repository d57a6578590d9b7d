"""What differs between two rule sets, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from docgen.standards.facts import Fact
from docgen.standards.model import Standard


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry that two rule sets have differently; ``None`` where one has it not."""

    path: str
    left: str | None
    right: str | None
    clauses: tuple[str, ...]


def compare_standards(left: Standard, right: Standard) -> list[Difference]:
    """Every entry whose printed value or bounds differ, in the order of ``left``, then those only ``right`` has.

    Sources (clause, tier) alone are no difference unless the tier changes, since that decides how grave a finding may be.
    """
    ours, theirs = dict(_flatten(left, "")), dict(_flatten(right, ""))
    found = []
    for path in [*ours, *(p for p in theirs if p not in ours)]:
        a, b = ours.get(path), theirs.get(path)
        if a is None or b is None or a[0] != b[0]:
            clauses = tuple(dict.fromkeys(x[1] for x in (a, b) if x and x[1]))
            found.append(Difference(path, a and a[0], b and b[0], clauses))
    return found


def _flatten(value: Any, path: str) -> Iterator[tuple[str, tuple[str, str]]]:
    if isinstance(value, Fact):
        bounds = value.describe()
        use = _words(value.use)
        shown = use if bounds in (use, str(value.use)) else f"{use} ({bounds})"
        yield path, (f"{shown} [{value.tier}]", value.clause)
    elif isinstance(value, BaseModel):
        clause = getattr(value, "clause", "")
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name in ("clause", "fingerprint") or inner is None:
                continue
            inside = f"{path}.{name}" if path else name
            if isinstance(inner, BaseModel | Mapping):
                yield from _flatten(inner, inside)
            else:
                yield inside, (_words(inner), clause)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flatten(inner, f"{path}.{key}")
    else:
        yield path, (_words(value), "")


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(_words(v) for v in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
