"""TT807: a copy bears one of the three forms of copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg
from docgen.vietnamese import upper

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The words alone; their look is another rule's affair."""
    for passage in layout.get("copy_form"):
        written = " ".join(passage.text.split())
        if upper(written) not in entry.words:
            yield Finding(
                msg("{written} is no form of copy.", written=written),
                at(passage),
                "copy_form",
                " / ".join(entry.words),
                written,
                msg("Write one of these: {words}", words=", ".join(entry.words)),
                passage.sure,
            )


RULE = Rule(
    code="TT807",
    name="hinh-thuc-sao",
    kind=Kind.FORM,
    asks=msg("A copy is called SAO Y, SAO LỤC or TRÍCH SAO."),
    good="SAO Y",
    bad="SAO Y BẢN CHÍNH",
    look=look,
    no_fix=msg("Which form it is follows from what was copied."),
    needs=("copy_form",),
)
