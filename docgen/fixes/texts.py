"""Repairs of the words themselves."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from lxml import etree

from docgen.fixes.edits import Edit
from docgen.fixes.properties import local, same_namespace
from docgen.ooxml.content import Paragraph
from docgen.ooxml.locating import locate_text
from docgen.problems import msg
from docgen.reading.repairs import ReplaceText

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def replace_text(repair: ReplaceText) -> Edit | None:
    """Apply ``repair``; what was changed, or ``None`` where its letters stand in nothing that can be written (a symbol, a field)."""
    paragraph = repair.paragraph
    old = paragraph.text[repair.start : repair.end]
    # what does not change keeps its own runs and their looks
    ahead = _shared(old, repair.new)
    behind = _shared(old[ahead:][::-1], repair.new[ahead:][::-1])
    start, end = repair.start + ahead, repair.end - behind
    new = repair.new[ahead : len(repair.new) - behind]
    if start == end and not new:
        return None
    if not (_write_over(paragraph, start, end, new) if start < end else _insert(paragraph, start, new)):
        return None
    words = msg('Paragraph {n}: "{before}" → "{after}".', n=paragraph.index, before=old, after=repair.new)
    return Edit(paragraph.part, f"w:p[{paragraph.index}]", "text", old, repair.new, old, words)


def texts_of(paragraph: Paragraph) -> list[etree._Element]:
    """The elements that hold the paragraph's letters."""
    return list(dict.fromkeys(h.element for h in locate_text(paragraph, 0, len(paragraph.text)) if local(h.element) == "t"))


def compose(paragraph: Paragraph, texts: Sequence[etree._Element]) -> Edit | None:
    """Put the letters in ``texts``, all of the paragraph's, into NFC; a mark joins its letter across the border of two runs."""
    if not texts:
        return None
    for earlier, later in pairwise(texts):
        words = later.text or ""
        marks = next((i for i, c in enumerate(words) if not unicodedata.combining(c)), len(words))
        if marks and earlier.text:
            _set_words(earlier, earlier.text + words[:marks])
            _set_words(later, words[marks:])
    for element in texts:
        _set_words(element, unicodedata.normalize("NFC", element.text or ""))
    words_said = msg("Paragraph {n}: letters and marks composed.", n=paragraph.index)
    return Edit(paragraph.part, f"w:p[{paragraph.index}]", "composition", "NFD", "NFC", paragraph.text, words_said)


def _write_over(paragraph: Paragraph, start: int, end: int, new: str) -> bool:
    pieces = locate_text(paragraph, start, end)
    if not pieces:
        return False
    texts = [piece for piece in pieces if local(piece[0]) == "t"]
    if not texts and new:
        element = pieces[0][0]
        made = etree.Element(same_namespace(element, "t"))
        element.addprevious(made)
        _set_words(made, new)
        new = ""
    for element, first, last, run in pieces:
        if local(element) == "t":
            words = element.text or ""
            _set_words(element, words[:first] + new + words[last:])
            new = ""
        else:
            run.remove(element)
    return True


def _insert(paragraph: Paragraph, at: int, new: str) -> bool:
    """Write ``new`` behind the letter before ``at``, or before the first letter of the paragraph."""
    for first, last, behind in ((at - 1, at, True), (at, at + 1, False)):
        pieces = locate_text(paragraph, first, last) if first >= 0 and last <= len(paragraph.text) else []
        if pieces and local(pieces[-1][0]) == "t":
            element, start, end, _ = pieces[-1 if behind else 0]
            words, place = element.text or "", end if behind else start
            _set_words(element, words[:place] + new + words[place:])
            return True
    return False


def _set_words(element: etree._Element, words: str) -> None:
    element.text = words
    if words != words.strip():
        element.set(_SPACE, "preserve")


def _shared(a: str, b: str) -> int:
    """How many letters ``a`` and ``b`` have in common at their beginning."""
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count
