"""Agency layers: an organisation's own choices within what the act leaves open."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from docgen.problems import DocgenError, Place, Problem, msg
from docgen.standards.facts import Fact, Tier
from docgen.standards.loading import FACT_KEYS
from docgen.standards.model import Standard

Path = tuple[str, ...]
#: where a layer may set something; custom and house entries freely, the act's own only within its bounds
OPEN_GROUPS = ("page", "head", "foot", "components", "words", "titles", "types")
BOUNDS = ("min", "max", "any", "use")


def apply_layer(standard: Standard, layer: Mapping[str, Any], place_of: Callable[[Path], Place | None] = lambda path: None) -> Standard:
    """``standard`` narrowed by ``layer`` (nested plain data in the shape of a rule set's file).

    ``place_of`` gives the place of a path inside the layer for messages. ``extends`` must name this standard. Raises ``DocgenError`` with
    every entry that contradicts the act (its clause is named), is unknown, or is not open to a layer.
    """
    problems: list[Problem] = []
    raw = _plain(standard)
    entries = dict(layer)
    extends = entries.pop("extends", standard.name)
    if extends != standard.name:
        what = msg("the layer extends {extends}, the document follows {name}", extends=extends, name=standard.name)
        problems.append(Problem("standard-layer-base", what, msg("write a layer for {name}", name=standard.name), place_of(("extends",))))
    for path, value in _entries(entries, ()):
        try:
            _set(standard, raw, path, value)
        except _Refusal as refusal:
            problems.append(Problem("standard-layer", refusal.what, refusal.remedy, place_of(path)))
    if problems:
        raise DocgenError(problems)
    digest = hashlib.sha256((standard.fingerprint + json.dumps(layer, sort_keys=True, ensure_ascii=False, default=str)).encode())
    raw["fingerprint"] = digest.hexdigest()[:32]
    try:
        return Standard.model_validate(raw)
    except ValidationError as error:
        found = [
            Problem(
                "standard-layer",
                msg("layer entry {path}: {reason}", path=".".join(map(str, e["loc"])), reason=e["msg"]),
                msg("give a value of the same kind as the rule set's own"),
                place_of(tuple(map(str, e["loc"]))),
            )
            for e in error.errors(include_url=False)
        ]
        raise DocgenError(found) from None


class _Refusal(Exception):
    def __init__(self, what: Any, remedy: Any) -> None:
        self.what, self.remedy = what, remedy


def _entries(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """The single entries of a layer: a mapping of bounds is one entry, any other mapping a group."""
    is_group = isinstance(value, Mapping) and not (value and set(value) <= FACT_KEYS)
    if is_group:
        for key, inner in value.items():
            yield from _entries(inner, (*path, str(key)))
    else:
        yield path, value


def _plain(value: Any) -> Any:
    """A rule set as nested plain data, which can be changed and validated again."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return {fields[name].alias or name: _plain(getattr(value, name)) for name in fields}
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value


def _set(standard: Standard, raw: dict[str, Any], path: Path, value: Any) -> None:
    dotted = ".".join(path)
    if not path or path[0] not in OPEN_GROUPS:
        raise _Refusal(
            msg("a layer cannot set {path}", path=dotted), msg("a layer may set entries of: {groups}", groups=", ".join(OPEN_GROUPS))
        )
    if path[0] == "types":
        if len(path) != 4 or path[1] not in standard.types or path[2] != "titles":
            raise _Refusal(msg("a layer cannot set {path}", path=dotted), msg("of a type only `titles` are open to a layer"))
        raw["types"][path[1]]["titles"] = {**raw["types"][path[1]]["titles"], path[3]: value}
        return
    fact = _find(standard, path)
    if not isinstance(fact, Fact):
        raise _Refusal(
            msg("the rule set {name} has no entry {path}", name=standard.name, path=dotted),
            msg("`docgen standards show {name}` lists the entries", name=standard.name),
        )
    narrowed = _narrow(fact, value, dotted)
    holder: Any = raw
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = narrowed


def _find(standard: Standard, path: Path) -> Any:
    found: Any = standard
    for key in path:
        if isinstance(found, Mapping):
            found = found.get(key)
        elif isinstance(found, BaseModel) and key in type(found).model_fields:
            found = getattr(found, key)
        else:
            return None
    return found


def _narrow(fact: Fact[Any], value: Any, dotted: str) -> dict[str, Any]:
    given = dict(value) if isinstance(value, Mapping) else {"use": value}
    kind = type(fact)
    unknown = set(given) - set(BOUNDS)
    if unknown:
        raise _Refusal(
            msg("a layer cannot set {key} of {path}", key=", ".join(sorted(unknown)), path=dotted),
            msg("a layer gives values (use, min, max, any); clause and tier belong to the act"),
        )
    if "use" not in given:
        first = given.get("any") or [given.get("min", given.get("max"))]
        given["use"] = fact.use if kind.model_validate({**given, "use": first[0]}).allows(fact.use) else first[0]
    try:
        wanted = kind.model_validate({**given, "clause": fact.clause, "tier": fact.tier})
    except ValidationError as error:
        raise _Refusal(
            msg("layer entry {path}: {reason}", path=dotted, reason=error.errors()[0]["msg"]), msg("give a value like {use}", use=fact.use)
        ) from None
    edges = [e for e in (wanted.use, wanted.min, wanted.max, *(wanted.any or ())) if e is not None]
    if fact.tier is not Tier.HOUSE and fact.tier is not Tier.PRACTICE and not all(fact.allows(e) for e in edges):
        raise _Refusal(
            msg(
                "{path}: {value} contradicts {clause}, which allows {allowed}",
                path=dotted,
                value=wanted.describe(),
                clause=fact.clause,
                allowed=fact.describe(),
            ),
            msg("choose a value within {allowed}", allowed=fact.describe()),
        )
    return wanted.model_dump()
