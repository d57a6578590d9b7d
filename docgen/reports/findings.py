"""What people read of a finding: where it is, the words concerned, what the rule wants, what stands there, who says so."""

from __future__ import annotations

from docgen.i18n import translate
from docgen.problems import Detail, Message, Problem, msg

MAIN_PART = "word/document.xml"
_SHOWN = 70
"""So many letters of the words concerned are shown to people."""


def say(words: str | Message, language: str) -> str:
    """``words`` in ``language``; text of the document stays as it is."""
    return translate(words, language) if isinstance(words, Message) else words


def list_sentences(problem: Problem, language: str) -> list[str]:
    """All that is to be said of ``problem``, a sentence an entry; of a finding also where it is and what the rule wants."""
    detail = problem.detail
    sentences = [translate(message, language) for message in (problem.what, problem.remedy) if message is not None]
    if detail is None:
        return sentences
    where = name_where(detail, language)
    words = quote(detail.text)
    place = ": ".join(filter(None, (where, words)))
    need = describe_need(detail, language)
    return [*filter(None, (place, *sentences, need))]


def name_where(detail: Detail, language: str, *, many: bool = False) -> str:
    """``Quốc hiệu, đoạn 2``; ``many``: the file holds several documents, so that the finding's own is named."""
    where = say(detail.label, language) or ("" if detail.component == "file" else detail.component)
    if detail.page is not None:
        where = translate(msg("{where}, page {number}", where=where, number=detail.page), language)
    elif detail.paragraph is not None and detail.part in (None, MAIN_PART):
        where = translate(msg("{where}, paragraph {number}", where=where, number=detail.paragraph), language)
    elif detail.paragraph is not None:
        where = translate(msg("{where}, in a header or footer", where=where), language)
    if many and detail.document is not None:
        where = translate(msg("Document {number}: {where}", number=detail.document + 1, where=where), language)
    return where


def describe_need(detail: Detail, language: str) -> str:
    """What the rule wants, what stands there, and the clause; empty where none of them is known."""
    expected, actual = say(detail.expected, language), say(detail.actual, language)
    if expected and actual:
        need = translate(msg("wanted: {expected}; here: {actual}", expected=expected, actual=_cut(actual)), language)
    elif expected:
        need = translate(msg("wanted: {expected}", expected=expected), language)
    elif actual and actual != detail.text:
        need = translate(msg("here: {actual}", actual=_cut(actual)), language)
    else:
        need = ""
    if not detail.clause:
        return need
    return f"{need} ({detail.clause})" if need else f"({detail.clause})"


def quote(text: str) -> str:
    """The words concerned in quotation marks, on one line and not too long; empty without any."""
    return f"“{_cut(text)}”" if text.strip() else ""


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
