"""TT114: page 1 does not show its number (PL I, P.I, I.7; HD05 IV-5.1)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.pages import field_place, is_numbered, text_sections, typed_number
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Spot, at_page
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import SetPageNumber
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The headers and footers that page 1 has."""
    sections = text_sections(layout)
    if not sections or layout.attached:
        return
    first = sections[0]
    if not first.title_page:
        if is_numbered(first):
            yield _finding(at_page(first), (SetPageNumber(first, "hide-first"),))
        return
    parts = [first.headers.get("first"), first.footers.get("first")]
    for part in parts:
        place = field_place(part) if part else None
        if place is not None:
            yield _finding(Spot(*place), (SetPageNumber(first, "hide-first"),))
            return
    typed = typed_number(parts)
    if typed is not None:
        yield _finding(Spot(typed, 0, len(typed.text)), ())


def _finding(spot: Spot, repairs: tuple[SetPageNumber, ...]) -> Finding:
    return Finding(
        msg("Page 1 shows its number."),
        spot,
        "page_number",
        msg("no number on page 1"),
        msg("a number on page 1"),
        msg("Give page 1 a header of its own (Different First Page) and leave it empty."),
        repairs=repairs,
    )


RULE = Rule(
    code="TT114",
    name="so-trang-dau",
    kind=Kind.FORM,
    asks=msg("Page 1 does not show its number."),
    good="trang đầu không có số",
    bad="trang đầu có số 1",
    look=look,
    fix=Fixing.SAFE,
)
