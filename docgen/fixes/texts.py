"""Repairs of the words themselves: what does not change keeps its runs, and what changes takes over the look it replaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from lxml import etree

from docgen.fixes.edits import Edit, edit_paragraph, shorten
from docgen.fixes.letters import set_letters, settle, write_letters
from docgen.fixes.properties import local, same_namespace
from docgen.ooxml import normalising
from docgen.ooxml.content import Paragraph
from docgen.ooxml.locating import Held, locate_text
from docgen.problems import msg
from docgen.reading.repairs import ReplaceText

#: fields whose letters Word leaves as they are; all others it would work out anew
_KEPT_FIELDS = frozenset({"", "HYPERLINK", "FORMTEXT", "QUOTE"})
#: so many letters are compared one by one
_COMPARED = 1000
#: letters shown around a change that has none of its own
_AROUND = 12

#: ``paragraph.text[start:end]`` becomes the words; ``True``: words put between letters take the look of the one behind
_Step = tuple[int, int, str, bool]


def replace_text(repair: ReplaceText) -> Edit | None:
    """Apply ``repair``; what was changed, or ``None`` where its letters stand in what Word works out itself (a field)."""
    paragraph, start, end = repair.paragraph, repair.start, repair.end
    old = paragraph.text[start:end]
    if old == repair.new or _is_computed(paragraph, start, end):
        return None
    done = [_take(paragraph, step) for step in _steps(repair, old)]
    if not any(done):
        return None
    text = paragraph.text
    # an insertion is shown with the words beside it
    low, high = (start, end) if old else (text.rfind(" ", 0, max(0, start - _AROUND)) + 1, text.find(" ", start + _AROUND))
    high = len(text) if high < 0 else high
    was, now = text[low:high], text[low:start] + repair.new + text[end:high]
    words = msg("“{before}” → “{after}”", before=shorten(was), after=shorten(now))
    if not now.strip():
        words = msg("“{before}” is deleted", before=shorten(was))
    return edit_paragraph(paragraph, "text", old, repair.new, old, words)


def find_texts(paragraph: Paragraph) -> list[list[etree._Element]]:
    """The elements that hold the paragraph's letters; those between which nothing else prints stand in one list."""
    groups: list[list[etree._Element]] = [[]]
    for held in locate_text(paragraph, 0, len(paragraph.text)):
        if local(held.element) == "t":
            settle(held)
            groups[-1].append(held.element)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def compose(paragraph: Paragraph, groups: Sequence[Sequence[etree._Element]]) -> Edit | None:
    """Put the letters in ``groups``, all of the paragraph's, into NFC; a mark joins its letter across the border of two runs."""
    for group in groups:
        holder: etree._Element | None = None
        for element in group:
            words = element.text or ""
            # a letter in front, so that marks at the very beginning count as well
            marks = normalising.next_start("x" + words, 1) - 1 if words else 0
            if marks and holder is not None:
                set_letters(holder, (holder.text or "") + words[:marks])
                set_letters(element, words[marks:])
            if element.text:
                holder = element
        for element in group:
            set_letters(element, normalising.compose(element.text or ""))
    if not groups:
        return None
    words_said = msg("letters and their marks are composed")
    return edit_paragraph(paragraph, "composition", "NFD", "NFC", paragraph.text, words_said)


def _is_computed(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether any of these letters, or those on both sides of the place, are what Word works out."""
    if start < end:
        return any(r.field not in _KEPT_FIELDS for r in paragraph.runs if r.start < end and r.end > start)
    sides = [r for r in paragraph.runs if r.start <= start <= r.end]
    return bool(sides) and all(r.field not in _KEPT_FIELDS for r in sides)


def _steps(repair: ReplaceText, old: str) -> Iterator[_Step]:
    """The changes one by one, the last first: places before a change stay where they are."""
    new, start = repair.new, repair.start
    looks = {id(r.format) for r in repair.paragraph.runs if r.start < repair.end and r.end > start}
    if len(looks) < 2 or max(len(old), len(new)) > _COMPARED:
        # what is the same at both ends stays
        ahead = _shared(old, new)
        behind = _shared(old[ahead:][::-1], new[ahead:][::-1])
        first, last = start + ahead, repair.end - behind
        yield first, last, new[ahead : len(new) - behind], first == start < repair.end
        return
    if len(old) == len(new):
        codes = [("replace", 0, len(old), 0, len(new))]
    else:
        codes = [code for code in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if code[0] != "equal"]
    for _, a, b, c, d in reversed(codes):
        cuts = _borders(repair.paragraph, start + a, start + b) if b - a == d - c else [start + a, start + b]
        for low, high in reversed(list(pairwise(cuts))):
            words = new[c + low - start - a : c + high - start - a] if b - a == d - c else new[c:d]
            if words != repair.paragraph.text[low:high]:
                yield low, high, words, low == start


def _borders(paragraph: Paragraph, start: int, end: int) -> list[int]:
    """Where the look changes between ``start`` and ``end``, both included."""
    return [start, *(run.start for run in paragraph.runs if start < run.start < end), end]


def _take(paragraph: Paragraph, step: _Step) -> bool:
    start, end, new, before_next = step
    if start < end:
        return _write_over(locate_text(paragraph, start, end), new)
    return bool(new) and _insert(paragraph, start, new, before_next)


def _write_over(pieces: Sequence[Held], new: str) -> bool:
    if not pieces:
        return False
    if new and all(local(piece.element) != "t" for piece in pieces):
        made = etree.Element(same_namespace(pieces[0].element, "t"))
        pieces[0].element.addprevious(made)
        write_letters(made, "", new, "")
        new = ""
    for piece in pieces:
        if local(piece.element) == "t":
            _, first, last, _ = settle(piece)
            letters = piece.element.text or ""
            write_letters(piece.element, letters[:first], new, letters[last:])
            new = ""
        elif (parent := piece.element.getparent()) is not None:
            parent.remove(piece.element)
    return True


def _insert(paragraph: Paragraph, at: int, new: str, before_next: bool) -> bool:
    """Write ``new`` behind the letter before ``at``, or, if it cannot be or not ``before_next``, before the one that follows."""
    sides = [(at - 1, at, True), (at, at + 1, False)]
    for first, last, behind in reversed(sides) if before_next else sides:
        if first < 0 or last > len(paragraph.text) or _is_computed(paragraph, first, last):
            continue
        pieces = locate_text(paragraph, first, last)
        held = pieces[-1 if behind else 0] if pieces else None
        if held is not None and local(held.element) == "t":
            _, start, end, _ = settle(held)
            letters = held.element.text or ""
            place = end if behind else start
            write_letters(held.element, letters[:place], new, letters[place:])
            return True
    return False


def _shared(a: str, b: str) -> int:
    """How many letters ``a`` and ``b`` have in common at their beginning."""
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count
