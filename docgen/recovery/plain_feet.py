"""The end of a document among the lines of a text: recipients and signature, and what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from docgen.reading.words import load_words
from docgen.recovery.plain_attached import find_head
from docgen.recovery.plain_columns import part_columns
from docgen.recovery.plain_kinds import is_appendix, is_name, is_office, opens_foot
from docgen.recovery.plain_lines import BEHIND, Grid, Item, Line, Pages

#: lines behind the end that may be the page's own, and letters each has at most
_TAIL, _SHORT = 25, 110
#: spaces before a line that stands in the right column
_PUSHED = 25
_ENTRY = re.compile(r"(?<=[;.:,])\s+(?=[-–+]\s)|(?<=:)\s*(?=[-–]\s)")
_DEPUTY = re.compile(r"(?<=\S)\s+(?=(?:PHÓ|THỨ TRƯỞNG|CHÁNH|Q\.|KT\.|TUQ\.)\s*\S)")


def find_foot(items: Sequence[Item], first: int) -> int:
    """The place of the first item of the end: offices above the recipients belong to it."""
    for at in range(first, len(items)):
        item = items[at]
        begins = any(map(opens_foot, item.lines)) if isinstance(item, Grid) else opens_foot(_left_of(item))
        if begins:
            while at > first and isinstance(above := items[at - 1], Line) and _is_signed(above):
                at -= 1
            return at
    return next(
        (i for i in range(first, len(items)) if isinstance(one := items[i], Line) and is_office(one) and _is_last(items, i)),
        len(items),
    )


def take_foot(pages: Pages, at: int) -> int:
    """Put columns at the end side by side and leave out the page's own lines behind it; the place behind the end."""
    items = pages.items
    if at >= len(items):
        return at
    held = items[at]
    if isinstance(held, Grid):
        held.data = False
        if any(opens_foot(line) for cell in held.rows[0] for line in cell):
            # rows of markdown are lines of the columns
            held.rows = [[[line for cell in column for line in cell] for column in zip(*held.rows, strict=True)]]
        for row in held.rows:
            row[:] = [[piece for line in cell for piece in _cut(line)] for cell in row]
        end = at + 1
    else:
        stop = _stop_behind(items, at)
        lines = _list_first([item for item in items[at:stop] if isinstance(item, Line)])
        items[at:stop] = lines
        size = _size(lines)
        left, right, parted = part_columns(lines[:size])
        left, right = _with_name(left, right)
        parted = parted and any(opens_foot(line) for line in left) and any(map(_is_signed, right))
        if parted:
            items[at : at + size] = [Grid([[_entries(left), right]], False, lines[0].gap)]
        else:
            items[at : at + size] = _side_by_side(_entries(lines[:size]))
        end = at + (1 if parted else len(_side_by_side(_entries(lines[:size]))))
    return _leave_tail(pages, end)


def _list_first(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with the entries of the list of recipients right behind its label.

    What is read column by column, each from its top, has the first lines of the signature between them.
    """
    label = next((i for i, line in enumerate(lines) if opens_foot(line)), len(lines))
    first = label + 1
    stop = first
    while stop < len(lines) and _is_signed(lines[stop]):
        stop += 1
    end = stop
    while end < len(lines) and (_is_entry(lines[end]) or (end > stop and _is_wrapped(lines[end - 1], lines[end]))):
        end += 1
    return [*lines[:first], *lines[stop:end], *lines[first:stop], *lines[end:]]


def _is_entry(line: Line) -> bool:
    return line.text[:1] in "-–+" and not line.is_rule


def _is_wrapped(above: Line, line: Line) -> bool:
    return not line.gap and line.text[0].islower() and above.text[-1] not in ".;:"


def _side_by_side(lines: Sequence[Line]) -> list[Item]:
    """``lines`` with as many offices above names as names, two or more, as columns: a PDF read row by row shows them so."""
    shown = ["name" if is_name(line) and not is_office(line) else "office" if is_office(line) else "" for line in lines]
    for first in range(len(lines)):
        offices = len(list(takewhile(lambda kind: kind == "office", shown[first:])))
        names = len(list(takewhile(lambda kind: kind == "name", shown[first + offices :])))
        if offices == names > 1 and not any(map(_is_authority, lines[first : first + offices])):
            end = first + 2 * names
            columns = [[lines[at], lines[at + names]] for at in range(first, first + names)]
            return [*lines[:first], Grid([columns], False, lines[first].gap), *lines[end:]]
        if offices:
            break
    return list(lines)


def _is_authority(line: Line) -> bool:
    return load_words().authority.match(line.words) is not None


def _with_name(left: list[Line], right: list[Line]) -> tuple[list[Line], list[Line]]:
    """The columns, what was flattened to the left below an office back at the right: a name, and offices above it.

    Copied from a table of Word, only the first line of the right cell stands behind the last of the left one.
    """
    if not (left and is_name(left[-1]) and any(map(is_office, right)) and not any(map(is_name, right))):
        return left, right
    at = len(left) - 1
    while at and left[at - 1].is_capital and _is_signed(left[at - 1]) and left[at - 1].number > right[-1].number:
        at -= 1
    return left[:at], [*right, *left[at:]]


def _stop_behind(items: Sequence[Item], at: int) -> int:
    """Where something begins that is no line of the end: a table, an appendix with its label or its reference."""
    stop = next((i for i in range(at, len(items)) if isinstance(one := items[i], Grid) or is_appendix(one)), len(items))
    head = find_head(items, at)
    return min(stop, head.first) if head else stop


def _left_of(line: Line) -> Line:
    return line.piece(0, len(line.text.split("   ")[0]))


def _is_signed(line: Line) -> bool:
    return (is_office(line) or is_name(line)) and not line.text.startswith("-")


def _begins_office(line: Line) -> bool:
    known = load_words()
    return bool(known.authority.match(line.words) or known.offices.match(line.words))


def _is_last(items: Sequence[Item], at: int) -> bool:
    """Whether an office is signed below: a name follows after nothing but offices."""
    for item in items[at + 1 : at + 8]:
        if isinstance(item, Grid):
            return False
        if is_name(item):
            return True
        if not is_office(item):
            return False
    return False


def _size(lines: Sequence[Line]) -> int:
    """How many lines belong to the end: up to the last name or entry of the list."""
    last = 0
    for i, line in enumerate(lines):
        halves = [line.piece(0, len(line.text.split("   ")[0])), line.piece(len(line.text) - len(line.text.split("   ")[-1]))]
        shown = any(_is_signed(half) or opens_foot(half) for half in halves) or line.text.startswith(("-", "–", "+"))
        wrapped = i == last and not line.gap and line.text[:1].islower()
        if shown or wrapped or (i == last and line.is_rule):
            last = i + 1
    return last


def _leave_tail(pages: Pages, at: int) -> int:
    """Take a few short lines between the end and an appendix, or the end of the file, for words of no part of the document."""
    stop = _stop_behind(pages.items, at)
    tail = [item for item in pages.items[at:stop] if isinstance(item, Line)]
    if len(tail) <= _TAIL and all(len(line.text) <= _SHORT for line in tail):
        for line in tail:
            pages.leave(line, BEHIND)
        del pages.items[at:stop]
    return at


def _entries(lines: Sequence[Line]) -> list[Line]:
    """Entries of a list each on its own line, what was wrapped joined."""
    out: list[Line] = []
    for line in (piece for whole in lines if not whole.is_rule for piece in _cut(whole)):
        if out and line.text[0].islower() and not line.gap and out[-1].text[-1] not in ".;:" and out[-1].text[:1] in "-–+":
            out[-1] = out[-1].joined(line)
        else:
            out.append(line)
    return out


def _cut(line: Line) -> list[Line]:
    """A line of the end cut where entries of a list, offices or a name were run together."""
    if opens_foot(line) or line.text.startswith(("-", "–")):
        cuts = [match.end() for match in _ENTRY.finditer(line.text)]
    elif line.text.split()[0].isupper() and _begins_office(line):
        cuts = [match.end() for match in _DEPUTY.finditer(line.text)]
        rests = ((match.end(), line.piece(match.end())) for match in re.finditer(r"\s+", line.text))
        cuts += [place for place, rest in rests if is_name(rest) and not rest.is_capital][:1]
    else:
        return [line]
    places = [0, *sorted(cuts), len(line.text)]
    return [piece for a, b in pairwise(places) if (piece := line.piece(a, b)).text]
