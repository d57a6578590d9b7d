"""Quốc hiệu says the state's name to the letter; ``HOÀ`` and ``HÒA`` both stand in the act."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.fixed_words import find_other_words
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Compare the words with those of the rule set."""
    yield from find_other_words(layout, "motto")


RULE = Rule(
    code="TT201",
    name="quoc-hieu",
    kind=Kind.FORM,
    asks=msg("Quốc hiệu is written with exactly the prescribed words."),
    good="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    bad="CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM",
    look=look,
    fix=Fixing.SAFE,
    needs=("motto",),
)
