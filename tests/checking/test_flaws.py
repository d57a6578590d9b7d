"""Packages that are not whole: each fault is one finding, and nobody is accused of what it hides."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docgen import fix
from docgen.checking import CheckedFile, Status, check
from docgen.checking.flaws import CIRCULAR, MISSING
from docgen.problems import Level, Problem
from tests.checks.making import packed, parts_of, spoilt
from tests.support.checked import SMALL_MOTTO, bad, codes, good, write

STYLES = "word/styles.xml"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check_one(data: bytes) -> CheckedFile:
    write(Path("a.docx"), data)
    (file,) = check(["a.docx"]).files
    return file


def without(name: str, data: bytes | None = None) -> bytes:
    return packed({part: content for part, content in parts_of(data or good()).items() if part != name})


def based(style: str, on: str, data: bytes) -> bytes:
    """``data`` with ``style`` based on ``on`` and nothing else."""
    plain = spoilt(data, rf'(<w:style [^>]*w:styleId="{style}">(?:(?!</w:style>).)*?)<w:basedOn [^>]*/>', r"\1", STYLES)
    return spoilt(plain, rf'(<w:style [^>]*w:styleId="{style}"><w:name [^>]*/>)', rf'\1<w:basedOn w:val="{on}"/>', STYLES)


def only(file: CheckedFile) -> Problem:
    (problem,) = file.problems
    return problem


def test_without_its_styles_a_document_is_not_judged_and_that_is_said_once() -> None:
    file = check_one(without(STYLES))
    problem = only(file)
    assert (problem.code, problem.level, file.status) == (MISSING, Level.WARNING, Status.CHECKED)
    assert STYLES in str(problem.what)
    assert [one.rule for one in file.skipped] == ["*"]
    # what could not be evaluated is no success
    assert file.failed


def test_without_the_links_to_its_parts_it_is_not_judged_either() -> None:
    file = check_one(without("word/_rels/document.xml.rels"))
    assert (only(file).code, file.failed) == (MISSING, True)


def test_a_file_that_names_no_styles_is_judged() -> None:
    data = spoilt(without(STYLES), r"<Relationship [^>]*/styles\"[^>]*/>", "", "word/_rels/document.xml.rels")
    file = check_one(data)
    assert MISSING not in codes(file)
    assert not file.failed


@pytest.mark.parametrize("part", ["word/header1.xml", "word/settings.xml", "word/theme/theme1.xml"])
def test_another_missing_part_is_a_warning_and_the_rest_is_judged(part: str) -> None:
    file = check_one(without(part, bad()))
    assert [(p.code, p.level) for p in file.problems if p.code == MISSING] == [(MISSING, Level.WARNING)]
    assert part in str(next(p for p in file.problems if p.code == MISSING).what)
    assert SMALL_MOTTO in codes(file)
    assert not file.failed


def test_a_part_that_changes_no_finding_may_be_missing() -> None:
    assert check_one(without("word/fontTable.xml")).problems == ()


def test_a_style_based_on_itself_is_named() -> None:
    problem = only(check_one(based("motto", "motto", good())))
    assert (problem.code, problem.level) == (CIRCULAR, Level.WARNING)
    assert "Quốc hiệu" in str(problem.what)


def test_a_circle_of_styles_is_told_once() -> None:
    data = based("slogan", "motto", based("motto", "slogan", good()))
    problem = only(check_one(data))
    assert problem.code == CIRCULAR
    assert "Quốc hiệu, Tiêu ngữ" in str(problem.what)


def test_styles_in_a_line_are_no_circle() -> None:
    assert CIRCULAR not in codes(check_one(based("slogan", "motto", good())))


def test_a_fix_leaves_a_file_without_styles_alone() -> None:
    data = without(STYLES)
    write(Path("a.docx"), data)
    result = fix(["a.docx"], in_place=True)
    (file,) = result.files
    assert (file.status, file.changes, [p.code for p in file.problems]) == ("unreadable", (), [MISSING])
    assert result.failed
    assert Path("a.docx").read_bytes() == data
    assert os.listdir() == ["a.docx"]
