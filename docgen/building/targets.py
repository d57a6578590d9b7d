"""Which specs there are, and the Word file that each of them makes."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from types import MappingProxyType

from docgen.problems import Place, Problem, msg

SUFFIXES = (".yaml", ".yml")
AGENCY_FILE = "agency.yaml"
SPECS = "specs"


@dataclass(frozen=True, slots=True)
class Target:
    """A spec and its output. ``spec`` and ``output`` as the user would write them, ``key`` the output below the out folder."""

    spec: str
    output: str
    key: str
    spec_path: str
    output_path: str

    @property
    def out(self) -> str:
        """The absolute path of the out folder, with the sign behind it."""
        return self.output_path[: -len(self.key)]


@dataclass(frozen=True, slots=True)
class Discovery:
    """All targets in order, and what is wrong; ``clashes`` says by ``spec_path`` which may not be built, and why."""

    targets: tuple[Target, ...]
    clashes: Mapping[str, Problem]
    problems: tuple[Problem, ...]


def discover(
    paths: Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    exclude: Sequence[str] = (),
    *,
    project: str | os.PathLike[str] | None = None,
    known: Mapping[str, str] = MappingProxyType({}),
) -> Discovery:
    """The specs in ``paths``, files and folders, each with its output below the folder ``out``.

    A folder gives its ``*.yaml`` and ``*.yml``, sorted, without ``agency.yaml``, layers (``*.layer.yaml``), names that begin
    with a dot, and what ``exclude`` (globs over the name or the path below the folder) names. A file that is named itself is
    taken whatever its name. Nothing is read.

    A spec has the same output however it is named. Below the folder ``specs`` of ``project`` (the folder of the settings) or
    of this folder, the output keeps the spec's place below it. Else it is the one that ``known`` (key by absolute path of the
    spec) says, else it keeps the spec's place below the folder among ``paths``, else it has the spec's name alone.
    """
    out_shown, out_path = os.fspath(out), os.path.abspath(out)
    folders = [folder for folder in (project, os.curdir) if folder is not None]
    homes = [os.path.normcase(os.path.abspath(os.path.join(folder, SPECS))) + os.sep for folder in folders]
    targets: dict[str, Target] = {}
    problems: list[Problem] = []
    for path_like in paths:
        given = os.fspath(path_like)
        found, before = False, len(problems)
        for shown, below in _list_specs(given, out_path, exclude, problems):
            found = True
            path = os.path.abspath(shown)
            if path not in targets:
                at_home = next((path[len(home) :] for home in homes if os.path.normcase(path).startswith(home)), None)
                key = _output_key(at_home.replace(os.sep, "/")) if at_home else known.get(path) or _output_key(below)
                output = os.path.join(out_shown, *key.split("/"))
                targets[path] = Target(shown, output, key, path, os.path.join(out_path, *key.split("/")))
        if not found and len(problems) == before:
            problems.append(_explain_nothing(given))
    return Discovery(tuple(targets.values()), _find_clashes(targets.values()), tuple(problems))


def _list_specs(given: str, out_path: str, exclude: Sequence[str], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Pairs of the path as shown and the path below ``given`` with slashes; what cannot be looked at goes to ``problems``."""
    if os.path.isdir(given):
        # "." as a prefix of every path would only be noise.
        start = "" if os.path.normpath(given) == os.curdir else given
        yield from _walk(start, "", out_path, exclude, problems)
    elif os.path.lexists(given):
        problem = refuse_special(given)
        if problem is None:
            yield given, os.path.basename(given)
        else:
            problems.append(problem)


def _walk(
    folder: str, below: str, out_path: str, exclude: Sequence[str], problems: list[Problem]
) -> Iterator[tuple[str, str]]:
    try:
        with os.scandir(folder or os.curdir) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_describe_unreadable(folder or os.curdir, error))
        return
    for entry in entries:
        name = entry.name
        inner = f"{below}/{name}" if below else name
        if name[0] == "." or any(fnmatchcase(name, glob) or fnmatchcase(inner, glob) for glob in exclude):
            continue
        shown = os.path.join(folder, name)
        if entry.is_dir(follow_symlinks=False):
            if os.path.abspath(shown) != out_path:
                yield from _walk(shown, inner, out_path, exclude, problems)
        elif _is_spec_name(name):
            try:
                if entry.is_file():
                    yield shown, inner
            except OSError as error:
                problems.append(_describe_unreadable(shown, error))


def refuse_special(path: str) -> Problem | None:
    """The problem of a path that is neither a file nor a folder; reading a pipe or a device might never end."""
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
            return None
    except OSError as error:
        return _describe_unreadable(path, error)
    what = msg("{path} is no ordinary file but a pipe, a device or a socket.", path=path)
    return Problem("build-special-file", what, msg("Name a spec, a file that ends in .yaml."), Place(path))


def _describe_unreadable(path: str, error: OSError) -> Problem:
    what = msg("{path} cannot be looked at: {reason}.", path=path, reason=error.strerror or str(error))
    remedy = msg("Ask for the right to read it, or move it away. Everything else is built.")
    return Problem("build-unreadable", what, remedy, Place(path))


def _is_spec_name(name: str) -> bool:
    lower = name.lower()
    return lower.endswith(SUFFIXES) and lower != AGENCY_FILE and not lower.endswith((".layer.yaml", ".layer.yml"))


def _output_key(below: str) -> str:
    stem, suffix = os.path.splitext(below)
    return (stem if suffix.lower() in SUFFIXES else below) + ".docx"


def _find_clashes(targets: Iterable[Target]) -> dict[str, Problem]:
    """Targets that share an output."""
    owners: dict[str, list[Target]] = {}
    for target in targets:
        owners.setdefault(fold_key(target.key), []).append(target)
    clashes = {}
    for sharers in owners.values():
        for target in sharers if len(sharers) > 1 else ():
            others = ", ".join(other.spec for other in sharers if other is not target)
            what = msg("{others} would be written to the same file {output}.", others=others, output=target.output)
            remedy = msg("Rename one of the specs, or build them into different folders with -o.")
            clashes[target.spec_path] = Problem("build-same-output", what, remedy, Place(target.spec))
    return clashes


def shorten(path: str) -> str:
    """``path`` from here if that is shorter."""
    try:
        return min(os.path.relpath(path), path, key=len)
    except ValueError:
        return path


def fold_key(key: str) -> str:
    """``key`` as disks compare names that do not tell capitals and composition apart."""
    return (key if key.isascii() else unicodedata.normalize("NFC", key)).casefold()


def _explain_nothing(given: str) -> Problem:
    if not os.path.lexists(given):
        what, remedy = msg("There is no file or folder {path}.", path=given), msg("Check the name and the folder you are in.")
        return Problem("build-no-path", what, remedy, Place(given))
    what = msg("There is no spec (*.yaml) in the folder {path}.", path=given)
    remedy = msg("Name another folder, or start a spec, for example with: docgen new ke-hoach -o ke-hoach.yaml")
    return Problem("build-no-specs", what, remedy, Place(given))
