"""Tabs and columns of spaces in a text: between the cells of a table, between columns, behind a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

#: columns between two stops, and blanks that a tab between words leaves at least: what ``plain_columns`` takes for a gap
_TAB, _GAP = 8, 3
#: a tab behind the number or the dash that begins a line
_MARK = re.compile(r"^(\s*(?:[-–+*•]|[\w.]{1,6}[.)]))\t+(?=\S)")
#: cells that the first row of a table has at least
_CELLS = 3
#: spaces between the columns of a table that was set with them
COLUMN_GAP = re.compile(r"\s{3,}")


def set_tabs(lines: Sequence[str]) -> list[str]:
    """``lines`` without tabs: rows of cells as ``| … | … |``, other tabs as gaps. Rows set with spaces become such rows, too."""
    spread: list[str] = []
    for rows, group in groupby(lines, lambda line: len(_cells(line)) > 1 and line.strip().count("\t") >= 1):
        run = list(group)
        spread += map(_row, map(_cells, run)) if rows and _is_table(run) else map(_spread, run)
    out: list[str] = []
    for columns, group in groupby(spread, lambda line: len(list(_columns(line)))):
        run = list(group)
        aligned = columns >= _CELLS and _is_aligned(run)
        out += (_row([line[a:b] for a, b in _columns(line)]) for line in run) if aligned else run
    return out


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.rstrip().split("\t")] if line.strip() else []


def _is_table(run: Sequence[str]) -> bool:
    """Whether lines with tabs are rows: the first has a word in each of three cells or more, others have no more cells."""
    first = _cells(run[0])
    return len(run) > 1 and len(first) >= _CELLS and all(first) and all(len(_cells(line)) <= len(first) for line in run[1:])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', ' ') for cell in cells)} |"


def _columns(line: str) -> Iterator[tuple[int, int]]:
    """Where the words between wide gaps begin and end; nothing for a row of bars."""
    if "|" in line or not line.strip():
        return
    at, end = len(line) - len(line.lstrip()), len(line.rstrip())
    for gap in COLUMN_GAP.finditer(line, at, end):
        yield at, gap.start()
        at = gap.end()
    yield at, end


def _is_aligned(run: Sequence[str]) -> bool:
    """Whether lines with as many columns stand in columns; lines in capitals say who signs."""
    placed = [list(_columns(line)) for line in run]
    if len(run) < 2 or all(line.upper() == line for line in run):
        return False
    bounds = [(min(a for a, _ in column), max(b for _, b in column)) for column in zip(*placed, strict=True)]
    return all(left < right for (_, left), (right, _) in pairwise(bounds))


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
