"""TT104: every letter is set in Times New Roman (PL I, P.I, I.4; HD05 IV-1). Signs may come from other fonts."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.legacy_fonts import is_legacy, legacy_letters
from docgen.checks.letters import Letters, grouped, letters_by_look
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Spot
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import SetRuns
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """One finding for each other font. Fonts of old code tables are left to the rule on these."""
    fact = layout.standard.page.font
    accepted = {_key(name) for name in (fact.use, *entry.words)}
    legacy = bool(legacy_letters(layout))
    found: dict[str, list[Letters]] = {}
    for format, runs in letters_by_look(layout).items():
        wrong = [name for name in (format.font, format.high_font) if _key(name) not in accepted]
        if not wrong:
            continue
        for one in runs:
            name = _font_of(one, format.font, format.high_font, accepted)
            if name and not (legacy and is_legacy(name, layout)):
                found.setdefault(name, []).append(one)
    for name, letters, count in grouped(found):
        first = letters[0]
        yield Finding(
            msg("Letters are set in {font}, in {count} paragraphs.", font=name, count=count),
            Spot(first.paragraph, first.run.start, first.run.end),
            "file",
            fact.use,
            name,
            msg("Set them in {font}.", font=fact.use),
            repairs=tuple(SetRuns(one.paragraph, one.run.start, one.run.end, "font", fact.use) for one in letters),
            clause=fact.clause,
            tier=fact.tier,
        )


def _font_of(letters: Letters, low: str, high: str, accepted: set[str]) -> str:
    """The font that sets a letter of the run and is not accepted; empty where none does."""
    if _key(low) not in accepted and any(c.isalnum() and c.isascii() for c in letters.text):
        return low
    return high if _key(high) not in accepted and any(c.isalnum() and not c.isascii() for c in letters.text) else ""


def _key(font: str) -> str:
    # a list of fonts names the one to use first
    return font.split(";")[0].split(",")[0].strip().casefold()


RULE = Rule(
    code="TT104",
    name="phong-chu",
    kind=Kind.FORM,
    asks=msg("Every letter is set in Times New Roman."),
    good="Times New Roman",
    bad="Arial",
    look=look,
    fix=Fixing.SAFE,
)
