from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from docgen.jobs.collecting import without_collecting


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


def _fail() -> None:
    with without_collecting():
        raise ValueError


def test_the_collector_rests_inside_the_block_only() -> None:
    gc.enable()
    with without_collecting():
        assert not gc.isenabled()
        with without_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error() -> None:
    gc.enable()
    with pytest.raises(ValueError, match=r"^$"):
        _fail()
    assert gc.isenabled()


def test_who_has_switched_it_off_keeps_it_off() -> None:
    gc.disable()
    with without_collecting():
        assert not gc.isenabled()
    assert not gc.isenabled()
