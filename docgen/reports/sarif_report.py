"""SARIF 2.1.0 for code scanning (GitHub, Azure DevOps, editors)."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from docgen._version import __version__
from docgen.problems import Detail, Place
from docgen.reports.findings import list_sentences, say
from docgen.reports.model import Entry, Report, list_entries_once
from docgen.reports.sarif_rules import describe_rules


def write_sarif(report: Report) -> str:
    """``report`` as a SARIF log with one run; columns count Unicode characters, relative paths hang on ``%SRCROOT%``."""
    entries = list(list_entries_once(report, suppressed=True))
    rules = sorted({entry.problem.code for entry in entries})
    findings = {entry.problem.code for entry in entries if entry.problem.detail is not None}
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
                        "rules": describe_rules(rules, findings, report.language),
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
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": str(problem.level),
        "message": {"text": "\n".join(list_sentences(problem, language))},
        "partialFingerprints": {"docgen/v1": entry.fingerprint},
    }
    detail = problem.detail
    if detail is not None:
        result["properties"] = _properties(detail, language)
        if detail.suppressed is not None:
            result["suppressions"] = [{"kind": "external", "justification": detail.suppressed}]
    if not entry.path:
        return result
    place = problem.place or Place(entry.path)
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(entry.path), **_region(place)}}
    if detail is not None and detail.part is not None:
        location["logicalLocations"] = [_logical(detail)]
    elif place.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": place.pointer}]
    result["locations"] = [location]
    if problem.suggestion is not None and place.line is not None:
        line = {"startLine": place.line, "startColumn": 1, "endColumn": len(place.excerpt or "") + 1}
        change = {"deletedRegion": line, "insertedContent": {"text": problem.suggestion}}
        result["fixes"] = [{"artifactChanges": [{"artifactLocation": _artifact(entry.path), "replacements": [change]}]}]
    return result


def _logical(detail: Detail) -> dict[str, str]:
    """The paragraph (or the part) inside a package."""
    name = detail.part or ""
    if detail.paragraph is not None:
        name += f"#p[{detail.paragraph}]"
    return {"fullyQualifiedName": name, "kind": "element"}


def _properties(detail: Detail, language: str) -> dict[str, Any]:
    """What SARIF has no words for. A repair inside a Word file is no replacement of lines: it is only named."""
    own = {
        "kind": detail.kind,
        "tier": detail.tier,
        "clause": detail.clause,
        "component": detail.component,
        "expected": say(detail.expected, language),
        "actual": say(detail.actual, language),
        "sure": detail.sure,
    }
    return {**own, "fix": detail.fix} if detail.fixable else own


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
