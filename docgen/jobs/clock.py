"""The time that counts as now, where what is made must be the same each time."""

from __future__ import annotations

import os
from datetime import UTC, datetime

#: the last second of the year 9999
_LATEST = 253402300799


def fixed_moment() -> datetime | None:
    """The time that the environment variable ``SOURCE_DATE_EPOCH`` names, in seconds since 1970; ``None`` if it names none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    is_time = epoch.isascii() and epoch.isdigit() and len(epoch) <= len(str(_LATEST)) and int(epoch) <= _LATEST
    return datetime.fromtimestamp(int(epoch), UTC) if is_time else None
