"""Which specs are found, and what their outputs are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docgen.building import discover


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "specs/b.yaml", "specs/a.yml", "specs/agency.yaml", "specs/x.layer.yaml", "specs/.hidden/c.yaml", "specs/.d.yaml",
        "specs/xã/kế hoạch.yaml", "specs/xã/note.txt", "specs/old/e.yaml", "other/a.yaml",
    ):  # fmt: skip
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x", "utf-8")
    return tmp_path


def pairs(*paths: str, out: str = "build", exclude: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = discover(paths, out, exclude)
    assert not found.problems
    return [(t.spec.replace(os.sep, "/"), t.output.replace(os.sep, "/")) for t in found.targets]


@pytest.mark.usefixtures("tree")
def test_a_folder_gives_its_specs_sorted_with_the_folders_below_it() -> None:
    assert pairs("specs") == [
        ("specs/a.yml", "build/a.docx"),
        ("specs/b.yaml", "build/b.docx"),
        ("specs/old/e.yaml", "build/old/e.docx"),
        ("specs/xã/kế hoạch.yaml", "build/xã/kế hoạch.docx"),
    ]


@pytest.mark.usefixtures("tree")
def test_this_folder_needs_no_prefix_and_the_out_folder_is_not_searched() -> None:
    Path("build").mkdir()
    Path("build/z.yaml").write_text("x", "utf-8")
    assert ("specs/b.yaml", "build/b.docx") in pairs(".")
    assert not any("z" in output for _, output in pairs("."))


@pytest.mark.usefixtures("tree")
def test_patterns_leave_out_names_and_folders() -> None:
    assert [spec for spec, _ in pairs("specs", exclude=("old", "xã/*", "a.*"))] == ["specs/b.yaml"]


@pytest.mark.usefixtures("tree")
def test_a_file_named_itself_is_taken_whatever_its_name_or_the_patterns() -> None:
    assert pairs("specs/xã/kế hoạch.yaml") == [("specs/xã/kế hoạch.yaml", "build/xã/kế hoạch.docx")]
    assert pairs("specs/.d.yaml", "specs/old/e.yaml", exclude=("*.yaml",)) == [
        ("specs/.d.yaml", "build/.d.docx"),
        ("specs/old/e.yaml", "build/old/e.docx"),
    ]


@pytest.mark.usefixtures("tree")
def test_a_spec_that_is_named_twice_is_built_once() -> None:
    assert [output for _, output in pairs("specs/old", "specs", "specs/b.yaml")].count("build/b.docx") == 1
    assert len(pairs("specs/old", "specs")) == 4


def test_an_absolute_out_folder_and_spec_stay_absolute(tree: Path) -> None:
    target = discover([tree / "specs/b.yaml"], tree / "out").targets[0]
    assert (target.spec, target.output) == (str(tree / "specs/b.yaml"), str(tree / "out/b.docx"))


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(("first", "second"), [("specs", "other"), ("specs/B.yaml", "specs/b.yaml")])
def test_two_specs_with_one_output_are_both_refused(first: str, second: str) -> None:
    Path("specs/B.yaml").write_text("x", "utf-8")
    if os.path.samefile("specs/B.yaml", "specs/b.yaml"):
        pytest.skip("the file system does not tell the two names apart")
    found = discover([first, second], "build")
    assert {problem.code for problem in found.clashes.values()} == {"build-same-output"}
    refused = {target.spec.replace(os.sep, "/") for target in found.targets if target.spec_path in found.clashes}
    assert refused >= ({"specs/a.yml", "other/a.yaml"} if first == "specs" else {"specs/B.yaml", "specs/b.yaml"})
    assert "specs/old/e.yaml" not in refused


@pytest.mark.usefixtures("tree")
def test_composed_and_decomposed_names_are_one_output() -> None:
    Path("n").mkdir()
    for name in ("n/é.yaml", "n/e\u0301.yaml"):
        Path(name).write_text("x", "utf-8")
    if len(os.listdir("n")) == 1:
        pytest.skip("the file system does not tell the two names apart")
    assert len(discover(["n"], "build").clashes) == 2


@pytest.mark.usefixtures("tree")
def test_a_path_that_is_not_there_and_a_folder_without_specs_are_problems() -> None:
    Path("empty").mkdir()
    found = discover(["nowhere.yaml", "empty", "specs"], "build")
    assert [problem.code for problem in found.problems] == ["build-no-path", "build-no-specs"]
    assert len(found.targets) == 4
    assert all(problem.remedy for problem in found.problems)


@pytest.mark.usefixtures("tree")
def test_a_loop_of_links_ends() -> None:
    try:
        os.symlink(os.path.abspath("specs"), "specs/loop")
    except OSError:
        pytest.skip("links may not be made here")
    assert len(discover(["specs"], "build").targets) == 4
