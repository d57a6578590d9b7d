"""Địa danh, ngày tháng: its shape, zeros, the calendar, its row and its capitals."""

from __future__ import annotations

import re

import pytest

from docgen.checks.rule import Kind
from tests.checks.making import MAIN, form_codes, found_by, made_sample, packed, parts_of
from tests.checks.mutants import codes_after, fixed_words, one_verdict, rewritten, said_of, verdict
from tests.corpus.paper import Paper
from tests.corpus.papers import party_plan, state_plan
from tests.corpus.wordml import Build, write_paper

RULES = ("TT218", "TT219", "TT220", "TT221", "TT223")


def dated(paper: Paper, words: str) -> Paper:
    return paper.say("place_date", words)


def codes(paper: Paper) -> list[str]:
    data = write_paper(paper)
    return [code for code in RULES if said_of(data, code)]


@pytest.mark.parametrize(
    "words",
    [
        "Hà Nội, ngày 05 tháng 01 năm 2026",
        "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026",
        "Hà Nội, ngày 31 tháng 12 năm 2026",
        "Hà Nội, ngày 29 tháng 02 năm 2028",
        "Hà Nội, ngày      tháng      năm 2026",
        "Hà Nội, ngày      tháng 11 năm 2026",
        "Hà Nội, ngày ... tháng ... năm 2026",
        "Hà Nội, ngày … tháng … năm 20...",
        "Hà Nội, ngày 05 tháng 3 năm 20...",
        "......, ngày 05 tháng 3 năm 2026",
        "Hà Nội,  ngày 12  tháng 11\u00a0năm 2026",
        "Hà Nội, nga\u0300y 12 tháng 11 năm 2026",
        "Đặc khu Phú Quý, ngày 12 tháng 11 năm 2026",
        "Phường 5, ngày 12 tháng 11 năm 2026",
        "Ea H'leo, ngày 12 tháng 11 năm 2026",
        "Bà Rịa - Vũng Tàu, ngày 12 tháng 11 năm 2026",
        "Hà Nội, ngày 12 tháng 11 năm 2026.",
    ],
)
def test_places_and_dates_that_are_right(words: str) -> None:
    assert codes(dated(state_plan(), words)) == []


@pytest.mark.parametrize(
    ("words", "code", "spot", "expected", "fixed"),
    [
        ("Hà Nội, ngày 5 tháng 11 năm 2026", "TT219", "5", "05", "Hà Nội, ngày 05 tháng 11 năm 2026"),
        ("Hà Nội, ngày 15 tháng 1 năm 2026", "TT219", "1", "01", "Hà Nội, ngày 15 tháng 01 năm 2026"),
        ("Hà Nội, ngày 15 tháng 2 năm 2026", "TT219", "2", "02", "Hà Nội, ngày 15 tháng 02 năm 2026"),
        ("Hà nội, ngày 15 tháng 6 năm 2026", "TT223", "Hà nội", "Hà Nội", "Hà Nội, ngày 15 tháng 6 năm 2026"),
        (
            "thành phố Huế, ngày 15 tháng 6 năm 2026",
            "TT223",
            "thành phố Huế",
            "Thành phố Huế",
            "Thành phố Huế, ngày 15 tháng 6 năm 2026",
        ),
    ],
)
def test_one_thing_wrong_in_a_date(words: str, code: str, spot: str, expected: str, fixed: str) -> None:
    paper = dated(state_plan(), words)
    assert codes(paper) == [code]
    assert one_verdict(paper, code) == ("error", spot, expected, spot)
    assert fixed_words(paper, code) == fixed


def test_two_zeros_are_two_findings() -> None:
    found = verdict(dated(state_plan(), "Hà Nội, ngày 5 tháng 1 năm 2026"), "TT219")
    assert [(said.words, said.expected) for said in found] == [("5", "05"), ("1", "01")]


@pytest.mark.parametrize("month", ["06", "09", "010"])
def test_a_zero_too_many(month: str) -> None:
    words = f"Sơn Hải, ngày 15 tháng {month} năm 2026"
    for paper, level in ((state_plan(), "warning"), (party_plan(), "error")):
        said = one_verdict(dated(paper, words), "TT220")
        assert said == (level, month, str(int(month)), month)
    assert fixed_words(dated(state_plan(), words), "TT220") == f"Sơn Hải, ngày 15 tháng {int(month)} năm 2026"


def test_a_zero_too_many_under_the_older_rules_of_the_party() -> None:
    said = one_verdict(dated(party_plan(), "Sơn Hải, ngày 15 tháng 03 năm 2026"), "TT220")
    assert said == ("warning", "03", "3", "03")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Hà Nội ngày 05 tháng 3 năm 2026", "Hà Nội, ngày 05 tháng 3 năm 2026"),
        ("Hà Nội, ngày 5/3/2026", "Hà Nội, ngày 05 tháng 3 năm 2026"),
        ("Hà Nội, Ngày 05 Tháng 3 Năm 2026", "Hà Nội, ngày 05 tháng 3 năm 2026"),
        ("Hà Nội. ngày 05 tháng 3 năm 2026", "Hà Nội, ngày 05 tháng 3 năm 2026"),
    ],
)
def test_a_date_of_another_shape(words: str, written: str) -> None:
    paper = dated(state_plan(), words)
    assert codes(paper) == ["TT218"]
    assert one_verdict(paper, "TT218") == ("error", words, written, words)
    assert fixed_words(paper, "TT218") == written


@pytest.mark.parametrize("words", ["ngày 05 tháng 3 năm 2026", "Hà Nội, ngày 05 tháng 3 năm 26"])
def test_a_date_that_lacks_a_part(words: str) -> None:
    said = one_verdict(dated(state_plan(), words), "TT218")
    assert (said.level, said.words) == ("error", words)


@pytest.mark.parametrize(
    ("words", "spot"),
    [
        ("Hà Nội, ngày 30 tháng 02 năm 2026", "30 tháng 02 năm 2026"),
        ("Hà Nội, ngày 29 tháng 02 năm 2027", "29 tháng 02 năm 2027"),
        ("Hà Nội, ngày 31 tháng 11 năm 2026", "31 tháng 11 năm 2026"),
        ("Hà Nội, ngày 12 tháng 13 năm 2026", "12 tháng 13 năm 2026"),
        ("Hà Nội, ngày 32 tháng      năm 2026", "32 tháng      năm 2026"),
    ],
)
def test_a_day_that_no_calendar_has(words: str, spot: str) -> None:
    paper = dated(state_plan(), words)
    assert codes(paper) == ["TT221"]
    said = one_verdict(paper, "TT221")
    assert (said.level, said.words) == ("error", spot)


def test_the_place_of_a_party_document() -> None:
    assert one_verdict(dated(party_plan(), "hoà An, ngày 03 tháng 6 năm 2026"), "TT223").level == "warning"


def test_number_and_date_in_different_rows() -> None:
    data = write_paper(state_plan(), Build("runs", "2x2"))
    xml = parts_of(data)[MAIN].decode("utf-8")
    number, place = (cell for cell in re.findall(r"<w:tc>.*?</w:tc>", xml, re.DOTALL) if "/KH" in cell or "tháng" in cell)
    empty = "<w:tc><w:p/></w:tc>"
    apart = xml.replace(number + place, f"{number}{empty}</w:tr><w:tr>{empty}{place}")
    assert apart != xml
    assert said_of(data, "TT222") == []
    (said,) = said_of(packed({**parts_of(data), MAIN: apart.encode("utf-8")}), "TT222")
    assert said == ("error", "Sơn Hải, ngày 05 tháng 3 năm 2026", "row 2 of the table", "row 3")


def test_number_and_date_below_other_lines_may_be_level() -> None:
    assert verdict(state_plan(), "TT222") == []


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("An Bình, ngày 5 tháng 3 năm 2026", "TT219"),
        ("An Bình, ngày 05 tháng 03 năm 2026", "TT220"),
        ("An Bình ngày 05 tháng 3 năm 2026", "TT218"),
        ("An Bình, ngày 31 tháng 4 năm 2026", "TT221"),
    ],
)
def test_nothing_else_is_found_in_docgens_own_file(new: str, code: str) -> None:
    assert codes_after(made_sample(), "An Bình, ngày", new) == [code]


def test_the_letters_of_the_place_are_its_authors() -> None:
    """So the finding is one about wording, and the only one."""
    data = rewritten(made_sample(), "An Bình, ngày", "An bình, ngày 05 tháng 3 năm 2026")
    (found,) = found_by(data, "TT223")
    assert (found.rule.kind, found.finding.expected, found.finding.actual) == (Kind.WORDING, "An Bình", "An bình")
    assert form_codes(data) == []
