"""Typed and counted numbers before a block, of the right and of the wrong kind."""

from __future__ import annotations

import re
from typing import NamedTuple

from docgen.reading.folding import fold_each
from docgen.reading.layout import Numeral
from docgen.reading.words import any_of, load_words

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
# every pattern ends before the words, so that the spaces behind the sign belong to it
_SECTION = re.compile(r"([IVXLC]{1,7}|[A-HĐ])(\s?\.\s?[-–]|\s?[.\-–):/])(?:\s+|$|(?<!V/)(?=[^\W\d_]))")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})(\s?[.)\-–:/]|)(\s+|(?=[^\W\d_]))")
_ARABIC = re.compile(r"(\d{1,3})(\s?\.\s?[-–]|\s?[.)\-–:/])(?:\s+(?!\d+\s*(?:[/%,]|$))|(?=[^\W\d_]))")
_LETTER = re.compile(r"([a-zđ]|([a-zđ])\2{1,2})(\s?[).\-–:/])(?:\s+|(?=[A-ZĐÀ-Ỹ])|(?<=\))(?=\S))")
_BRACKETED = re.compile(r"[(\[](\d{1,2}|[a-zđ]|[ivx]{1,5})[)\]]\s*")
_LIST = re.compile(r"([-–—−+*•·●▪■◦○❖✓➢►o\uf02d\uf0b7\uf0a7\uf0d8]|\uf02d)(\s+|(?=[^\W\d_“\"]))")
# a Roman number ends at its sign or a space: Phần mở đầu counts nothing
_COUNT = re.compile(
    r"[^\S\n]+(?:(?P<digits>\d{1,3})|(?P<roman>[ivxlcdmIVXLCDM]{1,7})(?![^\W\d_]))(?P<sign>[^\S\n]?[.:\-–)]|)(?=\s|$|[^\W\d_])"
)


class Opening(NamedTuple):
    """What a paragraph begins with: ``level`` (``article``, ``part``, ``division``, ``section``, ``decimal``, ``arabic``,
    ``letter``, ``bracketed``, ``list``), its numeral, and the place where the words behind begin."""

    level: str
    numeral: Numeral
    words_start: int


def roman_value(letters: str) -> int | None:
    """The number that Roman letters of either case write, ``None`` for letters that write none."""
    small = letters.lower()
    if not small or not _ROMAN.fullmatch(small):
        return None
    values = [_ROMAN_DIGITS[c] for c in small]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def letter_value(letter: str, alphabet: str) -> int | None:
    """The place of ``a``, ``đ``, ``aa`` … in ``alphabet``, counted from 1; ``None`` for a letter that is not in it."""
    place = alphabet.find(letter[0].lower()) + 1
    return place + len(alphabet) * (len(letter) - 1) if place else None


def read_opening(text: str, start: int, alphabet: str) -> Opening | None:
    """The number or list mark at ``text[start]``; ``None`` where there is none."""
    first = text[start : start + 1]
    if first.isdigit():
        if match := _DECIMAL.match(text, start):
            # 2.5 tỷ đồng: a quantity goes on in small letters
            after = text[match.end() : match.end() + 1]
            if match[2] or after.isupper() or not after:
                value = int(match[1].rpartition(".")[2])
                return Opening("decimal", Numeral(match[1] + match[2], "decimal", value, match[2].strip()), match.end())
            return None
        if match := _ARABIC.match(text, start):
            return Opening("arabic", Numeral(match[1] + match[2], "arabic", int(match[1]), match[2].strip()), match.end())
        return None
    if first in "([":
        match = _BRACKETED.match(text, start)
        return match and Opening("bracketed", _bracketed(match[1], match[0].strip(), alphabet), match.end())
    if first.isalpha():
        return _lettered(text, start, first, alphabet)
    match = _LIST.match(text, start) if first else None
    return match and Opening("list", Numeral(match[1], "list", None, ""), match.end())


def _lettered(text: str, start: int, first: str, alphabet: str) -> Opening | None:
    second = text[start + 1 : start + 2]
    if first in "IVXLCABDEFGHĐ" and (not second.islower() or second in "ivxlc"):
        match = _SECTION.match(text, start)
        if match:
            numeral = _capital(match[1], alphabet)._replace(written=match[1] + match[2], end=match[2].strip())
            return Opening("section", numeral, match.end())
    if first.islower() and (not second.isalpha() or second == first):
        if match := _LETTER.match(text, start):
            numeral = Numeral(match[1] + match[3], "letter", letter_value(match[1], alphabet), match[3].strip())
            return Opening("letter", numeral, match.end())
        if first == "o" and (match := _LIST.match(text, start)) and match[2]:
            return Opening("list", Numeral("o", "list", None, ""), match.end())
    if first in "ĐđPpCcMmTt":
        return _named(text, start)
    return None


def _capital(letters: str, alphabet: str) -> Numeral:
    """Roman letters, or a single capital that counts as a letter; several that write no Roman number have no value."""
    value = roman_value(letters)
    if value is None and len(letters) == 1:
        return Numeral("", "letter", letter_value(letters, alphabet), "")
    return Numeral("", "roman", value, "")


def _bracketed(inner: str, written: str, alphabet: str) -> Numeral:
    if inner.isdigit():
        return Numeral(written, "arabic", int(inner), ")")
    roman = roman_value(inner) if len(inner) > 1 or inner == "i" else None
    if roman is not None:
        return Numeral(written, "roman", roman, ")")
    return Numeral(written, "letter", letter_value(inner, alphabet), ")")


def _named(text: str, start: int) -> Opening | None:
    """``Điều 1.``, ``Chương I``, ``Phần thứ nhất``, ``Mục 2``."""
    own = load_words().own
    head = fold_each(text[start : start + 40])
    for level, name in (("article", "article"), ("part", "parts"), ("division", "divisions")):
        for word in own[name]:
            if not head.startswith(f"{word} "):
                continue
            if match := _COUNT.match(text, start + len(word)):
                value = int(match["digits"]) if match["digits"] else roman_value(match["roman"])
                if value is None:
                    continue
                kind = "arabic" if match["digits"] else "roman"
                end = match.end()
                while end < len(text) and text[end] in " \t\u00a0":
                    end += 1
                return Opening(level, Numeral(text[start : match.end()], kind, value, match["sign"].strip()), end)
            if level == "part" and (found := _in_words(head, word)):
                value, size = found
                return Opening(level, Numeral(text[start : start + size], "words", value, ""), start + size)
    return None


def _in_words(head: str, word: str) -> tuple[int, int] | None:
    own = load_words().own
    for listed in (own["ordinals"], own["cardinals"]):
        if match := re.match(rf"{word}\s+({any_of(listed)})(?![a-z])[\s.:]*", head):
            return listed.index(" ".join(match[1].split())) + 1, match.end()
    return None


def read_automatic(mark: str, bullet: bool, start: int, alphabet: str) -> Opening | None:
    """The same for a mark that Word counts; it stands before the text, so the words begin at ``start``."""
    if bullet:
        return Opening("list", Numeral(mark, "list", None, "", True), start)
    found = read_opening(f"{mark.strip()} X", 0, alphabet)
    if found is None:
        return None
    return Opening(found.level, found.numeral._replace(written=mark.strip(), automatic=True), start)
