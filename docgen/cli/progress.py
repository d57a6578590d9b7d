"""The progress bar: on a terminal's standard error stream only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from docgen.cli.speaking import say
from docgen.problems import Message, msg

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_BUILDING = msg("Building")


@contextmanager
def show_progress(wanted: bool, label: Message = _BUILDING) -> Iterator[Callable[[int, int], None] | None]:
    """Gives the function ``(done, total)`` that draws the bar, or ``None`` if none is ``wanted``."""
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as stack:
        bars: list[ProgressBar[int]] = []

        def draw(done: int, total: int) -> None:
            # The bar appears with the first document made: a build with nothing to do shows none.
            if not bars:
                bars.append(stack.enter_context(click.progressbar(length=total, label=say(label), file=sys.stderr)))
            bars[0].update(done - bars[0].pos)

        yield draw
