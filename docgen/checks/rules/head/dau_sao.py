"""Between the Party body's name and the number stands one star on a line of its own, never a line."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.joined import join
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at, at_paragraph
from docgen.ooxml.content import DrawnLine
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at the star, or at what stands in its place; that nothing does is told by the rule on what is missing."""
    fixed = layout.standard.components["star"].text
    if fixed is None:
        return
    star, issuer = join(layout, "star"), join(layout, "issuer")
    typed = layout.typed_lines.get("issuer", [])
    if star is not None:
        words = "".join(star.text.split())
        if words != fixed.use:
            yield Finding(
                msg("Another sign stands in the place of the star."),
                star.spot(),
                "star",
                fixed.use,
                words,
                msg("Write one star."),
                star.sure,
                star.rewrite(fixed.use),
            )
        number = layout.first_of("number")
        if number is not None and _comes_before(layout, "number", "star"):
            yield Finding(
                msg("The star stands below the number."),
                star.spot(),
                "star",
                remedy=msg("Put the star between the body's name and the number."),
                sure=star.sure,
            )
    for paragraph in typed:
        text = paragraph.text.strip()
        repairs = () if star is not None else (ReplaceText(paragraph, 0, len(paragraph.text), fixed.use),)
        yield Finding(
            msg("A typed line stands under the body's name."),
            at_paragraph(paragraph),
            "star",
            fixed.use,
            text,
            msg("Write one star in its place.") if star is None else msg("Take the line out: the star stands alone."),
            repairs=repairs,
        )
    if issuer is not None and not typed and _lines_above_number(layout):
        yield Finding(
            msg("A line is drawn under the body's name."),
            at(issuer.passages[-1]),
            "star",
            fixed.use,
            msg("a drawn line"),
            msg("Write one star in its place.") if star is None else msg("Take the line out: the star stands alone."),
            issuer.sure,
        )


def _lines_above_number(layout: Layout) -> list[DrawnLine]:
    """The lines in the left column that are anchored above the number; one further down is no sign of the body's name."""
    number = layout.first_of("number")
    lines = layout.lines.get("issuer", [])
    return [line for line in lines if number is None or line.paragraph.index < number.paragraph.index]


def _comes_before(layout: Layout, one: str, other: str) -> bool:
    order = [passage.component for passage in layout.passages if passage.component in (one, other)]
    return bool(order) and order[0] == one


RULE = Rule(
    code="TT225",
    name="dau-sao",
    kind=Kind.FORM,
    asks=msg("One star, and no line, stands between the Party body's name and the number."),
    good="TỈNH UỶ AN BÌNH / *",
    bad="TỈNH UỶ AN BÌNH / -------",
    look=look,
    fix=Fixing.SAFE,
    needs=("issuer", "star"),
)
