"""TT810: the block of a copy has all its parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import Message, msg
from docgen.reading.layout import Sure

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry

#: what must be there: any one of the components, and how it is called
_PARTS: tuple[tuple[tuple[str, ...], Message], ...] = (
    (("copy_form",), msg("the form of the copy")),
    (("copy_issuer",), msg("the body that copies")),
    (("copy_number",), msg("number and code of the copy")),
    (("copy_place_date",), msg("place and date of the copy")),
    (("copy_sign_name",), msg("the signature of the copy")),
    (("copy_recipients_label", "copy_recipient", "copy_filing"), msg("the recipients of the copy")),
)


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """One finding for each part that is not there; while lines of the block were not recognised, it is no more than a guess."""
    form = layout.first_of("copy_form") or layout.first_of("copy_number")
    if form is None or layout.copy_head is None:
        return
    start = layout.story.paragraphs[layout.copy_head].index
    unknown = any(p.component == "other" and p.sure is Sure.GUESS and p.paragraph.index >= start for p in layout.passages)
    for components, name in _PARTS:
        if not any(layout.get(component) for component in components):
            yield Finding(
                msg("The copy lacks {part}.", part=name),
                at(form),
                "copy_form",
                name,
                "",
                msg("Put it in below the original."),
                Sure.GUESS if unknown else form.sure,
            )


RULE = Rule(
    code="TT810",
    name="ban-sao-day-du",
    kind=Kind.FORM,
    asks=msg("A copy bears the copying body, its own number, place and date, signature and recipients."),
    good="UBND XÃ AN BÌNH | SAO Y\nSố: 05/SY-UBND | An Bình, ngày 05 tháng 3 năm 2026",
    bad="SAO Y",
    look=look,
    no_fix=msg("Only the copying body knows them."),
    needs=("copy_form", "copy_number"),
)
