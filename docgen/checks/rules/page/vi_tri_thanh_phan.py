"""TT111: what the act's diagram puts left stands left of what it puts right (PL I, P.I, IV.2; HD05 I-1.2, I-2.2.1).

The head's columns are those of the rule set; every entry of the rule's ``words`` is a component of the foot's left column and
those of its right one. Where several sign, it is enough that one of them stands right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.places import spans_page
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.layout import Layout, Passage, Sure
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Pairs that stand the wrong way round, or one above the other over the whole width."""
    for lefts, rights in _columns(layout, entry):
        a = next((passage for name in lefts if (passage := layout.first_of(name))), None)
        others = [passage for name in rights for passage in layout.get(name)]
        if a is None or not others or Sure.GUESS in (a.sure, *(b.sure for b in others)):
            continue
        if not all(_is_wrong(layout, a, b) for b in others):
            continue
        left, right, b = a.component, others[0].component, others[0]
        labels = {name: layout.standard.components[name].label for name in (left, right)}
        yield Finding(
            msg("{right} does not stand to the right of {left}.", right=labels[right], left=labels[left]),
            at(b),
            right,
            msg("to the right of {left}", left=labels[left]),
            "",
            msg("Put {left} into the left column and {right} into the right one.", left=labels[left], right=labels[right]),
            b.sure,
        )


def _columns(layout: Layout, entry: RuleEntry) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    for row in layout.standard.order:
        yield row.left, row.right
    for words in entry.words:
        left, *right = words.split()
        yield (left,), right


def _is_wrong(layout: Layout, left: Passage, right: Passage) -> bool:
    a, b = left.paragraph, right.paragraph
    if a is b:
        same_line = "\n" not in a.text[min(left.start, right.start) : max(left.end, right.end)]
        return same_line and right.start < left.start
    if a.cell is not None and b.cell is not None:
        return a.cell.table is b.cell.table and b.cell.column <= a.cell.column and a.cell.table.parent is None
    return spans_page(layout, a) and spans_page(layout, b)


RULE = Rule(
    code="TT111",
    name="vi-tri-thanh-phan",
    kind=Kind.FORM,
    asks=msg("What the act's diagram puts left stands left, what it puts right stands right."),
    good="tên cơ quan ở góc trái, Quốc hiệu ở góc phải",
    bad="Quốc hiệu ở góc trái",
    look=look,
    no_fix=msg("Moving text is a person's work."),
)
