"""Paragraphs that came, went or moved: into the lists and keys of the spec, where their neighbours make the place certain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.document.text import Text, literal
from docgen.ooxml.content import Cell
from docgen.problems import Message, msg
from docgen.recovery.pulling_edits import SpecState, Trial, distance, is_under, unprintable, write_text
from docgen.recovery.pulling_lines import LEAD, Line, fold_line, lead_kind
from docgen.recovery.pulling_pairs import Compared, Standing, Turn
from docgen.recovery.pulling_said import Change, Kind
from docgen.recovery.pulling_words import is_bare
from docgen.recovery.pulling_yaml import Item, Shift, below, inserted, moved, removed
from docgen.recovery.texts import BLANKS, read_text
from docgen.sources import Mapping, Scalar
from docgen.spec.marks import END_SIGNS

_UNCERTAIN = msg("Its place in the spec is not certain.")


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to put a paragraph in: the new text, what pointers become, where it stands then, how many paragraphs it takes.

    ``beside``: the neighbour that says where.
    """

    text: str | None
    shift: Shift
    pointer: str
    beside: Standing
    took: int = 1


class Placing:
    """Changes ``state`` paragraph by paragraph; an edit counts only if the spec then prints what the file has."""

    def __init__(self, compared: Compared, state: SpecState, text_end: str) -> None:
        self.compared, self.state, self.end = compared, state, text_end
        self.standings = compared.standings
        self.folded = [fold_line(standing.text) for standing in self.standings]
        self.was: dict[int, list[str]] = {s.at: [*s.pointers] for s in self.standings}
        self.gone = [t.known.origin for t in compared.turned if t.turn is Turn.GONE and t.known is not None]
        self.first = {pointer: pointer for pointer in self.gone}
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
        if (cell := standing.paragraph.cell) is not None and self._is_in_body(standing):
            return self._add_cells(standing, cell)
        found: list[tuple[_Way, Trial, int]] = []
        reason: Message = _UNCERTAIN
        before = distance(self.folded, self.state.lines)
        sides: set[int] = set()
        for way in self._ways(standing):
            if way.text is None or way.beside.at in sides:
                continue
            trial = self.state.attempt(way.text)
            if isinstance(trial, Message):
                # why a text cannot stand among others like it is worth telling
                reason = trial if way.pointer.rpartition("/")[2].isdigit() and reason is _UNCERTAIN else reason
                continue
            if distance(self.folded, trial.lines) <= before - way.took:
                found.append((way, trial, way.beside.at))
                sides.add(way.beside.at)
        if len(found) > 1 and [one.plain for one in found[0][1].lines] != [one.plain for one in found[1][1].lines]:
            style = standing.paragraph.format.style
            found = [one for one in found if one[0].beside.paragraph.format.style == style]
            reason = _UNCERTAIN
            if len(found) > 1:
                return 0, reason
        if not found:
            return 0, reason
        way, trial, _ = found[0]
        self._commit(trial, way.shift)
        for one in self.standings[standing.at : standing.at + way.took]:
            one.pointers = [way.pointer]
        return way.took, None

    def _ways(self, standing: Standing) -> Iterator[_Way]:
        above, under = self._neighbour(standing, -1), self._neighbour(standing, 1)
        if above is not None:
            yield from self._ways_behind(standing, above, under)
        if under is not None:
            yield from self._ways_before(standing, under, above)

    def _neighbour(self, standing: Standing, step: int) -> Standing | None:
        at = standing.at + step
        while 0 <= at < len(self.standings) and self.standings[at].is_added and step > 0:
            at += step
        if not 0 <= at < len(self.standings):
            return None
        one = self.standings[at]
        known = bool(one.pointers) and not one.moved and all(p.startswith("/") for p in one.pointers)
        return one if known and one.paragraph.cell is standing.paragraph.cell else None

    def _ways_behind(self, standing: Standing, above: Standing, under: Standing | None) -> Iterator[_Way]:
        pointer = above.pointers[-1]
        own = self._line_at(pointer)
        for container, index in _entries(pointer):
            entry = f"{container}/{index}"
            if under is not None and any(is_under(p, entry) for p in under.pointers):
                continue
            yield from self._entry_ways(standing, above, container, index + 1, entry)
        if own is None:
            return
        parent, _, step = pointer.rpartition("/")
        words = self._words(standing, own)
        lead, outline = _lead_of(standing), self.state.outline
        if not lead and not own.lead and not step.isdigit():
            yield _Way(outline.promote(pointer, words, before=False), below(pointer, "0"), f"{pointer}/1", above)
        if not lead and step == "title":
            yield _Way(outline.add_key(parent, "text", self._words(standing, None), "title"), _same, f"{parent}/text", above)
        if lead.startswith("dash"):
            values = self._words(standing, None)
            holder, key = (parent.rpartition("/")[0], "text") if step.isdigit() and parent.endswith("/text") else (parent, step)
            if key in ("text", "title"):
                yield _Way(outline.add_key(holder, "list", [values], key), _same, f"{holder}/list/0", above)
            if step.isdigit() and own.lead.startswith("dash") and own.lead != lead:
                yield _Way(outline.deepen(pointer, "list", [values]), below(pointer, "text"), f"{pointer}/list/0", above)

    def _ways_before(self, standing: Standing, under: Standing, above: Standing | None) -> Iterator[_Way]:
        pointer = under.pointers[0]
        own = self._line_at(pointer)
        for container, index in _entries(pointer):
            entry = f"{container}/{index}"
            if (above is not None and any(is_under(p, entry) for p in above.pointers)) or self._line_at(entry) is not own:
                continue
            yield from self._entry_ways(standing, under, container, index, entry)
        if own is not None and not _lead_of(standing) and not own.lead and not pointer.rpartition("/")[2].isdigit():
            words = self._words(standing, own)
            yield _Way(self.state.outline.promote(pointer, words, before=True), below(pointer, "1"), f"{pointer}/0", under)

    def _entry_ways(self, standing: Standing, beside: Standing, container: str, index: int, entry: str) -> Iterator[_Way]:
        """Put the paragraph beside ``entry``, whose kind of number it has."""
        line = self._line_at(entry)
        if line is None or not _same_lead(_lead_of(standing), line.lead) or not all(is_under(p, entry) for p in line.origins):
            return
        words = self._words(standing, line)
        shift = inserted(container, index)
        for item, took in self._items(standing, words, entry, line):
            text = self.state.outline.insert(container, index, item)
            own = f"{container}/{index}" if isinstance(item, str) else f"{container}/{index}/{next(iter(item))}"
            yield _Way(text, shift, own, beside, took)

    def _items(self, standing: Standing, words: str, entry: str, line: Line) -> Iterator[tuple[Item, int]]:
        node = self.state.outline.node(entry)
        if isinstance(node, Mapping) and _lead_of(standing):
            following: dict[str, str | list[str]] = {"title": words}
            texts: list[str] = []
            dashes: list[str] = []
            for one in self.standings[standing.at + 1 :]:
                lead = _lead_of(one)
                if not one.is_added or (lead and not lead.startswith("dash")) or (dashes and not lead):
                    break
                (dashes if lead else texts).append(self._words(one, None))
            if texts:
                following["text"] = texts[0] if len(texts) == 1 else texts
            if dashes:
                following["list"] = dashes
            if len(following) > 1 and line.component != "body":
                yield following, 1 + len(texts) + len(dashes)
        yield words, 1
        if isinstance(node, Mapping):
            yield {"text": words}, 1

    def _words(self, standing: Standing, like: Line | None) -> str:
        """The words of an added paragraph as the spec has them, without what docgen sets before and behind texts like it."""
        text = standing.text
        start, end = 0, len(text)
        prefix = like.prefix.strip() if like is not None else ""
        bare = text.lstrip(BLANKS)
        start = len(text) - len(bare)
        found = LEAD.match(bare)
        if found is not None and (like is None or like.lead or not prefix):
            start += found.end()
        elif prefix and bare.startswith(prefix):
            start += len(prefix)
        while end > start and text[end - 1] in BLANKS:
            end -= 1
        if len(self.end) > 1 and text[start:end].endswith(self.end):
            end -= len(self.end) - 1
        component = like.component if like is not None else "body"
        if like is not None and is_bare(component, like.origins[0] if like.origins else ""):
            while end > start and text[end - 1] in (*END_SIGNS, " "):
                end -= 1
        piece = next((p for p in like.pieces if p.origin), None) if like is not None else None
        look = piece.look if piece is not None else (False, False)
        words: Text = read_text(standing.paragraph, start, end, look)
        if words.is_emphasised and component != "body":
            words = literal(words.plain)
        own = self.state.standard.components.get(component)
        if own is not None and own.in_capitals and words.plain.isupper():
            small = words.plain.lower()
            words = literal(small[0].upper() + small[1:])
        return write_text(words, component)

    # tables

    def _is_in_body(self, standing: Standing) -> bool:
        """Whether the paragraph stands in a table of the body, not in that of the head or the signature."""
        cell = standing.paragraph.cell
        tables = [(s, s.paragraph.cell.table) for s in self.standings if s.paragraph.cell is not None]
        others = [s for s, table in tables if cell is not None and table is cell.table]
        lines = [line for one in others for p in one.pointers if (line := self._line_at(p)) is not None]
        return all(line.cell for line in lines) if lines else not any(one.own for one in others)

    def _add_cells(self, standing: Standing, cell: Cell) -> tuple[int, Message | None]:
        """A row of a table that is new as a whole."""
        row = [s for s in self.standings[standing.at :] if s.paragraph.cell is not None]
        row = [s for s in row if s.paragraph.cell and s.paragraph.cell.table is cell.table and s.paragraph.cell.row == cell.row]
        same = [s for s in self.standings if s.paragraph.cell and s.paragraph.cell.table is cell.table]
        inside = [s for s in same if s.paragraph.cell and s.paragraph.cell.row == cell.row]
        above = [p for s in same if s.paragraph.cell and s.paragraph.cell.row == cell.row - 1 for p in s.pointers]
        if any(not s.is_added for s in inside) or not above:
            return 0, msg("A paragraph in a table of its own, or beside the text of a cell, has no place in the spec.")
        container, index = _rows_of(above[0])
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
            under, reason = self._remove(now) if now.startswith("/") else ("", msg("These words stand in {place}.", place=now))
            if not under:
                for head in [s for s in self.standings if pointer in s.joined and s.pointers]:
                    self._mend(self.was[head.at][-1])
            for one in self.gone:
                if one not in told and (one == pointer or (under and is_under(self.first[one], under))):
                    told.add(one)
                    place = self.state.place(one)
                    why = None if under else reason
                    self.changes.append(Change(Kind.REMOVED, self.old.get(one, ""), "", place, bool(under), why))

    def _remove(self, pointer: str) -> tuple[str, Message]:
        """Take out the largest entry or key all of whose texts are gone; its pointer, or why not."""
        open_ones = set(self.first.values())
        steps = pointer.split("/")
        reason: Message = _UNCERTAIN
        for count in range(2, len(steps) + 1):
            above = "/".join(steps[:count])
            inside = [p for p in self.state.pointers() if is_under(p, above)]
            if not inside or any(p not in open_ones for p in inside):
                continue
            text = self._empty_cell(above) or self.state.outline.remove(above)
            trial = self.state.attempt(text) if text is not None else _UNCERTAIN
            if isinstance(trial, Message):
                reason = trial
                continue
            if distance(self.folded, trial.lines) >= distance(self.folded, self.state.lines):
                reason = unprintable()
                continue
            container, _, index = above.rpartition("/")
            shift = removed(container, int(index)) if index.isdigit() and text != self._empty_cell(above) else _same
            self.state.commit(trial)
            self._shift(shift, keep=above)
            return above, reason
        return "", reason

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
        for standing in self.standings:
            if not standing.moved or standing.at in told:
                continue
            group, carried = [standing], False
            for container, index in reversed([*_entries(standing.pointers[0])]):
                entry = f"{container}/{index}"
                own = [s for s in self.standings if any(is_under(p, entry) for p in s.pointers)]
                if not all(s.moved for s in own) or [s.at for s in own] != [*range(own[0].at, own[0].at + len(own))]:
                    continue
                group = own
                carried = self._move_entry(container, index, own)
                break
            carried = carried or (len(group) == 1 and self._transplant(standing))
            for one in group:
                told.add(one.at)
                one.moved = False
                places = [p for p in self.was.get(one.at, []) if p.startswith("/")]
                place = self.state.place(places[0] if places else "")
                words, why = one.text.strip(), None if carried else _UNCERTAIN
                self.changes.append(Change(Kind.MOVED, words, words, place, carried, why))

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
        """A paragraph that moved to another list: put in there, taken out here; nothing of both if one cannot be done."""
        if len(standing.pointers) != 1 or not standing.pointers[0].startswith("/"):
            return False
        old, line, text, lines = standing.pointers, standing.line, self.state.text, self.state.lines
        held = [(s, [*s.pointers]) for s in self.standings]
        standing.pointers, standing.line, standing.moved = [], None, False
        self.first["\0"] = old[0]
        took, _ = self._add(standing)
        done = bool(took) and bool(self._remove(self.first["\0"])[0])
        del self.first["\0"]
        if not done:
            self.state.commit(Trial(text, lines))
            for one, pointers in held:
                one.pointers = pointers
            standing.line = line
        return done

    # what all of them need

    def _commit(self, trial: Trial, shift: Shift) -> None:
        self.state.commit(trial)
        self._shift(shift)

    def _shift(self, shift: Shift, keep: str = "") -> None:
        for standing in self.standings:
            standing.pointers = [new for p in standing.pointers if (new := shift(p)) is not None]
        for was, now in [*self.first.items()]:
            if not (keep and is_under(now, keep)):
                self.first[was] = shift(now) or now

    def _line_at(self, pointer: str) -> Line | None:
        at = self.state.line_of(pointer)
        return None if at is None else self.state.lines[at]


def _lead_of(standing: Standing) -> str:
    if standing.paragraph.numbering:
        return "dash" if standing.paragraph.bullet else lead_kind(f"{standing.paragraph.numbering} ")
    return lead_kind(standing.text)


def _same_lead(typed: str, line: str) -> bool:
    return line.startswith("dash") if typed == "dash" else typed == line


def _same(pointer: str) -> str | None:
    return pointer


def _entries(pointer: str) -> Iterator[tuple[str, int]]:
    """The lists in which ``pointer`` stands and its places there, innermost first."""
    steps = pointer.split("/")
    for i in range(len(steps) - 1, 0, -1):
        if steps[i].isdigit():
            yield "/".join(steps[:i]), int(steps[i])


def _steps(standing: Standing | None, container: str) -> list[int]:
    if standing is None:
        return []
    return [index for p in standing.pointers for held, index in _entries(p) if held == container]


def _rows_of(pointer: str) -> tuple[str, int]:
    """The rows of a table and the place behind the row (or the header) in which ``pointer`` stands."""
    steps = pointer.split("/")
    if len(steps) > 2 and steps[-2] == "header":
        return "/".join([*steps[:-2], "rows"]), 0
    if len(steps) > 3 and steps[-3] == "rows" and steps[-2].isdigit():
        return "/".join(steps[:-2]), int(steps[-2]) + 1
    return "", 0
