"""Số, ký hiệu: its shape, zeros, colon, spaces, capitals, codes and years."""

from __future__ import annotations

import pytest

from tests.checks.making import made_sample
from tests.checks.mutants import codes_after, fixed_words, one_verdict, said_of
from tests.corpus.paper import Paper
from tests.corpus.papers import party_letter, party_plan, party_submission, state_decision, state_letter, state_plan
from tests.corpus.wordml import write_paper

RULES = ("TT210", "TT211", "TT212", "TT213", "TT214", "TT215", "TT216", "TT217")


def numbered(paper: Paper, words: str) -> Paper:
    return paper.say("number", words)


def codes(paper: Paper) -> list[str]:
    """Which of the rules on numbers find something."""
    data = write_paper(paper)
    return [code for code in RULES if said_of(data, code)]


@pytest.mark.parametrize(
    "words",
    [
        "Số: 15/KH-UBND",
        "Số: 01/KH-UBND",
        "Số: 1205/KH-UBND",
        "Số:        /KH-UBND",
        "Số:\u00a0\u00a0\u00a0/KH-UBND",
        "Số: ....../KH-UBND",
        "Số: …/KH-UBND",
        "Số: xx/KH-UBND",
        "Số:09/KH-UBND",
        "Số: 409/KH-CAT(PC04)",
        "Số: 15/KH-BCĐ389",
        "Số: 15/KH-SNN&MT",
        "Số: 15/KH-SYT-SNV",
        "Số: .../...-...",
        "Số: 15/KH\u2011UBND",
        "Số: 15/KH-UBND (mật)",
    ],
)
def test_numbers_of_a_state_plan_that_are_right(words: str) -> None:
    assert codes(numbered(state_plan(), words)) == []


@pytest.mark.parametrize("words", ["Số: 05/BNV-VP", "Số: 12/UBND-VX", "Số: 15/SNV", "Số:      /SNV-CCHC", "Số: 2734/CT-TTHT"])
def test_numbers_of_a_state_letter_that_are_right(words: str) -> None:
    assert codes(numbered(state_letter(), words)) == []


@pytest.mark.parametrize(
    "words", ["Số 09-KH/ĐU", "Số 127-KH/TW", "Số       -KH/TU", "Số ...-KH/ĐU", "Số 05-KH/BTCTU-BNCTU", "Số 01-KH/ĐH"]
)
def test_numbers_of_a_party_plan_that_are_right(words: str) -> None:
    assert codes(numbered(party_plan(), words)) == []


@pytest.mark.parametrize("words", ["Số 138-CV/BTGDVTU", "Số 3294-CV/VPTW/nb", "Số     -CV/VPTU"])
def test_numbers_of_a_party_letter_that_are_right(words: str) -> None:
    assert codes(numbered(party_letter(), words)) == []


@pytest.mark.parametrize(
    ("words", "code", "expected", "actual", "fixed"),
    [
        ("Số: 5/KH-UBND", "TT211", "05", "5", "Số: 05/KH-UBND"),
        ("Số 15/KH-UBND", "TT212", "Số:", "Số", "Số: 15/KH-UBND"),
        ("Số. 15/KH-UBND", "TT212", "Số:", "Số.", "Số: 15/KH-UBND"),
        ("Số: 15 /KH-UBND", "TT213", "15/KH-UBND", "15 /KH-UBND", "Số: 15/KH-UBND"),
        ("Số: 15/KH - UBND", "TT213", "15/KH-UBND", "15/KH - UBND", "Số: 15/KH-UBND"),
        ("Số:     /KH- UBND", "TT213", "/KH-UBND", "/KH- UBND", "Số:     /KH-UBND"),
        ("Số: 15/KH-Ubnd", "TT214", "UBND", "Ubnd", "Số: 15/KH-UBND"),
        ("Số: 15/kh-UBND", "TT214", "KH", "kh", "Số: 15/KH-UBND"),
        ("Số: 15/QĐ-UBND", "TT215", "KH", "QĐ", "Số: 15/KH-UBND"),
        ("Số: 15/KHoach-UBND", "TT215", "KH", "KHoach", "Số: 15/KH-UBND"),
    ],
)
def test_one_thing_wrong_in_a_state_number(words: str, code: str, expected: str, actual: str, fixed: str) -> None:
    paper = numbered(state_plan(), words)
    assert codes(paper) == [code]
    said = one_verdict(paper, code)
    assert (said.level, said.expected, said.actual) == ("error", expected, actual)
    assert said.words == actual
    assert fixed_words(paper, code) == fixed


@pytest.mark.parametrize(
    ("words", "code", "level", "fixed"),
    [
        ("Số 9-KH/ĐU", "TT211", "error", "Số 09-KH/ĐU"),
        ("Số: 09-KH/ĐU", "TT212", "warning", "Số 09-KH/ĐU"),
        ("Số:09-KH/ĐU", "TT212", "warning", "Số 09-KH/ĐU"),
        ("Số 09 - KH/ĐU", "TT213", "warning", "Số 09-KH/ĐU"),
        ("Số 09-KH/đu", "TT214", "error", "Số 09-KH/ĐU"),
        ("Số 09-CT/ĐU", "TT215", "warning", "Số 09-KH/ĐU"),
    ],
)
def test_one_thing_wrong_in_a_party_number(words: str, code: str, level: str, fixed: str) -> None:
    paper = numbered(party_plan(), words)
    assert codes(paper) == [code]
    assert one_verdict(paper, code).level == level
    assert fixed_words(paper, code) == fixed


@pytest.mark.parametrize(
    "words",
    [
        "Số: 15-KH/UBND",
        "Số: 15",
        "Số: 15/KH",
        "15/KH-UBND",
        "SỐ: 15/KH-UBND",
        "Số: 15/KH/UBND",
        "Số: 15/KH–UBND",
        "Số: 15/KH_UBND",
        "Số: 15//KH-UBND",
        "Số: 15KH-UBND",
        "Số: 15/KH UBND",
        "Số: 15/KH-UBND.",
    ],
)
def test_shapes_that_are_no_state_number(words: str) -> None:
    said = one_verdict(numbered(state_plan(), words), "TT210")
    assert (said.level, said.words, said.expected) == ("error", words, "Số: …/…-…")


def test_a_dash_becomes_a_hyphen() -> None:
    for words in ("Số: 15/KH–UBND", "Số: 15/KH-UBND."):
        assert fixed_words(numbered(state_plan(), words), "TT210") == "Số: 15/KH-UBND"


@pytest.mark.parametrize("words", ["Số 15/KH-ĐU", "Số 15-KH-ĐU", "Số 15/KH/ĐU"])
def test_shapes_that_are_no_party_number(words: str) -> None:
    said = one_verdict(numbered(party_plan(), words), "TT210")
    assert (said.level, said.expected) == ("error", "Số …-…/…")


def test_office_codes_after_the_pattern_of_the_acts_own_are_a_warning() -> None:
    assert one_verdict(numbered(state_letter(), "Số: 15/SGDĐT-GDTrH"), "TT214").level == "warning"


def test_codes_of_types_with_small_letters() -> None:
    letter = party_submission()
    assert codes(letter) == []
    assert one_verdict(numbered(letter, "Số 21-TTR/BTCTU"), "TT215").expected == "TTr"
    assert codes(numbered(letter, "Số 21-TTR/BTCTU")) == ["TT215"]


def test_joint_papers_lengthen_their_code() -> None:
    assert one_verdict(numbered(state_plan(), "Số: 15/KHLN-SYT-SNV"), "TT215").level == "warning"


def test_a_typed_paper_without_its_code() -> None:
    said = one_verdict(numbered(state_plan(), "Số: 15/UBND"), "TT215")
    assert (said.expected, said.actual) == ("KH", "UBND")


def test_a_decision_named_a_plan() -> None:
    assert codes(numbered(state_decision(), "Số: 127/KH-STC")) == ["TT215"]


def test_the_party_has_one_code_for_two_types() -> None:
    for name in ("QUYẾT ĐỊNH", "QUY ĐỊNH"):
        assert codes(numbered(party_plan().say("type_name", name), "Số 09-QĐ/ĐU")) == []


def test_the_old_code_of_a_rule_is_right_before_2026() -> None:
    old = numbered(party_plan().say("type_name", "QUY ĐỊNH"), "Số 09-QĐi/ĐU")
    assert codes(old) == ["TT215"]
    assert codes(old.say("place_date", "Hoà An, ngày 03 tháng 6 năm 2024")) == []


def test_a_state_letter_has_no_code() -> None:
    paper = numbered(state_letter(), "Số: 15/CV-SNV")
    assert codes(paper) == ["TT216"]
    said = one_verdict(paper, "TT216")
    assert (said.level, said.words) == ("error", "CV")
    assert fixed_words(paper, "TT216") == "Số: 15/SNV"


def test_a_state_letter_with_the_code_of_another_type() -> None:
    paper = numbered(state_letter(), "Số: 15/BC-SNV").say("issuer", "SỞ NỘI VỤ")
    said = one_verdict(paper, "TT215")
    assert (said.level, said.words, said.expected) == ("error", "BC", "no code")


def test_a_party_letter_without_its_code() -> None:
    said = one_verdict(numbered(party_letter(), "Số 138/VPTU"), "TT210")
    assert said.expected == "Số …-…/…"
    assert one_verdict(numbered(party_letter(), "Số 138-TB/VPTU"), "TT215").expected == "CV"


def test_a_year_in_the_number() -> None:
    paper = numbered(state_plan(), "Số: 15/2026/KH-UBND")
    assert codes(paper) == ["TT217"]
    said = one_verdict(paper, "TT217")
    assert (said.level, said.words, said.expected) == ("warning", "15/2026", "15")
    assert fixed_words(paper, "TT217") == "Số: 15/KH-UBND"


def test_a_year_behind_an_open_number() -> None:
    paper = numbered(state_plan(), "Số:     /2026/KH-UBND")
    assert codes(paper) == ["TT217"]
    assert one_verdict(paper, "TT217").words == "2026"
    assert fixed_words(paper, "TT217") == "Số:     /KH-UBND"


def test_a_year_in_what_may_be_a_legal_act_is_only_said() -> None:
    assert one_verdict(numbered(state_decision(), "Số: 127/2025/QĐ-STC"), "TT217").level == "info"


@pytest.mark.parametrize(
    ("standard", "slug", "new", "code"),
    [
        ("nd30", "ke-hoach", "Số: 7/KH-STC", "TT211"),
        ("nd30", "ke-hoach", "Số 07/KH-STC", "TT212"),
        ("nd30", "ke-hoach", "Số: 07/ KH-STC", "TT213"),
        ("nd30", "ke-hoach", "Số: 07/KH-Stc", "TT214"),
        ("nd30", "ke-hoach", "Số: 07/BC-STC", "TT215"),
        ("nd30", "cong-van", "Số: 07/CV-STC", "TT216"),
        ("nd30", "ke-hoach", "Số: 07/2026/KH-STC", "TT217"),
        ("nd30", "ke-hoach", "Số: 07-KH/STC", "TT210"),
        ("hd05", "ke-hoach", "Số: 07-KH/BTCTU", "TT212"),
        ("hd05", "ke-hoach", "Số 07/KH-BTCTU", "TT210"),
    ],
)
def test_nothing_else_is_found_in_docgens_own_file(standard: str, slug: str, new: str, code: str) -> None:
    assert codes_after(made_sample(standard, slug), "Số", new) == [code]
