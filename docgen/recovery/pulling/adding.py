"""Paragraphs and rows that came: into the lists and keys of the spec, where their neighbours make the place certain."""

from __future__ import annotations

from typing import NamedTuple

from docgen.ooxml.content import Cell
from docgen.ooxml.inline import UNKNOWN
from docgen.problems import Message, msg
from docgen.recovery.pulling.counts import attempt_counted
from docgen.recovery.pulling.lines import Line
from docgen.recovery.pulling.model import Standing
from docgen.recovery.pulling.outline import inserted
from docgen.recovery.pulling.said import Change, Kind
from docgen.recovery.pulling.spec_state import Trial, distance, find_other_file, is_under, no_letter, unprintable
from docgen.recovery.pulling.typed import is_same_lead, lead_of
from docgen.recovery.pulling.ways import Way, find_rows
from docgen.recovery.pulling.work import UNCERTAIN, Work
from docgen.recovery.texts import BLANKS

_HEADLESS: Message = msg("What it stands below has no certain place in the spec.")
_FILED: Message = msg("The filing line is the last one of the recipients.")


def put_in(work: Work) -> None:
    """Write each new paragraph into the spec, with those that belong to it."""
    at, headless = 0, False
    while at < len(work.standings):
        standing = work.standings[at]
        if not standing.is_added:
            at, headless = at + 1, False
            continue
        lead = lead_of(standing)
        headless = headless and (not lead or lead.startswith("dash"))
        took, reason = (0, _HEADLESS) if headless else (0, no_letter()) if UNKNOWN in standing.text else add(work, standing)
        # what was typed below a number goes with it, and would be taken for something else alone
        headless = headless or (not took and bool(lead) and not lead.startswith("dash"))
        for one in work.standings[at : at + max(took, 1)]:
            place = work.state.place(_near(work, at))
            other = "" if took else _among(work, at)
            why = msg("It stands among words of {place}.", place=other) if other else reason
            change = Change(Kind.ADDED, "", one.text.strip(), place, took > 0, why, elsewhere=find_other_file(other) if other else "")
            work.changes.append(change)
            if not took:
                one.own = True
                work.mend(one.tail_of)
        at += max(took, 1)
    work.state.restore_ends()


def _among(work: Work, at: int) -> str:
    """The list of an agency file before and behind one of whose words paragraph ``at`` stands; empty if it does not."""
    sides = [work.was.get(one.at, []) for one in (*work.standings[max(at - 1, 0) : at], *work.standings[at + 1 : at + 2])]
    lists = {_list_of(held[0]) if held else "" for held in sides}
    return lists.pop() if len(sides) == 2 and len(lists) == 1 else ""


def _list_of(pointer: str) -> str:
    path, _, inner = pointer.partition("#")
    return f"{path}#{'/'.join(inner.split('/')[:3])}" if find_other_file(pointer) else ""


def _near(work: Work, at: int) -> str:
    """The pointer, as it was in the spec, of the text before paragraph ``at``."""
    for one in reversed(work.standings[:at]):
        if held := [p for p in work.was.get(one.at, []) if p.startswith("/")]:
            return held[-1]
    return ""


class _Found(NamedTuple):
    """A way that holds, and the lines that print its paragraphs then."""

    way: Way
    trial: Trial
    lines: list[Line]


def add(work: Work, standing: Standing) -> tuple[int, Message | None]:
    """How many paragraphs from ``standing`` on were put in, and why not."""
    if (cell := standing.paragraph.cell) is not None and work.ways.is_in_body(standing):
        return _add_cells(work, standing, cell)
    found: list[_Found] = []
    uncertain = reason = work.uncertain(standing)
    sides: set[int] = set()
    for way in work.ways.find(standing):
        if way.text is None or way.beside.at in sides:
            continue
        trial = attempt_counted(work.state, way.text, way.pointer.rpartition("/")[0], way.more)
        if isinstance(trial, Message):
            # why a text cannot stand among others like it is worth telling
            step = way.pointer.rpartition("/")[2]
            reason = trial if (step.isdigit() or (step == "title" and way.took == 1)) and reason is uncertain else reason
            continue
        away = work.away(trial.lines, way.more)
        if away <= work.away(work.state.lines, way.more) - way.took and (lines := _find_lines(work, standing, way, trial)):
            found.append(_Found(way, trial, lines))
            sides.add(way.beside.at)
    if len(found) > 1 and [one.plain for one in found[0].trial.lines] != [one.plain for one in found[1].trial.lines]:
        style = standing.paragraph.format.style
        found = [one for one in found if one.way.beside.paragraph.format.style == style] or (found if work.file_wins else [])
        reason = uncertain
        if len(found) > 1 and not work.file_wins:
            return 0, reason
    if not found:
        return 0, _FILED if reason is uncertain and work.ways.is_below_filing(standing) else reason
    way, trial, lines = found[0]
    work.commit(trial, way.shift)
    for one, line in zip(work.standings[standing.at :], lines, strict=False):
        one.pointers = [*line.origins]
    return way.took, None


def _find_lines(work: Work, standing: Standing, way: Way, trial: Trial) -> list[Line]:
    """The lines that print the paragraphs of ``way``, empty if one would have another kind of number, or bold words lose it."""
    at = next((i for i, line in enumerate(trial.lines) if any(is_under(p, way.pointer) for p in line.origins)), len(trial.lines))
    lines = trial.lines[at : at + way.took]
    pairs = [*zip(work.standings[standing.at : standing.at + way.took], lines, strict=False)]
    if len(pairs) < way.took or not all(is_same_lead(lead_of(one), line.lead) for one, line in pairs):
        return []
    is_bold = work.ways.typed.is_bold
    return lines if all(line.is_bold or not line.lead or not is_bold(one) for one, line in pairs) else []


def _add_cells(work: Work, standing: Standing, cell: Cell) -> tuple[int, Message | None]:
    """A row of a table that is new as a whole."""
    row = [s for s in work.standings[standing.at :] if s.paragraph.cell is not None]
    row = [s for s in row if s.paragraph.cell and s.paragraph.cell.table is cell.table and s.paragraph.cell.row == cell.row]
    same = [s for s in work.standings if s.paragraph.cell and s.paragraph.cell.table is cell.table]
    inside = [s for s in same if s.paragraph.cell and s.paragraph.cell.row == cell.row]
    above = [p for s in same if s.paragraph.cell and s.paragraph.cell.row == cell.row - 1 for p in s.pointers]
    if any(not s.is_added for s in inside) or not above:
        return 0, msg("A paragraph in a table of its own, or beside the text of a cell, has no place in the spec.")
    container, index = find_rows(above[0])
    if not container:
        return 0, UNCERTAIN
    cells = [" ".join(w for p in one.paragraphs if (w := p.text.strip(BLANKS))) for one in cell.table.rows[cell.row]]
    text = work.state.outline.insert_row(container, index, cells)
    before = distance(work.folded, work.state.lines)
    trial = work.state.attempt(text) if text is not None else UNCERTAIN
    if isinstance(trial, Message):
        return 0, trial
    if distance(work.folded, trial.lines) > before - len(row):
        return 0, unprintable()
    work.commit(trial, inserted(container, index))
    for one in row:
        assert one.paragraph.cell is not None
        one.pointers = [f"{container}/{index}/{one.paragraph.cell.column}"]
    return len(row), None
