"""Files that are either whole or not there."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from docgen.problems import DocgenError, Message, Place, Problem, msg, say_os_error

_BINARY = getattr(os, "O_BINARY", 0)
_IN_USE = frozenset({5, 32, 33})  # Windows: access denied, sharing violation, lock violation.


def write_atomic(path: Path, data: bytes | Iterable[bytes], *, sync: bool = False) -> None:
    """Write ``data``, whole or in pieces, to ``path`` so that at every moment the old file or the whole new one stands there.

    Missing folders are made. ``sync`` waits until the disk has the data. A link is followed, an existing file's permissions
    are kept. Raises ``DocgenError`` with the reason and the way out; nothing half-written is left behind.
    """
    try:
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        try:
            _write(target, data, sync)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(target, data, sync)
    except OSError as error:
        raise DocgenError(explain_write_error(error, path)) from None


def _write(target: Path, data: bytes | Iterable[bytes], sync: bool) -> None:
    # A short name of its own: the target's may already be as long as the file system allows.
    temporary = target.parent / f".dg-{secrets.token_hex(6)}.tmp"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines([data] if isinstance(data, bytes) else data)
            if sync:
                stream.flush()
                os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            mode = os.stat(target).st_mode
            if not stat.S_ISREG(mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
            os.chmod(temporary, stat.S_IMODE(mode))
        os.replace(temporary, target)
    except BaseException:
        # An interruption must not leave the temporary file either.
        with suppress(OSError):
            os.unlink(temporary)
        raise


def is_open_in_office(path: str) -> bool:
    """Whether a lock file beside ``path`` says that somebody has it open.

    Word's ``~$`` takes the place of the first two letters of a name of eight or more, of the first one of seven, and stands
    before a shorter one. LibreOffice writes ``.~lock.NAME#``.
    """
    folder, name = os.path.split(path)
    length = len(os.path.splitext(name)[0])
    cut = 2 if length >= 8 else 1 if length == 7 else 0
    return any(os.path.lexists(os.path.join(folder, lock)) for lock in ("~$" + name[cut:], f".~lock.{name}#"))


def refuse_read_only(path: str) -> None:
    """Raise ``DocgenError`` if ``path`` is a file for reading only: where its folder is writable it would be replaced all the same."""
    if os.path.exists(path) and not os.access(path, os.W_OK):
        what, remedy = msg("This file is for reading only."), msg("Allow writing, or ask whoever locked it.")
        raise DocgenError(Problem("output-read-only", what, remedy, Place(path)))


def explain_write_error(error: OSError, path: Path) -> Problem:
    """The problem that says why ``path`` could not be written, and what to do."""
    code, what, remedy = _reason(error, path)
    return Problem(code, what, remedy, Place(str(path)))


def _reason(error: OSError, path: Path) -> tuple[str, Message, Message]:
    folder = str(path.parent)
    if isinstance(error, IsADirectoryError):
        return "output-is-folder", msg("There is a folder of this name."), msg("Choose another name, or move the folder away.")
    if isinstance(error, FileExistsError | NotADirectoryError):
        return (
            "output-folder-is-file",
            msg("“{folder}” cannot be a folder: a file stands in its way.", folder=folder),
            msg("Choose another output folder, or move that file away."),
        )
    if isinstance(error, PermissionError) and getattr(error, "winerror", None) in _IN_USE and path.exists():
        what = msg("The file cannot be replaced: it is open in Word or another program.")
        return "output-in-use", what, msg("Close it and try again.")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return (
            "output-read-only",
            msg("Nothing may be written into the folder “{folder}”.", folder=folder),
            msg("Choose another output folder, or ask for the right to write there."),
        )
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "output-disk-full", msg("The disk is full."), msg("Free some space, or choose a folder on another disk.")
    too_long = error.errno == errno.ENAMETOOLONG or (sys.platform == "win32" and len(str(path.absolute())) > 259)
    if too_long:
        return (
            "output-name-too-long",
            msg("The name of the file, or of its folder, is too long."),
            msg("Give the spec a shorter name, or choose an output folder with a shorter path."),
        )
    what = msg("The file cannot be written: {reason}.", reason=say_os_error(error))
    return "output-failed", what, msg("Check the disk or the network folder and try again.")
