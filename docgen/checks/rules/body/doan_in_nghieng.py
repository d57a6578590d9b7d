"""TT414: a whole paragraph of text is not in italics.

The emphasis is the author's, so this is a rule about wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.emphasis import RUNNING, emphasised
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Sentences of at least ``min`` letters."""
    for i in emphasised(texts, case, "italic"):
        what, remedy = msg("This whole paragraph is in italics."), msg("Keep italics for single words and notes.")
        yield Remark(i, 0, len(texts[i].text), what, msg("upright"), remedy, upright="italic")


RULE = Rule(
    code="TT414",
    name="doan-in-nghieng",
    kind=Kind.WORDING,
    asks=msg("Whole paragraphs of text are upright; italics are for legal bases and single words."),
    good="Giao Sở Tài chính tham mưu phân bổ kinh phí.",
    bad="*Giao Sở Tài chính tham mưu phân bổ kinh phí.*",
    look=look,
    fix=Fixing.UNSAFE,
    needs=(*RUNNING, "article", "clause", "subclause", "point"),
)
