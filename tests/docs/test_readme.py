"""Both READMEs: their commands run and print what is printed there, and they say the same things."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.console import ROOT, comparable, docgen, fenced, run, sessions, without_blocks
from tests.docs.edited import edit_notice, write_notice

READMES = {"en": ROOT / "README.md", "vi": ROOT / "README.vi.md"}
BY_LANGUAGE = pytest.mark.parametrize("language", READMES)


def read(language: str) -> str:
    return READMES[language].read_text(encoding="utf-8")


def blocks(language: str, *kinds: str) -> list[tuple[str, str]]:
    """The fenced blocks of the given kinds in order, as (kind, text)."""
    return [(kind, text) for kind, _, text in fenced(read(language)) if kind in kinds]


@BY_LANGUAGE
def test_commands_print_what_the_readme_shows(language: str, tmp_path: Path) -> None:
    shown = []
    write_notice(tmp_path)
    for kind, text in blocks(language, "console", "yaml"):
        if kind == "yaml":
            name = "specs/thong-bao.yaml"
            assert f"`{name}`" in read(language)
            (tmp_path / name).write_text(text, encoding="utf-8")
            continue
        for command, expected in sessions(text):
            printed = docgen(command, language, tmp_path).stdout
            assert comparable(printed) == comparable(expected), f"{READMES[language].name}: {command}"
            shown.append(command.split()[1])
    assert shown == ["new", "build", "build", "why", "build", "check", "fix", "check"]


@BY_LANGUAGE
def test_the_python_example_runs(language: str, tmp_path: Path) -> None:
    docgen("docgen new ke-hoach -o specs/ke-hoach.yaml", language, tmp_path)
    ((_, code),) = blocks(language, "python")
    done = run(["-c", code], language, tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "ke-hoach.docx").read_bytes()[:2] == b"PK"
    assert (tmp_path / "build" / "ke-hoach.docx").is_file()


@BY_LANGUAGE
def test_the_python_example_checks_and_repairs(language: str, tmp_path: Path) -> None:
    docgen("docgen new ke-hoach -o specs/ke-hoach.yaml", language, tmp_path)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "thong-bao.docx").write_bytes(edit_notice())
    ((_, code),) = blocks(language, "python")
    printed = run(["-c", code], language, tmp_path).stdout.splitlines()
    assert sorted(line.split()[0] for line in printed) == ["DD202", "LV110", "TT101", "TT205", "TT211"]
    assert (tmp_path / "fixed" / "build" / "thong-bao.docx").is_file()


def test_the_python_example_prints_problems_of_a_broken_spec(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "ke-hoach.yaml").write_text("titel: Kế hoạch\n", encoding="utf-8")
    ((_, code),) = blocks("en", "python")
    done = run(["-c", code], "en", tmp_path)
    assert done.returncode == 0
    assert "titel" in done.stdout


def test_check_has_the_exit_codes_that_are_told(tmp_path: Path) -> None:
    docgen("docgen new ke-hoach -o specs/ke-hoach.yaml", "en", tmp_path)
    assert docgen("docgen build --check", "en", tmp_path).returncode == 1
    assert not (tmp_path / "build").exists()
    assert docgen("docgen build --report sarif:docgen.sarif", "en", tmp_path).returncode == 0
    assert '"2.1.0"' in (tmp_path / "docgen.sarif").read_text(encoding="utf-8")
    assert docgen("docgen build --check", "en", tmp_path).returncode == 0
    (tmp_path / "specs" / "ke-hoach.yaml").write_text("titel: Kế hoạch\n", encoding="utf-8")
    assert docgen("docgen build --check", "en", tmp_path).returncode == 2


@BY_LANGUAGE
def test_single_commands_named_in_the_text_work(language: str, tmp_path: Path) -> None:
    commands = re.findall(r"`(docgen (?:schema|standards|new|explain|rules)[^`]*)`", without_blocks(read(language)))
    assert "docgen schema -o docgen.schema.json" in commands
    for command in commands:
        if command != "docgen new":
            assert docgen(command, language, tmp_path).returncode == 0, command
    assert (tmp_path / "docgen.schema.json").is_file()


@BY_LANGUAGE
def test_options_and_commands_named_in_the_text_exist(language: str) -> None:
    text = without_blocks(read(language))
    known = "".join(docgen(f"docgen {name} --help", "en", ROOT).stdout for name in ("new", "build", "check", "fix"))
    for option in set(re.findall(r"`(--[a-z]+)", text)):
        assert option in known, option
    commands = docgen("docgen --help", "en", ROOT).stdout
    for command in set(re.findall(r"`docgen ([a-z]+)", text)):
        assert re.search(rf"^  {command}\s", commands, re.MULTILINE), command


@BY_LANGUAGE
def test_the_first_block_is_the_two_commands_and_make_knows_them(language: str) -> None:
    first = fenced(read(language))[0][2]
    targets = re.findall(r"^make (\w+)", first, re.MULTILINE)
    assert targets == ["demo", "test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


def test_both_say_the_same() -> None:
    english, vietnamese = read("en"), read("vi")
    assert blocks("en", "python", "yaml") == blocks("vi", "python", "yaml")
    commands = [[c for _, text in blocks(language, "console") for c, _ in sessions(text)] for language in READMES]
    assert commands[0] == commands[1]
    headings = [re.findall(r"^(#+) ", text, re.MULTILINE) for text in (english, vietnamese)]
    assert headings[0] == headings[1]
    links = [set(re.findall(r"\]\(([^)]+)\)", text)) - {"README.md", "README.vi.md"} for text in (english, vietnamese)]
    assert links[0] == links[1]
    codes = [sorted(set(re.findall(r"`([^`]+)`", without_blocks(text)))) for text in (english, vietnamese)]
    assert codes[0] == codes[1]


@BY_LANGUAGE
def test_files_that_are_named_are_there(language: str) -> None:
    text = read(language)
    named = {*re.findall(r"\]\(([^)]+)\)", text), *re.findall(r'src="([^"]+)"', text)}
    for target in {*named, "specs/nha-nuoc/ke-hoach-hanh-dong.yaml"}:
        assert (ROOT / target).is_file(), target
