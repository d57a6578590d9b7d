"""The engine walks: every rule over every document of a file; what a rule throws becomes a finding about docgen itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from docgen.checks.copied import copy_of, rules_for_copies
from docgen.checks.registry import all_rules
from docgen.checks.rule import (
    Finding,
    Kind,
    LookAtWords,
    LookByComponent,
    Remark,
    Rule,
    Skip,
    Spot,
    Wording,
    WordingCase,
)
from docgen.checks.wordings import wordings_of
from docgen.problems import Message, msg
from docgen.reading.layout import Layout, Passage, Reading, Sure
from docgen.reading.repairs import Repair, ReplaceText, SetRuns
from docgen.standards.facts import Tier

if TYPE_CHECKING:
    from docgen.standards.model import RuleEntry, Severity, Standard

_WEAKER: dict[Severity, Severity] = {"error": "warning"}


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A finding with the rule that gave it and the document it is in; ``level``, ``tier``, ``clause`` are settled.

    ``shaky``: it speaks of the look of a head that was not recognised well enough to be set otherwise unasked.
    """

    rule: Rule
    finding: Finding
    document: int
    level: Severity
    tier: Tier
    clause: str
    shaky: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Skipped:
    """A rule that could not be evaluated on a document, and why. ``broken``: the rule itself threw."""

    rule: Rule
    document: int
    reason: Message
    broken: bool = False


def judge(reading: Reading, rules: Sequence[Rule] | None = None) -> Iterator[Judged | Skipped]:
    """What ``rules`` (all of them by default) find in each document of ``reading``, document by document, rule by rule.

    Never raises: a rule that throws is given as ``Skipped`` with ``broken`` set.
    """
    chosen = all_rules() if rules is None else tuple(rules)
    for layout in reading.documents:
        if layout.standard_note:
            # older than every rule set, or of a type that other rules of form govern
            continue
        yield from _judge_one(layout, chosen)
        copy = copy_of(layout)
        if copy is not None:
            yield from _judge_one(copy, rules_for_copies(chosen, layout.standard))


def _judge_one(layout: Layout, rules: tuple[Rule, ...]) -> Iterator[Judged | Skipped]:
    texts: list[Wording] | None = None
    present = {name for name, passages in layout.by_component.items() if passages}
    for rule, entry in _rules_of(layout.standard, rules):
        if rule.needs and present.isdisjoint(rule.needs):
            continue
        try:
            if rule.kind is Kind.WORDING:
                if texts is None:
                    texts = wordings_of(layout)
                remarks = _remarks(rule, texts, layout, entry)
                yield from (_settle(rule, found, layout, entry) for found in remarks)
            else:
                # a rule without an entry is one by component, see ``_rules_of``
                for found in cast("LookByComponent", rule.look)(layout, entry):
                    yield _settle(rule, found, layout, entry)
        except Exception as error:
            reason = msg("The rule failed ({kind}: {words}).", kind=type(error).__name__, words=str(error))
            yield Skipped(rule, layout.index, reason, broken=True)


@lru_cache(maxsize=16)
def _rules_of(standard: Standard, rules: tuple[Rule, ...]) -> tuple[tuple[Rule, RuleEntry | None], ...]:
    """The rules that the rule set knows, with its entries."""
    entries = [(rule, standard.rules.get(rule.name)) for rule in rules]
    return tuple((rule, entry) for rule, entry in entries if entry is not None or rule.by_component)


def remark(
    rules: Iterable[Rule], texts: Sequence[Wording], case_of: Layout | WordingCase
) -> Iterator[tuple[Rule, Remark, RuleEntry]]:
    """What the wording rules among ``rules`` find in ``texts``, printed by a spec that was never read from a file."""
    for rule in rules:
        entry = case_of.standard.rules.get(rule.name)
        if rule.kind is Kind.WORDING and entry is not None:
            case = WordingCase(case_of.standard, entry, case_of.type)
            for found in cast("LookAtWords", rule.look)(texts, case):
                if isinstance(found, Remark):
                    yield rule, found, entry


def _remarks(rule: Rule, texts: Sequence[Wording], layout: Layout, entry: RuleEntry | None) -> Iterator[Finding | Skip]:
    assert entry is not None
    case = WordingCase(layout.standard, entry, layout.type)
    for found in cast("LookAtWords", rule.look)(texts, case):
        yield found if isinstance(found, Skip) else _as_finding(found, texts)


def _as_finding(found: Remark, texts: Sequence[Wording]) -> Finding:
    text = texts[found.index]
    passage = cast("Passage", text.where)
    start, end = passage.start + found.start, passage.start + found.end
    repairs: tuple[Repair, ...] = ()
    if found.replacement is not None:
        repairs = (ReplaceText(passage.paragraph, start, end, found.replacement),)
    elif found.upright is not None:
        repairs = (SetRuns(passage.paragraph, start, end, found.upright, False),)
    return Finding(
        found.what,
        Spot(passage.paragraph, start, end),
        text.component,
        found.expected,
        text.text[found.start : found.end],
        found.remedy,
        passage.sure,
        repairs,
        level=found.level,
    )


def _settle(rule: Rule, found: Finding | Skip, layout: Layout, entry: RuleEntry | None) -> Judged | Skipped:
    if isinstance(found, Skip):
        return Skipped(rule, layout.index, found.reason)
    tier = found.tier or (entry.tier if entry else Tier.TEXT)
    clause = found.clause if found.clause is not None else (entry.clause if entry else "")
    level = found.level or (entry.severity if entry else "error")
    guessed = Sure.GUESS in (found.sure, layout.regime_sure)
    if tier is not Tier.TEXT or guessed:
        level = _WEAKER.get(level, level)
    return Judged(rule, found, layout.index, level, tier, clause, _is_shaky(found, layout))


def _is_shaky(found: Finding, layout: Layout) -> bool:
    """Whether a finding on the head may speak of the wrong line: the head is only likely one, or its number was not found."""
    left, right = _head_of(layout.standard)
    if layout.regime_sure is not Sure.CERTAIN:
        return found.component in left | right
    # a text issued with a decision has no number
    return found.component in left and not layout.attached and not layout.get("number")


@lru_cache(maxsize=8)
def _head_of(standard: Standard) -> tuple[frozenset[str], frozenset[str]]:
    """The components of the head at the left and at the right."""
    rows = standard.order
    return frozenset(name for row in rows for name in row.left), frozenset(name for row in rows for name in row.right)
