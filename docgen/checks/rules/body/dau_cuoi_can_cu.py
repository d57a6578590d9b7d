"""TT401: each legal basis ends with the sign of the rule set, the last one with its closing sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.bodies import end_sign, end_sign_start
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Spot
from docgen.problems import msg
from docgen.reading.repairs import ReplaceText

if TYPE_CHECKING:
    from docgen.reading.layout import Layout, Passage
    from docgen.standards.facts import Fact
    from docgen.standards.model import RuleEntry

#: signs that may be put right; behind others (``:``, ``…``) the sentence goes on
_MARKS = frozenset(".;,")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The last letter of each entry."""
    mark = layout.standard.marks["base"]
    entries = [lines[-1] for lines in layout.entries("base")]
    entries += _unread(layout, entries[-1], mark.openings)
    for i, passage in enumerate(entries):
        sign = end_sign(passage.text)
        is_last = i == len(entries) - 1
        # a sentence that leads over to the text is no entry of the list
        if set(sign) - _MARKS and (is_last or sign != ":"):
            continue
        fact = mark.last if is_last else mark.each
        if not fact.allows(sign):
            yield _finding(passage, sign, fact, is_last)


def _unread(layout: Layout, last: Passage, openings: tuple[str, ...]) -> Iterator[Passage]:
    """Paragraphs behind the last entry that open and look like one: a wrong sign hides where the list goes on."""
    dashed, look = _is_dashed(last), last.runs[0].format if last.runs else None
    for passage in layout.passages[layout.passages.index(last) + 1 :]:
        shown = passage.component in ("body", "list_item") and passage.runs and passage.runs[0].format is look
        alike = shown and _is_dashed(passage) is dashed
        if not alike or not passage.text.lstrip("-–— ").startswith(openings):
            return
        yield passage


def _is_dashed(passage: Passage) -> bool:
    return passage.text[:1] in "-–—"


def _finding(passage: Passage, sign: str, fact: Fact[str], last: bool) -> Finding:
    start = passage.start + end_sign_start(passage.text)
    if last:
        what = msg("The last legal basis does not end with {sign}", sign=fact.use)
    else:
        what = msg("This legal basis does not end with {sign}", sign=fact.use)
    return Finding(
        what,
        Spot(passage.paragraph, start if sign else max(passage.start, start - 1), passage.end),
        "base",
        fact.describe(),
        sign,
        msg("Write {sign} at its end", sign=fact.use),
        passage.sure,
        (ReplaceText(passage.paragraph, start, passage.end, fact.use),),
        tier=None if fact.tier.binds else fact.tier,
    )


RULE = Rule(
    code="TT401",
    name="dau-cuoi-can-cu",
    kind=Kind.FORM,
    asks=msg("Each legal basis ends with a semicolon, the last one with a full stop."),
    good="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    bad="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025,",
    look=look,
    fix=Fixing.SAFE,
    needs=("base",),
)
