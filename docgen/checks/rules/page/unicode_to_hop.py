"""TT106: letters are stored composed, one character each (TCVN 6909:2001; PL I, P.I, I.4; HD05 IV-1)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.letters import printed_paragraphs
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Spot
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import Compose
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """One finding for the document, at the first letter that is stored in pieces."""
    wrong = [p for p in printed_paragraphs(layout) if p.raw is not p.text and p.raw != p.text]
    if not wrong:
        return
    first = wrong[0]
    at = next((i for i, (a, b) in enumerate(zip(first.raw, first.text, strict=False)) if a != b), len(first.text) - 1)
    count = len(wrong)
    what = msg("Letters are stored apart from their marks, in {count} paragraphs; searching does not find them.", count=count)
    yield Finding(
        what,
        Spot(first, at, at + 1),
        "file",
        msg("composed letters"),
        msg("letters in pieces"),
        msg("Compose them (Unicode dựng sẵn)."),
        repairs=tuple(map(Compose, wrong)),
    )


RULE = Rule(
    code="TT106",
    name="unicode-to-hop",
    kind=Kind.FORM,
    asks=msg("Vietnamese letters are stored composed (Unicode dựng sẵn)."),
    good="Ủy ban (7 ký tự)",
    bad="Ủy ban (8 ký tự)",
    look=look,
    fix=Fixing.SAFE,
)
