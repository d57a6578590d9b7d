"""The line is drawn: typed dashes or underscores and underlined words stand in for none."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Kind, Rule, at, at_paragraph
from docgen.checks.ruled import ruled_components
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at what stands under each component that wants a drawn line."""
    for ruled in ruled_components(layout):
        if ruled.typed:
            typed = ruled.typed[0]
            yield Finding(
                msg("The line under these words is typed."),
                at_paragraph(typed),
                ruled.component,
                msg("a drawn line"),
                typed.text.strip(),
                msg("Draw a line in its place."),
                ruled.joined.sure,
                clause=ruled.asked.clause,
            )
        elif ruled.underlined:
            yield Finding(
                msg("The words are underlined."),
                at(ruled.joined.passages[-1]),
                ruled.component,
                msg("a drawn line"),
                msg("underlined letters"),
                msg("Draw a line under the words and take the underline away."),
                ruled.joined.sure,
                clause=ruled.asked.clause,
            )


RULE = Rule(
    code="TT208",
    name="vach-go-tay",
    kind=Kind.FORM,
    asks=msg("The line under words of the head and the title is drawn, neither typed nor an underline."),
    good="Độc lập - Tự do - Hạnh phúc ‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾",
    bad="Độc lập - Tự do - Hạnh phúc / ----------",
    look=look,
    no_fix=msg("Lines are drawn in Word: Insert, Shapes, Line."),
)
