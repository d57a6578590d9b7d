"""The line under the issuing body's name and under trích yếu is as long as the act says, by the text line it stands under."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.line_widths import line_widths
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.checks.ruled import Ruled, ruled_components
from docgen.ooxml.units import MM_PER_PT
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Compare the drawn lines with the last and the longest text line: the act does not say which it means."""
    for ruled in ruled_components(layout):
        if ruled.full or not ruled.drawn or entry.min is None or entry.max is None:
            continue
        widths = _widths(layout, ruled)
        lengths = [line.length for line in ruled.drawn]
        if not widths or min(widths) <= 0 or None in lengths:
            continue
        last, longest = widths[-1], max(widths)
        known = [length for length in lengths if length is not None]
        short = all(length < entry.min * last and length < entry.min * longest for length in known)
        long = all(length > entry.max * last and length > entry.max * longest for length in known)
        if not short and not long:
            continue
        low, high = ruled.say_shares()
        least, most = (share * last * MM_PER_PT for share in ruled.shares)
        yield Finding(
            msg("The line is too short for the words.") if short else msg("The line is too long for the words."),
            at(ruled.joined.passages[-1]),
            ruled.component,
            f"{least:.0f}–{most:.0f} mm",
            f"{known[0] * MM_PER_PT:.0f} mm",
            msg("Make the line {low} to {high} as long as the words.", low=low, high=high),
            ruled.joined.sure,
            clause=ruled.asked.clause,
        )


def _widths(layout: Layout, ruled: Ruled) -> list[float]:
    """The widths of all printed lines; none where one cannot be told."""
    found: list[float] = []
    for passage in ruled.joined.passages:
        widths = line_widths(layout, passage)
        if widths is None:
            return []
        found += widths
    return found


RULE = Rule(
    code="TT207",
    name="do-dai-vach-ngan",
    kind=Kind.FORM,
    asks=msg("The line under the issuing body's name and under trích yếu is shorter than the words, by the share the rules give."),
    good="BỘ NỘI VỤ ‾‾‾‾",
    bad="BỘ NỘI VỤ ‾‾‾‾‾‾‾‾‾‾",
    look=look,
    no_fix=msg("Drag the line's end in Word."),
    needs=("issuer", "abstract"),
)
