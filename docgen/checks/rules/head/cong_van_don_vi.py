"""TT226: the number of a công văn names the drafting unit or the field behind the issuer (PL I, P.I, II.3.b)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.layout import Sure

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """A code of one group; where a code of the type stands before it, another rule speaks."""
    number, passage = layout.number, layout.first_of("number")
    if layout.type != entry.words[0] or layout.type_sure is Sure.GUESS or number is None or passage is None:
        return
    if number.code or not number.issuer or "-" in number.issuer or "–" in number.issuer:
        return
    yield Finding(
        msg("Behind {issuer} the drafting unit or the field is missing.", issuer=number.issuer),
        at(passage),
        "number",
        f"{number.issuer}-…",
        number.issuer,
        msg("Write the short form of the unit or the field behind a hyphen."),
        passage.sure,
    )


RULE = Rule(
    code="TT226",
    name="cong-van-don-vi",
    kind=Kind.FORM,
    asks=msg("The number of a công văn names the drafting unit or the field behind the issuing body."),
    good="Số: 08/SNV-CCHC",
    bad="Số: 08/SNV",
    look=look,
    no_fix=msg("Which unit drafted it is not known to docgen."),
    needs=("number",),
)
