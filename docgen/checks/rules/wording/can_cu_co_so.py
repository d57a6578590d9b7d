"""LV121: a base of a kind that is always numbered is cited with its number (PL I, P.I, II.6.a; HD05 I-6.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.prose import of
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

#: a number, or room for one
_NUMBER = re.compile(r"(?<!\w)số(?!\w)|[/.…_]{2,}|\d+\s*[/-]\s*[A-ZĐ]|/[A-ZĐ]")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """The entry's words are such kinds, and with a ``-`` in front their names that stand without a number."""
    lead = case.standard.marks["base"].openings[0]
    kinds = tuple(word for word in case.entry.words if word[0] != "-")
    without = tuple(word[1:] for word in case.entry.words if word[0] == "-")
    for index, text in of(texts, "base"):
        start = len(text) - len(text.lstrip("-–— \u00a0"))
        cited = text[start:].removeprefix(lead).lstrip()
        # a base over several lines is read line by line
        if cited == text[start:] or text[-1:] not in ";.," or _NUMBER.search(text):
            continue
        kind = next((kind for kind in kinds if cited.startswith(f"{kind} ")), None)
        if kind is None or cited.startswith(without):
            continue
        at = len(text) - len(cited)
        what = msg("This {kind} is cited without its number.", kind=kind)
        remedy = msg("Write type, number, date, issuer and subject of the document.")
        yield Remark(index, at, at + len(kind), what, msg("{kind} with its number", kind=kind), remedy)


RULE = Rule(
    code="LV121",
    name="can-cu-co-so",
    kind=Kind.WORDING,
    asks=msg("A decree, circular, decision or directive among the bases is cited with its number."),
    good="Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    bad="Căn cứ Nghị định của Chính phủ về công tác văn thư;",
    look=look,
    no_fix=msg("Numbers of other documents are not known to docgen."),
    needs=("base",),
)
