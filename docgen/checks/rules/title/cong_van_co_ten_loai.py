"""A công văn prints no name of its type."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Fixing, Kind, Rule, Spot
from docgen.checks.type_parts import title_paragraph
from docgen.problems import msg
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.layout import Layout
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at the line in the place of a type's name."""
    paragraph = title_paragraph(layout)
    if paragraph is None:
        return
    line = paragraph.text.partition("\n")[0]
    words = squeeze(fold_each(line))
    if words not in {squeeze(fold_each(kind.name)) for kind in layout.standard.types.values() if kind.dispatch}:
        return
    start = len(line) - len(line.lstrip())
    end = start + len(line.strip())
    yield Finding(
        msg("The name of the type is printed above a công văn."),
        Spot(paragraph, start, end),
        "type_name",
        msg("no name"),
        line.strip(),
        msg("Take the line out."),
        repairs=(ReplaceText(paragraph, start, end, ""),),
    )


RULE = Rule(
    code="TT302",
    name="cong-van-co-ten-loai",
    kind=Kind.FORM,
    asks=msg("A công văn prints no name of its type."),
    good="Kính gửi: Bộ Nội vụ",
    bad="CÔNG VĂN / Kính gửi: Bộ Nội vụ",
    look=look,
    fix=Fixing.UNSAFE,
)
