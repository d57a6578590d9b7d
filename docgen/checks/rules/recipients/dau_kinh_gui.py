"""TT605: of several addressees each has a dash before it and ``;`` behind, the last ``.`` (PL I, P.I, II.9.d; HD05 I-9.2.5)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.listed import DASHES, PARTED, find_dash, find_end
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip, at
from docgen.problems import msg
from docgen.reading.layout import Layout, Passage, Sure
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    mark = layout.standard.marks["addressee"]
    entries = [lines for lines in layout.entries("addressee") if lines[0].appendix is None]
    label = layout.first_of("addressee_label")
    if not entries or label is None:
        return
    if len(entries) == 1 and not (entries[0][0].text.startswith(DASHES) and label.paragraph is not entries[0][0].paragraph):
        # several on one line have a rule of their own
        if not any(PARTED.search(passage.text) for passage in entries[0]):
            yield from _single(layout, label)
        return
    for i, lines in enumerate(entries):
        yield from find_dash(lines, mark, entries[0] if i else None)
        yield from find_end(lines, mark.last if i == len(entries) - 1 else mark.each)


def _single(layout: Layout, label: Passage) -> Iterator[Finding]:
    """An only addressee stands on the label's line, in the act's example without any mark; the Party's act says nothing of it."""
    if layout.regime != "state":
        return
    first, *_, last = (*layout.get("addressee"), layout.get("addressee")[-1])
    if first.paragraph is not label.paragraph:
        if first is last and first.sure is Sure.CERTAIN and label.is_whole and label.paragraph.cell is first.paragraph.cell:
            what = msg("The only addressee does not stand on the line of {label}.", label=label.text.rstrip(": "))
            remedy = msg("Write both on one line.")
            yield Finding(what, at(first), first.component, f"{label.text} {first.text}", first.text, remedy, first.sure)
        return
    if first.text.startswith(DASHES) and first.start >= label.end:
        words = first.text.lstrip("".join(DASHES) + " \u00a0\t")
        start = len(first.text) - len(words)
        repair = ReplaceText(first.paragraph, first.start, first.start + start, "")
        what = msg("Before an only addressee stands no dash.")
        remedy = msg("Delete it.")
        yield Finding(what, at(first), first.component, words, first.text, remedy, first.sure, (repair,), level="warning")
    ends = last.text.rstrip(" \u00a0")
    if ends[-1:] in (".", ";", ","):
        repair = ReplaceText(last.paragraph, last.end - 1, last.end, "")
        what = msg("Behind an only addressee stands no mark ({mark}).", mark=ends[-1])
        spot = at(last, len(ends) - 1, len(ends))
        yield Finding(what, spot, last.component, "", ends[-1], msg("Delete it."), last.sure, (repair,), level="warning")


RULE = Rule(
    code="TT605",
    name="dau-kinh-gui",
    kind=Kind.FORM,
    asks=msg("Of several addressees each begins with a dash and ends in a semicolon, the last in the mark the rules give."),
    good="- Sở Nội vụ; / - Sở Tài chính.",
    bad="- Sở Nội vụ, / - Sở Tài chính",
    look=look,
    fix=Fixing.SAFE,
    needs=("addressee",),
)
