"""Words that the rule set puts round the author's, taken off again: leads, notes, ranks, marks of authority, labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as calendar_date
from functools import lru_cache

from docgen.document.model import Draft, PartialDate, Recipient
from docgen.document.text import Text, literal
from docgen.reading.folding import fold_each
from docgen.reading.words import load_words, plain
from docgen.recovery.texts import piece
from docgen.rendering.phrases import deadline_words
from docgen.standards import DocumentType, Mark, Standard

_SPACES = re.compile(r"[ \t\n]+")
_NUMBERS = re.compile(r"\d+")


def one_line(words: str) -> str:
    """``words`` with single spaces; spaces that never break stay."""
    return _SPACES.sub(" ", words).strip()


def without_lead(text: Text, mark: Mark) -> Text:
    """``text`` without the words that ``mark`` puts before an entry, where it would put them there again."""
    lead = mark.lead.use
    if not lead or not text.plain.startswith(lead) or any(s.bold or s.italic for s in text.spans[:1]):
        return text
    rest = piece(text, len(lead))
    return rest if rest and mark.opening_of(rest.plain) == mark.prefix.use + lead else text


def part_bases(entries: Sequence[Text], standard: Standard, kind: DocumentType) -> tuple[tuple[Text, ...], Text | None]:
    """The bases, and the proposal of a decision, which is the last of their list and says so by its first words."""
    base, proposal = standard.marks["base"], standard.marks["proposal"]
    found = list(entries)
    proposed = None
    if found and kind.decision_word:
        rest = without_lead(found[-1], proposal)
        if rest is not found[-1]:
            proposed = rest
            found.pop()
    return tuple(without_lead(entry, base) for entry in found), proposed


def part_draft(words: str, standard: Standard) -> Draft | None:
    """The mark of a draft with its count, where ``words`` are nothing else, in any capitals and brackets."""
    form = standard.components["draft_mark"]
    bare = plain(words).strip("()[] .")
    if form.plain_text is not None and bare == plain(form.plain_text.use):
        return Draft()
    if form.text is None:
        return None
    before, _, behind = (re.escape(plain(part)) for part in form.text.use.partition("{number}"))
    found = re.fullmatch(rf"{before}\s*0*([1-9]\d?)\s*{behind}", bare)
    return Draft(int(found[1])) if found else None


def part_note(words: str, standard: Standard, origin: str = "") -> Recipient:
    """A line of Nơi nhận: brackets at its end hold a note."""
    mark = standard.marks["note"]
    split = re.fullmatch(rf"(.+?){re.escape(mark.prefix.use)}([^()]+){re.escape(mark.each.use)}", words)
    if split is None:
        return Recipient(literal(words, origin))
    return Recipient(literal(split[1].strip(), origin), literal(split[2].strip(), origin))


def part_rank(words: str) -> tuple[str, str]:
    """The rank before a signer's name, and the name."""
    match = _ranks().match(fold_each(words))
    # folding keeps the place of every letter
    end = match.end() if match else 0
    return words[:end].strip(), words[end:].strip()


@lru_cache(maxsize=1)
def _ranks() -> re.Pattern[str]:
    known = "|".join(re.escape(rank) for rank in sorted(load_words().own["ranks"], key=len, reverse=True))
    return re.compile(rf"(?:(?:{known})(?:\s*[.,\-]\s*|\s+|$))+")


def unfill(pattern: str, words: str, **forms: str) -> dict[str, str] | None:
    """What stood at the names of ``pattern`` (``{number}/{type}-{issuer}``) in ``words``; ``forms`` are the patterns of values.

    ``None`` where ``words`` are not written so.
    """
    pieces = re.split(r"\{(\w+)\}", pattern)
    regex = "".join(re.escape(one) if i % 2 == 0 else f"(?P<{one}>{forms.get(one, '.+?')})" for i, one in enumerate(pieces))
    found = re.fullmatch(regex, words)
    return found.groupdict() if found else None


def read_due(text: Text, standard: Standard) -> Text | PartialDate:
    """A date where ``text`` is one just as the rule set writes it, else ``text``."""
    numbers = [int(number) for number in _NUMBERS.findall(text.plain)]
    if not 1 <= len(numbers) <= 3 or any(span.bold or span.italic for span in text.spans):
        return text
    year, *rest = reversed(numbers)
    try:
        calendar_date(year, *[*rest, 1, 1][:2])
    except ValueError:
        return text
    found = PartialDate(year, *rest)
    return found if deadline_words(standard, found) == text.plain else text
