"""Python's garbage collector, which costs more than the work where one step makes much and keeps it all."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let the collector rest inside the block; where it rests already it goes on resting behind it.

    For one file at a time: what the block leaves behind is only collected after it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
