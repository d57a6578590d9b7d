"""The report of a fix for programs: version 1; keys may be added to it, never renamed. ``fix.schema.json`` describes it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docgen._version import __version__
from docgen.i18n import translate
from docgen.problems import Level, Problem
from docgen.reports.model import FileReport, Report

if TYPE_CHECKING:
    from docgen.checking.fixed import Change

SCHEMA_FILE = Path(__file__).with_name("fix.schema.json")
_STATUSES = ("fixed", "fixable", "unchanged", "kept", "failed", "unreadable", "foreign")
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "info"}


def read_fix_schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of what ``make_fix_envelope`` gives."""
    return cast("dict[str, Any]", json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def make_fix_envelope(report: Report) -> dict[str, Any]:
    """``report`` as one JSON object, its texts in the report's language. What is unknown is ``None``."""
    statuses = Counter(file.status for file in report.files)
    return {
        "version": 1,
        "tool": {"name": "docgen", "version": __version__},
        "language": report.language,
        "files": [_file(file, report.language) for file in report.files],
        "problems": [_problem(problem, report.language) for problem in report.problems],
        "summary": {
            "files": len(report.files),
            **{status: statuses[status] for status in _STATUSES},
            "changes": sum(len(file.fixed.changes) for file in report.files if file.fixed),
        },
    }


def _file(file: FileReport, language: str) -> dict[str, Any]:
    fixed = file.fixed
    return {
        "path": file.path,
        "status": file.status,
        "output": file.output,
        "changes": [_change(change, language) for change in (fixed.changes if fixed else ())],
        "left": {name: getattr(fixed, name) if fixed else 0 for name in ("by_hand", "unsafe", "stubborn")},
        "problems": [_problem(problem, language) for problem in file.problems],
    }


def _change(change: Change, language: str) -> dict[str, Any]:
    edit = change.edit
    return {
        "rule": change.rule,
        "name": change.name,
        "part": edit.part,
        "element": edit.element,
        "property": edit.property,
        "before": edit.before,
        "after": edit.after,
        "text": edit.text,
        "message": f"{translate(edit.place, language)}: {translate(edit.words, language)}",
    }


def _problem(problem: Problem, language: str) -> dict[str, Any]:
    return {
        "rule": problem.code,
        "level": _LEVELS[problem.level],
        "message": translate(problem.what, language),
        "remedy": translate(problem.remedy, language) if problem.remedy else None,
        "path": problem.place.path if problem.place else None,
    }
