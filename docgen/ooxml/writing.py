"""Writing a package fast and the same every time.

Of a rendered document only a few members are new; all others belong to the template. A ``PackageFrame`` holds those
already deflated, so that writing a document costs little more than deflating what was generated. Times, system and
attributes in the archive are constants: the same parts and the same zlib-ng give the same bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from struct import pack

from zlib_ng import zlib_ng

CONTENT_TYPES_NAME = "[Content_Types].xml"

_LOCAL = 0x04034B50
_CENTRAL = 0x02014B50
_END = 0x06054B50
_VERSION = 20
_TIME = 0
_DATE = 0x0021  # 1 January 1980, the first day an archive can name.
_UTF8 = 0x0800
# As small as zlib makes it at its level 6, in half the time.
_LEVEL = 5
# For parts that are mostly hashes, which hardly shrink at any level.
_LIGHT_LEVEL = 2


def _member(name: bytes, flags: int, data: bytes, level: int) -> tuple[bytes, bytes, bytes]:
    """Local header, stored data and the central entry without its offset and name."""
    crc = zlib_ng.crc32(data)
    packed = zlib_ng.compress(data, level, wbits=-15)
    method = 8
    if len(packed) >= len(data):
        packed, method = data, 0
    shared = pack("<HHHHHLLLHH", _VERSION, flags, method, _TIME, _DATE, crc, len(packed), len(data), len(name), 0)
    # Comment length, disk number, internal and external attributes are all zero.
    return pack("<L", _LOCAL) + shared + name, packed, pack("<LH", _CENTRAL, _VERSION) + shared + bytes(10)


class PackageFrame:
    """The members of a package that do not change from one document to the next.

    ``static`` maps part names to bytes. ``slots`` orders the members: it names every generated part, and may name static
    ones to fix their place. ``[Content_Types].xml`` always comes first, then ``slots``, then the other static parts in
    the order of the mapping. ``level`` is the deflate level of the static parts; ``light`` names generated parts that are
    worth little trouble.
    """

    __slots__ = ("_plan", "generated", "light", "names")

    def __init__(self, static: Mapping[str, bytes], slots: Sequence[str], *, level: int = _LEVEL, light: Collection[str] = ()) -> None:
        wanted = dict.fromkeys([*slots, *static])
        if CONTENT_TYPES_NAME not in wanted:
            raise ValueError(f"a package needs {CONTENT_TYPES_NAME}")
        if len(set(slots)) != len(slots):
            raise ValueError("a slot is named twice")
        self.names: tuple[str, ...] = tuple(sorted(wanted, key=lambda n: n != CONTENT_TYPES_NAME))
        self.light = frozenset(light)
        self.generated: frozenset[str] = frozenset(n for n in wanted if n not in static)
        # Each entry: part name, its encoded form, flags, and the finished member unless it is generated.
        self._plan: list[tuple[str, bytes, int, tuple[bytes, int, bytes] | None]] = []
        for name in self.names:
            encoded = name.encode("utf-8")
            flags = 0 if name.isascii() else _UTF8
            ready = None
            if name in static:
                header, packed, central = _member(encoded, flags, static[name], level)
                ready = (header + packed, len(header) + len(packed), central)
            self._plan.append((name, encoded, flags, ready))


def assemble(frame: PackageFrame, generated: Mapping[str, bytes], level: int = _LEVEL) -> bytes:
    """The package of ``frame`` with the parts in ``generated``, deflated at ``level``, as bytes of a ZIP file.

    Raises ``ValueError`` when ``generated`` does not name exactly the parts that the frame leaves open.
    """
    if generated.keys() != frame.generated:
        raise ValueError(f"parts do not fit the frame: {sorted(frame.generated ^ generated.keys())}")
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, encoded, flags, ready in frame._plan:
        if ready is not None:
            blob, size, central = ready
            body.append(blob)
        else:
            header, packed, central = _member(encoded, flags, generated[name], _LIGHT_LEVEL if name in frame.light else level)
            body.append(header)
            body.append(packed)
            size = len(header) + len(packed)
        directory.append(central + pack("<L", offset) + encoded)
        offset += size
    entries = b"".join(directory)
    count = len(directory)
    body.append(entries)
    body.append(pack("<LHHHHLLH", _END, 0, 0, count, count, len(entries), offset, 0))
    return b"".join(body)
