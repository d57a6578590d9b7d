"""TT412: a whole paragraph of text that is no title is not bold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.bodies import RUNNING, main_passages
from docgen.checks.property_letters import is_bold
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.repairs import SetRuns

if TYPE_CHECKING:
    from docgen.reading.layout import Layout, Passage
    from docgen.standards.model import RuleEntry

_SENTENCE_ENDS = (".", ";")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Sentences of at least ``min`` letters."""
    for passage in main_passages(layout):
        if passage.component not in RUNNING or passage.titled or passage.end - passage.start < (entry.min or 0):
            continue
        if _is_bold(passage) and passage.text.endswith(_SENTENCE_ENDS) and passage.is_whole:
            yield Finding(
                msg("This whole paragraph is bold."),
                at(passage),
                passage.component,
                msg("upright"),
                msg("bold"),
                msg("Keep bold for titles and single words."),
                passage.sure,
                (SetRuns(passage.paragraph, passage.start, passage.end, "bold", False),),
            )


def _is_bold(passage: Passage) -> bool:
    text, start, end = passage.paragraph.text, passage.start, passage.end
    inside = (run for run in passage.paragraph.runs if run.start < end and run.end > start)
    return all(is_bold(run.format) or text[max(run.start, start) : min(run.end, end)].isspace() for run in inside)


RULE = Rule(
    code="TT412",
    name="doan-in-dam",
    kind=Kind.FORM,
    asks=msg("Whole paragraphs of text are not bold; bold is for titles."),
    good="1. Giao Sở Tài chính tham mưu phân bổ kinh phí.",
    bad="**1. Giao Sở Tài chính tham mưu phân bổ kinh phí.**",
    look=look,
    fix=Fixing.UNSAFE,
    needs=tuple(sorted(RUNNING)),
)
