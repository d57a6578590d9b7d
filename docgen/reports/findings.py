"""What people read of a finding: where it is, the words concerned, what the rule wants, what stands there, who says so."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import category

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
    place, sentences, need = _parts(problem, language)
    return [*filter(None, (place, *sentences, need))]


def say_in_one_line(problem: Problem, language: str) -> str:
    """The same for formats that have one line for it."""
    place, sentences, need = _parts(problem, language)
    told = " ".join(filter(None, (*sentences, need[:1].upper() + need[1:])))
    return f"{place} – {told}" if place else told


def _parts(problem: Problem, language: str) -> tuple[str, list[str], str]:
    """Place and words, sentences, and what the rule wants; nothing that the first sentence says itself stands in the place."""
    sentences = [translate(message, language) for message in (problem.what, problem.remedy) if message is not None]
    detail = problem.detail
    if detail is None:
        return "", sentences, ""
    label, words = say(detail.label, language), quote(detail.line or detail.text)
    is_said = bool(label) and sentences[0].casefold().startswith(label.casefold())
    where = name_where(replace(detail, label="", component="file") if is_said else detail, language)
    return ": ".join(filter(None, (where, "" if words in sentences[0] else words))), sentences, describe_need(detail, language)


def name_where(detail: Detail, language: str, *, many: bool = False) -> str:
    """``Quốc hiệu, đoạn 2``; ``many``: the file holds several documents, so that the finding's own is named."""
    label = say(detail.label, language) or ("" if detail.component == "file" else detail.component)
    where: Message | None = None
    if detail.spec is not None:
        # its line says where
        where = None
    elif detail.page is not None:
        where = msg("page {number}", number=detail.page)
    elif detail.paragraph is not None and detail.part in (None, MAIN_PART):
        where = msg("paragraph {number}", number=detail.paragraph)
    elif detail.paragraph is not None:
        where = msg("in a header or footer")
    told = ", ".join(filter(None, (label, translate(where, language) if where else "")))
    where_in_file = told if label else told[:1].upper() + told[1:]
    if not many or detail.document is None:
        return where_in_file
    number = detail.document + 1
    if not where_in_file:
        return translate(msg("Document {number}", number=number), language)
    return translate(msg("Document {number}: {where}", number=number, where=where_in_file), language)


def describe_need(detail: Detail, language: str) -> str:
    """What the rule wants, what stands there, and the clause; empty where none of them is known."""
    quoted = _is_marked(detail.expected) or _is_marked(detail.actual)
    expected, actual = (_say_value(value, language, quoted) for value in (detail.expected, detail.actual))
    if expected and actual:
        need = translate(msg("wanted: {expected}; here: {actual}", expected=expected, actual=actual), language)
    elif expected:
        need = translate(msg("wanted: {expected}", expected=expected), language)
    elif actual and detail.actual != (detail.line or detail.text):
        need = translate(msg("here: {actual}", actual=actual), language)
    else:
        need = ""
    if not detail.clause:
        return need
    return f"{need} ({detail.clause})" if need else f"({detail.clause})"


def _say_value(value: str | Message, language: str, quoted: bool) -> str:
    """A value in a sentence; ``quoted``: words of a document that would run together with it."""
    if isinstance(value, Message):
        return _cut(translate(value, language))
    return quote(value) if quoted and value[:1] + value[-1:] != "“”" else _cut(value)


def _is_marked(value: str | Message) -> bool:
    """Whether words begin or end with a mark (``;``, ``a)``, ``./.``), which in a sentence would be taken for its own."""
    return isinstance(value, str) and any(category(sign).startswith("P") for sign in value.strip()[:1] + value.strip()[-1:])


def quote(text: str) -> str:
    """The words concerned in quotation marks, on one line and not too long; empty without any."""
    return f"“{_cut(text)}”" if text.strip() else ""


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
