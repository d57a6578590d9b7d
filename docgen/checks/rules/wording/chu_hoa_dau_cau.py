"""LV102: the first letter of a sentence is a capital: behind ``.``, ``?``, ``!``, and at the start of a paragraph (PL II, I)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.prose import SMALL, is_running, lead_end
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg
from docgen.vietnamese import capitals, fold

_NEXT = re.compile(rf"[.?!][ \u00a0]+({SMALL}+)(?![\w.)/:-])")
_ENDED = re.compile(r"[.?!/][”\"’)]?\Z")
_VOWEL = re.compile(r"[aeiouy]")
_WORD = re.compile(rf"{SMALL}{{2,}} ")
#: below this many letters a paragraph may be a label or a line of a form
_SENTENCE = 60


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    before = ""
    opened = False
    for index, wording in enumerate(texts):
        component, text = wording[:2]
        if not is_running(component):
            # behind a table a sentence may go on
            before, opened = "", opened or component.startswith("table")
            continue
        if component == "body" and _begins_small(text, before if opened else None):
            yield _remark(index, 0, text)
        before, opened = text, True
        for match in _NEXT.finditer(text):
            if _ends_sentence(text, match.start()):
                yield _remark(index, match.start(1), text)


def _ends_sentence(text: str, at: int) -> bool:
    """Whether the sign at ``at`` ends a sentence: no abbreviation, ellipsis or number stands before it."""
    if text[at] != ".":
        return True
    if text[at - 1].isdigit():
        return False
    words = text[:at].split()
    word = words[-1].lstrip("(“\"‘[") if words else ""
    # an abbreviation has no vowel, several capitals or one letter; a number or the mark of a list ends no sentence for sure
    ordinary = len(word) > 1 and word.isalpha() and word[1:].islower() and _VOWEL.search(fold(word)) is not None
    return ordinary and lead_end(text) <= at


def _begins_small(text: str, before: str | None) -> bool:
    """Whether a paragraph that is no list item begins with a small letter though the one before it ended a sentence.

    ``before``: ``None`` for the first words of a text.
    """
    if not text[:1].islower() or len(text) < _SENTENCE or text[-1] not in ".:;":
        return False
    return (before is None or _ENDED.search(before) is not None) and _WORD.match(text) is not None


def _remark(index: int, at: int, text: str) -> Remark:
    letter = capitals(text[at])
    what = msg("A sentence begins with a small letter ({word}).", word=text[at:].split()[0].rstrip(",;:."))
    return Remark(index, at, at + 1, what, letter, msg("Write {letter}.", letter=letter), letter)


RULE = Rule(
    code="LV102",
    name="chu-hoa-dau-cau",
    kind=Kind.WORDING,
    asks=msg("The first letter of a sentence is a capital."),
    good="Thực hiện nhiệm vụ được giao. Đề nghị các đơn vị báo cáo.",
    bad="Thực hiện nhiệm vụ được giao. đề nghị các đơn vị báo cáo.",
    look=look,
    fix=Fixing.UNSAFE,
)
