"""Whether every word of a file stands in the document that was made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from docgen.document.model import Document
from docgen.ooxml.content import Paragraph
from docgen.reading import Layout, Passage
from docgen.rendering.printed import printed_texts
from docgen.standards import Standard
from docgen.vietnamese import nfc

_WORD = re.compile(r"\w+")
#: words that the rule set writes whatever the file has there
_FIXED = frozenset(
    {
        *("motto", "slogan", "party_title", "star", "separator", "type_name", "decision_word", "addressee_label"),
        *("recipients_label", "appendix_label", "appendix_reference", "sign_concurrent", "text_end"),
    }
)
#: lines of which the notes say what docgen could not take over
_NOTED = frozenset({"number", "place_date", "draft_mark"})


def words_in(text: str) -> list[str]:
    """The words of ``text`` in small letters, numbers without leading zeros."""
    return [word.lstrip("0") or "0" if word.isdigit() else word for word in map(str.casefold, _WORD.findall(nfc(text)))]


def find_missing(layout: Layout, document: Document, standard: Standard) -> list[tuple[Paragraph, str]]:
    """The pieces of paragraphs, in the order of the file, of which ``document`` would not print every word."""
    printed = Counter(word for one in printed_texts(document, standard) for word in words_in(one.text))
    missing = []
    for paragraph, text in _pieces(layout):
        own = Counter(words_in(text))
        if all(printed[word] >= count for word, count in own.items()):
            printed.subtract(own)
        else:
            missing.append((paragraph, text))
    return missing


def _pieces(layout: Layout) -> Iterator[tuple[Paragraph, str]]:
    """What stands in the paragraphs of a document, but for numbers and for words that the rule set writes."""
    taken: dict[int, list[Passage]] = {}
    for passage in layout.passages:
        taken.setdefault(id(passage.paragraph), []).append(passage)
    for paragraph in layout.story.paragraphs[layout.first : layout.last]:
        for start, end in _gaps(paragraph, taken.get(id(paragraph), [])):
            text = paragraph.text[start:end].strip()
            if any(c.isalnum() for c in text):
                yield paragraph, text


def _gaps(paragraph: Paragraph, passages: Iterable[Passage]) -> Iterator[tuple[int, int]]:
    """The stretches of ``paragraph`` that have to be printed."""
    skipped = []
    for passage in passages:
        if passage.component in _FIXED | _NOTED:
            skipped.append((passage.start, passage.end))
        elif passage.numeral is not None and passage.words_start:
            skipped.append((passage.start, passage.words_start))
    at = 0
    for start, end in sorted(skipped):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < len(paragraph.text):
        yield at, len(paragraph.text)
