"""SARIF 2.1.0 for code scanning (GitHub, Azure DevOps, editors)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from docgen._version import __version__
from docgen.i18n import translate
from docgen.problems import Detail, Message, Place, Problem
from docgen.reports.findings import list_sentences, say
from docgen.reports.model import Entries, Entry, FileReport, Report
from docgen.reports.sarif_rules import describe_rules
from docgen.reports.writers import JsonList, dump


class SarifWriter:
    """A SARIF log with one run; columns count Unicode characters, relative paths hang on ``%SRCROOT%``."""

    def __init__(self, report: Report) -> None:
        self._language, self._entries, self._list = report.language, Entries(), JsonList(3)
        #: codes in the order of their first result, and whether findings have them
        self._rules: dict[str, bool] = {}
        self._head = self._results("", report.problems)

    def add(self, file: FileReport) -> str:
        """The results of ``file``."""
        return self._results(file.path, file.problems)

    def finish(self, closing: Sequence[Message]) -> tuple[str, str]:
        """The tool with the rules of the results, and the results of no file; the end. The closing lines have no place in it."""
        findings = [code for code, is_finding in self._rules.items() if is_finding]
        driver = {
            "name": "docgen",
            "version": __version__,
            "semanticVersion": __version__,
            "rules": describe_rules(self._rules, findings, self._language),
        }
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder in which docgen ran."}}},
            "results": [],
        }
        log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
        before, _, behind = dump(log).rpartition("[]")
        return f"{before}[{self._head}", f"{self._list.close()}{behind}\n"

    def _results(self, path: str, problems: Iterable[Problem]) -> str:
        pieces = []
        for entry in self._entries.once(path, problems, suppressed=True):
            code = entry.problem.code
            self._rules[code] = self._rules.get(code, False) or entry.problem.detail is not None
            pieces.append(self._list.add(_result(entry, list(self._rules).index(code), self._language)))
        return "".join(pieces)


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
        result["properties"] = _properties(problem, detail, entry.path, language)
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
        result["fixes"] = [_fix(problem, problem.suggestion, place, entry.path, language)]
    return result


def _fix(problem: Problem, suggestion: str, place: Place, path: str, language: str) -> dict[str, Any]:
    """The line of ``place`` as it should be."""
    line = {"startLine": place.line, "startColumn": 1, "endColumn": len(place.excerpt or "") + 1}
    change = {"deletedRegion": line, "insertedContent": {"text": suggestion}}
    return {
        "description": {"text": translate(problem.remedy or problem.what, language)},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": [change]}],
    }


def _logical(detail: Detail) -> dict[str, str]:
    """The paragraph (or the part) inside a package."""
    name = detail.part or ""
    if detail.paragraph is not None:
        name += f"#p[{detail.paragraph}]"
    return {"fullyQualifiedName": name, "kind": "element"}


def _properties(problem: Problem, detail: Detail, path: str, language: str) -> dict[str, Any]:
    """What SARIF has no words for.

    Its ``fixes`` replace regions of a text, or bytes. A Word file is a compressed package where a repair may change several
    parts, so that no region could be named honestly: the command that makes the repair is given instead.
    """
    own: dict[str, Any] = {
        "kind": detail.kind,
        "tier": detail.tier,
        "clause": detail.clause,
        "component": detail.component,
        "expected": say(detail.expected, language),
        "actual": say(detail.actual, language),
        "sure": detail.sure,
        "fixable": detail.fixable,
    }
    if not detail.fixable:
        return own
    unsafe = ["--unsafe"] if detail.fix == "unsafe" else []
    command = ["docgen", "fix", "--select", problem.code, *unsafe, "--in-place", path]
    return {**own, "fix": detail.fix, "command": command}


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
