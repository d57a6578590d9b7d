"""Tables of two documents: what differs in how they, their rows and their cells are set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from docgen.ooxml.content import Table
from docgen.problems import Message, msg
from docgen.recovery.differences.blocks import cell_element, row_element
from docgen.recovery.differences.drawn import say_change
from docgen.recovery.differences.effects import differing
from docgen.recovery.differences.grids import Grids
from docgen.recovery.differences.look_words import say_points
from docgen.recovery.differences.model import Difference, Kind, Spot
from docgen.recovery.differences.pairing import CellStep, RowStep
from docgen.recovery.differences.properties import Value, Values
from docgen.recovery.differences.property_words import say_property, tell_property

#: gives the place of a table on either side
SpotOf = Callable[[bool, Table], Spot]
#: widths that differ by so many twips differ because another program has rounded them
ROUNDED = 2
_WIDTHS = ("tcW", "tblW", "tblInd")


class TableComparer:
    """Compares tables. ``rounded``: one of the two documents was saved by a program that keeps lengths in another unit."""

    def __init__(self, old: Grids, new: Grids, *, rounded: bool = False) -> None:
        self._old, self._new = old, new
        self._within = ROUNDED if rounded else 0

    def table(self, old: Table, new: Table, spots: tuple[Spot, Spot]) -> Iterator[Difference]:
        """What differs in the tables as a whole; the roles are left to the caller."""
        if not self._are_near(old.grid, new.grid):
            before, after = (", ".join(say_points(width) for width in one.grid) for one in (old, new))
            yield Difference(Kind.TABLE, say_change(msg("column widths"), before, after), "", *spots, "grid", before, after)
        yield from self._tell(self._old.table(old), self._new.table(new), msg("the table"), spots)

    def row(self, step: RowStep, spots: tuple[Spot, Spot]) -> Iterator[Difference]:
        """What differs in a row that both have, and in its cells."""
        if step.old is None or step.new is None or not step.new.cells:
            return
        ours, theirs = row_element(step.old), row_element(step.new)
        if ours is not None and theirs is not None:
            number = step.new.cells[0].cell.row + 1
            table = step.new.cells[0].cell.table.index + 1
            where = msg("table {table}, row {row}", table=table, row=number)
            yield from self._tell(self._old.row(ours), self._new.row(theirs), msg("the row"), _at(spots, where))
        for cell in step.cells:
            yield from self.cell(cell, spots)

    def cell(self, step: CellStep, spots: tuple[Spot, Spot]) -> Iterator[Difference]:
        """What differs in a cell that both have, the blocks in it left out."""
        ours, theirs = cell_element(step.old), cell_element(step.new)
        if ours is not None and theirs is not None:
            values = self._old.cell(step.old.cell, ours), self._new.cell(step.new.cell, theirs)
            yield from self._tell(*values, msg("the cell"), _at(spots, say_cell(step)))

    def _tell(self, old: Values, new: Values, what: Message, spots: tuple[Spot, Spot]) -> Iterator[Difference]:
        for name, was, now in differing(old, new):
            if name in _WIDTHS and self._are_near(_lengths(was), _lengths(now)):
                continue
            before, after = say_property(name, was), say_property(name, now)
            yield Difference(Kind.TABLE, tell_property(name, was, now, what), "", *spots, name, before, after)

    def _are_near(self, old: list[int], new: list[int]) -> bool:
        return len(old) == len(new) and all(abs(a - b) <= self._within for a, b in zip(old, new, strict=True))


def say_cell(step: CellStep) -> Message:
    """Where a cell is, for people."""
    cell = step.new.cell
    return msg("table {table}, row {row}, column {column}", table=cell.table.index + 1, row=cell.row + 1, column=cell.column + 1)


def _at(spots: tuple[Spot, Spot], where: Message) -> tuple[Spot, Spot]:
    return spots[0], replace(spots[1], where=where)


def _lengths(value: Value) -> list[int]:
    number = dict(value).get("w", "0")
    return [int(number) if number.lstrip("-").isdigit() and dict(value).get("type") is None else -1]
