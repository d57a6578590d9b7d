"""TT704: an appendix has a title below its label."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.appendix_labels import labels_of
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """A title on the line of the label is one."""
    for label in labels_of(layout):
        title = label.appendix.title
        if title and title[0].paragraph.index < label.passage.paragraph.index:
            yield Finding(
                msg("The title of the appendix stands above its label."),
                at(title[0]),
                "appendix_title",
                msg("below the label"),
                "",
                msg("Write its title on the line below the label."),
                title[0].sure,
            )
        if title or any(c.isalpha() for c in label.behind):
            continue
        yield Finding(
            msg("This appendix has no title."),
            at(label.passage),
            "appendix_title",
            "",
            "",
            msg("Write its title on the line below the label."),
            label.passage.sure,
        )


RULE = Rule(
    code="TT704",
    name="ten-phu-luc",
    kind=Kind.FORM,
    asks=msg("An appendix has a title."),
    good="Phụ lục I\nDANH MỤC NHIỆM VỤ",
    bad="Phụ lục I",
    look=look,
    no_fix=msg("Only its author knows the title."),
    needs=("appendix_label",),
)
