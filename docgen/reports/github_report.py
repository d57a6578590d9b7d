"""Workflow commands that GitHub Actions shows as annotations beside the lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.i18n import translate
from docgen.problems import Level, Message, Problem
from docgen.reports.findings import list_sentences
from docgen.reports.model import Entries, Entry, FileReport, Report

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


class GithubWriter:
    """One command a problem, then the closing lines as plain text for whoever reads the log."""

    def __init__(self, report: Report) -> None:
        self._language, self._entries = report.language, Entries()
        self._head = self._commands("", report.problems)

    def add(self, file: FileReport) -> str:
        """The commands about ``file``."""
        return self._commands(file.path, file.problems)

    def finish(self, closing: Sequence[Message]) -> tuple[str, str]:
        """The commands about no file; the closing lines."""
        lines = (_keep_plain(translate(line, self._language)) for line in closing)
        return self._head, "".join(f"{line}\n" for line in lines)

    def _commands(self, path: str, problems: Iterable[Problem]) -> str:
        return "".join(f"{_command(entry, self._language)}\n" for entry in self._entries.once(path, problems))


def _command(entry: Entry, language: str) -> str:
    problem, place = entry.problem, entry.problem.place
    properties: dict[str, object] = {}
    if entry.path:
        properties["file"] = entry.path.replace("\\", "/")
    if place is not None and place.line is not None:
        properties["line"] = place.line
        if place.column is not None:
            properties["col"] = place.column
            if place.end_column is not None and place.end_column > place.column:
                # GitHub marks columns inclusively.
                properties["endColumn"] = place.end_column - 1
    properties["title"] = f"docgen {problem.code}" + (f" {problem.detail.name}" if problem.detail else "")
    text = "\n".join([*list_sentences(problem, language), *([problem.suggestion] if problem.suggestion else [])])
    listed = ",".join(f"{name}={_escape_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[problem.level]} {listed}::{_escape(text)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _keep_plain(line: str) -> str:
    """A line that GitHub cannot take for a command."""
    return f" {line}" if line.startswith("::") else line
