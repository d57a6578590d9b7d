"""TT814: the mark of urgency stands at the left below number and abstract (PL I, P.I, IV.2, ô 10b; HD05 II-3)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.places import holder_of, is_above_text, is_at_right, spans_page
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.ooxml.content import Paragraph
from docgen.problems import Message, msg
from docgen.reading.layout import Layout, Passage
from docgen.standards.model import RuleEntry

_TEXT = ("type_name", "addressee_label", "base", "body", "article", "section")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Boxes as well, where the file tells their place. The entry's words: what it stands below, outermost last."""
    above = next((passage for name in reversed(entry.words) if (passage := layout.first_of(name))), None)
    if above is None or above.paragraph.shape is not None:
        return
    for passage in layout.get("urgency"):
        what = _find_fault(layout, passage, above)
        if what is None or passage.appendix is not None:
            continue
        label = layout.standard.components[above.component].label
        yield Finding(
            what,
            at(passage),
            "urgency",
            msg("at the left, below {label}", label=label),
            "",
            msg("Put it at the left, below {label}.", label=label),
            passage.sure,
            # where a box floats to is computed
            level="warning" if passage.paragraph.shape is not None else None,
        )


def _find_fault(layout: Layout, passage: Passage, above: Passage) -> Message | None:
    paragraph = passage.paragraph
    if is_at_right(layout, paragraph) or _is_beside(paragraph, above.paragraph):
        return msg("{words} stands in the right half of the page.", words=passage.text)
    holder = holder_of(paragraph)
    if is_above_text(layout, paragraph) or (holder is not None and _is_higher(holder, above.paragraph)):
        return msg("{words} stands above {label}.", words=passage.text, label=layout.standard.components[above.component].label)
    text = next((found for name in _TEXT if (found := layout.first_of(name))), None)
    if holder is not None and (spans_page(layout, paragraph) or (text is not None and holder.index > text.paragraph.index)):
        return msg("{words} stands outside the head of the document.", words=passage.text)
    return None


def _is_beside(paragraph: Paragraph, other: Paragraph) -> bool:
    """Whether a paragraph stands in a column of the same table right of another."""
    a, b = paragraph.cell, other.cell
    return a is not None and b is not None and a.table is b.table and a.table.parent is None and a.column > b.column


def _is_higher(paragraph: Paragraph, other: Paragraph) -> bool:
    """Whether a paragraph surely stands above another: before it in its cell, its column or the text."""
    a, b = paragraph.cell, other.cell
    if a is not None and b is not None and a.table is b.table and a.column != b.column:
        return a.row < b.row
    return paragraph.index < other.index


RULE = Rule(
    code="TT814",
    name="vi-tri-muc-do-khan",
    kind=Kind.FORM,
    asks=msg("The mark of urgency stands at the left, below the number and, in a công văn, below its abstract."),
    good="Số: 12/UBND-VP / V/v … / HỎA TỐC",
    bad="HỎA TỐC (trên Quốc hiệu)",
    look=look,
    no_fix=msg("Moving text is a person's work."),
    needs=("urgency",),
)
