"""The report of a check for programs: version 1; keys may be added to it, never renamed. ``report.schema.json`` describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from docgen._version import __version__
from docgen.i18n import translate
from docgen.problems import Detail, Level, Message, Place, Problem
from docgen.reports.counting import LEVELS, RuleCounts, Summary
from docgen.reports.findings import say
from docgen.reports.model import FileReport, Report
from docgen.reports.writers import JsonList, dump

SCHEMA_FILE = Path(__file__).with_name("report.schema.json")


def read_schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of the report."""
    return cast("dict[str, Any]", json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


class CheckJsonWriter:
    """One JSON object, its texts in the report's language. What is unknown is ``null``."""

    def __init__(self, report: Report) -> None:
        self._report, self._list = report, JsonList(1)
        self._summary, self._rules = Summary(), RuleCounts()

    def add(self, file: FileReport) -> str:
        """The entry of ``file``."""
        self._summary.add(file)
        if self._report.statistics:
            self._rules.add(file)
        return self._list.add(_file(file, self._report.language))

    def finish(self, closing: Sequence[Message]) -> tuple[str, str]:
        """What stands before and behind the files; the closing lines are for people."""
        language = self._report.language
        first = {"version": 1, "tool": {"name": "docgen", "version": __version__}, "language": language, "files": []}
        head, _, _ = dump(first).rpartition("]")
        last: dict[str, Any] = {
            "problems": [_problem(problem, language) for problem in self._report.problems],
            "summary": self._summary.numbers,
        }
        if self._report.statistics:
            last["statistics"] = [asdict(row) for row in self._rules.rows()]
        return head, f"{self._list.close()},{dump(last).removeprefix('{')}\n"


def _file(file: FileReport, language: str) -> dict[str, Any]:
    checked = file.checked
    documents = [
        {"standard": one.standard, "type": one.type, "date": one.date, "draft": one.draft}
        for one in (checked.documents if checked else ())
    ]
    others = [problem for problem in file.problems if problem.detail is None]
    error = next((problem for problem in others if problem.level is Level.ERROR), None)
    return {
        "path": file.path,
        "status": file.status,
        "standard": documents[0]["standard"] if documents else None,
        "type": documents[0]["type"] if documents else None,
        "documents": documents,
        "error": None if error is None else _short(error, language),
        "problems": [_problem(problem, language) for problem in others],
        "findings": [_finding(p, p.detail, language) for p in file.problems if p.detail is not None],
        "skipped": [
            {"rule": one.rule, "reason": translate(one.reason, language), "document": one.document}
            for one in (checked.skipped if checked else ())
        ],
        "known": checked.known if checked else 0,
        "annotated": checked.annotated if checked else None,
    }


def _short(problem: Problem, language: str) -> dict[str, Any]:
    return {
        "rule": problem.code,
        "message": translate(problem.what, language),
        "remedy": translate(problem.remedy, language) if problem.remedy else None,
    }


def _problem(problem: Problem, language: str) -> dict[str, Any]:
    place = problem.place
    return {
        **_short(problem, language),
        "level": LEVELS[problem.level],
        "suggestion": problem.suggestion,
        "location": None if place is None else {**_spot(place), "pointer": place.pointer, "text": place.excerpt},
    }


def _finding(problem: Problem, detail: Detail, language: str) -> Mapping[str, Any]:
    return {
        "rule": problem.code,
        "name": detail.name,
        "kind": detail.kind,
        "level": LEVELS[problem.level],
        "tier": detail.tier,
        "clause": detail.clause,
        "message": translate(problem.what, language),
        "remedy": translate(problem.remedy, language) if problem.remedy else None,
        "expected": say(detail.expected, language),
        "actual": say(detail.actual, language),
        "component": detail.component,
        "label": say(detail.label, language),
        "sure": detail.sure,
        "fixable": detail.fixable,
        "fix": detail.fix,
        "suggestion": problem.suggestion,
        "fingerprint": detail.fingerprint,
        "suppressed": detail.suppressed,
        "location": {
            "document": detail.document,
            "part": detail.part,
            "paragraph": detail.paragraph,
            "start": detail.start,
            "end": detail.end,
            "text": detail.text,
            "page": detail.page,
            "spec": None if detail.spec is None else _spot(detail.spec),
        },
    }


def _spot(place: Place) -> dict[str, Any]:
    return {"path": place.path, "line": place.line, "column": place.column}
