"""Specs are checked as Word files are; what is found stands at their lines, and a build says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import build
from docgen.checking import Status
from docgen.checking.wishes import Wishes
from docgen.problems import Level, Place, Problem
from tests.checks.making import spec_files
from tests.support.checked import DEGREE, SPEC, check_one, codes, detail_of, write


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def place_of(problem: Problem) -> Place:
    assert problem.place is not None
    return problem.place


def only(path: Path) -> Problem:
    (problem,) = check_one(path).findings
    return problem


def test_a_finding_stands_at_its_words_in_the_spec() -> None:
    problem = only(write(Path("specs/a.yaml"), SPEC))
    place = place_of(problem)
    assert (problem.code, place.path, place.line, place.column) == (DEGREE, str(Path("specs/a.yaml")), 17, 9)
    assert place.excerpt == "  name: TS. Trần Văn An"
    assert detail_of(problem).spec == place
    assert problem.suggestion == "  name: Trần Văn An"


def test_vietnamese_keys_lead_there_too() -> None:
    spec = SPEC.replace("signature:", "người ký:").replace("title: CHỦ", "chức vụ: CHỦ").replace("name: TS.", "họ tên: TS.")
    place = place_of(only(write(Path("a.yaml"), spec)))
    assert (place.line, place.excerpt) == (17, "  họ tên: TS. Trần Văn An")


def test_words_inside_a_block_of_several_lines_are_found() -> None:
    lines = "    Thực hiện chương trình công tác,\n    tiếp công dân từ 08 giờ 00 thứ hai, ngày 13/7/2026.\n"
    spec = SPEC.replace("sections:\n", f"opening:\n  - >-\n{lines}sections:\n").replace("TS. ", "")
    problem = only(write(Path("a.yaml"), spec))
    place = place_of(problem)
    assert problem.code == "LV105"
    assert (place.line, place.excerpt) == (13, "    tiếp công dân từ 08 giờ 00 thứ hai, ngày 13/7/2026.")
    assert problem.suggestion == "    tiếp công dân từ 08 giờ 00 thứ Hai, ngày 13/7/2026."


def test_the_rule_set_of_the_spec_is_used_and_none_asked_for() -> None:
    file = check_one(write(Path("a.yaml"), SPEC), standard="hd05")
    assert [document.standard for document in file.documents] == ["nd30"]


def test_a_spec_with_errors_is_unreadable_with_all_of_them() -> None:
    spec = SPEC.replace("type: thong-bao", "type: thong-baoo").replace("number: 5", "number: năm")
    file = check_one(write(Path("a.yaml"), spec))
    assert file.status is Status.UNREADABLE
    assert [(place_of(problem).line, problem.level) for problem in file.problems] == [(2, Level.ERROR), (7, Level.ERROR)]


@pytest.mark.parametrize("path", spec_files(), ids=lambda path: path.stem)
def test_the_examples_have_no_finding(path: Path) -> None:
    file = check_one(path)
    assert (file.status, [str(problem.what) for problem in file.findings], file.broken) == (Status.CHECKED, [], False)


def told(problems: tuple[Problem, ...]) -> list[tuple[str, Place | None, str | None]]:
    return [(problem.code, problem.place, problem.suggestion) for problem in problems]


def test_a_build_warns_of_the_same_words_at_the_same_place() -> None:
    path = write(Path("a.yaml"), SPEC)
    (outcome,) = build([path], "out").outcomes
    assert told(outcome.problems) == told(tuple(check_one(path).findings))
    assert [problem.level for problem in outcome.problems] == [Level.WARNING]
    (outcome,) = build([path], "out").outcomes
    assert outcome.problems == ()


def test_a_build_leaves_rules_out_that_are_not_wanted() -> None:
    (outcome,) = build([write(Path("a.yaml"), SPEC)], "out", rules=Wishes(ignore=(DEGREE,))).outcomes
    assert outcome.problems == ()
    (outcome,) = build([write(Path("b.yaml"), SPEC)], "out", rules=Wishes(ignore=("LV999",))).outcomes
    assert [(problem.code, problem.level) for problem in outcome.problems] == [("check-unknown-rule", Level.WARNING)]


def test_a_verified_build_has_the_findings_of_the_word_file_at_the_lines_of_the_spec() -> None:
    path = write(Path("a.yaml"), SPEC)
    for _ in range(2):
        result = build([path], "out", verify=True)
        (outcome,) = result.outcomes
        assert told(outcome.problems) == told(tuple(check_one(path).findings))
        assert outcome.checked is not None
        assert outcome.checked.path == outcome.output
        assert (result.fails, result.failed) == (True, False)
    result = build([write(Path("b.yaml"), SPEC.replace("TS. ", ""))], "out", verify=True)
    assert (result.fails, codes(result.outcomes[0].checked)) == (False, [])  # type: ignore[arg-type]


SHARED = """\
agencies:
  xa:
    issuer:
      name: ỦY BAN NHÂN DÂN XÃ TÂN AN
      code: UBND
    place: Tân An
    filing: VT
signers:
  chu-tich:
    title: CHỦ TỊCH
    name: TS. Trần Văn An
"""
SHORT = SPEC[: SPEC.index("signature:")] + "signature: chu-tich\n"


def test_what_an_agency_file_says_is_shown_in_that_file() -> None:
    write(Path("agency.yaml"), SHARED)
    problem = only(write(Path("specs/a.yaml"), SHORT))
    place = place_of(problem)
    assert (problem.code, place.path, place.line, place.column) == (DEGREE, "agency.yaml", 11, 11)
    assert place.excerpt == "    name: TS. Trần Văn An"
    assert problem.suggestion == "    name: Trần Văn An"
    (told,) = [p for p in build(["specs/a.yaml"], "out").outcomes[0].problems if p.code == DEGREE]
    assert place_of(told) == place


def test_vietnamese_keys_of_an_agency_file_lead_there_too() -> None:
    shared = SHARED.replace("signers:", "người ký:").replace("    title:", "    chức vụ:")
    shared = shared.replace("    name: TS", "    họ tên: TS")
    write(Path("agency.yaml"), shared)
    place = place_of(only(write(Path("a.yaml"), SHORT)))
    assert (place.path, place.excerpt) == ("agency.yaml", "    họ tên: TS. Trần Văn An")


def test_of_several_agency_files_the_one_that_says_it_is_shown() -> None:
    write(Path("agency.yaml"), SHARED)
    write(Path("specs/agency.yaml"), "signers:\n  chu-tich:\n    title: CHỦ TỊCH\n")
    assert place_of(only(write(Path("specs/a.yaml"), SHORT))).path == "agency.yaml"
    write(Path("specs/agency.yaml"), "signers:\n  chu-tich:\n    name: ThS. Trần Văn An\n")
    place = place_of(only(Path("specs/a.yaml")))
    assert (place.path, place.line) == (str(Path("specs/agency.yaml")), 3)
