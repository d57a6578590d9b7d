"""GitLab's code quality report: a JSON list that merge requests show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docgen.problems import Level, Message, Problem
from docgen.reports.findings import say_in_one_line
from docgen.reports.model import Entries, Entry, FileReport, Report
from docgen.reports.writers import JsonList

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


class GitlabWriter:
    """One issue a problem. GitLab demands a path and a line: what has none is put on line 1 of what is known."""

    def __init__(self, report: Report) -> None:
        self._language, self._entries, self._list = report.language, Entries(), JsonList(0)
        self._head = "[" + self._issues("", report.problems)

    def add(self, file: FileReport) -> str:
        """The issues of ``file``."""
        return self._issues(file.path, file.problems)

    def finish(self, closing: Sequence[Message]) -> tuple[str, str]:
        """The issues of no file; the end of the list, which has no room for the closing lines."""
        return self._head, self._list.close() + "\n"

    def _issues(self, path: str, problems: Iterable[Problem]) -> str:
        return "".join(self._list.add(_issue(entry, self._language)) for entry in self._entries.once(path, problems))


def _issue(entry: Entry, language: str) -> dict[str, Any]:
    problem, place = entry.problem, entry.problem.place
    return {
        "description": say_in_one_line(problem, language),
        "check_name": problem.code,
        "fingerprint": entry.fingerprint,
        "severity": _SEVERITIES[problem.level],
        "location": {
            "path": entry.path.replace("\\", "/").removeprefix("./") or ".",
            "lines": {"begin": place.line if place and place.line else 1},
        },
    }
