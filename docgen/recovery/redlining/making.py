"""The Word file with tracked changes: the new document with what came marked and what went put back as removed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from docgen.ooxml.content import Paragraph
from docgen.ooxml.digests import content_digest
from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.ooxml.writing import PackageFrame, assemble
from docgen.ooxml.xml import parse_xml
from docgen.problems import Message, msg
from docgen.recovery.differences.blocks import Block, Box, Row, cell_element, list_blocks, paragraphs_of, row_element
from docgen.recovery.differences.effects import Effects
from docgen.recovery.differences.looks import LABELS
from docgen.recovery.differences.model import Comparison, Difference, Kind, Side
from docgen.recovery.differences.pairing import RowStep, Step, pair_blocks
from docgen.recovery.differences.paragraphs import ASPECTS
from docgen.recovery.redlining.accepting import accept_changes
from docgen.recovery.redlining.elements import Tracker, child, make, remove
from docgen.recovery.redlining.leaves import list_leaves
from docgen.recovery.redlining.paragraphs import Model, ParagraphRedliner, model_of
from docgen.recovery.redlining.restating import EFFECTS
from docgen.recovery.redlining.steps import element_of, find_shift, join_last, list_following
from docgen.recovery.redlining.tables import TableLists, copy_cell, copy_row

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package

#: how a comparison calls the effects that are put back
_EFFECTS = frozenset(ASPECTS.get(name, name) for name in EFFECTS)
_SHOWN = frozenset({Kind.TEXT, Kind.ADDED, Kind.REMOVED, Kind.MOVED, Kind.FORMAT})


@dataclass(frozen=True, slots=True)
class Redline:
    """The bytes of the Word file, and what its tracked changes do not show."""

    data: bytes
    not_shown: tuple[Message, ...]


def make_redline(old: Side, new: Side, comparison: Comparison) -> Redline:
    """``new`` with Word's own tracked changes against ``old``: accepted they give the text of ``new``, rejected that of ``old``.

    Only the document itself is marked, not headers, notes, text boxes or pages; ``comparison`` tells what else differs. Tracked
    changes that ``new`` holds are accepted first. The same two documents give the same bytes.
    """
    parts = {name: new.package.read(name) for name in new.package.names}
    main = next(name for name in parts if name.casefold() == new.package.main.casefold())
    root = parse_xml(parts[main])
    if accept_changes(root):
        parts[main] = _serialise(root)
    package = open_package(_pack(parts), name=new.path)
    was, now = read_story(old.package), read_story(package)
    steps = pair_blocks(list_blocks(was.paragraphs), list_blocks(now.paragraphs))
    body = package.xml(package.main)
    effects = Effects(old.package), Effects(package)
    same = _numbers(old.package) == _numbers(package)
    redliner = _Redliner(ParagraphRedliner(Tracker(body), effects, same), TableLists(old.package, package))
    redliner.flow(steps, _body_of(body))
    parts[main] = _serialise(body)
    differences = comparison.differences
    if same and redliner.keeps_numbers:
        differences = tuple(one for one in differences if one.kind is not Kind.NUMBERING or one.role != "document")
    return Redline(_pack(parts), (*_say_left(differences), *redliner.lost))


def _numbers(package: Package) -> str | None:
    return content_digest(package).get("numbering")


def _body_of(root: etree._Element) -> etree._Element:
    found = child(root, "body")
    return root if found is None else found


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _pack(parts: dict[str, bytes]) -> bytes:
    return assemble(PackageFrame({}, list(parts)), parts)


def _say_left(differences: Iterable[Difference]) -> Iterable[Message]:
    """What differs and is not marked, each thing once."""
    told: dict[Message, None] = {}
    for one in differences:
        boxed = one.spot.where is not None and one.spot.where.template == "in a text box"
        marked = one.role == "document" and one.kind in _SHOWN and not boxed
        restated = one.aspect in LABELS or (one.aspect in _EFFECTS and one.what.template != "paragraph mark, {change}")
        if marked and (one.kind is not Kind.FORMAT or restated) and one.aspect != "fields":
            continue
        if one.kind is Kind.OTHER and one.aspect == "formula" and one.role == "document" and not boxed:
            continue
        what = one.what
        if one.spot.where is not None:
            what = msg("{where}: {sentence}", where=one.spot.where, sentence=what)
        elif one.spot.paragraph is not None:
            what = msg("paragraph {n}: {sentence}", n=one.spot.paragraph, sentence=what)
        told[what] = None
    return told


class _Redliner:
    """Walks the steps and sets the marks."""

    def __init__(self, paragraphs: ParagraphRedliner, tables: TableLists) -> None:
        self._paragraphs = paragraphs
        self._tables = tables
        self.lost: list[Message] = []

    @property
    def keeps_numbers(self) -> bool:
        """Whether every automatic number is as it was once all is rejected."""
        return self._paragraphs.keeps_numbers

    def flow(self, steps: Sequence[Step], container: etree._Element, *, model: Model | None = None) -> None:
        """Mark all blocks of ``container``, the body or a cell."""
        steps = join_last(steps)
        shifted = find_shift(steps)
        models = _Models(steps, model or Model(make(container, "p")), self._paragraphs.effects[1])
        last: etree._Element | None = None
        behind = list_following(steps)
        for number, step in enumerate(steps):
            ends = number == len(steps) - 1 and shifted is not None
            if step.new is None:
                assert step.old is not None
                made = self._removed(step.old, models.at(number), mark=not ends)
                if ends and shifted is not None:
                    self._take_look(made, steps[shifted], step.old)
                _insert(made, last, behind[number], container)
                last = made
                continue
            last = element_of(step.new)
            if step.old is None:
                self._added(step.new, mark=not ends)
            else:
                self._changed(step)
            if ends and step.old is None and shifted is not None:
                self._keep_look(steps[shifted], step.new)
        if shifted is not None:
            kept = steps[shifted].new
            assert kept is not None
            assert kept.paragraph is not None
            self._paragraphs.tracker.mark_end(kept.paragraph.element, "del" if steps[-1].new is None else "ins")

    def _take_look(self, made: etree._Element, kept: Step, old: Block) -> None:
        """The last end of a container stays: it sets what stands before it, as the new document does."""
        assert kept.new is not None
        assert kept.new.paragraph is not None
        assert old.paragraph is not None
        new = kept.new.paragraph
        found = child(made, "pPr")
        if found is not None:
            made.remove(found)
        stated = child(new.element, "pPr")
        if stated is not None:
            copy = deepcopy(stated)
            remove(copy, "pPrChange", "sectPr")
            end = child(copy, "rPr")
            if end is not None:
                remove(end, "ins", "del", "rPrChange")
            made.insert(0, copy)
        self._paragraphs.change_mark(made, old.paragraph.mark, new.mark)
        self._paragraphs.change_look(made, old.paragraph.format, new.format)

    def _keep_look(self, kept: Step, new: Block) -> None:
        """The end of what was added last stood behind ``kept`` before."""
        assert kept.old is not None
        assert kept.old.paragraph is not None
        assert kept.new is not None
        assert kept.new.paragraph is not None
        assert new.paragraph is not None
        self._paragraphs.change_mark(new.paragraph.element, kept.old.paragraph.mark, new.paragraph.mark)
        self._paragraphs.give_look(new.paragraph, kept.new.paragraph, kept.old.paragraph.format)

    def _changed(self, step: Step) -> None:
        assert step.old is not None
        assert step.new is not None
        if step.old.paragraph is not None and step.new.paragraph is not None:
            self._paragraphs.change(step.old.paragraph, step.new.paragraph)
        elif step.new.table is not None:
            self._rows(step.rows, step.new.table.element)

    def _rows(self, rows: Sequence[RowStep], table: etree._Element) -> None:
        last: etree._Element | None = None
        later: list[Row | None] = []
        coming: Row | None = None
        for step in reversed(rows):
            coming = step.new or coming
            later.append(coming)
        pattern: Row | None = None
        for step, following in zip(rows, reversed(later), strict=True):
            pattern = step.new or pattern or following
            if step.new is None:
                assert step.old is not None
                made = self._removed_row(step.old, table, pattern)
                ahead = row_element(following) if following is not None else None
                _insert(made, last, ahead, table)
                last = made
                continue
            element = row_element(step.new)
            last = last if element is None else element
            if step.old is None:
                self._added_row(step.new)
            else:
                for cell in step.cells:
                    tc = cell_element(cell.new)
                    if tc is not None:
                        self.flow(cell.steps, tc)

    def _added(self, block: Block, *, mark: bool = True) -> None:
        if block.paragraph is not None:
            self._paragraphs.add(block.paragraph, mark=mark)
        for row in block.rows:
            self._added_row(row)

    def _added_row(self, row: Row) -> None:
        element = row_element(row)
        if element is not None:
            self._paragraphs.tracker.mark_row(element, "ins")
        for box in row.cells:
            for block in box.blocks:
                self._added(block)

    def _removed(self, block: Block, model: Model, *, mark: bool = True) -> etree._Element:
        if block.paragraph is not None:
            self._say_lost(block.paragraph)
            return self._paragraphs.removed(block.paragraph, model, mark=mark)
        assert block.table is not None
        like = model.paragraph
        made = make(like, "tbl")
        made.append(self._tables.of_table(like, block.table))
        if not self._tables.keeps_style(block.table):
            self.lost.append(msg("table {n} before: its style is not put back", n=block.table.index + 1))
        grid = make(like, "tblGrid")
        grid.extend([make(like, "gridCol", w=width) for width in block.table.grid])
        made.append(grid)
        made.extend([self._removed_row(row, made, None) for row in block.rows])
        return made

    def _say_lost(self, old: Paragraph) -> None:
        """What a paragraph that went held besides letters, which cannot be put back."""
        held = (
            (msg("drawn line"), old.lines),
            (msg("picture or text box"), [shape for shape in old.shapes if shape.kind != "frame"]),
            (msg("note"), old.notes),
            (msg("field"), list_leaves(old).cut),
            (msg("automatic number"), old.numbering and not self._paragraphs.same_numbers),
        )
        for name, is_there in held:
            if is_there:
                self.lost.append(msg("paragraph {n} before: its {thing} is not put back", n=old.index, thing=name))

    def _removed_row(self, row: Row, table: etree._Element, pattern: Row | None) -> etree._Element:
        """A row that went; the words in its cells are set after those of ``pattern`` where both have the same cells."""
        made = copy_row(table, row_element(row))
        self._paragraphs.tracker.mark_row(made, "del")
        alike = pattern is not None and [b.cell.span for b in pattern.cells] == [b.cell.span for b in row.cells]
        for number, box in enumerate(row.cells):
            twin = pattern.cells[number] if pattern is not None and alike else None
            made.append(self._removed_cell(box, table, twin))
        return made

    def _removed_cell(self, box: Box, table: etree._Element, twin: Box | None) -> etree._Element:
        cell = copy_cell(table, cell_element(box), box.cell.width, box.cell.span)
        first = next(paragraphs_of(twin.blocks), None) if twin is not None else None
        model = model_of(first, self._paragraphs.effects[1]) if first is not None else Model(make(table, "p"))
        cell.extend([self._removed(block, model) for block in box.blocks])
        if not box.blocks or box.blocks[-1].paragraph is None:
            cell.append(make(table, "p"))
        return cell


class _Models:
    """For each step that went the nearest paragraph with letters that is there, in the same container."""

    def __init__(self, steps: Sequence[Step], default: Model, effects: Effects) -> None:
        present = [(number, p) for number, step in enumerate(steps) if (p := _paragraph(step)) is not None]
        worded = [one for one in present if not one[1].is_empty] or present
        places = [number for number, _ in worded]
        known: dict[int, Model] = {}
        self._models: dict[int, Model] = {}
        for number, step in enumerate(steps):
            if step.new is not None:
                continue
            if not worded:
                self._models[number] = default
                continue
            place = max(bisect_left(places, number) - 1, 0)
            if place not in known:
                known[place] = model_of(worded[place][1], effects)
            self._models[number] = known[place]

    def at(self, number: int) -> Model:
        """The model for the step of that number."""
        return self._models[number]


def _paragraph(step: Step) -> Paragraph | None:
    return step.new.paragraph if step.new is not None else None


def _insert(
    made: etree._Element, before: etree._Element | None, behind: etree._Element | None, container: etree._Element
) -> None:
    """Put ``made`` between its neighbours; a section's own list stays the last of the body."""
    if before is not None:
        before.addnext(made)
    elif behind is not None:
        behind.addprevious(made)
    else:
        section = child(container, "sectPr")
        if section is not None:
            section.addprevious(made)
        else:
            container.append(made)
