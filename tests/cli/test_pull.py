"""``docgen pull`` on the command line: what it says, what it writes, its exit codes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.support.word_edits import edit, replace_words, set_off, take_out, without_bookmarks

Run = Callable[..., Result]


@pytest.fixture
def word_file(project: Path, run: Run) -> Path:
    """The Word file of ``specs/a.yaml``, as docgen wrote it."""
    assert run("build", "specs/a.yaml").exit_code == 0
    return next(project.glob("build/**/a.docx"))


def change(path: Path, *edits: Callable[..., None]) -> None:
    path.write_bytes(edit(path.read_bytes(), *edits))


def test_an_untouched_file_has_nothing_to_pull(word_file: Path, run: Run) -> None:
    result = run("pull", str(word_file), "--lang", "en")
    assert result.exit_code == 0
    assert "nobody has changed it" in result.output


def test_a_change_is_told_then_written_then_the_build_is_free(project: Path, word_file: Path, run: Run) -> None:
    spec = project / "specs" / "a.yaml"
    before = spec.read_text("utf-8")
    change(word_file, replace_words("thông báo lần a", "thông báo lần đầu"))
    told = run("pull", str(word_file), "--lang", "en")
    assert told.exit_code == 1
    assert "lần a." in told.output
    assert "lần đầu." in told.output
    assert spec.read_text("utf-8") == before
    assert run("pull", str(word_file), "--write").exit_code == 0
    assert spec.read_text("utf-8") == before.replace("lần a.", "lần đầu.")
    assert run("pull", str(word_file)).exit_code == 0
    assert run("build", "specs/a.yaml").exit_code == 0
    assert run("build", "specs/a.yaml", "--check").exit_code == 0


def test_after_a_change_of_layout_by_words_the_build_is_free_too(project: Path, word_file: Path, run: Run) -> None:
    longer = "về lịch tiếp công dân của lãnh đạo xã trong sáu tháng đầu năm và việc đăng ký trước qua mạng"
    change(word_file, replace_words("về lịch tiếp công dân", longer), take_out("- Như trên;"))
    assert run("pull", str(word_file), "--write").exit_code == 0
    assert longer in (project / "specs" / "a.yaml").read_text("utf-8")
    assert run("build", "specs/a.yaml").exit_code == 0


def test_what_is_left_alone_makes_exit_code_one(project: Path, word_file: Path, run: Run) -> None:
    change(word_file, replace_words("thông báo lần a", "thông báo lần đầu"), replace_words("Độc lập", "Hòa bình"))
    result = run("pull", str(word_file), "--write", "--lang", "en", "--format", "json")
    assert result.exit_code == 1
    assert "lần đầu" in (project / "specs" / "a.yaml").read_text("utf-8")
    codes = [problem["rule"] for problem in json.loads(result.output)["files"][0]["problems"]]
    assert sorted(codes) == ["pull-changed", "pull-own"]
    assert run("build", "specs/a.yaml").exit_code == 1


def test_bad_files_say_what_is_wrong(project: Path, word_file: Path, run: Run) -> None:
    import docx

    other = project / "khac.docx"
    docx.Document().save(str(other))
    foreign = run("pull", str(other), "--lang", "en")
    assert foreign.exit_code == 2
    assert "docgen import" in foreign.output
    change(word_file, without_bookmarks)
    bare = run("pull", str(word_file), "--lang", "en")
    assert bare.exit_code in (0, 2)
    assert run("pull", str(project / "fehlt.docx")).exit_code == 2


def test_a_renamed_spec_is_found_or_named(project: Path, word_file: Path, run: Run) -> None:
    change(word_file, replace_words("thông báo lần a", "thông báo lần đầu"))
    spec = project / "specs" / "a.yaml"
    new = spec.with_name("ten-moi.yaml")
    spec.rename(new)
    assert run("pull", str(word_file), "--write").exit_code == 0
    assert "lần đầu" in new.read_text("utf-8")
    lost = run("pull", str(word_file), "--lang", "en")
    assert lost.exit_code == 2
    assert "--spec" in lost.output
    assert run("pull", str(word_file), "--spec", str(new)).exit_code == 0


def test_a_spec_with_errors_gives_its_own_problems(project: Path, word_file: Path, run: Run) -> None:
    change(word_file, replace_words("thông báo lần a", "thông báo lần đầu"))
    spec = project / "specs" / "a.yaml"
    spec.write_text(spec.read_text("utf-8").replace("filing: VT", "filling: VT"), "utf-8")
    result = run("pull", str(word_file), "--write", "--format", "json")
    assert result.exit_code == 2
    assert any(problem["rule"].startswith("spec-") for problem in json.loads(result.output)["files"][0]["problems"])


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="nothing is read-only here")
def test_a_read_only_folder_loses_nothing(project: Path, word_file: Path, run: Run) -> None:
    change(word_file, replace_words("thông báo lần a", "thông báo lần đầu"))
    (project / "specs").chmod(0o500)
    try:
        assert run("pull", str(word_file), "--write").exit_code == 2
    finally:
        (project / "specs").chmod(0o700)


def test_two_files_of_one_spec_are_pulled_one_after_the_other(project: Path, word_file: Path, run: Run) -> None:
    second = word_file.with_name("a-sep.docx")
    second.write_bytes(word_file.read_bytes())
    change(word_file, replace_words("thông báo lần a", "thông báo lần đầu"))
    change(second, replace_words("Trần Văn An", "Lê Văn Bình"))
    spec = project / "specs" / "a.yaml"
    assert run("pull", str(word_file), str(second), "--write", "--spec", str(spec)).exit_code == 0
    text = spec.read_text("utf-8")
    assert "lần đầu" in text
    assert "Lê Văn Bình" in text


def test_emphasis_comes_back(project: Path, word_file: Path, run: Run) -> None:
    change(word_file, set_off("thông báo", "b"))
    assert run("pull", str(word_file), "--write").exit_code == 0
    assert "__thông báo__" in (project / "specs" / "a.yaml").read_text("utf-8")
