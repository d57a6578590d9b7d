"""The spec as it was when its Word file was written, kept beside the state: what a merge compares both sides with.

A cache like the state: without it a merge knows from the hashes in the Word file which texts changed, but not what they were.
"""

from __future__ import annotations

import os
from contextlib import suppress

from docgen.building.fingerprints import hash_spec
from docgen.building.state import state_path
from docgen.building.targets import Target


def save_base(target: Target, digest: str) -> None:
    """Keep the spec of ``target``, if its hash is still ``digest``; that it cannot be kept is no error."""
    path = _path(target.out, target.key)
    with suppress(OSError):
        with open(target.spec_path, "rb") as file:
            data = file.read()
        if hash_spec(data) != digest:
            return
        folder = os.path.dirname(path)
        if not os.path.isdir(folder):
            os.makedirs(folder, exist_ok=True)
        with open(path, "wb") as kept:
            kept.write(data)


def has_base(target: Target) -> bool:
    """Whether some spec is kept for ``target``."""
    return os.path.exists(_path(target.out, target.key))


def read_base(word_file: str, out: str, digest: str) -> str | None:
    """The spec with the hash ``digest`` from which ``word_file`` in the out folder ``out`` was written, if it was kept."""
    try:
        with open(_path(out, _key(word_file, out)), "rb") as file:
            data = file.read()
        return data.decode("utf-8") if hash_spec(data) == digest else None
    except (OSError, ValueError):
        return None


def save_offer(target: Target, text: str | None) -> None:
    """Keep the spec to which the tracked changes of a merged file lead, ``None`` for none; that it cannot be kept is no error."""
    path = _path(target.out, target.key, "offer")
    with suppress(OSError):
        if text is None:
            if os.path.exists(path):
                os.remove(path)
            return
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as kept:
            kept.write(text.encode("utf-8", "surrogatepass"))


def read_offer(word_file: str, out: str) -> str | None:
    """The spec to which the tracked changes of ``word_file`` in the out folder ``out`` led, if a merge made the file."""
    try:
        with open(_path(out, _key(word_file, out), "offer"), "rb") as file:
            return file.read().decode("utf-8")
    except (OSError, ValueError):
        return None


def _key(word_file: str, out: str) -> str:
    return os.path.relpath(os.path.abspath(word_file), os.path.abspath(out)).replace(os.sep, "/")


def _path(out: str, key: str, kind: str = "base") -> str:
    # no name that could be taken for a spec or a Word file
    stem = os.path.splitext(key)[0]
    return os.path.join(os.path.dirname(state_path(os.path.abspath(out))), "bases", *f"{stem}.{kind}".split("/"))
