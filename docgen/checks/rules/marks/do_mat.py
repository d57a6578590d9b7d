"""TT801: the degree of secrecy is stamped, not typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.frames import box_of
from docgen.checks.rule import Finding, Kind, Rule, Spot
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Lines that are one of the words in capitals and stand in no box; tables other than the head's may name them."""
    for paragraph in layout.story.paragraphs[layout.first : layout.last]:
        words = paragraph.text.strip(" \t\n\u00a0.()[]")
        if words not in entry.words or box_of(paragraph) is not None:
            continue
        if paragraph.cell is not None and paragraph.cell.table is not layout.head_table:
            continue
        start = paragraph.text.index(words)
        yield Finding(
            msg("{words} is typed; the degree of secrecy is stamped.", words=words),
            Spot(paragraph, start, start + len(words)),
            "other",
            "",
            words,
            msg("Take the words out and have the paper stamped."),
        )


RULE = Rule(
    code="TT801",
    name="do-mat",
    kind=Kind.FORM,
    asks=msg("The degree of secrecy is stamped on the paper and not typed into the text."),
    good="(đóng dấu)",
    bad="MẬT",
    look=look,
    no_fix=msg("Whether the document is secret is for a person to say."),
)
