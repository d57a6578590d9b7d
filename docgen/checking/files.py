"""Which files there are to check: Word files and specs, named one by one or found in folders."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from docgen.problems import DocgenError, Level, Message, Place, Problem, msg, say_os_error

WORD_SUFFIXES = (".docx", ".docm")
SPEC_SUFFIXES = (".yaml", ".yml")
OTHER_SUFFIXES = (".doc", ".odt", ".rtf")
"""Text documents that docgen does not read."""
AGENCY_FILE = "agency.yaml"
_LAYERS = (".layer.yaml", ".layer.yml")
_LOCK = "~$"
_SNIFFED = 1 << 16
"""So many bytes of a YAML file are looked at for a key that only specs have."""
_NAMED = 3
"""So many of the files that are passed over are named."""
_SAVE = msg("Open them in Word or LibreOffice and save them as “Word Document (.docx)”.")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to check, or the ``problem`` that says why a path that was given is none."""

    path: str
    problem: Problem | None = None

    @property
    def is_spec(self) -> bool:
        """Whether it is a YAML file."""
        return self.path.lower().endswith(SPEC_SUFFIXES)


def find_files(paths: Iterable[str | os.PathLike[str]], exclude: Sequence[str] = ()) -> tuple[list[Found], list[Problem]]:
    """The files that ``paths`` name, each once, in the order given, those of a folder sorted; and what is to be said of
    folders: that there are none, or text documents in other formats (a note).

    A folder gives its Word files and specs, without names that begin with a dot, Word's lock files (``~$…``), ``agency.yaml``,
    layers, YAML files that are no specs, and what ``exclude`` (globs over the name or the path below the folder) names; links
    to folders inside it are not followed. A file that is named itself is taken whatever its name.
    """
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    for path in paths:
        given = os.fspath(path)
        before = len(found)
        was_there = False
        others: list[str] = []
        for one in _list(given, exclude, others):
            was_there = True
            found.setdefault(os.path.abspath(one.path), one)
        if len(found) == before and not was_there:
            problems.append(_nothing(given, others))
        elif others:
            problems.append(_passed_over(given, others))
    return list(found.values()), problems


def read_list(text: str) -> list[str]:
    """The paths in a list of files: one a line, or ended by NUL characters as ``git ls-files -z`` writes them."""
    lines = text.removeprefix("\ufeff").split("\0") if "\0" in text else text.removeprefix("\ufeff").splitlines()
    return [line for line in lines if line.strip()]


def read_list_file(path: str) -> list[str]:
    """The paths in the file ``path``. Raises ``DocgenError`` if it cannot be read."""
    try:
        with open(path, encoding="utf-8") as file:
            return read_list(file.read())
    except (OSError, UnicodeDecodeError) as error:
        reason = say_os_error(error) if isinstance(error, OSError) else "UTF-8"
        what = msg("The list of files cannot be read: {reason}.", reason=reason)
        remedy = msg("Check the name given to --files-from; the file holds one path a line, in UTF-8.")
        raise DocgenError(Problem("check-list", what, remedy, Place(path))) from None


def is_agency_file(path: str) -> bool:
    """Whether ``path`` is what several specs share."""
    return os.path.basename(path).casefold() == AGENCY_FILE


def _list(given: str, exclude: Sequence[str], others: list[str]) -> Iterator[Found]:
    """What a path gives; ``others`` takes the text documents of folders that are passed over."""
    try:
        mode = os.stat(given).st_mode
    except OSError as error:
        if os.path.lexists(given):
            yield Found(given, _unreadable(given, error))
        else:
            what = msg("There is no file or folder of this name.")
            remedy = msg("Check the name and the folder you are in.")
            yield Found(given, Problem("check-no-path", what, remedy, Place(given)))
        return
    if stat.S_ISDIR(mode):
        # "." as a prefix of every path would only be noise.
        yield from _walk("" if os.path.normpath(given) == os.curdir else given, "", exclude, others)
    elif stat.S_ISREG(mode):
        yield Found(given)
    else:
        # Reading a pipe or a device might never end.
        what = msg("This is no ordinary file but a pipe, a device or a socket.")
        yield Found(given, Problem("check-special-file", what, msg("Name a Word file, a spec or a folder."), Place(given)))


def _walk(folder: str, below: str, exclude: Sequence[str], others: list[str]) -> Iterator[Found]:
    try:
        with os.scandir(folder or os.curdir) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError as error:
        yield Found(folder, _unreadable(folder, error))
        return
    for entry in entries:
        name = entry.name
        inner = f"{below}/{name}" if below else name
        if name.startswith((".", _LOCK)) or any(fnmatchcase(name, glob) or fnmatchcase(inner, glob) for glob in exclude):
            continue
        shown = os.path.join(folder, name)
        # A link to a folder may lead back to where it stands.
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(shown, inner, exclude, others)
        elif _is_document(entry, shown):
            # what is no ordinary file (a pipe, a link that leads nowhere) is told as if it had been named
            yield from [Found(shown)] if _is_ordinary(entry) else _list(shown, (), others)
        elif name.lower().endswith(OTHER_SUFFIXES) and _is_ordinary(entry):
            others.append(shown)


def _is_document(entry: os.DirEntry[str], shown: str) -> bool:
    lower = entry.name.lower()
    try:
        if lower.endswith(WORD_SUFFIXES):
            # A link that leads nowhere is reported, a folder of that name is not.
            return not entry.is_dir()
        is_yaml = lower.endswith(SPEC_SUFFIXES) and lower != AGENCY_FILE and not lower.endswith(_LAYERS)
        return is_yaml and entry.is_file() and _looks_like_spec(shown)
    except OSError:
        return True


def _is_ordinary(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _looks_like_spec(path: str) -> bool:
    """Whether a YAML file has a key at its margin that only specs have; what is no UTF-8 text is left to the loader."""
    try:
        with open(path, "rb") as file:
            head = file.read(_SNIFFED)
    except OSError:
        return True
    try:
        text = head.decode("utf-8-sig", "strict" if len(head) < _SNIFFED else "ignore")
    except UnicodeDecodeError:
        return True
    return _spec_keys().search(text) is not None


def _spec_keys() -> re.Pattern[str]:
    global _keys
    if _keys is None:
        from docgen.config.keys import key_table

        table = key_table()["document"]
        names = [name for key in ("standard", "issuer", "distribution", "signature") for name in table[key][:2]]
        listed = "|".join(sorted(map(re.escape, names)))
        _keys = re.compile(rf"^[\"']?(?:{listed})[\"']?\s*:", re.MULTILINE | re.IGNORECASE)
    return _keys


_keys: re.Pattern[str] | None = None


def _unreadable(path: str, error: OSError) -> Problem:
    what = msg("It cannot be looked at: {reason}.", reason=say_os_error(error))
    remedy = msg("Ask for the right to read it, or move it away. Everything else is checked.")
    return Problem("check-unreadable", what, remedy, Place(path or os.curdir))


def _passed_over(given: str, others: Sequence[str]) -> Problem:
    """A note on the text documents of a folder that docgen does not read."""
    what = msg("docgen reads .docx; these files were passed over: {names}.", names=_name_some(others))
    return Problem("check-other-format", what, _SAVE, Place(given), Level.NOTE)


def _name_some(paths: Sequence[str]) -> str | Message:
    names = ", ".join(paths[:_NAMED])
    more = len(paths) - _NAMED
    return names if more <= 0 else msg("{names} and {count} more", names=names, count=more)


def _nothing(given: str, others: Sequence[str]) -> Problem:
    if others:
        names = _name_some(others)
        what = msg("There is no .docx and no spec in this folder, only files in other formats: {names}.", names=names)
        return Problem("check-no-files", what, _SAVE, Place(given))
    what = msg("There is no Word file and no spec in this folder.")
    return Problem("check-no-files", what, msg("Name another folder, or the files themselves."), Place(given))
