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
    """Blocks with a word before their number, and Điều; other levels are told apart by the kind of their numbers."""
    by_word = kinds_of_words(layout.standard)
    article = layout.standard.numbering.get("article")
    for items in streams(layout):
        for item in items:
            if item.guessed or item.numeral.value is None or is_bracketed(item.numeral):
                continue
            kinds = by_word.get(item.level) or ((article.numeral,) if article and item.level == "article" else ())
            if kinds and item.numeral.kind not in kinds and item.numeral.kind in _KINDS:
                found = _finding(item, kinds[0], layout.standard)
                # some numbers, as 0, can only be written as they are
                if found is not None:
                    yield found


def _finding(item: Numbered, kind: str, standard: Standard) -> Finding | None:
    numeral, passage = item.numeral, item.passage
    assert numeral.value is not None
    name = item.word or numeral.written.split()[0]
    number = say_number(numeral.value, kind, standard)
    if kind != "arabic" and number.isdigit():
        return None
    right = f"{name} {number}"
    end = passage.start + len(numeral.written.rstrip(" .:-–)"))
    repairs = () if numeral.automatic else (ReplaceText(passage.paragraph, passage.start, end, right),)
    return Finding(
        msg("{name} is counted with {kind} here.", name=name, kind=_KINDS[numeral.kind]),
        spot_of(item),
        passage.component,
        right,
        numeral.written,
        msg("Count it with {kind}: {right}.", kind=_KINDS[kind], right=right),
        repairs=repairs,
    )


RULE = Rule(
    code="TT403",
    name="kieu-so-thu-tu",
    kind=Kind.FORM,
    asks=msg("Phần and Chương are counted with Roman numerals, Mục, Tiểu mục and Điều with Arabic digits."),
    good="Chương II",
    bad="Chương 2",
    look=look,
    fix=Fixing.UNSAFE,
    needs=("part_label", "division_label", "article"),
)
