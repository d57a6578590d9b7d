"""Codes of bodies that are no more, and signatures for a collective without an office."""

from __future__ import annotations

import pytest

from tests.checks.making import judged
from tests.checks.mutants import BUILDS, Said, one_verdict, verdict
from tests.corpus.every import EVERY
from tests.corpus.mutant import both, drop, say
from tests.corpus.wordml import write_paper


@pytest.mark.parametrize("code", ["HU", "QU", "ThU", "ĐUK", "ĐĐ", "BCSĐ"])
def test_the_code_of_a_body_that_is_no_more(code: str) -> None:
    paper = say("number", f"Số 09-KH/{code}")(EVERY["hd05-ke-hoach"]())
    assert one_verdict(paper, "LV120") == Said("warning", code, "", code)
    (found,) = [one for one in judged(write_paper(paper)) if one.rule.code == "LV120"]
    assert found.clause == "I-2.1.2; I-3.1.2b"


@pytest.mark.parametrize("number", ["Số 09-KH/ĐU", "Số 09-KH/TU", "Số 09-KH/QUTW", "Số 09-KH/BTCTU-BNCTU", "Số      -KH/CB"])
def test_codes_of_bodies_there_are(number: str) -> None:
    assert verdict(say("number", number)(EVERY["hd05-ke-hoach"]()), "LV120") == []


def test_codes_of_districts_were_right_before() -> None:
    assert verdict(say("number", "Số 09-KH/HU")(EVERY["hd36-ke-hoach"]()), "LV120") == []


def test_a_signature_for_a_collective_without_an_office_is_a_note() -> None:
    paper = drop("sign_title")(EVERY["hd05-ke-hoach"]())
    words = "T/M BAN THƯỜNG VỤ"
    for build in BUILDS:
        found = [one for one in judged(write_paper(paper, build)) if one.level != "warning" or one.rule.group == "TT5"]
        assert [(one.rule.code, one.level, one.finding.actual) for one in found] == [("TT502", "info", words)]


@pytest.mark.parametrize("words", ["T/M BỘ CHÍNH TRỊ", "T/M BAN BÍ THƯ", "T/M ĐOÀN CHỦ TỊCH"])
def test_collectives_for_which_nobody_signs_with_an_office(words: str) -> None:
    paper = both(drop("sign_title"), say("sign_authority", words))(EVERY["hd05-ke-hoach"]())
    assert verdict(paper, "TT502") == []
