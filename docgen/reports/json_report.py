"""The report for programs: version 1 of an envelope to which keys may be added, never renamed."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from docgen._version import __version__
from docgen.i18n import translate
from docgen.problems import Level
from docgen.reports.model import Entry, Report, count_levels, list_entries


def write_json(report: Report) -> str:
    """``report`` as one JSON object, indented, its texts in the report's language.

    ``problems`` at the top are those of no file; every file has one entry in ``files``. What is unknown is ``null``.
    """
    if report.kind == "check":
        from docgen.reports.check_json import make_envelope

        return _dump(make_envelope(report))
    if report.kind == "fix":
        from docgen.reports.fix_json import make_fix_envelope

        return _dump(make_fix_envelope(report))
    if report.kind == "diff":
        from docgen.reports.diff_json import make_diff_envelope

        return _dump(make_diff_envelope(report))
    entries = list_entries(report)
    general = [_problem(next(entries), report.language) for _ in report.problems]
    files = [
        {
            "path": file.path,
            "status": file.status,
            "output": file.output,
            "reason": translate(file.reason, report.language) if file.reason else None,
            "problems": [_problem(next(entries), report.language) for _ in file.problems],
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
    envelope = {
        "version": 1,
        "tool": {"name": "docgen", "version": __version__},
        "language": report.language,
        "problems": general,
        "files": files,
        "summary": summary,
    }
    return _dump(envelope)


def _dump(envelope: dict[str, Any]) -> str:
    # A path may hold what UTF-8 cannot (lone surrogates on Linux); then plain escapes are the only honest way.
    text = json.dumps(envelope, ensure_ascii=False, indent=2)
    return (text if _encodes(text) else json.dumps(envelope, indent=2)) + "\n"


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


def _encodes(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
