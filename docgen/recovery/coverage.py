"""Whether every word of a file stands in the document that was made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from docgen.ooxml.content import Paragraph
from docgen.reading import Layout, Passage
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.words import load_words
from docgen.recovery.losses import TEXT
from docgen.recovery.recovered import Reworded
from docgen.vietnamese import fold, nfc

_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
#: letters of a line that are compared with its number
_START = 24
#: words that the rule set writes, with their marks where it sets them
_FIXED = frozenset({"motto", "slogan", "party_title", "star", "separator", "type_name", "decision_word", "sign_concurrent"})
#: the words before the subject of a công văn
_LEAD = "abstract_lead"
#: lines that docgen makes of what it has read, or writes in its own way
_MADE = frozenset(
    {"number", "place_date", _LEAD, "draft_mark", "addressee_label", "recipients_label", "appendix_label", "appendix_reference"}
)


class Missing(NamedTuple):
    """Words of ``paragraph`` that the document would not print. ``made``: docgen writes this line itself, in other words."""

    paragraph: Paragraph
    text: str
    made: bool


def words_in(text: str) -> list[str]:
    """The words of ``text`` in small letters, numbers without leading zeros."""
    words = _WORD.findall(nfc(text).casefold())
    if _DIGIT.search(text) is None:
        return words
    return [word if word[0].isalpha() or not word.isdigit() else word.lstrip("0") or "0" for word in words]


def dropped_labels(blocks: Iterable[Reworded]) -> dict[str, str]:
    """By the origin of a paragraph (``#12``) the labels in it that docgen writes in other words, which comments name."""
    found: dict[str, str] = {}
    for block in blocks:
        for origin in dict.fromkeys(block.lines):
            found[origin] = " ".join((found.get(origin, ""), *(label for label, _ in block.labels)))
    return found


def find_missing(layout: Layout, lines: Iterable[str], dropped: Mapping[str, str] = MappingProxyType({})) -> list[Missing]:
    """The pieces of paragraphs, in the order of the file, of which a document that prints ``lines`` lacks a word.

    Those of ``dropped`` (as of ``dropped_labels``) may be missing in their paragraphs.
    """
    printed = Counter(chain.from_iterable(map(words_in, lines)))
    folded = {fold(word) for word in printed}
    missing = []
    pieces = [
        (paragraph, text, component, _without(words_in(text), dropped.get(f"#{paragraph.index}", "")))
        for paragraph, text, component in _pieces(layout)
    ]
    own_words = _FIXED | _MADE
    needed = Counter(chain.from_iterable(words for _, _, component, words in pieces if component not in own_words))
    # nearly always nothing is missing, which all words together show
    complete = needed <= printed
    for paragraph, text, component, words in pieces:
        if component in own_words:
            if not {fold(word) for word in words} <= folded:
                missing.append(Missing(paragraph, text, component in _MADE))
            continue
        if complete:
            continue
        own = Counter(words)
        if all(printed[word] >= count for word, count in own.items()):
            printed.subtract(own)
        else:
            missing.append(Missing(paragraph, text, False))
    return missing


def _without(words: list[str], dropped: str) -> list[str]:
    """``words`` but for the ``dropped`` ones among them."""
    return list((Counter(words) - Counter(words_in(dropped))).elements()) if dropped else words


def find_behind_end(layout: Layout) -> Passage | None:
    """The first words of the text behind the sign of its end, which docgen sets behind its last words."""
    sign = layout.standard.text_end.use
    ended = False
    for passage in layout.passages if len(sign) > 1 else ():
        if passage.appendix is not None or passage.component not in (*TEXT, "text_end"):
            continue
        if ended and any(c.isalnum() for c in passage.text):
            return passage
        ended = ended or passage.text.endswith(sign)
    return None


def find_renumbered(layout: Layout, lines: Iterable[str], reworded: Collection[Reworded] = ()) -> list[Passage]:
    """The numbered blocks and list items before which a document that prints ``lines`` has another number or mark, or none.

    Lines of ``reworded`` blocks are written anew; of those whose labels stand behind other words only these are compared.
    """
    starts = set(map(_start, lines))
    anew = {origin for block in reworded if not block.inside for origin in block.lines}
    cut = {origin for block in reworded if block.inside for origin in block.lines}
    found = []
    for passage in layout.passages:
        numeral = passage.numeral
        if numeral is None or passage.component.startswith("appendix") or f"#{passage.paragraph.index}" in anew:
            continue
        counted = f"{numeral.written} " if numeral.automatic else ""
        origin = f"#{passage.paragraph.index}"
        start = _start(counted + passage.text)
        if origin in cut:
            start = start.partition("(")[0].rstrip()
        if start not in starts and not (len(start) < _START and any(one.startswith(start) for one in starts)):
            found.append(passage)
    return found


def _start(text: str) -> str:
    """Enough of a line to know it by, its signs at the end left off."""
    return squeeze(fold_each(text[: 2 * _START]))[:_START].rstrip(" .:;,/")


def _written_by_docgen(passage: Passage) -> tuple[str, int]:
    """What of a passage docgen writes itself: its component, empty for a number, and where it ends; 0 for nothing."""
    if passage.component in _FIXED | _MADE:
        return passage.component, passage.end
    if passage.component == "abstract_dispatch" and (lead := load_words().about.match(fold_each(passage.text))):
        return _LEAD, passage.start + lead.end()
    return "", passage.words_start if passage.numeral is not None else 0


def _pieces(layout: Layout) -> Iterator[tuple[Paragraph, str, str]]:
    """What stands in the paragraphs of a document, with its component, but for numbers; empty for a piece of no special one."""
    taken: dict[int, list[Passage]] = {}
    for passage in layout.passages:
        taken.setdefault(id(passage.paragraph), []).append(passage)
    for paragraph in layout.story.paragraphs[layout.first : layout.last]:
        for start, end, component in _stretches(paragraph, taken.get(id(paragraph), [])):
            text = paragraph.text[start:end].strip()
            if any(c.isalnum() for c in text):
                yield paragraph, text, component


def _stretches(paragraph: Paragraph, passages: Iterable[Passage]) -> Iterator[tuple[int, int, str]]:
    at = 0
    for passage in sorted(passages, key=lambda one: one.start):
        component, end = _written_by_docgen(passage)
        if not end:
            continue
        yield at, passage.start, ""
        if component:
            yield passage.start, end, component
        at = max(at, end)
    yield at, len(paragraph.text), ""
