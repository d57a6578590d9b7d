"""What new paragraphs are in the spec: entries like their neighbours, with what must stand below them, and first things below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.config.keys import entry_kinds
from docgen.recovery.pulling.counts import split_counted
from docgen.recovery.pulling.lines import Line
from docgen.recovery.pulling.model import Standing
from docgen.recovery.pulling.outline import Entry, Item, Shift, Value, below
from docgen.recovery.pulling.spec_state import SpecState
from docgen.recovery.pulling.typed import Typed, lead_of
from docgen.recovery.texts import BLANKS
from docgen.sources import Mapping, Scalar, Sequence
from docgen.spec.marks import END_SIGNS

#: lists of dash items, which hold nothing numbered
_DASHED = frozenset({"list", "purpose", "requirements", "duties"})
#: the key of what is numbered below an entry, by its kind
_NUMBERED = {"block": "sections", "article": "points"}


@dataclass(frozen=True, slots=True)
class Branch:
    """One way to put a paragraph below an entry: the new text, what pointers become, where it stands, how many it takes."""

    text: str | None
    shift: Shift
    pointer: str
    took: int


class Branches:
    """Builds entries of ``standings`` that are new; it changes nothing."""

    def __init__(self, standings: list[Standing], state: SpecState, typed: Typed) -> None:
        self._standings, self._state, self._typed = standings, state, typed

    def list_like(self, standing: Standing, entry: str, line: Line) -> Iterator[tuple[Item, int]]:
        """What ``standing`` is beside ``entry``, which prints ``line`` first, and how many paragraphs that takes."""
        node = self._state.outline.node(entry)
        words = self._typed.words(standing, line)
        if isinstance(node, Mapping) and (counted := split_counted(words, line)) is not None:
            yield Entry("participants", {"who": counted[0], "count": counted[1]}), 1
            return
        container = entry.rpartition("/")[0]
        kind, lead = kind_of(container), lead_of(standing)
        if kind and lead and not lead.startswith("dash"):
            is_titled = line.component != "body" or self._state.outline.node(f"{entry}/title") is not None
            is_bold = self._typed.is_bold(standing)
            if self._has_run_in(container) and (both := self._typed.run_in(standing)) is not None:
                yield Entry(kind, {"title": both[0], "run_in": True, "text": both[1]}), 1
            if is_bold or (is_titled and not standing.text.rstrip(BLANKS).endswith((*END_SIGNS, ":"))):
                found = self._titled(standing, kind, line if is_titled else None)
                yield found
                if is_bold and found[1] == 1:
                    # a title with nothing below it is no text
                    return
            if is_titled:
                words = self._typed.words(standing, None)
        yield words, 1
        if isinstance(node, Mapping):
            yield Entry(kind or "block", {"text": words}), 1

    def _has_run_in(self, container: str) -> bool:
        node = self._state.outline.node(container)
        count = len(node.items) if isinstance(node, Sequence) else 0
        return any(self._state.outline.node(f"{container}/{i}/run_in") is not None for i in range(count))

    def list_below(self, standing: Standing, pointer: str) -> Iterator[Branch]:
        """Ways to make ``standing`` the first of its kind below an entry in which the text at ``pointer`` stands."""
        lead = lead_of(standing)
        steps = pointer.split("/")
        for count in range(len(steps), 2, -1):
            entry = "/".join(steps[:count])
            kind = kind_of(entry.rpartition("/")[0]) if steps[count - 1].isdigit() else ""
            if not kind or not lead:
                continue
            for name, value, step, took in self._firsts(standing, kind, steps[count - 2], lead):
                yield self._put(entry, kind, name, value, step, took)

    def more_text(self, standing: Standing, pointer: str) -> Iterator[Branch]:
        """Ways to make ``standing`` the next paragraph of a plain entry at ``pointer``."""
        kind = kind_of(pointer.rpartition("/")[0])
        if kind in ("block", "task") and not lead_of(standing):
            text = self._state.outline.deepen(pointer, kind, "text", [self._typed.words(standing, None)])
            yield Branch(text, below(pointer, "text/0"), f"{pointer}/text/1", 1)

    def _firsts(self, standing: Standing, kind: str, key: str, lead: str) -> Iterator[tuple[str, Value, str, int]]:
        """Key, value, the place in it, and how many paragraphs it takes."""
        if kind == "task" and (said := self._typed.task_line(standing)) is not None:
            yield said[0], said[1], said[0] if isinstance(said[1], str) else f"{said[0]}/0", 1
        elif lead.startswith("dash"):
            if kind == "block":
                yield "list", [self._typed.words(standing, None)], "list/0", 1
        elif kind in _NUMBERED and key not in _DASHED:
            name = _NUMBERED[kind]
            item, took = self._first_of(standing, "block")
            yield name, [item], f"{name}/0" if isinstance(item, str) else f"{name}/0/title", took

    def _first_of(self, standing: Standing, kind: str) -> tuple[Item, int]:
        """An entry whose neighbours say nothing: bold words are a title, which needs something below it."""
        if not self._typed.is_bold(standing):
            return self._typed.words(standing, None), 1
        return self._titled(standing, kind, None)

    def _put(self, entry: str, kind: str, name: str, value: Value, step: str, took: int) -> Branch:
        outline = self._state.outline
        if isinstance(outline.node(entry), Scalar):
            return Branch(outline.deepen(entry, kind, name, value), below(entry, "text"), f"{entry}/{step}", took)
        return Branch(outline.add_key(entry, kind, name, value), lambda pointer: pointer, f"{entry}/{step}", took)

    def _titled(self, standing: Standing, kind: str, line: Line | None) -> tuple[Entry, int]:
        """The paragraph as a title with the first thing below it; what comes after that finds its place beside it.

        ``line``: that of a titled neighbour.
        """
        key = "agency" if kind == "duty" else "title"
        titled: dict[str, Value] = {key: self._typed.title(standing, line)}
        at = standing.at + 1
        following = self._standings[at] if at < len(self._standings) and self._standings[at].is_added else None
        if following is None or following.paragraph.cell is not standing.paragraph.cell:
            return Entry(kind, titled), 1
        lead, words = lead_of(following), self._typed.words(following, None)
        if kind == "task" and (said := self._typed.task_line(following)) is not None:
            return Entry(kind, titled | {said[0]: said[1]}), 2
        name = {"block": "list", "duty": "duties"}.get(kind) if lead.startswith("dash") else None
        if name is not None:
            return Entry(kind, titled | {name: [words]}), 2
        if not lead and kind != "duty":
            return Entry(kind, titled | {"text": words}), 2
        name = "items" if kind == "task" else _NUMBERED.get(kind)
        if name is None or lead == lead_of(standing) or lead.startswith("dash"):
            return Entry(kind, titled), 1
        first, took = self._first_of(following, "task" if kind == "task" else "block")
        return Entry(kind, titled | {name: [first]}), took + 1


def kind_of(container: str) -> str:
    """The kind of entries that the list at ``container`` holds; empty for lists of plain texts."""
    return entry_kinds().get(container.rpartition("/")[2], "")
