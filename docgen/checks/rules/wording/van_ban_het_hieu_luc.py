"""LV117: acts that the rule set's own regime repealed are cited as if in force (HD05 Phần III.1); only told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.checks.prose import holding
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

#: words with which a text itself says that the act is a matter of the past
_PAST = re.compile(r"thay thế|bãi bỏ|hết hiệu lực|trước đây|sửa đổi|không còn|giai đoạn")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    words = case.entry.words
    pattern = _pattern(words)
    for index, _, text in holding(texts, *words):
        match = pattern.search(text)
        if match and not _PAST.search(text):
            what = msg("{number} is no longer in force.", number=match[0])
            yield Remark(index, match.start(), match.end(), what, "", msg("Cite the act that replaced it."))


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, words))})(?!\w)")


RULE = Rule(
    code="LV117",
    name="van-ban-het-hieu-luc",
    kind=Kind.WORDING,
    asks=msg("Acts on Party documents that were replaced are not cited as if in force."),
    good="Hướng dẫn số 05-HD/VPTW",
    bad="Hướng dẫn số 36-HD/VPTW",
    look=look,
    no_fix=msg("The sentence has to be checked by its author."),
)
