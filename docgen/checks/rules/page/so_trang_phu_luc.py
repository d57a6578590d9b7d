"""TT116: the pages of each appendix are numbered by themselves (PL I, P.I, III.1.đ; HD05 IV-5.2)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.appendix_labels import is_form
from docgen.checks.pages import is_numbered
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Spot, at_page
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import SetPageNumber
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Appendices that do not begin to count anew, in a document that shows page numbers; forms may go on counting."""
    if not any(map(is_numbered, layout.sections)):
        return
    for appendix in layout.appendices:
        section = appendix.sections[0] if appendix.sections else None
        if section is None or is_form(appendix) or (appendix.own_section and section.number_start == 1):
            continue
        if appendix.own_section and section.number_start is not None:
            yield Finding(
                msg("The pages of the appendix count from {start}.", start=section.number_start),
                at_page(section),
                "page_number",
                "1",
                str(section.number_start),
                msg("Let them count from 1."),
                repairs=(SetPageNumber(section, "restart"),),
                level="warning",
            )
            continue
        label = appendix.label
        start, end = (label.start, label.end) if label else (0, len(appendix.first.text))
        yield Finding(
            msg("The pages of the appendix go on counting from the text before it."),
            Spot(label.paragraph if label else appendix.first, start, end),
            "page_number",
            msg("numbers of its own"),
            msg("counted on"),
            msg("Begin a section with the appendix and let its pages count from 1."),
            label.sure if label else layout.regime_sure,
            (SetPageNumber(section, "restart"),) if appendix.own_section else (),
        )


RULE = Rule(
    code="TT116",
    name="so-trang-phu-luc",
    kind=Kind.FORM,
    asks=msg("The pages of each appendix are numbered by themselves."),
    good="phụ lục đánh số trang từ 1",
    bad="phụ lục đánh số trang tiếp theo văn bản",
    look=look,
    fix=Fixing.SAFE,
    needs=("appendix_label", "appendix_title", "appendix_reference"),
)
