"""Tables typed with ``|``: those of markdown, and what is left of the tables of a web page."""

from __future__ import annotations

import re
from dataclasses import replace

from docgen.recovery.plain_kinds import is_office, kind_of, opens_foot
from docgen.recovery.plain_lines import PIPE, Grid, Item, Line

_DELIMITER = re.compile(r"[\s|:\-]*-{2,}[\s|:\-]*")
_ESCAPED = re.compile(r"(?<!\\)\|")
_SIDE = re.compile(r"(:?)-+(:?)")
#: lines that one row, broken over lines, has at most
_ROW = 14
#: columns that a table has at least
_COLUMNS = 2
#: a bar that stands at a word, as in ``a|b``, which parts no cells of a row without a border
_BESIDE = re.compile(r"(?<!\s)(?<!\\)\||(?<!\\)\|(?=\S)")
_ENTRY = re.compile(r"[-–+]\s+(?!\|)")


def take_tables(lines: list[Line]) -> list[Item]:
    """``lines`` with those between ``|`` put together to tables; others are blanks.

    Lines outside tables are cut where markup breaks them, those of a cell as well.
    """
    out: list[Item] = []
    at, bare = 0, _find_bare(lines)
    while at < len(lines):
        end, row = _row_at(lines, at, bare)
        if row is None:
            line = lines[at]
            stripped = line.text.strip("| ") if line.text[:1] == "|" or line.text[-1:] == "|" else line.text
            if stripped != line.text:
                start = line.text.index(stripped) if stripped else 0
                line = line.piece(start, start + len(stripped))
            # what is left of a table's borders parts its columns like spaces
            line = _piped(replace(line, text=line.text.replace("|", " ")).piece(0))
            parts = [part for part in line.cut_at_breaks() if part.text]
            out += [part if i == 0 else replace(part, gap=0, apart=True) for i, part in enumerate(parts)]
            at += 1
            continue
        gap, rows = lines[at].gap, []
        while row is not None:
            rows.append(row)
            at = end
            if at >= len(lines) or lines[at].gap:
                break
            end, row = _row_at(lines, at, bare)
        out += _settle(rows, gap)
    return out


def _row_at(lines: list[Line], at: int, bare: frozenset[int]) -> tuple[int, list[list[Line]] | None]:
    """The row that begins with line ``at`` and the place behind it; ``None`` where none does. ``bare``: rows without a border."""
    first = lines[at].text
    if "|" not in first:
        return at, None
    if not first.startswith("|") and not (len(_ESCAPED.findall(first)) >= 1 and (at in bare or _delimited(lines, at))):
        return at, None
    end = at + 1
    if first.startswith("|") and (not first.endswith("|") or len(first) == 1):
        # a cell that goes on over the ends of lines
        stop = next((i for i in range(at + 1, min(at + _ROW, len(lines))) if lines[i].text.endswith("|")), None)
        begun = stop is not None and any(lines[i].text.startswith("|") for i in range(at + 1, stop + 1))
        if stop is None or begun or any(lines[i].gap for i in range(at + 1, stop + 1)):
            return (at, None) if len(_ESCAPED.findall(first)) < 2 else (end, _cells([lines[at]]))
        end = stop + 1
    cells = _cells(lines[at:end])
    return (end, cells) if len(cells) >= _COLUMNS or end > at + 1 or _delimited(lines, at) else (at, None)


def _find_bare(lines: list[Line]) -> frozenset[int]:
    """The places of rows without a border: two lines or more with as many bars, none before their words, the first with no empty cell."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        bars = _bars(lines[at])
        end = at + 1
        while bars and end < len(lines) and not lines[end].gap and _bars(lines[end]) == bars:
            end += 1
        if end > at + 1 and all(cell.strip() for cell in _ESCAPED.split(lines[at].text)):
            found.update(range(at, end))
        at = end
    return frozenset(found)


def _bars(line: Line) -> int:
    """How many bars part the cells of a row without a border, 0 where the line is none: an entry of a list, columns of head or end."""
    cells = _ESCAPED.split(line.text)
    if len(cells) < _COLUMNS or not cells[0].strip() or _BESIDE.search(line.text) or _ENTRY.match(line.text):
        return 0
    # only a head or an end has two columns that are no table
    pieces = (line.piece(0, len(cells[0])), line.piece(len(cells[0]) + 1)) if len(cells) == _COLUMNS else ()
    return 0 if any(piece.text and (kind_of(piece) or opens_foot(piece) or is_office(piece)) for piece in pieces) else len(cells) - 1


def _delimited(lines: list[Line], at: int) -> bool:
    """Whether the line, or one beside it, parts the head of a table from its body."""
    near = lines[max(0, at - 1) : at + 2]
    if any("|" in line.text and _DELIMITER.fullmatch(line.text) for line in near):
        return True
    return at > 0 and "|" in lines[at - 1].text and not lines[at].gap and _delimited(lines[: at + 1], at - 1)


def _cells(lines: list[Line]) -> list[list[Line]]:
    """The cells of one row, each its lines."""
    cells: list[list[Line]] = [[]]
    for line in lines:
        at = 0
        bounds = [match.start() for match in _ESCAPED.finditer(line.text)]
        for i, stop in enumerate([*bounds, len(line.text)]):
            if i:
                cells.append([])
            cells[-1] += [_piped(part) for part in line.piece(at, stop).cut_at_breaks() if part.text]
            at = stop + 1
    if not cells[0] and lines[0].text.startswith("|"):
        del cells[0]
    if cells and not cells[-1] and lines[-1].text.endswith("|"):
        del cells[-1]
    return cells


def _piped(line: Line) -> Line:
    return replace(line, text=line.text.replace(PIPE, "|"))


def _sides(row: list[list[Line]]) -> tuple[str, ...]:
    """What the row below a head says of the columns: ``left``, ``center``, ``right`` or nothing; empty if no such row."""
    texts = ["".join(line.text for line in cell).strip() for cell in row]
    found = [_SIDE.fullmatch(text) for text in texts]
    if not all(found):
        return ()
    names = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}
    return tuple(names[match[1], match[2]] for match in found if match)


def _settle(rows: list[list[list[Line]]], gap: int) -> list[Item]:
    """A table without the rows that hold no words, or its lines where it has one column."""
    held = [row for row in rows if any(any(c.isalnum() or c == "*" for c in line.text) for cell in row for line in cell)]
    if not held:
        return []
    columns = max(len(row) for row in held)
    if columns == 1:
        return [line for row in held for cell in row for line in cell]
    full = [row + [[] for _ in range(columns - len(row))] for row in held]
    grid = Grid(full, True, gap, next((sides for row in rows if (sides := _sides(row))), ()))
    kinds = {kind_of(line) for line in grid.lines}
    grid.data = not (
        kinds & {"motto", "party_title", "slogan"} or ("number" in kinds and "place_date" in kinds)
    ) and not any(opens_foot(line) for line in grid.lines)
    return [grid]
