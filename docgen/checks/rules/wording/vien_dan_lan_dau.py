"""LV112: the first time a document is cited with its date (PL I, P.I, II.6.b; HD05 I-6.1.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.prose import CITED, running
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

_DATED = re.compile(r",? *\(?(?:ngày|tháng|năm) ")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Where the entry has words, only numbers behind one of them count."""
    seen: set[str] = set()
    leads = tuple(f"{lead} số" for lead in case.entry.words) or ("số", "Số")
    for index, text in running(texts):
        for match in CITED.finditer(text):
            number = match[0]
            if number in seen or not text[: match.start()].rstrip().endswith(leads):
                continue
            seen.add(number)
            if not _DATED.match(text, match.end()):
                what = msg("{number} is cited here for the first time, without its date.", number=number)
                remedy = msg("Write type, number, date, issuer and subject the first time.")
                yield Remark(index, match.start(), match.end(), what, msg("{number}, with its date", number=number), remedy)


RULE = Rule(
    code="LV112",
    name="vien-dan-lan-dau",
    kind=Kind.WORDING,
    asks=msg("The first time a document is cited with type, number, date, issuer and subject."),
    good="Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư",
    bad="Quy định số 399-QĐ/TW (viện dẫn lần đầu)",
    look=look,
    no_fix=msg("Date and issuer of a cited document are not known to docgen."),
)
