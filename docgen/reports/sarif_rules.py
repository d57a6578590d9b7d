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
    from docgen.checks.registry import rule_named

    rule = rule_named(code)
    if rule is None:
        return {"id": code, "name": code}
    asks = translate(rule.asks, language)
    example = f"✓ {say(rule.good, language)}\n✗ {say(rule.bad, language)}"
    return {
        "id": code,
        "name": _pascal(rule.name),
        "shortDescription": {"text": asks},
        "fullDescription": {"text": asks},
        "help": {"text": f"{asks}\n{example}\ndocgen explain {code}"},
        "defaultConfiguration": {"level": _level(rule.name)},
        "properties": {"tags": [str(rule.kind), rule.group], "slug": rule.name},
    }


def _level(name: str) -> str:
    """The gravest level that a rule set gives the rule; ``warning`` for those that go by components."""
    from docgen.standards import load_standard, standard_names

    entries = [load_standard(standard).rules.get(name) for standard in standard_names()]
    severities = {entry.severity for entry in entries if entry is not None}
    return next((_LEVELS[level] for level in _LEVELS if level in severities), "warning")


def _pascal(code: str) -> str:
    """``spec-unknown-key`` as ``SpecUnknownKey``: how SARIF likes rule names."""
    return "".join(word.capitalize() for word in code.split("-"))
