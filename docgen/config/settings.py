"""docgen.toml, or ``[tool.docgen]`` of pyproject.toml: what a project always wants of the commands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from docgen._version import __version__
from docgen.config.finding import folders_upwards
from docgen.config.toml import read_toml
from docgen.config.versions import allows
from docgen.problems import DocgenError, Message, Place, Problem, msg

CONFIG_FILE = "docgen.toml"
PYPROJECT = "pyproject.toml"
_TARGETS = ("docx", "pdf")
_LANGUAGES = ("vi", "en")
_FAIL_ON = ("error", "warning", "never")
_ONLY = ("all", "text")
_CHOICES = {"lang": _LANGUAGES, "fail-on": _FAIL_ON, "only": _ONLY}
_VERSION_KEY = "required-version"
_NAMES = {
    "standard": msg("Give the name of a rule set in quotation marks."),
    "agency": msg("Give the short name of an agency of agency.yaml in quotation marks."),
    _VERSION_KEY: msg("Write it like {example}.", example='">=0.2,<0.3"'),
}
_OVERRIDES = "overrides"
_CHECK = "check"


@dataclass(frozen=True, slots=True)
class Override:
    """What is different for some files: ``paths`` are globs over paths from the configuration's folder, with slashes.

    ``select`` takes the place of the general one, ``ignore`` is added to it; ``None`` and empty say nothing.
    """

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    standard: str | None = None
    fail_on: str | None = None
    only: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """``[check]``: what is said of files that are checked, not of specs that are made.

    ``standard``: the rule set of every Word file, or ``auto``. ``agency``: the short name of an agency, ``auto`` or ``none``.
    """

    standard: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What the nearest configuration file says; ``None`` and empty where it says nothing.

    ``out``: the output folder (from the file's own folder). ``to``: ``docx``, ``pdf``. ``jobs``: number of processes.
    ``exclude``: patterns of paths that folders leave out. ``select``, ``ignore``: codes, names or groups of rules. ``only``:
    ``text`` leaves rules out that are not the words of an act. ``preview``: new rules count already. ``required_version``:
    the versions of docgen that may read the file. ``file``: the file that was read.
    """

    out: Path | None = None
    to: tuple[str, ...] = ()
    jobs: int | None = None
    lang: str | None = None
    standard: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: Path | None = None
    fail_on: str | None = None
    only: str | None = None
    preview: bool | None = None
    required_version: str | None = None
    overrides: tuple[Override, ...] = ()
    check: CheckSettings = CheckSettings()
    file: Path | None = field(default=None, compare=False)


def load_settings(start: Path, explicit: Path | None = None) -> Settings:
    """The settings of ``explicit``, else of the nearest docgen.toml or pyproject.toml with ``[tool.docgen]`` in ``start`` or
    above it.

    Raises ``DocgenError`` with every unknown key, wrong value, or the place where the file is no TOML; alone, when the file
    asks for another version of docgen.
    """
    if explicit is not None:
        return _settings(explicit, _table(explicit) or {})
    for folder in folders_upwards(start):
        for name in (CONFIG_FILE, PYPROJECT):
            path = folder / name
            table = _table(path) if path.is_file() else None
            if table is not None:
                return _settings(path, table)
    return Settings()


def _table(path: Path) -> Mapping[str, object] | None:
    """The settings that stand in ``path``; ``None`` for a pyproject.toml that is not about docgen."""
    try:
        remedy = msg("Correct the line; texts stand in quotation marks.")
        read = read_toml(path, code="config-not-toml", remedy=remedy, unreadable="config-unreadable")
    except FileNotFoundError:
        what, remedy = msg("There is no such file."), msg("Check the name given to --config.")
        raise DocgenError(Problem("config-missing", what, remedy, Place(str(path)))) from None
    if path.name != PYPROJECT:
        return read
    tool = read.get("tool", {})
    section = tool.get("docgen") if isinstance(tool, dict) else None
    return section if isinstance(section, dict) else None


def _settings(path: Path, table: Mapping[str, object]) -> Settings:
    if (wanted := table.get(_VERSION_KEY)) is not None:
        # Another version may know other keys: nothing else is worth saying.
        _require_version(path, wanted)
    problems: list[Problem] = []
    rest = {key: value for key, value in table.items() if key not in (_OVERRIDES, _CHECK)}
    known = [key for key in _keys(Settings) if key != "file"]
    values = _values(path, rest, known, problems)
    overrides = table.get(_OVERRIDES, [])
    if not isinstance(overrides, list) or not all(isinstance(entry, dict) for entry in overrides):
        remedy = msg("Write one table [[overrides]] for each group of files.")
        problems.append(_misfit(path, _OVERRIDES, remedy))
    else:
        values["overrides"] = tuple(Override(**_override(path, entry, problems)) for entry in overrides)
    own = table.get(_CHECK, {})
    if isinstance(own, dict):
        values["check"] = CheckSettings(**_values(path, own, _keys(CheckSettings), problems, _CHECK))
    else:
        remedy = msg("Write a table [check] with the keys {keys}.", keys=", ".join(_keys(CheckSettings)))
        problems.append(_misfit(path, _CHECK, remedy))
    if problems:
        raise DocgenError(problems)
    return Settings(**values, file=path)


def _override(path: Path, entry: Mapping[str, object], problems: list[Problem]) -> dict[str, Any]:
    if not entry.get("paths"):
        problems.append(_misfit(path, _OVERRIDES, msg('Say which files are meant: paths = ["…"].')))
    return _values(path, entry, _keys(Override), problems)


def _keys(shape: type[Settings] | type[Override] | type[CheckSettings]) -> list[str]:
    return [f.name.replace("_", "-") for f in fields(shape)]


def _values(
    path: Path, table: Mapping[str, object], allowed: list[str], problems: list[Problem], name: str = ""
) -> dict[str, Any]:
    """What ``table`` says, by the names of the fields; ``name``: that of a table below the settings."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in allowed:
            problems.append(_unknown(path, key, allowed, name))
            continue
        read, wrong = _value(path.parent, key, value)
        if wrong is None:
            values[key.replace("-", "_")] = read
        else:
            problems.append(_misfit(path, key, wrong, name))
    return values


def _misfit(path: Path, key: str, remedy: Message, name: str = "") -> Problem:
    return Problem("config-value", msg("{key} has a value that does not fit.", key=key), remedy, find_key(path, key, name))


def _require_version(path: Path, wanted: object) -> None:
    try:
        if not isinstance(wanted, str):
            raise ValueError(wanted)
        fits = allows(wanted, __version__)
    except ValueError:
        remedy = msg("Write it like {example}.", example='">=0.2,<0.3"')
        raise DocgenError(_misfit(path, _VERSION_KEY, remedy)) from None
    if not fits:
        what = msg("This project asks for docgen {wanted}; this is docgen {version}.", wanted=wanted, version=__version__)
        remedy = msg("Install a version that fits, or change {key}.", key=_VERSION_KEY)
        raise DocgenError(Problem("config-version", what, remedy, find_key(path, _VERSION_KEY)))


def _value(folder: Path, key: str, value: object) -> tuple[object, Message | None]:
    if key in ("out", "baseline"):
        return (folder / value, None) if isinstance(value, str) and value else (None, msg("Give a path in quotation marks."))
    if key == "jobs":
        is_count = isinstance(value, int) and not isinstance(value, bool) and value > 0
        return (value, None) if is_count else (None, msg("Give a whole number from 1."))
    if key == "preview":
        return (value, None) if isinstance(value, bool) else (None, msg("Use true or false."))
    if words := _CHOICES.get(key):
        return (value, None) if value in words else (None, msg("Use one of: {words}.", words=", ".join(words)))
    if key in _NAMES:
        return (value, None) if isinstance(value, str) and value else (None, _NAMES[key])
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, list) or not all(isinstance(e, str) and e for e in entries):
        return None, msg('Give a list of texts: ["…", "…"].')
    if key == "to" and not set(entries) <= set(_TARGETS):
        return None, msg("Use one of: {words}.", words=", ".join(_TARGETS))
    return tuple(entries), None


def _unknown(path: Path, key: str, allowed: list[str], name: str) -> Problem:
    near = get_close_matches(key.replace("_", "-"), allowed, n=1)
    what = msg('There is no setting "{key}".', key=key)
    remedy = msg("Did you mean {near}?", near=near[0]) if near else msg("Settings are: {keys}.", keys=", ".join(allowed))
    return Problem("config-unknown-key", what, remedy, find_key(path, key, name))


def find_value(path: Path, value: str) -> Place:
    """The place where ``value`` stands in quotation marks in the file ``path``; of the file alone if it does not."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return Place(str(path))
    quoted = (f'"{value}"', f"'{value}'")
    for number, line in enumerate(lines, 1):
        if at := max(map(line.find, quoted)) + 1:
            return Place(str(path), number, at, at + len(value) + 2, line)
    return Place(str(path))


def find_key(path: Path, key: str, name: str = "") -> Place:
    """The line of ``key`` in the table called ``name``; tomllib keeps no positions, so it is looked for."""
    lines = path.read_text("utf-8-sig").splitlines()
    pattern = re.compile(rf"""\s*(?:["']?{re.escape(key)}["']?\s*=|\[\[?(?:tool\.docgen\.)?{re.escape(key)}\]\]?)""")
    project = path.name == PYPROJECT
    inside = not project and not name
    for i, line in enumerate(lines, 1):
        if line.lstrip().startswith("["):
            header = line.strip().strip("[]").strip().removeprefix("tool.")
            own = header.removeprefix("docgen").removeprefix(".") if project else header
            # keys of [[overrides]] are looked for wherever they stand
            inside = header.startswith("docgen") if project else True
            inside = inside and (own == name if name else own != _CHECK or key == _CHECK)
        if inside and pattern.match(line):
            column = len(line) - len(line.lstrip()) + 1
            return Place(str(path), i, column, column + len(key), line)
    return Place(str(path))
