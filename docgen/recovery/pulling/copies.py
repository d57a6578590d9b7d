"""Paragraphs that were copied with their bookmark: Word leaves it to the first of the two, which need not be the original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from docgen.recovery.anchored import Anchored, Stretch
from docgen.recovery.pulling.lines import Known, Line, fold_line

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph

#: one paragraph, or those of a table's row, which are copied together
_Unit = tuple["Paragraph", ...]


def find_copies(
    paragraphs: Sequence[Paragraph],
    by_paragraph: Mapping[Paragraph, Sequence[tuple[Anchored, Stretch]]],
    lines: Sequence[Line],
    now: Mapping[str, Known],
) -> tuple[set[Paragraph], dict[Paragraph, int]]:
    """Copies that hold the bookmarks of paragraphs without any; these originals with the lines that they print.

    An original has the words of its lines and stands between the paragraphs of those round them; its copy stands elsewhere or has
    other words.
    """
    free: dict[tuple[str, ...], list[_Unit]] = {}
    for one in _free_units(paragraphs, by_paragraph):
        free.setdefault(tuple(fold_line(paragraph.text) for paragraph in one), []).append(one)
    if not free:
        return set(), {}
    order = {paragraph: i for i, paragraph in enumerate(paragraphs)}
    at = {line: paragraph for paragraph, pairs in by_paragraph.items() for line in _only_line(pairs, now)}
    units = [unit for unit in _line_units(lines) if all(line in at for line in unit)]
    doubtful = [unit for unit in units if tuple(lines[line].folded for line in unit) in free]
    sure = {line: order[paragraph] for line, paragraph in at.items() if not any(line in unit for unit in doubtful)}
    copies: set[Paragraph] = set()
    originals: dict[Paragraph, int] = {}
    for unit in doubtful:
        low, high = _room(unit, sure, len(order))
        words = tuple(lines[line].folded for line in unit)
        held = [at[line] for line in unit]
        if low <= order[held[0]] <= high and tuple(fold_line(paragraph.text) for paragraph in held) == words:
            continue
        found = [one for one in free[words] if low <= order[one[0]] <= high]
        if len(found) == 1:
            copies.update(held)
            originals.update(zip(found[0], unit, strict=True))
    return copies, originals


def _free_units(paragraphs: Sequence[Paragraph], by_paragraph: Mapping[Paragraph, object]) -> Iterator[_Unit]:
    """Paragraphs with words and without bookmarks, alone and as rows of tables."""
    worded = [paragraph for paragraph in paragraphs if fold_line(paragraph.text)]
    yield from ((paragraph,) for paragraph in worded if paragraph not in by_paragraph)
    in_cells = [paragraph for paragraph in worded if paragraph.cell is not None]
    for _, row in groupby(in_cells, key=lambda one: (id(one.cell.table), one.cell.row) if one.cell else None):
        unit = tuple(row)
        if len(unit) > 1 and not any(paragraph in by_paragraph for paragraph in unit):
            yield unit


def _line_units(lines: Sequence[Line]) -> Iterator[tuple[int, ...]]:
    """Lines with words by themselves, those of a table's row together."""
    worded = [i for i, line in enumerate(lines) if line.folded and line.origins]
    for row, unit in groupby(worded, key=lambda i: lines[i].origins[0].rpartition("/")[0] if lines[i].cell else str(i)):
        if row:
            yield tuple(unit)


def _only_line(pairs: Iterable[tuple[Anchored, Stretch]], now: Mapping[str, Known]) -> list[int]:
    """The line whose texts stand in a paragraph, if no other one's do and the spec has not changed it since."""
    found: set[int] = set()
    for text, _ in pairs:
        known = now.get(text.anchor.name)
        if known is None or known.hash != text.anchor.hash or len(text.stretches) > 1:
            return []
        found.add(known.line)
    return [*found] if len(found) == 1 else []


def _room(unit: tuple[int, ...], places: Mapping[int, int], count: int) -> tuple[int, int]:
    """Between which paragraphs of the file those of some lines would stand."""
    above = max((line for line in places if line < unit[0]), default=None)
    under = min((line for line in places if line > unit[-1]), default=None)
    return places[above] if above is not None else 0, places[under] if under is not None else count
