"""TT808: a line across the text parts the original from the block of the copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.full_lines import has_full_line
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry

#: paragraphs of the copy's block in which its line may be anchored
_WITHIN = 6


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Between the last words of the original and the first lines of the copy's block."""
    form = layout.first_of("copy_form")
    if form is None or layout.copy_head is None:
        return
    paragraphs = layout.story.paragraphs
    first = layout.copy_head
    while first > layout.first and paragraphs[first - 1].is_empty:
        first -= 1
    # the line may be the lower border of the last words
    first = max(layout.first, first - 1)
    if has_full_line(paragraphs[first : min(layout.copy_head + _WITHIN, layout.last)], layout.story, entry.min or 0):
        return
    yield Finding(
        msg("No line across the text parts the copy from the original."),
        at(form),
        "copy_form",
        "",
        "",
        msg("Draw a line as wide as the text above the words of the copy."),
        form.sure,
    )


RULE = Rule(
    code="TT808",
    name="vach-truoc-ban-sao",
    kind=Kind.FORM,
    asks=msg("The block of a copy stands under a line across the text."),
    good="──────────\nSAO Y",
    bad="SAO Y",
    look=look,
    no_fix=msg("A line must be drawn."),
    needs=("copy_form",),
)
