"""What the wording rules find in a spec that is being built: warnings at its lines, without a file."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.checking.agencies import Agencies
from docgen.checking.details import LEVELS, Replacement, fingerprint_of
from docgen.checking.planning import Planner
from docgen.checking.spec_places import SpecPlaces
from docgen.checks.engine import remark
from docgen.checks.naming import name_passage
from docgen.checks.registry import all_rules
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import Detail, DocgenError, Level, Problem, msg
from docgen.rendering.printed import Printed, printed_texts
from docgen.standards.facts import Tier

if TYPE_CHECKING:
    from docgen.checking.wishes import Wishes
    from docgen.spec import LoadedSpec
    from docgen.standards.model import RuleEntry


class _Case(NamedTuple):
    """A spec and the words it prints."""

    loaded: LoadedSpec
    texts: list[Wording]
    places: SpecPlaces


def remark_on(loaded: LoadedSpec, path: str, wishes: Wishes) -> tuple[Problem, ...]:
    """What the wording rules that ``wishes`` leaves in find in the spec at ``path``; never graver than a warning.

    A rule that fails, or that is named and does not exist, stops no build.
    """
    try:
        codes = _planner(wishes).plan(path).codes
    except DocgenError as error:
        return tuple(replace(problem, level=Level.WARNING) for problem in error.problems)
    rules = [rule for rule in all_rules() if rule.kind is Kind.WORDING and rule.code in set(codes)]
    if not rules:
        return ()
    document, standard = loaded.document, loaded.standard
    printed = printed_texts(document, standard)
    texts = [Wording(one.component, one.text, one, one.bold, one.italic, one.titled) for one in printed]
    agencies = Agencies(os.path.dirname(os.path.abspath(path)))
    issuer = " ".join(one.text for one in printed if one.component == "issuer")
    found: list[tuple[Rule, Remark, RuleEntry]] = []
    problems: list[Problem] = []
    for rule in rules:
        entry = standard.rules.get(rule.name)
        if entry is None or (wishes.only_text and entry.tier is not Tier.TEXT) or agencies.exempt(entry, issuer):
            continue
        try:
            found += remark([rule], texts, WordingCase(standard, entry, document.type))
        except Exception as error:
            what = msg("Rule {rule} could not be evaluated. {reason}", rule=rule.code, reason=f"{type(error).__name__}: {error}")
            problems.append(Problem("DG001", what, msg("Please report it with the spec."), None, Level.NOTE))
    if not found:
        return tuple(problems)
    case = _Case(loaded, texts, SpecPlaces(Path(path), path))
    return (*problems, *(_tell(case, rule, one, entry) for rule, one, entry in sorted(found, key=lambda one: one[1].index)))


@lru_cache(maxsize=4)
def _planner(wishes: Wishes) -> Planner:
    return Planner(wishes)


def _tell(case: _Case, rule: Rule, found: Remark, entry: RuleEntry) -> Problem:
    text = case.texts[found.index]
    printed = text.where
    assert isinstance(printed, Printed)
    words = text.text[found.start : found.end]
    origin = printed.origin_at(found.start)
    replacement = None if found.replacement is None else Replacement(words, found.replacement)
    place, suggestion = case.places.locate(origin.pointer if origin else "", text.component, words, replacement)
    component, label = name_passage(text.component, case.loaded.standard)
    detail = Detail(
        rule.name,
        str(rule.kind),
        str(entry.tier),
        entry.clause,
        component,
        label,
        found.expected,
        words,
        fix=str(rule.fix),
        fingerprint=fingerprint_of(rule.code, text.component, words, found.index + 1),
        text=words,
        spec=place,
    )
    level = LEVELS[found.level or entry.severity]
    problem = Problem(rule.code, found.what, found.remedy, place, level, suggestion, detail)
    return problem if level is not Level.ERROR else replace(problem, level=Level.WARNING)
