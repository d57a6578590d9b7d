"""All rules: those that are a file each under ``rules``, and those that only compare a component's property with the data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from docgen.checks.rule import Rule

_FOLDER = Path(__file__).parent / "rules"


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. Two rules of one code or name are a fault of the program (``ValueError``)."""
    from docgen.checks.properties import property_rules

    rules = sorted((*_written_rules(), *property_rules()), key=lambda rule: rule.code)
    codes = [rule.code for rule in rules] + [rule.name for rule in rules]
    if twice := {code for code in codes if codes.count(code) > 1}:
        raise ValueError(f"rules with the same code or name: {sorted(twice)}")
    return tuple(rules)


@cache
def rule_named(code_or_name: str) -> Rule | None:
    """The rule of that code (in capitals or not) or name; ``None`` if there is none."""
    wanted = code_or_name.casefold()
    return next((rule for rule in all_rules() if wanted in (rule.code.casefold(), rule.name)), None)


def _written_rules() -> Iterator[Rule]:
    for module in walk_packages([str(_FOLDER)], "docgen.checks.rules."):
        if not module.ispkg:
            found = getattr(import_module(module.name), "RULE", None)
            if isinstance(found, Rule):
                yield found
