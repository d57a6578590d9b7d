"""The engine: what a rule throws, how grave a finding may be, which rules are asked at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from docgen.checks.engine import Judged, Skipped, judge
from docgen.checks.registry import all_rules, rule_named
from docgen.checks.rule import Finding, Kind, Remark, Rule, Skip, Spot
from docgen.problems import msg
from docgen.reading.layout import Reading, Sure
from docgen.standards.facts import Tier
from tests.checks.making import made_from, made_sample, read_file


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_file(made_sample())


def rule(look: object, **changes: object) -> Rule:
    values = {"code": "TT999", "name": "le-trang", "kind": Kind.FORM, "asks": msg("x"), "good": "", "bad": "", "look": look}
    return Rule(**{**values, **changes})  # type: ignore[arg-type]


def one(reading: Reading, look: object, **changes: object) -> Judged | Skipped:
    (found,) = judge(reading, [rule(look, **changes)])
    return found


def finding(**changes: object) -> Finding:
    return Finding(msg("wrong"), Spot(), "page", **changes)  # type: ignore[arg-type]


def test_a_rule_that_throws_is_skipped_as_broken(reading: Reading) -> None:
    def look(*_: object) -> Iterator[Finding]:
        raise KeyError("nothing")

    found = one(reading, look)
    assert isinstance(found, Skipped)
    assert found.broken
    assert "KeyError" in str(found.reason)


def test_what_a_rule_found_before_it_threw_stays(reading: Reading) -> None:
    def look(*_: object) -> Iterator[Finding]:
        yield finding()
        raise ValueError

    first, second = judge(reading, [rule(look)])
    assert isinstance(first, Judged)
    assert isinstance(second, Skipped)
    assert second.broken


def test_the_rules_after_a_broken_one_are_asked(reading: Reading) -> None:
    def broken(*_: object) -> Iterator[Finding]:
        raise ValueError

    found = list(judge(reading, [rule(broken), rule(lambda *_: [finding()], code="TT998")]))
    assert [type(one) for one in found] == [Skipped, Judged]


def test_a_rule_that_cannot_judge_is_skipped_but_not_broken(reading: Reading) -> None:
    found = one(reading, lambda *_: [Skip(msg("no"))])
    assert isinstance(found, Skipped)
    assert not found.broken


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({}, "error"),
        ({"level": "warning"}, "warning"),
        ({"level": "info"}, "info"),
        ({"sure": Sure.LIKELY}, "error"),
        ({"sure": Sure.GUESS}, "warning"),
        ({"sure": Sure.GUESS, "level": "info"}, "info"),
        ({"tier": Tier.SAMPLE}, "warning"),
        ({"tier": Tier.PRACTICE}, "warning"),
        ({"tier": Tier.PRACTICE, "level": "error"}, "warning"),
    ],
)
def test_only_the_words_of_the_act_make_an_error_and_never_on_a_guess(
    reading: Reading, changes: dict[str, object], level: str
) -> None:
    found = one(reading, lambda *_: [finding(**changes)])
    assert isinstance(found, Judged)
    assert found.level == level


def test_a_document_whose_regime_was_guessed_has_no_errors(reading: Reading) -> None:
    (layout,) = reading.documents
    guessed = replace(reading, documents=[replace(layout, regime_sure=Sure.GUESS)])
    found = one(guessed, lambda *_: [finding()])
    assert isinstance(found, Judged)
    assert found.level == "warning"


def test_clause_and_tier_come_from_the_entry_unless_the_finding_has_its_own(reading: Reading) -> None:
    entry = reading.documents[0].standard.rules["le-trang"]
    plain, own = judge(reading, [rule(lambda *_: [finding(), finding(clause="Đ.1", tier=Tier.SAMPLE)])])
    assert isinstance(plain, Judged)
    assert isinstance(own, Judged)
    assert (plain.clause, plain.tier) == (entry.clause, Tier.TEXT)
    assert (own.clause, own.tier) == ("Đ.1", Tier.SAMPLE)


def test_a_rule_that_the_rule_set_does_not_name_is_not_asked(reading: Reading) -> None:
    assert not list(judge(reading, [rule(lambda *_: [finding()], name="tieu-de-dang")]))


def test_a_rule_without_its_components_is_not_asked(reading: Reading) -> None:
    asked = rule(lambda *_: [finding()], needs=("party_title", "star"))
    assert not list(judge(reading, [asked]))
    assert list(judge(reading, [replace(asked, needs=("star", "motto"))]))


@pytest.mark.parametrize("note", ["older", "legal"])
def test_documents_that_no_rule_set_governs_are_not_judged(reading: Reading, note: str) -> None:
    (layout,) = reading.documents
    other = replace(reading, documents=[replace(layout, standard_note=note)])
    assert not list(judge(other, [rule(lambda *_: [finding()])]))


def test_a_remark_gets_its_place_in_the_paragraph() -> None:
    reading = read_file(made_from("dang/to-trinh"))  # the addressee stands behind its label
    layout = reading.documents[0]
    index = next(i for i, passage in enumerate(layout.passages) if passage.start > 0)
    passage = layout.passages[index]
    found = one(
        reading, lambda *_: [Remark(index, 1, 3, msg("x"), replacement="y")], kind=Kind.WORDING, name="can-cu-day-du"
    )
    assert isinstance(found, Judged)
    spot = found.finding.spot
    assert (spot.paragraph, spot.start, spot.end) == (passage.paragraph, passage.start + 1, passage.start + 3)
    assert found.finding.component == passage.component
    assert len(found.finding.repairs) == 1


def test_codes_and_names_are_unique_and_well_formed() -> None:
    rules = all_rules()
    assert len({one.code for one in rules}) == len({one.name for one in rules}) == len(rules)
    for one in rules:
        assert one.code[:2] in ("TT", "DD", "LV")
        assert one.code[2:].isdigit()
        assert len(one.code) == 5
        assert one.name.isascii()
        assert one.name == one.name.lower()
        assert rule_named(one.code.lower()) is one
        assert rule_named(one.name) is one


def test_every_rule_says_why_it_repairs_nothing() -> None:
    silent = [one.code for one in all_rules() if one.fix.value == "none" and one.no_fix is None and one.kind is Kind.FORM]
    assert not silent
