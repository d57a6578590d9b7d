"""LV109: a document that was cited in full before is cited by type and number only (PL I, P.I, II.6.b)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.prose import CITED, running
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

_DATED = re.compile(r",? ngày \d{1,2}(?: tháng \d{1,2} năm |[/.-]\d{1,2}[/.-])\d{4} của ")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    seen: set[str] = set()
    for index, text in running(texts):
        if " ngày " not in text:
            continue
        for match in CITED.finditer(text):
            long = _DATED.match(text, match.end())
            if long and match[0] in seen:
                what = msg("{number} was cited in full before; type and number are enough here.", number=match[0])
                yield Remark(index, match.end(), long.end() - len(" của "), what, match[0], msg("Leave out date and issuer."))
            elif long:
                seen.add(match[0])


RULE = Rule(
    code="LV109",
    name="vien-dan-lan-sau",
    kind=Kind.WORDING,
    asks=msg("From the second time on a document is cited by its type and number only."),
    good="thực hiện Nghị định số 30/2020/NĐ-CP",
    bad="thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ (ở trên đã ghi đầy đủ)",
    look=look,
    no_fix=msg("The sentence has to be written anew."),
)
