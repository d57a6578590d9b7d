"""The standard streams: UTF-8 everywhere, and a reader that goes away is no error."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress


def prepare_streams() -> None:
    """Make the standard streams write UTF-8, whatever the console's code page; what cannot be encoded is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def is_closed_pipe(error: OSError) -> bool:
    """Whether ``error`` says that nobody reads the output any more (Windows calls it an invalid argument)."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


def write_out(text: str) -> None:
    """Write ``text`` to the standard output; does nothing once its reader has gone away."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        if not is_closed_pipe(error):
            raise
        discard_output()


def write_error(text: str) -> None:
    """Write ``text`` to the standard error stream, as well as it can be."""
    with suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()


def discard_output() -> None:
    """Send the rest of the standard output nowhere, so that Python does not complain when it flushes at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
