"""Names of the bookmarks that mark printed blocks, and hashes of what they print."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from hashlib import sha256
from struct import pack

from zlib_ng import zlib_ng

_NAME = re.compile(r"_dg_([0-9a-f]{6})_(0|[1-9][0-9]{0,8})")


def document_key(identity: str) -> str:
    """Six hexadecimal digits that tell one document from others when blocks are copied from file to file."""
    return sha256(identity.encode("utf-8")).hexdigest()[:6]


def bookmark_names(document_key: str) -> str:
    """What the names of a document's bookmarks begin with; the number of the block, from 0, ends them.

    Word hides names that begin with ``_`` and allows 40 characters.
    """
    return f"_dg_{document_key}_"


def parse_bookmark_name(name: str) -> tuple[str, int] | None:
    """The document key and the number in a name that ``bookmark_name`` made, ``None`` for any other name."""
    match = _NAME.fullmatch(name)
    return (match[1], int(match[2])) if match else None


def text_hash(plain: str) -> str:
    """Eight hexadecimal digits (CRC-32) of the words in ``plain``: composition of letters and width of white space do not count.

    They say which blocks of an edited file differ; that it was edited is known from its content digest.
    """
    return f"{zlib_ng.crc32(unicodedata.normalize('NFC', ' '.join(plain.split())).encode()):08x}"


def text_hashes(plains: Sequence[str]) -> list[str]:
    """The hash of each text; texts that need no folding, as nearly all, are asked for it together."""
    together = f" {' '.join(plains)} "
    # a printable text has no white space but plain spaces
    if "  " in together or not together.isprintable() or not unicodedata.is_normalized("NFC", together):
        return [text_hash(plain) for plain in plains]
    return pack(f">{len(plains)}L", *map(zlib_ng.crc32, map(str.encode, plains))).hex(" ", 4).split()
