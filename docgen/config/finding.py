"""Files that count for a folder because they stand in it or above it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

AGENCY_FILE = "agency.yaml"


def find_upwards(start: Path, name: str) -> Iterator[Path]:
    """Files called ``name`` in the folder ``start`` and all folders above it, nearest first; relative as long as ``start`` is."""
    for folder in folders_upwards(start):
        path = folder / name
        if path.is_file():
            yield path


def find_agency_files(start: Path) -> tuple[Path, ...]:
    """The agency files that count for specs in the folder ``start``, nearest first."""
    return tuple(find_upwards(start, AGENCY_FILE))


def folders_upwards(start: Path) -> Iterator[Path]:
    """``start`` and every folder above it."""
    if start.is_absolute() or ".." in start.parts:
        start = start.resolve()
        yield start
        yield from start.parents
        return
    yield start
    yield from start.parents
    yield from Path.cwd().parents
