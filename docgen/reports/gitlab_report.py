"""GitLab's code quality report: a JSON list that merge requests show."""

from __future__ import annotations

import json

from docgen.problems import Level
from docgen.reports.findings import list_sentences
from docgen.reports.model import Report, list_entries_once

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def write_gitlab(report: Report) -> str:
    """One issue a problem. GitLab demands a path and a line: what has none is put on line 1 of what is known."""
    issues = []
    for entry in list_entries_once(report):
        problem, place = entry.problem, entry.problem.place
        issues.append(
            {
                "description": " ".join(list_sentences(problem, report.language)),
                "check_name": problem.code,
                "fingerprint": entry.fingerprint,
                "severity": _SEVERITIES[problem.level],
                "location": {
                    "path": entry.path.replace("\\", "/").removeprefix("./") or ".",
                    "lines": {"begin": place.line if place and place.line else 1},
                },
            }
        )
    return json.dumps(issues, ensure_ascii=True, indent=2) + "\n"
