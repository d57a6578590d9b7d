"""TT411: the text ends with ``./.`` (state) or a full stop (Party), also where a list or a table stands last.

The entry's words are types of which the act shows no template.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.bodies import OWN_END, RUNNING, end_sign, end_sign_start, last_of_text, main_passages
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Spot
from docgen.problems import msg
from docgen.reading.repairs import ReplaceText

if TYPE_CHECKING:
    from docgen.reading.layout import Layout, Passage
    from docgen.standards.model import RuleEntry, TextEnd

#: lines that may stand below the end of the text
_NOTES = 4
#: signs that announce more
_OPEN = (":", ";", ",")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The last sign of the text, and that of appendices that end with a sentence. Behind a table nothing is ordered."""
    end = layout.standard.text_end
    if layout.type is None or layout.type in entry.words:
        return
    passages = main_passages(layout)
    last = last_of_text(passages)
    if last is not None and not _ends(last, end.use) and not _leads_on(layout, last) and not _ended(passages, last, end):
        yield _finding(last, end.use)
    elif last is not None and _is_doubled(passages, last, end):
        yield _finding(last, end.use, doubled=True)
    for appendix in layout.appendices if end.appendix else ():
        last = appendix.passages[-1] if appendix.passages else None
        # lists, tables and forms of an appendix often end without any sign
        if last is not None and last.component in RUNNING and end_sign(last.text) == end.replaces != end.use:
            yield _finding(last, end.use)


def _ends(passage: Passage, use: str) -> bool:
    """Whether the sign stands last, be it inside closing quotation marks."""
    sign = end_sign(passage.text.rstrip('”"»)] '))
    return sign.endswith(use)


def _is_doubled(passages: list[Passage], last: Passage, end: TextEnd) -> bool:
    """Whether the sign stands twice, or behind one that ends no sentence. Dots before it may be an ellipsis."""
    if end.use == end.replaces:
        return False
    if last.component == OWN_END:
        above = next((p for p in reversed(passages[: passages.index(last)]) if p.component in RUNNING), None)
        if above is not None and _ends(above, end.use):
            return True
    before = end_sign(last.text).removesuffix(end.use)
    # a program that writes the sign itself puts it right behind whatever the author left
    return "/" in before or (before.endswith(_OPEN) and last.text.removesuffix(end.use)[-1:].isspace())


def _leads_on(layout: Layout, last: Passage) -> bool:
    """Whether a picture follows what ends in a colon."""
    if not last.text.endswith(":"):
        return False
    behind = (p for p in layout.story.paragraphs[layout.first : layout.last] if p.index >= last.paragraph.index)
    return any(paragraph.shapes for paragraph in behind)


def _ended(passages: list[Passage], last: Passage, end: TextEnd) -> bool:
    """Whether the text ended a few lines above, so that what stands last is a note below it."""
    at = passages.index(last)
    return end.use != end.replaces and any(_ends(passage, end.use) for passage in passages[max(0, at - _NOTES) : at])


def _finding(passage: Passage, use: str, doubled: bool = False) -> Finding:
    sign = end_sign(passage.text)
    start = passage.start + end_sign_start(passage.text)
    if passage.component == OWN_END and doubled and sign == use:
        # the line above has it already
        use = ""
    return Finding(
        msg("Signs stand before {sign} that do not belong there.", sign=sign[-len(use or sign) :])
        if doubled
        else msg("The text does not end with {sign}", sign=use),
        Spot(passage.paragraph, start if sign else max(passage.start, start - 1), passage.end),
        passage.component,
        use,
        sign,
        msg("End the text with {sign}", sign=use),
        passage.sure,
        (ReplaceText(passage.paragraph, start, passage.end, use),),
    )


RULE = Rule(
    code="TT411",
    name="ket-thuc-van-ban",
    kind=Kind.FORM,
    asks=msg("The text ends with the sign of the rule set: ./. in documents of the state, a full stop in those of the Party."),
    good="Yêu cầu các đơn vị nghiêm túc thực hiện./.",
    bad="Yêu cầu các đơn vị nghiêm túc thực hiện.",
    look=look,
    fix=Fixing.SAFE,
    needs=tuple(sorted(RUNNING)),
)
