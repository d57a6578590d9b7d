"""A check of files: what becomes of each, what is known of a finding."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen import load_spec, render
from docgen.checking import CheckResult, Status, check
from docgen.checks.registry import all_rules
from docgen.checks.rule import Finding
from docgen.config.settings import Override
from docgen.problems import Level, Place
from tests.checks.making import MAIN, parts_of, spoilt
from tests.support.checked import DEGREE, SMALL_MOTTO, SPEC, bad, check_one, codes, detail_of, foreign, good, write


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_public_name_is_the_function() -> None:
    assert docgen.check is check


def test_a_good_document_has_no_finding() -> None:
    file = check_one(write(Path("a.docx"), good()))
    assert (file.status, codes(file), file.failed, file.fails) == (Status.CHECKED, [], False, False)
    (document,) = file.documents
    assert (document.standard, document.type, document.draft) == ("nd30", "cong-van", False)
    assert document.date == "2026-03-18"


def test_a_finding_says_all_there_is_to_know() -> None:
    file = check_one(write(Path("a.docx"), bad()))
    (problem,) = file.findings
    detail = detail_of(problem)
    assert (problem.code, problem.level) == (SMALL_MOTTO, Level.ERROR)
    assert (detail.kind, detail.tier, detail.clause, detail.component) == ("form", "text", "PL I, P.I, II.1.a", "motto")
    assert (detail.label, str(detail.expected), str(detail.actual)) == ("Quốc hiệu", "12–13 pt", "10 pt")
    assert (detail.text, detail.start, detail.end) == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0, 34)
    assert (detail.document, detail.part, detail.page, detail.spec) == (0, "word/document.xml", None, None)
    assert (detail.fix, detail.fixable, detail.suppressed) == ("safe", True, None)
    assert problem.place == Place("a.docx", pointer=f"word/document.xml#p{detail.paragraph}")
    assert file.fails


def test_the_paragraph_counts_every_w_p_of_the_part() -> None:
    """The motto stands in the right cell of the first row, behind the paragraphs of the left one."""
    data = bad()
    before = parts_of(data)[MAIN].decode().split('<w:pStyle w:val="motto"/>')[0]
    (problem,) = check_one(write(Path("a.docx"), data)).findings
    assert detail_of(problem).paragraph == before.count("<w:p>")


def test_findings_stand_in_the_order_of_the_page() -> None:
    data = spoilt(bad(), r'w:left="1701"', 'w:left="1000"')
    data = spoilt(data, r"Nơi nhận:", "Nơi nhận")
    found = [detail_of(problem) for problem in check_one(write(Path("a.docx"), data)).findings]
    assert len(found) >= 3
    assert found[0].component == "page"
    numbers = [detail.paragraph or 0 for detail in found if detail.part == "word/document.xml"]
    assert numbers == sorted(numbers)


def test_what_cannot_be_read_is_one_error_and_the_others_are_checked() -> None:
    write(Path("1.docx"), b"PK\x03\x04 cut off")
    write(Path("2.docx"), "")
    write(Path("3.docx"), bad())
    write(Path("4.docx"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    write(Path("5.yaml"), "standard: nd30\ntype: ke-hoac\nissuer: x\n")
    result = check(["1.docx", "2.docx", "gone.docx", "3.docx", "4.docx", "5.yaml"])
    assert [file.path for file in result.files] == ["1.docx", "2.docx", "gone.docx", "3.docx", "4.docx", "5.yaml"]
    unreadable = Status.UNREADABLE
    assert [file.status for file in result.files] == [unreadable, unreadable, unreadable, Status.CHECKED, unreadable, unreadable]
    assert codes(result.files[3]) == [SMALL_MOTTO]
    for file in result.files:
        if file.status is unreadable:
            assert all(problem.level is Level.ERROR and problem.remedy for problem in file.problems)
    assert len(result.files[5].problems) > 1
    assert (result.failed, result.fails) == (True, True)


def test_a_foreign_file_is_said_once_and_is_no_failure() -> None:
    file = check_one(write(Path("a.docx"), foreign()))
    assert file.status is Status.FOREIGN
    assert [(problem.code, problem.level) for problem in file.problems] == [("check-foreign", Level.NOTE)]
    assert (file.failed, file.fails, file.documents) == (False, False, ())


def test_a_document_older_than_the_rules_is_skipped_with_the_reason() -> None:
    """Decree 30 is in force from 5 March 2020."""
    data = spoilt(bad(), "tháng 3 năm 2026", "tháng 3 năm 2019")
    file = check_one(write(Path("a.docx"), data))
    assert (codes(file), [skipped.rule for skipped in file.skipped]) == ([], ["*"])
    assert "2019-03-18" in str(file.skipped[0].reason)


def test_a_rule_set_named_outright_is_used() -> None:
    """05-HD/VPTW has no Quốc hiệu: nothing is said of its size."""
    write(Path("a.docx"), bad())
    assert SMALL_MOTTO not in codes(check_one("a.docx", standard="hd05"))
    override = Override(("a.docx",), standard="hd05")
    assert check_one("a.docx", overrides=[override]).documents[0].standard == "hd05"


@pytest.mark.parametrize(("fail_on", "fails"), [("error", True), ("warning", True), ("never", False)])
def test_which_findings_count(fail_on: str, fails: bool) -> None:
    assert check_one(write(Path("a.docx"), bad()), fail_on=fail_on).fails is fails


def _with_year_in_number() -> bytes:
    """Only the samples of Decree 30 show that the number of a công văn has no year: a warning at most."""
    return spoilt(good(), ">318<", ">318/2026<")


def test_warnings_count_when_asked_for() -> None:
    write(Path("a.docx"), _with_year_in_number())
    file = check_one("a.docx", fail_on="warning")
    assert [(problem.code, problem.level) for problem in file.findings] == [("TT217", Level.WARNING)]
    assert file.fails
    assert not check_one("a.docx").fails


@pytest.fixture
def throwing(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """One rule that throws in place of the real one."""
    rules = all_rules()

    def look(layout: Any, entry: Any) -> Iterator[Finding]:
        raise ZeroDivisionError("no width")

    changed = tuple(replace(rule, look=look) if rule.code == "TT205" else rule for rule in rules)
    monkeypatch.setattr("docgen.checking.judging.all_rules", lambda: changed)
    from docgen.checking.judging import choose

    choose.cache_clear()
    yield "TT205"
    choose.cache_clear()


def test_a_rule_that_throws_is_a_finding_about_docgen(throwing: str) -> None:
    file = check_one(write(Path("a.docx"), bad()))
    first, *others = file.findings
    assert (first.code, first.level, detail_of(first).component) == ("DG001", Level.ERROR, "file")
    assert throwing in str(first.what)
    assert "no width" in str(first.what)
    assert [problem.code for problem in others] == [SMALL_MOTTO]
    assert (file.broken, file.skipped) == (True, ())


def test_a_bug_in_the_reader_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_args: Any, **_options: Any) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("docgen.checking.judging.read", read)
    monkeypatch.delenv("DOCGEN_DEBUG", raising=False)
    file = check_one(write(Path("a.docx"), good()))
    assert [(problem.code, problem.level) for problem in file.problems] == [("check-bug", Level.ERROR)]
    assert file.status is Status.UNREADABLE


def test_only_text_leaves_findings_of_other_tiers_out() -> None:
    write(Path("a.docx"), _with_year_in_number())
    write(Path("b.docx"), bad())
    assert codes(check_one("a.docx", only_text=True)) == []
    assert codes(check_one("b.docx", only_text=True)) == [SMALL_MOTTO]


def test_everything_a_worker_gives_back_can_be_sent() -> None:
    file = check_one(write(Path("a.docx"), bad()))
    assert pickle.loads(pickle.dumps(file)) == file


def _many(count: int) -> None:
    for number in range(count):
        data = (bad(), good(), foreign(), b"PK")[number % 4]
        write(Path(f"v/{number:03}.docx"), data)


def plain(result: CheckResult) -> CheckResult:
    return replace(result, seconds=0.0)


def test_two_processes_find_what_one_finds() -> None:
    _many(24)
    seen: list[tuple[int, int]] = []
    one = check(["v"], jobs=1, on_progress=lambda done, total: seen.append((done, total)))
    two = check(["v"], jobs=2)
    assert plain(one) == plain(two)
    assert seen == [(number, 24) for number in range(1, 25)]


def test_a_check_changes_no_file() -> None:
    path = write(Path("a.docx"), bad())
    before = path.read_bytes(), os.stat(path).st_mtime_ns
    check(["a.docx"])
    assert (path.read_bytes(), os.stat(path).st_mtime_ns) == before
    assert [entry.name for entry in Path().iterdir()] == ["a.docx"]


SECTOR = """\
agencies:
  xa:
    issuer:
      name: ỦY BAN NHÂN DÂN XÃ TÂN AN
      code: UBND
    sector: {sector}
"""


@pytest.mark.parametrize(
    ("agency", "counts"),
    [
        (None, True),
        (SECTOR.replace("    sector: {sector}\n", ""), True),
        (SECTOR.replace("{sector}", "education"), False),
        (SECTOR.replace("{sector}", "y tế"), False),
        (SECTOR.replace("{sector}", "science") + "  khac:\n    place: X\n", False),
        (SECTOR.replace("{sector}", "health").replace("TÂN AN", "TÂN BÌNH") + "  khac:\n    place: X\n", True),
    ],
)
def test_signers_of_some_fields_of_work_may_carry_a_degree(agency: str | None, counts: bool) -> None:
    """Decree 30, PL I, P.I, II.7.c: the armed forces, education, health and science."""
    loaded = load_spec(write(Path("spec/a.yaml"), SPEC))
    write(Path("v/a.docx"), render(loaded.document, loaded.standard))
    if agency is not None:
        write(Path("agency.yaml"), agency)
    assert codes(check_one(Path("v/a.docx"))) == ([DEGREE] if counts else [])


def test_an_agency_file_that_is_named_is_looked_at_as_such() -> None:
    write(Path("agency.yaml"), SECTOR.replace("{sector}", "health"))
    assert check_one("agency.yaml").status is Status.CHECKED
    write(Path("agency.yaml"), "agencis: {}\n")
    assert check_one("agency.yaml").status is Status.UNREADABLE
