"""The files that a build finds and leaves in the out folder: leftovers, copies of what is replaced."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace

from docgen.building.fingerprints import hash_bytes
from docgen.problems import DocgenError, Place, Problem, msg


class Folders:
    """Tidies folders once each. ``start``: when this run began, in nanoseconds."""

    def __init__(self, start: int) -> None:
        self._start = start
        self._tidied: set[str] = set()

    def tidy(self, folder: str) -> None:
        """Remove what a killed run left half-written in ``folder`` before this run began."""
        if folder in self._tidied:
            return
        self._tidied.add(folder)
        with suppress(OSError):
            for name in os.listdir(folder):
                if name.startswith(".dg-") and name.endswith(".tmp"):
                    _remove_older(os.path.join(folder, name), self._start)


def keep_copy(output: str) -> str:
    """Copy ``output`` to ``<name>.<8 digits of its hash>.bak.docx`` beside it; the copy's path.

    Raises ``DocgenError`` if that cannot be done; then nothing may be replaced.
    """
    from pathlib import Path

    from docgen.jobs.files import write_atomic

    try:
        data = Path(output).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        what = msg("{output} cannot be read, so no copy of it can be kept: {reason}.", output=output, reason=reason)
        remedy = msg("Close it in other programs, or move it away.")
        raise DocgenError(Problem("build-no-copy", what, remedy, Place(output))) from None
    stem, suffix = os.path.splitext(output)
    copy = Path(f"{stem}.{hash_bytes(data)[:8]}.bak{suffix}")
    write_atomic(copy, data, sync=True)
    return str(copy)


def check_out_folder(out: str) -> None:
    """Make the folder ``out``. Raises ``DocgenError`` if it is a file or may not be written into."""
    from pathlib import Path

    from docgen.jobs.files import explain_write_error

    try:
        os.makedirs(out, exist_ok=True)
        if not os.access(out, os.W_OK | os.X_OK):
            raise PermissionError(13, os.strerror(13), out)
    except OSError as error:
        raise DocgenError(replace(explain_write_error(error, Path(out, "*.docx")), place=Place(out))) from None


def _remove_older(path: str, start: int) -> None:
    with suppress(OSError):
        if os.stat(path).st_mtime_ns < start:
            os.unlink(path)
