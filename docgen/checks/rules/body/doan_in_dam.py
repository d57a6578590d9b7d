"""TT412: a whole paragraph of text that is no title is not bold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.bodies import RUNNING, main_passages
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.repairs import SetRuns

if TYPE_CHECKING:
    from docgen.reading.layout import Layout, Passage
    from docgen.standards.model import RuleEntry

_SENTENCE = re.compile(r"(?:[.;]|\./\.)$")
_BOLD_FONT = re.compile(r"\bbold$", re.IGNORECASE)


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Sentences of at least ``min`` letters."""
    for passage in main_passages(layout):
        if passage.component not in RUNNING or passage.titled or passage.end - passage.start < (entry.min or 0):
            continue
        if _SENTENCE.search(passage.text) and passage.is_whole and _is_bold(passage):
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
    runs = passage.paragraph.runs_in(passage.words_start or passage.start, passage.end)
    return bool(runs) and all(run.format.bold or _BOLD_FONT.search(run.format.font) for run in runs)


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
