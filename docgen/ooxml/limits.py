"""How much of a stranger's package is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a package, far above what any office document needs.

    ``file_bytes``: the archive itself. ``members``: entries in it. ``part_bytes``, ``total_bytes``: inflated size of one part
    and of all. ``ratio``: inflated to deflated size of one part, looked at from ``ratio_from`` inflated bytes on, because
    small parts of repeated markup deflate very well. ``xml_bytes``, ``tags``: size of a part that is parsed, and the marks of
    elements in it, of which each costs far more memory than it has letters.
    """

    file_bytes: int = 128 * _MIB
    members: int = 4096
    part_bytes: int = 128 * _MIB
    total_bytes: int = 512 * _MIB
    ratio: int = 250
    ratio_from: int = 4 * _MIB
    xml_bytes: int = 64 * _MIB
    tags: int = 2_000_000
