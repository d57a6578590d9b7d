"""TT310: the abstract of a công văn stands below its number, in the same column (PL I, P.I, II.5.b; HD05 I-5.2.3)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.places import spans_page
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.ooxml.content import Paragraph
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Another column of the head, or the middle of the page."""
    number, abstract = layout.first_of("number"), layout.first_of("abstract_dispatch")
    if number is None or abstract is None or abstract.appendix is not None:
        return
    if _is_beside(number.paragraph, abstract.paragraph) or spans_page(layout, abstract.paragraph):
        labels = {name: layout.standard.components[name].label for name in ("number", "abstract_dispatch")}
        yield Finding(
            msg("{lower} does not stand below {upper}.", lower=labels["abstract_dispatch"], upper=labels["number"]),
            at(abstract),
            "abstract_dispatch",
            msg("below {upper}", upper=labels["number"]),
            "",
            msg("Put {lower} below {upper}.", lower=labels["abstract_dispatch"], upper=labels["number"]),
            abstract.sure,
        )


def _is_beside(one: Paragraph, other: Paragraph) -> bool:
    a, b = one.cell, other.cell
    return a is not None and b is not None and a.table is b.table and a.column != b.column and a.table.parent is None


RULE = Rule(
    code="TT310",
    name="trich-yeu-duoi-so",
    kind=Kind.FORM,
    asks=msg("The abstract of a công văn stands below its number."),
    good="Số: 12/UBND-VX / V/v cử cán bộ tập huấn",
    bad="V/v cử cán bộ tập huấn (giữa trang, trên Kính gửi)",
    look=look,
    no_fix=msg("Moving text is a person's work."),
    needs=("abstract_dispatch",),
)
