"""TT107: letters are coded in Unicode, not in a table of old fonts (TCVN 6909:2001; PL I, P.I, I.4; HD05 IV-1)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.legacy_fonts import legacy_letters
from docgen.checks.letters import Letters, grouped
from docgen.checks.rule import Finding, Kind, Rule, Spot
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """One finding for each old font that sets letters."""
    right = layout.standard.page.font.use
    found: dict[str, list[Letters]] = {}
    for one in legacy_letters(layout):
        found.setdefault(one.run.format.font, []).append(one)
    for name, letters, count in grouped(found):
        first = letters[0]
        yield Finding(
            msg("Letters are coded for the old font {font}, in {count} paragraphs.", font=name, count=count),
            Spot(first.paragraph, first.run.start, first.run.end),
            "file",
            "Unicode",
            name,
            msg("Convert them to Unicode (for instance with UniKey), then set them in {font}.", font=right),
        )


RULE = Rule(
    code="TT107",
    name="bang-ma-cu",
    kind=Kind.FORM,
    asks=msg("Letters are coded in Unicode, not for the fonts of old code tables."),
    good="Cộng hòa (Times New Roman)",
    bad="Céng hßa (.VnTime)",
    look=look,
    no_fix=msg("Which code table it is must be seen by a person before letters are changed."),
)
