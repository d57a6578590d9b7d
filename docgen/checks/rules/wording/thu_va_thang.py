"""LV105: days of the week and months in words: the syllable of the day or month has a capital (PL II, V.8.c)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.checks.prose import holding
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    day, month, *span = _patterns(case.entry.words)
    for index, component, text in holding(texts, "hứ ", "áng "):
        if component.endswith("place_date"):
            # its months are digits, which the rule on dates says
            continue
        in_days = day.finditer(text) if "hứ " in text else ()
        in_months = month.finditer(text) if "áng " in text else ()
        in_spans = [match for each in span for match in each.finditer(text)] if "ừ thứ " in text else ()
        for match in (*in_days, *in_months, *in_spans):
            group = match.lastgroup or "word"
            wanted = match[group][0].upper() + match[group][1:]
            what = msg("{typed} is the name of a day or month: {wanted}.", typed=match[group], wanted=wanted)
            start, end = match.span(group)
            yield Remark(index, start, end, what, wanted, msg("Write {word}.", word=wanted), wanted)


@lru_cache(maxsize=4)
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Days and months written small where nothing but a date can be meant; the entry's words written ``thứ x`` or ``tháng x``."""
    days = "|".join(re.escape(word[4:]) for word in words if word.startswith("thứ "))
    months = "|".join(sorted((re.escape(word[6:]) for word in words if word.startswith("tháng ")), key=len, reverse=True))
    # behind a noun it is an ordinal: "kỳ họp thứ hai, ngày 05/7"
    before = r"(?:^|[(,:]\s?|(?<!\w)(?:vào|[Ss]áng|[Cc]hiều|[Tt]ối|từ|đến|giờ|phút|giờ \d\d|và|[Nn]gày)\s|\d\s)"
    day = re.compile(rf"{before}[Tt]hứ (?P<word>{days})(?=,? (?:\(?ngày \d|hằng tuần|hàng tuần|tuần này|tuần sau|và thứ ))")
    # without a year only where no number of something else can be meant: not "trong tháng hai đơn vị"
    alone = rf"(?<!\w)vào tháng (?P<bare>{months})(?=[,.;)]|$| (?:như|tới|hằng năm|hàng năm)(?!\w))"
    month = re.compile(rf"(?<!\w)(?:[Tt]háng|[Nn]gày \d{{1,2}} tháng) (?P<word>{months})(?=,? năm \d{{4}})|{alone}")
    first = re.compile(rf"(?<!\w)[Tt]ừ thứ (?P<word>{days}) đến (?:hết )?thứ ")
    last = re.compile(rf"(?<!\w)[Tt]ừ thứ (?i:{days}) đến (?:hết )?thứ (?P<word>{days})(?!\w)")
    return day, month, first, last


RULE = Rule(
    code="LV105",
    name="thu-va-thang",
    kind=Kind.WORDING,
    asks=msg("Names of days of the week and of months in words have a capital: thứ Hai, tháng Tám."),
    good="từ 08 giờ 00 thứ Hai, ngày 13/7/2026",
    bad="từ 08 giờ 00 thứ hai, ngày 13/7/2026",
    look=look,
    fix=Fixing.SAFE,
)
