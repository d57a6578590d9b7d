"""What differs between two rule sets, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from docgen.standards.facts import Fact, say_value
from docgen.standards.model import Standard


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry that two rule sets have differently; ``None`` where one has it not.

    ``path`` is dotted (``components.body.exact``). ``left`` and ``right`` are printed values with bounds and tier. ``clauses``
    are those of both. ``only_tier``: the values are the same, one rule set knows them from a weaker source.
    """

    path: str
    left: str | None
    right: str | None
    clauses: tuple[str, ...]
    only_tier: bool = False


@dataclass(frozen=True, slots=True)
class _Shown:
    value: str
    clause: str
    tier: str = ""


def compare_standards(left: Standard, right: Standard) -> list[Difference]:
    """Every entry whose printed value or bounds differ, in the order of ``left``, then those only ``right`` has.

    A clause alone is no difference; a tier is one, since it decides how grave a finding may be.
    """
    ours, theirs = dict(_flatten(left, "")), dict(_flatten(right, ""))
    found = []
    for path in [*ours, *(p for p in theirs if p not in ours)]:
        a, b = ours.get(path), theirs.get(path)
        if a is None or b is None or (a.value, a.tier) != (b.value, b.tier):
            clauses = tuple(dict.fromkeys(x.clause for x in (a, b) if x is not None and x.clause))
            same = a is not None and b is not None and a.value == b.value
            found.append(Difference(path, _say(a), _say(b), clauses, same))
    return found


def _flatten(value: Any, path: str, clause: str = "") -> Iterator[tuple[str, _Shown]]:
    if isinstance(value, Fact):
        bounds, use = value.describe(), say_value(value.use)
        yield path, _Shown(use if bounds == use else f"{use} ({bounds})", value.clause, value.tier)
    elif isinstance(value, BaseModel):
        clause = getattr(value, "clause", "")
        for name, field in type(value).model_fields.items():
            inner, shown = getattr(value, name), field.alias or name
            inside = f"{path}.{shown}" if path else shown
            if name == "tier":
                yield inside, _Shown("", clause, inner)
            elif name not in ("clause", "fingerprint") and inner is not None and inner != ():
                yield from _flatten(inner, inside, clause)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flatten(inner, f"{path}.{key}", clause)
    elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        for i, inner in enumerate(value):
            yield from _flatten(inner, f"{path}.{i}", clause)
    else:
        yield path, _Shown(say_value(value), clause)


def _say(shown: _Shown | None) -> str | None:
    if shown is None:
        return None
    return " ".join(part for part in (shown.value, f"[{shown.tier}]" if shown.tier else "") if part)
