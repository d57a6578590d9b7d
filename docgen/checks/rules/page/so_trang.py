"""TT112: a document of more than one page shows page numbers, counted by Word (PL I, P.I, I.7; HD05 IV-5.1).

A field that stands only in a header which does not print counts for nothing, and so does a digit typed by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.pages import has_number, is_numbered, runs_over, text_sections, typed_number
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip, Spot, at_page
from docgen.ooxml.content import Paragraph, Section
from docgen.problems import Message, msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import SetPageNumber
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    """Sections of the text without a number on their ordinary pages."""
    sections = text_sections(layout)
    if not sections or layout.attached:
        return
    bare = [section for section in sections if not is_numbered(section)]
    if len(bare) < len(sections):
        # the first may be page 1 alone, and one that begins inside a page has the header of the one before
        for section in bare:
            if section is not sections[0] and section.start != "continuous":
                yield _finding(section, msg("The pages of section {n} show no number.", n=section.index + 1), [section])
        return
    parts = [part for section in sections for part in (section.headers.get("default"), section.footers.get("default"))]
    typed = typed_number(parts)
    if typed is not None:
        what = msg("The page number is typed by hand: it is the same on every page.")
        remedy = msg("Put a page number in its place (Insert, Page Number).")
        yield Finding(
            what,
            Spot(typed, 0, len(typed.text)),
            "page_number",
            msg("a counted number"),
            typed.text.strip(),
            remedy,
            repairs=_count_in(typed, sections),
        )
        return
    over = runs_over(layout)
    if over is None:
        yield Skip(msg("Whether the document takes more than one page cannot be told."))
    elif over:
        even = any(has_number(part) for s in sections for part in (s.headers.get("even"), s.footers.get("even")))
        what = msg("Only even pages show their number.") if even else msg("The pages show no number.")
        yield _finding(sections[0], what, sections)


def _count_in(typed: Paragraph, sections: Sequence[Section]) -> tuple[SetPageNumber, ...]:
    """A counted number in place of one typed in a header; one in a footer stands in the wrong place anyway."""
    for section in sections:
        header = section.headers.get("default")
        if header is not None and header.part == typed.part:
            return (SetPageNumber(section, "add"),)
    return ()


def _finding(section: Section, what: Message, sections: Sequence[Section]) -> Finding:
    repairs: list[SetPageNumber] = []
    parts: set[str] = set()
    for one in sections:
        header = one.headers.get("default")
        part = header.part if header else ""
        if part not in parts:
            parts.add(part)
            repairs.append(SetPageNumber(one, "add"))
    if not section.title_page and section is sections[0] and section.index == 0:
        repairs.append(SetPageNumber(section, "hide-first"))
    return Finding(
        what,
        at_page(section),
        "page_number",
        msg("a number at the top of each page but the first"),
        msg("missing"),
        msg("Put the page number into the header, centred; page 1 shows none."),
        repairs=tuple(repairs),
    )


RULE = Rule(
    code="TT112",
    name="so-trang",
    kind=Kind.FORM,
    asks=msg("The pages of a document of more than one page are numbered."),
    good="2",
    bad="không có số trang",
    look=look,
    fix=Fixing.SAFE,
)
