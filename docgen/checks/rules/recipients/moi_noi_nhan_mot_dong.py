"""TT614: each recipient stands on a line of its own (PL I, P.I, II.9.d; HD05 I-9.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.prose import of
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

_NEXT = re.compile(r"[;.]\s*[-–—]\s*(?=\w)")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """A dash behind the sign that ends a recipient; several names behind one dash are a group."""
    for index, text in of(texts, "recipient", "filing"):
        match = _NEXT.search(text)
        if match:
            what = msg("Two recipients stand on one line.")
            yield Remark(index, match.start() + 1, len(text), what, msg("a line for each"), msg("Begin a new line here."))


RULE = Rule(
    code="TT614",
    name="moi-noi-nhan-mot-dong",
    # who shares a line is the author's to say
    kind=Kind.WORDING,
    asks=msg("Each recipient, or group of them, stands on a line of its own."),
    good="- Sở Tài chính;\n- Sở Nội vụ;",
    bad="- Sở Tài chính; - Sở Nội vụ;",
    look=look,
    no_fix=msg("A paragraph must be parted."),
    needs=("recipient", "filing"),
)
