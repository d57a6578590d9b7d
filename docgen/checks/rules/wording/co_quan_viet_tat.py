"""LV106: the issuing body's name is written in full; only the body above it may be shortened (PL I, P.I, II.2.a)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.checks.prose import of
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    pattern = _pattern(case.entry.words)
    for index, text in of(texts, "issuer"):
        match = pattern.search(text)
        if match:
            what = msg("The issuing body's name is shortened ({words}).", words=match[0])
            remedy = msg("Write the name of the body in full.")
            yield Remark(index, match.start(), match.end(), what, msg("the full name"), remedy)


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w&])(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?![\w&])", re.IGNORECASE)


RULE = Rule(
    code="LV106",
    name="co-quan-viet-tat",
    kind=Kind.WORDING,
    asks=msg("The name of the issuing body is written in full."),
    good="ỦY BAN NHÂN DÂN XÃ ĐỒNG TRANH",
    bad="UBND XÃ ĐỒNG TRANH",
    look=look,
    no_fix=msg("What the short form stands for is the body's own business."),
    needs=("issuer",),
)
