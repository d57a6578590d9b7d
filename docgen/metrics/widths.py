"""How wide a text is in Times New Roman, and how high a line.

The numbers come from ``widths.json`` beside this file (made by ``tools/make_metrics.py`` from Liberation Serif, which has
the same advance widths). Kerning is left out because Word does not kern unless told to.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

UNITS = 2048
"""Font units in one em; every width inside this room is a whole number of them."""

_FACES = {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold-italic"}
_INVISIBLE = frozenset({"Cc", "Cf", "Mn", "Me"})


class _Face(dict[str, int]):
    """Character → width; a character the font lacks gets its stated width when it is first asked for."""

    def __missing__(self, character: str) -> int:
        if unicodedata.category(character) in _INVISIBLE:
            width = 0
        elif unicodedata.east_asian_width(character) in "WF":
            width = UNITS
        else:
            # Another font will stand in for it: a digit's width (half an em) is the middle of what such fonts have.
            width = UNITS // 2
        self[character] = width
        return width


@cache
def _load() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Path(__file__).with_name("widths.json").read_bytes())
    return data


@cache
def get_ruler(bold: bool, italic: bool) -> Callable[[str], int]:
    """A function from one character (of a text in NFC) to its width in 1/2048 em."""
    runs = _load()["faces"][_FACES[bool(bold), bool(italic)]]
    face = _Face()
    for first, widths in runs.items():
        start = int(first, 16)
        face.update(zip(map(chr, range(start, start + len(widths))), widths, strict=True))
    # Word draws the no-break hyphen with the glyph of the plain one; the font has no glyph of its own for it.
    face["\u2010"] = face["\u2011"] = face["-"]
    # A soft hyphen shows only where a line is broken at it, which docgen never does.
    face["\u00ad"] = 0
    return face.__getitem__


@lru_cache(maxsize=1024)
def _measure(text: str, bold: bool, italic: bool) -> int:
    return sum(map(get_ruler(bold, italic), unicodedata.normalize("NFC", text)))


def text_width(text: str, size: float, bold: bool = False, italic: bool = False) -> float:
    """The width of ``text``, set on one line in Times New Roman of ``size`` points, in points.

    The text is measured in NFC. What the font lacks: control and format characters and marks 0, East Asian wide characters
    and emoji 1 em, all others 1/2 em. A tab counts 0, since its width depends on where it stands.
    """
    return _measure(text, bold, italic) * size / UNITS


def line_height(size: float) -> float:
    """The height in points of a single-spaced line at ``size`` points: ascent, descent and line gap, about 1.15 em."""
    data = _load()
    return float((data["ascent"] + data["descent"] + data["line_gap"]) * size / UNITS)
