"""TT103: pages stand upright; they may lie only for tables (PL I, P.I, I.2; HD05 IV-4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.pages import own_sections
from docgen.checks.rule import Finding, Kind, Rule, at_page
from docgen.ooxml.content import Section
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Landscape sections without a table beside those of head and foot."""
    for section in own_sections(layout):
        if section.width > section.height and not _holds_table(layout, section):
            yield Finding(
                msg("The pages lie, and no table on them needs it."),
                at_page(section),
                "page",
                msg("portrait"),
                msg("landscape"),
                msg("Set the paper upright."),
            )


def _holds_table(layout: Layout, section: Section) -> bool:
    frames = (layout.head_table, layout.foot_table)
    paragraphs = layout.story.paragraphs[layout.first : layout.last]
    return any(p.section == section.index and (p.shapes or (p.cell and p.cell.table not in frames)) for p in paragraphs)


RULE = Rule(
    code="TT103",
    name="chieu-giay",
    kind=Kind.FORM,
    asks=msg("Pages stand upright; only those with tables may lie."),
    good="trang dọc; bảng biểu rộng để trang ngang",
    bad="trang ngang không có bảng biểu",
    look=look,
    no_fix=msg("Turning the paper moves every line; see first what stands on it."),
)
