"""``docgen diff`` as a command: exit codes, what people and programs read, the file with tracked changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from tests.checks.making import made_from, spoilt

Run = Callable[..., Result]
WORDS = "Nâng cao năng lực"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = made_from("nha-nuoc/ke-hoach-hanh-dong")
    Path("a.docx").write_bytes(data)
    Path("b.docx").write_bytes(spoilt(data, WORDS, "Nâng cao khả năng"))


def test_the_same_file_twice_is_equal(run: Run) -> None:
    result = run("diff", "a.docx", "a.docx", "--lang", "en")
    assert (result.exit_code, result.stdout) == (0, "No differences: both print the same.\n")
    assert run("diff", "a.docx", "a.docx", "--quiet").stdout == ""


def test_people_read_the_place_and_the_words(run: Run) -> None:
    result = run("diff", "a.docx", "b.docx", "--lang", "en")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0] == "a.docx → b.docx"
    assert lines[1].startswith("Trích yếu, paragraph ")
    assert lines[2].startswith("  words changed: Nâng cao [-năng lực-]{+khả năng+} ")
    assert lines[3:] == ["Differences: 1."]


def test_programs_read_everything(run: Run) -> None:
    result = run("diff", "a.docx", "b.docx", "--format", "json", "--lang", "en")
    report = json.loads(result.stdout)
    assert (report["version"], report["equal"], report["old"], report["new"]) == (1, False, "a.docx", "b.docx")
    (one,) = report["differences"]
    assert (one["kind"], one["role"], one["property"]) == ("text", "document", "text")
    assert one["after"].startswith("Nâng cao khả năng")
    assert one["new"]["component"] == "abstract"
    assert one["new"]["paragraph"] == one["old"]["paragraph"]
    assert {"change": "removed", "text": "năng lực"} in one["words"]
    assert report["summary"] == {"differences": 1, "kinds": {"text": 1}}


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "junit", "markdown"])
def test_other_forms_list_the_differences(run: Run, form: str) -> None:
    result = run("diff", "a.docx", "b.docx", "--format", form)
    assert result.exit_code == 1
    assert "diff-text" in result.stdout


def test_a_spec_and_the_file_made_from_it_are_equal(run: Run, project: Path) -> None:
    assert run("build", "specs/a.yaml", "-o", "out").exit_code == 0
    assert run("diff", "specs/a.yaml", "out/a.docx").exit_code == 0
    text = Path("specs/a.yaml").read_text(encoding="utf-8")
    assert "lịch tiếp công dân" in text
    Path("specs/c.yaml").write_text(text.replace("lịch tiếp công dân", "lịch tiếp khách"), encoding="utf-8")
    changed = run("diff", "specs/a.yaml", "specs/c.yaml", "--lang", "en")
    assert changed.exit_code == 1
    assert "[-công dân-]{+khách+}" in changed.stdout


def test_a_spec_with_errors_says_them(run: Run) -> None:
    Path("x.yaml").write_text("type: ke-hoach\nkhông-có: 1\n", encoding="utf-8")
    result = run("diff", "x.yaml", "a.docx")
    assert result.exit_code == 2
    assert "x.yaml:2:1" in result.stdout


def test_every_file_that_cannot_be_read_is_said(run: Run) -> None:
    Path("old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    result = run("diff", "missing.docx", "old.doc", "--format", "json")
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    assert report["equal"] is None
    assert [(p["path"], p["rule"]) for p in report["problems"]] == [
        ("missing.docx", "package-not-found"),
        ("old.doc", "package-old-format"),
    ]


def test_tracked_changes_are_written(run: Run) -> None:
    result = run("diff", "a.docx", "b.docx", "--redline", "out/r.docx", "--lang", "en")
    assert result.exit_code == 1
    assert result.stdout.endswith("Written: out/r.docx\n")
    package = open_package(Path("out/r.docx"))
    assert any(p.text.startswith("Nâng cao khả năng") for p in read_story(package).paragraphs)
    assert b'<w:delText xml:space="preserve">' in package.read("word/document.xml")


def test_an_existing_file_is_never_replaced(run: Run) -> None:
    before = Path("b.docx").read_bytes()
    result = run("diff", "a.docx", "b.docx", "--redline", "b.docx")
    assert result.exit_code == 2
    assert "output-exists" in result.stdout
    assert Path("b.docx").read_bytes() == before


def test_what_the_tracked_changes_leave_out_is_said(run: Run) -> None:
    Path("c.docx").write_bytes(spoilt(Path("b.docx").read_bytes(), r'w:left="1701"', 'w:left="1985"'))
    result = run("diff", "a.docx", "c.docx", "--redline", "r.docx", "--format", "json", "--lang", "en")
    report = json.loads(result.stdout)
    assert report["redline"] == {"path": "r.docx", "not_shown": ["section 1: left margin: 30 mm → 35 mm"]}


def test_help_shows_how_it_is_called(run: Run) -> None:
    said = run("diff", "--help", "--lang", "en").stdout
    assert "OLD NEW" in said
    assert "docgen diff ban-1.docx ban-2.docx --redline thay-doi.docx" in said
