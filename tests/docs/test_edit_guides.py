"""The guides to edits in Word: their commands, run in order with the edits that are shown, print what is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.checks.making import spoilt
from tests.docs.console import ROOT, docgen, fenced, replay, without_blocks

DOCS = ROOT / "docs"
GUIDES = {"en": DOCS / "edits.md", "vi": DOCS / "sua-trong-word.md"}
BY_LANGUAGE = pytest.mark.parametrize("language", GUIDES)
COMMANDS = ("build", "pull", "issue", "diff", "import")
#: the line that somebody changes in a block of kind ``edit``
ARROW = " → "


def read(language: str) -> str:
    return GUIDES[language].read_text(encoding="utf-8")


def parts(language: str) -> tuple[str, list[str]]:
    """What stands above the first heading of the second level, and the sections."""
    first, *others = re.split(r"^(?=## )", read(language), flags=re.MULTILINE)
    return first, others


def prepare(language: str, folder: Path) -> None:
    """The spec of the page and the Word file made from it."""
    replay(parts(language)[0], language, folder)
    assert docgen("docgen build", language, folder).returncode == 0


def edit(path: Path, lines: str) -> None:
    """Change words in a Word file or a spec: ``before → after``, a line each."""
    for line in lines.splitlines():
        old, arrow, new = line.partition(ARROW)
        assert arrow
        if path.suffix == ".docx":
            path.write_bytes(spoilt(path.read_bytes(), re.escape(old), new))
        else:
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1
            path.write_text(text.replace(old, new), encoding="utf-8")


SECTIONS = [
    pytest.param(language, part, id=f"{GUIDES[language].stem}-{part.splitlines()[0].strip('# ')}")
    for language in GUIDES
    for part in parts(language)[1]
]


@pytest.mark.parametrize(("language", "part"), SECTIONS)
def test_commands_print_what_is_shown(language: str, part: str, tmp_path: Path) -> None:
    prepare(language, tmp_path)
    commands: list[str] = []
    for kind, name, text in fenced(part):
        if kind == "edit":
            edit(tmp_path / name, text)
        else:
            commands += replay(f"```{kind} {name}\n{text}```\n", language, tmp_path)
    assert commands


@BY_LANGUAGE
def test_every_command_is_shown(language: str) -> None:
    assert set(re.findall(r"^\$ docgen (\w+)", read(language), re.MULTILINE)) == set(COMMANDS)


def test_both_guides_show_the_same() -> None:
    shown = {language: [block for block in fenced(read(language)) if block[0] != "console"] for language in GUIDES}
    assert shown["en"] == shown["vi"]


@BY_LANGUAGE
def test_options_that_are_named_exist(language: str) -> None:
    told = [docgen(f"docgen {name} --help", "en", ROOT).stdout for name in COMMANDS]
    options = set(re.findall(r"`(?:docgen )?(?:build )?(--[a-z]+)", without_blocks(read(language))))
    assert options >= {"--write", "--rejected", "--spec", "--merge", "--force", "--redline"}
    assert not [option for option in options if not any(re.search(rf"{option}\b", one) for one in told)]


@BY_LANGUAGE
def test_links_lead_somewhere(language: str) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", without_blocks(read(language)))
    assert targets
    assert not [target for target in targets if not (DOCS / target).is_file()]
    readme = {"en": "README.md", "vi": "README.vi.md"}[language]
    assert f"](docs/{GUIDES[language].name})" in (ROOT / readme).read_text(encoding="utf-8")


def test_number_and_date_are_all_that_issue_changes(tmp_path: Path) -> None:
    prepare("en", tmp_path)
    spec = tmp_path / "specs" / "thong-bao.yaml"
    before = spec.read_text(encoding="utf-8").splitlines()
    assert docgen("docgen issue build/thong-bao.docx --number 7 --date 2026-03-05", "en", tmp_path).returncode == 0
    after = spec.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == ["number: 7", "date: 2026-03-05"]
    assert [line for line in after if line in before] == before
