"""Tiêu ngữ: three phrases, the first letter of each a capital, hyphens with a space on each side, no sign at the end."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.fixed_words import find_other_words
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Compare the words with those of the rule set."""
    yield from find_other_words(layout, "slogan")


RULE = Rule(
    code="TT202",
    name="tieu-ngu",
    kind=Kind.FORM,
    asks=msg("Tiêu ngữ is written with exactly the prescribed words, capitals and hyphens."),
    good="Độc lập - Tự do - Hạnh phúc",
    bad="Độc Lập – Tự Do – Hạnh Phúc",
    look=look,
    fix=Fixing.SAFE,
    needs=("slogan",),
)
