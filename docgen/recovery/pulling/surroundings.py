"""What somebody changed in Word around the words: empty paragraphs, drawn lines, tables, pages, settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docgen.ooxml.measures import attribute
from docgen.problems import Message, msg
from docgen.recovery.differences.blocks import ends_section, list_blocks
from docgen.recovery.differences.grids import Grids
from docgen.recovery.differences.headers import Headers
from docgen.recovery.differences.model import Difference, Spot
from docgen.recovery.differences.pages import compare_sections, compare_settings, hyphenates
from docgen.recovery.differences.pairing import pair_blocks
from docgen.recovery.differences.table_flows import TableComparer
from docgen.recovery.pulling.lines import fold_line
from docgen.recovery.pulling.looks import Looks
from docgen.recovery.pulling.model import Compared, Turn
from docgen.recovery.texts import BLANKS

if TYPE_CHECKING:
    from docgen.ooxml.content import Cell, Paragraph, Story, Table
    from docgen.ooxml.opening import Package

#: widths of columns differ by so many twips where a program has only rounded them
_ROUNDED = 40
#: what docgen's bookmarks are called
_OWN = "_dg_"
#: told by the width of the columns
_WIDTHS = frozenset({"grid", "tcW", "tblW"})
#: told by the cells that were joined
_JOINS = frozenset({"gridSpan", "vMerge", "hMerge"})
_JOINED = msg("cells joined or split")
_NOWHERE = Spot("")
#: what stands between the cells in the text of a table
_PARTING = f"{BLANKS}\x1e\x1f"


class Surroundings:
    """Compares what stands around the words of a file with what docgen makes of the spec that the file was made of."""

    def __init__(
        self, looks: Looks, made: Package, first: Story, now: Story, package: Package, story: Story, compared: Compared
    ) -> None:
        """``made`` with its ``first`` story: the print of the former spec; ``now``: the story of the one that has the edits."""
        self._looks, self._compared, self._now = looks, compared, now
        self._made, self._first = made, first
        self._package, self._story = package, story

    def list_all(self, *, same_spec: bool) -> Iterator[Message]:
        """Every difference in words; ``same_spec``: the spec is still that which the file was made of."""
        if same_spec:
            # how many empty ones docgen sets depends on how the text fits its pages, and widths of columns on the words in them
            yield from self._compare_blanks()
            yield from self._compare_breaks()
            yield from self._compare_holders()
            yield from self._compare_widths()
        yield from self._compare_tables()
        yield from self._compare_pages(same_spec=same_spec)
        effects = self._looks.effects
        hyphenated = hyphenates(self._made, self._first, effects[0]), hyphenates(self._package, self._story, effects[1])
        for one in compare_settings(self._made, self._package, hyphenated):
            if one.role != "protection":
                # which is told with the other parts of the file
                yield one.what

    def _compare_blanks(self) -> Iterator[Message]:
        """Empty paragraphs; what is left of a text whose words were taken out is none of them."""
        ours = [paragraph for paragraph in self._first.paragraphs if _is_blank(paragraph)]
        theirs = [paragraph for paragraph in self._story.paragraphs if _is_blank(paragraph)]
        gone = sum(turned.turn is Turn.GONE for turned in self._compared.turned)
        extra = len(theirs) - len(ours)
        left = max(gone, self._compared.lost)
        if extra and len(theirs) == sum(map(_is_blank, self._now.paragraphs)):
            return
        if extra > left:
            count = extra - left
            yield msg("{count} empty paragraphs added", count=count) if count > 1 else msg("empty paragraph added")
        elif extra < 0 and not left:
            yield msg("{count} empty paragraphs removed", count=-extra) if extra < -1 else msg("empty paragraph removed")
        if not extra:
            pairs = zip(ours, theirs, strict=True)
            told = {str(what): what for a, b in pairs if (what := self._looks.describe(a, b)) is not None}
            for what in told.values():
                yield msg("an empty paragraph, {what}", what=what)

    def _compare_breaks(self) -> Iterator[Message]:
        """Page breaks in paragraphs without words."""
        was, now = (sum(_is_break(one) for one in story.paragraphs) for story in (self._first, self._story))
        if was != now:
            yield msg("page break added") if was < now else msg("page break removed")

    def _compare_holders(self) -> Iterator[Message]:
        """Paragraphs without words that hold a drawing."""
        ours, theirs = ([one for one in story.paragraphs if _is_holder(one)] for story in (self._first, self._story))
        if len(theirs) == sum(map(_is_holder, self._now.paragraphs)) != len(ours):
            # they went or came with the words that they belong to
            return
        if len(ours) != len(theirs):
            count, own = len(theirs), len(ours)
            if count == 1:
                yield msg("1 drawn line or picture without words, docgen sets {own}", own=own)
            else:
                yield msg("{count} drawn lines or pictures without words, docgen sets {own}", count=count, own=own)
            return
        pairs = zip(ours, theirs, strict=True)
        told = {str(what): what for a, b in pairs if (what := self._looks.describe(a, b)) is not None}
        for what in told.values():
            yield msg("a drawn line or a picture, {what}", what=what)

    def _compare_widths(self) -> Iterator[Message]:
        ours, theirs = self._first.tables, self._story.tables
        if [len(table.grid) for table in ours] == [len(table.grid) for table in theirs]:
            for n, (a, b) in enumerate(zip(ours, theirs, strict=True), 1):
                if not _are_as_wide(a, b):
                    yield msg("The columns of table {table} have another width.", table=n)

    def _compare_tables(self) -> Iterator[Message]:
        grids = Grids(self._made), Grids(self._package)
        comparer = TableComparer(*grids, rounded=self._looks.scope.rounded)
        for step in pair_blocks(list_blocks(self._first.paragraphs), list_blocks(self._story.paragraphs)):
            if step.old is None and step.new is not None and step.new.table is not None and not step.new.text.strip(_PARTING):
                yield msg("an empty table added")
            if step.old is None or step.new is None or step.old.table is None or step.new.table is None:
                continue
            yield from self._compare_cells(step.old.table, step.new.table)
            told: dict[str, Difference] = {}
            for one in comparer.table(step.old.table, step.new.table, (_NOWHERE, _NOWHERE)):
                told.setdefault(str(one.what), one)
            for row in step.rows:
                for one in comparer.row(row, (_NOWHERE, _NOWHERE)):
                    told.setdefault(str(_say(one)), one)
            for one in told.values():
                if one.aspect not in _WIDTHS:
                    # the first place stands for all that were changed alike
                    where = (one.new.where if one.new is not None else None) or msg("table {table}", table=step.new.table.index + 1)
                    yield msg("{where}: {what}", where=where, what=_say(one))

    def _compare_cells(self, ours: Table, theirs: Table) -> Iterator[Message]:
        """Cells that were joined with their neighbours, or split: the first row that has other cells than any row of docgen's."""
        known = {_cells(row) for table in (ours, *self._now.tables) for row in table.rows}
        for number, row in enumerate(theirs.rows, 1):
            if row and _cells(row) not in known:
                where = msg("table {table}, row {row}", table=theirs.index + 1, row=number)
                yield msg("{where}: {what}", where=where, what=_JOINED)
                return

    def _compare_pages(self, *, same_spec: bool) -> Iterator[Message]:
        was, now = len(self._first.sections), len(self._now.sections)
        if was != len(self._story.sections):
            # an appendix takes its section along, or leaves it behind without words
            worded = {paragraph.section for paragraph in self._story.paragraphs if fold_line(paragraph.text)}
            if len(worded) != now or (same_spec and was == now):
                yield msg("The page or its margins were changed.")
            return
        scope = self._looks.scope
        headers = Headers(self._first, self._story, rounded=scope.rounded, made=True)
        for one in compare_sections(headers, scope.within):
            yield msg("The page was changed, {what}", what=one.what)


def _say(one: Difference) -> Message:
    return _JOINED if one.aspect in _JOINS else one.what


def _cells(row: Sequence[Cell]) -> tuple[tuple[int, int], ...]:
    return tuple((cell.column, cell.span) for cell in row)


def _is_blank(paragraph: Paragraph) -> bool:
    if paragraph.text.strip(BLANKS) or paragraph.shapes or _draws(paragraph) or paragraph.page_break or ends_section(paragraph):
        return False
    if paragraph.cell is not None and len(paragraph.cell.paragraphs) == 1:
        # an empty cell
        return False
    return not any((attribute(mark, "name") or "").startswith(_OWN) for mark in paragraph.element.iter("{*}bookmarkStart"))


def _is_break(paragraph: Paragraph) -> bool:
    return paragraph.page_break and not paragraph.text.strip(BLANKS)


def _is_holder(paragraph: Paragraph) -> bool:
    return not paragraph.text.strip(BLANKS) and bool(paragraph.shapes or _draws(paragraph))


def _draws(paragraph: Paragraph) -> bool:
    return any(line.kind != "border" for line in paragraph.lines)


def _are_as_wide(ours: Table, theirs: Table) -> bool:
    widths = [*zip(ours.grid, theirs.grid, strict=True)]
    if [len(row) for row in ours.rows] == [len(row) for row in theirs.rows]:
        widths += [(a.width, b.width) for x, y in zip(ours.rows, theirs.rows, strict=True) for a, b in zip(x, y, strict=True)]
    return all(abs(a - b) <= _ROUNDED for a, b in widths)
