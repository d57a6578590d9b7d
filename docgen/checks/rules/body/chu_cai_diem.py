"""TT406: the letters of điểm follow the Vietnamese alphabet: ``đ`` comes behind ``d``, and ``f``, ``j``, ``w`` never."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.levels import Numbered, breaks, say_number, spot_of, streams
from docgen.checks.rule import Finding, Kind, Rule
from docgen.checks.vietnamese_letters import bare_letter, is_latin_slip
from docgen.problems import Message, msg

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Letters that are none of the alphabet, and those before which one is left out."""
    letters = layout.standard.letters.use
    for items in streams(layout):
        for item in items:
            letter = bare_letter(item)
            if letter and letter.islower() and letter not in letters and not item.guessed:
                yield _finding(item, msg("The letter {letter} is not used for counting.", letter=letter), "")
    for found in breaks(layout):
        if is_latin_slip(found):
            right = say_number(found.expected, "letter", layout.standard)
            yield _finding(found.item, msg("The letter {letter} is left out.", letter=right), right)


def _finding(item: Numbered, what: Message, right: str) -> Finding:
    remedy = msg("Count with the letters of the Vietnamese alphabet: a, b, c, d, đ, e, g, h, i, k, l, m …")
    return Finding(what, spot_of(item), item.passage.component, right, item.numeral.written, remedy)


RULE = Rule(
    code="TT406",
    name="chu-cai-diem",
    kind=Kind.FORM,
    asks=msg("Points are counted with the letters of the Vietnamese alphabet in their order."),
    good="d) … đ) … e) … g) …",
    bad="d) … e) … f) … g) …",
    look=look,
    no_fix=msg("Other passages and other documents may cite these letters."),
    needs=("point",),
)
