"""Texts that went: out of the spec with the largest entry or key that holds nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection

from docgen.problems import Message, msg
from docgen.recovery.pulling.counts import attempt_counted, counted_below
from docgen.recovery.pulling.outline import removed
from docgen.recovery.pulling.said import Change, Kind
from docgen.recovery.pulling.spec_state import find_other_file, is_under, keep_levels, say_elsewhere, unprintable
from docgen.recovery.pulling.ways import find_table, unmoved
from docgen.recovery.pulling.work import UNCERTAIN, Work
from docgen.sources import Sequence

#: a cell of a table: the table, header or row, column
_CELL = re.compile(r"(.*/table)/(header|rows/\d+)/(\d+)")


def take_out(work: Work) -> None:
    """Take out of the spec what the file has no longer."""
    told: set[str] = set()
    for pointer in [*work.gone]:
        if pointer in told:
            continue
        now = work.first[pointer]
        removed_ones: list[str] = []
        if _is_contested(work, now):
            reason = msg("The spec has changed since what belongs to it.")
        elif now.startswith("/"):
            removed_ones, reason = remove(work, now)
        else:
            reason = say_elsewhere(now)
        if not removed_ones:
            for head in [s for s in work.standings if pointer in s.joined and s.pointers]:
                work.mend(work.was[head.at][-1])
        for one in removed_ones or [pointer]:
            told.add(one)
            place = work.state.place(one)
            why = None if removed_ones else reason
            elsewhere = find_other_file(one)
            work.changes.append(Change(Kind.REMOVED, work.old.get(one, ""), "", place, bool(removed_ones), why, elsewhere=elsewhere))


def remove(work: Work, pointer: str) -> tuple[list[str], Message]:
    """Take out the largest entry or key all of whose texts are gone; these texts as the spec had them, or why not."""
    open_ones = set(work.first.values())
    stays = any(work.first.get(was) == pointer for was in work.compared.emptied)
    steps = pointer.split("/")
    reason: Message = UNCERTAIN
    for count in range(2, len(steps) + 1):
        above = "/".join(steps[:count])
        inside = [p for p in work.state.pointers() if is_under(p, above)]
        if not inside or any(p not in open_ones for p in inside) or (not stays and _is_part_of_lost_table(work, above, open_ones)):
            continue
        emptied = _empty_cell(work, above) if stays else None
        text = emptied or work.state.outline.remove(above)
        less = counted_below(work.state.outline, above)
        trial = attempt_counted(work.state, text, above, -less) if text is not None else UNCERTAIN
        if isinstance(trial, Message):
            reason = trial
            continue
        closer = work.away(trial.lines, less) < work.away(work.state.lines, less)
        if not closer or not keep_levels(work.state.lines, trial.lines):
            reason = unprintable()
            continue
        container, _, index = above.rpartition("/")
        shift = removed(container, int(index)) if index.isdigit() and emptied is None else unmoved
        out = [was for was, now in work.first.items() if is_under(now, above)]
        for was in out:
            # what comes after it stands where it stood
            del work.first[was]
        work.commit(trial, shift)
        return out, reason
    if not stays and (out := _remove_column(work, pointer, open_ones)):
        return out, reason
    return [], reason


def _is_part_of_lost_table(work: Work, pointer: str, open_ones: Collection[str]) -> bool:
    """Whether ``pointer`` is some rows of a table whose header is gone as well: that goes as a whole, or stays."""
    table = find_table(pointer)
    header = [p for p in work.state.pointers() if is_under(p, f"{table}/header")] if table else []
    return bool(header) and all(p in open_ones for p in header)


def _remove_column(work: Work, pointer: str, open_ones: Collection[str]) -> list[str]:
    """Take out the column of a table in which ``pointer`` stands, if all its words are gone; these as the spec had them."""
    found = _CELL.fullmatch(pointer)
    if found is None or _is_part_of_lost_table(work, pointer, open_ones):
        return []
    table, column = found[1], int(found[3])
    inside = [p for p in work.state.pointers() if (cell := _CELL.fullmatch(p)) and (cell[1], int(cell[3])) == (table, column)]
    rows = work.state.outline.node(f"{table}/rows")
    if not isinstance(rows, Sequence) or any(p not in open_ones for p in inside):
        return []
    editor = work.state.outline.editor
    lists = [f"{table}/header", *(f"{table}/rows/{i}" for i in range(len(rows.items)))]
    held = [f"{table}/{name}" for name in ("widths", "align") if isinstance(editor.node(f"{table}/{name}"), Sequence)]
    if not all([editor.remove_item(f"{one}/{column}") for one in (*lists, *held)]):
        return []
    trial = work.state.attempt(editor.result())
    if isinstance(trial, Message) or work.away(trial.lines) >= work.away(work.state.lines):
        return []
    out = [was for was, now in work.first.items() if now in inside]
    for was in out:
        del work.first[was]
    work.commit(trial, removed(lists[0], column))
    for one in lists[1:]:
        work.shift(removed(one, column))
    return out


def _is_contested(work: Work, pointer: str) -> bool:
    """Whether a whole entry has gone from the file, of which the spec has changed some text: it goes or stays as one."""
    both = {*work.contested.values()}
    open_ones = {*work.first.values(), *both}
    steps = pointer.split("/")
    for count in range(2, len(steps)):
        above = "/".join(steps[:count])
        inside = [p for p in work.state.pointers() if is_under(p, above)]
        if inside and all(p in open_ones for p in inside):
            return any(p in both for p in inside)
    return False


def _empty_cell(work: Work, pointer: str) -> str | None:
    """A cell without words stays in its row."""
    if _CELL.fullmatch(pointer) is None:
        return None
    editor = work.state.outline.editor
    return editor.result() if editor.set_text(pointer, "") else None
