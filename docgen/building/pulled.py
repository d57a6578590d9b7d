"""Which Word files hold nothing that building them anew would lose: ``pull`` has taken over all their edits, or only ``issue``
has touched them since docgen wrote them.

A cache like the state. Without it the words decide, which cannot show that somebody has chosen to reject tracked changes or
has read the comments.
"""

from __future__ import annotations

import os
from contextlib import suppress

from docgen.building.fingerprints import hash_file
from docgen.building.state import state_path


def save_pulled(word_file: str, spec: str, out: str) -> None:
    """Note that ``spec`` has every edit of ``word_file`` as it is on disk now; that it cannot be noted is no error."""
    _save("pulled", word_file, spec, out)


def was_pulled(word_file: str, spec: str, out: str) -> bool:
    """Whether this very file was taken over into ``spec``."""
    return _was("pulled", word_file, spec, out)


def save_issued(word_file: str, spec: str, out: str) -> None:
    """The same of a file of ``spec`` that nobody but docgen has written, number and date of ``issue`` included."""
    _save("issued", word_file, spec, out)


def was_issued(word_file: str, spec: str, out: str) -> bool:
    """Whether this very file is one that ``issue`` wrote and nobody has edited."""
    return _was("issued", word_file, spec, out)


def _save(kind: str, word_file: str, spec: str, out: str) -> None:
    path = _path(out, hash_file(word_file), kind)
    with suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(_name(spec, out))


def _was(kind: str, word_file: str, spec: str, out: str) -> bool:
    try:
        with open(_path(out, hash_file(word_file), kind), encoding="utf-8") as file:
            return file.read() == _name(spec, out)
    except (OSError, ValueError):
        return False


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
