"""One flow of text against another: the document itself, a header, the notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from docgen.ooxml.content import Paragraph, Table
from docgen.problems import Message, msg
from docgen.recovery.differences.blocks import Block, ends_section, list_blocks, paragraphs_of
from docgen.recovery.differences.model import Difference, Kind, Piece, Spot
from docgen.recovery.differences.pairing import RowStep, Step, pair_blocks
from docgen.recovery.differences.paragraphs import ParagraphComparer
from docgen.recovery.differences.spots import Spots
from docgen.recovery.differences.table_flows import TableComparer


@dataclass(slots=True)
class FlowComparer:
    """Compares flows of two documents; ``old`` and ``new`` make their places."""

    old: Spots
    new: Spots
    paragraphs: ParagraphComparer
    tables: TableComparer

    def compare(
        self, old: Sequence[Paragraph], new: Sequence[Paragraph], role: str, where: Message | None = None
    ) -> Iterator[Difference]:
        """Every difference of two flows, in the order of the new one."""
        yield from self.tell(pair_blocks(list_blocks(old), list_blocks(new)), role, where)

    def tell(self, steps: Sequence[Step], role: str, where: Message | None = None) -> Iterator[Difference]:
        """The differences that ``steps`` stand for; empty paragraphs that came or went together are one."""
        for came, group in groupby(steps, key=_is_empty_single):
            together = [step for step in group if came is None or not _ends_section(step)]
            if came is not None and len(together) > 1:
                yield self._tell_empty(together, came, role, where)
                continue
            for step in together:
                yield from self._tell_step(step, role, where)

    def _tell_step(self, step: Step, role: str, where: Message | None) -> Iterator[Difference]:
        if step.old is not None and step.new is not None:
            yield from self._tell_pair(step.old, step.new, step.rows, role, where)
        elif step.twin is None:
            yield from self._tell_single(step, role, where)
        elif step.new is not None and step.twin.old is not None:
            yield from self._tell_moved(step.twin.old, step.new, role, where)

    def _tell_empty(self, steps: Sequence[Step], came: bool, role: str, where: Message | None) -> Difference:
        block = steps[0].new or steps[0].old
        assert block is not None
        spot = self._spot(self.new if came else self.old, block, where)
        many = len(steps)
        if came:
            return Difference(Kind.ADDED, msg("{count} empty paragraphs added", count=many), role, None, spot)
        return Difference(Kind.REMOVED, msg("{count} empty paragraphs removed", count=many), role, spot, None)

    def _tell_pair(self, old: Block, new: Block, rows: list[RowStep], role: str, where: Message | None) -> Iterator[Difference]:
        if old.paragraph is not None and new.paragraph is not None:
            yield from self._paragraph(old.paragraph, new.paragraph, role, where)
        elif old.table is not None and new.table is not None:
            yield from self._table(old.table, new.table, rows, role, where)

    def _tell_moved(self, old: Block, new: Block, role: str, where: Message | None) -> Iterator[Difference]:
        was, now = self._spot(self.old, old, where), self._spot(self.new, new, where)
        what = msg("moved here from paragraph {n}", n=was.paragraph if was.paragraph is not None else "?")
        yield Difference(Kind.MOVED, what, role, old=was, new=now, words=(Piece("same", new.text),))
        rows = []
        if old.table is not None:
            rows = pair_blocks([old], [new])[0].rows
        yield from self._tell_pair(old, new, rows, role, where)

    def _tell_single(self, step: Step, role: str, where: Message | None) -> Iterator[Difference]:
        block = step.new or step.old
        assert block is not None
        came = step.new is not None
        spot = self._spot(self.new if came else self.old, block, where)
        old, new = (None, spot) if came else (spot, None)
        kind = Kind.ADDED if came else Kind.REMOVED
        if block.table is not None:
            what = msg("table added") if came else msg("table removed")
            text = "\n".join(p.text for p in paragraphs_of([block]) if p.text)
        else:
            assert block.paragraph is not None
            text = block.text
            what = self._say_single(block.paragraph, came)
        words = (Piece("added" if came else "removed", text),) if text else ()
        yield Difference(kind, what, role, old, new, words=words)

    def _say_single(self, paragraph: Paragraph, came: bool) -> Message:
        if not paragraph.is_empty:
            return msg("paragraph added") if came else msg("paragraph removed")
        if paragraph.lines:
            return msg("drawn line added") if came else msg("drawn line removed")
        if paragraph.shapes:
            return msg("picture or text box added") if came else msg("picture or text box removed")
        if paragraph.page_break:
            return msg("page break added") if came else msg("page break removed")
        return msg("empty paragraph added") if came else msg("empty paragraph removed")

    def _spot(self, spots_of: Spots, block: Block, where: Message | None) -> Spot:
        first = next(paragraphs_of([block]), None)
        if first is None:
            return Spot("", where=where)
        spot = spots_of.of(first, where)
        if block.table is not None:
            return replace(spot, where=msg("table {table}", table=block.table.index + 1))
        return spot

    def _paragraph(self, old: Paragraph, new: Paragraph, role: str, where: Message | None) -> Iterator[Difference]:
        found = list(self.paragraphs.compare(old, new, role))
        for ours, theirs in zip(old.shapes, new.shapes, strict=False):
            if ours.kind != "frame" and (ours.paragraphs or theirs.paragraphs):
                found += self._box(ours.paragraphs, theirs.paragraphs, role)
        if found:
            for one in found:
                if one.old is None and one.new is None:
                    at = _first_letter(one, new.text)
                    was, now = self.old.of(old, where, at), self.new.of(new, where, at)
                    one = replace(one, role=role if one.role == "document" else one.role, old=was, new=now)
                yield one

    def _box(self, old: Sequence[Paragraph], new: Sequence[Paragraph], role: str) -> Iterator[Difference]:
        ours, theirs = ([Block(p.text, p) for p in side] for side in (old, new))
        yield from self.tell(pair_blocks(ours, theirs), role, msg("in a text box"))

    def _table(self, old: Table, new: Table, rows: list[RowStep], role: str, where: Message | None) -> Iterator[Difference]:
        spots = self._table_spot(self.old, old, where), self._table_spot(self.new, new, where)
        for one in self.tables.table(old, new, spots):
            yield replace(one, role=role)
        for step in rows:
            if step.old is None or step.new is None:
                yield self._single_row(step, role, spots)
                continue
            for one in self.tables.row(replace(step, cells=[]), spots):
                yield replace(one, role=role)
            for cell in step.cells:
                for one in self.tables.cell(cell, spots):
                    yield replace(one, role=role)
                yield from self.tell(cell.steps, role)

    def _table_spot(self, spots_of: Spots, table: Table, where: Message | None) -> Spot:
        cells = (cell for row in table.rows for cell in row)
        first = next((p for cell in cells for p in cell.paragraphs), None)
        place = where or msg("table {table}", table=table.index + 1)
        return Spot("", where=place) if first is None else replace(spots_of.of(first), where=place)

    def _single_row(self, step: RowStep, role: str, spots: tuple[Spot, Spot]) -> Difference:
        row = step.new or step.old
        assert row is not None
        came = step.new is not None
        number = row.cells[0].cell.row + 1 if row.cells else 0
        table = row.cells[0].cell.table.index + 1 if row.cells else 0
        first = next(paragraphs_of(block for box in row.cells for block in box.blocks), None)
        spots_of = self.new if came else self.old
        spot = spots[came] if first is None else spots_of.of(first)
        spot = replace(spot, where=msg("table {table}, row {row}", table=table, row=number))
        texts = " | ".join(" ".join(p.text for p in paragraphs_of(box.blocks)) for box in row.cells)
        what = msg("row added") if came else msg("row removed")
        old, new = (None, spot) if came else (spot, None)
        kind = Kind.ADDED if came else Kind.REMOVED
        return Difference(kind, what, role, old, new, aspect="row", words=(Piece("added" if came else "removed", texts),))


def _is_empty_single(step: Step) -> bool | None:
    """Whether a step is an empty paragraph that came, or one that went (``False``); ``None`` for anything else."""
    block = step.new or step.old
    if block is None or (step.old is not None and step.new is not None) or step.twin is not None:
        return None
    paragraph = block.paragraph
    if paragraph is None or not paragraph.is_empty or paragraph.lines or paragraph.shapes or paragraph.page_break:
        return None
    return step.new is not None


def _ends_section(step: Step) -> bool:
    block = step.new or step.old
    return block is not None and block.paragraph is not None and ends_section(block.paragraph)


def _first_letter(one: Difference, text: str) -> int:
    """Where in the words of a paragraph, ``text`` now, a difference begins."""
    if not one.words:
        return 0
    first = one.words[0]
    if one.kind is Kind.TEXT:
        return len(first.text) if first.change == "same" else 0
    return max(text.find(first.text), 0)
