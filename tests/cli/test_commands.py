"""The other commands, help in two languages, pipes."""

from __future__ import annotations

import gettext
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.cli.group import COMMANDS, docgen

Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[bytes]"]
ROOT = Path(__file__).parents[2]


def all_commands() -> list[tuple[str, ...]]:
    inner = [("template", "make"), ("template", "lint"), ("standards", "list"), ("standards", "diff")]
    return [(), *((name,) for name in COMMANDS), *inner]


@pytest.mark.parametrize("words", all_commands())
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_command_has_help_with_examples(run: Run, words: tuple[str, ...], lang: str) -> None:
    result = run("--lang", lang, *words, "--help")
    assert result.exit_code == 0
    usage, options, examples = {"vi": ("Cách dùng:", "Tùy chọn", "Ví dụ"), "en": ("Usage:", "Options", "Examples")}[lang]
    assert result.stdout.startswith(usage)
    assert f"{options}:" in result.stdout
    last = result.stdout[result.stdout.index(f"{examples}:") :].splitlines()[1:]
    assert last
    assert all(line.startswith("  docgen ") for line in last)
    assert run(*words, "-h", "--lang", lang).stdout == result.stdout


@pytest.mark.parametrize("words", all_commands())
def test_no_help_is_left_in_english(run: Run, words: tuple[str, ...]) -> None:
    english = {line.strip() for line in run("--lang", "en", *words, "--help").stdout.splitlines() if " " in line.strip()}
    vietnamese = {line.strip() for line in run("--lang", "vi", *words, "--help").stdout.splitlines()}
    untranslated = ("docgen ", "--format [auto", "--fail-on [error")
    assert not {line for line in english & vietnamese if not line.startswith(untranslated)}


def test_an_unknown_command_or_option_is_explained_in_the_language(run: Run) -> None:
    assert "Không có lệnh 'biuld'" in run("biuld").stderr
    assert "Không có tùy chọn '--forse'" in run("build", "--forse").stderr
    assert "No such command 'biuld'" in run("--lang", "en", "biuld").stderr
    assert run("biuld").exit_code == 2
    assert run().exit_code == 2


@pytest.mark.parametrize("name", ["pull", "issue", "import"])
def test_what_does_not_work_yet_is_not_offered(run: Run, name: str) -> None:
    assert run(name).exit_code == 2


def test_the_language_leaves_no_trace_in_the_process(run: Run) -> None:
    before = dict(os.environ), gettext.dgettext, gettext.dngettext
    run("--help")
    run("biuld")
    assert before == (dict(os.environ), gettext.dgettext, gettext.dngettext)


def test_the_environment_chooses_the_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert run("--help").stdout.startswith("Usage:")
    monkeypatch.setenv("DOCGEN_LANG", "vi")
    assert run("--help").stdout.startswith("Cách dùng:")


@pytest.mark.usefixtures("project")
def test_why_answers_in_one_sentence(run: Run) -> None:
    output = str(Path("build/a.docx"))
    assert run("why", "specs/a.yaml", "--lang", "en").stdout == f"{output}: The Word file was never built.\n"
    run("build")
    assert run("why", output, "--lang", "en").stdout == f"{output}: The Word file is up to date.\n"
    assert json.loads(run("why", output, "--format", "json").stdout)["files"][0]["status"] == "fresh"
    assert run("why", "nowhere").exit_code == 2
    assert run("why", "agency.yaml").exit_code == 2


@pytest.mark.parametrize("keys", ["en", "vi"])
def test_new_writes_a_spec_that_builds_once_and_never_over_another(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "ke-hoach", "--keys", keys, "-o", "specs/a.yaml").exit_code == 0
    written = Path("specs/a.yaml").read_bytes()
    assert run("build").exit_code == 0
    assert run("new", "ke-hoach", "-o", "specs/a.yaml").exit_code == 2
    assert Path("specs/a.yaml").read_bytes() == written
    assert run("new", "ke-hoax").exit_code == 2


@pytest.mark.parametrize(
    ("out", "schema"), [("a.yaml", ""), ("specs/a.yaml", "../"), ("specs/xã/a.yaml", "../../"), ("../a.yaml", ""), (None, "")]
)
def test_a_new_spec_finds_the_schema_that_its_comment_makes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str | None, schema: str
) -> None:
    (tmp_path / "dự án").mkdir()
    monkeypatch.chdir(tmp_path / "dự án")
    made = run("new", "ke-hoach", *(["-o", out] if out else []))
    assert made.exit_code == 0
    first, *others = (Path(out).read_text("utf-8") if out else made.stdout).splitlines()
    assert first == f"# yaml-language-server: $schema={schema}docgen.schema.json"
    assert any("`docgen schema -o docgen.schema.json`" in line for line in others)


def test_new_names_every_rule_set_that_it_takes(run: Run) -> None:
    refused = run("new", "ke-hoach", "--standard", "xx", "--lang", "en")
    assert refused.exit_code == 2
    assert all(name in refused.output for name in ("nd30", "hd05", "hd36", "party"))


def test_schema_prints_json(run: Run) -> None:
    assert json.loads(run("schema").stdout)["type"] == "object"


def test_a_template_is_made_and_found_good(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("template", "make", "-o", "mẫu.docx").exit_code == 0
    assert run("template", "lint", "mẫu.docx").exit_code == 0
    assert run("template", "make", "-o", "mẫu.docx").exit_code == 2
    Path("x.docx").write_bytes(b"no template")
    assert run("template", "lint", "x.docx").exit_code == 2
    several = run("template", "lint", "x.docx", "mẫu.docx", os.devnull, "--lang", "en", "--format", "json")
    assert several.exit_code == 2
    assert [file["status"] for file in json.loads(several.stdout)["files"]] == ["failed", "checked", "failed"]
    assert run("template", "make", "--standard", "nd99", "-o", "y.docx").exit_code == 2


def test_lint_tells_what_leaves_the_rules(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("template", "make", "-o", "a.docx")
    with zipfile.ZipFile("a.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    # a margin at the left of 10 mm; PL I, P.I, I.3 asks for 30 to 35 mm
    narrow = re.sub(rb'(<w:pgMar [^>]*w:left=)"[0-9]+"', rb'\1"567"', parts["word/document.xml"])
    assert narrow != parts["word/document.xml"]
    with zipfile.ZipFile("a.docx", "w") as package:
        for name, data in {**parts, "word/document.xml": narrow}.items():
            package.writestr(name, data)
    result = run("template", "lint", "a.docx", "--lang", "en")
    assert result.exit_code == 1
    assert "left margin" in result.stdout


def test_the_rules_are_listed_and_compared(run: Run) -> None:
    listed = run("standards", "list").stdout
    assert [line.split()[0] for line in listed.splitlines()] == ["hd05", "hd36", "nd30"]
    assert run("standards", "diff", "hd36", "hd05").stdout
    assert run("standards", "diff", "nd30", "nd30").stdout == ""
    assert run("standards", "diff", "nd30", "nd99").exit_code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell's pipe")
@pytest.mark.parametrize("words", ["--help", "schema", "standards diff nd30 hd05"])
def test_a_reader_that_goes_away_is_no_error(words: str) -> None:
    command = f"{sys.executable} cli.py {words} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_completion_works(monkeypatch: pytest.MonkeyPatch) -> None:
    environ = {"_DOCGEN_COMPLETE": "bash_complete", "COMP_WORDS": "docgen bu", "COMP_CWORD": "1"}
    result = CliRunner().invoke(docgen, [], env=environ)
    assert "build" in result.stdout
