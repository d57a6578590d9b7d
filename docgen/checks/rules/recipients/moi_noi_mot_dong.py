"""TT604: of several addressees each has a line of its own (PL I, P.I, II.9.d); bodies of one group may share a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.checks.listed import PARTED
from docgen.checks.prose import of
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

_DASHED = ("-", "–", "+")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """The entry's words: what names of bodies begin with."""
    entries = list(of(texts, "addressee"))
    bodies = _bodies(case.entry.words)
    for index, text in entries:
        match = PARTED.search(text)
        if match is None and len(entries) == 1 and not text.startswith((*_DASHED, "Các ")):
            # on a line with a dash the bodies of one group may stand side by side
            match = bodies.search(text)
        if match:
            what = msg("Several addressees stand on one line.")
            remedy = msg("Give each addressee a line of its own, with a dash in front.")
            yield Remark(index, 0, len(text), what, msg("one line each"), remedy)


@lru_cache(maxsize=4)
def _bodies(words: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, words))
    return re.compile(rf"(?<=\w)(?:, (?:và )?| và )(?:{names}) [^\W\d_]")


RULE = Rule(
    code="TT604",
    name="moi-noi-mot-dong",
    # which names make an entry is the author's choice
    kind=Kind.WORDING,
    asks=msg("Several addressees stand on lines of their own."),
    good="Kính gửi: / - Sở Nội vụ; / - Sở Tài chính.",
    bad="Kính gửi: Sở Nội vụ; Sở Tài chính",
    look=look,
    no_fix=msg("The lines have to be set up by hand."),
    needs=("addressee",),
)
