"""Problems as text: places, carets under the right cells, remedies, lines ready to paste, colours."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.problems import Level, Place, Problem, msg
from docgen.reports import FileReport, Report, write_report
from docgen.reports.caret import draw_caret, measure_cells


def write(*problems: Problem, colour: bool = False, closing: tuple[str, ...] = ()) -> str:
    report = Report("en", (FileReport("a.yaml", "failed", None, None, problems),), (), tuple(msg(line) for line in closing))
    return write_report(report, "text", colour=colour)


def test_a_problem_is_printed_as_compilers_do() -> None:
    place = Place("specs/a.yaml", 3, 1, 6, "titel: Ke hoach")
    what, remedy = msg("no key {key}", key="titel"), msg("use {key}", key="title")
    text = write(Problem("spec-unknown-key", what, remedy, place, suggestion="title: X"))
    assert text.splitlines() == [
        "specs/a.yaml:3:1: error: no key titel [spec-unknown-key]",
        "titel: Ke hoach",
        "^~~~~",
        "what to do: use title",
        "write this instead:",
        "title: X",
    ]


@pytest.mark.parametrize(
    ("place", "start"),
    [
        (None, "a.yaml: warning: w [c]"),
        (Place("b.docx"), "b.docx: warning: w [c]"),
        (Place("b.docx", pointer="word/document.xml#p3"), "b.docx#word/document.xml#p3: warning: w [c]"),
        (Place("a.yaml", 7), "a.yaml:7: warning: w [c]"),
    ],
)
def test_only_the_known_parts_of_a_place_are_printed(place: Place | None, start: str) -> None:
    assert write(Problem("c", msg("w"), None, place, Level.WARNING)).splitlines()[0] == start


@pytest.mark.parametrize(
    ("line", "column", "end", "printed", "caret"),
    [
        ("abc def", 5, 8, "abc def", "    ^~~"),
        ("abc", 4, None, "abc", "   ^"),
        ("abc", 2, 2, "abc", " ^"),
        ("\tabc", 2, 5, "    abc", "    ^~~"),
        ("a\tbc", 3, 5, "a   bc", "    ^~"),
        ("họp", 3, 4, "họp", "  ^"),
        ("ho\u0323p", 4, 5, "ho\u0323p", "  ^"),
        ("会議 x", 4, 5, "会議 x", "     ^"),
        ("会議 x", 1, 3, "会議 x", "^~~~"),
        ("👍 x", 3, 4, "👍 x", "   ^"),
        ("abc\r\n", 1, 2, "abc", "^"),
        ("abc", None, None, "abc", ""),
        ("", 1, None, "", "^"),
    ],
)
def test_the_caret_stands_under_the_place(line: str, column: int | None, end: int | None, printed: str, caret: str) -> None:
    assert draw_caret(line, column, end) == (printed, caret)


@given(st.text(alphabet="ab ế\u0301会👍\t", max_size=400), st.integers(1, 420), st.integers(0, 30))
def test_the_caret_is_never_outside_the_printed_line(line: str, column: int, length: int) -> None:
    printed, caret = draw_caret(line, column, column + length)
    cells = sum(measure_cells(c) for c in printed)
    assert caret.strip() == "^" + "~" * (len(caret.strip()) - 1)
    assert caret.index("^") <= cells <= 152


@pytest.mark.parametrize("column", [1, 130, 145, 500, 999])
def test_of_a_long_line_the_part_around_the_place_is_shown(column: int) -> None:
    line = "x" * (column - 1) + "!" + "y" * (1000 - column)
    printed, caret = draw_caret(line, column, column + 1)
    assert printed[caret.index("^")] == "!"
    assert len(printed) < 160


def test_control_characters_cannot_steer_the_terminal() -> None:
    text = write(Problem("c", msg("bad {x}", x="\x1b[2J"), None, Place("a\x1b.yaml", 1, 1, 2, "\x1b]0;x\x07")))
    assert "\x1b" not in text
    assert "\x07" not in text


def test_colours_frame_the_words_and_change_none() -> None:
    problem = Problem("c", msg("what"), msg("remedy"), Place("a.yaml", 1, 1, 2, "xy"), suggestion="z")
    coloured = write(problem, colour=True)
    assert "\033[1;31merror:" in coloured
    assert re.sub("\033\\[[0-9;]*m", "", coloured) == write(problem)


def test_closing_lines_come_last_and_nothing_gives_nothing() -> None:
    assert write() == ""
    assert write(Problem("c", msg("w")), closing=("one", "two")).splitlines()[-3:] == ["", "one", "two"]
