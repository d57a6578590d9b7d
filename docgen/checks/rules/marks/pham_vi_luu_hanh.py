"""TT811: the note on who may read it stands on page 1: at the top right (HD05 II-4.1), above Quốc hiệu (PL I, P.I, IV.2, ô 11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.places import holder_of, is_above_text, is_at_right
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """A note below the head, in its left column, or (state) below the state's name. Where a box lies is not always known."""
    party = layout.regime == "party"
    title = layout.first_of("party_title" if party else "motto")
    bounds = [layout.first_of(name) for name in ("type_name", "addressee_label", "body")]
    below = min((found.paragraph.index for found in bounds if found is not None), default=None)
    if title is None or below is None:
        return
    for passage in layout.get("circulation"):
        paragraph = holder_of(passage.paragraph)
        if paragraph is None or paragraph.part != layout.story.part or is_above_text(layout, passage.paragraph):
            continue
        if is_at_right(layout, passage.paragraph) and paragraph.index < below:
            continue
        if paragraph.index > below or _is_at_left(paragraph, title.paragraph, party):
            place = msg("page 1, top right") if party else msg("page 1, above Quốc hiệu")
            remedy = msg("Put it on page 1, above Quốc hiệu.")
            if party:
                remedy = msg("Put it on page 1 at the top right.")
            what = msg("{words} does not stand at the top of page 1.", words=passage.text)
            if party:
                what = msg("{words} does not stand at the top right.", words=passage.text)
            yield Finding(what, at(passage), "circulation", place, "", remedy, passage.sure)


def _is_at_left(paragraph: Paragraph, title: Paragraph, party: bool) -> bool:
    if paragraph.cell is not None and title.cell is not None and paragraph.cell.table is title.cell.table:
        return paragraph.cell.column < title.cell.column
    # the state's note may stand anywhere above
    free = paragraph.cell is None and (party or paragraph.index > title.index)
    return free and paragraph.format.align in ("left", "both") and not paragraph.text[:1].isspace()


RULE = Rule(
    code="TT811",
    name="pham-vi-luu-hanh",
    kind=Kind.FORM,
    asks=msg("The note on who may read a document stands at the top of page 1, in Party documents at the right."),
    good="TÀI LIỆU HỘI NGHỊ (góc phải, phía trên)",
    bad="TÀI LIỆU HỘI NGHỊ (dưới số, ký hiệu)",
    look=look,
    no_fix=msg("The words must be moved."),
    needs=("circulation",),
)
