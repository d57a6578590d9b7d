"""How letters are set against what their component asks: size, bold, italic, capitals, underline, fixed words.

A word set off inside the text is its author's emphasis. What a component forbids is found where most of it is set so; what
it demands, at every letter without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

from docgen.checks.keeping import kept
from docgen.checks.subjects import RUNNING, Stretch, Subject, subjects_of
from docgen.ooxml.content import Paragraph, RunFormat
from docgen.problems import Message, msg
from docgen.reading.layout import Layout, Passage
from docgen.reading.repairs import Repair, ReplaceText, SetRuns
from docgen.standards.facts import Fact, Tier
from docgen.vietnamese import capitals

#: letters so small, in pt, behind the line for the files are the drafter's, whatever size is ordered for them
_TINY = 8.5
_MAY_BE_TINY = frozenset({"drafter", "filing", "recipient"})
#: capitals are only said of so many words; fewer may be an abbreviation
_WORDS_IN_CAPITALS = {"sign_name": 2, "appendix_label": 1, "part_label": 1, "recipients_label": 1, "addressee_label": 1}
_SOME_WORDS = 3
#: these may hold nothing but the short forms of bodies
MAY_BE_CAPITALS = frozenset({"body", "list_item", "base", "addressee", "recipient", "filing", "contact", "drafter"})
#: paragraphs shorter than this, in brackets or quoted, may be notes, which stand in italics
_NOTE = 60
_NOTE_SIGNS = ("(", "“", '"', "*")

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


Emphasis: TypeAlias = Literal["bold", "italic"]


class Hit(NamedTuple):
    """One passage that is set otherwise: its letters, what stands there, what puts it right."""

    passage: Passage
    start: int
    end: int
    actual: str | Message
    repairs: tuple[Repair, ...]

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph it stands in."""
        return self.passage.paragraph


def wrong_sizes(layout: Layout, component: str, subjects: Sequence[Subject], fact: Fact[float]) -> Iterator[Hit]:
    """Letters of another size."""
    allowed: dict[float, bool] = {}
    tiny = component in _MAY_BE_TINY
    target: float | None = None
    for subject in subjects:
        wrong: list[Stretch] = []
        for stretch in subject.stretches:
            size = stretch.format.size
            good = allowed.get(size)
            if good is None:
                good = allowed[size] = fact.allows(size, 0.01) or (tiny and size <= _TINY)
            if not good:
                wrong.append(stretch)
        if wrong:
            if target is None:
                target = best_size(layout, component, fact)
            for size in dict.fromkeys(stretch.format.size for stretch in wrong):
                spans = _joined(subject.stretches, partial(_has_size, size))
                repairs = tuple(
                    SetRuns(subject.paragraph, a, b, "size", _nearest(fact, size) if target is None else target) for a, b in spans
                )
                yield Hit(subject.passage, *spans[0], f"{size:g} pt", repairs)


def _has_size(size: float, look: RunFormat) -> bool:
    return look.size == size


def best_size(layout: Layout, component: str, fact: Fact[float]) -> float | None:
    """The size that goes with the rest of the document, if the component may have it."""
    head = layout.standard.head
    if component in head.set_of:
        return set_of_sizes(layout)[head.set_of.index(component)]
    common = _common_size(layout) if component in RUNNING else None
    return common if common is not None and fact.allows(common, 0.01) else None


def set_of_sizes(layout: Layout) -> tuple[float, ...]:
    """The sizes of ``head.set_of`` that go together and are nearest to those in the document."""
    head = layout.standard.head
    subjects = subjects_of(layout)
    held = [{s.format.size for subject in subjects.get(name, ()) for s in subject.stretches} for name in head.set_of]
    usual = tuple(layout.standard.components[name].size.use for name in head.set_of)
    sets = head.sets.use if head.sets else (usual,)
    return max(sets, key=lambda row: (sum(found == {size} for found, size in zip(held, row, strict=True)), row == usual))


@kept
def _common_size(layout: Layout) -> float | None:
    letters: dict[float, int] = {}
    for component, subjects in subjects_of(layout).items():
        if component in RUNNING:
            for subject in subjects:
                for start, end, look in subject.stretches:
                    letters[look.size] = letters.get(look.size, 0) + end - start
    return max(letters, key=lambda size: letters[size], default=None)


def _nearest(fact: Fact[float], value: float) -> float:
    if fact.any is not None:
        return min(fact.any, key=lambda one: abs(one - value))
    if fact.min is not None and value < fact.min:
        return fact.min
    if fact.max is not None and value > fact.max:
        return fact.max
    return fact.use


def is_bold(look: RunFormat) -> bool:
    """Whether letters print bold: set so, or by a font that is the bold cut itself."""
    return look.bold or "Bold" in look.font


def is_italic(look: RunFormat) -> bool:
    """Whether letters print in italics."""
    return look.italic or "Italic" in look.font


def is_underlined(look: RunFormat) -> bool:
    """Whether a line is set under the letters."""
    return look.underline != "none"


#: beside running text: components in which an author may set off words
_FREE = frozenset({"abstract", "abstract_dispatch", "base", "section", "appendix_title"})


def wrong_emphasis(
    layout: Layout,
    component: str,
    subjects: Sequence[Subject],
    fact: Fact[bool],
    name: Emphasis,
    is_set: Callable[[RunFormat], bool],
) -> Iterator[Hit]:
    """Passages that are not ``bold`` or ``italic`` (``name``) where they must be, or are where they may not."""
    if fact.allows(True):
        if not fact.allows(False):
            yield from _missing(subjects, name, is_set)
        return
    free = component in RUNNING or component in _FREE
    for subject in subjects:
        stretches = subject.title
        marked = [s for s in stretches if is_set(s.format)]
        if not marked or not subject.block or (free and len(marked) < len(stretches)):
            continue
        if 2 * sum(s.end - s.start for s in marked) <= sum(s.end - s.start for s in stretches):
            continue
        text = subject.passage.text
        if component in ("body", "list_item") and (len(text) < _NOTE or text.startswith(_NOTE_SIGNS)):
            continue
        repairs: list[Repair] = []
        for start, end in _joined(stretches, is_set):
            repairs.append(SetRuns(subject.paragraph, start, end, name, False))
        plain = layout.standard.page.font.use
        repairs += [SetRuns(subject.paragraph, s.start, s.end, "font", plain) for s in marked if name in s.format.font.lower()]
        yield Hit(subject.passage, marked[0].start, marked[-1].end, _SET[name], tuple(repairs))


def _missing(subjects: Iterable[Subject], name: Emphasis, is_set: Callable[[RunFormat], bool]) -> Iterator[Hit]:
    for subject in subjects:
        if all(is_set(s.format) for s in subject.title):
            continue
        spans = _joined(subject.title, lambda look: not is_set(look))
        repairs = tuple(SetRuns(subject.paragraph, start, end, name, True) for start, end in spans)
        yield Hit(subject.passage, *spans[0], _UNSET[name], repairs)


_SET = {"bold": msg("bold"), "italic": msg("italic"), "underline": msg("underlined")}
_UNSET = {"bold": msg("not bold"), "italic": msg("upright"), "underline": msg("not underlined")}


def wrong_underlines(layout: Layout, component: str, subjects: Sequence[Subject], fact: Fact[str]) -> Iterator[Hit]:
    """Words that are not underlined where they must be, or are where they may not. A drawn line under them serves as well."""
    drawn = bool(layout.lines.get(component))
    for subject in subjects:
        stretches = subject.stretches
        marked = [s for s in stretches if is_underlined(s.format)]
        if fact.use == "words":
            if len(marked) < len(stretches) and not drawn and not subject.paragraph.lines:
                spans = _joined(stretches, lambda look: not is_underlined(look))
                repairs = tuple(SetRuns(subject.paragraph, start, end, "underline", "single") for start, end in spans)
                yield Hit(subject.passage, *spans[0], _UNSET["underline"], repairs)
        elif marked:
            spans = _joined(stretches, is_underlined)
            repairs = tuple(SetRuns(subject.paragraph, start, end, "underline", "none") for start, end in spans)
            yield Hit(subject.passage, *spans[0], _SET["underline"], repairs)


def wrong_capitals(layout: Layout, component: str, subjects: Sequence[Subject], fact: Fact[str]) -> Iterator[Hit]:
    """Small letters where capitals are asked (those of codes left out), or all in capitals where they are not.

    What a name's author typed in capitals is the business of the rule on names; here it is what the file prints so.
    """
    upper = fact.use == "upper"
    if not upper and component in MAY_BE_CAPITALS:
        return
    # custom puts the outermost level in capitals, whichever it is
    inner = upper and component == "section" and fact.tier is Tier.PRACTICE and _has_outer_level(layout)
    for subject in subjects:
        if upper and (not subject.alone or _is_below_name(layout, subject.passage)):
            continue
        if inner and (subject.passage.numeral is None or subject.passage.numeral.kind != "letter"):
            continue
        if upper:
            small = _small_words(subject)
            if small:
                text = subject.paragraph.text
                repairs = tuple(ReplaceText(subject.paragraph, a, b, text[a:b].upper()) for a, b in small)
                start, end = small[0][0], small[-1][1]
                yield Hit(subject.passage, start, end, text[start:end], repairs)
        elif subject.title and not (component == "sign_name" and _stands_alone(layout, subject.passage)):
            hit = _all_capitals(component, subject)
            if hit is not None:
                yield hit


def _has_outer_level(layout: Layout) -> bool:
    """Whether the text is divided by Phần, Chương or ``A.`` above its sections."""
    lettered = (p.numeral is not None and p.numeral.kind == "letter" for p in layout.get("section"))
    return bool(layout.get("part_label")) or any(lettered)


def _is_below_name(layout: Layout, title: Passage) -> bool:
    """Whether a line stands below the name of an attached text without label: what it is about, in small letters."""
    if title.component != "appendix_title" or title.appendix is None or title.appendix >= len(layout.appendices):
        return False
    appendix = layout.appendices[title.appendix]
    return appendix.label is None and bool(appendix.title) and title is not appendix.title[0]


def _stands_alone(layout: Layout, name: Passage) -> bool:
    """Whether a signer has no office above the name: then what was taken for a name may be the office."""
    return not any(p.entry == name.entry for other in ("sign_title", "sign_authority") for p in layout.get(other))


def _small_words(subject: Subject) -> list[tuple[int, int]]:
    text = subject.paragraph.text
    found: list[tuple[int, int]] = []
    for stretch in subject.title:
        piece = text[stretch.start : stretch.end]
        if stretch.format.caps or piece == piece.upper():
            continue
        for match in _WORD.finditer(text, stretch.start, stretch.end):
            # a word may be shredded over several runs
            start, end = match.span()
            first, last = _whole_word(text, start, end)
            word = text[first:last]
            if any(c.islower() for c in text[start:end]) and not _is_code(word):
                found.append((start, end))
    return found


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _is_code(word: str) -> bool:
    """Whether small letters belong to the word: ``15/2020/NĐ-CP``, ``TTr``, ``m2``."""
    return any(c.isdigit() or c == "/" for c in word) or capitals(word) == word


def _all_capitals(component: str, subject: Subject) -> Hit | None:
    start, end = subject.title[0].start, subject.title[-1].end
    if component in ("article", "clause", "subclause", "point"):
        start = max(start, subject.passage.words_start)
    text = subject.paragraph.text[start:end]
    words = _LETTERS.findall(text)
    if len(words) < _WORDS_IN_CAPITALS.get(component, _SOME_WORDS):
        return None
    caps = all(s.format.caps for s in subject.title if s.end > start)
    if not caps and any(word != word.upper() for word in words):
        return None
    if component != "sign_name":
        return Hit(subject.passage, start, end, text, ())
    if text.isupper():
        return None
    # of a name typed in small letters nothing would be better afterwards
    spans = _joined(subject.title, _has_caps) if all(word[0].isupper() for word in words) else []
    repairs = tuple(SetRuns(subject.paragraph, first, last, "caps", False) for first, last in spans)
    return Hit(subject.passage, start, end, text, repairs)


def _has_caps(look: RunFormat) -> bool:
    return look.caps


def wrong_words(subjects: Sequence[Subject], fact: Fact[str]) -> Iterator[Hit]:
    """Fixed words that are written otherwise."""
    for subject in subjects:
        text = subject.passage.text
        if text != fact.use:
            passage = subject.passage
            repair = ReplaceText(passage.paragraph, passage.start, passage.end, fact.use)
            yield Hit(passage, passage.start, passage.end, text, (repair,))


def _joined(stretches: Sequence[Stretch], holds: Callable[[RunFormat], bool]) -> list[tuple[int, int]]:
    """From where to where neighbouring stretches hold; at least one must."""
    found = []
    for is_so, group in groupby(stretches, key=lambda stretch: holds(stretch.format)):
        if is_so:
            spans = list(group)
            found.append((spans[0].start, spans[-1].end))
    return found
