"""TT413: a Party document does not end as documents of the state do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.bodies import OWN_END, RUNNING, end_sign, end_sign_start
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Spot
from docgen.problems import msg
from docgen.reading.repairs import ReplaceText

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The sign wherever a paragraph ends with it."""
    use = layout.standard.text_end.use
    for passage in layout.passages:
        if passage.component not in (*RUNNING, OWN_END) or not passage.paragraph.text.rstrip().endswith(entry.words):
            continue
        sign = end_sign(passage.text)
        if sign not in entry.words:
            continue
        start = passage.start + end_sign_start(passage.text)
        repairs = (ReplaceText(passage.paragraph, start, passage.end, use),) if start > passage.start else ()
        yield Finding(
            msg("The text ends with {sign} as in documents of the state.", sign=sign),
            Spot(passage.paragraph, start, passage.end),
            passage.component,
            use,
            sign,
            msg("End the text with {sign}", sign=use),
            passage.sure,
            repairs,
        )


RULE = Rule(
    code="TT413",
    name="ket-thuc-kieu-nha-nuoc",
    kind=Kind.FORM,
    asks=msg("The text of a Party document ends with a full stop, not with ./."),
    good="Các đảng uỷ nghiêm túc thực hiện.",
    bad="Các đảng uỷ nghiêm túc thực hiện./.",
    look=look,
    fix=Fixing.SAFE,
    needs=(*sorted(RUNNING), OWN_END),
)
