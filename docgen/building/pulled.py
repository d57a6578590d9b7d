"""Which Word files hold nothing that building them anew would lose: ``pull`` has taken over all their edits, or only ``issue``
has touched them since docgen wrote them.

A cache like the state. Without it the words decide, which cannot show that somebody has chosen to reject tracked changes or
has read the comments.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from docgen.building.fingerprints import hash_file
from docgen.building.state import state_path

_REJECTED = "rejected"


class Taken(NamedTuple):
    """How the edits of a file went into its spec. ``spec_hash``: the spec with them; ``rejected``: tracked changes as rejected."""

    spec_hash: str
    rejected: bool


def save_pulled(word_file: str, spec: str, out: str, *, rejected: bool) -> None:
    """Note that ``spec`` has every edit of ``word_file``, both as they are on disk now; that it cannot be noted is no error."""
    _save("pulled", word_file, (_name(spec, out), hash_file(spec), _REJECTED if rejected else ""), out)


def find_pulled(word_file: str, spec: str, out: str) -> Taken | None:
    """How this very file was taken over into ``spec``, ``None`` if nobody knows. The spec may have changed since."""
    held = _read("pulled", word_file, out)
    return Taken(held[1], held[2] == _REJECTED) if len(held) == 3 and held[0] == _name(spec, out) else None


def save_issued(word_file: str, spec: str, out: str) -> None:
    """The same of a file of ``spec`` that nobody but docgen has written, number and date of ``issue`` included."""
    _save("issued", word_file, (_name(spec, out),), out)


def was_issued(word_file: str, spec: str, out: str) -> bool:
    """Whether this very file is one that ``issue`` wrote and nobody has edited."""
    return _read("issued", word_file, out) == [_name(spec, out)]


def _save(kind: str, word_file: str, lines: Sequence[str], out: str) -> None:
    path = _path(out, hash_file(word_file), kind)
    with suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines))


def _read(kind: str, word_file: str, out: str) -> list[str]:
    try:
        with open(_path(out, hash_file(word_file), kind), encoding="utf-8", newline="\n") as file:
            return file.read().split("\n")
    except (OSError, ValueError):
        return []


def forget_pulled(word_file: str, out: str) -> None:
    """Drop the note of ``word_file`` as it is on disk now, which is about to be replaced."""
    with suppress(OSError):
        os.remove(_path(out, hash_file(word_file), "pulled"))


def _name(spec: str, out: str) -> str:
    # relative, so that a project that was moved is still the same
    try:
        return os.path.relpath(os.path.abspath(spec), os.path.abspath(out)).replace(os.sep, "/")
    except ValueError:
        # on another drive
        return os.path.abspath(spec)


def _path(out: str, digest: str, kind: str) -> str:
    return os.path.join(os.path.dirname(state_path(os.path.abspath(out))), kind, digest)
