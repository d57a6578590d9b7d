"""Every file under cases/: good ones load, bad ones give exactly the problems that their comments expect."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.problems import DocgenError, has_errors
from docgen.spec import load_spec

CASES = Path(__file__).parent / "cases"
GOOD = sorted((CASES / "good").glob("*.yaml"))
BAD = sorted((CASES / "bad").glob("*.yaml"))
_EXPECT = re.compile(r"^# expect: (\d+):(\d+) (\S+)$", re.MULTILINE)


def test_there_are_enough_cases() -> None:
    assert len(GOOD) >= 25
    assert len(BAD) >= 40


@pytest.mark.parametrize("path", GOOD, ids=lambda p: p.stem)
def test_good_case_loads(path: Path) -> None:
    assert not has_errors(load_spec(path).notes)


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_bad_case_gives_its_problems_and_no_others(path: Path) -> None:
    expected = [(int(line), int(column), code) for line, column, code in _EXPECT.findall(path.read_text("utf-8"))]
    assert expected
    with pytest.raises(DocgenError) as caught:
        load_spec(path)
    found = [(p.place.line, p.place.column, p.code) for p in caught.value.problems if p.place]
    assert found == expected


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_every_problem_has_place_and_remedy(path: Path) -> None:
    with pytest.raises(DocgenError) as caught:
        load_spec(path)
    for problem in caught.value.problems:
        assert problem.remedy is not None
        assert problem.place is not None
        assert problem.place.path == str(path)
        assert problem.place.excerpt == path.read_text("utf-8").splitlines()[(problem.place.line or 0) - 1]


@pytest.mark.parametrize(
    ("case", "suggestion"),
    [
        ("end-mark-title", "title: Nâng cao chất lượng"),
        ("end-mark-filing", "filing: VT"),
        ("typed-roman", "  - title: Mục tiêu"),
        ("typed-dash", '      - "Một ý."'),
        ("text-end", "closing: Đề nghị thực hiện."),
        ("trap-colon-in-list", '  - "VPUB: CVP, PCVP"'),
        ("trap-colon-in-section", '  - "Mục đích: nâng cao chất lượng"'),
        ("trap-flow-for-text", "  - Các sở, ban, ngành"),
        ("open-end-list", "      - Hai ý"),
        ("end-mark-task-lines", "    lead: Phòng A"),
        ("date-day-first", "date: 2026-03-05"),
        ("date-one-digit", "date: 2026-03-05"),
        ("typed-filing", 'filing: "VT"'),
        ("typed-about-in-words", "title: nâng cao chất lượng"),
        ("typed-base-small", "  - Căn cứ Luật Lưu trữ"),
    ],
)
def test_suggestion_is_the_line_to_paste(case: str, suggestion: str) -> None:
    with pytest.raises(DocgenError) as caught:
        load_spec(CASES / "bad" / f"{case}.yaml")
    proposed = caught.value.problems[0].suggestion
    assert proposed is not None
    assert proposed == suggestion


@pytest.mark.parametrize(
    ("case", "word"),
    [
        ("unknown-key", "title"),
        ("unknown-vietnamese-key", "trích yếu"),
        ("unknown-nested-key", "text"),
        ("unknown-standard", "nd30"),
        ("unknown-type", "ke-hoach"),
        ("unknown-agency", "xa"),
        ("unknown-signer", "chu-tich"),
        ("unknown-list", "cac-thon"),
    ],
)
def test_misspelt_names_are_answered_with_what_was_meant(case: str, word: str) -> None:
    with pytest.raises(DocgenError) as caught:
        load_spec(CASES / "bad" / f"{case}.yaml")
    assert str(caught.value.problems[0].remedy) == f"Did you mean {word}?"


@pytest.mark.parametrize(("case", "word"), [("draft-word", "true"), ("draft-word-vietnamese", "có")])
def test_a_switch_is_offered_in_the_language_of_its_key(case: str, word: str) -> None:
    with pytest.raises(DocgenError) as caught:
        load_spec(CASES / "bad" / f"{case}.yaml")
    assert str(caught.value.problems[0].remedy) == f"Write `{word}`, or a number such as 2."
