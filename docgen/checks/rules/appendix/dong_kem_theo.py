"""TT705: below its title an appendix says which document it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.appendix_labels import labels_of
from docgen.checks.reference_lines import form_in_words, lines_of
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Every appendix; what stands in the line is another rule's affair."""
    form = form_in_words(layout.standard)
    for label in labels_of(layout):
        if not lines_of(label.appendix, layout.standard):
            yield Finding(
                msg("This appendix does not say which document it belongs to."),
                at(label.passage),
                "appendix_reference",
                form,
                "",
                msg("Write below its title: {form}", form=form),
                label.passage.sure,
            )


RULE = Rule(
    code="TT705",
    name="dong-kem-theo",
    kind=Kind.FORM,
    asks=msg("Below the title of an appendix stands a line in brackets with the document it belongs to."),
    good="(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã An Bình)",
    bad="DANH MỤC NHIỆM VỤ",
    look=look,
    no_fix=msg("A line must be added to the page."),
    needs=("appendix_label",),
)
