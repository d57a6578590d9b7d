"""TT416: each base stands on a line of its own (PL I, P.I, II.6.a; HD05 I-6.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.prose import of
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """A second opening word behind the sign that ends a base."""
    openings = "|".join(re.escape(word.strip()) for word in case.standard.marks["base"].openings)
    if not openings:
        return
    begins = re.compile(rf"[;.]\s*(?:[-–—]\s*)?(?=(?:{openings})\b)")
    for index, text in of(texts, "base"):
        match = begins.search(text)
        if match:
            what = msg("Two bases stand in one paragraph.")
            yield Remark(index, match.end(), len(text), what, msg("a line for each"), msg("Begin a new line here."))


RULE = Rule(
    code="TT416",
    name="moi-can-cu-mot-dong",
    # where a paragraph ends is the author's to say
    kind=Kind.WORDING,
    asks=msg("Each base stands on a line of its own."),
    good="Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;",
    bad="Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024; Căn cứ Luật Đầu tư ngày 11 tháng 12 năm 2025;",
    look=look,
    no_fix=msg("A paragraph must be parted."),
    needs=("base",),
)
