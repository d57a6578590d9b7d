"""TT615: the label of the recipients and the dashes below it stand at the left margin (PL I, P.I, II.9.d)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.ooxml.units import TWIPS_PER_MM
from docgen.problems import msg
from docgen.reading.repairs import SetParagraph

if TYPE_CHECKING:
    from docgen.reading.layout import Layout, Passage
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """First lines more than ``max`` mm from the edge of their cell; those that tabs, spaces or Word's own marks move, aside."""
    most = (entry.max or 0) * TWIPS_PER_MM
    for component in ("recipients_label", "recipient", "filing"):
        for lines in layout.entries(component):
            passage = lines[0]
            start = _start(passage)
            if start is None or start <= most:
                continue
            look = passage.paragraph.format
            repair = SetParagraph(passage.paragraph, "left", max(look.left - start, 0))
            yield Finding(
                msg("{words} does not stand at the left margin.", words=passage.text[:40]),
                at(passage),
                component,
                "0 mm",
                f"{start / TWIPS_PER_MM:.0f} mm",
                msg("Take the indent away."),
                passage.sure,
                (repair,) if look.left >= start else (),
            )


def _start(passage: Passage) -> int | None:
    paragraph = passage.paragraph
    look = paragraph.format
    moved = paragraph.text[: passage.start].strip("\n") or paragraph.numbering or paragraph.bullet
    if moved or paragraph.cell is None or paragraph.frame or paragraph.shape or look.align not in ("left", "both"):
        return None
    return look.left + look.first_line


RULE = Rule(
    code="TT615",
    name="sat-le-noi-nhan",
    kind=Kind.FORM,
    asks=msg("The label of the recipients and the dashes of the list stand at the left margin."),
    good="Nơi nhận: (lề trái)",
    bad="Nơi nhận: (thụt vào 15 mm)",
    look=look,
    fix=Fixing.SAFE,
    needs=("recipients_label", "recipient", "filing"),
)
