"""Capital letters."""

from __future__ import annotations

import unicodedata


def upper(text: str) -> str:
    """``text`` in capitals and NFC.

    ``ß`` becomes its capital ``ẞ``, not ``SS``: two letters for one could not be traced back to the word they came from.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).replace("ß", "ẞ").upper())


def capitals(text: str) -> str:
    """``text`` in capitals but for codes of documents, whose small letters belong to them: ``43-CTr/TU``, ``TTr``, ``QyĐ``."""
    return " ".join(word if _is_code(word) else upper(word) for word in text.split(" "))


def _is_code(word: str) -> bool:
    """Whether ``word`` mixes letters as only codes do: several capitals, and fewer small letters between them."""
    small = sum(c.islower() for c in word)
    return 0 < small < sum(c.isupper() for c in word)
