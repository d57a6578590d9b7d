"""The Party's title says its name to the letter."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.fixed_words import find_other_words
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Compare the words with those of the rule set."""
    yield from find_other_words(layout, "party_title")


RULE = Rule(
    code="TT224",
    name="tieu-de-dang",
    kind=Kind.FORM,
    asks=msg("The title of a Party document is written with exactly the prescribed words."),
    good="ĐẢNG CỘNG SẢN VIỆT NAM",
    bad="ĐẢNG CỘNG SẢN VIẸT NAM",
    look=look,
    fix=Fixing.SAFE,
    needs=("party_title",),
)
