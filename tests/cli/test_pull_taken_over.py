"""A file that ``pull --write`` has taken over as a whole is free to build, with tracked changes and comments in it; no other is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import Result
from lxml import etree

from tests.support.word_edits import SPACE, W, edit, find, replace_words, run_of, text_of

Run = Callable[..., Result]


@pytest.fixture
def word_file(project: Path, run: Run) -> Path:
    """The Word file of ``specs/a.yaml``, as docgen wrote it."""
    assert run("build", "specs/a.yaml").exit_code == 0
    return next(project.glob("build/**/a.docx"))


def track(path: Path, old: str, new: str) -> None:
    """Type ``new`` over ``old`` while changes are tracked."""

    def mark(name: str, run: etree._Element) -> etree._Element:
        element = etree.Element(f"{W}{name}")
        for key, value in (("id", name), ("author", "Lê Thị Hoa"), ("date", "2026-03-01T08:00:00Z")):
            element.set(f"{W}{key}", value)
        element.append(run)
        return element

    def change(root: etree._Element) -> None:
        run = next(r for r in find(root, old).iter(f"{W}r") if old in text_of(r))
        text = next(run.iter(f"{W}t"))
        before, _, after = (text.text or "").partition(old)
        text.text = before
        text.set(SPACE, "preserve")
        gone = run_of(old)
        gone[-1].tag = f"{W}delText"
        for one in (run_of(after), mark("ins", run_of(new)), mark("del", gone)):
            run.addnext(one)

    path.write_bytes(edit(path.read_bytes(), change))


def comment(path: Path, words: str, said: str) -> None:
    document = docx.Document(str(path))
    paragraph = next(p for p in document.paragraphs if words in p.text)
    document.add_comment(paragraph.runs, text=said, author="Lê Thị Hoa")
    document.save(str(path))


def copies(path: Path) -> list[bytes]:
    return [one.read_bytes() for one in path.parent.glob("a.*.bak.docx")]


@pytest.mark.parametrize("rejected", [True, False])
def test_tracked_changes_are_decided_by_the_pull(project: Path, word_file: Path, run: Run, rejected: bool) -> None:
    spec = project / "specs" / "a.yaml"
    before = spec.read_text("utf-8")
    track(word_file, "thông báo lần a", "thông báo lần đầu")
    edited = word_file.read_bytes()
    chosen = ["--rejected"] if rejected else []
    assert run("build", "specs/a.yaml").exit_code == 1
    run("pull", str(word_file), *chosen)
    # told is not taken over
    assert run("build", "specs/a.yaml").exit_code == 1
    assert run("pull", str(word_file), "--write", *chosen).exit_code == 0
    assert spec.read_text("utf-8") == (before if rejected else before.replace("lần a.", "lần đầu."))
    assert run("build", "specs/a.yaml").exit_code == 0
    assert copies(word_file) == [edited]
    assert ("lần a." in _text(word_file), "lần đầu." in _text(word_file)) == (rejected, not rejected)


def test_comments_are_kept_until_somebody_has_pulled_the_file(project: Path, word_file: Path, run: Run) -> None:
    comment(word_file, "thông báo lần a", "Xem lại.")
    edited = word_file.read_bytes()
    assert run("build", "specs/a.yaml").exit_code == 1
    assert word_file.read_bytes() == edited
    pulled = run("pull", str(word_file), "--write", "--lang", "en")
    assert "Comment by Lê Thị Hoa: Xem lại." in pulled.output
    assert run("build", "specs/a.yaml").exit_code == 0
    assert copies(word_file) == [edited]


def test_another_edit_after_the_pull_keeps_the_file(project: Path, word_file: Path, run: Run) -> None:
    track(word_file, "thông báo lần a", "thông báo lần đầu")
    assert run("pull", str(word_file), "--write", "--rejected").exit_code == 0
    word_file.write_bytes(edit(word_file.read_bytes(), replace_words("thông báo", "báo tin")))
    assert run("build", "specs/a.yaml").exit_code == 1


def test_a_pull_that_left_something_frees_nothing(project: Path, word_file: Path, run: Run) -> None:
    comment(word_file, "thông báo lần a", "Xem lại.")
    word_file.write_bytes(edit(word_file.read_bytes(), replace_words("Độc lập", "Hòa bình")))
    assert run("pull", str(word_file), "--write").exit_code == 1
    assert run("build", "specs/a.yaml").exit_code == 1


def test_a_pull_into_another_spec_frees_nothing(project: Path, word_file: Path, run: Run) -> None:
    shutil.copy(project / "specs" / "a.yaml", project / "khac.yaml")
    track(word_file, "thông báo lần a", "thông báo lần đầu")
    assert run("pull", str(word_file), "--write", "--rejected", "--spec", "khac.yaml").exit_code == 0
    assert run("build", "specs/a.yaml").exit_code == 1


def test_without_the_notes_the_words_decide(project: Path, word_file: Path, run: Run) -> None:
    track(word_file, "thông báo lần a", "thông báo lần đầu")
    assert run("pull", str(word_file), "--write").exit_code == 0
    shutil.rmtree(next(project.glob("build/**/.docgen")))
    assert run("build", "specs/a.yaml").exit_code == 0


def _text(path: Path) -> str:
    return "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
