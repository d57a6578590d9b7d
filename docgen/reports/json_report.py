"""The report for programs: version 1 of an envelope to which keys may be added, never renamed."""

from __future__ import annotations

from collections import Counter
from typing import Any

from docgen._version import __version__
from docgen.i18n import translate
from docgen.problems import Level
from docgen.reports.model import Entries, Entry, Report, count_levels
from docgen.reports.writers import WholeWriter, Writer, dump


def open_json(report: Report) -> Writer:
    """What writes ``report`` as one JSON object, indented, its texts in the report's language.

    ``problems`` at the top are those of no file; every file has one entry in ``files``. What is unknown is ``null``.
    """
    if report.kind == "check":
        from docgen.reports.check_json import CheckJsonWriter

        return CheckJsonWriter(report)
    if report.kind == "fix":
        from docgen.reports.fix_json import make_fix_envelope

        return WholeWriter(report, lambda whole: dump(make_fix_envelope(whole)) + "\n")
    if report.kind == "diff":
        from docgen.reports.diff_json import make_diff_envelope

        return WholeWriter(report, lambda whole: dump(make_diff_envelope(whole)) + "\n")
    return WholeWriter(report, lambda whole: dump(_envelope(whole)) + "\n")


def _envelope(report: Report) -> dict[str, Any]:
    entries = Entries()
    general = [_problem(entry, report.language) for entry in entries.of("", report.problems)]
    files = [
        {
            "path": file.path,
            "status": file.status,
            "output": file.output,
            "reason": translate(file.reason, report.language) if file.reason else None,
            "problems": [_problem(entry, report.language) for entry in entries.of(file.path, file.problems)],
        }
        for file in report.files
    ]
    levels = count_levels(report)
    statuses = Counter(file.status for file in report.files)
    summary = {
        "files": len(report.files),
        **{status: statuses[status] for status in ("written", "fresh", "stale", "kept", "failed")},
        "errors": levels[Level.ERROR],
        "warnings": levels[Level.WARNING],
        "infos": levels[Level.NOTE],
    }
    return {
        "version": 1,
        "tool": {"name": "docgen", "version": __version__},
        "language": report.language,
        "problems": general,
        "files": files,
        "summary": summary,
    }


def _problem(entry: Entry, language: str) -> dict[str, Any]:
    problem, place = entry.problem, entry.problem.place
    return {
        "rule": problem.code,
        "level": str(problem.level),
        "message": translate(problem.what, language),
        "remedy": translate(problem.remedy, language) if problem.remedy else None,
        "suggestion": problem.suggestion,
        "fingerprint": entry.fingerprint,
        "location": None
        if place is None
        else {
            "path": place.path,
            "line": place.line,
            "column": place.column,
            "end_column": place.end_column,
            "pointer": place.pointer,
            "text": place.excerpt,
        },
    }
