"""Which specs there are, and the Word file that each of them makes."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from docgen.problems import Place, Problem, msg

SUFFIXES = (".yaml", ".yml")
AGENCY_FILE = "agency.yaml"


@dataclass(frozen=True, slots=True)
class Target:
    """A spec and its output. ``spec`` and ``output`` as the user would write them, ``key`` the output below the out folder."""

    spec: str
    output: str
    key: str
    spec_path: str
    output_path: str


@dataclass(frozen=True, slots=True)
class Discovery:
    """All targets in order, and what is wrong; ``clashes`` says by ``spec_path`` which may not be built, and why."""

    targets: tuple[Target, ...]
    clashes: Mapping[str, Problem]
    problems: tuple[Problem, ...]


def discover(paths: Iterable[str | os.PathLike[str]], out: str | os.PathLike[str], exclude: Sequence[str] = ()) -> Discovery:
    """The specs in ``paths``, files and folders, each with its output below the folder ``out``.

    A folder gives its ``*.yaml`` and ``*.yml``, sorted, without ``agency.yaml``, layers (``*.layer.yaml``), names that begin
    with a dot, and what ``exclude`` (globs over the name or the path below the folder) names; outputs keep the folders below
    it. A file that is named itself is taken whatever its name. Nothing is read.
    """
    out_shown, out_path = os.fspath(out), os.path.abspath(out)
    targets: dict[str, Target] = {}
    problems: list[Problem] = []
    for path_like in paths:
        given = os.fspath(path_like)
        found = False
        for shown, below in _list_specs(given, out_path, exclude):
            found = True
            path = os.path.abspath(shown)
            if path not in targets:
                key = _output_key(below)
                output = os.path.join(out_shown, *key.split("/"))
                targets[path] = Target(shown, output, key, path, os.path.join(out_path, *key.split("/")))
        if not found:
            problems.append(_explain_nothing(given))
    return Discovery(tuple(targets.values()), _find_clashes(targets.values()), tuple(problems))


def _list_specs(given: str, out_path: str, exclude: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of the path as shown and the path below ``given`` with slashes."""
    if os.path.isdir(given):
        # "." as a prefix of every path would only be noise.
        start = "" if os.path.normpath(given) == os.curdir else given
        yield from _walk(start, "", out_path, exclude)
    elif os.path.lexists(given):
        yield given, os.path.basename(given)


def _walk(folder: str, below: str, out_path: str, exclude: Sequence[str]) -> Iterator[tuple[str, str]]:
    try:
        with os.scandir(folder or os.curdir) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        name = entry.name
        inner = f"{below}/{name}" if below else name
        if name[0] == "." or any(fnmatchcase(name, glob) or fnmatchcase(inner, glob) for glob in exclude):
            continue
        shown = os.path.join(folder, name)
        if entry.is_dir(follow_symlinks=False):
            if os.path.abspath(shown) != out_path:
                yield from _walk(shown, inner, out_path, exclude)
        elif _is_spec_name(name) and entry.is_file():
            yield shown, inner


def _is_spec_name(name: str) -> bool:
    lower = name.lower()
    return lower.endswith(SUFFIXES) and lower != AGENCY_FILE and not lower.endswith((".layer.yaml", ".layer.yml"))


def _output_key(below: str) -> str:
    stem, suffix = os.path.splitext(below)
    return (stem if suffix.lower() in SUFFIXES else below) + ".docx"


def _find_clashes(targets: Iterable[Target]) -> dict[str, Problem]:
    """Targets that share an output; names that differ only in case or composition are one name on some disks."""
    owners: dict[str, list[Target]] = {}
    for target in targets:
        key = target.key if target.key.isascii() else unicodedata.normalize("NFC", target.key)
        owners.setdefault(key.casefold(), []).append(target)
    clashes = {}
    for sharers in owners.values():
        for target in sharers if len(sharers) > 1 else ():
            others = ", ".join(other.spec for other in sharers if other is not target)
            what = msg("{others} would be written to the same file {output}.", others=others, output=target.output)
            remedy = msg("Rename one of the specs, or build them into different folders with -o.")
            clashes[target.spec_path] = Problem("build-same-output", what, remedy, Place(target.spec))
    return clashes


def _explain_nothing(given: str) -> Problem:
    if not os.path.lexists(given):
        what, remedy = msg("There is no file or folder {path}.", path=given), msg("Check the name and the folder you are in.")
        return Problem("build-no-path", what, remedy, Place(given))
    what = msg("There is no spec (*.yaml) in the folder {path}.", path=given)
    remedy = msg("Name another folder, or start a spec, for example with: docgen new ke-hoach -o ke-hoach.yaml")
    return Problem("build-no-specs", what, remedy, Place(given))
