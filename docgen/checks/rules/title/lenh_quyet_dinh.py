"""TT309: a decision has the line ``QUYẾT ĐỊNH:`` before its articles (PL III, Mẫu 1.1 to 1.3)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.checks.type_parts import printed_kind
from docgen.problems import msg
from docgen.reading.folding import fold_each, letters_only
from docgen.reading.layout import Layout, Passage
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Only where articles stand in the document itself: their first one is what the line leads in."""
    kind = printed_kind(layout)
    first = next((article for article in layout.get("article") if article.appendix is None), None)
    if kind is None or not kind.decision_word or first is None or layout.attached:
        return
    wanted = kind.decision_word
    line = layout.first_of("decision_word")
    if line is None and _stands_behind_the_body(layout, first, wanted):
        return
    if line is None:
        what = msg("The line {words} is missing.", words=wanted)
        remedy = msg("Write {words} on a line of its own above the first article.", words=wanted)
        yield Finding(what, at(first), "decision_word", wanted, "", remedy, first.sure)
    elif not line.text.endswith(wanted[-1]) and line.text.casefold().endswith(wanted[:-1].casefold()):
        what = msg("There is no colon behind {words}.", words=line.text)
        repair = ReplaceText(line.paragraph, line.end, line.end, wanted[-1])
        remedy = msg("Write {words}.", words=wanted)
        yield Finding(what, at(line), "decision_word", wanted, line.text, remedy, line.sure, (repair,))


def _stands_behind_the_body(layout: Layout, first: Passage, wanted: str) -> bool:
    """Whether the words stand at the end of another line: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ QUYẾT ĐỊNH."""
    word = letters_only(fold_each(wanted))
    above = (p for p in layout.story.paragraphs[layout.first : layout.last] if p.index < first.paragraph.index)
    lines = (line for paragraph in above for line in paragraph.text.split("\n") if line.isupper())
    return any(letters_only(fold_each(line)) != word and letters_only(fold_each(line)).endswith(word) for line in lines)


RULE = Rule(
    code="TT309",
    name="lenh-quyet-dinh",
    kind=Kind.FORM,
    asks=msg("A decision has the line QUYẾT ĐỊNH: above its articles."),
    good="QUYẾT ĐỊNH:",
    bad="QUYẾT ĐỊNH",
    look=look,
    fix=Fixing.SAFE,
    needs=("article",),
)
