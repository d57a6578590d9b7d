"""TT403: each level is counted with numbers of its own kind: Roman, Arabic or letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.levels import Numbered, is_bracketed, kinds_of_words, say_number, spot_of, streams
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import Message, msg
from docgen.reading.repairs import ReplaceText

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry, Standard

_KINDS: dict[str, Message] = {
    "roman": msg("Roman numerals"),
    "arabic": msg("Arabic digits"),
    "letter": msg("letters"),
    "words": msg("a number in words"),
}


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Blocks with a word before their number, Điều, and a section among others; more are told apart by the kind of numbers."""
    by_word = kinds_of_words(layout.standard)
    numbering = layout.standard.numbering
    own = {level: (numbering[level].numeral,) for level in ("section", "article") if level in numbering}
    for items in streams(layout):
        for item in items:
            if item.guessed or item.numeral.value is None or is_bracketed(item.numeral):
                continue
            kinds = by_word.get(item.level) or own.get(item.level, ())
            if kinds and item.numeral.kind not in kinds and item.numeral.kind in _KINDS:
                found = _finding(item, kinds[0], layout.standard)
                # some numbers, as 0, can only be written as they are
                if found is not None:
                    yield found


def _finding(item: Numbered, kind: str, standard: Standard) -> Finding | None:
    numeral, passage = item.numeral, item.passage
    assert numeral.value is not None
    form = standard.numbering.get(item.level)
    number = say_number(numeral.value, kind, standard)
    if kind != "arabic" and number.isdigit():
        return None
    if item.level == "section":
        name, right = standard.components["section"].label, number + numeral.end
    else:
        name = item.word or numeral.written.split()[0]
        right = f"{name} {number}"
    end = passage.start + len(numeral.written if item.level == "section" else numeral.written.rstrip(" .:-–)"))
    repairs = () if numeral.automatic else (ReplaceText(passage.paragraph, passage.start, end, right),)
    return Finding(
        msg("{name} is counted with {kind} here.", name=name, kind=_KINDS[numeral.kind]),
        spot_of(item),
        passage.component,
        right,
        numeral.written,
        msg("Count it with {kind}: {right}.", kind=_KINDS[kind], right=right.rstrip(".")),
        repairs=repairs,
        tier=form.tier if form and item.level == "section" and not form.tier.binds else None,
    )


RULE = Rule(
    code="TT403",
    name="kieu-so-thu-tu",
    kind=Kind.FORM,
    # the sections I. TÊN MỤC are counted in Roman numerals too, those with the word Mục are not
    asks=msg("Phần and Chương are counted with Roman numerals, Mục, Tiểu mục and Điều with Arabic digits."),
    good="Chương II",
    bad="Chương 2",
    look=look,
    fix=Fixing.UNSAFE,
    needs=("part_label", "division_label", "section", "article"),
)
