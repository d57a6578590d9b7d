"""The ways in which a paragraph of the file could be put into the spec, each with the text that the spec would be then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.document.text import Text, literal
from docgen.recovery.pulling.counts import split_counted
from docgen.recovery.pulling.lines import LEAD, Line, lead_kind
from docgen.recovery.pulling.model import Standing
from docgen.recovery.pulling.outline import Item, Shift, below, inserted
from docgen.recovery.pulling.spec_state import SpecState, is_under, write_text
from docgen.recovery.pulling.words import is_bare
from docgen.recovery.texts import BLANKS, read_text
from docgen.sources import Mapping
from docgen.spec.marks import END_SIGNS
from docgen.vietnamese import running_text


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
        self.standings, self.state, self.end = standings, state, text_end
        #: what the spec has for paragraphs that it has already, by their places in the file
        self.held: dict[int, str] = {}

    def find(self, standing: Standing) -> Iterator[Way]:
        """All ways, those behind the paragraph above first. The spec need not load with every text that is offered."""
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

    def _ways_behind(self, standing: Standing, above: Standing, under: Standing | None) -> Iterator[Way]:
        pointer = above.pointers[-1]
        own = self.line_at(pointer)
        for container, index in list_entries(pointer):
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
            yield Way(outline.promote(pointer, words, before=False), below(pointer, "0"), f"{pointer}/1", above)
        if not lead and step == "title":
            yield Way(outline.add_key(parent, "text", self._words(standing, None), "title"), unmoved, f"{parent}/text", above)
        if lead.startswith("dash"):
            values = self._words(standing, None)
            holder, key = (parent.rpartition("/")[0], "text") if step.isdigit() and parent.endswith("/text") else (parent, step)
            if key in ("text", "title"):
                yield Way(outline.add_key(holder, "list", [values], key), unmoved, f"{holder}/list/0", above)
            if step.isdigit() and own.lead.startswith("dash") and own.lead != lead:
                yield Way(outline.deepen(pointer, "list", [values]), below(pointer, "text"), f"{pointer}/list/0", above)

    def _ways_before(self, standing: Standing, under: Standing, above: Standing | None) -> Iterator[Way]:
        pointer = under.pointers[0]
        own = self.line_at(pointer)
        for container, index in list_entries(pointer):
            entry = f"{container}/{index}"
            if (above is not None and any(is_under(p, entry) for p in above.pointers)) or self.line_at(entry) is not own:
                continue
            yield from self._entry_ways(standing, under, container, index, entry)
        if own is not None and not _lead_of(standing) and not own.lead and not pointer.rpartition("/")[2].isdigit():
            words = self._words(standing, own)
            yield Way(self.state.outline.promote(pointer, words, before=True), below(pointer, "1"), f"{pointer}/0", under)

    def _entry_ways(self, standing: Standing, beside: Standing, container: str, index: int, entry: str) -> Iterator[Way]:
        """Put the paragraph beside ``entry``, whose kind of number it has."""
        line = self.line_at(entry)
        if line is None or not _same_lead(_lead_of(standing), line.lead) or not all(is_under(p, entry) for p in line.origins):
            return
        words = self._words(standing, line)
        shift = inserted(container, index)
        for item, took in self._items(standing, words, entry, line):
            text = self.state.outline.insert(container, index, item)
            own = f"{container}/{index}" if isinstance(item, str) else f"{container}/{index}/{next(iter(item))}"
            count = 0 if isinstance(item, str) else item.get("count", 0)
            yield Way(text, shift, own, beside, took, count if isinstance(count, int) else 0)

    def _items(self, standing: Standing, words: str, entry: str, line: Line) -> Iterator[tuple[Item, int]]:
        node = self.state.outline.node(entry)
        if isinstance(node, Mapping) and (counted := split_counted(words, line)) is not None:
            yield {"who": counted[0], "count": counted[1]}, 1
            return
        if isinstance(node, Mapping) and _lead_of(standing):
            following: dict[str, str | int | list[str]] = {"title": words}
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
        if standing.at in self.held:
            return self.held[standing.at]
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
        if like is not None and is_bare(component, like.origins[-1] if like.origins else ""):
            while end > start and text[end - 1] in (*END_SIGNS, " "):
                end -= 1
        piece = next((p for p in like.pieces if p.origin), None) if like is not None else None
        look = piece.look if piece is not None else (False, False)
        words: Text = read_text(standing.paragraph, start, end, look)
        if words.is_emphasised and component != "body":
            words = literal(words.plain)
        own = self.state.standard.components.get(component)
        if own is not None and own.in_capitals and words.plain.isupper():
            words = literal(running_text(words.plain, [one.plain for one in self.state.lines]).name)
        return write_text(words, component)

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


def _lead_of(standing: Standing) -> str:
    if standing.paragraph.numbering:
        return "dash" if standing.paragraph.bullet else lead_kind(f"{standing.paragraph.numbering} ")
    return lead_kind(standing.text)


def _same_lead(typed: str, line: str) -> bool:
    return line.startswith("dash") if typed == "dash" else typed == line


def unmoved(pointer: str) -> str | None:
    """What pointers become where none changes."""
    return pointer


def list_entries(pointer: str) -> Iterator[tuple[str, int]]:
    """The lists in which ``pointer`` stands and its places there, innermost first."""
    steps = pointer.split("/")
    for i in range(len(steps) - 1, 0, -1):
        if steps[i].isdigit():
            yield "/".join(steps[:i]), int(steps[i])


def find_rows(pointer: str) -> tuple[str, int]:
    """The rows of a table and the place behind the row (or the header) in which ``pointer`` stands."""
    steps = pointer.split("/")
    if len(steps) > 2 and steps[-2] == "header":
        return "/".join([*steps[:-2], "rows"]), 0
    if len(steps) > 3 and steps[-3] == "rows" and steps[-2].isdigit():
        return "/".join(steps[:-2]), int(steps[-2]) + 1
    return "", 0
