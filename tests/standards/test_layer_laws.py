"""Laws of layers over every open fact: they narrow, never contradict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.problems import DocgenError
from docgen.standards import Fact, Standard, apply_layer, load_standard, standard_names
from docgen.standards.facts import is_number

Path = tuple[str, ...]
#: forms of words have laws of their own, the head's sizes go together, a size is a whole or half number
FORMS = {"attendance", "total", "site", "site_plain", "site_bare", "table_unit"}


def open_facts(standard: Standard) -> Iterator[tuple[Path, Fact[Any]]]:
    for group in ("page", "head", "foot", "words", "titles"):
        held = getattr(standard, group)
        for name in type(held).model_fields:
            if isinstance(fact := getattr(held, name), Fact):
                yield (group, name), fact
    for name, component in standard.components.items():
        for field in type(component).model_fields:
            if isinstance(fact := getattr(component, field), Fact):
                yield ("components", name, field), fact


FACTS = [(load_standard(name), path, fact) for name in standard_names() for path, fact in open_facts(load_standard(name))]
NUMBERS = [entry for entry in FACTS if is_number(entry[2].use)]
BOUND = [entry for entry in FACTS if entry[2].tier in ("text", "sample")]


def set_to(path: Path, value: Any) -> dict[str, Any]:
    """A layer that sets one entry."""
    layer: Any = value
    for key in reversed(path):
        layer = {key: layer}
    return dict(layer)


def layered(standard: Standard, path: Path, value: Any) -> Fact[Any]:
    found: Any = apply_layer(standard, set_to(path, value))
    for key in path:
        found = found[key] if isinstance(found, dict) else getattr(found, key)
    assert isinstance(found, Fact)
    return found


def is_in_a_set(standard: Standard, path: Path) -> bool:
    return path[0] == "components" and path[1] in standard.head.set_of and path[2] == "size"


def in_bounds(fact: Fact[Any]) -> st.SearchStrategy[Any]:
    """Values that a file may show, in halves."""
    if fact.any is not None:
        return st.sampled_from(fact.any)
    if is_number(fact.use) and (fact.min is not None or fact.max is not None):
        low = fact.use if fact.min is None else fact.min
        high = low + 20 if fact.max is None else fact.max
        halves = [low, high, *(k / 2 for k in range(int(2 * low) + 1, int(2 * high) + 1) if low <= k / 2 <= high)]
        return st.sampled_from(halves)
    return st.just(fact.use)


def as_typed(value: Any) -> Any:
    """A value as it comes out of a YAML file, where every number is a text."""
    if isinstance(value, tuple):
        return [as_typed(one) for one in value]
    return repr(value) if is_number(value) else value


@given(st.sampled_from(FACTS).flatmap(lambda e: st.tuples(st.just(e), in_bounds(e[2]))))
def test_a_value_within_the_bounds_is_accepted_and_used(chosen: tuple[tuple[Standard, Path, Fact[Any]], Any]) -> None:
    (standard, path, fact), value = chosen
    if is_in_a_set(standard, path) and value != fact.use:
        with pytest.raises(DocgenError, match="do not go together"):
            layered(standard, path, as_typed(value))
        return
    narrowed = layered(standard, path, as_typed(value))
    assert narrowed.use == value
    assert narrowed.allows(value)
    assert (narrowed.min, narrowed.max, narrowed.any) == (None, None, None)
    assert (narrowed.clause, narrowed.tier) == (fact.clause, fact.tier)


@given(st.sampled_from(BOUND), st.integers(1, 400), st.sampled_from(["use", "plain", "min", "max", "any"]))
def test_a_value_outside_the_bounds_is_refused_with_the_clause(
    entry: tuple[Standard, Path, Fact[Any]], halves: int, key: str
) -> None:
    standard, path, fact = entry
    outside: Any = halves / 2
    if isinstance(fact.use, bool):
        outside = not fact.use
    elif isinstance(fact.use, int):
        outside = halves
    elif not is_number(fact.use):
        return
    if fact.allows(outside) or (key in ("min", "max") and (isinstance(fact.use, bool) or fact.any is not None)):
        return
    value = {"plain": outside, "any": {"any": [outside]}}.get(key, {key: outside})
    with pytest.raises(DocgenError) as caught:
        layered(standard, path, value)
    said = [str(p.what) for p in caught.value.problems]
    assert any(f"contradicts {fact.clause}" in what and fact.describe() in what for what in said), said


@given(st.sampled_from(NUMBERS), st.integers(0, 60), st.integers(0, 60))
def test_whatever_is_accepted_lies_within_what_was_allowed(entry: tuple[Standard, Path, Fact[Any]], low: int, high: int) -> None:
    """Narrowing: every value that the layered entry allows, the act's own entry allows as well."""
    standard, path, fact = entry
    try:
        narrowed = layered(standard, path, {"min": low / 2, "max": high / 2})
    except DocgenError:
        return
    assert narrowed.allows(narrowed.use)
    if fact.tier.binds:
        for value in (k / 4 for k in range(0, 160)):
            assert fact.allows(value) or not narrowed.allows(value)


@given(
    st.sampled_from([e for e in FACTS if e[2].tier in ("practice", "house") and isinstance(e[2].use, str)]), st.text(min_size=1)
)
def test_words_of_custom_are_free(entry: tuple[Standard, Path, Fact[Any]], words: str) -> None:
    standard, path, fact = entry
    if path[-1] in FORMS or "{" in fact.use or path[0] in ("components", "page") or words.encode("utf-8", "replace").decode() != words:
        return
    assert layered(standard, path, words).use == words
