"""Editions: what they take over, where their errors stand, which one is in force on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.standards import Tier, edition_for, load_standard
from tests.standards.files import Folder, shown

SMALL = "edition_of: hd05\nname: own\ntitle: Bản thử\nvalid: {from: 2027-01-01}\n"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (None, "hd05"),
        (date(2016, 1, 1), "hd36"),
        (date(2018, 4, 2), "hd36"),
        (date(2018, 4, 3), "hd36"),
        (date(2026, 5, 26), "hd36"),
        (date(2026, 5, 27), "hd05"),
        (date(2099, 12, 31), "hd05"),
    ],
)
def test_the_partys_rules_change_on_27_may_2026(day: date | None, name: str) -> None:
    assert edition_for("party", day) == name


@pytest.mark.parametrize("day", [None, date(2019, 1, 1), date(2020, 3, 5), date(2030, 1, 1)])
def test_the_state_has_one_rule_set(day: date | None) -> None:
    assert edition_for("state", day) == "nd30"


def test_a_day_before_every_rule_set_is_not_covered() -> None:
    assert not load_standard("hd36").valid.covers(date(2018, 4, 2))
    assert load_standard("hd36").valid.covers(date(2018, 4, 3))
    assert load_standard("hd36").valid.covers(date(2026, 5, 26))
    assert not load_standard("hd36").valid.covers(date(2026, 5, 27))
    assert not load_standard("nd30").valid.covers(date(2020, 3, 4))
    assert load_standard("nd30").valid.covers(date(2020, 3, 5))


def test_an_unknown_regime_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="kingdom"):
        edition_for("kingdom", None)


def test_what_an_edition_says_nothing_about_is_that_of_its_base_and_practice(tmp_path: Path) -> None:
    own, base = Folder.made_in(tmp_path).write("own", SMALL).read("own"), load_standard("hd05")
    assert own.components["body"].size.use == base.components["body"].size.use
    assert own.components["body"].size.describe() == base.components["body"].size.describe()
    assert base.components["body"].size.tier is Tier.TEXT
    assert own.components["body"].size.tier is Tier.PRACTICE
    assert own.components["subclause"].bold.tier is Tier.PRACTICE, "seen in a sample of another act only"
    assert own.components["body"].keep_next is None
    assert own.components["section"].outline is not None
    assert own.components["section"].outline.tier is Tier.HOUSE, "our own choice stays our own"
    assert {own.date.tier, own.text_end.tier, own.types["bao-cao"].tier, own.numbering["point"].tier} == {Tier.PRACTICE}


def test_confirmed_entries_keep_their_tier(tmp_path: Path) -> None:
    text = SMALL + "confirmed:\n  - page.*\n  - components.body.size\n  - components.issuer.*\n"
    own = Folder.made_in(tmp_path).write("own", text).read("own")
    assert own.page.left.tier is Tier.TEXT
    assert own.components["body"].size.tier is Tier.TEXT
    assert own.components["body"].indent is not None
    assert own.components["body"].indent.tier is Tier.PRACTICE
    assert own.components["issuer"].tier is Tier.TEXT
    assert own.components["issuer"].bold.tier is Tier.TEXT
    assert own.components["issuer"].line is not None
    assert own.components["issuer"].line.tier is Tier.HOUSE


def test_an_entry_with_a_source_of_its_own_keeps_it(tmp_path: Path) -> None:
    text = SMALL + 'components:\n  body:\n    size: {use: 15, clause: "36-HD II.1", tier: text}\n    bold: {use: true}\n'
    own = Folder.made_in(tmp_path).write("own", text).read("own")
    assert (own.components["body"].size.use, own.components["body"].size.clause) == (15, "36-HD II.1")
    assert own.components["body"].size.tier is Tier.TEXT
    assert own.components["body"].size.describe() == "15", "the base's 14–15 is replaced, not mixed in"
    assert own.components["body"].bold.use is True
    assert own.components["body"].bold.tier is Tier.PRACTICE, "without a tier of its own it is nobody's word"


def test_null_takes_an_entry_of_the_base_away(tmp_path: Path) -> None:
    text = SMALL + "components:\n  party_title:\n    rule: null\ntypes:\n  to-trinh: {addressee_label: null}\n"
    own = Folder.made_in(tmp_path).write("own", text).read("own")
    assert load_standard("hd05").components["party_title"].rule is not None
    assert own.components["party_title"].rule is None
    assert own.types["to-trinh"].addressee_label is None


def test_an_error_in_the_edition_stands_in_the_edition(tmp_path: Path) -> None:
    text = SMALL + "components:\n  body:\n    size: {use: 16, max: 15, clause: x, tier: text}\n  bodi:\n    size: 14\n"
    found = Folder.made_in(tmp_path).write("own", text).problems("own")
    assert ("standard-entry", "own.yaml", 7) in [shown(p) for p in found]
    assert ("standard-reference", "own.yaml", 8) in [shown(p) for p in found]
    assert {shown(p)[1] for p in found} == {"own.yaml"}


def test_an_error_in_the_base_stands_in_the_base(tmp_path: Path) -> None:
    text = SMALL + "components:\n  body:\n    size: {use: 14, clause: x, tier: text}\n"
    folder = Folder.made_in(tmp_path).write("own", text)
    folder.change("hd05", "align: both", "align: middle", "\n  body:").change("hd05", "    label: Nội dung\n", "")
    found = sorted(shown(p) for p in folder.problems("own"))
    lines = sorted([folder.line("hd05", "  body:", "\n  base:"), folder.line("hd05", "align: middle")])
    assert found == [("standard-entry", "hd05.yaml", line) for line in lines]


def test_an_error_in_the_base_that_the_edition_replaces_is_none_of_it(tmp_path: Path) -> None:
    text = SMALL + "components:\n  body:\n    size: {use: 14, clause: x, tier: text}\n"
    folder = Folder.made_in(tmp_path).write("own", text)
    folder.change("hd05", "size: {min: 14, max: 15, use: 14}", "size: large", "\n  body:")
    assert folder.problems("own") == []
    assert len(folder.problems("hd05")) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("edition_of: hd06\nname: own\n", "no rule set hd06 beside"),
        ("edition_of: own\nname: own\n", "an edition of itself"),
        ("edition_of: hd36\nname: own\n", "hd36 is an edition of another"),
        ("edition_of: [hd05]\nname: own\n", "no rule set"),
    ],
)
def test_an_edition_needs_a_whole_rule_set_to_stand_on(tmp_path: Path, text: str, says: str) -> None:
    (problem,) = Folder.made_in(tmp_path).write("own", text).problems("own")
    assert shown(problem) == ("standard-edition", "own.yaml", 1)
    assert says in str(problem.what)


def test_two_editions_of_each_other_end(tmp_path: Path) -> None:
    folder = Folder(tmp_path).write("a", "edition_of: b\nname: a\n").write("b", "edition_of: a\nname: b\n")
    assert [shown(p) for p in folder.problems("a")] == [("standard-edition", "a.yaml", 1)]


def test_confirmed_names_what_exists(tmp_path: Path) -> None:
    text = SMALL + "confirmed:\n  - page.left\n  - page.lefft\n"
    (problem,) = Folder.made_in(tmp_path).write("own", text).problems("own")
    assert shown(problem) == ("standard-reference", "own.yaml", 7)
    (problem,) = Folder(tmp_path).write("own", SMALL + "confirmed: all\n").problems("own")
    assert shown(problem) == ("standard-entry", "own.yaml", 5)


def test_an_unreadable_base_is_named(tmp_path: Path) -> None:
    folder = Folder.made_in(tmp_path).write("own", SMALL).write("hd05", "\n")
    assert [Path(p.place.path).name for p in folder.problems("own") if p.place] == ["hd05.yaml"]
