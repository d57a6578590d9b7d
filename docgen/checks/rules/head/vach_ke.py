"""A solid line stands under tiêu ngữ, the issuing body's name and trích yếu, or under the Party's title."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.checks.ruled import Ruled, ruled_components, spare_lines
from docgen.checks.type_parts import printed_kind
from docgen.problems import Message, msg
from docgen.reading.layout import Layout
from docgen.standards import Tier
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look for the line of each component that wants one; what is typed or underlined instead is another rule's matter."""
    wanted = list(ruled_components(layout))
    upper = {name for row in layout.standard.order for name in (*row.left, *row.right)}
    in_head = [ruled for ruled in wanted if ruled.component in upper]
    bare = [ruled for ruled in wanted if not ruled.drawn and not ruled.typed and not ruled.underlined]
    if any(ruled in in_head for ruled in bare) and spare_lines(layout, len(in_head)):
        bare = [ruled for ruled in bare if ruled not in in_head]
    for ruled in bare:
        yield Finding(
            msg("The line under these words is missing."),
            at(ruled.joined.passages[-1]),
            ruled.component,
            _length(ruled),
            msg("no line"),
            msg("Draw a solid line under these words."),
            ruled.joined.sure,
            clause=ruled.asked.clause,
        )
    kind = printed_kind(layout)
    name = layout.first_of("type_name")
    if kind is None or name is None or layout.type not in entry.words or layout.get("abstract"):
        return
    if not layout.lines.get("type_name") and not layout.typed_lines.get("type_name"):
        yield Finding(
            msg("The line under the name of the type is missing."),
            at(name),
            "type_name",
            msg("a solid line"),
            msg("no line"),
            msg("Draw a solid line under these words."),
            name.sure,
            clause=kind.clause,
            tier=Tier.SAMPLE,
        )


def _length(ruled: Ruled) -> Message:
    if ruled.full:
        return msg("a solid line as long as the words")
    low, high = ruled.say_shares()
    return msg("a solid line {low} to {high} as long as the words", low=low, high=high)


RULE = Rule(
    code="TT205",
    name="vach-ke",
    kind=Kind.FORM,
    asks=msg("A solid line is drawn under the words of the head and the title that want one."),
    good="Độc lập - Tự do - Hạnh phúc ‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾",
    bad="Độc lập - Tự do - Hạnh phúc",
    look=look,
    no_fix=msg("Lines are drawn in Word: Insert, Shapes, Line."),
)
