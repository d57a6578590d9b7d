"""Names that stand in capitals, written as inside a sentence."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from .normal import nfc

_FILE = Path(__file__).with_name("bodies.txt")
#: the marks of tones, in a text taken apart
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


class RunningName(NamedTuple):
    """A name as a sentence has it; ``guessed`` says that part of it stands in no list of known names."""

    name: str
    guessed: bool


def running_name(name: str) -> RunningName:
    """``ỦY BAN NHÂN DÂN TỈNH AN BÌNH`` → ``Ủy ban nhân dân tỉnh An Bình`` (PL II, III and IV of Decree 30).

    A name that is not all in capitals is returned as it is. Words of no known phrase count as a proper name: a capital on each; that
    is certain only behind a word for a unit (tỉnh, xã …) or behind a known body.
    """
    name = nfc(name)
    if not name.isupper():
        return RunningName(name, False)
    words = name.split()
    out: list[str] = []
    guessed = False
    i = 0
    while i < len(words):
        phrase = phrase_at(words, i)
        if phrase:
            out += [_like(known, word) for known, word in zip(phrase, words[i:], strict=False)]
            i += len(phrase)
        else:
            guessed = guessed or i == 0
            out.append(words[i].capitalize())
            i += 1
    return RunningName(" ".join(out), guessed)


def _like(known: str, word: str) -> str:
    """The known word's capitals on the letters of ``word``, which may place its tone mark elsewhere."""
    small = word.lower()
    return small.capitalize() if known[:1].isupper() else small


def phrase_at(words: list[str], i: int) -> tuple[str, ...] | None:
    """The longest known phrase that ``words`` have at ``i``, word by word as a sentence has it."""
    first = _fold(words[i])
    for phrase in _phrases().get(first, ()):
        if [_fold(w) for w in words[i : i + len(phrase)]] == [_fold(w) for w in phrase]:
            return phrase
    return None


def _fold(word: str) -> str:
    """A key that is the same for ``ủy`` and ``uỷ``, ``hóa`` and ``hoá``."""
    split = normalize("NFD", word.lower())
    letters = "".join(c for c in split if c not in TONES)
    return letters + "".join(c for c in split if c in TONES)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            phrase = tuple(nfc(line).split())
            found.setdefault(_fold(phrase[0]), []).append(phrase)
    return {key: tuple(sorted(phrases, key=len, reverse=True)) for key, phrases in found.items()}
