"""Every rule that claims a repair repairs: papers with one thing spoilt are as they should be afterwards."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.checking.fixing import fix_package
from docgen.checks.registry import all_rules, rule_named
from docgen.checks.rule import Fixing
from tests.checks.making import MAIN, form_codes, found_by, parts_of
from tests.corpus.wordml import Build, write_paper
from tests.fixes.law import assert_only_named, letters_of, paragraphs_of
from tests.fixes.spoilt import SPOILT, Spoilt

BUILDS = (Build("runs", "2x2", "high"), Build("styles", "1x2", "high"))


def test_every_rule_with_a_repair_is_spoilt_here() -> None:
    fixable = {rule.code for rule in all_rules() if rule.fix is not Fixing.NONE and not rule.by_component}
    assert fixable == {spoilt.rule for spoilt in SPOILT}


def test_every_rule_without_a_repair_says_why() -> None:
    for rule in all_rules():
        assert (rule.no_fix is not None) is (rule.fix is Fixing.NONE), rule.code


# one build each, in turn: a rule looks at what was read, and how that is read from a build is tested elsewhere
@pytest.mark.parametrize(
    ("spoilt", "build"),
    [(spoilt, BUILDS[i % 2]) for i, spoilt in enumerate(SPOILT)],
    ids=[spoilt.name for spoilt in SPOILT],
)
def test_the_repair_puts_it_right_and_changes_nothing_else(spoilt: Spoilt, build: Build) -> None:
    data = write_paper(spoilt.paper(), build)
    assert found_by(data, spoilt.rule), "the rule does not fire"
    rule = rule_named(spoilt.rule)
    assert rule is not None
    unsafe = rule.fix is Fixing.UNSAFE

    fixed = fix_package(data, name="paper.docx", unsafe=unsafe)

    assert fixed.data is not None
    assert {code for code, _ in fixed.edits} <= {spoilt.rule}
    assert not fixed.stubborn
    assert_only_named(data, fixed.data, [edit for _, edit in fixed.edits])
    assert not found_by(fixed.data, spoilt.rule)
    assert form_codes(fixed.data) == []
    words = "\n".join(letters_of(p) for p in paragraphs_of(etree.fromstring(parts_of(fixed.data)[MAIN])))
    assert spoilt.says in words
    assert fix_package(fixed.data, name="paper.docx", unsafe=unsafe).data is None


#: rules whose repair wants a person's look
_UNSAFE = {rule.code for rule in all_rules() if rule.fix is Fixing.UNSAFE}


@pytest.mark.parametrize("spoilt", [one for one in SPOILT if one.rule in _UNSAFE], ids=lambda one: one.name)
def test_what_a_person_should_see_is_left_unless_asked_for(spoilt: Spoilt) -> None:
    fixed = fix_package(write_paper(spoilt.paper()), name="paper.docx")
    assert spoilt.rule not in {code for code, _ in fixed.edits}
    assert fixed.unsafe
