"""TT812: a draft of the Party says below its number which draft it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.folding import fold_each, squeeze

if TYPE_CHECKING:
    from docgen.reading.layout import Layout, Passage
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The words, then the place. The bare word will do: which draft it is may not be counted."""
    component = layout.standard.components["draft_mark"]
    passage = layout.first_of("draft_mark")
    if passage is None or component.text is None:
        return
    form = component.text.use
    example = form.format(number=2)
    plain = component.plain_text.use if component.plain_text else ""
    pattern = r"\d+".join(re.escape(fold_each(part)) for part in form.split("{number}"))
    written = squeeze(fold_each(passage.text))
    if not re.fullmatch(pattern, written) and written != fold_each(plain):
        yield Finding(
            msg("{words} is not how a draft is marked.", words=passage.text),
            at(passage),
            "draft_mark",
            example,
            passage.text,
            msg("Write {example}", example=example),
            passage.sure,
        )
    number = layout.first_of("number")
    if number is not None and not _is_below(passage, number):
        yield Finding(
            msg("The mark of a draft does not stand below the number."),
            at(passage),
            "draft_mark",
            msg("below the number"),
            "",
            msg("Put it on the line below the number."),
            passage.sure,
        )


def _is_below(mark: Passage, number: Passage) -> bool:
    one, other = mark.paragraph, number.paragraph
    if one is other:
        return mark.start > number.start
    if one.shape is not None or one.part != other.part:
        return True
    if one.cell is not None and other.cell is not None and one.cell.table is other.cell.table:
        return one.cell.column == other.cell.column and one.index > other.index
    return one.index > other.index


RULE = Rule(
    code="TT812",
    name="lan-du-thao",
    kind=Kind.FORM,
    asks=msg("A draft of a Party document says below its number which draft it is."),
    good="Số      -NQ/TU\nDự thảo lần 2",
    bad="(Dự thảo 2)",
    look=look,
    no_fix=msg("The words must be moved or counted."),
    needs=("draft_mark",),
)
