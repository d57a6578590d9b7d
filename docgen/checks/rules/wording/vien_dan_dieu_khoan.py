"""LV101: parts of a cited document: Phần, Chương, Mục, Tiểu mục, Điều with a capital, khoản and điểm small (PL II, V.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from docgen.checks.prose import held, inside_sentence
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

#: how the entry marks what parts are parts of, and parts counted by letters
_OF, _LETTER = "< ", "letter"
_NUMBER = r"(?:\d{1,3}[a-zđ]?|[IVXLC]{1,6})"
_MORE = rf"(?:\s*(?:,|và|hoặc|đến|-)\s*{_NUMBER}(?!\w))*"
_LETTERS = r"[a-zđ]{1,2}(?:\s*(?:,|và|hoặc)\s*[a-zđ]{1,2}(?!\w))*\s*\)?"
#: between a part and what it is a part of
_LINK = r"\s*,?\s*(?:(?:của|tại|trong)\s+)?"
_THIS = (r"này(?!\w)", "nêu trên")
_LEADS = ("[Tt]ại", "[Tt]heo", "[Nn]hư")
#: words that make another word of the same syllable
_COMPOUNDS = re.compile(r"(?:danh|đề|hạng|chuyên|khoản|thư|tiểu|Danh|Đề|Hạng|Chuyên|Tiểu|văn|một|thành|cổ|đại|số)\s+\Z")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """The entry's words are the parts as they are written (``: letter`` where letters count them) and, behind ``<``, the kinds
    of documents they are cited from.
    """
    forms, before = _forms(case.entry.words)
    present = held(texts, [form.probe for form in forms])
    forms = tuple(form for form in forms if form.probe in present)
    for index, wording in enumerate(texts) if forms else ():
        text = wording.text
        for word, probe, counted, pattern in forms:
            if probe not in text:
                continue
            for match in pattern.finditer(text):
                at = match.start()
                if at == 0 or not (match["of"] or (counted and before.search(text, 0, at))):
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


class _Form(NamedTuple):
    """A word as it must be written, how it is written wrongly, whether digits count it, and the pattern of the wrong one."""

    word: str
    probe: str
    counted: bool
    pattern: re.Pattern[str]


@lru_cache(maxsize=8)
def _forms(words: tuple[str, ...]) -> tuple[tuple[_Form, ...], re.Pattern[str]]:
    """The forms of all parts, and the pattern of what stands before a cited part."""
    parts = [word.partition(": ") for word in words if not word.startswith(_OF)]
    acts = [re.escape(word.removeprefix(_OF)) for word in words if word.startswith(_OF)]
    counted = [rf"{_either(word)}\s+(?:\d|[IVXLC]+(?!\w)|thứ\s)" for word, _, kind in parts if kind != _LETTER]
    outer = f"{_LINK}(?:{'|'.join((*counted, *_THIS, *acts))})"
    inner = [rf"{_either(word)}\s+{'[a-zđ]' if kind == _LETTER else '[0-9IVXLC]+'}" for word, _, kind in parts]
    before = re.compile(rf"(?<!\w)(?:{'|'.join((*_LEADS, *inner))})\s*,?\s+\Z")
    found = []
    for word, _, kind in parts:
        first = word[0].upper() if word[0].islower() else word[0].lower()
        wrong = first + word[1:]
        # a letter is only told from other words by what follows
        number = rf"(?:{_LETTERS}|\d{{1,2}}(?!\w))" if kind == _LETTER else rf"{_NUMBER}(?!\w)(?!\.\d){_MORE}"
        pattern = re.compile(rf"{wrong}(?<!\w{wrong})\s+{number}(?P<of>{outer})?")
        found.append(_Form(word, wrong, kind != _LETTER, pattern))
    return tuple(found), before


def _either(word: str) -> str:
    return f"[{word[0].upper()}{word[0].lower()}]{word[1:]}"


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
