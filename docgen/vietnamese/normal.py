"""The normal form of a text, what no text may hold, and plain forms for comparing and naming."""

from __future__ import annotations

import re
import unicodedata

# The whole of Cc but tab and line feed: XML 1.0 would hold CR and C1, but CR is lost when read and C1 is a wrong code page.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NOT_SLUG = re.compile("[^a-z0-9]+")


def nfc(text: str) -> str:
    """``text`` in NFC: each Vietnamese letter with its marks is one character."""
    return unicodedata.normalize("NFC", text)


def is_nfc(text: str) -> bool:
    """Whether ``text`` is in NFC already."""
    return unicodedata.is_normalized("NFC", text)


def control_characters(text: str) -> list[tuple[int, str]]:
    """Position (from 0) and character of everything that no document can hold, in order.

    Control characters except tab and line feed, lone surrogates, U+FFFE and U+FFFF: all that XML 1.0 forbids is among them.
    """
    return [(match.start(), match.group()) for match in _FORBIDDEN.finditer(text)]


def fold(text: str) -> str:
    """``text`` in small letters without marks, to find what was meant: ``Kế hoạch ĐẶC`` → ``ke hoach dac``."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return unicodedata.normalize("NFC", "".join(c for c in plain if unicodedata.category(c) != "Mn"))


def slugify(name: str) -> str:
    """``name`` in ``a-z``, ``0-9`` and single hyphens: ``Kế hoạch`` → ``ke-hoach``; empty when nothing of it is left."""
    return _NOT_SLUG.sub("-", fold(name)).strip("-")
