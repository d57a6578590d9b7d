"""TT408: a Điều has a title; not in decisions, whose samples print the text right behind the number.

Whether it has one is for its author to say, so this is a rule about wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Only where the type is known: a numbered block without a title is given as running text."""
    kind = case.standard.types.get(case.type or "")
    if kind is None or kind.decision_word or any(text.component == "decision_word" for text in texts):
        return
    number = _number(case.standard.numbering["article"].pattern)
    for i, text in enumerate(texts):
        if text.component == "appendix_label":
            return
        found = number.match(text.text) if text.component == "body" and not text.titled else None
        # a title that was not recognised ends without a sign
        if found is not None and text.text.endswith((".", ";", ":", ",")) and not (found["alone"] and _is_title(texts[i + 1 : i + 2])):
            name = found["name"]
            remedy = msg("Write a title behind its number, and the text on the next line.")
            yield Remark(i, 0, len(name) + 1, msg("{name} has no title.", name=name), remedy=remedy)


def _is_title(below: Sequence[Wording]) -> bool:
    """Whether the title stands on the next line, as some print it."""
    return any(text.bold or text.component not in ("body", "list_item") for text in below)


@cache
def _number(pattern: str) -> re.Pattern[str]:
    """``Điều {n}.`` and words behind it."""
    return re.compile(rf"(?P<name>{re.escape(pattern.rstrip('.')).replace(re.escape('{n}'), '[0-9]+')})\.(?:\s+\S|(?P<alone>)$)")


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
