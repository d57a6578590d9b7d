"""TT417: the words Điều, Chương, Mục stand in small letters behind their capital (PL I, P.I, II.6.đ; HD05 I-6.2.4)."""

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


_NUMBERED = frozenset({"article", "part_label", "division_label"})


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The entry's words, written otherwise by the author or by the letters' look.

    Labels all in capitals are the affair of the rule on their looks.
    """
    for passage in outside_quotes(main_passages(layout)):
        if passage.component not in _NUMBERED:
            continue
        word = next((word for word in entry.words if passage.text.casefold().startswith(f"{word.casefold()} ")), "")
        typed = passage.text[: len(word)]
        caps = all(run.format.caps for run in passage.paragraph.runs_in(passage.start, passage.start + len(word)))
        if typed == word and (not caps or passage.component != "article"):
            continue
        if typed.isupper() and passage.component != "article":
            continue
        spot = at(passage, 0, len(word))
        repairs = () if typed == word else (ReplaceText(passage.paragraph, spot.start, spot.end, word),)
        what = msg("The word {word} is not written with one capital and small letters.", word=word)
        actual = word.upper() if caps else typed
        yield Finding(what, spot, passage.component, word, actual, msg("Write {words}.", words=word), passage.sure, repairs)


RULE = Rule(
    code="TT417",
    name="chu-dieu-in-thuong",
    kind=Kind.FORM,
    asks=msg("The words Phần, Chương, Mục and Điều before a number are written with one capital and small letters."),
    good="Điều 1. Phạm vi điều chỉnh",
    bad="ĐIỀU 1. Phạm vi điều chỉnh",
    look=look,
    fix=Fixing.SAFE,
    needs=("article", "part_label", "division_label"),
)
