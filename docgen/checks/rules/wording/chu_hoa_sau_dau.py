"""LV103: behind ``;`` inside a paragraph no capital is asked for (PL II, I); only told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.checks.prose import holding, is_running
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """The entry's words are beginnings of clauses that are never a name."""
    pattern = _pattern(case.entry.words)
    for index, component, text in holding(texts, "; "):
        if not is_running(component):
            continue
        for match in pattern.finditer(text):
            small = match[1][0].lower()
            what = msg("A capital stands behind ;, where no new sentence begins ({words}).", words=match[1])
            yield Remark(index, match.start(1), match.start(1) + 1, what, small, msg("A small letter is enough."))


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"; +({'|'.join(map(re.escape, words))})(?!\w)")


RULE = Rule(
    code="LV103",
    name="chu-hoa-sau-dau",
    kind=Kind.WORDING,
    asks=msg("Behind a semicolon inside a sentence no capital is needed."),
    good="chỉ đạo các đơn vị rà soát; thực hiện đúng quy định",
    bad="chỉ đạo các đơn vị rà soát; Thực hiện đúng quy định",
    look=look,
    no_fix=msg("Whether a name or a new sentence begins there only the author knows."),
)
