"""Findings that do not count: those of a baseline, and those that somebody lets pass with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docgen.checking import Status, check
from docgen.checking.suppressing import read_entries
from docgen.problems import DocgenError, Level
from tests.checks.making import MAIN, parts_of, spoilt
from tests.support.checked import DEGREE, SMALL_MOTTO, SPEC, bad, check_one, codes, detail_of, good, with_property, write

BASELINE = "known.json"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def remember(*paths: str) -> None:
    check(paths, baseline=BASELINE, update_baseline=True)


def with_more_text(data: bytes) -> bytes:
    """``data`` with two paragraphs more before the head and one in the body."""
    paragraph = "<w:p/>"
    data = spoilt(data, "<w:body>", f"<w:body>{paragraph}{paragraph}")
    return spoilt(data, r"</w:tbl>", "</w:tbl><w:p><w:r><w:t></w:t></w:r></w:p>")


def test_what_is_remembered_does_not_count() -> None:
    write(Path("v/a.docx"), bad())
    result = check(["v"], baseline=BASELINE, update_baseline=True)
    assert (result.remembered, result.fails, result.files[0].known) == (1, False, 1)
    file = check_one("v/a.docx", baseline=BASELINE)
    assert (codes(file), file.known, file.fails) == ([], 1, False)


def test_the_file_is_sorted_json_with_one_line_a_finding() -> None:
    write(Path("v/b.docx"), bad())
    write(Path("v/a.docx"), spoilt(bad(), ">318<", ">0318/2026<"))
    remember("v")
    text = Path(BASELINE).read_text("utf-8")
    data = json.loads(text)
    assert data["version"] == 1
    entries = data["findings"]
    assert [entry["path"] for entry in entries] == sorted(entry["path"] for entry in entries)
    assert {entry["path"] for entry in entries} == {"v/a.docx", "v/b.docx"}
    lines = [json.loads(line.strip().rstrip(",")) for line in text.splitlines() if "fingerprint" in line]
    assert lines == entries
    remember("v")
    assert Path(BASELINE).read_text("utf-8") == text


def test_it_survives_paragraphs_added_before_and_after() -> None:
    path = write(Path("a.docx"), bad())
    before = detail_of(next(iter(check_one(path).findings)))
    remember("a.docx")
    write(path, with_more_text(bad()))
    after = detail_of(next(iter(check_one(path).findings)))
    assert (before.paragraph, before.fingerprint) != (after.paragraph, after.fingerprint)
    assert before.fingerprint == after.fingerprint
    assert codes(check_one(path, baseline=BASELINE)) == []


def test_a_new_finding_counts_and_so_does_the_same_in_another_file() -> None:
    write(Path("a.docx"), bad())
    remember("a.docx")
    write(Path("a.docx"), spoilt(bad(), ">318<", ">318/2026<"))
    write(Path("b.docx"), bad())
    result = check(["a.docx", "b.docx"], baseline=BASELINE)
    assert [codes(file) for file in result.files] == [["TT217"], [SMALL_MOTTO]]


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    """A second copy of the document in the same file has the same words."""
    main = parts_of(bad())[MAIN].decode()
    body = main[main.index("<w:body>") + 8 : main.rindex("<w:sectPr")]
    page_break = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    data = spoilt(bad(), "<w:body>", lambda _: f"<w:body>{body}{page_break}")
    found = [detail_of(problem) for problem in check_one(write(Path("a.docx"), data)).findings if problem.code == SMALL_MOTTO]
    assert [detail.document for detail in found] == [0, 1]
    assert len({detail.fingerprint for detail in found}) == 2


def test_updating_keeps_what_it_did_not_look_at_and_drops_files_that_are_gone() -> None:
    for name in ("a", "b", "c"):
        write(Path(f"{name}.docx"), bad())
    remember("a.docx", "b.docx", "c.docx")
    Path("c.docx").unlink()
    write(Path("a.docx"), good())
    remember("a.docx")
    assert [entry["path"] for entry in json.loads(Path(BASELINE).read_text("utf-8"))["findings"]] == ["b.docx"]


def test_a_file_that_cannot_be_read_keeps_its_entries() -> None:
    write(Path("a.docx"), bad())
    remember("a.docx")
    write(Path("a.docx"), "x")
    assert check(["a.docx"], baseline=BASELINE, update_baseline=True).failed
    assert len(json.loads(Path(BASELINE).read_text("utf-8"))["findings"]) == 1


@pytest.mark.parametrize("text", [None, "{", "[]", '{"version": 2, "findings": []}', '{"version": 1, "findings": [{"path": 1}]}'])
def test_a_file_that_is_no_baseline_is_an_error_and_is_kept(text: str | None) -> None:
    write(Path("a.docx"), bad())
    if text is not None:
        write(Path(BASELINE), text)
    with pytest.raises(DocgenError) as caught:
        check(["a.docx"], baseline=BASELINE)
    assert caught.value.problems[0].code == "check-baseline"
    if text is not None:
        with pytest.raises(DocgenError):
            remember("a.docx")
        assert Path(BASELINE).read_text("utf-8") == text


def test_updating_needs_a_file() -> None:
    with pytest.raises(DocgenError) as caught:
        check(["."], update_baseline=True)
    assert caught.value.problems[0].code == "check-baseline"


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("TT205: lý do", [("TT205", "lý do")]),
        ("TT205: lý do; LV110: GS. là bút danh; xem cột 2", [("TT205", "lý do"), ("LV110", "GS. là bút danh; xem cột 2")]),
        (" vach-ke :\tmáy in cũ ;", [("vach-ke", "máy in cũ")]),
        ("TT205; LV110: có: hai chấm", [("TT205", ""), ("LV110", "có: hai chấm")]),
        ("TT205", [("TT205", "")]),
        ("không biết", [("không biết", "")]),
        ("", []),
    ],
)
def test_the_text_of_the_property(text: str, entries: list[tuple[str, str]]) -> None:
    assert read_entries(text) == entries


@pytest.mark.parametrize("name", [SMALL_MOTTO, "co-chu-quoc-hieu"])
def test_the_document_itself_may_say_what_is_let_pass(name: str) -> None:
    file = check_one(write(Path("a.docx"), with_property(bad(), f"{name}: máy in cũ")))
    assert (codes(file), file.fails) == ([], False)
    (passed,) = file.problems
    assert (passed.code, detail_of(passed).suppressed) == (SMALL_MOTTO, "máy in cũ")


def test_a_file_beside_it_may_say_so_too() -> None:
    write(Path("v/a.docgen.toml"), f'[suppress]\n{SMALL_MOTTO} = "máy in cũ"\n')
    assert codes(check_one(write(Path("v/a.docx"), bad()))) == []
    assert codes(check_one(write(Path("v/b.docx"), bad()))) == [SMALL_MOTTO]
    write(Path("v/k.docgen.toml"), f'[suppress]\n{DEGREE} = "theo quy chế của ngành"\n')
    assert codes(check_one(write(Path("v/k.yaml"), SPEC))) == []


@pytest.mark.parametrize(
    ("entry", "code"),
    [(f"{SMALL_MOTTO}:", "DG003"), ("TT205: cũ", "DG002"), ("TT999: cũ", "DG004"), ("chuyện khác", "DG004")],
)
def test_what_is_of_no_use_is_reported(entry: str, code: str) -> None:
    file = check_one(write(Path("a.docx"), with_property(bad(), entry)))
    assert codes(file) == [SMALL_MOTTO, code]
    assert [problem.level for problem in file.findings] == [Level.ERROR, Level.WARNING]


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ('[supress]\nTT205 = "x"\n', "“supress” says nothing in this file", 1),
        ('# máy in\nTT205 = "x"\n', "“TT205” says nothing in this file", 2),
        ("[suppress]\nTT205 = máy in\n", "no value", 2),
        ('[suppress]\nTT205 = "máy in\n', "quotation mark is missing", 2),
        ('[suppress]\nTT205 = "x"\nTT205 = "y"\n', "twice", 3),
        ("[suppress]\nTT205\n", "equals sign", 2),
        ("[suppress]\nTT205 = 1\n", "one reason a rule", 2),
        ("suppress = 5\n", "one reason a rule", 1),
    ],
)
def test_a_file_beside_it_that_says_something_else_is_an_error(text: str, what: str, line: int | None) -> None:
    path = write(Path("a.docx"), bad())
    write(Path("a.docgen.toml"), text)
    file = check_one(path)
    assert file.status is Status.UNREADABLE
    (problem,) = file.problems
    assert problem.code == "check-suppress"
    assert what in str(problem.what)
    assert problem.place is not None
    assert (problem.place.path, problem.place.line) == ("a.docgen.toml", line)


@pytest.mark.parametrize("name", ["supress", "Suppress", "suppressed", "supresss"])
def test_a_table_with_a_misspelt_name_is_not_passed_over(name: str) -> None:
    write(Path("a.docgen.toml"), f'[{name}]\n{SMALL_MOTTO} = "máy in cũ"\n')
    (problem,) = check_one(write(Path("a.docx"), bad())).problems
    assert str(problem.remedy) == "Did you mean [suppress]?"


def test_of_rules_that_were_not_asked_for_nobody_knows_whether_they_are_needed() -> None:
    write(Path("a.docx"), with_property(good(), "TT205: cũ"))
    assert codes(check_one("a.docx", ignore=["TT205"])) == []
    assert codes(check_one("a.docx", select=["TT205"])) == ["DG002"]


@pytest.mark.parametrize("text", ["[suppress\n", "suppress = 5\n", "[suppress]\nTT205 = 5\n", b"\xff"])
def test_a_file_beside_it_that_cannot_be_read_is_an_error(text: str | bytes) -> None:
    write(Path("a.docgen.toml"), text)
    file = check_one(write(Path("a.docx"), bad()))
    assert file.status is Status.UNREADABLE
    assert [problem.code for problem in file.problems] == ["check-suppress"]
