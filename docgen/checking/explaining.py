"""What a rule asks, who says so in which rule set, and what can be done about a breach: data for ``rules`` and ``explain``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.checking.selection import is_preview, unknown_rules
from docgen.checks.property_codes import COMPONENTS, LEFT_TO, LIKE, Property
from docgen.checks.property_words import fact_of
from docgen.checks.registry import all_rules, rule_named
from docgen.checks.rule import Rule
from docgen.problems import DocgenError, Message
from docgen.standards import Standard, load_standard, standard_names
from docgen.standards.facts import Tier


@dataclass(frozen=True, slots=True)
class RuleSource:
    """Where a rule set says it, how firmly, how grave a breach is, and from when to when the rule set holds."""

    standard: str
    title: str
    clause: str
    tier: str
    level: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class RuleSheet:
    """A rule as people want to know it. ``sources``: only rule sets that have it; ``preview``: it counts when asked for."""

    code: str
    name: str
    kind: str
    asks: Message
    good: str | Message
    bad: str | Message
    fix: str
    no_fix: Message | None
    since: str
    preview: bool
    sources: tuple[RuleSource, ...]


def describe_rules() -> list[RuleSheet]:
    """The sheets of all rules, by code."""
    return [_describe(rule) for rule in all_rules()]


def describe_rule(code_or_name: str) -> RuleSheet:
    """The sheet of one rule. Raises ``DocgenError`` with the nearest name when there is none."""
    rule = rule_named(code_or_name)
    if rule is not None:
        return _describe(rule)
    raise DocgenError(unknown_rules([code_or_name], "explain") or unknown_rules([f"{code_or_name}?"], "explain"))


def _describe(rule: Rule) -> RuleSheet:
    return RuleSheet(
        rule.code,
        rule.name,
        str(rule.kind),
        rule.asks,
        rule.good,
        rule.bad,
        str(rule.fix),
        rule.no_fix,
        rule.since,
        is_preview(rule),
        tuple(_sources(rule)),
    )


def _sources(rule: Rule) -> Iterator[RuleSource]:
    for name in standard_names():
        standard = load_standard(name)
        said = _said(rule, standard)
        if said is not None:
            clause, tier, level = said
            valid = standard.valid
            yield RuleSource(name, standard.title, clause, str(tier), level, valid.since, valid.until)


def _said(rule: Rule, standard: Standard) -> tuple[str, Tier, str] | None:
    """Clause, tier and level of the rule in ``standard``; ``None`` where it has none."""
    entry = standard.rules.get(rule.name)
    if entry is not None:
        return entry.clause, entry.tier, entry.severity
    return _said_by_component(rule.code, standard) if rule.by_component else None


def _said_by_component(code: str, standard: Standard) -> tuple[str, Tier, str] | None:
    """What the properties of a component say: the code names both."""
    number, kind = int(code[2:4]), Property(int(code[4:]))
    component = next((name for name, (digits, _) in COMPONENTS.items() if digits == number), "")
    own = standard.components.get(LIKE.get(component, component))
    if own is None or LEFT_TO.get((component, kind)) in standard.rules:
        return None
    fact = fact_of(own, kind)
    if fact is None or fact.tier is Tier.HOUSE:
        return None
    return fact.clause, fact.tier, "error" if fact.tier is Tier.TEXT else "warning"
