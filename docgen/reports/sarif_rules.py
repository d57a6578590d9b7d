"""What SARIF says of rules: from the registry for findings, the bare code for other problems."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docgen.i18n import translate
from docgen.reports.findings import say

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def describe_rules(codes: Iterable[str], findings: Iterable[str], language: str) -> list[dict[str, Any]]:
    """A reporting descriptor for each of ``codes`` in order; of those in ``findings`` with all that the rule says of itself."""
    known = set(findings)
    return [_describe(code, language) if code in known else {"id": code, "name": _pascal(code)} for code in codes]


def _describe(code: str, language: str) -> dict[str, Any]:
    from docgen.checking.explaining import describe_rule
    from docgen.problems import DocgenError

    try:
        rule = describe_rule(code)
    except DocgenError:
        return {"id": code, "name": code}
    levels = {source.level for source in rule.sources}
    asks = translate(rule.asks, language)
    example = f"✓ {say(rule.good, language)}\n✗ {say(rule.bad, language)}"
    return {
        "id": code,
        "name": _pascal(rule.name),
        "shortDescription": {"text": asks},
        "fullDescription": {"text": asks},
        "help": {"text": f"{asks}\n{example}\ndocgen explain {code}"},
        "defaultConfiguration": {"level": next((_LEVELS[level] for level in _LEVELS if level in levels), "none")},
        "properties": {"tags": [rule.kind, rule.code[:3]], "slug": rule.name},
    }


def _pascal(code: str) -> str:
    """``spec-unknown-key`` as ``SpecUnknownKey``: how SARIF likes rule names."""
    return "".join(word.capitalize() for word in code.split("-"))
