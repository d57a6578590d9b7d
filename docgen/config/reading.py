"""A tree of nodes becomes a validated record: every problem of its shape at once, and what is left when those places are
left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from docgen.config.complaints import complain, complain_duplicate, complain_empty
from docgen.config.data import Data, Fields, Items, Leaf, Spot, child_pointer
from docgen.config.keys import english_key, known_keys
from docgen.config.records import KIND_SIGN, Record, Shape, field_shape, shape_of
from docgen.problems import Problem
from docgen.sources import Entry, Mapping, Node, Scalar, Sequence, SourceText, comment_behind, is_number_or_switch

R = TypeVar("R", bound=Record)
_MOST_ROUNDS = 20
#: kinds of unions that a text may be as well
TEXT_OR_KEYS = frozenset(f"{KIND_SIGN}{kind}" for kind in ("mapping", "task", "group"))


def read_record(source: SourceText, root: Node, record: type[R], prefix: str = "") -> tuple[R | None, list[Problem]]:
    """Validate the tree ``root`` of ``source`` as ``record``; pointers begin with ``prefix``.

    Gives the record and every problem of shape. What is wrong is left out of the record, so that the rest can be looked at
    as well; the record is
    ``None`` when nothing usable is left.
    """
    problems: list[Problem] = []
    data = to_data(source, root, Shape((record,)), prefix, problems)
    if data is None:
        return None, problems
    adapter = _adapter(record)
    for rounds in range(_MOST_ROUNDS):
        try:
            found: R = adapter.validate_python(data)
            return found, problems
        except ValidationError as error:
            details = error.errors(include_url=False)
            if not rounds:
                # unknown keys first: one that was misspelt is not missing as well
                ordered = sorted(details, key=lambda d: d["type"] != "extra_forbidden")
                problems += [p for d in ordered if (p := _problem(data, d, record)) is not None]
            if not _prune(data, details):
                return None, problems
    return None, problems


def join_problems(syntax: Iterable[Problem], shape: Iterable[Problem]) -> list[Problem]:
    """What is wrong with a file as YAML and as a record; of brackets where a text belongs only that no list belongs there."""
    found = list(shape)
    brackets = {_start(problem) for problem in found if problem.code == "yaml-text-expected"}
    return [*(p for p in syntax if p.code != "yaml-flow" or _start(p) not in brackets), *found]


def _start(problem: Problem) -> tuple[int | None, int | None] | None:
    return (problem.place.line, problem.place.column) if problem.place else None


def to_data(source: SourceText, node: Node, shape: Shape, pointer: str, problems: list[Problem]) -> Data | None:
    """``node`` as data under English keys. Empty places are left out and, where they may not be empty, named in ``problems``."""
    spot = Spot(source, node, pointer)
    if isinstance(node, Scalar):
        # most texts end their line; only what follows on it can be a comment
        if shape.words and source.text[node.end : node.end + 1] in (" ", "\t") and is_number_or_switch(node.value):
            cut = comment_behind(source, node, known_keys())
            problems += [cut] if cut is not None else []
        return Leaf.at(node.value, spot)
    if isinstance(node, Sequence):
        return _list(source, node, shape, pointer, problems)
    assert isinstance(node, Mapping)
    fields = Fields.at(spot)
    records = shape.records
    free = None if records else shape.values
    lists_with_blanks = _lists_with_blanks(records)
    for entry in node.entries:
        key = _key(records, entry, fields, problems) if free is None else entry.key.value
        if key is None:
            fields.cut = True
            continue
        fields.keys_at[key] = entry.key
        below = child_pointer(pointer, key)
        inner = field_shape(records, key) if free is None else shape_of(free)
        if _is_empty(entry.value):
            fields.empty.add(key)
            fields.cut = True
            if not any(key in r.MAY_BE_EMPTY for r in records):
                problems.append(complain_empty(Spot(source, entry.key, below), entry.key.value))
            continue
        value = _value(source, entry.value, inner, below, problems, key in lists_with_blanks)
        if value is not None:
            fields[key] = value
    return fields


def _key(records: tuple[type[Record], ...], entry: Entry, fields: Fields, problems: list[Problem]) -> str | None:
    key = _english(records, entry.key.value)
    first = fields.keys_at.get(key)
    if first is None:
        return key
    problems.append(complain_duplicate(fields.spot.source, entry.key, first, child_pointer(fields.spot.pointer, key)))
    return None


@lru_cache(maxsize=4096)
def _english(records: tuple[type[Record], ...], typed: str) -> str:
    return next((key for record in records if (key := english_key(record.KIND, typed))), typed)


@cache
def _lists_with_blanks(records: tuple[type[Record], ...]) -> frozenset[str]:
    return frozenset().union(*(record.EMPTY_ITEMS for record in records))


def _value(source: SourceText, node: Node, shape: Shape, pointer: str, problems: list[Problem], blank: bool) -> Data | None:
    if blank and isinstance(node, Sequence):
        return _list(source, node, shape, pointer, problems, blank=True)
    return to_data(source, node, shape, pointer, problems)


def _list(source: SourceText, node: Sequence, shape: Shape, pointer: str, problems: list[Problem], blank: bool = False) -> Items:
    items = Items.at([], Spot(source, node, pointer))
    inner = shape_of(shape.items)
    for i, item in enumerate(node.items):
        below = child_pointer(pointer, i)
        if _is_empty(item) and not (blank and isinstance(item, Scalar)):
            problems.append(complain_empty(Spot(source, item, below), None))
            items.cut = True
            continue
        value = _value(source, item, inner, below, problems, blank)
        if value is not None:
            items.append(value)
    return items


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return not node.value.strip()
    return not (node.items if isinstance(node, Sequence) else node.entries)


@cache
def _adapter(record: type[R]) -> TypeAdapter[R]:
    return TypeAdapter(record)


def _steps(detail: ErrorDetails) -> list[str | int]:
    return [s for s in detail["loc"] if not (isinstance(s, str) and s.startswith(KIND_SIGN))]


def _problem(data: Any, detail: ErrorDetails, record: type[Record]) -> Problem | None:
    holder, shape = data, Shape((record,))
    steps = _steps(detail)
    for step in steps[:-1]:
        holder, shape = holder[step], _inner(shape, step)
    inner = _inner(shape, steps[-1]) if steps else shape
    was_text = any(tag in detail["loc"][-2:-1] for tag in TEXT_OR_KEYS)
    return complain(detail, holder, steps[-1] if steps else None, shape, inner, was_text)


def _inner(shape: Shape, step: str | int) -> Shape:
    if isinstance(step, int):
        return shape_of(shape.items)
    return field_shape(shape.records, step) if shape.records else shape_of(shape.values)


def _prune(data: Any, details: list[ErrorDetails]) -> bool:
    """Take what is wrong out of ``data``, list items from behind; ``False`` when the root itself is wrong."""
    for steps in sorted((_steps(d)[: -1 if d["type"] == "missing" else None] for d in details), key=_from_behind, reverse=True):
        if not steps:
            return False
        holder = data
        for step in steps[:-1]:
            if not _has(holder, step):
                break
            holder = holder[step]
        else:
            if _has(holder, steps[-1]):
                del holder[steps[-1]]
                holder.cut = True
    return True


def _from_behind(steps: list[str | int]) -> list[tuple[bool, int, str]]:
    return [(isinstance(s, int), s if isinstance(s, int) else 0, str(s)) for s in steps]


def _has(holder: Any, step: str | int) -> bool:
    return step in holder if isinstance(holder, dict) else isinstance(step, int) and step < len(holder)
