"""TT609: each recipient begins with a dash and ends with ``;`` (PL I, P.I, II.9.d; HD05 I-9.2.5)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.listed import find_dash, find_end
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    """The last one of a list without a filing line ends it, which another rule looks at."""
    mark, filing = layout.standard.marks["recipient"], layout.standard.marks["filing"]
    entries = list(layout.entries("recipient"))
    filed = layout.first_of("filing")
    for i, lines in enumerate(entries):
        yield from find_dash(lines, mark, entries[0] if i else None)
        if filed or i < len(entries) - 1:
            yield from find_end(lines, mark.each)
    for lines in layout.entries("filing"):
        yield from find_dash(lines, filing)


RULE = Rule(
    code="TT609",
    name="dau-noi-nhan",
    kind=Kind.FORM,
    asks=msg("Each recipient begins with a dash and ends in a semicolon."),
    good="- Sở Tài chính;",
    bad="Sở Tài chính,",
    look=look,
    fix=Fixing.SAFE,
    needs=("recipient", "filing"),
)
