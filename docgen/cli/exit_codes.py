"""What docgen's exit codes mean."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """``FINDINGS``: outputs out of date, edited or open. ``FAILED``: something could not be read, built or evaluated."""

    OK = 0
    FINDINGS = 1
    FAILED = 2
    INTERRUPTED = 130
