"""Entries of a rule set that do not fit together, and careful looks into data that may be broken."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from docgen.problems import Message, msg
from docgen.standards.merging import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """Entries that do not fit together. ``paths``: those of which any could be meant, the likeliest first."""

    paths: tuple[Path, ...]
    what: Message
    remedy: Message
    code: str = "standard-reference"


def at(data: Any, *path: str | int) -> Any:
    """What stands at ``path`` of nested mappings, ``None`` where nothing does."""
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def group_at(data: Any, *path: str) -> dict[str, Any]:
    """The mapping at ``path``, an empty one where there is none."""
    found = at(data, *path)
    return found if isinstance(found, dict) else {}


def items_in(value: Any) -> list[Any]:
    """The items of a list, none where ``value`` is no list."""
    return list(value) if isinstance(value, list | tuple) else []


def texts_in(value: Any) -> list[str]:
    """The texts in a list."""
    return [v for v in items_in(value) if isinstance(v, str)]


def number_in(value: Any) -> float | None:
    """The finite number that a text or number stands for."""
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def unknown(path: Path, name: str, known: Collection[str]) -> Fault:
    """A name at ``path`` that is none of ``known``."""
    what = msg('There is no "{name}" that could be named here.', name=name)
    return Fault((path,), what, msg("Use one of: {known}.", known=", ".join(sorted(known))))


def lacking(path: Path) -> Fault:
    """An entry that docgen cannot do without."""
    what = msg("{entry} is missing; docgen needs it.", entry=".".join(map(str, path)))
    return Fault((path,), what, msg("Add it; the rule sets beside this one show how."), "standard-missing")
