"""Building again whenever something is saved."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from docgen.building.builder import build
from docgen.building.outcomes import BuildResult
from docgen.building.state import load_state
from docgen.problems import DocgenError, Problem, msg

if TYPE_CHECKING:
    from threading import Event

_SUFFIXES = (".yaml", ".yml", ".docx", ".toml")
_LOOK_AROUND = 2_000
"""Milliseconds after which files outside the watched folders (agency files above them, templates) are looked at."""


def watch(
    paths: Iterable[str | os.PathLike[str]] = (".",),
    out: str | os.PathLike[str] = "build",
    *,
    stop: Event | None = None,
    build: Callable[..., BuildResult] = build,
    **options: Any,
) -> Iterator[BuildResult]:
    """Build now, and again after every save in ``paths``; yields the result of each build that did something.

    ``options`` are those of ``build``. A spec that is broken, or an out folder that cannot be used, is in the result and ends
    nothing. Ends when ``stop`` is set; an interruption is raised as ``KeyboardInterrupt``. Raises ``DocgenError`` when the
    library for watching is missing.
    """
    try:
        from watchfiles import watch as watch_files
    except ImportError:
        what, remedy = msg("Watching needs the package watchfiles."), msg("Install it: pip install watchfiles")
        raise DocgenError(Problem("build-no-watchfiles", what, remedy)) from None
    given = [os.fspath(path) for path in paths]
    yield _build(build, given, out, options)
    there = [path for path in given if os.path.lexists(path)]
    folders = sorted({path if os.path.isdir(path) else os.path.dirname(path) or os.curdir for path in there})
    out_path = os.path.abspath(out)
    outside = _Outside(out_path, folders)
    changes = watch_files(
        *folders,
        watch_filter=lambda _, path: _matters(path, out_path),
        debounce=300,
        step=50,
        stop_event=stop,
        rust_timeout=_LOOK_AROUND,
        yield_on_timeout=True,
    )
    for batch in changes:
        if batch or outside.has_changed():
            result = _build(build, given, out, options)
            outside = _Outside(out_path, folders)
            if result.problems or any(outcome.status != "fresh" for outcome in result.outcomes):
                yield result


def _build(
    build: Callable[..., BuildResult], paths: list[str], out: str | os.PathLike[str], options: dict[str, Any]
) -> BuildResult:
    try:
        return build(paths, out, **options)
    except DocgenError as error:
        return BuildResult((), error.problems, os.fspath(out), 0.0)


def _matters(path: str, out_path: str) -> bool:
    name = os.path.basename(path)
    inside = os.path.abspath(path).startswith(out_path + os.sep)
    return name.lower().endswith(_SUFFIXES) and not name.startswith((".", "~$")) and not inside


class _Outside:
    """Sizes and times of the inputs that lie outside the watched folders."""

    def __init__(self, out_path: str, folders: list[str]) -> None:
        roots = tuple(os.path.abspath(folder) + os.sep for folder in folders)
        files = {path for entry in load_state(out_path).entries.values() for path, _ in entry.inputs}
        self._files = sorted(path for path in files if not path.startswith(roots))
        self._then = self._look()

    def has_changed(self) -> bool:
        """Whether one of them was saved or removed since this object was made."""
        return self._look() != self._then

    def _look(self) -> list[tuple[int, int] | None]:
        found: list[tuple[int, int] | None] = []
        for path in self._files:
            try:
                status = os.stat(path)
            except OSError:
                found.append(None)
            else:
                found.append((status.st_size, status.st_mtime_ns))
        return found
