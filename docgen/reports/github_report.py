"""Workflow commands that GitHub Actions shows as annotations beside the lines."""

from __future__ import annotations

from docgen.i18n import translate
from docgen.problems import Level
from docgen.reports.findings import list_sentences
from docgen.reports.model import Entry, Report, list_entries_once

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def write_github(report: Report) -> str:
    """One command a problem, then the closing lines as plain text for whoever reads the log."""
    commands = [_command(entry, report.language) for entry in list_entries_once(report)]
    closing = [_keep_plain(translate(line, report.language)) for line in report.closing]
    return "".join(f"{line}\n" for line in [*commands, *closing])


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
