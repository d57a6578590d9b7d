"""``docgen import``: where the spec goes, what is told, and that nothing is ever replaced."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from docgen.ooxml.opening import open_package
from docgen.rendering import render
from docgen.spec import load_text
from docgen.standards import load_standard
from tests.corpus.papers import PAPERS
from tests.corpus.wordml import write_paper
from tests.support.documents import sample

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.docx").write_bytes(write_paper(PAPERS["nd30-ke-hoach"]()))
    return tmp_path


def test_a_spec_goes_to_the_standard_output(run: Run, folder: Path) -> None:
    result = run("import", "a.docx")
    assert result.exit_code == 0
    assert load_text(result.stdout, shown="a.yaml").document.number == 15
    assert sorted(path.name for path in folder.iterdir()) == ["a.docx"]


def test_a_spec_goes_to_a_file_that_is_not_there_yet(run: Run, folder: Path) -> None:
    result = run("import", "a.docx", "-o", "specs/a.yaml")
    assert result.exit_code == 0
    assert "specs/a.yaml" in result.stdout.replace("\\", "/")
    assert load_text((folder / "specs/a.yaml").read_bytes(), shown="a.yaml").document.type == "ke-hoach"


def test_nothing_is_replaced(run: Run, folder: Path) -> None:
    (folder / "a.yaml").write_text("mine", encoding="utf-8")
    result = run("import", "a.docx", "-o", "a.yaml", "--format", "json")
    assert result.exit_code == 2
    assert [problem["rule"] for problem in json.loads(result.stdout)["problems"]] == ["output-exists"]
    assert (folder / "a.yaml").read_text(encoding="utf-8") == "mine"


def test_a_folder_gets_a_file_named_by_number_and_type(run: Run, folder: Path) -> None:
    assert run("import", "a.docx", "-o", "specs").exit_code == 0
    assert [path.name for path in (folder / "specs").iterdir()] == ["15-ke-hoach.yaml"]


def test_what_is_guessed_is_told_beside_the_spec(run: Run, folder: Path) -> None:
    document = sample("nd30", "cong-van", filing=None, distribution=())
    (folder / "c.docx").write_bytes(render(document, load_standard("nd30")))
    result = run("import", "c.docx", "--lang", "en")
    assert result.exit_code == 0
    assert "filing: …" in result.stdout
    assert "/filing" in result.stderr
    assert run("import", "c.docx", "--lang", "en", "--quiet").stderr == ""


def test_a_file_of_another_kind_is_refused(run: Run, folder: Path) -> None:
    (folder / "a.pdf").write_bytes(b"%PDF-1.7")
    result = run("import", "a.pdf", "--format", "json")
    assert result.exit_code == 2
    assert [problem["rule"] for problem in json.loads(result.stdout)["problems"]] == ["import-kind"]


def test_a_missing_file_is_told(run: Run, folder: Path) -> None:
    assert run("import", "none.docx").exit_code == 2


def test_what_was_imported_builds_the_same_words(run: Run, folder: Path) -> None:
    assert run("import", "a.docx", "-o", "a.yaml").exit_code == 0
    assert run("build", "a.yaml", "-o", "build").exit_code == 0
    from docgen.ooxml.reading_stories import read_story

    def words(path: Path) -> list[str]:
        told = " ".join(paragraph.text for paragraph in read_story(open_package(path)).paragraphs)
        return told.replace("\n", " ").split()

    ours, theirs = words(folder / "build" / "a.docx"), words(folder / "a.docx")
    assert sorted(ours) == sorted(theirs)
    # the text itself stands in the same order
    first, last = theirs.index("HOẠCH"), theirs.index("nhận:")
    assert ours[ours.index("HOẠCH") : ours.index("nhận:")] == theirs[first:last]
