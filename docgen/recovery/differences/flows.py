"""One flow of text against another: the document itself, a header, the notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from docgen.ooxml.content import Paragraph, Table
from docgen.ooxml.properties import StyleNames, canonical_properties
from docgen.ooxml.stories import StoryReader
from docgen.problems import Message, msg
from docgen.recovery.differences.blocks import Block, cell_element, list_blocks, paragraphs_of, row_element
from docgen.recovery.differences.drawn import Pictures, compare_drawn, say_change
from docgen.recovery.differences.looks import LABELS, LetterLooks, LookChange, compare_paragraph_looks, say_points
from docgen.recovery.differences.model import Difference, Kind, Piece, Spot
from docgen.recovery.differences.pairing import CellStep, RowStep, Step, pair_blocks
from docgen.recovery.differences.raw import PARAGRAPH_KNOWN, compare_properties, list_properties
from docgen.recovery.differences.spots import Spots, shorten
from docgen.recovery.differences.words import compare_words, show_words

if TYPE_CHECKING:
    from lxml import etree


@dataclass(slots=True)
class Reader:
    """What is needed to look into one of the documents."""

    spots: Spots
    pictures: Pictures
    names: StyleNames
    story: StoryReader


@dataclass(slots=True)
class FlowComparer:
    """Compares flows of two documents. ``styled``: a difference was told that styles have a say in; ``odd``: paragraphs of
    the new document in which something differs that could not be told."""

    old: Reader
    new: Reader
    looks: LetterLooks = field(default_factory=LetterLooks)
    styled: bool = False
    odd: list[Paragraph] = field(default_factory=list)

    def compare(
        self, old: Sequence[Paragraph], new: Sequence[Paragraph], role: str, where: Message | None = None
    ) -> Iterator[Difference]:
        """Every difference of two flows, in the order of the new one."""
        yield from self.tell(pair_blocks(list_blocks(old), list_blocks(new)), role, where)

    def tell(self, steps: Sequence[Step], role: str, where: Message | None = None) -> Iterator[Difference]:
        """The differences that ``steps`` stand for; empty paragraphs that came or went together are one."""
        for came, group in groupby(steps, key=_is_empty_single):
            together = [*group]
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
        return msg("empty paragraph added") if came else msg("empty paragraph removed")

    def _spot(self, reader: Reader, block: Block, where: Message | None) -> Spot:
        first = next(paragraphs_of([block]), None)
        if first is None:
            return Spot("", where=where)
        spot = reader.spots.of(first, where)
        if block.table is not None:
            return replace(spot, where=msg("table {table}", table=block.table.index + 1))
        return spot

    def _paragraph(self, old: Paragraph, new: Paragraph, role: str, where: Message | None) -> Iterator[Difference]:
        found = list(self._list_paragraph(old, new, role))
        if found:
            for one in found:
                if one.old is None and one.new is None:
                    at = _first_letter(one, new.text)
                    was, now = self.old.spots.of(old, where, at), self.new.spots.of(new, where, at)
                    one = replace(one, role=role if one.role == "document" else one.role, old=was, new=now)
                yield one
        elif self.old.story.paragraph(old.element) != self.new.story.paragraph(new.element):
            raw = list(self._raw(_properties(old.element, "pPr"), _properties(new.element, "pPr")))
            for one in raw:
                yield replace(one, role=role, old=self.old.spots.of(old, where), new=self.new.spots.of(new, where))
            if not raw and not old.comments and not new.comments:
                self.odd.append(new)

    def _list_paragraph(self, old: Paragraph, new: Paragraph, role: str) -> Iterator[Difference]:
        stretches = compare_words(old.text, new.text)
        if old.text != new.text:
            words = show_words(stretches, old.text, new.text)
            yield Difference(Kind.TEXT, msg("words changed"), role, aspect="text", before=old.text, after=new.text, words=words)
        if (old.numbering, old.bullet) != (new.numbering, new.bullet):
            what = say_change(msg("number"), old.numbering, new.numbering)
            yield Difference(Kind.NUMBERING, what, role, aspect="numbering", before=old.numbering, after=new.numbering)
        for change in (*compare_paragraph_looks(old, new), *self.looks.compare(old, new, stretches)):
            yield self._tell_look(change, new.text, role)
        if sorted(old.fields) != sorted(new.fields):
            before, after = ", ".join(old.fields), ", ".join(new.fields)
            yield Difference(Kind.TEXT, say_change(msg("fields"), before, after), role, None, None, "fields", before, after)
        yield from compare_drawn(old, new, self.old.pictures, self.new.pictures)
        for was, now in zip(old.shapes, new.shapes, strict=False):
            if was.kind != "frame" and (was.paragraphs or now.paragraphs):
                yield from self._box(was.paragraphs, now.paragraphs, role)

    def _box(self, old: Sequence[Paragraph], new: Sequence[Paragraph], role: str) -> Iterator[Difference]:
        ours, theirs = ([Block(p.text, p) for p in side] for side in (old, new))
        yield from self.tell(pair_blocks(ours, theirs), role, msg("in a text box"))

    def _tell_look(self, change: LookChange, text: str, role: str) -> Difference:
        self.styled |= change.styled
        words = tuple(Piece("same", text[start:end]) for start, end in change.spans)
        what = say_change(LABELS[change.property], change.before, change.after)
        if change.marks:
            what = msg("paragraph mark, {change}", change=what)
        elif words:
            what = msg("{change}: {words}", change=what, words=", ".join(f"“{shorten(one.text)}”" for one in words))
        return Difference(Kind.FORMAT, what, role, None, None, change.property, change.before, change.after, words)

    def _raw(self, old: etree._Element | None, new: etree._Element | None) -> Iterator[Difference]:
        """Properties that have no name here, as they stand in the file; places are left to the caller."""
        if canonical_properties(old, self.old.names) == canonical_properties(new, self.new.names):
            return
        ours = list_properties(old, self.old.names, PARAGRAPH_KNOWN)
        theirs = list_properties(new, self.new.names, PARAGRAPH_KNOWN)
        for name, before, after in compare_properties(ours, theirs):
            yield Difference(Kind.FORMAT, say_change(f"w:{name}", before, after), "", None, None, name, before, after)

    def _table(self, old: Table, new: Table, rows: list[RowStep], role: str, where: Message | None) -> Iterator[Difference]:
        spots = self._table_spot(self.old, old, where), self._table_spot(self.new, new, where)
        if old.grid != new.grid:
            before, after = (", ".join(say_points(width) for width in one.grid) for one in (old, new))
            yield Difference(Kind.TABLE, say_change(msg("column widths"), before, after), role, *spots, "grid", before, after)
        for one in self._raw(_properties(old.element, "tblPr"), _properties(new.element, "tblPr")):
            yield replace(one, kind=Kind.TABLE, role=role, old=spots[0], new=spots[1])
        for step in rows:
            if step.old is not None and step.new is not None:
                yield from self._row(step, role, spots)
            else:
                yield self._single_row(step, role, spots)

    def _table_spot(self, reader: Reader, table: Table, where: Message | None) -> Spot:
        cells = (cell for row in table.rows for cell in row)
        first = next((p for cell in cells for p in cell.paragraphs), None)
        place = where or msg("table {table}", table=table.index + 1)
        return Spot("", where=place) if first is None else replace(reader.spots.of(first), where=place)

    def _row(self, step: RowStep, role: str, spots: tuple[Spot, Spot]) -> Iterator[Difference]:
        assert step.old is not None
        assert step.new is not None
        if not step.new.cells:
            return
        ours, theirs = row_element(step.old), row_element(step.new)
        number = step.new.cells[0].cell.row + 1
        table = step.new.cells[0].cell.table.index + 1
        for one in self._raw(_properties(ours, "trPr"), _properties(theirs, "trPr")):
            now = replace(spots[1], where=msg("table {table}, row {row}", table=table, row=number))
            yield replace(one, kind=Kind.TABLE, role=role, old=spots[0], new=now)
        for cell in step.cells:
            yield from self._cell(cell, role, spots)

    def _cell(self, step: CellStep, role: str, spots: tuple[Spot, Spot]) -> Iterator[Difference]:
        cell = step.new.cell
        where = msg(
            "table {table}, row {row}, column {column}", table=cell.table.index + 1, row=cell.row + 1, column=cell.column + 1
        )
        for one in self._raw(_properties(cell_element(step.old), "tcPr"), _properties(cell_element(step.new), "tcPr")):
            yield replace(one, kind=Kind.TABLE, role=role, old=spots[0], new=replace(spots[1], where=where))
        yield from self.tell(step.steps, role)

    def _single_row(self, step: RowStep, role: str, spots: tuple[Spot, Spot]) -> Difference:
        row = step.new or step.old
        assert row is not None
        came = step.new is not None
        number = row.cells[0].cell.row + 1 if row.cells else 0
        table = row.cells[0].cell.table.index + 1 if row.cells else 0
        first = next(paragraphs_of(block for box in row.cells for block in box.blocks), None)
        reader = self.new if came else self.old
        spot = spots[came] if first is None else reader.spots.of(first)
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
    if paragraph is None or not paragraph.is_empty or paragraph.lines or paragraph.shapes:
        return None
    return step.new is not None


def _first_letter(one: Difference, text: str) -> int:
    """Where in the words of a paragraph, ``text`` now, a difference begins."""
    if not one.words:
        return 0
    first = one.words[0]
    if one.kind is Kind.TEXT:
        return len(first.text) if first.change == "same" else 0
    return max(text.find(first.text), 0)


def _properties(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else element.find(f"{{*}}{name}")
