"""Agency layers: an organisation's own choices within what the act leaves open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from docgen.problems import DocgenError, Message, Place, Problem, msg
from docgen.standards.consistency import find_faults
from docgen.standards.explaining import explain, path_of
from docgen.standards.facts import Fact, is_number, say_value
from docgen.standards.faults import number_in
from docgen.standards.loading import with_fingerprint
from docgen.standards.measures import allows
from docgen.standards.model import Standard, Titles

Path = tuple[str, ...]
#: where a layer may set something; custom and house entries freely, the act's own only within its bounds
OPEN_GROUPS = ("page", "head", "foot", "components", "words", "titles", "types")
VALUES = ("use", "min", "max", "any")


def apply_layer(
    standard: Standard, layer: Mapping[str, Any], place_of: Callable[[Path], Place | None] = lambda path: None
) -> Standard:
    """``standard`` narrowed by ``layer`` (nested plain data in the shape of a rule set's file).

    ``place_of`` gives the place of a path inside the layer for messages. ``extends``, where it stands, must name this standard.
    Raises ``DocgenError`` with every entry that contradicts the act (its clause is named), is unknown, or is not open to a layer.
    """
    entries = dict(layer)
    extends = entries.pop("extends", standard.name)
    if extends != standard.name:
        what = msg("The layer extends {extends}, the document follows {name}.", extends=str(extends), name=standard.name)
        remedy = msg("Write a layer for {name}.", name=standard.name)
        raise DocgenError(Problem("standard-layer-base", what, remedy, place_of(("extends",))))
    raw = standard.model_dump(by_alias=True)
    problems: list[Problem] = []
    done: list[Path] = []
    for path, found, value in _entries(standard, entries, (), problems, place_of):
        try:
            _put(raw, path, _narrow(found, value, path))
            done.append(path)
        except _Refusal as refusal:
            problems.append(Problem("standard-layer", refusal.what, refusal.remedy, place_of(refusal.path)))
    _drop_smaller_set(raw)
    for fault in find_faults(raw):
        blamed = next((path for path in fault.paths if any(path[: len(p)] == p for p in done)), fault.paths[0])
        place = place_of(tuple(map(str, blamed)))
        problems.append(Problem("standard-layer", fault.what, fault.remedy, place))
    if problems:
        raise DocgenError(problems)
    return with_fingerprint(Standard.model_validate(raw))


class _Refusal(Exception):
    """An entry that the layer may not have."""

    def __init__(self, path: Path, what: Message, remedy: Message) -> None:
        super().__init__(str(what))
        self.path, self.what, self.remedy = path, what, remedy


def _entries(
    found: Any, value: Any, path: Path, problems: list[Problem], place_of: Callable[[Path], Place | None]
) -> Iterator[tuple[Path, Fact[Any] | None, Any]]:
    """The single entries of a layer with the facts they narrow; titles of a type have none."""
    dotted = ".".join(path)
    if isinstance(found, Fact):
        yield path, found, value
        return
    if len(path) == 4 and path[0] == "types" and path[2] == "titles" and path[3] in Titles.model_fields:
        yield path, None, value
        return
    if len(path) == 1 and path[0] not in OPEN_GROUPS:
        what = msg("A layer cannot set {path}.", path=dotted)
        remedy = msg("Open to a layer are: {groups}.", groups=", ".join(OPEN_GROUPS))
        problems.append(Problem("standard-layer", what, remedy, place_of(path)))
    elif len(path) == 3 and path[0] == "types" and path[2] != "titles":
        what, remedy = msg("A layer cannot set {path}.", path=dotted), msg("Of a type only `titles` are open to a layer.")
        problems.append(Problem("standard-layer", what, remedy, place_of(path)))
    elif not isinstance(found, BaseModel | Mapping):
        what = msg("The rule set has no entry {path} that a layer could set.", path=dotted)
        remedy = msg("Correct the name; what the act fixes by name only, no layer can change.")
        problems.append(Problem("standard-layer", what, remedy, place_of(path)))
    elif not isinstance(value, Mapping):
        what = msg("{path} is a group of entries.", path=dotted)
        problems.append(Problem("standard-layer", what, msg("Write its entries below it."), place_of(path)))
    else:
        for key, inner in value.items():
            yield from _entries(_step(found, str(key)), inner, (*path, str(key)), problems, place_of)


def _step(found: Any, key: str) -> Any:
    if isinstance(found, Mapping):
        return found.get(key)
    return getattr(found, key) if key in type(found).model_fields else None


def _put(raw: Any, path: Path, value: Any) -> None:
    for key in path[:-1]:
        raw = raw[key]
    raw[path[-1]] = value


def _narrow(fact: Fact[Any] | None, value: Any, path: Path) -> Any:
    """The entry as the layer wants it, in its long form. Raises ``_Refusal``."""
    dotted = ".".join(path)
    if fact is None:
        if isinstance(value, str) and value.strip():
            return value
        raise _Refusal(path, msg("{path}: a text belongs here.", path=dotted), msg("Write the title."))
    given = dict(value) if isinstance(value, Mapping) else {"use": value}
    for key in given:
        if key not in VALUES:
            remedy = msg("A layer gives values (use, min, max, any); clause and tier belong to the act.")
            raise _Refusal((*path, str(key)), msg("A layer cannot set {key} of {path}.", key=str(key), path=dotted), remedy)
    if not given or None in given.values():
        raise _Refusal(path, msg("{path}: a value is missing.", path=dotted), _like(fact))
    if is_number(fact.use) and any(isinstance(v, bool) for v in given.values()):
        raise _Refusal(path, msg("{path}: a number belongs here.", path=dotted), _like(fact))
    if fact.tier.binds:
        given = _within(fact, given, path)
    given.setdefault("use", _first_allowed(fact, given))
    try:
        wanted = type(fact).model_validate({**given, "clause": fact.clause, "tier": fact.tier})
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        inner = path_of(detail)
        what, _ = explain(detail, (*path, *(step for step in inner if step != "use")))
        written = list(value) if isinstance(value, Mapping) else ["use"]
        key = str(inner[0]) if inner and inner[0] in written else str(written[0])
        raise _Refusal((*path, key), what, _like(fact)) from None
    if fact.tier.binds:
        for key in VALUES:
            edge = getattr(wanted, key)
            for one in edge if key == "any" and edge else () if edge is None else (edge,):
                if not fact.allows(one):
                    raise _contradicts(fact, one, (*path, key))
    return wanted.model_dump()


def _within(fact: Fact[Any], given: dict[str, Any], path: Path) -> dict[str, Any]:
    """``given`` with the act's own bounds where the layer leaves one open, so that a minimum alone opens no end."""
    if "any" in given or not ("min" in given or "max" in given):
        return given
    if fact.any is not None:
        listed = [v for v in fact.any if _lies_between(v, given, path)]
        if not listed:
            raise _contradicts(fact, given.get("min", given.get("max")), path)
        return {**({"use": given["use"]} if "use" in given else {}), "any": listed}
    for key in ("min", "max"):
        number = number_in(given.get(key))
        if number is not None and not fact.allows(number):
            raise _contradicts(fact, number, (*path, key))
    bounds = {"min": fact.min, "max": fact.max}
    if fact.min is None and fact.max is None and is_number(fact.use):
        bounds = {"min": fact.use, "max": fact.use}
    return {**{key: value for key, value in bounds.items() if value is not None}, **given}


def _lies_between(value: Any, given: dict[str, Any], path: Path) -> bool:
    try:
        low, high = float(given.get("min", "-inf")), float(given.get("max", "inf"))
    except (TypeError, ValueError):
        what = msg("{path}: min and max are numbers.", path=".".join(path))
        raise _Refusal(path, what, msg("Write numbers.")) from None
    return is_number(value) and low <= value <= high


def _first_allowed(fact: Fact[Any], given: dict[str, Any]) -> Any:
    """The value to write where the layer gives bounds only: the rule set's own if it lies within them."""
    edges = list(given["any"]) if isinstance(given.get("any"), list | tuple) else [given.get("min", given.get("max"))]
    for value in (fact.use, *edges):
        try:
            type(fact).model_validate({**given, "use": value, "clause": fact.clause, "tier": fact.tier})
        except ValidationError:
            continue
        return value
    return fact.use


def _contradicts(fact: Fact[Any], value: Any, path: Path) -> _Refusal:
    dotted = ".".join(step for step in path if step != "use")
    what = msg(
        "{path}: {value} contradicts {clause}, which allows {allowed}.",
        path=dotted,
        value=say_value(value),
        clause=fact.clause,
        allowed=fact.describe(),
    )
    return _Refusal(path, what, msg("Choose a value within {allowed}.", allowed=fact.describe()))


def _like(fact: Fact[Any]) -> Message:
    return msg("Give a value like {use}.", use=say_value(fact.use))


def _drop_smaller_set(raw: Any) -> None:
    """Take away the smaller set of sizes where the layer has fixed a size that is not in it."""
    head = raw["head"]
    smaller = head["smaller_set"]
    if smaller is not None:
        facts = [raw["components"][name]["size"] for name in head["set_of"]]
        if not all(allows(fact, size) for fact, size in zip(facts, smaller["use"], strict=True)):
            head["smaller_set"] = None
