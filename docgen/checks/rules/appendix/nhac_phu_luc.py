"""TT703: the text mentions that there is an appendix. The words are the author's, so this is a rule about wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg
from docgen.reading.folding import fold_each

if TYPE_CHECKING:
    from docgen.standards import Standard


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """One of the words anywhere before the first appendix will do, for it may be put in many ways."""
    label = _first_label(texts, case.standard)
    if label is None or not case.entry.words:
        return
    wanted = re.compile("|".join(r"\s+".join(map(re.escape, fold_each(word).split())) for word in case.entry.words))
    if any(wanted.search(fold_each(text.text)) for text in texts[:label]):
        return
    yield Remark(
        label,
        0,
        len(texts[label].text),
        msg("The text does not mention its appendix."),
        remedy=msg("Point to it in the text: (Phụ lục kèm theo)."),
    )


def _first_label(texts: Sequence[Wording], standard: Standard) -> int | None:
    fixed = standard.components["appendix_label"].text
    word = fold_each(fixed.use) if fixed else ""
    labels = (i for i, text in enumerate(texts) if text.component == "appendix_label" and fold_each(text.text).startswith(word))
    return next(labels, None)


RULE = Rule(
    code="TT703",
    name="nhac-phu-luc",
    kind=Kind.WORDING,
    asks=msg("The text of a document mentions its appendices."),
    good="Giao chỉ tiêu năm 2026 cho các đơn vị (Phụ lục kèm theo).",
    bad="Giao chỉ tiêu năm 2026 cho các đơn vị.",
    look=look,
    no_fix=msg("Only its author knows where to mention it."),
    needs=("appendix_label",),
)
