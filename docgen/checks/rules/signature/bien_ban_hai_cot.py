"""TT505: minutes of the Party are signed in two columns with fixed captions (HD05 I-7.2.4)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.prose import same_body
from docgen.checks.rule import Finding, Kind, Rule, Skip, at
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry

_TYPE = "bien-ban"


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    """The entry's words: the captions from left to right."""
    if layout.type != _TYPE:
        return
    lines = [*layout.get("sign_title"), *layout.get("sign_authority"), *layout.get("sign_other_title")]
    if not lines:
        return
    captions = " / ".join(entry.words)
    found = {word: next((line for line in lines if same_body(line.text) == same_body(word)), None) for word in entry.words}
    for word, line in found.items():
        if line is None:
            what = msg("The signatures of minutes lack the caption {caption}.", caption=word)
            remedy = msg("Set two columns: {captions}.", captions=captions)
            yield Finding(what, at(lines[0]), lines[0].component, captions, lines[0].text, remedy, lines[0].sure)
    columns = [line.paragraph.cell.column for line in found.values() if line and line.paragraph.cell]
    if len(columns) == len(entry.words) and columns != sorted(set(columns)):
        first = next(line for line in found.values() if line)
        what = msg("The captions of minutes stand side by side: {captions}.", captions=captions)
        yield Finding(what, at(first), first.component, captions, first.text, msg("Set two columns in this order."), first.sure)


RULE = Rule(
    code="TT505",
    name="bien-ban-hai-cot",
    kind=Kind.FORM,
    asks=msg("Minutes are signed in two columns: who took them at the left, who presided at the right."),
    good="NGƯỜI GHI BIÊN BẢN / CHỦ TRÌ HỘI NGHỊ",
    bad="THƯ KÝ / CHỦ TOẠ",
    look=look,
    no_fix=msg("The columns have to be set up by hand."),
    needs=("sign_title", "sign_authority"),
)
