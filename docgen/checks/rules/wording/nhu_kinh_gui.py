"""LV111: who is addressed above is ``Như trên`` among the recipients, not ``Như kính gửi`` (PL I, P.I, II.9.b)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.checks.prose import of
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    same = case.standard.same_as_above.use
    pattern = _pattern(case.entry.words)
    for index, text in of(texts, "recipient"):
        match = pattern.search(text)
        if match:
            what = msg("The act writes {wanted}, not {typed}.", wanted=same, typed=match[0])
            yield Remark(index, match.start(), match.end(), what, same, msg("Write {word}.", word=same), same)


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"{re.escape(word)}(?:\s+trên)?" for word in words), re.IGNORECASE)


RULE = Rule(
    code="LV111",
    name="nhu-kinh-gui",
    kind=Kind.WORDING,
    asks=msg("The first recipient of a document with Kính gửi is Như trên."),
    good="- Như trên;",
    bad="- Như kính gửi;",
    look=look,
    fix=Fixing.SAFE,
    needs=("recipient",),
)
