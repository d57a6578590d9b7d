"""Time taken by several things in turns, so that a slow moment of the machine hits them alike."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]


def time_in_turns(candidates: Sequence[Callable[[], object]], rounds: int, runs: int = 1) -> list[float]:
    """The median seconds of each candidate over ``rounds`` of A, B, … A, B, …; each is run once before, untimed.

    ``runs`` is how often a candidate runs when it is its turn. Where that is several times, one more run before them is not
    timed: the first is slow for what the candidate before it left in the processor's cache and in the allocator. What a
    candidate leaves to Python's garbage collector counts as its own time, and is all that the collector looks at then.
    """
    for candidate in candidates:
        candidate()
    gc.collect()
    gc.freeze()
    taken: list[list[float]] = [[] for _ in candidates]
    for _ in range(rounds):
        for candidate, times in zip(candidates, taken, strict=True):
            if runs > 1:
                candidate()
            start = perf_counter()
            for _ in range(runs):
                candidate()
            gc.collect()
            times.append((perf_counter() - start) / runs)
    gc.unfreeze()
    return [median(times) for times in taken]


def python(*arguments: str) -> Callable[[], None]:
    """A whole process of this interpreter in the checkout; raises ``CalledProcessError`` with its output when it fails."""

    def run() -> None:
        subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)

    return run


def in_ms(seconds: float) -> str:
    return f"{seconds * 1000:.3g} ms"
