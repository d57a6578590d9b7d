"""The findings that were there when a project began to check: remembered in a file, so that only new ones count."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from docgen.checking.outcomes import CheckedFile, Status
from docgen.jobs.files import write_atomic
from docgen.problems import DocgenError, Place, Problem, msg, say_os_error

VERSION = 1


class Known(NamedTuple):
    """One remembered finding; ``path`` counts from the folder of the file that remembers it, with slashes."""

    path: str
    rule: str
    fingerprint: str


class Baseline:
    """The findings that the file ``path`` remembers."""

    def __init__(self, path: str, entries: Iterable[Known] = ()) -> None:
        self.path = path
        self.entries = tuple(entries)
        self._folder = os.path.dirname(os.path.abspath(path))
        self._by_path: dict[str, set[str]] = {}
        for entry in self.entries:
            self._by_path.setdefault(entry.path, set()).add(entry.fingerprint)

    def known(self, path: str) -> frozenset[str]:
        """The fingerprints that are remembered of the file ``path``."""
        return frozenset(self._by_path.get(self.key(path), ()))

    def save(self) -> None:
        """Write the file, whole or not at all. Raises ``DocgenError``."""
        lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in self.entries]
        listed = ",\n    ".join(lines)
        inner = f"\n    {listed}\n  " if lines else ""
        text = f'{{\n  "version": {VERSION},\n  "findings": [{inner}]\n}}\n'
        write_atomic(Path(self.path), text.encode("utf-8", "surrogatepass"))

    def key(self, path: str) -> str:
        """The file ``path`` as entries name it."""
        absolute = os.path.abspath(path)
        try:
            return os.path.relpath(absolute, self._folder).replace(os.sep, "/")
        except ValueError:
            # Windows: on another drive.
            return absolute.replace(os.sep, "/")


class Renewal:
    """A baseline made anew from the files of a check that was made without it, which are added one by one."""

    def __init__(self, old: Baseline) -> None:
        self._old, self._found = old, set[Known]()
        self._looked_at: set[str] = set()

    def add(self, file: CheckedFile) -> None:
        """Remember the findings of ``file``; of one that could not be read, what was known of it."""
        key = self._old.key(file.path)
        self._looked_at.add(key)
        if file.status is Status.UNREADABLE:
            self._found.update(entry for entry in self._old.entries if entry.path == key)
        for problem in file.findings:
            if problem.detail is not None and not problem.code.startswith("DG"):
                self._found.add(Known(key, problem.code, problem.detail.fingerprint))

    def finish(self) -> Baseline:
        """The new one, which keeps what the old one knows of other files that exist."""
        folder = os.path.dirname(os.path.abspath(self._old.path))
        others = (e for e in self._old.entries if e.path not in self._looked_at and os.path.exists(os.path.join(folder, e.path)))
        return Baseline(self._old.path, sorted(self._found.union(others)))


def load_baseline(path: str, *, may_be_missing: bool = False) -> Baseline:
    """The findings that the file ``path`` remembers. Raises ``DocgenError`` if it is not there or is something else."""
    try:
        # names of files that are no text come back as they were written
        with open(path, encoding="utf-8", errors="surrogatepass") as file:
            return Baseline(path, _entries(json.load(file)))
    except FileNotFoundError:
        if may_be_missing:
            return Baseline(path)
        what = msg("There is no file of known findings.")
        remedy = msg("Make it with --update-baseline.")
    except OSError as error:
        what = msg("The known findings cannot be read: {reason}.", reason=say_os_error(error))
        remedy = msg("Check the right to read the file.")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        what = msg("This file does not hold the known findings of docgen.")
        remedy = msg("Name another file, or delete it and make it anew with --update-baseline.")
    raise DocgenError(Problem("check-baseline", what, remedy, Place(path)))


def _entries(data: Mapping[str, object]) -> list[Known]:
    findings = data["findings"]
    if data["version"] != VERSION or not isinstance(findings, list):
        raise ValueError
    entries = [Known(entry["path"], entry["rule"], entry["fingerprint"]) for entry in findings]
    if not all(isinstance(value, str) for entry in entries for value in entry):
        raise ValueError
    return entries
