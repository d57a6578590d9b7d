"""A rule set cannot be changed, has a hash, and goes to another process and back."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from docgen.standards import Fact, Standard, apply_layer, load_standard, standard_names
from docgen.standards.frozen import FrozenMap
from tests.standards.files import SHIPPED, Folder


def inside(value: Any) -> Iterator[Any]:
    """``value`` and everything in it."""
    yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from inside(getattr(value, name))
    elif isinstance(value, dict):
        for one in value.values():
            yield from inside(one)
    elif isinstance(value, tuple | list | set):
        for one in value:
            yield from inside(one)


@pytest.fixture(params=standard_names())
def standard(request: pytest.FixtureRequest) -> Standard:
    return load_standard(request.param)


def test_nothing_in_a_rule_set_can_be_changed(standard: Standard) -> None:
    for value in inside(standard):
        assert not isinstance(value, list | set)
        if isinstance(value, dict):
            assert type(value) is FrozenMap
        elif isinstance(value, BaseModel):
            name = next(iter(type(value).model_fields))
            with pytest.raises(ValidationError):
                setattr(value, name, getattr(value, name))


def test_everything_in_a_rule_set_has_a_hash(standard: Standard) -> None:
    for value in inside(standard):
        assert isinstance(hash(value), int)


def test_a_rule_set_comes_back_from_a_pickle_as_it_was(standard: Standard) -> None:
    again = pickle.loads(pickle.dumps(standard))
    assert again == standard
    assert hash(again) == hash(standard)
    assert type(again.components) is FrozenMap
    assert type(again.components["body"].size) is type(standard.components["body"].size)
    assert copy.deepcopy(standard) == standard
    for value in inside(standard):
        if isinstance(value, Fact):
            assert pickle.loads(pickle.dumps(value)) == value


def size_of_body(standard: Standard) -> tuple[float, str]:
    return standard.components["body"].size.use, standard.fingerprint


def test_a_rule_set_with_a_layer_goes_to_a_fresh_process_and_back() -> None:
    layered = apply_layer(load_standard("nd30"), {"components": {"body": {"size": "13"}}})
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(size_of_body, layered).result() == (13, layered.fingerprint)
        assert pool.submit(copy.copy, layered).result() == layered


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.__setitem__("a", 2),
        lambda m: m.__delitem__("a"),
        lambda m: m.update(b=2),
        lambda m: m.pop("a"),
        lambda m: m.popitem(),
        lambda m: m.clear(),
        lambda m: m.setdefault("b", 2),
        lambda m: m.__ior__({"b": 2}),
    ],
)
def test_a_frozen_map_refuses_every_change(change: Any) -> None:
    frozen = FrozenMap({"a": 1})
    with pytest.raises(TypeError):
        change(frozen)
    assert frozen == {"a": 1}
    assert list(frozen) == ["a"]


def test_equal_frozen_maps_have_equal_hashes() -> None:
    assert hash(FrozenMap({"a": 1, "b": 2})) == hash(FrozenMap({"b": 2, "a": 1}))
    assert FrozenMap({"a": 1}) != FrozenMap({"a": 2})


def test_the_fingerprint_follows_the_values_only(tmp_path: Path) -> None:
    text = (SHIPPED / "nd30.yaml").read_text("utf-8")
    folder = Folder.made_in(tmp_path)
    (tmp_path / "nd30.yaml").write_bytes(b"\xef\xbb\xbf# a comment\n" + text.replace("\n", "\r\n").encode())
    assert folder.read("nd30").fingerprint == load_standard("nd30").fingerprint
    folder.write("nd30", text.replace('gap: "      "', 'gap: "     "'))
    assert folder.read("nd30").fingerprint != load_standard("nd30").fingerprint


def test_fingerprints_differ_from_rule_set_to_rule_set() -> None:
    assert len({load_standard(name).fingerprint for name in standard_names()}) == len(standard_names())


def test_a_change_in_the_base_changes_the_edition(tmp_path: Path) -> None:
    folder = Folder.made_in(tmp_path).change("hd05", "row_gap: {use: 3", "row_gap: {use: 4")
    assert folder.read("hd36").fingerprint != load_standard("hd36").fingerprint
