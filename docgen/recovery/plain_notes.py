"""Footnotes of a text: their marks stay where they stand, their words are kept for the end of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.recovery.plain_kinds import opens
from docgen.recovery.plain_lines import FOOTNOTE, LeftOut, Line

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NOTE = re.compile(rf"(\[\^[^\]\s]+\]):\s*\S|([{_RAISED}]{{1,3}})\s?[^\W\d_]")
_ENDS = '.;!?…”"'


def take_footnotes(lines: Sequence[Line], left: list[LeftOut]) -> list[Line]:
    """``lines`` without those of footnotes, which go to ``left`` with their marks.

    A line is one if its mark stands somewhere else in the text as well; what its last line leaves open goes on over the next.
    """
    out: list[Line] = []
    note: Line | None = None
    for at, line in enumerate(lines):
        if _mark(line) and _is_referred(lines, at):
            _leave(note, left)
            note = line
        elif note is not None and not line.gap and not note.text.endswith(tuple(_ENDS)) and not opens(line):
            note = note.joined(line)
        else:
            _leave(note, left)
            note = None
            out.append(line)
    _leave(note, left)
    return out


def _mark(line: Line) -> str:
    match = _NOTE.match(line.text)
    return (match[1] or match[2]) if match else ""


def _is_referred(lines: Sequence[Line], at: int) -> bool:
    mark = _mark(lines[at])
    return any(mark in other.text[0 if i != at else len(mark) :] and _mark(other) != mark for i, other in enumerate(lines))


def _leave(note: Line | None, left: list[LeftOut]) -> None:
    if note is not None:
        left.append(LeftOut(note.text, FOOTNOTE, note.number))
