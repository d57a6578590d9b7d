"""The files by name: each is registered by its builder."""

from __future__ import annotations

from collections.abc import Callable

PAPERS: dict[str, Callable[[], bytes]] = {}


def paper(build: Callable[[], bytes]) -> Callable[[], bytes]:
    """Register a builder under its own name."""
    PAPERS[build.__name__] = build
    return build
