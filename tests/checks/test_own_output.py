"""Every rule is seen to fire on docgen's own output with that one thing spoilt, and on nothing else."""

from __future__ import annotations

import pytest

from docgen.checks.properties import property_rules
from docgen.checks.registry import all_rules
from docgen.standards import load_standard
from tests.checks.making import judged
from tests.support.spoiling import Book
from tests.support.spoiling_cases import Case
from tests.support.spoiling_every import every_case
from tests.support.spoiling_facts import Fault, property_faults
from tests.support.spoiling_hosts import HOSTS
from tests.support.spoiling_inserted import INSERTED, file_of

FAULTS = tuple(property_faults())
EVERYTHING: tuple[Fault | Case, ...] = (*FAULTS, *every_case())
#: one thing spoilt that two rules speak of: component, fault → the other's code, and why
COMPANIONS = {
    ("motto", "larger"): ("TT204", "at 14 pt the words are wider than their column and take two lines"),
    ("slogan", "smaller"): ("TT206", "the drawn line stays as long as the words were before"),
    ("slogan", "capitals"): ("TT206", "the drawn line stays as long as the words were before"),
    ("party_title", "small"): ("TT206", "the drawn line stays as long as the words were before"),
    ("place_date", "capitals"): ("TT218", "the words ngày, tháng, năm stand in capitals too"),
}


@pytest.mark.parametrize("name", [*HOSTS, *INSERTED])
def test_nothing_is_found_before_anything_is_spoilt(name: str) -> None:
    assert judged(file_of(name)) == []


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_what_a_fact_forbids_is_found_where_it_was_set_and_alone(fault: Fault) -> None:
    book = Book(file_of(fault.host))
    fault.change(book.find(fault.component, fault.nth))
    found = judged(book.pack())
    companion = COMPANIONS.get((fault.component, fault.what), ())[:1]
    assert {one.rule.code for one in found} == {fault.code, *companion}
    (own,) = [one.finding.spot.paragraph for one in found if one.rule.code == fault.code]
    assert own is not None
    assert (own.part, own.index) == book.places(fault.component)[fault.nth]


@pytest.mark.parametrize("case", every_case(), ids=[case.name for case in every_case()])
def test_each_case_is_found_for_its_rule_and_no_other(case: Case) -> None:
    found = judged(case.spoilt(file_of(case.host)))
    assert {one.rule.code for one in found} == {case.code, *case.also}
    assert case.component in {one.finding.component for one in found if one.rule.code == case.code}


def test_every_rule_is_seen_to_fire() -> None:
    assert {one.code for one in EVERYTHING} == {rule.code for rule in all_rules()}


def test_every_rule_that_a_side_names_is_seen_to_fire_on_it() -> None:
    seen = {(one.code, one.host[:4]) for one in EVERYTHING}
    properties = {rule.code for rule in property_rules()}
    for side in ("nd30", "hd05"):
        named = load_standard(side).rules
        known = {rule.code for rule in all_rules() if rule.code not in properties and rule.name in named}
        assert known - {code for code, of in seen if of == side} == set(), side


def test_what_comes_besides_has_a_reason_and_names_are_unique() -> None:
    assert all(bool(case.also) == bool(case.why) for case in every_case())
    names = [one.name for one in EVERYTHING]
    assert len(set(names)) == len(names)
    assert COMPANIONS.keys() <= {(fault.component, fault.what) for fault in FAULTS}
