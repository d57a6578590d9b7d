"""TT706: the reference line of an appendix stands in brackets and has room for number, date and issuer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.appendix_labels import labels_of
from docgen.checks.reference_lines import form_in_words, lines_of, words_of_form
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Only the words that are always there; what each document fills in may be left open."""
    words = words_of_form(layout.standard)
    form = form_in_words(layout.standard)
    for label in labels_of(layout):
        lines = lines_of(label.appendix, layout.standard)
        if not lines:
            continue
        passage = lines[0]
        # compared with their marks: số and Sở are not the same
        written = " ".join(" ".join(line.text for line in lines).casefold().split())
        missing = [word for word in words if not _has(written, word)]
        if missing:
            yield Finding(
                msg("The line lacks {missing}.", missing=", ".join(f"“{word}”" for word in missing)),
                at(passage),
                "appendix_reference",
                form,
                " ".join(passage.text.split()),
                msg("Write it so: {form}", form=form),
                passage.sure,
            )


def _has(written: str, word: str) -> bool:
    pattern = re.escape(word.casefold()).replace(r"\ ", r"\s+")
    # before the first words others may stand: (Ban hành kèm theo
    pattern = pattern.replace(r"\(", r"\(.*", 1)
    before, behind = (r"\b" if sign.isalnum() else "" for sign in (word[0], word[-1]))
    return re.search(f"{before}{pattern}{behind}", written) is not None


RULE = Rule(
    code="TT706",
    name="dang-kem-theo",
    kind=Kind.FORM,
    asks=msg("The line below an appendix's title names the document's type, number, date and issuer, in brackets."),
    good="(Kèm theo Kế hoạch số      /KH-UBND ngày      tháng      năm 2026 của Ủy ban nhân dân xã An Bình)",
    bad="Kèm theo Kế hoạch 12/KH-UBND",
    look=look,
    no_fix=msg("Only its author knows what is missing."),
    needs=("appendix_label",),
)
