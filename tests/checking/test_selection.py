"""Which rules count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.checking.planning import Planner
from docgen.checking.selection import choose_rules, is_preview, states_text
from docgen.checking.wishes import Wishes
from docgen.checks.registry import all_rules, rule_named
from docgen.checks.rule import Rule
from docgen.config.settings import Override
from docgen.problems import DocgenError


def named(code: str) -> Rule:
    rule = rule_named(code)
    assert rule is not None
    return rule


def chosen(*select: str, ignore: tuple[str, ...] = ()) -> set[str]:
    return {rule.code for rule in choose_rules(select, ignore)}


def test_without_a_wish_all_rules_count() -> None:
    assert chosen() == {rule.code for rule in all_rules()}


@pytest.mark.parametrize("wish", ["TT205", "tt205", "vach-ke"])
def test_a_rule_is_named_by_code_or_slug(wish: str) -> None:
    assert chosen(wish) == {"TT205"}
    assert chosen(ignore=(wish,)) == {rule.code for rule in all_rules()} - {"TT205"}


@pytest.mark.parametrize("group", ["TT", "TT2", "LV", "DD", "dd2"])
def test_a_group_is_the_beginning_of_codes(group: str) -> None:
    found = chosen(group)
    assert found
    assert found == {rule.code for rule in all_rules() if rule.code.startswith(group.upper())}


def test_the_longer_wish_wins_and_of_equal_ones_ignore() -> None:
    assert chosen("TT205", "TT4", ignore=("TT",)) & {"TT205", "TT401", "TT201"} == {"TT205", "TT401"}
    assert "TT205" not in chosen("TT205", ignore=("vach-ke",))
    assert chosen("TT2", ignore=("TT205",)) == chosen("TT2") - {"TT205"}


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("TT999", "two letters and three digits"),
        ("TT9", "groups of TT are: TT1, TT2,"),
        ("lv5", "groups of LV are: LV1."),
        ("vach-kee", "Did you mean vach-ke?"),
        ("DG001", "always count"),
        ("Q", "docgen rules"),
    ],
)
def test_an_unknown_rule_is_an_error_with_a_way_out(name: str, remedy: str) -> None:
    with pytest.raises(DocgenError) as caught:
        choose_rules(["TT2"], [name])
    (problem,) = caught.value.problems
    assert problem.code == "check-unknown-rule"
    assert name in str(problem.what)
    assert remedy in str(problem.remedy)


def test_every_unknown_name_is_told_at_once() -> None:
    with pytest.raises(DocgenError) as caught:
        Planner(Wishes("nd31", ("A1",), ("B2",), overrides=(Override(("x",), ignore=("C3",), standard="hd"),), fail_on="info"))
    assert [problem.code for problem in caught.value.problems] == [
        "check-unknown-rule",
        "check-unknown-rule",
        "check-unknown-rule",
        "check-unknown-standard",
        "check-unknown-standard",
        "check-unknown-level",
    ]


@pytest.mark.parametrize(
    ("since", "version", "preview"),
    [
        ("0.2.0", "0.2.0", False),
        ("0.3.0", "0.3.1", True),
        ("0.3.0", "0.4.0", False),
        ("0.2.0", "0.3.0", False),
        ("1.0", "1.0.0", True),
    ],
)
def test_a_rule_is_a_preview_in_the_version_that_brings_it(since: str, version: str, preview: bool) -> None:
    assert is_preview(replace(named("TT205"), since=since), version) is preview


def test_a_preview_counts_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.checking.selection.is_preview", lambda rule: rule.code == "TT205")
    assert "TT205" not in chosen()
    assert "TT205" not in chosen("TT2")
    assert chosen("TT205") == {"TT205"}
    assert {rule.code for rule in choose_rules(["TT2"], preview=True)} >= {"TT205", "TT201"}


def test_only_text_leaves_out_what_no_act_says_in_words() -> None:
    assert states_text(named("TT205"))
    assert not states_text(named("nam-trong-so"))
    assert "TT217" not in {rule.code for rule in choose_rules(only_text=True)}


def test_an_override_is_about_the_files_its_globs_name() -> None:
    override = Override(("cu/**", "mau.docx", "luu"), ("TT2",), ("TT205",), "hd05", "never", "text")
    planner = Planner(Wishes(overrides=(override,), folder="/p"))
    for path in ("/p/cu/a/b.docx", "/p/cu/a.docx", "/p/mau.docx", "/p/luu/x/y.docx"):
        plan = planner.plan(path)
        assert (plan.standard, plan.fail_on, plan.only_text) == ("hd05", "never", True)
        assert "TT201" in plan.codes
        assert not {"TT205", "TT401"} & set(plan.codes)
    assert planner.plan("/p/moi.docx") == planner.plan("/p/x/mau.docx.docx")
    assert planner.plan("/p/moi.docx").standard == "auto"


def test_an_override_does_not_change_what_stands_on_the_command_line() -> None:
    override = Override(("*",), ("TT4",), ("TT205",), "hd05", "never", "text")
    firm = frozenset({"standard", "select", "fail_on", "only"})
    plan = Planner(Wishes("nd30", ("TT2",), firm=firm, overrides=(override,), folder="/p")).plan("/p/a.docx")
    assert (plan.standard, plan.fail_on, plan.only_text) == ("nd30", "error", False)
    assert "TT201" in plan.codes
    assert not {"TT205", "TT401"} & set(plan.codes)


def test_later_overrides_win() -> None:
    overrides = (Override(("*",), fail_on="never"), Override(("a*",), fail_on="warning"))
    planner = Planner(Wishes(overrides=overrides, folder="/p"))
    assert (planner.plan("/p/a.docx").fail_on, planner.plan("/p/b.docx").fail_on) == ("warning", "never")
