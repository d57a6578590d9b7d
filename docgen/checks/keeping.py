"""What several rules ask of a document in turn, found once and kept with it: what a cache kept would outlive the document."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from docgen.reading.layout import Layout

_Found = TypeVar("_Found")


def kept(find: Callable[[Layout], _Found]) -> Callable[[Layout], _Found]:
    """``find``, called once for each document."""

    @wraps(find)
    def ask(layout: Layout) -> _Found:
        memory = layout.kept
        if find not in memory:
            memory[find] = find(layout)
        found: _Found = memory[find]
        return found

    return ask
