"""Every correct paper is found correct, and every mutant is found faulty for the one thing that is."""

from __future__ import annotations

import io
from itertools import product
from pathlib import Path

import docx
import pytest

from docgen.checks.properties import property_rules
from docgen.checks.registry import all_rules
from docgen.standards import load_standard
from tests.corpus.every import EVERY
from tests.corpus.judging import findings_of
from tests.corpus.mutant import Mutant, builds
from tests.corpus.mutants import WITHOUT, all_mutants
from tests.corpus.mutants_properties import COMPONENTS
from tests.corpus.scoring import GROUPS, describe, perfect_score, verdict_of
from tests.corpus.wordml import GRIDS, MANNERS, Build, write_paper

PAGE = Path(__file__).parents[2] / "docs" / "bang-diem.md"


@pytest.mark.parametrize("name", EVERY)
def test_correct_papers_have_no_finding(name: str) -> None:
    paper = EVERY[name]()
    ends = ("low", "high")
    for manner, grid, end in product(MANNERS, GRIDS, ends):
        build = Build(manner, grid, end)  # type: ignore[arg-type]
        assert findings_of(write_paper(paper, build)) == [], build.name


@pytest.mark.parametrize("name", EVERY)
def test_correct_papers_saved_by_python_docx_have_no_finding(name: str) -> None:
    for build in builds(list(EVERY).index(name)):
        saved = io.BytesIO()
        docx.Document(io.BytesIO(write_paper(EVERY[name](), build))).save(saved)
        assert findings_of(saved.getvalue()) == [], build.name


@pytest.mark.parametrize(("number", "mutant"), list(enumerate(all_mutants())), ids=[mutant.name for mutant in all_mutants()])
def test_mutants_are_found_for_their_fault_and_nothing_else(number: int, mutant: Mutant) -> None:
    verdict = verdict_of(mutant, number)
    assert verdict.caught, f"{mutant.code} does not fire at {mutant.component}"
    assert verdict.beside == ()


@pytest.mark.parametrize("mutant", [m for m in all_mutants() if m.also], ids=lambda m: m.name)
def test_what_a_fault_breaks_besides_has_a_reason_and_is_seen(mutant: Mutant) -> None:
    found = {one.code for build in builds(all_mutants().index(mutant)) for one in findings_of(write_paper(mutant.paper(), build))}
    assert mutant.why
    assert set(mutant.also) <= found


def test_every_rule_has_a_mutant() -> None:
    assert {rule.code for rule in all_rules()} == {mutant.code for mutant in all_mutants()}


def test_every_rule_has_a_mutant_on_each_side_that_knows_it() -> None:
    tried = {(mutant.code, mutant.regime) for mutant in all_mutants()}
    properties = {rule.code for rule in property_rules()}
    for side, name in (("state", "nd30"), ("party", "hd05")):
        named = load_standard(name).rules
        known = {rule.code for rule in all_rules() if rule.code not in properties and rule.name in named}
        assert known - {code for code, regime in tried if regime == side} == set(), side


def test_what_has_no_mutant_has_none() -> None:
    assert not {(mutant.code, mutant.regime) for mutant in all_mutants()} & WITHOUT.keys()


def test_names_are_unique_and_codes_follow_their_components() -> None:
    names = [mutant.name for mutant in all_mutants()]
    assert len(set(names)) == len(names)
    assert len(set(COMPONENTS.values())) == len(COMPONENTS)
    assert {mutant.code[:3] for mutant in all_mutants()} == GROUPS.keys()


def test_every_mutant_differs_from_its_paper() -> None:
    assert [mutant.name for mutant in all_mutants() if mutant.paper() == mutant.sound()] == []


def test_the_scoreboard_in_the_docs_is_what_these_tests_demand() -> None:
    assert PAGE.read_text(encoding="utf-8") == describe(perfect_score())
