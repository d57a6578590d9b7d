"""Opening a Word package that may come from a stranger.

Nothing is trusted: names, sizes, the archive's own directory, XML. Parts are inflated only when asked for, and counted
while they are inflated, because the sizes that an archive declares may lie.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docgen.ooxml import refusals
from docgen.ooxml.limits import Limits
from docgen.ooxml.writing import CONTENT_TYPES_NAME
from docgen.ooxml.xml import ExcessiveXml, UnsafeXml, parse_xml
from docgen.problems import DocgenError, Problem

if TYPE_CHECKING:
    from lxml import etree

_CHUNK = 1 << 20
_ENCRYPTED = 0x1
_DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship: its id, the last segment of its type (``header``), and where it leads.

    ``part`` is the name of a part, resolved against the source; ``None`` for an external target.
    """

    id: str
    kind: str
    target: str
    part: str | None


class Package:
    """An opened package. Everything is read on demand; every method may raise ``DocgenError``."""

    def __init__(self, path: str, data: bytes, archive: zipfile.ZipFile, limits: Limits) -> None:
        self.path = path
        self._data = data
        self._archive = archive
        self._limits = limits
        self._infos = {i.filename: i for i in archive.infolist() if not i.filename.endswith("/")}
        self._folded = {name.casefold(): name for name in self._infos}
        self._inflated: dict[str, int] = {}
        self._trees: dict[str, etree._Element] = {}
        self._relationships: dict[str, tuple[Relationship, ...]] = {}
        self._types: tuple[dict[str, str], dict[str, str]] | None = None
        self._main: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Part names in the order of the archive, folders left out."""
        return tuple(self._infos)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.casefold() in self._folded

    def read(self, name: str) -> bytes:
        """The bytes of a part; names are compared without regard to case, as the packaging standard orders."""
        actual = self._folded.get(name.casefold())
        if actual is None:
            raise DocgenError(refusals.missing_part(self.path, name))
        info = self._infos[actual]
        others = sum(size for other, size in self._inflated.items() if other != actual)
        room = min(self._limits.part_bytes, self._limits.total_bytes - others)
        if info.file_size <= room and (whole := _inflate(self._data, info)) is not None:
            self._inflated[actual] = info.file_size
            return whole
        # Something is wrong or unusual: piece by piece, to say what.
        chunks: list[bytes] = []
        size = 0
        try:
            with self._archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > room or self._swells(size, info.compress_size):
                        raise DocgenError(refusals.too_large(self.path, actual))
                    chunks.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
            raise DocgenError(refusals.damaged(self.path, actual)) from None
        if size != info.file_size:
            raise DocgenError(refusals.damaged(self.path, actual))
        self._inflated[actual] = size
        return b"".join(chunks)

    def _swells(self, size: int, packed: int) -> bool:
        return size >= self._limits.ratio_from and size > packed * self._limits.ratio

    def xml(self, name: str) -> etree._Element:
        """The root element of a part, parsed once. The tree is shared: do not change it."""
        key = name.casefold()
        if key not in self._trees:
            self._trees[key] = self._parse(name, self.read(name))
        return self._trees[key]

    def xml_with_source(self, name: str) -> tuple[etree._Element, bytes | None]:
        """The root element of a part, and the bytes it was parsed from if that is only now: later it may have been changed."""
        key = name.casefold()
        if key in self._trees:
            return self._trees[key], None
        data = self.read(name)
        root = self._trees[key] = self._parse(name, data)
        return root, data

    def _parse(self, name: str, data: bytes) -> etree._Element:
        size, tags = len(data), self._limits.tags
        if size > self._limits.xml_bytes or (size > tags and data.count(b"<") > tags):
            raise DocgenError(refusals.too_large(self.path))
        from lxml import etree

        try:
            return parse_xml(data)
        except UnsafeXml:
            raise DocgenError(refusals.unsafe_xml(self.path, name)) from None
        except ExcessiveXml:
            raise DocgenError(refusals.too_deep(self.path, name)) from None
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DocgenError(refusals.bad_xml(self.path, name, getattr(error, "lineno", None))) from None

    def content_type(self, name: str) -> str:
        """The content type of a part, an empty string when the package declares none."""
        if self._types is None:
            defaults: dict[str, str] = {}
            overrides: dict[str, str] = {}
            for element in self.xml(CONTENT_TYPES_NAME).iterchildren("{*}Default", "{*}Override"):
                kind = element.get("ContentType", "")
                if "PartName" in element.attrib:
                    overrides[element.get("PartName", "").lstrip("/").casefold()] = kind
                else:
                    defaults[element.get("Extension", "").casefold()] = kind
            self._types = defaults, overrides
        defaults, overrides = self._types
        extension = name.rpartition(".")[2].casefold()
        return overrides.get(name.casefold()) or defaults.get(extension, "")

    def relationships(self, source: str = "") -> tuple[Relationship, ...]:
        """The relationships of the part ``source``, of the package itself for the empty string; none is no error."""
        key = source.casefold()
        if key not in self._relationships:
            folder, base = posixpath.split(source)
            name = posixpath.join(folder, "_rels", f"{base}.rels")
            found = []
            if name in self:
                for element in self.xml(name).iterchildren("{*}Relationship"):
                    target = element.get("Target", "")
                    part = None if element.get("TargetMode") == "External" else _resolve(folder, target)
                    kind = element.get("Type", "").rpartition("/")[2]
                    found.append(Relationship(element.get("Id", ""), kind, target, part))
            self._relationships[key] = tuple(found)
        return self._relationships[key]

    def related(self, source: str, kind: str) -> tuple[str, ...]:
        """Names of the parts that are in the package and to which ``source`` has relationships of ``kind`` (``styles``)."""
        return tuple(r.part for r in self.relationships(source) if r.kind == kind and r.part is not None and r.part in self)

    @property
    def main(self) -> str:
        """The name of the main document part, found through the package's relationships."""
        if self._main is None:
            found = self.related("", "officeDocument")
            if not found:
                raise DocgenError(refusals.missing_part(self.path, "word/document.xml"))
            kind = self.content_type(found[0])
            if "wordprocessingml" not in kind and "ms-word" not in kind:
                raise DocgenError(refusals.not_word(self.path, kind))
            self._main = found[0]
        return self._main


def _inflate(data: bytes, info: zipfile.ZipInfo) -> bytes | None:
    """A member as it should be, no byte more than the directory says; ``None`` where anything differs from the directory."""
    named = info.header_offset + 30
    head = data[info.header_offset : named]
    if len(head) < 30 or not head.startswith(b"PK\x03\x04") or info.compress_type != zipfile.ZIP_DEFLATED:
        return None
    name_end = named + int.from_bytes(head[26:28], "little")
    if data[named:name_end] != info.orig_filename.encode("utf-8", "replace"):
        return None
    start = name_end + int.from_bytes(head[28:30], "little")
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = inflater.decompress(data[start : start + info.compress_size], info.file_size + 1)
    except zlib.error:
        return None
    return found if inflater.eof and len(found) == info.file_size and zlib.crc32(found) == info.CRC else None


def _resolve(folder: str, target: str) -> str:
    target = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def open_package(source: bytes | Path, limits: Limits = _DEFAULT, *, name: str | None = None) -> Package:
    """Open a Word document, from its bytes or its path; ``name`` is how messages call it.

    Raises ``DocgenError`` with every reason found in the archive's directory: not a Word file, old or encrypted format, cut
    off, too large, hostile names. The whole file is read at once, so it is not held open.
    """
    path = name or (str(source) if isinstance(source, Path) else "<memory>")
    data = source if isinstance(source, bytes) else _read_file(source, limits, path)
    if len(data) > limits.file_bytes:
        raise DocgenError(refusals.too_large(path))
    if not data.startswith(b"PK"):
        raise DocgenError(refusals.not_a_package(path, data[:64], data))
    _check_directory_size(data, limits, path)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        raise DocgenError(refusals.damaged(path)) from None
    if problems := _find_problems(archive, limits, path):
        raise DocgenError(problems)
    package = Package(path, data, archive, limits)
    _ = package.main
    return package


def _read_file(source: Path, limits: Limits, path: str) -> bytes:
    try:
        if source.stat().st_size > limits.file_bytes:
            raise DocgenError(refusals.too_large(path))
        return source.read_bytes()
    except OSError as error:
        # Windows calls a folder a file that may not be read.
        raise refusals.unreadable(path, IsADirectoryError() if source.is_dir() else error) from None


def _check_directory_size(data: bytes, limits: Limits, path: str) -> None:
    """Refuse an archive whose directory alone would take long to read; its end record says how large that is."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 65557))
    if end < 0 or len(data) < end + 22:
        raise DocgenError(refusals.damaged(path))
    directory_bytes = int.from_bytes(data[end + 12 : end + 16], "little")
    # An entry is 46 bytes and a name; nothing Word writes comes near 512. The 64-bit form says 0xFFFFFFFF here.
    if directory_bytes > limits.members * 512:
        raise DocgenError(refusals.too_large(path))


def _find_problems(archive: zipfile.ZipFile, limits: Limits, path: str) -> list[Problem]:
    """Everything wrong with the archive that its directory shows."""
    infos = archive.infolist()
    problems: list[Problem] = []
    seen: set[str] = set()
    bad: list[str] = []
    total = 0
    for info in infos:
        key = info.orig_filename.casefold()
        if key in seen or not _is_safe(info.orig_filename):
            bad.append(info.orig_filename)
        seen.add(key)
        total += info.file_size
        swells = info.file_size >= limits.ratio_from and info.file_size > info.compress_size * limits.ratio
        if info.file_size > limits.part_bytes or swells:
            problems.append(refusals.too_large(path, info.filename))
    if len(infos) > limits.members or total > limits.total_bytes:
        problems.append(refusals.too_large(path))
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        problems.append(refusals.encrypted(path))
    if bad:
        problems.append(refusals.bad_names(path, bad))
    if CONTENT_TYPES_NAME.casefold() not in seen:
        problems.append(refusals.missing_part(path, CONTENT_TYPES_NAME))
    return problems


def _is_safe(name: str) -> bool:
    """Whether a member's name stays inside the package on every system."""
    if not name or name.startswith("/") or "\\" in name or ":" in name or "\0" in name:
        return False
    return ".." not in name.split("/")
