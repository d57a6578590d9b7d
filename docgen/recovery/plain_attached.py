"""Texts issued with a document (kèm theo) that no label of an appendix opens: a title, the line of reference, the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.reading.words import load_words
from docgen.recovery.plain_kinds import is_appendix, is_name, is_office, is_type, opening_of, opens_foot
from docgen.recovery.plain_lines import Item, Line

#: lines that a title above the line of reference has at most
_LINES = 8
#: letters that one of them has at most
_LONG = 160


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an appendix among items: its first line, and the line that begins its reference."""

    first: int
    reference: int


def find_head(items: Sequence[Item], first: int) -> Head | None:
    """The first head behind ``first`` that has a line of reference; a label above it is its first line."""
    for at in range(first, len(items)):
        item = items[at]
        if isinstance(item, Line) and is_reference(item):
            return Head(_first_above(items, at, first), at)
    return None


def is_reference(line: Line) -> bool:
    """Whether a line says with which document this text is issued."""
    return load_words().reference.match(line.words) is not None


def is_open_reference(line: Line) -> bool:
    """Whether a reference goes on behind this line: its bracket is not closed."""
    return is_reference(line) and not any(c in line.text for c in ")]")


def _first_above(items: Sequence[Item], at: int, first: int) -> int:
    """The first line of the title above line ``at``: a label, else the name of a type, else the lines right above it."""
    known = load_words()
    near, typed = at, False
    for here in range(at - 1, max(first, at - _LINES) - 1, -1):
        item = items[here]
        if not isinstance(item, Line) or not _may_title(item):
            break
        if is_appendix(item):
            return here
        if is_type(item, known):
            near, typed = here, True
        if typed:
            continue
        below = items[here + 1]
        if near == here + 1 and (not below.gap or item.is_capital):
            near = here
    return near


def _may_title(line: Line) -> bool:
    if line.is_rule:
        return True
    signed = is_office(line) or is_name(line) or opens_foot(line)
    return not signed and opening_of(line) is None and len(line.text) <= _LONG and line.text[-1] not in ".;:,"
