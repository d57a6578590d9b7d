"""Tables set with spaces, as a PDF shows them: columns between gaps, rows of one line or more, found back or left alone.

A row's lines stand together. Its cells begin on one line, or have one middle: nothing else is taken for a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from docgen.reading.folding import fold_each
from docgen.reading.words import load_words
from docgen.recovery.plain_kinds import is_office, opens_foot
from docgen.recovery.plain_lines import make_line
from docgen.recovery.plain_tabs import COLUMN_GAP, format_row

#: a line of a table that stands in the row above it now, and what a line begins with that goes on no other; of no language
GONE, ALONE = "\ue07d", "\ue07e"
#: columns that a table has at least, and lines that one has at most
_COLUMNS, _LINES = 3, 2000
#: lines among which the one is looked for that shows the columns
_SEEDS = 12
#: short paragraphs right above and below a table that are tried for lines of it, at most
_AROUND = 4
#: which part of a column's widest line is left free at most where a cell goes on below
_FULL = 0.8
_NUMBERED = re.compile(r"(?:[0-9]+|[a-zđ]|[IVX]+)(?:\.[0-9]+)*[.)]\s+\w|[-–+]\s|(?:điều|chương|mục|phụ lục)\b", re.IGNORECASE)
_FIGURES = re.compile(r"[\d.,%/\s-]*\d[\d.,%/\s-]*")
_PART = re.compile(r"[-–+]\s|(?:[0-9]+|[a-zđ])[.)]\s")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words between wide gaps, and where they stand on their line."""

    start: int
    end: int
    text: str


#: the words of a line by their columns, from 0
_Row = dict[int, str]
#: the first line of a table, the place behind it, the cells of its lines
_Block = tuple[int, int, list[_Row]]


def set_grids(lines: Sequence[str]) -> tuple[list[str], list[int], list[int]]:
    """``lines``, as many as before, with the rows of tables as ``| … | … |``.

    With them the places of the first lines of tables whose rows had more lines than one, and of those whose rows nothing tells:
    their lines are left and each stands alone.
    """
    out = list(lines)
    joined: list[int] = []
    unknown: list[int] = []
    at = end = 0
    while at < len(lines):
        block = _find_block(lines, at, end)
        if block is None:
            at += 1
            continue
        first, end, placed = block
        # a line that stands across columns above others belongs to the head
        torn = first > 0 and len(_pieces(lines[first - 1])) > 1
        before, behind, rows = (0, 0, None) if torn else _find_inner(placed)
        first, end, placed = first + before, end - behind, placed[before : len(placed) - behind]
        if rows is None:
            unknown.append(first)
            out[first:end] = [ALONE + line for line in lines[first:end]]
        else:
            columns = 1 + max(column for row in placed for column in row)
            out[first:end] = [GONE] * (end - first)
            for a, b in rows:
                cells = (" ".join(row[i] for row in placed[a:b] if i in row) for i in range(columns))
                out[first + a] = format_row(cells)
            if len(rows) < end - first:
                joined.append(first)
        at = end
    return out, joined, unknown


def _pieces(line: str) -> list[_Piece]:
    """What stands between wide gaps; nothing for a row of bars, or where a page begins."""
    if "|" in line or "\f" in line or not line.strip():
        return []
    found = []
    at, end = len(line) - len(line.lstrip()), len(line.rstrip())
    for gap in COLUMN_GAP.finditer(line, at, end):
        found.append(_Piece(at, gap.start(), line[at : gap.start()]))
        at = gap.end()
    return [*found, _Piece(at, end, line[at:end])]


def _find_block(lines: Sequence[str], at: int, floor: int) -> _Block | None:
    """The table, behind ``floor``, whose first line with several columns is line ``at``.

    It is built up from one of its first lines with several columns: the one with which most lines agree.
    """
    if len(_pieces(lines[at])) < _COLUMNS:
        return None
    found = [block for seed in range(at, min(at + _SEEDS, len(lines))) if (block := _grow(lines, seed, floor))]
    around = [block for block in found if block[0] <= at < block[1]]
    return max(around, key=lambda block: block[1] - block[0], default=None)


def _grow(lines: Sequence[str], at: int, floor: int) -> _Block | None:
    widest = _pieces(lines[at])
    if len(widest) < _COLUMNS:
        return None
    first, end = at, at + 1
    held = [widest]
    bounds = [(piece.start, piece.end) for piece in widest]
    while end < len(lines) and end - first < _LINES and (found := _fit(_pieces(lines[end]), bounds)) is not None:
        held.append(_pieces(lines[end]))
        bounds = found
        end += 1
    while first > floor and at - first < _LINES and (found := _fit(_pieces(lines[first - 1]), bounds)) is not None:
        held.insert(0, _pieces(lines[first - 1]))
        bounds = found
        first -= 1
    full = [pieces for pieces in held if len(pieces) >= _COLUMNS]
    letters = "".join(piece.text for pieces in full for piece in pieces)
    if (len(full) < 2 and sum(len(pieces) > 1 for pieces in held) < _COLUMNS) or letters.upper() == letters:
        # lines in capitals say who signs
        return None
    return first, end, [{_column(piece, bounds): piece.text for piece in pieces} for pieces in held]


def _fit(pieces: Sequence[_Piece], bounds: Sequence[tuple[int, int]]) -> list[tuple[int, int]] | None:
    """``bounds`` of the columns with those of ``pieces`` in them, maybe in a new column; ``None`` where these are no line of the
    table."""
    if not pieces or (len(pieces) == 1 and not _may_be_cell(pieces[0], bounds)) or any(map(_is_foot, pieces)):
        return None
    if len(pieces) == len(bounds):
        # words in the middle of their column need not stand above each other
        found = [(min(start, piece.start), max(end, piece.end)) for (start, end), piece in zip(bounds, pieces, strict=True)]
        return found if _are_apart(found) else None
    found = list(bounds)
    for piece in pieces:
        over = [i for i, (start, end) in enumerate(found) if piece.start < end and start < piece.end]
        if len(over) > 1:
            return None
        start, end = found.pop(over[0]) if over else (piece.start, piece.end)
        found.append((min(start, piece.start), max(end, piece.end)))
        found.sort()
    columns = [_column(piece, found) for piece in pieces]
    return found if len(set(columns)) == len(columns) and _are_apart(found) else None


def _may_be_cell(piece: _Piece, bounds: Sequence[tuple[int, int]]) -> bool:
    """Whether words alone on a line can be those of a cell: they begin no paragraph and stand in a column, or behind the first."""
    if _NUMBERED.match(piece.text) or _is_unit(piece.text) or not any(c.isalnum() for c in piece.text):
        return False
    return _column(piece, bounds) >= 0 or piece.start > bounds[0][1]


def _are_apart(bounds: Sequence[tuple[int, int]]) -> bool:
    return all(left < right for (_, left), (right, _) in pairwise(bounds))


def _column(piece: _Piece, bounds: Sequence[tuple[int, int]]) -> int:
    """The one column that a piece stands in, -1 for none."""
    over = [i for i, (start, end) in enumerate(bounds) if piece.start < end and start < piece.end]
    return over[0] if len(over) == 1 else -1


def _is_foot(piece: _Piece) -> bool:
    """Whether the end of the document may begin there."""
    line = make_line(piece.text)
    return opens_foot(line) or is_office(line)


def _is_unit(text: str) -> bool:
    words = fold_each(text)
    return any(words.startswith(f"{one}:") for one in load_words().own["units_of_tables"])


def _find_inner(placed: Sequence[_Row]) -> tuple[int, int, list[tuple[int, int]] | None]:
    """How many lines before and behind the table are paragraphs, and the rows of the others: as few as leave rows."""
    before, behind = (len(list(takewhile(_is_first, some))) for some in (placed, reversed(placed)))
    tried = sorted(((a, b) for a in range(min(before, _AROUND) + 1) for b in range(min(behind, _AROUND) + 1)), key=sum)
    for a, b in tried:
        if (rows := _find_rows(placed[a : len(placed) - b])) is not None:
            return a, b, rows
    return 0, 0, None


def _is_first(row: _Row) -> bool:
    """Whether a line has words in the first column alone, as a short paragraph has."""
    return set(row) == {0}


def _find_rows(placed: Sequence[_Row]) -> list[tuple[int, int]] | None:
    """Where each row begins and ends; ``None`` where the lines can be parted in no way, or in several that are as good."""
    columns = 1 + max(column for row in placed for column in row)
    widths = [max((len(row[i]) for row in placed if i in row), default=0) for i in range(columns)]
    found: set[tuple[tuple[int, int], ...]] = set()
    for column in range(columns):
        keys = [i for i, row in enumerate(placed) if column in row]
        if len(keys) > 1:
            found.update(rows for rows in _partings(keys, len(placed)) if _is_told(placed, rows, widths))
    if not found:
        return None
    fewest = min(map(len, found))
    best = [rows for rows in found if len(rows) == fewest]
    return list(best[0]) if len(best) == 1 else None


def _partings(keys: Sequence[int], size: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """The ways to part lines to rows with one of the lines ``keys`` in each.

    Rows begin with them below the head, which may have lines above its own; or they stand in the middle of their rows.
    """
    yield _rows([0, *keys[1:], size])
    for below in range(keys[1] - keys[0]):
        # the end of the head; each of the others has as many lines above its key as below
        starts = [0, keys[0] + below + 1]
        for key in keys[1:]:
            starts.append(2 * key - starts[-1] + 1)
        if starts[-1] == size and all(a < b for a, b in pairwise(starts)):
            yield _rows(starts)


def _rows(starts: Iterable[int]) -> tuple[tuple[int, int], ...]:
    return tuple(pairwise(starts))


def _is_told(placed: Sequence[_Row], rows: Sequence[tuple[int, int]], widths: Sequence[int]) -> bool:
    """Whether all cells of each row begin on its first line, or all stand in its middle; and no cell goes on without need."""
    for a, b in rows:
        cells = [[i for i in range(a, b) if column in placed[i]] for column in range(len(widths))]
        held = [cell for cell in cells if cell]
        top = all(cell == list(range(a, a + len(cell))) for cell in held)
        middle = all(cell[0] + cell[-1] == a + b - 1 for cell in held)
        if not (top or middle):
            return False
        for column, cell in enumerate(cells):
            for above, line in pairwise(cell):
                if not _goes_on(placed[above][column], placed[line][column], widths[column]):
                    return False
            over = next((placed[i][column] for i in range(a - 1, -1, -1) if column in placed[i]), "")
            begun = placed[cell[0]][column] if len(cell) > 1 else ""
            if over and begun[:1].islower() and _goes_on(over, begun, widths[column]):
                # as well the end of the row above
                return False
    return True


def _goes_on(above: str, below: str, width: int) -> bool:
    """Whether the words of a cell can go on below: its line is full, or a part of it ends."""
    if _FIGURES.fullmatch(above) and _FIGURES.fullmatch(below):
        return False
    if _PART.match(below) or above[-1] in ".;:":
        return True
    return len(above) + 1 + len(below.split()[0]) > _FULL * width
