"""TT804: the note on who may read the document stands in a box with one line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.frames import box_of
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Any words; the act names two as examples."""
    for passage in layout.get("circulation"):
        box = box_of(passage.paragraph)
        if box is None or not box.bordered:
            yield Finding(
                msg("No line is drawn round {words}", words=passage.text),
                at(passage),
                "circulation",
                "",
                "",
                msg("Set it in a box with a single line."),
                passage.sure,
            )


RULE = Rule(
    code="TT804",
    name="khung-pham-vi-luu-hanh",
    kind=Kind.FORM,
    asks=msg("The note on who may read a document stands in a box with a single line."),
    good="LƯU HÀNH NỘI BỘ (trong khung)",
    bad="LƯU HÀNH NỘI BỘ",
    look=look,
    no_fix=msg("A shape must be drawn."),
    needs=("circulation",),
)
