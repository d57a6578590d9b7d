"""TT702: two or more appendices are counted, and their numbers follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.appendix_labels import labels_of
from docgen.checks.levels import say_number
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.numerals import roman_value

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The first number may be any: others may stand in files of their own."""
    labels = labels_of(layout)
    if len(labels) < 2:
        return
    kind = layout.standard.numbering["appendix"].numeral
    before: int | None = None
    for label in labels:
        written = " ".join(label.passage.text.split())
        if not label.number:
            yield Finding(
                msg("This appendix has no number, though there are {count}.", count=len(labels)),
                at(label.passage),
                "appendix_label",
                "",
                written,
                msg("Number all appendices in their order."),
                label.passage.sure,
            )
            before = None if before is None else before + 1
            continue
        value = int(label.number) if label.number.isdecimal() else roman_value(label.number)
        if value is None:
            return
        if before is not None and value != before + 1:
            right = say_number(before + 1, kind, layout.standard)
            yield Finding(
                msg("Appendix {number} stands where {right} is due.", number=label.number, right=right),
                at(label.passage),
                "appendix_label",
                right,
                label.number,
                msg("Number all appendices in their order."),
                label.passage.sure,
            )
        before = value


RULE = Rule(
    code="TT702",
    name="thu-tu-phu-luc",
    kind=Kind.FORM,
    asks=msg("Two or more appendices are numbered in their order."),
    good="Phụ lục I, Phụ lục II",
    bad="Phụ lục I, Phụ lục III",
    look=look,
    no_fix=msg("The text may cite the numbers of the appendices."),
    needs=("appendix_label",),
)
