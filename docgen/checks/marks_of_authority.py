"""The short marks before a signer's office, however they are typed: ``KT.``, ``K/T``, ``KT``, ``T.M``, ``UQ.``."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(
    r"(?P<mark>(?:T\s?[./]?\s?)?U\s?[./]?\s?Q|[TK]\s?[./]\s?[MTL]|TM|KT|TL|Q)(?P<end>[./:]*)(?P<gap>[ \u00a0\t]*)(?=[^\W\d_]|$)",
    re.IGNORECASE,
)


class TypedMark(NamedTuple):
    """``letters``: ``TM``, ``KT``, ``TL``, ``TUQ``, ``UQ`` or ``Q``; ``typed``: it with its signs; ``gap``: the spaces behind.

    ``rest``: the words behind, empty where it stands alone.
    """

    letters: str
    typed: str
    gap: str
    rest: str


def split_mark(text: str) -> TypedMark | None:
    """The mark that ``text`` begins with, ``None`` if it begins with another word (``TMDV``, ``QUYỀN``)."""
    match = _MARK.match(text)
    if match is None:
        return None
    alone = match.end() == len(text)
    if not match["gap"] and not alone and not re.search(r"[./]", match[0]):
        return None
    letters = re.sub(r"\W", "", match["mark"]).upper()
    return TypedMark(letters, text[: match.end("end")], match["gap"], text[match.end() :])
