"""Sentences that stand in capitals, written as running text: abbreviations, numbers and names keep theirs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from unicodedata import normalize

from .normal import nfc
from .running import TONES, RunningName, phrase_at

_SYLLABLE = re.compile(
    r"(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
    r"(?:iêu|yêu|oai|oao|oay|oeo|uao|uây|uôi|uya|uyê|uyu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|"
    r"ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
    r"(?P<coda>ch|c|m|ng|nh|n|p|t)?"
)
#: with these ends a syllable has one of two tones, sắc or nặng
_STOPS = frozenset({"c", "ch", "p", "t"})
_STOP_TONES = frozenset("\u0301\u0323")
_WORD = re.compile(r"[^\W_]+")
#: words from which on a known phrase is nothing but a body's name
_SURE = 3
_ENDS = re.compile(r"[.:;!?…“\"(\[/–-]\s*$")
#: syllables that are Roman numbers as well, and the words behind which they are
_ROMAN = frozenset({"ci", "di", "i", "li", "mi", "vi", "xi"})
_COUNTED = frozenset({"chương", "cấp", "hạng", "hội", "khóa", "khoá", "kỳ", "loại", "lục", "mục", "phần", "quý", "thứ", "vùng", "đoạn"})


class _Seen:
    """How words stand inside sentences: alone, and beside their neighbours."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.alone: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.beside: defaultdict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        for text in map(nfc, texts):
            if text.isupper():
                continue
            above = ""
            for match in _WORD.finditer(text):
                word = match[0]
                # the first word of a sentence has its capital from there
                opens = match.start() == 0 or _ENDS.search(text, 0, match.start()) is not None
                if not opens:
                    self.alone[word.casefold()][word] += 1
                    if above:
                        self.beside[above.casefold(), word.casefold()][above, word] += 1
                above = "" if opens and not word.isupper() else word

    def form(self, words: list[str], i: int) -> str | None:
        """The form of ``words[i]``, by its neighbours, else where it always has the same one."""
        here = words[i]
        votes: Counter[str] = Counter()
        if i:
            votes.update({forms[1]: n for forms, n in self.beside[words[i - 1], here].items()})
        if i + 1 < len(words):
            for forms, n in self.beside[here, words[i + 1]].items():
                votes[forms[0]] += n
        if votes:
            return votes.most_common(1)[0][0]
        known = self.alone[here]
        return next(iter(known)) if len(known) == 1 else None


def running_text(text: str, evidence: Iterable[str] = ()) -> RunningName:
    """``KẾ HOẠCH CỦA UBND TỈNH AN BÌNH QUÝ II`` → ``Kế hoạch của UBND tỉnh An Bình quý II``.

    Its letters but for their case stay. What is no Vietnamese syllable is an abbreviation or a foreign word and keeps its capitals;
    known bodies are written as in ``running_name``; all other words as ``evidence``, texts of the same document, has them. ``guessed``
    says that a word got small letters which stands nowhere there, so that it may be a name. A text with small letters in it is
    returned as it is.
    """
    text = nfc(text)
    if not text.isupper():
        return RunningName(text, False)
    seen = _Seen(evidence)
    matches = list(_WORD.finditer(text))
    words = [match[0].casefold() for match in matches]
    signed = [text[match.start() : match.end() + (text[match.end() : match.end() + 1] == ",")] for match in matches]
    found, guessed = _forms(words, [match[0] for match in matches], signed, seen)
    out, at = [], 0
    for match, form in zip(matches, found, strict=True):
        out += [text[at : match.start()], form]
        at = match.end()
    out.append(text[at:])
    whole = "".join(out)
    first = matches[0].start() if matches else 0
    return RunningName(whole[:first] + whole[first : first + 1].upper() + whole[first + 1 :], guessed)


def _forms(words: list[str], written: list[str], signed: list[str], seen: _Seen) -> tuple[list[str], bool]:
    found: list[str] = []
    guessed = False
    while (i := len(found)) < len(words):
        phrase = tuple(word.rstrip(",") for word in phrase_at(signed, i) or ())
        if len(phrase) >= _SURE:
            found += [_cased(word, known) for known, word in zip(phrase, written[i:], strict=False)]
            continue
        if any(c.isdigit() for c in words[i]) or not _is_syllable(words[i]) or _is_roman(words, i):
            found.append(written[i])
            continue
        form = seen.form(words, i)
        if form is None and phrase:
            # tỉnh, và; but Thanh tra may be what a body does
            guessed = guessed or len(phrase) > 1
            found += [_cased(word, known) for known, word in zip(phrase, written[i:], strict=False)]
            continue
        guessed = guessed or (form is None and i > 0)
        found.append(_cased(written[i], form or ""))
    return found, guessed


def _cased(word: str, known: str) -> str:
    """The letters of ``word`` with the capitals of ``known``, which may place its tone mark elsewhere."""
    if known.isupper() and len(known) > 1:
        return word
    small = word.lower()
    return small.capitalize() if known[:1].isupper() else small


def _is_roman(words: list[str], i: int) -> bool:
    return words[i] == "i" or (words[i] in _ROMAN and i > 0 and words[i - 1] in _COUNTED)


def _is_syllable(word: str) -> bool:
    letters = normalize("NFD", word)
    match = _SYLLABLE.fullmatch(normalize("NFC", "".join(c for c in letters if c not in TONES)))
    if match is None:
        return False
    return match["coda"] not in _STOPS or any(c in _STOP_TONES for c in letters)
