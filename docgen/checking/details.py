"""From what the engine gives to problems with all that is known of them, in the order of the page."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from docgen.checks.engine import Judged
from docgen.checks.naming import name_passage
from docgen.checks.rule import Fixing
from docgen.problems import Detail, Level, Place, Problem
from docgen.reading.layout import Sure
from docgen.reading.repairs import ReplaceText

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph
    from docgen.reading.layout import Reading

LEVELS = {"error": Level.ERROR, "warning": Level.WARNING, "info": Level.NOTE}
_MOST_WORDS = 300
"""So many letters of the words concerned are kept; a paragraph may have millions."""
_FEW_LETTERS = 12
"""Fewer letters than these are shown in their line, where people find them."""
_AROUND = 32
"""So many letters of a long line are shown on either side of the words concerned."""


class Replacement(NamedTuple):
    """Words that a finding would replace, for the place in a spec they come from."""

    old: str
    new: str


class Told(NamedTuple):
    """A finding as a problem, with the paragraph it is in and the words to put in place of others, where there are such."""

    problem: Problem
    paragraph: Paragraph | None
    replacement: Replacement | None


def tell_all(found: Iterable[Judged], reading: Reading, path: str) -> list[Told]:
    """Every finding of a file as a problem, by document and paragraph; each has its own fingerprint.

    A fingerprint is made of rule, component and words, and of which of equal ones it is: it survives whatever happens
    elsewhere in the document.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    told = []
    for judged in sorted(found, key=lambda one: _order(one, reading.story.part)):
        words = _words(judged)
        key = (judged.rule.code, judged.finding.component, _fold(words))
        seen[key] += 1
        told.append(_tell(judged, reading, path, words, _digest(*key, str(seen[key]))))
    return told


def _tell(judged: Judged, reading: Reading, path: str, words: str, fingerprint: str) -> Told:
    rule, finding, spot = judged.rule, judged.finding, judged.finding.spot
    paragraph = spot.paragraph
    standard = reading.documents[judged.document].standard
    component, label = name_passage(finding.component, standard, titled=rule.by_component)
    part = paragraph.part if paragraph else reading.story.part
    detail = Detail(
        name=rule.name,
        kind=str(rule.kind),
        tier=str(judged.tier),
        clause=judged.clause,
        component=component,
        label=label,
        expected=finding.expected,
        actual=finding.actual,
        sure=str(finding.sure),
        fix=str(fixing_of(judged)),
        fixable=bool(finding.repairs) and rule.fix is not Fixing.NONE,
        fingerprint=fingerprint,
        document=judged.document,
        part=part,
        paragraph=paragraph.index if paragraph else None,
        start=spot.start if paragraph else None,
        end=spot.end if paragraph else None,
        text=words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1] + "…",
        line=_line(paragraph.text, spot.start, spot.end) if paragraph and len(words) < _FEW_LETTERS else "",
    )
    pointer = f"{part}#p{paragraph.index}" if paragraph else part
    problem = Problem(rule.code, finding.what, finding.remedy, Place(path, pointer=pointer), LEVELS[judged.level], None, detail)
    return Told(problem, paragraph, _replacement(judged))


def _line(text: str, start: int, end: int) -> str:
    """The line in which ``text[start:end]`` stands, on both sides cut between words where it is long."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    from_, to = max(first, start - _AROUND), min(last, end + _AROUND)
    # what is not needed on one side is shown on the other
    from_, to = max(first, from_ - (end + _AROUND - to)), min(last, to + (from_ - (start - _AROUND)))
    before, behind = text[from_:start], text[end:to]
    if from_ > first and " " in before and not text[from_ - 1].isspace():
        before = before[before.index(" ") + 1 :]
    if to < last and " " in behind and not text[to].isspace():
        behind = behind[: behind.rindex(" ")]
    shown = " ".join((before + text[start:end] + behind).split())
    return f"{'…' if from_ > first else ''}{shown}{'…' if to < last else ''}"


def fixing_of(judged: Judged) -> Fixing:
    """Whether the finding's repair is safe; on what was only guessed none is, nor on a head that may be another."""
    fixing = judged.rule.fix
    guessed = judged.finding.sure is Sure.GUESS or judged.shaky
    return Fixing.UNSAFE if fixing is Fixing.SAFE and guessed else fixing


def fingerprint_of(code: str, component: str, words: str, number: int = 1) -> str:
    """The fingerprint of the ``number``-th (from 1) finding of a rule on equal words of a component in one file."""
    return _digest(code, component, _fold(words), str(number))


def _order(judged: Judged, main: str) -> tuple[int, bool, str, int, int, str]:
    paragraph = judged.finding.spot.paragraph
    if paragraph is None:
        return (judged.document, False, "", 0, 0, judged.rule.code)
    other = paragraph.part if paragraph.part != main else ""
    return (judged.document, bool(other), other, paragraph.index, judged.finding.spot.start, judged.rule.code)


def _words(judged: Judged) -> str:
    spot = judged.finding.spot
    return spot.paragraph.text[spot.start : spot.end].strip() if spot.paragraph else ""


def _replacement(judged: Judged) -> Replacement | None:
    repairs = judged.finding.repairs
    if len(repairs) != 1 or not isinstance(repairs[0], ReplaceText):
        return None
    repair = repairs[0]
    return Replacement(repair.paragraph.text[repair.start : repair.end], repair.new)


def _fold(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
