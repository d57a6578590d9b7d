"""TT118: neither the table of the head nor that of the signature is broken over two pages.

Word notes where it broke pages when it saved the file; without such notes nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.rule import Finding, Kind, Rule, Spot
from docgen.problems import msg
from docgen.reading.layout import Sure

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph, Table
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """A page that begins below the first lines of such a table."""
    for component, table in (("motto", layout.head_table), ("sign_name", layout.foot_table)):
        broken = None if table is None else next(_broken(layout, table), None)
        if broken is None:
            continue
        found = layout.first_of(component) or layout.first_of("party_title") or layout.first_of("recipients_label")
        if found is None:
            continue
        yield Finding(
            msg("The table goes over two pages."),
            Spot(broken, 0, len(broken.text)),
            found.component,
            msg("on one page"),
            "",
            msg("Keep its rows with the paragraph before it (Paragraph, Line and Page Breaks, Keep with next)."),
            # the note is as old as the last time Word laid the file out
            Sure.LIKELY,
        )


def _broken(layout: Layout, table: Table) -> Iterator[Paragraph]:
    for paragraph in layout.story.paragraphs[layout.first : layout.last]:
        cell = paragraph.cell
        if cell is None or cell.table is not table or paragraph.is_empty:
            continue
        inside = cell.row > 0 or paragraph is not next((p for p in cell.paragraphs if not p.is_empty), paragraph)
        if inside and next(paragraph.element.iter("{*}lastRenderedPageBreak"), None) is not None:
            yield paragraph


RULE = Rule(
    code="TT118",
    name="bang-ngat-trang",
    kind=Kind.FORM,
    asks=msg("The head and the signature each stand on one page."),
    good="nơi nhận và chữ ký cùng một trang",
    bad="chức vụ ở cuối trang 2, họ tên ở đầu trang 3",
    look=look,
    no_fix=msg("Where a page ends Word decides."),
)
