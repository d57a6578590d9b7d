"""SARIF 2.1.0 for code scanning (GitHub, Azure DevOps, editors)."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from docgen._version import __version__
from docgen.i18n import translate
from docgen.problems import Place
from docgen.reports.model import Entry, Report, list_entries_once


def write_sarif(report: Report) -> str:
    """``report`` as a SARIF log with one run; columns count Unicode characters, relative paths hang on ``%SRCROOT%``."""
    entries = list(list_entries_once(report))
    rules = sorted({entry.problem.code for entry in entries})
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "docgen",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [{"id": code, "name": _pascal(code)} for code in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder in which docgen ran."}}},
                "results": [_result(entry, rules.index(entry.problem.code), report.language) for entry in entries],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=True, indent=2) + "\n"


def _result(entry: Entry, index: int, language: str) -> dict[str, Any]:
    problem = entry.problem
    sentences = [translate(message, language) for message in (problem.what, problem.remedy) if message is not None]
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": str(problem.level),
        "message": {"text": "\n".join(sentences)},
        "partialFingerprints": {"docgen/v1": entry.fingerprint},
    }
    if not entry.path:
        return result
    place = problem.place or Place(entry.path)
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(entry.path), **_region(place)}}
    if place.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": place.pointer}]
    result["locations"] = [location]
    if problem.suggestion is not None and place.line is not None:
        line = {"startLine": place.line, "startColumn": 1, "endColumn": len(place.excerpt or "") + 1}
        change = {"deletedRegion": line, "insertedContent": {"text": problem.suggestion}}
        result["fixes"] = [{"artifactChanges": [{"artifactLocation": _artifact(entry.path), "replacements": [change]}]}]
    return result


def _region(place: Place) -> dict[str, Any]:
    if place.line is None:
        return {}
    region: dict[str, Any] = {"startLine": place.line}
    if place.column is not None:
        region["startColumn"] = place.column
        if place.end_column is not None and place.end_column > place.column:
            region["endColumn"] = place.end_column
    if place.excerpt is not None:
        region["snippet"] = {"text": place.excerpt}
    return {"region": region}


def _artifact(path: str) -> dict[str, str]:
    """A relative path as a URI below the source root, an absolute one as a ``file:`` URI."""
    pure = PurePath(path)
    if pure.is_absolute():
        return {"uri": pure.as_uri()}
    return {"uri": quote(pure.as_posix(), errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}


def _pascal(code: str) -> str:
    """``spec-unknown-key`` as ``SpecUnknownKey``: how SARIF likes rule names."""
    return "".join(word.capitalize() for word in code.split("-"))
