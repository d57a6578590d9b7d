"""The line under tiêu ngữ, or under the Party's title, is as long as the words above it."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.line_widths import line_widths
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.checks.ruled import ruled_components
from docgen.ooxml.units import MM_PER_PT
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Compare the drawn lines with the text's width; ``min`` and ``max`` are shares of that width."""
    for ruled in ruled_components(layout):
        if not ruled.full or not ruled.drawn or entry.min is None or entry.max is None:
            continue
        last = ruled.joined.passages[-1]
        widths = line_widths(layout, last)
        lengths = [line.length for line in ruled.drawn]
        if not widths or widths[-1] <= 0 or None in lengths:
            continue
        shares = [length / widths[-1] for length in lengths if length is not None]
        if any(entry.min <= share <= entry.max for share in shares):
            continue
        nearest = min(shares, key=lambda share: abs(share - 1))
        yield Finding(
            msg("The line is shorter than the words.") if nearest < 1 else msg("The line is longer than the words."),
            at(last),
            ruled.component,
            f"{widths[-1] * MM_PER_PT:.0f} mm",
            f"{nearest * widths[-1] * MM_PER_PT:.0f} mm",
            msg("Make the line as long as the words."),
            ruled.joined.sure,
            clause=ruled.asked.clause,
        )


RULE = Rule(
    code="TT206",
    name="do-dai-vach-ke",
    kind=Kind.FORM,
    asks=msg("The line under tiêu ngữ, or under the Party's title, is as long as the words."),
    good="Độc lập - Tự do - Hạnh phúc ‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾",
    bad="Độc lập - Tự do - Hạnh phúc ‾‾‾‾‾‾",
    look=look,
    no_fix=msg("Drag the line's end in Word."),
    needs=("slogan", "party_title"),
)
