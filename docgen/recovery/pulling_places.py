"""Paragraphs that came, went or moved: into the lists and keys of the spec, where their neighbours make the place certain."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.ooxml.content import Cell
from docgen.problems import Message, msg
from docgen.recovery.pulling_counts import attempt_counted, counted_below
from docgen.recovery.pulling_edits import SpecState, Trial, distance, is_under, keep_levels, unprintable
from docgen.recovery.pulling_lines import Line, fold_line
from docgen.recovery.pulling_model import Compared, Standing, Turn
from docgen.recovery.pulling_said import Change, Kind
from docgen.recovery.pulling_ways import Way, Ways, find_rows, list_entries, unmoved
from docgen.recovery.pulling_yaml import Shift, inserted, moved, removed
from docgen.recovery.texts import BLANKS
from docgen.sources import Scalar

_UNCERTAIN = msg("Its place in the spec is not certain.")


class Placing:
    """Changes ``state`` paragraph by paragraph; an edit counts only if the spec then prints what the file has."""

    def __init__(self, compared: Compared, state: SpecState, text_end: str, *, file_wins: bool = False) -> None:
        """``file_wins``: of several places beside what the spec has put in meanwhile, the first one will do."""
        self.compared, self.state, self.file_wins = compared, state, file_wins
        self.standings = compared.standings
        self.ways = Ways(self.standings, state, text_end)
        self.folded = [fold_line(standing.text) for standing in self.standings]
        self.was: dict[int, list[str]] = {s.at: [*s.pointers] for s in self.standings}
        self.gone = [t.known.origin for t in compared.turned if t.turn is Turn.GONE and t.known is not None]
        self.first = {pointer: pointer for pointer in self.gone}
        both = [t.known.origin for t in compared.turned if t.turn is Turn.CONFLICT and t.known is not None and not t.theirs.plain]
        #: texts that the file has no longer and the spec has changed
        self.contested = {pointer: pointer for pointer in both}
        self.changes: list[Change] = []
        #: texts that stay as they were after all
        self.mended: set[str] = set()

    def run(self) -> list[Change]:
        """Put in, take out, move; the changes with what became of them."""
        words = {t.known.origin: t.known for t in self.compared.turned if t.known is not None}
        self.old = {one: self.compared.lines[k.line].pieces[k.piece].plain for one, k in words.items()}
        self._put_in()
        self._take_out()
        self._move()
        return self.changes

    # paragraphs put in

    def _put_in(self) -> None:
        at = 0
        while at < len(self.standings):
            standing = self.standings[at]
            if not standing.is_added:
                at += 1
                continue
            took, reason = self._add(standing)
            for one in self.standings[at : at + max(took, 1)]:
                place = self.state.place(self._near(at))
                self.changes.append(Change(Kind.ADDED, "", one.text.strip(), place, took > 0, reason))
                if not took:
                    one.own = True
                    self._mend(one.tail_of)
            at += max(took, 1)

    def _mend(self, origin: str) -> None:
        """The rest of a text that was cut in two has no place, or one that was joined to it must stay: it is kept as it was."""
        head = next((s for s in self.standings if origin in self.was.get(s.at, [])), None) if origin else None
        node = self.state.first.node(origin) if head is not None else None
        if head is None or not isinstance(node, Scalar):
            return
        pointer = head.pointers[self.was[head.at].index(origin)]
        editor = self.state.outline.editor
        if editor.set_text(pointer, node.value) and isinstance(trial := self.state.attempt(editor.result()), Trial):
            self.state.commit(trial)
            self.mended.add(origin)

    def _near(self, at: int) -> str:
        """The pointer, as it was in the spec, of the text before paragraph ``at``."""
        for one in reversed(self.standings[:at]):
            if held := [p for p in self.was.get(one.at, []) if p.startswith("/")]:
                return held[-1]
        return ""

    def _add(self, standing: Standing) -> tuple[int, Message | None]:
        """How many paragraphs from ``standing`` on were put in, and why not."""
        if (cell := standing.paragraph.cell) is not None and self.ways.is_in_body(standing):
            return self._add_cells(standing, cell)
        found: list[tuple[Way, Trial, int]] = []
        reason: Message = _UNCERTAIN
        sides: set[int] = set()
        for way in self.ways.find(standing):
            if way.text is None or way.beside.at in sides:
                continue
            trial = attempt_counted(self.state, way.text, way.pointer.rpartition("/")[0], way.more)
            if isinstance(trial, Message):
                # why a text cannot stand among others like it is worth telling
                reason = trial if way.pointer.rpartition("/")[2].isdigit() and reason is _UNCERTAIN else reason
                continue
            if self._away(trial.lines, way.more) <= self._away(self.state.lines, way.more) - way.took:
                found.append((way, trial, way.beside.at))
                sides.add(way.beside.at)
        if len(found) > 1 and [one.plain for one in found[0][1].lines] != [one.plain for one in found[1][1].lines]:
            style = standing.paragraph.format.style
            found = [one for one in found if one[0].beside.paragraph.format.style == style] or (found if self.file_wins else [])
            reason = _UNCERTAIN
            if len(found) > 1 and not self.file_wins:
                return 0, reason
        if not found:
            return 0, reason
        way, trial, _ = found[0]
        self._commit(trial, way.shift)
        for one in self.standings[standing.at : standing.at + way.took]:
            one.pointers = [way.pointer]
        return way.took, None

    # tables

    def _add_cells(self, standing: Standing, cell: Cell) -> tuple[int, Message | None]:
        """A row of a table that is new as a whole."""
        row = [s for s in self.standings[standing.at :] if s.paragraph.cell is not None]
        row = [s for s in row if s.paragraph.cell and s.paragraph.cell.table is cell.table and s.paragraph.cell.row == cell.row]
        same = [s for s in self.standings if s.paragraph.cell and s.paragraph.cell.table is cell.table]
        inside = [s for s in same if s.paragraph.cell and s.paragraph.cell.row == cell.row]
        above = [p for s in same if s.paragraph.cell and s.paragraph.cell.row == cell.row - 1 for p in s.pointers]
        if any(not s.is_added for s in inside) or not above:
            return 0, msg("A paragraph in a table of its own, or beside the text of a cell, has no place in the spec.")
        container, index = find_rows(above[0])
        if not container:
            return 0, _UNCERTAIN
        cells = [" ".join(w for p in one.paragraphs if (w := p.text.strip(BLANKS))) for one in cell.table.rows[cell.row]]
        text = self.state.outline.insert_row(container, index, cells)
        before = distance(self.folded, self.state.lines)
        trial = self.state.attempt(text) if text is not None else _UNCERTAIN
        if isinstance(trial, Message):
            return 0, trial
        if distance(self.folded, trial.lines) > before - len(row):
            return 0, unprintable()
        self._commit(trial, inserted(container, index))
        for one in row:
            assert one.paragraph.cell is not None
            one.pointers = [f"{container}/{index}/{one.paragraph.cell.column}"]
        return len(row), None

    # texts taken out

    def _take_out(self) -> None:
        told: set[str] = set()
        for pointer in [*self.gone]:
            if pointer in told:
                continue
            now = self.first[pointer]
            removed_ones: list[str] = []
            if self._is_contested(now):
                reason = msg("The spec has changed since what belongs to it.")
            elif now.startswith("/"):
                removed_ones, reason = self._remove(now)
            else:
                reason = msg("These words stand in {place}.", place=now)
            if not removed_ones:
                for head in [s for s in self.standings if pointer in s.joined and s.pointers]:
                    self._mend(self.was[head.at][-1])
            for one in removed_ones or [pointer]:
                told.add(one)
                place = self.state.place(one)
                why = None if removed_ones else reason
                self.changes.append(Change(Kind.REMOVED, self.old.get(one, ""), "", place, bool(removed_ones), why))

    def _remove(self, pointer: str) -> tuple[list[str], Message]:
        """Take out the largest entry or key all of whose texts are gone; these texts as the spec had them, or why not."""
        open_ones = set(self.first.values())
        steps = pointer.split("/")
        reason: Message = _UNCERTAIN
        for count in range(2, len(steps) + 1):
            above = "/".join(steps[:count])
            inside = [p for p in self.state.pointers() if is_under(p, above)]
            if not inside or any(p not in open_ones for p in inside):
                continue
            text = self._empty_cell(above) or self.state.outline.remove(above)
            less = counted_below(self.state.outline, above)
            trial = attempt_counted(self.state, text, above, -less) if text is not None else _UNCERTAIN
            if isinstance(trial, Message):
                reason = trial
                continue
            closer = self._away(trial.lines, less) < self._away(self.state.lines, less)
            if not closer or not keep_levels(self.state.lines, trial.lines):
                reason = unprintable()
                continue
            container, _, index = above.rpartition("/")
            shift = removed(container, int(index)) if index.isdigit() and text != self._empty_cell(above) else unmoved
            out = [was for was, now in self.first.items() if is_under(now, above)]
            for was in out:
                # what comes after it stands where it stood
                del self.first[was]
            self._commit(trial, shift)
            return out, reason
        return [], reason

    def _is_contested(self, pointer: str) -> bool:
        """Whether a whole entry has gone from the file, of which the spec has changed some text: it goes or stays as one."""
        both = {*self.contested.values()}
        open_ones = {*self.first.values(), *both}
        steps = pointer.split("/")
        for count in range(2, len(steps)):
            above = "/".join(steps[:count])
            inside = [p for p in self.state.pointers() if is_under(p, above)]
            if inside and all(p in open_ones for p in inside):
                return any(p in both for p in inside)
        return False

    def _empty_cell(self, pointer: str) -> str | None:
        """A cell without words stays in its row."""
        steps = pointer.split("/")
        if len(steps) < 4 or (steps[-3] != "rows" and steps[-2] != "header") or not steps[-1].isdigit():
            return None
        editor = self.state.outline.editor
        return editor.result() if editor.set_text(pointer, "") else None

    # paragraphs moved

    def _move(self) -> None:
        told: set[int] = set()
        self._read_places()
        for standing in self.standings:
            if not standing.moved or standing.at in told:
                continue
            group, carried, reason = [standing], False, _UNCERTAIN
            for container, index in reversed([*list_entries(standing.pointers[0])]):
                entry = f"{container}/{index}"
                own = [s for s in self.standings if any(is_under(p, entry) for p in s.pointers)]
                if not all(s.moved for s in own) or [s.at for s in own] != [*range(own[0].at, own[0].at + len(own))]:
                    continue
                group = own
                carried = not any(s.torn for s in own) and self._move_entry(container, index, own)
                break
            if any(s.torn for s in group):
                reason = msg("Both the spec and the file have moved it.")
            else:
                carried = carried or (len(group) == 1 and self._transplant(standing))
            for one in group:
                told.add(one.at)
                one.moved = False
                places = [p for p in self.was.get(one.at, []) if p.startswith("/")]
                place = self.state.place(places[0] if places else "")
                words, why = one.text.strip(), None if carried else reason
                self.changes.append(Change(Kind.MOVED, words, words, place, carried, why))

    def _read_places(self) -> None:
        """From here on only places count: every paragraph has the words of its line, which the spec may have changed as well."""
        for standing in self.standings:
            line = self.ways.line_at(standing.pointers[0]) if standing.pointers else None
            if line is not None and line.origins == tuple(standing.pointers):
                self.folded[standing.at] = line.folded

    def _move_entry(self, container: str, index: int, own: list[Standing]) -> bool:
        """Move an entry within its list."""
        above = self.standings[own[0].at - 1] if own[0].at else None
        under = self.standings[own[-1].at + 1] if own[-1].at + 1 < len(self.standings) else None
        targets = [step + 1 for step in _steps(above, container)] or _steps(under, container)
        if not targets:
            return False
        new = targets[0]
        text = self.state.outline.move(container, index, new)
        trial = self.state.attempt(text) if text is not None else _UNCERTAIN
        if isinstance(trial, Message) or distance(self.folded, trial.lines) >= distance(self.folded, self.state.lines):
            return False
        self._commit(trial, moved(container, index, new))
        return True

    def _transplant(self, standing: Standing) -> bool:
        """A paragraph that moved to another list: put in there, taken out here; nothing of both if one cannot be done.

        It goes as the spec has it, whose words may be others by now; one with a remark beside it stays where it is.
        """
        if len(standing.pointers) != 1 or not standing.pointers[0].startswith("/"):
            return False
        node = self.state.outline.node(standing.pointers[0])
        if not isinstance(node, Scalar) or self.state.outline.has_remark(standing.pointers[0]):
            return False
        self.ways.held = {standing.at: node.value}
        old, line, text, lines = standing.pointers, standing.line, self.state.text, self.state.lines
        held, first = [(s, [*s.pointers]) for s in self.standings], {**self.first}
        standing.pointers, standing.line, standing.moved = [], None, False
        self.first["\0"] = old[0]
        took, _ = self._add(standing)
        done = bool(took) and bool(self._remove(self.first["\0"])[0])
        self.first.pop("\0", None)
        self.ways.held = {}
        if not done:
            self.first = first
            self.state.commit(Trial(text, lines))
            for one, pointers in held:
                one.pointers = pointers
            standing.line = line
        return done

    # what all of them need

    def _away(self, lines: Sequence[Line], counted: int = 0) -> int:
        """How far the spec is from the file; sums that change with what came or went do not count."""
        return distance(self.folded, lines, counted=bool(counted))

    def _commit(self, trial: Trial, shift: Shift) -> None:
        self.state.commit(trial)
        self._shift(shift)

    def _shift(self, shift: Shift) -> None:
        for standing in self.standings:
            standing.pointers = [new for p in standing.pointers if (new := shift(p)) is not None]
        for held in (self.first, self.contested):
            held.update({was: shift(now) or now for was, now in held.items()})


def _steps(standing: Standing | None, container: str) -> list[int]:
    if standing is None:
        return []
    return [index for p in standing.pointers for held, index in list_entries(p) if held == container]
