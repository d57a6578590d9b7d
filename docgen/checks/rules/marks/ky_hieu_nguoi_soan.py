"""TT805: the drafter's mark: initials or name and the number of copies. The author writes it, so this is a rule about wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg
from docgen.reading.layout import Passage


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Marks on a line of their own; initials glued to the filing line are everybody's habit."""
    example, *forms = case.entry.words
    for i, text in enumerate(texts):
        if text.component != "drafter" or (isinstance(text.where, Passage) and not text.where.is_whole):
            continue
        written = text.text.strip(" .;")
        if any(re.fullmatch(form, written) for form in forms):
            continue
        yield Remark(
            i,
            0,
            len(text.text),
            msg("{written} is no drafter's mark.", written=written),
            example,
            msg("Write initials and the number of copies as in {example}", example=example),
        )


RULE = Rule(
    code="TT805",
    name="ky-hieu-nguoi-soan",
    kind=Kind.WORDING,
    asks=msg("The drafter's mark holds the drafter's initials or name and the number of copies."),
    good="PL.(300)",
    bad="Người soạn: Phạm Lan",
    look=look,
    no_fix=msg("Only its author knows the initials."),
    needs=("drafter",),
)
