"""Capital letters."""

from __future__ import annotations

import unicodedata


def upper(text: str) -> str:
    """``text`` in capitals and NFC.

    ``ß`` becomes its capital ``ẞ``, not ``SS``: two letters for one could not be traced back to the word they came from.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).replace("ß", "ẞ").upper())
