"""Blocks of a spec become parts of the document, in printed order, with the depth of numbers and lists watched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.config.data import Leaf, Spot
from docgen.document.model import DashList, Item, Paragraph, Part, Section, Table
from docgen.problems import msg
from docgen.spec import models
from docgen.spec.context import Context
from docgen.spec.work import read_implementation, read_participants, read_tasks

#: what may stand in a list item, which has no number of its own
_IN_LIST = frozenset({"text", "list", "table", "body"})
_FRAME = frozenset({"title", "run_in"})


class BodyReader:
    """Reads blocks whose sections have ``levels`` (outermost first; empty: unknown, not watched).

    ``depth`` counts the levels of numbers that are used up where a block stands.
    """

    def __init__(self, context: Context, levels: Sequence[str]) -> None:
        self.context = context
        self._levels = len(levels)
        self._marks = len(context.standard.list_marks.use)

    def blocks(self, blocks: Iterable[Leaf | models.Block], depth: int) -> tuple[Part, ...]:
        """A ``body``: blocks with a title are sections, others their parts, in the order written."""
        parts: list[Part] = []
        for block in blocks:
            if isinstance(block, Leaf):
                parts.append(Paragraph(self.context.texts.running(block)))
            elif block.title is not None:
                self.check_depth(block.spot, depth)
                parts.append(self.section(block, depth))
            else:
                self._check_frame(block)
                parts += self.parts(block, depth)
        return join_lists(parts)

    def section(self, block: Leaf | models.Block, depth: int) -> Section:
        """A block that carries a number at ``depth``."""
        if isinstance(block, Leaf):
            return Section(None, (Paragraph(self.context.texts.running(block)),), origin=block.spot.pointer)
        title = None if block.title is None else self.context.texts.title(block.title)
        parts = self.parts(block, depth + 1)
        self._check_frame(block)
        needs_text = title is None or block.run_in
        if (
            needs_text
            and not (block.run_in and title is None)
            and parts
            and not isinstance(parts[0], Paragraph)
            and block.is_whole
        ):
            what = msg("This begins with something other than a text, so its number has no line to stand in.")
            if block.run_in:
                what = msg("run_in puts the title and the first paragraph on one line, but no paragraph follows first.")
            self.context.report.error("spec-no-first-text", block.spot, what, msg("Add `text: …`, or a title without run_in."))
        return Section(title, parts, bool(block.run_in), block.pointer)

    def content(self, value: Leaf | list[Leaf | models.Block] | models.Block, depth: int) -> tuple[Part, ...]:
        """One paragraph, a list or a block. A list is a dash list when each entry could be a dash item, else a ``body``."""
        if isinstance(value, Leaf):
            return (Paragraph(self.context.texts.running(value)),)
        if isinstance(value, models.Block):
            if value.title is not None:
                what = msg("A title has no place here; the section has its own already.")
                self.context.report.error("spec-title-here", value.key_spot("title"), what, msg("Delete it, or use `sections`."))
            self._check_frame(value)
            return self.parts(value, depth)
        if value and all(_could_be_item(entry) for entry in value):
            return (self.dash_list(value, 0, self._list_origin(value)),)
        return self.blocks(value, depth)

    def text_parts(self, value: Leaf | list[Leaf] | None) -> tuple[Part, ...]:
        """The paragraphs of a ``text``."""
        return tuple(Paragraph(text) for text in self.context.texts.paragraphs(value))

    def parts(self, block: models.Block, depth: int, list_depth: int = 0) -> tuple[Part, ...]:
        """The parts of a block below its title; numbered things among them stand at ``depth``."""
        given = set(block.given()) - _FRAME
        if block.body is not None:
            if len(given) > 1:
                others = ", ".join(k for k in block.given() if k in given and k != "body")
                what = msg("`body` holds the parts in their order; {keys} cannot stand beside it.", keys=others)
                self.context.report.error("spec-body-and-parts", block.key_spot("body"), what, msg("Put them into `body`."))
            return self.blocks(block.body, depth)
        if not given and block.is_whole:
            what = (
                msg("This block holds nothing to print below its title.")
                if block.title
                else msg("This block holds nothing to print.")
            )
            self.context.report.error("spec-empty-block", block.spot, what, msg("Add `text`, or write it as a text."))
        parts: list[Part] = list(self.text_parts(block.text))
        if block.items is not None:
            parts.append(self.dash_list(block.items, list_depth, block.below("list"), block.key_spot("list")))
        if block.table is not None:
            parts.append(self.table(block.table))
        parts += self._purposes(block, depth)
        if block.sections is not None:
            self.check_depth(block.key_spot("sections"), depth)
            parts += [self.section(inner, depth) for inner in block.sections]
        if block.tasks is not None:
            parts.append(read_tasks(self, block.tasks, block, depth))
        if block.participants is not None:
            parts.append(read_participants(self, block.participants, block.below("participants"), block.key_spot("participants")))
        if block.implementation is not None:
            self.check_depth(block.key_spot("implementation"), depth)
            parts.append(read_implementation(self, block.implementation, block.below("implementation"), depth))
        return join_lists(parts)

    def dash_list(self, items: Iterable[Leaf | models.Block], depth: int, origin: str, spot: Spot | None = None) -> DashList:
        """A list whose marks are those of ``depth``."""
        if depth == self._marks and spot is not None:
            what = msg(
                "This list is nested {depth} levels deep; there are marks for {count}.", depth=depth + 1, count=self._marks
            )
            self.context.report.error("spec-list-depth", spot, what, msg("Use fewer levels, or sections."))
        return DashList(tuple(self._item(item, depth) for item in items), origin)

    def table(self, table: models.Table) -> Table:
        """A table; every row must have as many cells as the header."""
        texts, columns = self.context.texts, len(table.header)
        for i, row in enumerate(table.rows):
            if len(row) != columns and table.is_whole:
                what = msg("This row has {cells} cells, the header has {columns}.", cells=len(row), columns=columns)
                remedy = msg('Give every row a cell for each column; an empty cell is written "".')
                self.context.report.error("spec-table-row", table.item_spot("rows", i), what, remedy)
        for key, values in (("widths", table.widths), ("align", table.align)):
            if values is not None and len(values) != columns and table.is_whole:
                what = msg(
                    "{key} has {values} entries, the header has {columns} columns.", key=key, values=len(values), columns=columns
                )
                self.context.report.error("spec-table-columns", table.key_spot(key), what, msg("Give one entry for each column."))
        return Table(
            header=tuple(texts.cell(cell) for cell in table.header),
            rows=tuple(tuple(texts.cell(cell) for cell in row) for row in table.rows),
            title=None if table.title is None else texts.title(table.title),
            unit=None if table.unit is None else texts.title(table.unit),
            widths=None if table.widths is None else tuple(table.widths),
            align=None if table.align is None else tuple(table.align),
            origin=table.pointer,
        )

    def check_depth(self, spot: Spot, depth: int) -> None:
        """Say so when a number at ``depth`` has no level left. Deeper ones follow from it and are not said again."""
        if self._levels and depth == self._levels and self.context.type is not None:
            name = self.context.type.name
            what = msg(
                "This is level {depth}; a {type} has {count} levels of numbers.", depth=depth + 1, type=name, count=self._levels
            )
            self.context.report.error("spec-too-deep", spot, what, msg("Use a list here, or move it up."))

    def _item(self, item: Leaf | models.Block, depth: int) -> Item:
        if isinstance(item, Leaf):
            return Item((Paragraph(self.context.texts.running(item)),), item.spot.pointer)
        self._check_item_keys(item)
        if item.is_whole and set(item.given()) & _IN_LIST and not _begins_with_text(item):
            what = msg("This list item begins with something other than a text, so its mark has no line to stand in.")
            self.context.report.error("spec-no-first-text", item.spot, what, msg("Add `text: …`."))
        return Item(self._item_parts(item, depth), item.pointer)

    def _check_item_keys(self, item: models.Block) -> None:
        for key in item.given():
            if key not in _IN_LIST:
                what = msg("{key} cannot stand in a list item.", key=item.typed(key))
                remedy = msg("A list item holds text, list and table; use `sections` for more.")
                self.context.report.error("spec-list-item", item.key_spot(key), what, remedy)
        for block in item.body or ():
            if isinstance(block, models.Block):
                self._check_item_keys(block)

    def _item_parts(self, item: models.Block, depth: int) -> tuple[Part, ...]:
        if item.body is None:
            # numbered things were refused above; behind the last level they are not refused again
            return self.parts(item, self._levels + 1, depth + 1)
        parts: list[Part] = []
        for block in item.body:
            if isinstance(block, Leaf):
                parts.append(Paragraph(self.context.texts.running(block)))
            else:
                parts += self._item_parts(block, depth)
        return join_lists(parts)

    def _purposes(self, block: models.Block, depth: int) -> list[Part]:
        if block.purpose is not None and block.requirements is not None:
            self.check_depth(block.key_spot("purpose"), depth)
            return list(self.purpose_sections(block.purpose, block.requirements, block.pointer, depth))
        only = block.purpose if block.purpose is not None else block.requirements
        return [] if only is None else list(self.content(only, depth))

    def purpose_sections(
        self,
        purpose: Leaf | list[Leaf | models.Block] | models.Block,
        requirements: Leaf | list[Leaf | models.Block] | models.Block,
        pointer: str,
        depth: int,
    ) -> tuple[Section, Section]:
        """Purpose and requirements as two sections at ``depth`` under the rule set's titles."""
        return (
            Section(self.context.title_for("purpose"), self.content(purpose, depth + 1), origin=f"{pointer}/purpose"),
            Section(
                self.context.title_for("requirements"), self.content(requirements, depth + 1), origin=f"{pointer}/requirements"
            ),
        )

    def _check_frame(self, block: models.Block) -> None:
        if block.run_in and block.title is None and block.is_whole:
            what = msg("run_in needs a title that runs into the text.")
            self.context.report.error("spec-run-in", block.key_spot("run_in"), what, msg("Add `title: …`, or delete run_in."))

    def _list_origin(self, value: Sequence[Leaf | models.Block]) -> str:
        first = value[0]
        pointer = first.spot.pointer if isinstance(first, Leaf) else first.pointer
        return pointer.rpartition("/")[0]


def join_lists(parts: Iterable[Part]) -> tuple[Part, ...]:
    """``parts`` with lists that follow each other made one, as they are printed."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, DashList) and isinstance(last, DashList):
            joined[-1] = DashList(last.items + part.items, last.origin)
        else:
            joined.append(part)
    return tuple(joined)


def _could_be_item(entry: Leaf | models.Block) -> bool:
    return isinstance(entry, Leaf) or (set(entry.given()) <= _IN_LIST and _begins_with_text(entry))


def _begins_with_text(block: models.Block) -> bool:
    if block.body is not None:
        first = block.body[0] if block.body else None
        return isinstance(first, Leaf) or (first is not None and first.title is None and _begins_with_text(first))
    return block.text is not None
