"""docgen.toml, or ``[tool.docgen]`` of pyproject.toml: what a project always wants of the commands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path

from docgen.config.finding import folders_upwards
from docgen.problems import DocgenError, Message, Place, Problem, msg

CONFIG_FILE = "docgen.toml"
PYPROJECT = "pyproject.toml"
_PLACE_OF_ERROR = re.compile(r"\(at line (\d+), column (\d+)\)")
_TARGETS = ("docx", "pdf")
_LANGUAGES = ("vi", "en")
_FAIL_ON = ("error", "warning", "never")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the nearest configuration file says; ``None`` and empty where it says nothing.

    ``out``: the output folder (from the file's own folder). ``to``: ``docx``, ``pdf``. ``jobs``: number of processes.
    ``exclude``: patterns of paths that folders leave out. ``file``: the file that was read.
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
    file: Path | None = field(default=None, compare=False)


def load_settings(start: Path, explicit: Path | None = None) -> Settings:
    """The settings of ``explicit``, else of the nearest docgen.toml or pyproject.toml with ``[tool.docgen]`` in ``start`` or
    above it.

    Raises ``DocgenError`` with every unknown key, wrong value, or the place where the file is no TOML.
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
        text = path.read_text("utf-8-sig")
        read = tomllib.loads(text)
    except FileNotFoundError:
        raise _refuse(
            "config-missing", path, None, msg("There is no such file."), msg("Check the name given to --config.")
        ) from None
    except tomllib.TOMLDecodeError as error:
        found = _PLACE_OF_ERROR.search(str(error))
        line, column = (int(found[1]), int(found[2])) if found else (None, None)
        excerpt = text.splitlines()[line - 1] if line is not None and line <= len(text.splitlines()) else None
        reason = _PLACE_OF_ERROR.sub("", str(error)).strip()
        what = msg("This is not TOML: {reason}.", reason=reason)
        place = Place(str(path), line, column, None if column is None else column + 1, excerpt)
        raise DocgenError(
            Problem("config-not-toml", what, msg("Correct the line; texts stand in quotation marks."), place)
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        what = msg("This file cannot be read: {reason}.", reason=str(error))
        raise _refuse("config-unreadable", path, None, what, msg("Save it as UTF-8 and check the right to read it.")) from None
    if path.name != PYPROJECT:
        return read
    tool = read.get("tool", {})
    section = tool.get("docgen") if isinstance(tool, dict) else None
    return section if isinstance(section, dict) else None


def _settings(path: Path, table: Mapping[str, object]) -> Settings:
    allowed = [f.name.replace("_", "-") for f in fields(Settings) if f.name != "file"]
    values: dict[str, object] = {"file": path}
    problems: list[Problem] = []
    for key, value in table.items():
        if key not in allowed:
            problems.append(_unknown(path, key, allowed))
            continue
        read, wrong = _value(path.parent, key, value)
        if wrong is None:
            values[key.replace("-", "_")] = read
        else:
            problems.append(
                Problem("config-value", msg("{key} has a value that does not fit.", key=key), wrong, _place(path, key))
            )
    if problems:
        raise DocgenError(problems)
    return Settings(**values)  # type: ignore[arg-type]  # each value was checked for its own field


def _value(folder: Path, key: str, value: object) -> tuple[object, Message | None]:
    if key in ("out", "baseline"):
        return (folder / value, None) if isinstance(value, str) and value else (None, msg("Give a path in quotation marks."))
    if key == "jobs":
        is_count = isinstance(value, int) and not isinstance(value, bool) and value > 0
        return (value, None) if is_count else (None, msg("Give a whole number from 1."))
    if key in ("lang", "fail-on"):
        words = _LANGUAGES if key == "lang" else _FAIL_ON
        return (value, None) if value in words else (None, msg("Use one of: {words}.", words=", ".join(words)))
    if key == "standard":
        return (
            (value, None) if isinstance(value, str) and value else (None, msg("Give the name of a rule set in quotation marks."))
        )
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, list) or not all(isinstance(e, str) and e for e in entries):
        return None, msg('Give a list of texts: ["…", "…"].')
    if key == "to" and not set(entries) <= set(_TARGETS):
        return None, msg("Use one of: {words}.", words=", ".join(_TARGETS))
    return tuple(entries), None


def _unknown(path: Path, key: str, allowed: list[str]) -> Problem:
    near = get_close_matches(key.replace("_", "-"), allowed, n=1)
    what = msg('There is no setting "{key}".', key=key)
    remedy = msg("Did you mean {near}?", near=near[0]) if near else msg("Settings are: {keys}.", keys=", ".join(allowed))
    return Problem("config-unknown-key", what, remedy, _place(path, key))


def _place(path: Path, key: str) -> Place:
    """The line of ``key``; tomllib keeps no positions, so it is looked for."""
    lines = path.read_text("utf-8-sig").splitlines()
    pattern = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
    inside = path.name != PYPROJECT
    for i, line in enumerate(lines, 1):
        if path.name == PYPROJECT and line.lstrip().startswith("["):
            inside = line.strip() == "[tool.docgen]"
        if inside and pattern.match(line):
            column = len(line) - len(line.lstrip()) + 1
            return Place(str(path), i, column, column + len(key), line)
    return Place(str(path))


def _refuse(code: str, path: Path, line: int | None, what: Message, remedy: Message) -> DocgenError:
    return DocgenError(Problem(code, what, remedy, Place(str(path), line)))
