"""Both READMEs: their commands run and print what is printed there, and they say the same things."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READMES = {"en": ROOT / "README.md", "vi": ROOT / "README.vi.md"}
_FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SECONDS = re.compile(r"\b\d+\.\d(?= (?:s|giây)\b)")
BY_LANGUAGE = pytest.mark.parametrize("language", READMES)


def read(language: str) -> str:
    return READMES[language].read_text(encoding="utf-8")


def blocks(language: str, *kinds: str) -> list[tuple[str, str]]:
    """The fenced blocks of the given kinds in order, as (kind, text)."""
    return [(kind, text) for kind, text in _FENCED.findall(read(language)) if kind in kinds]


def sessions(console: str) -> list[tuple[str, str]]:
    """The commands of a console block with what is printed behind each."""
    parts = re.split(r"^\$ (.*)\n", console, flags=re.MULTILINE)
    assert parts[0] == ""
    return list(zip(parts[1::2], parts[2::2], strict=True))


def run(words: list[str], language: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """``python`` with ``words`` in ``folder``."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "DOCGEN_LANG": language, "PYTHONIOENCODING": "utf-8"}
    environ = {key: value for key, value in environ.items() if key != "GITHUB_ACTIONS"}
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def docgen(command: str, language: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command line that begins with ``docgen``."""
    words = shlex.split(command)
    assert words[0] == "docgen"
    return run(["-m", "docgen", *words[1:]], language, folder)


def without_times(text: str) -> str:
    return _SECONDS.sub("N", text).replace("\\", "/").rstrip("\n")


@BY_LANGUAGE
def test_commands_print_what_the_readme_shows(language: str, tmp_path: Path) -> None:
    shown = 0
    for kind, text in blocks(language, "console", "yaml"):
        if kind == "yaml":
            name = "specs/thong-bao.yaml"
            assert f"`{name}`" in read(language)
            (tmp_path / name).write_text(text, encoding="utf-8")
            continue
        for command, expected in sessions(text):
            printed = docgen(command, language, tmp_path).stdout
            assert without_times(printed) == without_times(expected), f"{READMES[language].name}: {command}"
            shown += 1
    assert shown == 5


@BY_LANGUAGE
def test_the_python_example_runs(language: str, tmp_path: Path) -> None:
    docgen("docgen new ke-hoach -o specs/ke-hoach.yaml", language, tmp_path)
    ((_, code),) = blocks(language, "python")
    done = run(["-c", code], language, tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "ke-hoach.docx").read_bytes()[:2] == b"PK"
    assert (tmp_path / "build" / "ke-hoach.docx").is_file()


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
    commands = re.findall(r"`(docgen (?:schema|standards|new)[^`]*)`", _FENCED.sub("", read(language)))
    assert "docgen schema -o docgen.schema.json" in commands
    for command in commands:
        if command != "docgen new":
            assert docgen(command, language, tmp_path).returncode == 0, command
    assert (tmp_path / "docgen.schema.json").is_file()


@BY_LANGUAGE
def test_options_and_commands_named_in_the_text_exist(language: str) -> None:
    text = _FENCED.sub("", read(language))
    known = docgen("docgen build --help", "en", ROOT).stdout + docgen("docgen new --help", "en", ROOT).stdout
    for option in set(re.findall(r"`(--[a-z]+)", text)):
        assert option in known, option
    commands = docgen("docgen --help", "en", ROOT).stdout
    for command in set(re.findall(r"`docgen ([a-z]+)", text)):
        assert re.search(rf"^  {command}\s", commands, re.MULTILINE), command


@BY_LANGUAGE
def test_the_first_block_is_the_two_commands_and_make_knows_them(language: str) -> None:
    first = _FENCED.findall(read(language))[0][1]
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
    codes = [sorted(set(re.findall(r"`([^`]+)`", _FENCED.sub("", text)))) for text in (english, vietnamese)]
    assert codes[0] == codes[1]


@BY_LANGUAGE
def test_files_that_are_named_are_there(language: str) -> None:
    text = read(language)
    named = {*re.findall(r"\]\(([^)]+)\)", text), *re.findall(r'src="([^"]+)"', text)}
    for target in {*named, "specs/nha-nuoc/ke-hoach-hanh-dong.yaml"}:
        assert (ROOT / target).is_file(), target
