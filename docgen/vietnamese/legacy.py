"""Texts in the code tables of old fonts, TCVN3 (ABC) and VNI, as Unicode.

In a Word file such a text holds the characters of Windows-1252 that stand where the table has its letters; the font alone shows
what they mean.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .letters import upper
from .normal import nfc

_FILE = Path(__file__).with_name("legacy.txt")
_TCVN3, _VNI = ".vn", "vni-"
#: a capitals' font of ABC ends in H, be it followed by the word for its weight
_CAPITALS = re.compile(r"h(?: (?:bold|italic))*$")
#: marks that TCVN3 sets behind a letter that has no place of its own
_MARKS = {"\u00b0": "\u0300", "\u00b1": "\u0309", "\u00b2": "\u0303", "\u00b3": "\u0301", "\u00b4": "\u0323"}


class Decoded(NamedTuple):
    """A text in Unicode; ``offsets``: where each of the old characters, and the end behind them, has gone."""

    text: str
    offsets: list[int]


def is_legacy(font: str) -> bool:
    """Whether ``font`` is one of TCVN3 (``.VnTime``) or VNI (``VNI-Times``)."""
    return font.casefold().startswith((_TCVN3, _VNI))


def same_table(one: str, other: str) -> bool:
    """Whether two old fonts draw the same characters as the same letters."""
    return _kind(one) == _kind(other)


def decode(text: str, font: str) -> str:
    """``text`` as the old ``font`` shows it, in Unicode and NFC; unchanged for any other font.

    What stands in no table (digits, ``“``, letters that are Unicode already) stays as it is.
    """
    return decode_each(text, font).text


def decode_each(text: str, font: str) -> Decoded:
    """The same, with the place of every character."""
    kind = _kind(font)
    if not kind:
        return Decoded(text, list(range(len(text) + 1)))
    table, pattern = _table(_VNI if kind == _VNI else _TCVN3)
    out: list[str] = []
    offsets: list[int] = []
    size = 0
    for match in pattern.finditer(text):
        letters = nfc("".join(table.get(part, part) for part in _parts(match[0], table)))
        if kind not in (_TCVN3, _VNI):
            letters = upper(letters)
        # a mark goes with the letter before it
        offsets += [size, *[size + len(letters)] * (len(match[0]) - 1)]
        out.append(letters)
        size += len(letters)
    return Decoded("".join(out), [*offsets, size])


def _kind(font: str) -> str:
    """The table of ``font``, with ``H`` for one of capitals; empty for all other fonts."""
    name = font.casefold()
    if name.startswith(_TCVN3):
        return f"{_TCVN3}H" if _CAPITALS.search(name) else _TCVN3
    return _VNI if name.startswith(_VNI) else ""


def _parts(old: str, table: dict[str, str]) -> list[str]:
    """A sequence of the table as a whole, else its letter and the mark behind it."""
    return [old] if old in table or len(old) == 1 else [old[0], _MARKS.get(old[1], old[1])]


@lru_cache(maxsize=2)
def _table(kind: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Old characters → letter, and a pattern of one letter or anything else that is one character."""
    found: dict[str, str] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            letter, byte, sequence = nfc(line).split()
            if kind == _VNI:
                found[sequence] = letter
                # a small mark behind a capital looks the same
                found[sequence[0] + sequence[1:].lower()] = letter
            else:
                found[chr(int(byte, 16))] = letter
    if kind == _VNI:
        pairs = sorted((re.escape(old) for old in found), key=len, reverse=True)
        return found, re.compile("|".join([*pairs, "."]), re.DOTALL)
    # only a vowel bears a mark: ² behind m is no tone
    vowels = re.escape("AEIOUYaeiouy" + "".join(old for old, letter in found.items() if letter in "ĂÂÊÔƠƯăâêôơư"))
    return found, re.compile(f"[{vowels}][{''.join(_MARKS)}]|.", re.DOTALL)
