"""Quốc hiệu and tiêu ngữ follow each other at single line spacing: no empty line, no added space, no wider lines."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.joined import join
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at, at_paragraph
from docgen.metrics import line_height
from docgen.ooxml.content import Paragraph
from docgen.ooxml.units import AUTOMATIC_SPACE_TWIPS, PARTS_PER_LINE, TWIPS_PER_PT
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import ReplaceText, SetParagraph
from docgen.standards.model import RuleEntry

#: twips: what conversions between programs add or take
_TOLERANCE = 15
#: lines: programs round fixed heights to whole points
_LINE_TOLERANCE = 0.08


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at what lies between the last line of the motto and the first of the slogan, then at their own line spacing."""
    yield from _look_at_lines(layout)
    motto, slogan = join(layout, "motto"), join(layout, "slogan")
    if motto is None or slogan is None:
        return
    above, below = motto.passages[-1], slogan.passages[0]
    if above.paragraph is below.paragraph:
        between = above.paragraph.text[above.end : below.start]
        if between.count("\n") > 1 and not between.strip(" \n\t\u00a0"):
            yield Finding(
                msg("An empty line stands between quốc hiệu and tiêu ngữ."),
                at(below),
                "slogan",
                remedy=msg("Take the empty line out."),
                sure=below.sure,
                repairs=(ReplaceText(above.paragraph, above.end, below.start, "\n"),),
            )
        return
    empty = [p for p in _between(layout, above.paragraph, below.paragraph) if p.is_empty]
    if empty:
        yield Finding(
            msg("{count} empty paragraph(s) stand between quốc hiệu and tiêu ngữ.", count=len(empty)),
            at_paragraph(below.paragraph),
            "slogan",
            remedy=msg("Take them out."),
            sure=below.sure,
        )
        return
    gap = _gap(above.paragraph, below.paragraph)
    if gap > _TOLERANCE:
        yield Finding(
            msg("Space is added between quốc hiệu and tiêu ngữ."),
            at_paragraph(below.paragraph),
            "slogan",
            "0 pt",
            f"{gap / TWIPS_PER_PT:g} pt",
            msg("Set the space behind quốc hiệu and before tiêu ngữ to 0."),
            below.sure,
            (SetParagraph(above.paragraph, "after", 0), SetParagraph(below.paragraph, "before", 0)),
        )


def _look_at_lines(layout: Layout) -> Iterator[Finding]:
    """Lines that are set wider than single, or cut short."""
    for name in ("motto", "slogan"):
        passage = layout.first_of(name)
        fact = layout.standard.components[name].line
        if passage is None or fact is None or not passage.runs:
            continue
        look = passage.paragraph.format
        if look.line_rule == "auto":
            lines = look.line / PARTS_PER_LINE
        else:
            # fixed and least heights are in twips; a lower least one adds nothing between the lines
            lines = look.line / TWIPS_PER_PT / line_height(max(run.format.size for run in passage.runs))
            lines = max(lines, 1.0) if look.line_rule == "atLeast" else lines
        if abs(lines - fact.use) > _LINE_TOLERANCE:
            yield Finding(
                msg("The line is not set at single spacing."),
                at(passage),
                name,
                f"{fact.use:g}",
                f"{lines:.2f}".rstrip("0").rstrip("."),
                msg("Set its line spacing to single."),
                passage.sure,
                (SetParagraph(passage.paragraph, "line", round(fact.use * PARTS_PER_LINE)),),
            )


def _between(layout: Layout, above: Paragraph, below: Paragraph) -> Iterator[Paragraph]:
    """The paragraphs between the two in the same column."""
    cells = {id(above.cell), id(below.cell)}
    inside = False
    for paragraph in layout.story.paragraphs[layout.first : layout.last]:
        if paragraph is below:
            return
        if inside and id(paragraph.cell) in cells and paragraph.shape is above.shape:
            yield paragraph
        inside = inside or paragraph is above


def _gap(above: Paragraph, below: Paragraph) -> int:
    """The space Word adds between two neighbours, twips: the greater of what both ask for."""
    one, other = above.format, below.format
    if one.contextual and other.contextual and one.style == other.style:
        return 0
    after = AUTOMATIC_SPACE_TWIPS if one.after_auto else one.after
    # at the top of a cell Word adds no automatic space
    before = (AUTOMATIC_SPACE_TWIPS if above.cell is below.cell else 0) if other.before_auto else other.before
    return max(after, before) if above.cell is below.cell else after + before


RULE = Rule(
    code="TT203",
    name="khoang-cach-quoc-hieu",
    kind=Kind.FORM,
    asks=msg("Tiêu ngữ follows quốc hiệu at single spacing, with no empty line and no added space."),
    good="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc",
    bad="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / (6 pt) / Độc lập - Tự do - Hạnh phúc",
    look=look,
    fix=Fixing.SAFE,
    needs=("slogan",),
)
