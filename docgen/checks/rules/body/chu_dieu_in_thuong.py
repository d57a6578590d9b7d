"""TT417: the word of a Điều stands in small letters behind its capital (PL I, P.I, II.6.đ; HD05 I-6.2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.bodies import main_passages, outside_quotes
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.repairs import ReplaceText

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The entry's word, written in capitals by the author or by the letters' look."""
    (word,) = entry.words
    for passage in outside_quotes(main_passages(layout)):
        typed = passage.text[: len(word)]
        if passage.component != "article" or typed.casefold() != word.casefold():
            continue
        caps = all(run.format.caps for run in passage.paragraph.runs_in(passage.start, passage.start + len(word)))
        if typed == word and not caps:
            continue
        spot = at(passage, 0, len(word))
        repairs = () if typed == word else (ReplaceText(passage.paragraph, spot.start, spot.end, word),)
        what = msg("The word {word} is not written with one capital and small letters.", word=word)
        actual = word.upper() if caps else typed
        yield Finding(what, spot, "article", word, actual, msg("Write {words}.", words=word), passage.sure, repairs)


RULE = Rule(
    code="TT417",
    name="chu-dieu-in-thuong",
    kind=Kind.FORM,
    asks=msg("The word Điều before a number is written with one capital and small letters."),
    good="Điều 1. Phạm vi điều chỉnh",
    bad="ĐIỀU 1. Phạm vi điều chỉnh",
    look=look,
    fix=Fixing.SAFE,
    needs=("article",),
)
