"""Files as offices make them: whatever the acts do not forbid is no finding."""

from __future__ import annotations

import pytest

from tests.checks.making import judged, read_file
from tests.real import office_papers, party_papers, state_decisions, state_files, state_letters, state_odd
from tests.real.papers import PAPERS

#: the modules whose builders are registered
MODULES = (office_papers, party_papers, state_decisions, state_files, state_letters, state_odd)
#: what an act forbids, or asks a little differently, in papers that are right but for it: code, component, level
EXPECTED = {
    "notice_in_pieces": [("TT106", "file", "warning")],
    "letter_counting_in_decimals": [("TT409", "subclause", "info")],
    # a slip is of no type of the list, and its code is the office's own
    "slip_in_boxes": [("TT214", "number", "warning")],
}
#: papers that no rule here is for, and why they are left alone
FOREIGN = {
    "application": "form",
    "plan_of_the_youth_union": "other-rules",
    "minutes_in_english": "no-head",
}
#: documents that follow the rules for law-making ones
LEGAL = ("decree", "decision_that_makes_law")
#: types and numbers of documents in one file
TYPES = {
    "proposal_minutes_contract": ["to-trinh", "bien-ban", "hop-dong"],
    "decision_with_regulation": ["quyet-dinh", "quy-che"],
    "decision_with_charter": ["quyet-dinh"],
    "guide_with_a_form": ["huong-dan"],
    "telegram": ["cong-dien"],
    "minutes_of_a_cell": ["bien-ban"],
    "plan_framed_by_a_table": ["ke-hoach"],
}


@pytest.mark.parametrize("name", sorted(PAPERS.keys() - FOREIGN))
def test_nobody_is_accused_wrongly(name: str) -> None:
    found = [(one.rule.code, one.finding.component, one.level) for one in judged(PAPERS[name]())]
    assert found == EXPECTED.get(name, [])


@pytest.mark.parametrize(("name", "why"), FOREIGN.items())
def test_other_papers_are_left_alone(name: str, why: str) -> None:
    reading = read_file(PAPERS[name]())
    assert (reading.documents, reading.foreign) == ([], why)


@pytest.mark.parametrize("name", LEGAL)
def test_law_is_not_judged(name: str) -> None:
    assert [layout.standard_note for layout in read_file(PAPERS[name]()).documents] == ["legal"]


@pytest.mark.parametrize(("name", "types"), TYPES.items())
def test_documents_of_a_file(name: str, types: list[str]) -> None:
    assert [layout.type for layout in read_file(PAPERS[name]()).documents] == types


def test_the_rule_set_follows_the_date() -> None:
    names = {"report_before_2026": "hd36", "resolution_of_a_cell": "hd05", "letter_in_one_row": "nd30"}
    for name, standard in names.items():
        assert [layout.standard.name for layout in read_file(PAPERS[name]()).documents] == [standard]
