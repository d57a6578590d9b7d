"""The head of a document and what stands between head and text, from the passages of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date as calendar_date
from typing import NamedTuple

from docgen.document.model import Draft, Issuer, PartialDate
from docgen.document.text import Text, literal
from docgen.problems import msg
from docgen.reading import Layout, Passage
from docgen.reading.folding import fold_each
from docgen.reading.layout import Sure
from docgen.reading.words import load_words
from docgen.recovery.losses import find_draft
from docgen.recovery.marks import one_line, part_bases, unfill
from docgen.recovery.recovered import Notes
from docgen.recovery.texts import joined, look_of, piece, read_text, titled
from docgen.standards import DocumentType, Standard
from docgen.vietnamese import capitals, upper

_ENDS = re.compile(r"[ .,;:]+$")
_DASH = re.compile(r"^[-–—+*•]\s*")


class Number(NamedTuple):
    """Số, ký hiệu: the number, the issuer's code, the drafting unit's."""

    number: int | None
    code: Text
    unit: Text | None


def words_of(passages: Iterable[Passage]) -> str:
    """The lines of one component on one line."""
    return one_line(" ".join(passage.text for passage in passages))


def text_of(passages: Sequence[Passage], look: tuple[bool, bool] = (False, False)) -> Text:
    """The same with the emphasis that its letters have beyond ``look``."""
    return joined([read_text(p.paragraph, p.start, p.end, look) for p in passages], " ")


def plain_of(passages: Sequence[Passage]) -> Text:
    """The lines of one component as words without emphasis."""
    found = text_of(passages)
    return literal(found.plain, found.origin)


def read_issuer(layout: Layout, code: Text) -> Issuer:
    """The names at the left: a paragraph is a line that the author broke himself."""
    return Issuer(_names(layout.get("issuer")), code, _names(layout.get("parent")))


def _names(passages: Sequence[Passage]) -> tuple[Text, ...]:
    found: list[Text] = []
    last = None
    for passage in passages:
        words = one_line(upper(passage.text))
        if found and passage.paragraph is last:
            found[-1] = literal(f"{found[-1].plain} {words}", found[-1].origin)
        else:
            found.append(literal(words, f"#{passage.paragraph.index}"))
        last = passage.paragraph
    return tuple(found)


def read_number(layout: Layout, standard: Standard, kind: DocumentType, notes: Notes) -> Number:
    """The number taken apart by the rule set's pattern, else as it was read."""
    passage = layout.first_of("number")
    if passage is None or layout.number is None:
        return Number(None, literal(""), None)
    origin = f"#{passage.paragraph.index}"
    read, form = layout.number, standard.number_line
    pattern = form.typed if not kind.dispatch else form.dispatch_plain
    digits = re.escape(form.gap.strip()) + r"[\d.…_ ]*"
    found = unfill(form.prefix.use + pattern, passage.text, number=digits, type=re.escape(kind.code), issuer=r"\S.*", unit=r".*")
    code = found["issuer"] if found else read.issuer
    if found is None:
        notes.guess(
            msg("The number in the file is not written as docgen writes it: {text}", text=one_line(passage.text)),
            "/issuer/code",
            passage.paragraph,
        )
    number = int(read.digits) if read.digits and int(read.digits) else None
    if kind.dispatch and kind.unit:
        first, _, rest = code.partition("-")
        return Number(number, literal(first, origin), literal(rest, origin) if rest else None)
    return Number(number, literal(code, origin), None)


def read_date(layout: Layout, notes: Notes) -> tuple[Text, PartialDate | None]:
    """Place and date."""
    passage, read = layout.first_of("place_date"), layout.place_date
    if passage is None or read is None:
        return literal(""), None
    place = literal(one_line(read.place), f"#{passage.paragraph.index}")
    if read.year is None:
        if read.month is not None or read.day is not None:
            notes.guess(msg("The date in the file has no year: {text}", text=one_line(passage.text)), "/date", passage.paragraph)
        return place, None
    try:
        calendar_date(read.year, read.month or 1, read.day or 1)
    except ValueError:
        notes.guess(
            msg("The date in the file is no date of the calendar: {text}", text=one_line(passage.text)),
            "/date",
            passage.paragraph,
        )
        return place, None
    if read.month is None and read.day is not None:
        notes.guess(msg("The date in the file has no month: {text}", text=one_line(passage.text)), "/date", passage.paragraph)
    return place, PartialDate(read.year, read.month, None if read.month is None else read.day)


def read_draft(layout: Layout, notes: Notes) -> Draft | None:
    """The mark of a draft with its count, be it in a header or footer."""
    passage = layout.first_of("draft_mark")
    if passage is None:
        found = find_draft(layout)
        if found is None:
            return None
        what = msg("The mark of a draft stood in a header or footer; docgen prints it in the head: {words}", words=found[0])
        notes.guess(what, "/draft", None)
        return found[1]
    count = re.search(r"\d+", passage.text)
    return Draft(int(count[0]) if count else None)


def read_title(layout: Layout, standard: Standard, kind: DocumentType, notes: Notes) -> Text | None:
    """Trích yếu, of a công văn without the words before it, be they those of another rule set."""
    name = "abstract_dispatch" if kind.dispatch else "abstract"
    passages = layout.get(name) or layout.get("abstract" if kind.dispatch else "abstract_dispatch")
    if passages and kind.decision_word and passages[0].sure is not Sure.CERTAIN and passages[0].text.isupper():
        what = msg("These lines in capitals between type and authority are taken for the title.")
        notes.guess(what, "/title", passages[0].paragraph)
    if not passages:
        return None
    text = titled(text_of(passages, look_of(standard, name)))
    about = load_words().about
    if kind.dispatch and (lead := about.match(fold_each(text.plain))) and not text.plain.startswith("("):
        rest = piece(text, lead.end())
        # where the subject begins with these words by itself, they are not put before it again
        if rest and not about.match(fold_each(rest.plain)):
            return rest
    elif kind.dispatch and passages[0].component == name and not text.plain.startswith("("):
        return _without_first_word(text, standard)
    return text


def _without_first_word(text: Text, standard: Standard) -> Text:
    """A subject without the word that the rule set's own words before it begin with: ``về …`` is printed ``về việc …``."""
    prefix = standard.components["abstract_dispatch"].prefix
    first = prefix.use.split()[0] if prefix is not None and prefix.use.split() else ""
    opens = bool(first) and fold_each(text.plain).startswith(f"{fold_each(first)} ")
    return piece(text, len(first) + 1) if opens else text


def read_authority(layout: Layout, kind: DocumentType) -> Text | None:
    """Who decides, as printed, without the word of decision that may stand on the same line."""
    passages = layout.get("authority")
    if not passages:
        return None
    words = plain_of(passages)
    authority, decision = capitals(words.plain), capitals(kind.decision_word or "").strip(" :")
    if decision and not layout.get("decision_word") and authority.rstrip(" :").endswith(f" {decision}"):
        authority = authority.rstrip(" :").removesuffix(decision).rstrip()
    return literal(authority, words.origin)


def read_bases(layout: Layout, standard: Standard, kind: DocumentType) -> tuple[tuple[Text, ...], Text | None]:
    """The bases and the proposal without dashes and end marks."""
    mark, look = standard.marks["base"], look_of(standard, "base")
    found = []
    entries = list(layout.entries("base"))
    for i, lines in enumerate(entries):
        text = titled(text_of(lines, look))
        text = without_marks(text, mark.prefix.use, mark.last.use if i == len(entries) - 1 else mark.each.use)
        found.append(text)
    return part_bases(found, standard, kind)


def read_addressees(layout: Layout, standard: Standard) -> tuple[Text, ...]:
    """Whom the document is sent to."""
    mark = standard.marks["addressee"]
    entries = list(layout.entries("addressee"))
    found = []
    for i, lines in enumerate(entries):
        end = mark.single.use if len(entries) == 1 else mark.last.use if i == len(entries) - 1 else mark.each.use
        found.append(without_marks(plain_of(lines), mark.prefix.use, end))
    return tuple(found)


def without_marks(text: Text, prefix: str, end: str) -> Text:
    """An entry of a list without its dash and end mark, those of the rule set or others in their place."""
    plain = text.plain
    if plain.startswith(prefix):
        start = len(prefix)
    else:
        dash = _DASH.match(plain)
        start = dash.end() if dash else 0
    if end and plain.endswith(end):
        stop = len(plain) - len(end)
    else:
        sign = _ENDS.search(plain)
        stop = sign.start() if sign else len(plain)
    return piece(text, start, max(start, stop))
