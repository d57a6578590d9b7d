"""Sizes, times and hashes of files: cheap first."""

from __future__ import annotations

import os
from typing import NamedTuple

RACY = 2_000_000_000
"""Nanoseconds: a file younger than this when it was looked at may change without a new time (FAT counts by 2 s)."""


class Signature(NamedTuple):
    """Size in bytes, modification time in nanoseconds, and the hash of what a file held."""

    size: int
    mtime: int
    hash: str


def hash_bytes(data: bytes) -> str:
    """32 hexadecimal digits of the SHA-256 of ``data``."""
    from hashlib import sha256

    return sha256(data).hexdigest()[:32]


def hash_file(path: str) -> str:
    """The hash of a file; of a text, line ends do not count, because Git changes them from system to system.

    Empty when there is no such file or it may not be read.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return ""
    return hash_spec(data) if path.lower().endswith((".yaml", ".yml")) else hash_bytes(data)


def hash_spec(data: bytes) -> str:
    """The hash of a text, as ``hash_file`` has it."""
    return hash_bytes(data.replace(b"\r\n", b"\n"))


def sign_file(path: str) -> Signature | None:
    """The signature of a file, ``None`` without one. The time is taken before the content: a change between them shows later."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return Signature(status.st_size, status.st_mtime_ns, hash_file(path))


def is_unchanged(path: str, signature: Signature, seen: int) -> tuple[bool, bool]:
    """Whether ``path`` is what ``signature`` says, and whether its content had to be read to know.

    ``seen``: when the signature was last known to be right, in nanoseconds. Equal size and time are trusted unless the file
    was younger than ``RACY`` then. A file of another time counts as changed here, even if its content is the same.
    """
    try:
        status = os.stat(path)
    except OSError:
        return False, False
    if status.st_size != signature.size or status.st_mtime_ns != signature.mtime:
        return False, False
    if status.st_mtime_ns < seen - RACY:
        return True, False
    return hash_file(path) == signature.hash, True


def sign_tools(version: str, folders: tuple[str, ...]) -> str:
    """docgen's version and, in a few digits, names, sizes and times of the data files in ``folders`` and below.

    When it is the same, rules and shipped templates are the same; when it differs, they may be.
    """
    from zlib import crc32

    found = []
    for folder in folders:
        for parent, children, names in os.walk(folder):
            children.sort()
            for name in sorted(names):
                if not name.endswith((".py", ".pyc")):
                    status = os.stat(os.path.join(parent, name))
                    found.append(f"{name} {status.st_size} {status.st_mtime_ns}")
    return f"{version} {crc32(chr(10).join(found).encode()):08x}"
