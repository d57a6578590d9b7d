"""TT606: the dashes before several addressees stand in one column under the colon of ``Kính gửi`` (PL I, P.I, II.9.d)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.listed import DASHES
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip, at
from docgen.ooxml.units import TWIPS_PER_MM
from docgen.problems import msg
from docgen.reading.layout import Layout, Passage
from docgen.reading.repairs import SetParagraph
from docgen.standards.model import RuleEntry

_TOLERANCE = 15


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    """Only lines whose place can be told for sure count: not in cells of different columns, set apart by nothing but indents."""
    lines = [entry_lines[0] for entry_lines in layout.entries("addressee")]
    dashed = [line for line in lines if line.text.startswith(DASHES[:6])]
    placed = [(line, place) for line in dashed if (place := _place(line)) is not None]
    if len(placed) < 2 or len({id(line.paragraph.cell) for line, _ in placed}) > 1:
        return
    usual = max({place for _, place in placed}, key=lambda p: sum(abs(p - other) <= _TOLERANCE for _, other in placed))
    for line, place in placed:
        if abs(place - usual) > _TOLERANCE:
            shift = usual - place
            repair = SetParagraph(line.paragraph, "left", line.paragraph.format.left + shift)
            what = msg("The dash before {words} is not in one column with the others.", words=line.text.lstrip("-– ")[:40])
            remedy = msg("Indent the line like the others.")
            yield Finding(what, at(line, 0, 1), line.component, _mm(usual), _mm(place), remedy, line.sure, (repair,))
    label = layout.first_of("addressee_label")
    start = _place(label) if label else None
    if label and start is not None and label.paragraph.cell is placed[0][0].paragraph.cell and usual < start - _TOLERANCE:
        what = msg("The dashes stand left of {label}, not under its colon.", label=label.text)
        first = placed[0][0]
        yield Finding(what, at(first, 0, 1), first.component, "", _mm(usual), msg("Indent the lines to the colon."), first.sure)


def _place(line: Passage) -> int | None:
    """Where a left-aligned line begins, in twips from the margin; ``None`` where tabs, spaces or centring decide it."""
    paragraph = line.paragraph
    if paragraph.text[: line.start] or paragraph.format.align not in ("left", "both") or paragraph.frame or paragraph.shape:
        return None
    return paragraph.format.left + paragraph.format.first_line


def _mm(twips: int) -> str:
    return f"{twips / TWIPS_PER_MM:.1f} mm"


RULE = Rule(
    code="TT606",
    name="thang-cot-kinh-gui",
    kind=Kind.FORM,
    asks=msg("The dashes before several addressees stand in one column under the colon."),
    good="các dấu gạch đầu dòng thẳng cột",
    bad="các dấu gạch đầu dòng lệch nhau",
    look=look,
    fix=Fixing.SAFE,
    needs=("addressee",),
)
