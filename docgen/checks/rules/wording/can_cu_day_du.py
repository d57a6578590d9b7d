"""LV108: a base names type, number, issuer and day of the document; of a law only its name (PL I, P.I, II.6.a; HD05 I-6.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.prose import CITED, of
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg
from docgen.vietnamese import running_name

_DATE = re.compile(r"(?<!\w)(?:ngày|tháng|năm) *\d|\d{1,2}/\d{1,2}/\d{4}")
_OF = " của "
_ISSUER = re.compile(r"(?<!\w)(?:của|tại|do|giữa)(?!\w)")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """The entry's words are the types that have neither number nor issuer in a base."""
    openings = case.standard.marks["base"].openings
    for index, text in of(texts, "base"):
        # a base over several lines is read line by line: only its end tells that nothing follows
        if text[-1:] not in ";.,:":
            continue
        words = text.lstrip("-–— ")
        for opening in openings:
            words = words.removeprefix(opening).lstrip()
        if words.startswith(case.entry.words):
            continue
        match = CITED.search(text)
        if match is None:
            continue
        dated, issued = _DATE.search(text), _ISSUER.search(text)
        if dated and issued:
            yield from _without_subject(index, text, match)
            continue
        missing = msg("who issued it") if dated else msg("its date") if issued else msg("its date and who issued it")
        what = msg("The base {number} is cited without {missing}.", number=match[0], missing=missing)
        remedy = msg("Write type, number, date, issuer and subject of the document.")
        yield Remark(index, match.start(), match.end(), what, missing, remedy)


def _without_subject(index: int, text: str, number: re.Match[str]) -> Iterator[Remark]:
    """A base that ends with the name of who issued it."""
    of_whom = text.find(_OF, number.end()) + len(_OF)
    issuer = text[of_whom:-1].strip()
    if of_whom < number.end() or not issuer:
        return
    known = running_name(issuer.upper())
    # words that are no part of a known name would have come back with capitals
    if not known.guessed and known.name == issuer:
        what = msg("The base {number} is cited without its subject.", number=number[0])
        remedy = msg("Write type, number, date, issuer and subject of the document.")
        yield Remark(index, of_whom, of_whom + len(issuer), what, msg("its subject"), remedy)


RULE = Rule(
    code="LV108",
    name="can-cu-day-du",
    kind=Kind.WORDING,
    asks=msg("A base is cited with type, number, date, issuer and subject; a law with its name."),
    good="Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    bad="Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;",
    look=look,
    no_fix=msg("Date and issuer of a cited document are not known to docgen."),
    needs=("base",),
)
