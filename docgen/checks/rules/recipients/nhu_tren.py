"""TT610: where somebody is addressed above the text the first recipient is ``Như trên`` (PL I, P.I, II.9.b; HD05 I-9.2.3)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.prose import same_body
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip, at
from docgen.checks.type_parts import kind_of
from docgen.problems import msg
from docgen.reading.layout import Layout, Passage
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry, Severity

#: the rule that speaks of other words for the same
_OTHER_WORDS = "nhu-kinh-gui"


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    recipients = layout.get("recipient")
    kind = layout.standard.types.get(layout.type or "")
    if recipients and _has_none_above(layout):
        yield from _pointless(layout, recipients[0])
    if not recipients or not layout.get("addressee_label") or (kind is not None and kind.addressees == "none"):
        return
    same = layout.standard.same_as_above.use
    other = layout.standard.rules.get(_OTHER_WORDS)
    known = tuple(map(same_body, (same, *(other.words if other else ()))))
    placed = [i for i, line in enumerate(recipients) if _words(line).startswith(known)]
    first = recipients[0]
    if placed and placed[0] == 0:
        yield from _in_other_letters(first, same)
        return
    what = msg("The first recipient is not {words}.", words=same)
    remedy = msg("Write - {words}; as the first line.", words=same)
    # further down it is there at least: its place is the author's choice among the recipients
    level: Severity | None = "info" if placed else None
    yield Finding(what, at(first), first.component, f"- {same};", first.text, remedy, first.sure, level=level)


def _in_other_letters(first: Passage, same: str) -> Iterator[Finding]:
    """The words of the act in other capitals or without their marks."""
    start = len(first.text) - len(first.text.lstrip("-–—+ \u00a0\t"))
    typed = first.text[start : start + len(same)]
    if typed == same or same_body(typed) != same_body(same):
        return
    what = msg("{typed} is written {wanted}.", typed=typed, wanted=same)
    repair = ReplaceText(first.paragraph, first.start + start, first.start + start + len(typed), same)
    spot = at(first, start, start + len(typed))
    yield Finding(what, spot, first.component, same, typed, msg("Write {words}.", words=same), first.sure, (repair,), level="warning")


def _has_none_above(layout: Layout) -> bool:
    """Whether nobody is named above the text, as in a decision, whose template points to one of its articles."""
    kind = kind_of(layout)
    return kind is not None and bool(kind.decision_word) and not layout.get("addressee")


def _pointless(layout: Layout, first: Passage) -> Iterator[Finding]:
    same = layout.standard.same_as_above.use
    if _words(first).startswith(same_body(same)):
        what = msg("“{words}” names nobody: no addressee stands above the text.", words=same)
        remedy = msg("Point to the article that names them: - Như Điều …;")
        yield Finding(what, at(first), first.component, "- Như Điều …;", first.text, remedy, first.sure, level="warning")


def _words(line: Passage) -> str:
    return same_body(line.text.lstrip("-–—+ \u00a0\t"))


RULE = Rule(
    code="TT610",
    name="nhu-tren",
    kind=Kind.FORM,
    asks=msg("Where the document has Kính gửi, the first recipient is Như trên."),
    good="- Như trên;",
    bad="- Lưu: VT. (chỉ có dòng này)",
    look=look,
    fix=Fixing.SAFE,
    needs=("recipient",),
)
