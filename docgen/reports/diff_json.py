"""The report of a comparison for programs: version 1; keys may be added to it, never renamed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from docgen._version import __version__
from docgen.i18n import translate
from docgen.problems import Level, Message, Problem
from docgen.reports.model import Report

if TYPE_CHECKING:
    from docgen.recovery.differences.model import Compared, Difference, Spot

_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "info"}


def make_diff_envelope(report: Report) -> dict[str, Any]:
    """``report`` as one JSON object, its texts in the report's language. What is unknown is ``None``.

    ``equal`` is ``None`` where the documents could not be compared.
    """
    compared = next((file.compared for file in report.files if file.compared is not None), None)
    differences = compared.comparison.differences if compared else ()
    kinds = Counter(str(one.kind) for one in differences)
    return {
        "version": 1,
        "tool": {"name": "docgen", "version": __version__},
        "language": report.language,
        "old": compared.old if compared else None,
        "new": compared.new if compared else None,
        "equal": compared.comparison.is_equal if compared else None,
        "differences": [_difference(one, report.language) for one in differences],
        "notes": [translate(note, report.language) for note in compared.comparison.notes] if compared else [],
        "redline": _redline(compared, report.language),
        "problems": [_problem(problem, report.language) for problem in report.problems],
        "summary": {"differences": len(differences), "kinds": dict(sorted(kinds.items()))},
    }


def _redline(compared: Compared | None, language: str) -> dict[str, Any] | None:
    if compared is None or compared.redline is None:
        return None
    return {"path": compared.redline, "not_shown": [translate(note, language) for note in compared.not_shown]}


def _difference(one: Difference, language: str) -> dict[str, Any]:
    return {
        "kind": str(one.kind),
        "role": one.role,
        "property": one.aspect or None,
        "before": _say(one.before, language),
        "after": _say(one.after, language),
        "message": translate(one.what, language),
        "words": [{"change": piece.change, "text": piece.text} for piece in one.words],
        "old": _spot(one.old, language),
        "new": _spot(one.new, language),
    }


def _say(value: str | Message, language: str) -> str | None:
    return (translate(value, language) if isinstance(value, Message) else value) or None


def _spot(spot: Spot | None, language: str) -> dict[str, Any] | None:
    if spot is None:
        return None
    return {
        "part": spot.part or None,
        "paragraph": spot.paragraph,
        "component": spot.component or None,
        "label": _say(spot.label, language),
        "outline": _say(spot.outline, language),
        "where": translate(spot.where, language) if spot.where is not None else None,
        "text": spot.text,
        "spec": None if spot.spec is None else {"path": spot.spec.path, "line": spot.spec.line, "column": spot.spec.column},
    }


def _problem(problem: Problem, language: str) -> dict[str, Any]:
    place = problem.place
    return {
        "rule": problem.code,
        "level": _LEVELS[problem.level],
        "message": translate(problem.what, language),
        "remedy": translate(problem.remedy, language) if problem.remedy else None,
        "path": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }
