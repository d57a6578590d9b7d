"""TT705: below its title an appendix says which document it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.appendix_labels import labels_of
from docgen.checks.bodies import RUNNING
from docgen.checks.reference_lines import find_anywhere, form_in_words
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.reading.layout import Appendix, Layout, Passage
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Every appendix; what stands in the line is another rule's affair."""
    form = form_in_words(layout.standard)
    for label in labels_of(layout):
        line = find_anywhere(label.appendix, layout.standard)
        if line is None:
            yield Finding(
                msg("This appendix does not say which document it belongs to."),
                at(label.passage),
                "appendix_reference",
                form,
                "",
                msg("Write below its title: {form}", form=form),
                label.passage.sure,
            )
        elif not _stands_below(line, label.appendix):
            yield Finding(
                msg("The line that says which document the appendix belongs to does not stand below its title."),
                at(line),
                "appendix_reference",
                msg("below the title"),
                "",
                msg("Put it below the title of the appendix."),
                line.sure,
            )


def _stands_below(line: Passage, appendix: Appendix) -> bool:
    """Whether only label and title stand above the line, and no title below it. A sentence without brackets is no such line."""
    if not line.text.startswith(("(", "[")):
        return True
    place = appendix.passages.index(line)
    above = {passage.component for passage in appendix.passages[:place]}
    below = (passage.component for passage in appendix.passages[place:])
    return "appendix_label" in above and not above & RUNNING and "appendix_title" not in below


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
