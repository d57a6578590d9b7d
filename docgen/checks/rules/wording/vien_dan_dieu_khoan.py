"""LV101: parts of a cited document: Phần, Chương, Mục, Tiểu mục, Điều with a capital, khoản and điểm small (PL II, V.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.checks.prose import held, inside_sentence
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

_NUMBER = r"(?:\d{1,3}[a-zđ]?|[IVXLC]{1,6})"
_MORE = rf"(?:\s*(?:,|và|hoặc|đến|-)\s*{_NUMBER}(?!\w))*"
_LETTERS = r"[a-zđ]{1,2}(?:\s*(?:,|và|hoặc)\s*[a-zđ]{1,2}(?!\w))*\s*\)?"
#: what follows shows that a certain document is meant
_OF = (
    r"\s*,?\s*(?:(?:của|tại|trong)\s+)?(?:[Kk]hoản\s+\d|[Đđ]iều\s+\d|[Tt]iểu mục\s+\d|[Mm]ục\s+[\dIVX]|[Cc]hương\s+[\dIVX]"
    r"|[Pp]hần\s+[\dIVXt]|này(?!\w)|nêu trên|Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị (?:định|quyết)|Thông (?:tư|báo)|Quyết định"
    r"|Quy (?:chế|định|chuẩn)|Kế hoạch|Chỉ thị|Công văn|Kết luận|Hướng dẫn|Điều lệ|Phụ lục|Văn bản)"
)
_BEFORE = re.compile(
    r"(?:(?<!\w)(?:[Tt]ại|[Tt]heo|[Nn]hư|khoản\s+\d{1,2}|điểm\s+[a-zđ]|[Đđ]iều\s+\d{1,3}|[Mm]ục\s+[\dIVX]+|[Cc]hương\s+[\dIVX]+)\s*,?\s+)\Z"
)
#: words that make another word of the same syllable
_COMPOUNDS = re.compile(r"(?:danh|đề|hạng|chuyên|khoản|thư|tiểu|Danh|Đề|Hạng|Chuyên|Tiểu|văn|một|thành|cổ|đại|số)\s+\Z")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    forms = _forms(case.entry.words)
    present = held(texts, [probe for _, probe, *_ in forms])
    forms = tuple(form for form in forms if form[1] in present)
    for index, wording in enumerate(texts) if forms else ():
        text = wording.text
        for word, probe, counted, pattern in forms:
            if probe not in text:
                continue
            for match in pattern.finditer(text):
                at = match.start()
                if at == 0 or not (match["of"] or (counted and _BEFORE.search(text, 0, at))):
                    continue
                if inside_sentence(text, at) if word[0].islower() else not _COMPOUNDS.search(text, 0, at):
                    yield Remark(
                        index,
                        at,
                        at + len(word),
                        msg("A citation is written with {word}, not {typed}.", word=word, typed=text[at : at + len(word)]),
                        word,
                        msg("Write {word}.", word=word),
                        word,
                    )


@lru_cache(maxsize=8)
def _forms(words: tuple[str, ...]) -> tuple[tuple[str, str, bool, re.Pattern[str]], ...]:
    """For each word as it must be written: the word, how it is written wrongly, whether it has digits, and its pattern."""
    found = []
    for word in words:
        first = word[0].upper() if word[0].islower() else word[0].lower()
        wrong = first + word[1:]
        # a point has a letter; it is only told from other words by what follows
        letters = word.casefold() == "điểm"
        number = rf"(?:{_LETTERS}|\d{{1,2}}(?!\w))" if letters else rf"{_NUMBER}(?!\w)(?!\.\d){_MORE}"
        found.append((word, wrong, not letters, re.compile(rf"{wrong}(?<!\w{wrong})\s+{number}(?P<of>{_OF})?")))
    return tuple(found)


RULE = Rule(
    code="LV101",
    name="vien-dan-dieu-khoan",
    kind=Kind.WORDING,
    asks=msg("Of a cited document Phần, Chương, Mục, Tiểu mục, Điều have a capital letter, khoản and điểm a small one."),
    good="theo quy định tại điểm a khoản 2 Điều 5 của Luật này",
    bad="theo quy định tại Khoản 2 điều 5 của Luật này",
    look=look,
    fix=Fixing.SAFE,
)
