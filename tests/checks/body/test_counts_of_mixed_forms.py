"""A number in another form than its neighbours is one finding, about its form; the count goes on behind it."""

from __future__ import annotations

import pytest

from tests.checks.making import judged
from tests.checks.mutants import BUILDS
from tests.corpus.every import EVERY
from tests.corpus.mutant import both, put, swap
from tests.corpus.paper import Paper, line
from tests.corpus.wordml import write_paper


def _told(paper: Paper) -> list[tuple[str, str, str]]:
    """Code, words and what is wanted of all findings, the same however the file is built."""
    told = []
    for build in BUILDS:
        found = []
        for one in judged(write_paper(paper, build)):
            spot = one.finding.spot
            assert spot.paragraph is not None
            found.append((one.rule.code, spot.paragraph.text[spot.start : spot.end], str(one.finding.expected)))
        told.append(found)
    assert told[0] == told[1] == told[2]
    return told[0]


def test_a_point_in_brackets_is_counted() -> None:
    paper = swap("point", "a) ", "(a) ")(EVERY["nd30-ke-hoach"]())
    assert _told(paper) == [("TT404", "(a)", "a)")]


def test_a_second_point_in_brackets_is_counted() -> None:
    more = line("point", "c) Báo cáo kết quả trước ngày 25 hằng tháng.")
    paper = both(put("point", more, nth=1, after=True), swap("point", "b) ", "(b) ", 1))(EVERY["nd30-ke-hoach"]())
    assert _told(paper) == [("TT404", "(b)", "b)")]


def test_a_number_of_two_levels_in_the_place_of_a_point_is_a_note() -> None:
    paper = swap("point", "a) ", "1.1. ")(EVERY["nd30-ke-hoach"]())
    assert [(code, words) for code, words, _ in _told(paper)] == [("TT409", "1.1.")]


def test_a_point_that_is_left_out_behind_brackets_is_told() -> None:
    paper = both(swap("point", "a) ", "(a) "), swap("point", "b) ", "c) ", 1))(EVERY["nd30-ke-hoach"]())
    assert [(code, words) for code, words, _ in _told(paper)] == [("TT404", "(a)"), ("TT405", "c)")]


@pytest.mark.parametrize("base", ["nd30-ke-hoach", "hd05-ke-hoach"])
def test_a_section_in_digits_among_roman_ones(base: str) -> None:
    paper = swap("section", "II. ", "2. ", 1)(EVERY[base]())
    assert _told(paper) == [("TT403", "2.", "II.")]


def test_a_section_that_is_left_out_is_a_gap() -> None:
    paper = swap("section", "II. ", "III. ", 1)(EVERY["nd30-ke-hoach"]())
    assert next((code, words) for code, words, _ in _told(paper)) == ("TT405", "III.")


def test_titles_in_capitals_below_a_section_are_clauses() -> None:
    titles = (line("clause_title", "1. MỤC ĐÍCH CHUNG"), line("clause_title", "2. YÊU CẦU CHUNG"))
    paper = put("section", *titles, nth=1, after=True)(EVERY["nd30-ke-hoach"]())
    assert "TT403" not in {code for code, _, _ in _told(paper)}
