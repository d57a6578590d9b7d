"""Rule set files as nested plain data: sources handed down, defaults filled in, an edition laid over its base."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from fnmatch import translate
from functools import cache
from typing import Any, get_args

from docgen.sources import Mapping as MappingNode
from docgen.sources import Node, Scalar
from docgen.sources import Sequence as SequenceNode
from docgen.standards.facts import Data, Fact, Tier
from docgen.standards.model import Standard

Raw = dict[str, Any]
Path = tuple[str | int, ...]
SOURCE = ("clause", "tier")


def to_raw(node: Node, absent: list[Scalar]) -> Any:
    """A node as plain data: mappings, lists and texts; ``null`` and what is absent are ``None``, this kept in ``absent``."""
    if isinstance(node, MappingNode):
        return {entry.key.value: to_raw(entry.value, absent) for entry in node.entries}
    if isinstance(node, SequenceNode):
        return [to_raw(item, absent) for item in node.items]
    assert isinstance(node, Scalar)
    if node.value and node.value != "null":
        return node.value
    if node.is_absent:
        absent.append(node)
    return None if node.is_absent or node.is_plain else node.value


def lay_over(base: Raw, over: Raw) -> Raw:
    """``base`` with the entries of ``over``: groups are merged, a fact with ``use`` and a list replace, ``None`` takes away."""
    merged = dict(base)
    for key, value in over.items():
        held = merged.get(key)
        if value is None:
            merged.pop(key, None)
        elif isinstance(held, dict) and isinstance(value, dict) and "use" not in value:
            merged[key] = lay_over(held, value)
        else:
            merged[key] = value
    return merged


def complete(raw: Raw) -> Raw:
    """``raw`` in its long form: facts as mappings with their owner's clause and tier, types with what all types share."""
    filled = dict(raw)
    defaults, types = filled.pop("type_defaults", None), filled.get("types")
    if isinstance(defaults, dict) and isinstance(types, dict):
        filled["types"] = {name: {**defaults, **kind} if isinstance(kind, dict) else kind for name, kind in types.items()}
    elif defaults is not None and not isinstance(defaults, dict):
        filled["type_defaults"] = defaults
    return _complete(filled, Standard)


def demote(normal: Raw, over: Raw, confirmed: Collection[str]) -> list[str]:
    """Give the tier ``practice`` to what an edition takes over without a witness of its own.

    Witnesses are a tier in the edition's file ``over``, and ``confirmed``: paths with ``*`` for anything. Returns those of
    ``confirmed`` that name no entry.
    """
    entries = {".".join(path): entry for path, entry in _with_tier(normal, ())}
    witnessed = {".".join(path) for path, _ in _with_tier(over, ())}
    idle = []
    for pattern in confirmed:
        # not fnmatch.filter, which takes capitals and small letters for the same on some systems
        named = set(filter(re.compile(translate(pattern)).match, entries)) | (entries.keys() & {pattern.removesuffix(".*")})
        witnessed |= named
        if not named:
            idle.append(pattern)
    for dotted, entry in entries.items():
        if entry["tier"] in (Tier.TEXT, Tier.SAMPLE) and dotted not in witnessed:
            entry["tier"] = str(Tier.PRACTICE)
    return idle


def _complete(raw: Raw, model: type[Data]) -> Raw:
    filled = {}
    parts = _parts(model)
    for key, value in raw.items():
        part, several = parts.get(key, (None, False))
        if part is None or value is None:
            filled[key] = value
        elif issubclass(part, Fact):
            filled[key] = _complete_fact(value, raw)
        elif several and isinstance(value, dict):
            filled[key] = {name: _complete(one, part) if isinstance(one, dict) else one for name, one in value.items()}
        else:
            filled[key] = _complete(value, part) if isinstance(value, dict) else value
    return filled


def _complete_fact(value: Any, owner: Mapping[str, Any]) -> Raw:
    fact = dict(value) if isinstance(value, dict) else {"use": value}
    for key in SOURCE:
        if key not in fact and key in owner:
            fact[key] = owner[key]
    return fact


@cache
def _parts(model: type[Data]) -> dict[str, tuple[type[Data], bool]]:
    """The fields of ``model`` that hold facts or entries of their own, and whether they hold several by name."""
    found = {}
    for name, field in model.model_fields.items():
        for part in (field.annotation, *get_args(field.annotation)):
            if isinstance(part, type) and issubclass(part, Data):
                found[field.alias or name] = (part, part is not field.annotation and not _is_optional(field.annotation))
    return found


def _is_optional(annotation: Any) -> bool:
    return type(None) in get_args(annotation)


def _with_tier(raw: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Raw]]:
    """The entries that say of which tier they are, with their paths."""
    if not isinstance(raw, dict):
        return
    if "tier" in raw:
        yield path, raw
    for key, value in raw.items():
        yield from _with_tier(value, (*path, str(key)))
