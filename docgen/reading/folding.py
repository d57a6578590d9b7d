"""Letters without marks, one for one, so that a place in the folded text is the same place in the text."""

from __future__ import annotations

import re
from functools import lru_cache

from docgen.vietnamese import fold

_TABLE = {
    code: folded
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if len(folded := fold(chr(code))) == 1 and folded != chr(code)
}
_TABLE |= {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
_TABLE |= dict.fromkeys((0xA0, 0x09, 0x2007, 0x202F, 0x3000), " ")
_TABLE |= dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xAD), "-")
_SPACES = re.compile(" {2,}")
_NOT_LETTERS = re.compile("[^a-z]+")


def fold_each(text: str) -> str:
    """``text`` (NFC) in small letters without marks, as long as before; tabs and no-break spaces as spaces, dashes as ``-``."""
    return text.translate(_TABLE)


def squeeze(folded: str) -> str:
    """Folded text with single spaces and none at its ends; for comparing, no longer for places."""
    return _SPACES.sub(" ", folded.replace("\n", " ")).strip()


def letters_only(folded: str) -> str:
    """The letters of a folded text, nothing else."""
    return _NOT_LETTERS.sub("", folded)


@lru_cache(maxsize=2048)
def is_near(one: str, other: str, most: int) -> bool:
    """Whether ``one`` becomes ``other`` by at most ``most`` changes of one letter."""
    if one == other:
        return True
    # a change touches at most two letters: most lines are refused by that alone
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return False
    above = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
        if min(row) > most:
            return False
        above = row
    return above[-1] <= most
