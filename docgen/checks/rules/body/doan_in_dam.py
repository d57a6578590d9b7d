"""TT412: a whole paragraph of text that is no title is not bold.

The emphasis is the author's, so this is a rule about wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.emphasis import RUNNING, emphasised
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Sentences of at least ``min`` letters."""
    for i in emphasised(texts, case, "bold"):
        what, remedy = msg("This whole paragraph is bold."), msg("Keep bold for titles and single words.")
        yield Remark(i, 0, len(texts[i].text), what, msg("not bold"), remedy, upright="bold")


RULE = Rule(
    code="TT412",
    name="doan-in-dam",
    kind=Kind.WORDING,
    asks=msg("Whole paragraphs of text are not bold; bold is for titles."),
    good="1. Giao Sở Tài chính tham mưu phân bổ kinh phí.",
    bad="**1. Giao Sở Tài chính tham mưu phân bổ kinh phí.**",
    look=look,
    fix=Fixing.UNSAFE,
    needs=(*RUNNING, "article", "clause", "subclause", "point"),
)
