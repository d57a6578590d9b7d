"""TT408: a Điều has a title; not in decisions, whose samples print the text right behind the number.

Whether it has one is for its author to say, so this is a rule about wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg
from docgen.reading.layout import Passage, Sure


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Only where the type is known, and only what was read from a file: there a title can be told from text."""
    kind = case.standard.types.get(case.type or "")
    if kind is None or kind.decision_word or any(text.component == "decision_word" for text in texts):
        return
    for i, text in enumerate(texts):
        passage = text.where
        if text.component != "article" or not isinstance(passage, Passage) or passage.appendix is not None:
            continue
        numeral = passage.numeral
        if numeral is None or passage.titled or passage.sure is Sure.GUESS:
            continue
        # a title that was not recognised ends without a sign
        if not passage.paragraph.text[passage.words_start : passage.end].rstrip().endswith((".", ";", ":", ",")):
            continue
        name = numeral.written.rstrip(" .:-–")
        remedy = msg("Write a title behind its number, and the text on the next line.")
        end = 0 if numeral.automatic else len(numeral.written)
        yield Remark(i, 0, end, msg("{name} has no title.", name=name), remedy=remedy)


RULE = Rule(
    code="TT408",
    name="tieu-de-dieu",
    kind=Kind.WORDING,
    asks=msg("Every Điều has a title, but for decisions."),
    good="Điều 1. Phạm vi điều chỉnh",
    bad="Điều 1. Quy chế này quy định nguyên tắc, chế độ trách nhiệm và quan hệ công tác của Văn phòng.",
    look=look,
    no_fix=msg("Only its author knows the title."),
    needs=("article",),
)
