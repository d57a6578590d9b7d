"""Which block of one document became which block of the other: kept, changed, moved, added, removed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from docgen.recovery.differences.aligning import align
from docgen.recovery.differences.blocks import Block, Box, Row
from docgen.recovery.differences.words import split_words

# Below this share of common words two paragraphs are one that went and another one that came.
_ALIKE = 0.4
_FEW_PAIRS = 3_000
_NEAR = 6
# A moved paragraph must be told from one that merely says the same.
_MOVED_LETTERS = 12
_MOST_WORDS = 400
_NUMBER = re.compile(
    r"\s*(?:(?:Phần|Chương|Mục|Tiểu mục|Điều|Khoản)\s+)?(?:[IVXLC]{1,7}|\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđ])[.):\-/]\s*", re.IGNORECASE
)


@dataclass(slots=True, eq=False)
class Step:
    """One block on both sides, or on one; ``moved``: the other side has it elsewhere, in ``twin``.

    ``rows``: of a table that stands on both sides, its rows.
    """

    old: Block | None
    new: Block | None
    moved: bool = False
    twin: Step | None = None
    rows: list[RowStep] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class RowStep:
    """One row of a table on both sides, or on one; ``cells`` of a row on both sides."""

    old: Row | None
    new: Row | None
    cells: list[CellStep] = field(default_factory=list)


class CellStep(NamedTuple):
    """One cell on both sides, and the blocks in it."""

    old: Box
    new: Box
    steps: list[Step]


def pair_blocks(old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """Every block of both sides in one order: that of ``new``, with what was removed where it stood."""
    # blank paragraphs stand everywhere and hold nothing in its place
    ours = [place for place, one in enumerate(old) if one.text.strip()]
    theirs = [place for place, one in enumerate(new) if one.text.strip()]
    same = align([old[place].text for place in ours], [new[place].text for place in theirs])
    pairs = [(ours[i], theirs[j]) for i, j in same]
    moves = _find_moves(old, new, pairs)
    gone, come = {i for i, _ in moves}, {j for _, j in moves}
    pairs = _pair_blanks(old, new, _refine(old, new, pairs, gone, come))
    steps: list[Step] = []
    here: dict[int, Step] = {}
    there: dict[int, Step] = {}
    i = j = 0
    for a, b in [*pairs, (len(old), len(new))]:
        for place in range(i, a):
            here[place] = Step(old[place], None, place in gone)
            steps.append(here[place])
        for place in range(j, b):
            there[place] = Step(None, new[place], place in come)
            steps.append(there[place])
        if a < len(old) and b < len(new):
            step = Step(old[a], new[b])
            if old[a].table is not None:
                step.rows = _pair_rows(old[a].rows, new[b].rows)
            steps.append(step)
        i, j = a + 1, b + 1
    for a, b in moves:
        here[a].twin, there[b].twin = there[b], here[a]
    return steps


def _find_moves(old: Sequence[Block], new: Sequence[Block], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Blocks without a partner in their place whose words stand once among those without a partner on either side."""
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    ours = Counter(one.text for i, one in enumerate(old) if i not in left)
    theirs = {one.text: j for j, one in enumerate(new) if j not in right}
    counts = Counter(one.text for j, one in enumerate(new) if j not in right)
    return [
        (i, theirs[one.text])
        for i, one in enumerate(old)
        if i not in left and len(one.text.strip()) >= _MOVED_LETTERS and ours[one.text] == counts[one.text] == 1
    ]


def _refine(
    old: Sequence[Block], new: Sequence[Block], pairs: list[tuple[int, int]], gone: set[int], come: set[int]
) -> list[tuple[int, int]]:
    """``pairs`` with those of changed blocks between them."""
    out: list[tuple[int, int]] = []
    i = j = 0
    for a, b in [*pairs, (len(old), len(new))]:
        ours = [place for place in range(i, a) if place not in gone and old[place].text.strip()]
        theirs = [place for place in range(j, b) if place not in come and new[place].text.strip()]
        # sections that came shift the numbers of those behind them
        held = align([_unnumbered(old[place]) for place in ours], [_unnumbered(new[place]) for place in theirs])
        held = [(x, y) for x, y in held if _is_table(old[ours[x]]) == _is_table(new[theirs[y]])]
        out += _between(ours, theirs, held, lambda left, right: _pair_changed(old, new, left, right))
        if a < len(old) and b < len(new):
            out.append((a, b))
        i, j = a + 1, b + 1
    return out


def _pair_blanks(old: Sequence[Block], new: Sequence[Block], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``pairs`` with those of blank paragraphs between them, one after the other; those that hold the same first."""
    out: list[tuple[int, int]] = []
    i = j = 0
    for a, b in [*pairs, (len(old), len(new))]:
        ours = [place for place in range(i, a) if not old[place].text.strip()]
        theirs = [place for place in range(j, b) if not new[place].text.strip()]
        held = align([_contents(old[place]) for place in ours], [_contents(new[place]) for place in theirs])
        out += _between(ours, theirs, held, lambda x, y: _zip_alike(old, new, x, y))
        if a < len(old) and b < len(new):
            out.append((a, b))
        i, j = a + 1, b + 1
    return out


def _zip_alike(old: Sequence[Block], new: Sequence[Block], ours: list[int], theirs: list[int]) -> list[tuple[int, int]]:
    """Blank blocks one after the other, up to the first two of which only one is a table."""
    pairs = zip(ours, theirs, strict=False)
    return list(takewhile(lambda pair: _is_table(old[pair[0]]) == _is_table(new[pair[1]]), pairs))


def _contents(block: Block) -> Hashable:
    """What a paragraph without letters is there for."""
    paragraph = block.paragraph
    return (len(paragraph.lines), len(paragraph.shapes), paragraph.format.line) if paragraph is not None else None


def _pair_changed(old: Sequence[Block], new: Sequence[Block], ours: list[int], theirs: list[int]) -> list[tuple[int, int]]:
    """Which of the blocks without a partner are versions of one another, in their order."""
    if not ours or not theirs:
        return []
    if len(ours) == len(theirs) == 1:
        # nothing else stands where it stood
        return [(ours[0], theirs[0])] if _is_table(old[ours[0]]) == _is_table(new[theirs[0]]) else []
    if len(ours) * len(theirs) > _FEW_PAIRS:
        for key in (_first_words, _last_words, _rare_shape):
            held = align([key(old[i]) for i in ours], [key(new[j]) for j in theirs])
            held = [(a, b) for a, b in held if _likeness(old[ours[a]], new[theirs[b]]) >= _ALIKE]
            if held:
                return _between(ours, theirs, held, lambda left, right: _pair_changed(old, new, left, right))
        return _pair_near(old, new, ours, theirs)
    return _pair_best(old, new, ours, theirs)


def _between(
    ours: list[int],
    theirs: list[int],
    held: list[tuple[int, int]],
    pair: Callable[[list[int], list[int]], list[tuple[int, int]]],
) -> list[tuple[int, int]]:
    out = []
    i = j = 0
    for a, b in [*held, (len(ours), len(theirs))]:
        out += pair(ours[i:a], theirs[j:b])
        if a < len(ours) and b < len(theirs):
            out.append((ours[a], theirs[b]))
        i, j = a + 1, b + 1
    return out


def _unnumbered(block: Block) -> str:
    """Its words without the number in front of them; a block that is but a number keeps it."""
    return _NUMBER.sub("", block.text, count=1) or block.text


def _first_words(block: Block) -> Hashable:
    return tuple(_words(block.text)[:4])


def _last_words(block: Block) -> Hashable:
    return tuple(_words(block.text)[-4:])


def _rare_shape(block: Block) -> Hashable:
    return tuple(sorted(_words(block.text), key=lambda word: (-len(word), word))[:2])


def _words(text: str) -> list[str]:
    return [word for word in split_words(text[: _MOST_WORDS * 8]) if not word.isspace()]


def _is_table(block: Block) -> bool:
    return block.table is not None


def _likeness(old: Block, new: Block) -> float:
    """How many of their words two blocks share, from 0 to 1."""
    if _is_table(old) != _is_table(new):
        return 0.0
    ours, theirs = _words(old.text), _words(new.text)
    return _share(Counter(ours), len(ours), Counter(theirs), len(theirs))


def _share(ours: Counter[str], many: int, theirs: Counter[str], more: int) -> float:
    if not many or not more:
        return 0.0
    common = sum(min(count, theirs[word]) for word, count in ours.items() if word in theirs)
    return 2 * common / (many + more)


def _pair_near(old: Sequence[Block], new: Sequence[Block], ours: list[int], theirs: list[int]) -> list[tuple[int, int]]:
    """In a large rest: each block with the first of the next few that is much like it."""
    out = []
    j = 0
    for i in ours:
        for place in range(j, min(j + _NEAR, len(theirs))):
            if _likeness(old[i], new[theirs[place]]) >= _ALIKE:
                out.append((i, theirs[place]))
                j = place + 1
                break
    return out


def _pair_best(old: Sequence[Block], new: Sequence[Block], ours: list[int], theirs: list[int]) -> list[tuple[int, int]]:
    """In a small rest: the pairs, in order, that share the most words altogether."""
    left = [(words := _words(old[i].text), Counter(words)) for i in ours]
    right = [(words := _words(new[j].text), Counter(words)) for j in theirs]
    n, m = len(ours), len(theirs)
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    likeness = [[0.0] * m for _ in range(n)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            if _is_table(old[ours[i]]) == _is_table(new[theirs[j]]):
                likeness[i][j] = _share(left[i][1], len(left[i][0]), right[j][1], len(right[j][0]))
            taken = best[i + 1][j + 1] + likeness[i][j] if likeness[i][j] >= _ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    out = []
    i = j = 0
    while i < n and j < m:
        if likeness[i][j] >= _ALIKE and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            out.append((ours[i], theirs[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return out


def _pair_rows(old: Sequence[Row], new: Sequence[Row]) -> list[RowStep]:
    """The rows of two tables; two rows are one only if they have the same cells."""
    steps = []
    for step in pair_blocks([_as_block(row) for row in old], [_as_block(row) for row in new]):
        ours = step.old.rows[0] if step.old else None
        theirs = step.new.rows[0] if step.new else None
        if ours and theirs and _spans(ours) == _spans(theirs):
            cells = [CellStep(a, b, pair_blocks(a.blocks, b.blocks)) for a, b in zip(ours.cells, theirs.cells, strict=True)]
            steps.append(RowStep(ours, theirs, cells))
        else:
            steps += [RowStep(row, None) for row in (ours,) if row] + [RowStep(None, row) for row in (theirs,) if row]
    return steps


def _spans(row: Row) -> list[tuple[int, int]]:
    return [(box.cell.column, box.cell.span) for box in row.cells]


def _as_block(row: Row) -> Block:
    return Block(row.text, rows=[row])

