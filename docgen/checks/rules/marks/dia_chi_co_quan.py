"""TT806: address and telephone stand on page 1 (state) or the last page (Party), under a line across the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.full_lines import has_full_line
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.ooxml.content import PageHeader, Paragraph, Section
    from docgen.reading.layout import Layout, Passage
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The first line of each block. On which page a block of the text stands is not known; footers tell."""
    seen: set[str] = set()
    before: Paragraph | None = None
    for passage in layout.get("contact"):
        footer = _footer_of(passage.paragraph, layout.sections)
        follows = before is not None and passage.paragraph.part == before.part and passage.paragraph.index - before.index <= 1
        before = passage.paragraph
        if follows:
            continue
        if footer is not None and footer[1].part not in seen:
            seen.add(footer[1].part)
            yield from _place(passage, *footer, layout)
        if not has_full_line(_near(passage.paragraph, footer, layout), layout.story, entry.min or 0):
            yield Finding(
                msg("There is no line across the text above the address."),
                at(passage),
                "contact",
                "",
                "",
                msg("Draw a line as wide as the text above it."),
                passage.sure,
            )


def _place(passage: Passage, section: Section, footer: PageHeader, layout: Layout) -> Iterator[Finding]:
    pages = layout.story.pages
    if pages is None or pages < 2:
        return
    first_only = section.title_page and footer.kind == "first"
    if layout.standard.regime == "state" and not first_only:
        yield Finding(
            msg("The address stands at the foot of every page."),
            at(passage),
            "contact",
            msg("page 1"),
            msg("every page"),
            msg("Let it stand on page 1 only: in the footer of the first page."),
            passage.sure,
        )
    elif layout.standard.regime == "party" and (first_only or len(layout.sections) == 1):
        yield Finding(
            msg("The address does not stand on the last page alone."),
            at(passage),
            "contact",
            msg("last page"),
            msg("page 1") if first_only else msg("every page"),
            msg("Let it stand at the foot of the last page."),
            passage.sure,
        )


def _footer_of(paragraph: Paragraph, sections: list[Section]) -> tuple[Section, PageHeader] | None:
    for section in sections:
        for footer in section.footers.values():
            if footer.part == paragraph.part:
                return section, footer
    return None


def _near(paragraph: Paragraph, footer: tuple[Section, PageHeader] | None, layout: Layout) -> list[Paragraph]:
    """The paragraph itself and the two above it in its part."""
    own = layout.story.paragraphs if footer is None else footer[1].paragraphs
    return [other for other in own if 0 <= paragraph.index - other.index <= 2 and other.part == paragraph.part]


RULE = Rule(
    code="TT806",
    name="dia-chi-co-quan",
    kind=Kind.FORM,
    asks=msg("Address and telephone stand under a line across the text, on page 1 (state) or on the last page (Party)."),
    good="Địa chỉ: …; điện thoại: … (cuối trang, dưới đường kẻ)",
    bad="Địa chỉ: …; điện thoại: … (cuối trang, không có đường kẻ)",
    look=look,
    no_fix=msg("A line must be drawn or a footer moved."),
    needs=("contact",),
)
