"""What came and went in a container whose last end can do neither."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docgen.recovery.differences.blocks import Block
from docgen.recovery.differences.pairing import Step

if TYPE_CHECKING:
    from lxml import etree


def join_last(steps: Sequence[Step]) -> list[Step]:
    """The last end of a container cannot come or go: where both happen behind the last kept block, the last two are one."""
    out = list(steps)
    start = next((n + 1 for n in range(len(out) - 1, -1, -1) if out[n].old is not None and out[n].new is not None), 0)
    tail = out[start:]
    gone = next((n for n in range(len(tail) - 1, -1, -1) if tail[n].new is None), None)
    come = next((n for n in range(len(tail) - 1, -1, -1) if tail[n].old is None), None)
    if gone is None or come is None:
        return out
    old, new = tail[gone].old, tail[come].new
    assert old is not None
    assert new is not None
    if old.paragraph is None or new.paragraph is None:
        return out
    rest = [step for n, step in enumerate(tail) if n not in (gone, come)]
    return [*out[:start], *rest, Step(old, new)]


def find_shift(steps: Sequence[Step]) -> int | None:
    """Where something came or went at the end of a container: the step before it, whose end is marked for the last one's."""
    kept = next((n for n in range(len(steps) - 1, -1, -1) if steps[n].old is not None and steps[n].new is not None), None)
    if kept is None or kept == len(steps) - 1:
        return None
    blocks = [block for step in steps[kept:] for block in (step.old, step.new) if block is not None]
    return kept if all(block.paragraph is not None for block in blocks) else None


def list_following(steps: Sequence[Step]) -> list[etree._Element | None]:
    """For each step the element of the next block of the new document."""
    out: list[etree._Element | None] = []
    element: etree._Element | None = None
    for step in reversed(steps):
        out.append(element)
        if step.new is not None:
            element = element_of(step.new)
    return out[::-1]


def element_of(block: Block) -> etree._Element:
    """The ``w:p`` or ``w:tbl`` of a block."""
    if block.paragraph is not None:
        return block.paragraph.element
    assert block.table is not None
    return block.table.element
