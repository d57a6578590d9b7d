"""Tabs in a text: between the cells of a table, between columns, behind a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

#: columns between two stops, and blanks that a tab between words leaves at least: what ``plain_columns`` takes for a gap
_TAB, _GAP = 8, 3
#: a tab behind the number or the dash that begins a line
_MARK = re.compile(r"^(\s*(?:[-–+*•]|[\w.]{1,6}[.)]))\t+(?=\S)")
#: cells that the first row of a table has at least
_CELLS = 3
#: spaces between the columns of a table that was set with them
COLUMN_GAP = re.compile(r"\s{3,}")


def set_tabs(lines: Sequence[str]) -> list[str]:
    """``lines`` without tabs: rows of cells as ``| … | … |``, other tabs as gaps."""
    spread: list[str] = []
    for rows, group in groupby(lines, lambda line: len(_cells(line)) > 1 and line.strip().count("\t") >= 1):
        run = list(group)
        spread += map(format_row, map(_cells, run)) if rows and _is_table(run) else map(_spread, run)
    return spread


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.rstrip().split("\t")] if line.strip() else []


def _is_table(run: Sequence[str]) -> bool:
    """Whether lines with tabs are rows: the first has a word in each of three cells or more, others have no more cells."""
    first = _cells(run[0])
    return len(run) > 1 and len(first) >= _CELLS and all(first) and all(len(_cells(line)) <= len(first) for line in run[1:])


def format_row(cells: Iterable[str]) -> str:
    """A row of a table as ``| … | … |``; upright lines in its cells are blanks."""
    return f"| {' | '.join(cell.replace('|', ' ') for cell in cells)} |"


def _spread(line: str) -> str:
    if "\t" not in line:
        return line
    line = _MARK.sub(r"\1 ", line, count=1)
    out = ""
    for i, part in enumerate(line.split("\t")):
        if i:
            stop = (len(out) // _TAB + 1) * _TAB
            out = out.ljust(stop if stop - len(out) >= _GAP or not out.strip() else stop + _TAB)
        out += part
    return out
