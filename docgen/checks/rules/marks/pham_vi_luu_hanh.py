"""TT811: in Party documents the note on who may read it stands on page 1 at the top right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """A note below the head, or in its left column. Where a text box lies is not known."""
    title = layout.first_of("party_title")
    bounds = [layout.first_of(name) for name in ("type_name", "addressee_label", "body")]
    below = min((found.paragraph.index for found in bounds if found is not None), default=None)
    if title is None or below is None:
        return
    for passage in layout.get("circulation"):
        paragraph = passage.paragraph
        if paragraph.shape is not None or paragraph.part != layout.story.part:
            continue
        if paragraph.index > below or _is_at_left(paragraph, title.paragraph):
            yield Finding(
                msg("{words} does not stand at the top right.", words=passage.text),
                at(passage),
                "circulation",
                msg("page 1, top right"),
                "",
                msg("Put it on page 1 at the top right, 10 mm from the paper's edge."),
                passage.sure,
            )


def _is_at_left(paragraph: Paragraph, title: Paragraph) -> bool:
    if paragraph.cell is not None and title.cell is not None and paragraph.cell.table is title.cell.table:
        return paragraph.cell.column < title.cell.column
    return paragraph.cell is None and paragraph.format.align in ("left", "both") and not paragraph.text[:1].isspace()


RULE = Rule(
    code="TT811",
    name="pham-vi-luu-hanh",
    kind=Kind.FORM,
    asks=msg("The note on who may read a Party document stands on page 1 at the top right."),
    good="TÀI LIỆU HỘI NGHỊ (góc phải, phía trên)",
    bad="TÀI LIỆU HỘI NGHỊ (dưới số, ký hiệu)",
    look=look,
    no_fix=msg("The words must be moved."),
    needs=("circulation",),
)
