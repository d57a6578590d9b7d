"""The rules on properties: that each one there should be is there, with the code it keeps for ever."""

from __future__ import annotations

import pytest

from docgen.checks.properties import property_rules
from docgen.checks.property_codes import COMPONENTS
from docgen.standards import load_standard

RULES = {rule.code: rule for rule in property_rules()}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("DD201", "co-chu-quoc-hieu"),
        ("DD242", "chu-dam-co-quan-ban-hanh"),
        ("DD273", "chu-nghieng-dia-danh-ngay"),
        ("DD304", "chu-hoa-ten-loai"),
        ("DD415", "can-le-noi-dung"),
        ("DD416", "gian-dong-noi-dung"),
        ("DD417", "lui-dau-dong-noi-dung"),
        ("DD418", "cach-doan-noi-dung"),
        ("DD629", "gach-chan-tu-noi-nhan"),
        ("DD530", "tu-co-dinh-chu-kiem"),
        ("DD151", "co-chu-so-trang"),
    ],
)
def test_codes_never_change(code: str, name: str) -> None:
    assert RULES[code].name == name


def test_a_component_has_two_digits_of_its_own() -> None:
    digits = [number for number, _ in COMPONENTS.values()]
    assert len(set(digits)) == len(digits)
    assert all(10 <= number <= 99 for number in digits)


def test_tables_have_no_rules_since_no_act_speaks_of_them() -> None:
    assert not {name for name in COMPONENTS if name.startswith("table")}


@pytest.mark.parametrize("code", ["DD207", "DD441", "DD651"])
def test_a_rule_exists_only_where_an_act_says_something(code: str) -> None:
    # the motto has no indent in any act; sizes of sections and of the drafter's sign are ordered
    assert (code in RULES) == (code != "DD207")


@pytest.mark.parametrize("code", ["DD701", "DD711", "DD341"])
def test_what_is_the_programs_own_choice_for_the_party_still_has_the_states_rule(code: str) -> None:
    standard = load_standard("hd05")
    component = {"DD701": "appendix_label", "DD711": "appendix_title", "DD341": "authority"}[code]
    assert standard.components[component].size.tier.value in ("house", "practice")
    assert code in RULES


@pytest.mark.parametrize("code", ["DD414", "DD404", "DD614", "DD462"])
def test_no_rule_that_nothing_could_break(code: str) -> None:
    # short forms of bodies stand in capitals in any text; a titled khoản must be bold for the state
    assert (code in RULES) == (code == "DD462")


def test_examples_differ() -> None:
    assert all(rule.good != rule.bad for rule in RULES.values())
