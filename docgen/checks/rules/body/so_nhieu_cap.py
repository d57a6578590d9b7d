"""TT409: numbers of several levels (``1.1``) are no level of the state's rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.levels import spot_of, streams
from docgen.checks.rule import Finding, Kind, Rule
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The first of them, once for a document."""
    found = [item for item in streams(layout)[0] if item.numeral.kind == "decimal"]
    if found:
        first = found[0]
        yield Finding(
            msg("The text is counted with numbers like {written}", written=first.numeral.written),
            spot_of(first),
            first.passage.component,
            "1. … a) …",
            first.numeral.written,
            msg("The rules know khoản (1.) and điểm (a)); nothing need be changed where the text is deeper."),
        )


RULE = Rule(
    code="TT409",
    name="so-nhieu-cap",
    kind=Kind.FORM,
    asks=msg("Below a mục stand khoản (1.) and điểm (a)); numbers such as 1.1 are not named in the rules."),
    good="1. Mục tiêu\na) Mục tiêu chung",
    bad="1. Mục tiêu\n1.1. Mục tiêu chung",
    look=look,
    no_fix=msg("It would change the numbers that other passages cite."),
)
