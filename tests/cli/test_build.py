"""``docgen build`` as a user meets it: exit codes, the report and where it goes, the summary."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import docgen.cli.build

Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[bytes]"]
A = Path("specs/a.yaml")
pytestmark = pytest.mark.usefixtures("project")


def test_without_arguments_it_builds_specs_into_build(run: Run) -> None:
    result = run("build", "--lang", "en")
    assert result.exit_code == 0
    assert sorted(path.name for path in Path("build").glob("*.docx")) == ["a.docx", "b.docx"]
    assert "2 written in" in result.stdout
    assert "Open the folder build" in result.stdout
    assert result.stderr == ""
    assert "Open the folder build" in run("build", "--lang", "en").stdout


def test_without_a_folder_specs_it_builds_this_folder(run: Run) -> None:
    A.parent.rename("elsewhere")
    assert run("build").exit_code == 0
    assert Path("build/elsewhere/a.docx").exists()


def test_one_document_is_named_with_the_reason_and_what_to_open(run: Run) -> None:
    result = run("build", str(A), "-o", "out", "--lang", "en")
    path = str(Path("out/a.docx"))
    assert f"Written: {path} (The Word file was never built.)" in result.stdout
    assert f"Open {path}" in result.stdout


def test_quiet_says_nothing_when_all_is_well(run: Run) -> None:
    assert run("build", "-q").output == ""


def test_a_broken_spec_gives_two_and_the_place(run: Run) -> None:
    A.write_text(A.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    result = run("build", "--lang", "en")
    assert result.exit_code == 2
    assert f"{A}:6:1: error:" in result.stdout
    assert Path("build/b.docx").exists()


def test_out_of_date_gives_one_with_check(run: Run) -> None:
    result = run("build", "--check", "--lang", "en")
    assert result.exit_code == 1
    assert f"{Path('build/a.docx')} is out of date" in result.stdout
    assert "2 out of date" in result.stdout
    assert run("build").exit_code == 0
    assert run("build", "--check").exit_code == 0


def test_a_kept_file_gives_one_and_the_way_out(run: Run) -> None:
    Path("build").mkdir()
    Path("build/a.docx").write_bytes(b"my letter")
    result = run("build", "--lang", "en")
    assert result.exit_code == 1
    assert "--force" in result.stdout
    forced = run("build", "--force", "--lang", "en")
    assert forced.exit_code == 0
    assert ".bak.docx" in forced.stdout


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_out_folder_that_is_a_file_gives_two_and_a_remedy(run: Run, lang: str) -> None:
    Path("build").write_text("x", "utf-8")
    result = run("build", "--lang", lang)
    assert result.exit_code == 2
    assert "output-folder-is-file" in result.stdout
    assert {"vi": "việc cần làm", "en": "what to do:"}[lang] in result.stdout


def test_the_report_has_the_same_form_whatever_was_found(run: Run) -> None:
    A.write_text("standard: nd30\n", "utf-8")
    result = run("build", "--format", "json")
    envelope = json.loads(result.stdout)
    assert [file["status"] for file in envelope["files"]] == ["failed", "written"]
    assert envelope["summary"]["failed"] == 1
    assert (result.exit_code, envelope["language"]) == (2, "vi")
    assert json.loads(run("build", "nowhere", "--format", "json").stdout)["problems"][0]["rule"] == "build-no-path"
    assert json.loads(run("build", "--format", "sarif").stdout)["runs"][0]["results"]


def test_reports_go_to_files_as_well(run: Run) -> None:
    result = run("build", "--report", "json:out/report.json", "--report", "junit:report.xml", "--lang", "en")
    assert result.exit_code == 0
    assert "2 written" in result.stdout
    assert len(json.loads(Path("out/report.json").read_text("utf-8"))["files"]) == 2
    assert Path("report.xml").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    "words",
    [
        ("--report", "pdf:x"), ("--report", "json"), ("--format", "pdf"), ("--to", "odt"), ("--to", ""), ("--today", "5/3/2026"),
        ("--jobs", "-1"), ("--nonsense",), ("--lang", "fr"), ("--config", "nowhere.toml"),
    ],
)  # fmt: skip
def test_a_bad_option_gives_two_and_builds_nothing(run: Run, words: tuple[str, ...]) -> None:
    assert run("build", *words).exit_code == 2
    assert not Path("build").exists()


def test_a_report_that_cannot_be_written_gives_two(run: Run) -> None:
    assert run("build", "--report", f"json:{A}/x.json").exit_code == 2


def test_github_is_spoken_under_github_actions(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    A.write_text("standard: nd30\n", "utf-8")
    assert run("build").stdout.startswith("::error file=specs/a.yaml")


def test_the_settings_count_and_options_count_more(run: Run) -> None:
    Path("docgen.toml").write_text('out = "kết quả"\nexclude = ["b.*"]\nlang = "en"\n', "utf-8")
    result = run("build")
    assert "Open" in result.stdout
    assert [path.name for path in Path("kết quả").glob("*.docx")] == ["a.docx"]
    assert "Open" not in run("build", "--lang", "vi", "-o", "other").stdout
    assert [path.name for path in Path("other").glob("*.docx")] == ["a.docx"]


def test_an_error_in_the_settings_gives_two_with_its_place(run: Run) -> None:
    Path("docgen.toml").write_text('ouput = "x"\n', "utf-8")
    result = run("build")
    assert result.exit_code == 2
    assert "docgen.toml:1:1" in result.stdout


@pytest.mark.parametrize("error", [KeyboardInterrupt, EOFError])
def test_interruption_gives_130_and_says_that_files_are_whole(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(docgen.cli.build, "build", interrupt)
    result = run("build", "--lang", "en")
    assert result.exit_code == 130
    assert "whole" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_bug_is_confessed_without_a_traceback_unless_wanted(run: Run, monkeypatch: pytest.MonkeyPatch, debug: str) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(docgen.cli.build, "build", stumble)
    monkeypatch.setenv("DOCGEN_DEBUG", debug)
    result = run("build", "--lang", "en")
    assert result.exit_code == 2
    assert "ZeroDivisionError: oh" in result.stderr
    assert ("Traceback" in result.stderr) is bool(debug)
    assert result.stdout == ""


def test_no_progress_bar_and_no_colour_outside_a_terminal(start: Start) -> None:
    done = start("build")
    assert done.stderr == b""
    assert b"\033" not in done.stdout


def test_colour_can_be_forced_and_forbidden(start: Start) -> None:
    A.write_text("standard: nd30\n", "utf-8")
    assert b"\033[" in start("build", FORCE_COLOR="1").stdout
    assert b"\033[" not in start("build", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_a_console_of_an_old_code_page_gets_utf8(start: Start) -> None:
    A.write_text("standard: nd30\n", "utf-8")
    done = start("build", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 2
    assert "lỗi" in done.stdout.decode("utf-8")
