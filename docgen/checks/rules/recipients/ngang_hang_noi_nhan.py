"""TT608: ``Nơi nhận`` is level with the first line of the signature (PL I, P.I, II.9.d)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Kind, Rule, Skip, at
from docgen.ooxml.content import Cell
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry

#: minutes have their recipients below the two signatures (Mẫu 1.9)
_BELOW = "bien-ban"


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    label = layout.first_of("recipients_label")
    lines = [*layout.get("sign_authority"), *layout.get("sign_title")]
    names = layout.get("sign_name")
    # several signers take more rows than one; their recipients come below
    if label is None or not lines or len(names) > 1 or layout.type == _BELOW or len({line.entry for line in lines}) > 1:
        return
    first = min(lines, key=lambda line: (line.paragraph.index, line.start))
    here, there = _in_one_table(label.paragraph.cell, first.paragraph.cell)
    if here is None and there is None:
        level = _same_line(layout, label.paragraph.index, first.paragraph.index)
    elif here is None or there is None or here.table is not there.table:
        level = False
    else:
        level = here.row == there.row and (here.column != there.column or here is there)
        if here is there and label.paragraph is not first.paragraph:
            level = False
    if not level:
        what = msg("The label of the recipients is not level with {words}.", words=first.text)
        remedy = msg("Set both in one row of a table without borders.")
        sure = max(label.sure, first.sure, key=["certain", "likely", "guess"].index)
        yield Finding(what, at(label), label.component, first.text, "", remedy, sure)


def _in_one_table(one: Cell | None, other: Cell | None) -> tuple[Cell | None, Cell | None]:
    """The cells around both that stand in the innermost table around both; without such a table the outermost ones."""
    ones, others = list(_cells(one)), list(_cells(other))
    shared = ((here, there) for here in ones for there in others if here.table is there.table)
    return next(shared, (ones[-1] if ones else None, others[-1] if others else None))


def _cells(cell: Cell | None) -> Iterator[Cell]:
    while cell is not None:
        yield cell
        cell = cell.table.parent


def _same_line(layout: Layout, one: int, other: int) -> bool:
    """Whether both stand in one paragraph, tabs apart; beside each other in columns or frames nobody can tell."""
    framed = any(p.frame or p.shape for p in layout.story.paragraphs if p.index in (one, other))
    return one == other or framed or any(section.columns > 1 for section in layout.sections)


RULE = Rule(
    code="TT608",
    name="ngang-hang-noi-nhan",
    kind=Kind.FORM,
    asks=msg("The label of the recipients is level with the first line of the signature."),
    good="Nơi nhận: | KT. GIÁM ĐỐC",
    bad="Nơi nhận: (nằm dưới chữ ký)",
    look=look,
    no_fix=msg("The table has to be set up by hand."),
    needs=("recipients_label",),
)
