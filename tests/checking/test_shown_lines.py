"""Where the words concerned are few, people see their line; programs get the words exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.checking import check
from docgen.problems import Detail
from docgen.reports.findings import describe_need
from tests.corpus.paper import Paper
from tests.corpus.papers import state_plan
from tests.corpus.wordml import write_paper
from tests.support.checked import write

FILLING = "Các đơn vị phân công một lãnh đạo phụ trách và một đầu mối tổng hợp số liệu báo cáo theo mẫu chung "


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def detail(paper: Paper, name: str) -> Detail:
    """The one finding of the rule called ``name``."""
    write(Path("a.docx"), write_paper(paper))
    (file,) = check(["a.docx"]).files
    (found,) = [problem.detail for problem in file.problems if problem.detail is not None and problem.detail.name == name]
    return found


def test_a_single_digit_is_shown_in_its_line() -> None:
    found = detail(state_plan().say("number", "Số: 5/KH-UBND"), "so-them-khong")
    assert (found.text, found.line) == ("5", "Số: 5/KH-UBND")


def test_a_few_letters_of_a_long_paragraph_are_shown_with_the_words_around_them() -> None:
    found = detail(state_plan().say("point", f"a. {FILLING * 4}."), "dau-sau-so-thu-tu")
    assert found.text == "a."
    assert found.line == "a. Các đơn vị phân công một lãnh đạo phụ trách và một đầu mối tổng…"
    # no word is cut, and it is a line of a terminal
    assert len(found.line) <= 80


def test_words_that_speak_for_themselves_are_shown_alone() -> None:
    found = detail(state_plan().set("motto", size=10), "co-chu-quoc-hieu")
    assert (found.text, found.line) == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "")


def test_of_lines_broken_by_hand_only_the_one_concerned_is_shown() -> None:
    found = detail(state_plan().say("number", "Số: 5/KH-UBND\nV/v thử"), "so-them-khong")
    assert found.line == "Số: 5/KH-UBND"


def need(expected: str, actual: str) -> str:
    return describe_need(Detail("x", "form", "text", "", "body", "Nội dung", expected, actual, text="một dòng chữ"), "en")


@pytest.mark.parametrize(
    ("expected", "actual", "told"),
    [
        (";", ",", "wanted: “;”; here: “,”"),
        ("./.", ".", "wanted: “./.”; here: “.”"),
        ("a)", "a.", "wanted: “a)”; here: “a.”"),
        # both or neither
        ("K/T", "KT.", "wanted: “K/T”; here: “KT.”"),
        ("07", "7", "wanted: 07; here: 7"),
        ("13–14 pt", "10 pt", "wanted: 13–14 pt; here: 10 pt"),
        ("×1–1.5", "×2", "wanted: ×1–1.5; here: ×2"),
        ("", "),", "here: “),”"),
        ("“Nơi nhận:”", "", "wanted: “Nơi nhận:”"),
        ("Times New Roman", "Arial", "wanted: Times New Roman; here: Arial"),
    ],
)
def test_marks_stand_in_quotation_marks(expected: str, actual: str, told: str) -> None:
    assert need(expected, actual) == told
