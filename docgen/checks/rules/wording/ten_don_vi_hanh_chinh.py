"""LV104: the word for a unit is small before a name (``tỉnh Sơn La``), capital before a number (``Phường 1``; PL II, III.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.checks.prose import CAPITAL, SMALL, holding, inside_sentence
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

#: names in capitals
_NAMES = frozenset(
    {"issuer", "parent", "motto", "type_name", "authority", "sign_authority", "sign_title", "sign_other_title", "sign_name"}
)


#: words that no number counts
_UNCOUNTED = "như|được|đã|sẽ|theo|để|vào|với|là|không|khi|nhằm|gồm"


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """The entry's words: units with a capital, to be small before a name; small ones, to have a capital before a number;
    and (with a hyphen in front) words that may follow the first without being a name."""
    probes = [f"{word} " for word in case.entry.words if word[0] != "-"]
    named, numbered = _patterns(case.entry.words)
    for index, component, text in holding(texts, *probes):
        if component in _NAMES:
            continue
        for match in named.finditer(text):
            if inside_sentence(text, match.start()):
                around = text[match.start() : match.end() + 12].split()[:3]
                yield _remark(index, match.start(), match[0], match[0].lower(), around)
        for match in numbered.finditer(text):
            yield _remark(index, match.start(1), match[1], match[1].capitalize(), text[match.start(1) : match.end()].split()[:2])


def _remark(index: int, at: int, typed: str, wanted: str, around: Sequence[str]) -> Remark:
    words = " ".join(around).rstrip(",.;:")
    what = msg("The word {typed} is written {wanted} here ({words}).", typed=typed, wanted=wanted, words=words)
    return Remark(index, at, at + len(typed), what, wanted, msg("Write {word}.", word=wanted), wanted)


@lru_cache(maxsize=4)
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    units = [word for word in words if word[0].isupper()]
    counted = [word for word in words if word[0].islower()]
    others = "|".join(re.escape(word[1:]) for word in words if word[0] == "-")
    # a number of a unit follows a word of place and stands before a sign, another unit or a word that nobody counts: not "mỗi
    # phường 5 người"
    before = r"(?:tại|ở|thuộc|của|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Công an|Đảng ủy|Đảng uỷ)"
    named = re.compile(rf"(?<!\w)(?:{'|'.join(units)})(?= (?!(?:{others})(?!\w)){CAPITAL}{SMALL})")
    behind = rf"[,.;)]|$|, | (?:thành phố|quận|thuộc|và|{_UNCOUNTED}) "
    numbered = re.compile(rf"(?<!\w){before} ({'|'.join(counted)}) \d{{1,2}}(?={behind})")
    return named, numbered


RULE = Rule(
    code="LV104",
    name="ten-don-vi-hanh-chinh",
    kind=Kind.WORDING,
    asks=msg("The word for an administrative unit is small before a name, and has a capital before a number."),
    good="trên địa bàn tỉnh Sơn La; tại Phường 1, thành phố Đà Lạt",
    bad="trên địa bàn Tỉnh Sơn La; tại phường 1, thành phố Đà Lạt",
    look=look,
    fix=Fixing.UNSAFE,
)
