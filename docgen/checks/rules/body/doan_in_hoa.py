"""TT415: a whole paragraph of text is not written in capitals (PL I, P.I, II.6.a, II.6.e).

The letters are the author's, so this is a rule about wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

_TEXTS = ("base", "body", "list_item")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Sentences of at least ``min`` letters: shorter ones may hold nothing but short forms of bodies, or be titles."""
    least = case.entry.min or 0
    for index, text in enumerate(texts):
        words = text.text
        if text.component in _TEXTS and len(words) >= least and words.endswith((".", ";", ":")) and words.isupper():
            what, remedy = msg("This whole paragraph stands in capitals."), msg("Keep capitals for titles and short forms.")
            yield Remark(index, 0, len(words), what, msg("small letters"), remedy)


RULE = Rule(
    code="TT415",
    name="doan-in-hoa",
    kind=Kind.WORDING,
    asks=msg("Whole paragraphs of text are not written in capitals."),
    good="Giao Sở Tài chính tham mưu phân bổ kinh phí thực hiện Kế hoạch.",
    bad="GIAO SỞ TÀI CHÍNH THAM MƯU PHÂN BỔ KINH PHÍ THỰC HIỆN KẾ HOẠCH.",
    look=look,
    no_fix=msg("Which words keep their capitals only the author knows."),
    needs=("base", "body", "list_item", "article", "clause", "subclause", "point"),
)
