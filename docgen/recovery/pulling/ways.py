"""The ways in which a paragraph of the file could be put into the spec, each with the text that the spec would be then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.recovery.pulling.branches import Branches, kind_of
from docgen.recovery.pulling.lines import Line, fold_line
from docgen.recovery.pulling.model import Standing
from docgen.recovery.pulling.outline import Shift, below, inserted
from docgen.recovery.pulling.spec_state import SpecState, is_under
from docgen.recovery.pulling.typed import Typed, is_same_lead, lead_of


@dataclass(frozen=True, slots=True)
class Way:
    """One way to put a paragraph in: the new text, what pointers become, where it stands then, how many paragraphs it takes.

    ``beside``: the neighbour that says where. ``more``: how many take part by it.
    """

    text: str | None
    shift: Shift
    pointer: str
    beside: Standing
    took: int = 1
    more: int = 0


class Ways:
    """Looks for ways into ``state`` beside the neighbours of a paragraph; it changes nothing."""

    def __init__(self, standings: list[Standing], state: SpecState, text_end: str) -> None:
        self.standings, self.state = standings, state
        self.typed = Typed(state, text_end)
        self._branches = Branches(standings, state, self.typed)

    def find(self, standing: Standing) -> Iterator[Way]:
        """All ways, those behind the paragraph above first. The spec need not load with every text that is offered."""
        above, under = self._neighbour(standing, -1), self._neighbour(standing, 1)
        if above is not None:
            yield from self._ways_behind(standing, above, under)
        if under is not None:
            yield from self._ways_before(standing, under, above)
        if above is not None:
            for one in self._branches.more_text(standing, above.pointers[-1]):
                yield Way(one.text, one.shift, one.pointer, above)

    def _neighbour(self, standing: Standing, step: int) -> Standing | None:
        """The paragraph above or below whose texts say where ``standing`` belongs; above it that may be the last of a table."""
        at = standing.at + step
        while 0 <= at < len(self.standings) and (self._is_own(at, step) or (self.standings[at].is_added and step > 0)):
            at += step
        if not 0 <= at < len(self.standings):
            return None
        one, cell = self.standings[at], standing.paragraph.cell
        known = bool(one.pointers) and not one.moved and all(p.startswith("/") for p in one.pointers)
        beside = one.paragraph.cell is cell or (step < 0 and cell is None and find_table(one.pointers[-1]) != "")
        return one if known and beside else None

    def _is_own(self, at: int, step: int) -> bool:
        """Whether a paragraph above holds docgen's own words alone: the mark behind the text, the reference of an appendix."""
        words = fold_line(self.standings[at].text)
        if not words or step > 0:
            return not words
        return any(line.folded == words and not line.origins for line in self.state.lines)

    def is_below_filing(self, standing: Standing) -> bool:
        """Whether the paragraph stands right below the filing line, or below others that do."""
        above = next((one for one in reversed(self.standings[: standing.at]) if one.pointers), None)
        own = self.line_at(above.pointers[-1]) if above is not None else None
        return own is not None and own.component == "filing"

    def _ways_behind(self, standing: Standing, above: Standing, under: Standing | None) -> Iterator[Way]:
        pointer = above.pointers[-1]
        if standing.paragraph.cell is None:
            pointer = find_table(pointer) or pointer
        own = self.line_at(pointer)
        for container, index in list_entries(pointer):
            entry = f"{container}/{index}"
            if under is not None and any(is_under(p, entry) for p in under.pointers):
                continue
            yield from self._entry_ways(standing, above, container, index + 1, entry)
        if own is None:
            return
        parent, _, step = pointer.rpartition("/")
        words, lead, outline = self.typed.words(standing, own), lead_of(standing), self.state.outline
        if not lead and not own.lead and not step.isdigit():
            yield Way(outline.promote(pointer, words, before=False), below(pointer, "0"), f"{pointer}/1", above)
        if not lead and step == "title" and (kind := kind_of(parent.rpartition("/")[0])):
            plain = self.typed.words(standing, None)
            yield Way(outline.add_key(parent, kind, "text", plain), unmoved, f"{parent}/text", above)
        for one in self._branches.list_below(standing, pointer):
            yield Way(one.text, one.shift, one.pointer, above, one.took)

    def _ways_before(self, standing: Standing, under: Standing, above: Standing | None) -> Iterator[Way]:
        pointer = under.pointers[0]
        own = self.line_at(pointer)
        for container, index in list_entries(pointer):
            entry = f"{container}/{index}"
            if (above is not None and any(is_under(p, entry) for p in above.pointers)) or self.line_at(entry) is not own:
                continue
            yield from self._entry_ways(standing, under, container, index, entry)
        if own is not None and not lead_of(standing) and not own.lead and not pointer.rpartition("/")[2].isdigit():
            words = self.typed.words(standing, own)
            yield Way(self.state.outline.promote(pointer, words, before=True), below(pointer, "1"), f"{pointer}/0", under)

    def _entry_ways(self, standing: Standing, beside: Standing, container: str, index: int, entry: str) -> Iterator[Way]:
        """Put the paragraph beside ``entry``, whose kind of number it has."""
        line = self.line_at(entry)
        if line is None or not is_same_lead(lead_of(standing), line.lead) or not all(is_under(p, entry) for p in line.origins):
            return
        shift = inserted(container, index)
        for item, took in self._branches.list_like(standing, entry, line):
            text = self.state.outline.insert(container, index, item)
            own = f"{container}/{index}" if isinstance(item, str) else f"{container}/{index}/{next(iter(item.keys))}"
            count = 0 if isinstance(item, str) else item.keys.get("count", 0)
            yield Way(text, shift, own, beside, took, count if isinstance(count, int) else 0)

    def is_in_body(self, standing: Standing) -> bool:
        """Whether the paragraph stands in a table of the body, not in that of the head or the signature."""
        cell = standing.paragraph.cell
        tables = [(s, s.paragraph.cell.table) for s in self.standings if s.paragraph.cell is not None]
        others = [s for s, table in tables if cell is not None and table is cell.table]
        lines = [line for one in others for p in one.pointers if (line := self.line_at(p)) is not None]
        return all(line.cell for line in lines) if lines else not any(one.own for one in others)

    def line_at(self, pointer: str) -> Line | None:
        """The first line that prints a text at or below ``pointer`` now."""
        at = self.state.line_of(pointer)
        return None if at is None else self.state.lines[at]


def unmoved(pointer: str) -> str | None:
    """What pointers become where none changes."""
    return pointer


def list_entries(pointer: str) -> Iterator[tuple[str, int]]:
    """The lists in which ``pointer`` stands and its places there, innermost first."""
    steps = pointer.split("/")
    for i in range(len(steps) - 1, 0, -1):
        if steps[i].isdigit():
            yield "/".join(steps[:i]), int(steps[i])


def find_table(pointer: str) -> str:
    """The table in which ``pointer`` stands; empty outside of tables."""
    before, inside, _ = pointer.rpartition("/table/")
    return f"{before}{inside}".rstrip("/")


def find_rows(pointer: str) -> tuple[str, int]:
    """The rows of a table and the place behind the row (or the header) in which ``pointer`` stands."""
    steps = pointer.split("/")
    if len(steps) > 2 and steps[-2] == "header":
        return "/".join([*steps[:-2], "rows"]), 0
    if len(steps) > 3 and steps[-3] == "rows" and steps[-2].isdigit():
        return "/".join(steps[:-2]), int(steps[-2]) + 1
    return "", 0
