"""Every rule on a property that claims a repair repairs: correct papers with that property spoilt in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, cast

import pytest

from docgen.checking.fixing import fix_package
from docgen.checks.properties import property_rules
from docgen.checks.property_codes import Property
from docgen.checks.rule import Fixing, Rule
from tests.checks.making import found_by
from tests.corpus.every import EVERY
from tests.corpus.paper import Line, Paper
from tests.corpus.wordml import write_paper
from tests.fixes.law import assert_only_named

_LOOKS: dict[Property, tuple[dict[str, Any], ...]] = {
    Property.SIZE: ({"size": 9}, {"size": 20}),
    Property.BOLD: ({"bold": True}, {"bold": False}),
    Property.ITALIC: ({"italic": True}, {"italic": False}),
    Property.UNDERLINE: ({"underline": True}, {"underline": False}),
    Property.ALIGN: ({"align": "left"}, {"align": "right"}),
    Property.LINE: (
        {"line": 3.0, "exact": None},
        {"exact": 40.0},
        {"exact": 40.0, "least": True},
        # as many points as the Party's rules want, but only as the least
        {"exact": 18.0, "least": True},
        {"exact": 20.0, "least": True},
        {"line": 1.0, "exact": None},
    ),
    Property.INDENT: ({"indent": 30}, {"indent": 0}),
    Property.BEFORE: ({"before": 0}, {"before": 40}),
    Property.CAPITALS: ({"caps": True},),
}
_WORDS: dict[Property, tuple[Callable[[str], str], ...]] = {
    Property.CAPITALS: (str.lower, str.upper, str.title, str.capitalize),
    Property.WORDS: (str.upper, lambda words: words[:-1]),
}
#: lines of the papers that carry a component with a title
_TITLED = {name: (name, f"{name}_title") for name in ("clause", "subclause", "point")}
#: a drafter's mark in small letters is not recognised as one (TT805 asks for it then)
_NEVER_SEEN = {"DD654"}
_RULES = [rule for rule in property_rules() if rule.fix is not Fixing.NONE and rule.code not in _NEVER_SEEN]


def _subject(rule: Rule) -> tuple[str, Property]:
    return cast("tuple[str, Property]", cast("Any", rule.look).args)


def _variants(paper: Paper, component: str, kind: Property, looks: Sequence[dict[str, Any]]) -> Iterator[Paper]:
    """The paper with one line of the component spoilt, in one way after the other."""
    if component == "page_number":
        for look in looks:
            yield paper.paged(number_look=look)
        return
    for name in _TITLED.get(component, (component,)):
        for nth in range(sum(one.component == name for one in paper.lines())):
            for change in _WORDS.get(kind, ()):
                yield paper.change(name, lambda one, change=change: _rewritten(one, change), nth)  # type: ignore[misc]
            for look in looks:
                yield paper.change(name, lambda one, look=look: _set(one, look), nth)  # type: ignore[misc]


def _rewritten(one: Line, change: Callable[[str], str]) -> Line:
    return replace(one, words=tuple((change(words), look) for words, look in one.words))


def _set(one: Line, look: dict[str, Any]) -> Line:
    words = tuple((text, {key: value for key, value in own.items() if key not in look}) for text, own in one.words)
    return replace(one.looking(**look), words=words)


@cache
def _spoilt(code: str, nth: int | None = None) -> bytes | None:
    """A paper in which the rule finds something to repair; ``nth``: which of the looks spoils it."""
    rule = next(rule for rule in _RULES if rule.code == code)
    component, kind = _subject(rule)
    looks = _LOOKS.get(kind, ())
    for make in EVERY.values():
        for paper in _variants(make(), component, kind, looks if nth is None else looks[nth : nth + 1]):
            data = write_paper(paper)
            found = found_by(data, code)
            if any(one.finding.repairs for one in found):
                return data
    return None


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_repair_puts_it_right_and_changes_nothing_else(rule: Rule) -> None:
    data = _spoilt(rule.code)
    assert data is not None, "no paper breaks the rule"
    _assert_repaired(data, rule)


_PACED = [rule for rule in _RULES if _subject(rule)[1] is Property.LINE]


@pytest.mark.parametrize("nth", range(len(_LOOKS[Property.LINE])))
@pytest.mark.parametrize("rule", _PACED, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_a_spacing_is_repaired_whichever_way_word_counts_it(rule: Rule, nth: int) -> None:
    data = _spoilt(rule.code, nth)
    if data is None:
        pytest.skip("such a spacing is allowed here")
    _assert_repaired(data, rule)


def test_points_that_are_only_the_least_are_set_exactly() -> None:
    data = _spoilt("DD416", 4)
    assert data is not None
    fixed = fix_package(data, name="paper.docx")
    (edit,) = [edit for code, edit in fixed.edits if code == "DD416"]
    assert (edit.before, edit.after) == ("≥ 20 pt", "20 pt")
    assert str(edit.words) == "line spacing: at least 20 pt → exactly 20 pt"


def _assert_repaired(data: bytes, rule: Rule) -> None:
    fixed = fix_package(data, name="paper.docx", unsafe=True)
    assert fixed.data is not None
    assert_only_named(data, fixed.data, [edit for _, edit in fixed.edits])
    assert not found_by(fixed.data, rule.code)
    assert not fixed.stubborn
    assert fix_package(fixed.data, name="paper.docx", unsafe=True).data is None
