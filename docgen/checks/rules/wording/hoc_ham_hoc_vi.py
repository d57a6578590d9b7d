"""LV110: no degree, honour or rank stands before the signer's name (PL I, P.I, II.7.c; HD05 I-7.1.3).

Armed forces, education, health and science may order otherwise: whoever selects rules leaves this one out for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.checks.prose import of
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    pattern = _pattern(case.entry.words)
    for index, text in of(texts, "sign_name"):
        match = pattern.match(text)
        if match:
            title = match[0].strip()
            what = msg("“{title}” stands before the signer's name.", title=title)
            expected = text[match.end() :]
            yield Remark(index, 0, match.end(), what, expected, msg("Leave out “{title}”.", title=title), "")


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Titles in a row, each with a full stop or a space behind it, and a name after them."""
    ordered = sorted((word.rstrip(".") for word in words), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, ordered))})(?:\.[ \u00a0]*|,?[ \u00a0]+|, *))+(?=\w)")


RULE = Rule(
    code="LV110",
    name="hoc-ham-hoc-vi",
    kind=Kind.WORDING,
    asks=msg("Before the signer's name stands no degree, honour or rank."),
    good="Nguyễn Văn An",
    bad="TS. Nguyễn Văn An",
    look=look,
    fix=Fixing.UNSAFE,
    needs=("sign_name",),
)
