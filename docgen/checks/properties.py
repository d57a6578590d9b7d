"""One rule for each property of each component, made from the rule sets: they only compare what stands there with the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import Any, NamedTuple, cast

from docgen.checks import property_blocks as blocks
from docgen.checks import property_letters as letters
from docgen.checks.naming import name_passage
from docgen.checks.property_codes import COMPONENTS, LEFT_TO, LIKE, Property, code_of, name_of
from docgen.checks.property_letters import Hit
from docgen.checks.property_words import fact_of, say_asks, say_example, say_expected, say_remedy, say_wrong
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Spot
from docgen.checks.subjects import Subject, subjects_of
from docgen.problems import Message, msg
from docgen.reading.layout import Layout, Sure
from docgen.standards import load_standard, standard_names
from docgen.standards.facts import Fact, Tier
from docgen.standards.model import Component, RuleEntry, Standard

_UNTITLED = ("section", "article", "clause", "subclause", "point")
#: fixed words that have no rule of their own
_WORDS_OF = frozenset({"sign_concurrent"})


def property_rules() -> Iterable[Rule]:
    """A rule for every property that at least one rule set gives for more than its own choice, by component."""
    standards = [load_standard(name) for name in standard_names()]
    for component in COMPONENTS:
        for kind in Property:
            if kind is Property.WORDS and component not in _WORDS_OF:
                continue
            known = [(s, fact) for s in standards if (fact := _fact(s, component, kind)) is not None]
            if any(_can_be_broken(component, kind, fact) for _, fact in known):
                yield _rule(component, kind, known)


def _rule(component: str, kind: Property, known: list[tuple[Standard, Fact[Any]]]) -> Rule:
    # the newest rule set of the first regime that says it speaks for the rule
    standard, fact = max(known, key=lambda one: (one[0].regime == "state", one[0].valid.since))
    own = _component(standard, component)
    assert own is not None
    label = _label(component, standard)
    exact = own.exact is not None
    expected = say_expected(fact, kind, exact)
    words = own.text.use if own.text else label
    # a signer's name is typed by its author; only how it prints is set right
    unsafe = kind in (Property.CAPITALS, Property.WORDS) and component != "sign_name"
    # which words of a line in capitals are names nobody can tell from the letters
    lost = kind is Property.CAPITALS and all(each.use != "upper" for _, each in known) and component != "sign_name"
    return Rule(
        code=code_of(component, kind),
        name=name_of(component, kind),
        kind=Kind.FORM,
        asks=say_asks(kind, label, expected),
        good=f"{words} ({say_example(fact, kind, exact)})",
        bad=f"{words} ({say_example(_spoilt(fact, kind), kind, exact)})",
        look=partial(_look, component, kind),
        fix=Fixing.NONE if lost else Fixing.UNSAFE if unsafe else Fixing.SAFE,
        no_fix=msg("Which words keep their capitals only the author knows.") if lost else None,
        needs=() if component == "page_number" else (component, *_UNTITLED) if component == "body" else (component,),
        by_component=True,
    )


def _spoilt(fact: Fact[Any], kind: Property) -> Fact[Any]:
    """A fact that says what ``fact`` does not allow."""
    match kind:
        case Property.SIZE:
            wrong: object = (fact.use if fact.min is None else fact.min) - 2
        case Property.BOLD | Property.ITALIC:
            wrong = not fact.use
        case Property.WORDS:
            wrong = str(fact.use).upper()
        case Property.LINE:
            wrong = 3 * fact.use
        case Property.INDENT | Property.BEFORE:
            wrong = 0
        case _:
            wrong = _OTHERS[fact.use]
    return fact.model_copy(update={"use": wrong, "min": None, "max": None, "any": None})


_OTHERS = {
    "upper": "sentence",
    "sentence": "upper",
    "left": "right",
    "center": "left",
    "right": "left",
    "both": "left",
    "none": "words",
    "words": "none",
}


def _component(standard: Standard, component: str) -> Component | None:
    return standard.components.get(LIKE.get(component, component))


def _label(component: str, standard: Standard) -> str:
    return str(name_passage(component, standard, titled=True).label)


def _can_be_broken(component: str, kind: Property, fact: Fact[Any]) -> bool:
    """Whether ``fact`` forbids anything that is found: it does not where either will do, or capitals are short forms."""
    if kind in (Property.BOLD, Property.ITALIC):
        return not (fact.allows(True) and fact.allows(False))
    return kind is not Property.CAPITALS or fact.use == "upper" or component not in letters.MAY_BE_CAPITALS


def _fact(standard: Standard, component: str, kind: Property) -> Fact[Any] | None:
    """The fact that the rule compares with; ``None`` where the rule set leaves it open or to a rule of its own."""
    if LEFT_TO.get((component, kind)) in standard.rules:
        return None
    own = _component(standard, component)
    fact = fact_of(own, kind) if own else None
    return fact if fact is not None and fact.tier is not Tier.HOUSE else None


class _Plan(NamedTuple):
    """What one rule compares with in one rule set, and how it says so."""

    fact: Fact[Any]
    label: str
    expected: str | Message
    exact: bool


@lru_cache(maxsize=16)
def _plans(standard: Standard) -> dict[tuple[str, Property], _Plan]:
    found = {}
    for component in COMPONENTS:
        own = _component(standard, component)
        for kind in Property:
            fact = _fact(standard, component, kind)
            if own is not None and fact is not None:
                exact = kind is Property.LINE and own.exact is not None
                expected = say_expected(fact, kind, exact)
                found[component, kind] = _Plan(fact, _label(component, standard), expected, exact)
    return found


def _look(component: str, kind: Property, layout: Layout, entry: RuleEntry | None) -> Iterator[Finding]:
    subjects = subjects_of(layout).get(component)
    plan = _plans(layout.standard).get((component, kind))
    if not subjects or plan is None:
        return
    for hits in _grouped(_hits(component, kind, layout, subjects, plan.fact, plan.exact)):
        first = hits[0]
        yield Finding(
            say_wrong(kind, plan.label, first.actual, len({hit.paragraph for hit in hits})),
            Spot(first.paragraph, first.start, first.end),
            LIKE.get(component, component),
            plan.expected,
            first.actual,
            say_remedy(kind, plan.expected),
            first.passage.sure,
            tuple(repair for hit in hits for repair in hit.repairs),
            clause=plan.fact.clause,
            tier=plan.fact.tier,
            level="warning" if plan.fact.about else None,
        )


def _hits(
    component: str, kind: Property, layout: Layout, subjects: list[Subject], fact: Fact[Any], exact: bool
) -> Iterator[Hit]:
    match kind:
        case Property.SIZE:
            return letters.wrong_sizes(layout, component, subjects, fact)
        case Property.BOLD:
            return letters.wrong_emphasis(layout, component, subjects, fact, "bold", letters.is_bold)
        case Property.ITALIC:
            return letters.wrong_emphasis(layout, component, subjects, fact, "italic", letters.is_italic)
        case Property.CAPITALS:
            return letters.wrong_capitals(layout, component, subjects, fact)
        case Property.UNDERLINE:
            return letters.wrong_underlines(layout, component, subjects, fact)
        case Property.ALIGN:
            return blocks.wrong_aligns(layout, component, subjects, fact)
        case Property.LINE:
            return blocks.wrong_lines(component, subjects, fact, exact)
        case Property.INDENT:
            return blocks.wrong_indents(layout, component, subjects, fact)
        case Property.BEFORE:
            return blocks.wrong_gaps(layout, component, subjects, fact)
        case _:
            return letters.wrong_words(subjects, cast("Fact[str]", fact))


def _grouped(hits: Iterable[Hit]) -> Iterable[list[Hit]]:
    """Hits that say the same are one finding: a clerk changes them in one go. What was only guessed stays apart."""
    groups: dict[tuple[str, bool], list[Hit]] = {}
    for hit in hits:
        groups.setdefault((str(hit.actual), hit.passage.sure is Sure.GUESS), []).append(hit)
    return groups.values()
