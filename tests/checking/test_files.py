"""Which files a check looks at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docgen.checking.files import find_files, read_list, read_list_file
from docgen.problems import DocgenError, Level
from tests.support.checked import SPEC, write


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [one.path.replace(os.sep, "/") for one in find_files(paths, exclude)[0]]


def test_a_folder_gives_its_word_files_and_specs_sorted() -> None:
    for name in ("b.docx", "a.docx", "c.docm", "d.DOCX", "sub/e.docx", "x.pdf", "x.doc", "no-suffix"):
        write(Path(name), "x")
    write(Path("k.yaml"), SPEC)
    write(Path("k2.yml"), SPEC.replace("standard", "thể thức"))
    assert names(".") == ["a.docx", "b.docx", "c.docm", "d.DOCX", "k.yaml", "k2.yml", "sub/e.docx"]


def test_documents_in_other_formats_are_passed_over_with_a_note() -> None:
    for name in ("a.docx", "cu/b.doc", "c.ODT", "d.rtf", "e.pdf"):
        write(Path(name), "x")
    found, (problem,) = find_files(["."])
    assert [one.path for one in found] == ["a.docx"]
    assert (problem.code, problem.level) == ("check-other-format", Level.NOTE)
    assert f"c.ODT, {Path('cu/b.doc')}, d.rtf." in str(problem.what)
    assert ".docx" in str(problem.remedy)


def test_of_many_documents_in_other_formats_some_are_named() -> None:
    write(Path("a.docx"), "x")
    for number in range(9):
        write(Path(f"{number}.doc"), "x")
    (problem,) = find_files(["."])[1]
    assert "0.doc, 1.doc, 2.doc and 6 more" in str(problem.what)


def test_a_folder_of_old_documents_is_not_called_empty() -> None:
    write(Path("v/old.doc"), "x")
    found, (problem,) = find_files(["v"])
    assert (found, problem.code, problem.level) == ([], "check-no-files", Level.ERROR)
    assert str(Path("v/old.doc")) in str(problem.what)


def test_lock_files_hidden_folders_and_what_is_excluded_are_passed_over_without_a_word() -> None:
    for name in ("a.docx", "~$b.doc", ".git/c.doc", ".d.doc", "cu/e.doc"):
        write(Path(name), "x")
    assert find_files(["."], ("cu",))[1] == []


def test_what_is_no_document_is_passed_over_in_folders() -> None:
    for name in ("~$a.docx", ".hidden.docx", ".git/a.docx", "agency.yaml", "x.layer.yaml"):
        write(Path(name), SPEC)
    write(Path("mkdocs.yml"), "site_name: x\nnav:\n  - type: a\n")
    write(Path("a.docx"), "x")
    assert names(".") == ["a.docx"]


def test_a_yaml_file_that_cannot_be_decoded_is_left_to_the_loader() -> None:
    write(Path("a.yaml"), SPEC.encode("utf-16"))
    assert names(".") == ["a.yaml"]


def test_what_is_named_is_taken_whatever_its_name() -> None:
    write(Path("~$a.docx"), "x")
    write(Path("mkdocs.yml"), "x")
    assert names("~$a.docx", "mkdocs.yml") == ["~$a.docx", "mkdocs.yml"]


def test_every_path_has_one_entry_in_the_order_given() -> None:
    for name in ("v/a.docx", "v/b.docx", "c.docx"):
        write(Path(name), "x")
    assert names("c.docx", "v/b.docx", "v", "./c.docx", "missing.docx") == ["c.docx", "v/b.docx", "v/a.docx", "missing.docx"]


@pytest.mark.parametrize("glob", ["cu", "*/a.docx", "v/cu/*", "a.docx"])
def test_excludes_are_globs_over_names_and_paths(glob: str) -> None:
    write(Path("v/cu/a.docx"), "x")
    write(Path("v/b.docx"), "x")
    assert names(".", exclude=(glob,)) == ["v/b.docx"]


def test_a_missing_path_and_an_empty_folder_are_told_apart() -> None:
    Path("empty").mkdir()
    found, problems = find_files(["gone.docx", "empty"])
    assert [one.problem.code for one in found if one.problem] == ["check-no-path"]
    assert [problem.code for problem in problems] == ["check-no-files"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_loops_of_folders_end_and_dead_links_are_reported() -> None:
    write(Path("v/a.docx"), "x")
    Path("v/loop").symlink_to(Path("../v"), target_is_directory=True)
    Path("v/dead.docx").symlink_to("nowhere.docx")
    assert names("v") == ["v/a.docx", "v/dead.docx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_a_pipe_is_never_read() -> None:
    os.mkfifo("p.docx")
    found, _ = find_files(["p.docx"])
    assert found[0].problem is not None
    assert found[0].problem.code == "check-special-file"


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_one_entry() -> None:
    write(Path("v/a.docx"), "x")
    Path("v").chmod(0)
    try:
        found, _ = find_files(["v"])
    finally:
        Path("v").chmod(0o700)
    assert [one.problem is not None for one in found] == [True]


def test_lists_of_files() -> None:
    assert read_list("\ufeffa b.docx\r\n\nv/c.docx\n") == ["a b.docx", "v/c.docx"]
    assert read_list("a\nb.docx\0c.docx\0") == ["a\nb.docx", "c.docx"]
    with pytest.raises(DocgenError) as caught:
        read_list_file("none.txt")
    assert caught.value.problems[0].code == "check-list"
