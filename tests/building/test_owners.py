"""A spec has one output however it is named, and no other spec's."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen import DocgenError, build
from docgen.building import BuildResult, Outcome, discover, why

Write = Callable[[Path, str], None]


def outputs(result: BuildResult) -> dict[str, str]:
    return {outcome.spec.replace(os.sep, "/"): outcome.output.replace(os.sep, "/") for outcome in result.outcomes}


def only(result: BuildResult) -> Outcome:
    (outcome,) = result.outcomes
    return outcome


def codes(outcome: Outcome) -> list[str]:
    return [problem.code for problem in outcome.problems]


@pytest.fixture
def nested(project: Path, write: Write) -> Path:
    write(project / "specs/xã/c.yaml", "Nội dung c.")
    return project


@pytest.mark.usefixtures("nested")
@pytest.mark.parametrize("path", ["specs", ".", "specs/xã", "specs/xã/c.yaml"])
@pytest.mark.parametrize("state", [True, False])
@pytest.mark.parametrize("absolute", [True, False])
def test_a_spec_below_specs_has_one_output_however_it_is_named(path: str, state: bool, absolute: bool) -> None:
    if state:
        build(["specs"])
    assert "build/xã/c.docx" in outputs(build([os.path.abspath(path) if absolute else path])).values()


@pytest.mark.usefixtures("nested")
def test_the_folder_of_the_settings_counts_from_anywhere(monkeypatch: pytest.MonkeyPatch, nested: Path) -> None:
    monkeypatch.chdir("specs/xã")
    (target,) = discover(["c.yaml"], nested / "build", project=nested).targets
    assert target.key == "xã/c.docx"
    assert why("c.yaml", nested / "build", project=nested).output == str(nested / "build" / "xã" / "c.docx")


@pytest.mark.usefixtures("project")
def test_elsewhere_the_state_remembers_the_output(write: Write) -> None:
    write(Path("văn bản/xã/d.yaml"), "Nội dung d.")
    assert outputs(build(["văn bản"])) == {"văn bản/xã/d.yaml": "build/xã/d.docx"}
    for paths in (["văn bản/xã"], ["văn bản/xã/d.yaml"], ["văn bản"]):
        outcome = only(build(paths))
        assert (outcome.output.replace(os.sep, "/"), outcome.status) == ("build/xã/d.docx", "fresh")
    assert why("văn bản/xã/d.yaml").output == str(Path("build/xã/d.docx"))
    shutil.rmtree("build/.docgen")
    assert only(build(["văn bản/xã/d.yaml"])).output == str(Path("build/d.docx"))


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("options", [{}, {"force": True}, {"check": True}])
def test_two_specs_never_take_turns_in_one_file(write: Write, options: dict[str, bool]) -> None:
    write(Path("một/x.yaml"), "Nội dung một.")
    write(Path("hai/x.yaml"), "Nội dung hai.")
    build(["một"])
    before = Path("build/x.docx").read_bytes()
    result = build(["hai"], **options)
    assert result.failed
    (problem,) = only(result).problems
    assert problem.code == "build-same-output"
    assert {"other": os.path.join("một", "x.yaml"), "spec": os.path.join("hai", "x.yaml")}.items() <= problem.what.values.items()
    assert Path("build/x.docx").read_bytes() == before
    with pytest.raises(DocgenError, match="same file"):
        why("hai/x.yaml", roots=["hai"])
    assert not build(["một"]).unfinished


@pytest.mark.usefixtures("project")
def test_the_file_of_a_spec_that_is_gone_may_be_taken_over(write: Write) -> None:
    write(Path("một/x.yaml"), "Nội dung một.")
    build(["một"])
    shutil.move("một", "hai")
    assert only(build(["hai"])).status == "fresh"


@pytest.mark.usefixtures("project")
def test_a_copied_project_does_not_belong_to_the_first_one(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(["specs"])
    shutil.copytree(project, project.parent / "bản sao")
    monkeypatch.chdir(project.parent / "bản sao")
    assert [outcome.status for outcome in build(["specs"]).outcomes] == ["fresh", "fresh"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("state", [True, False])
def test_another_specs_word_file_is_a_strangers(state: bool) -> None:
    build(["specs"])
    shutil.copy("build/a.docx", "build/b.docx")
    if not state:
        shutil.rmtree("build/.docgen")
    copied = Path("build/b.docx").read_bytes()
    outcome = build(["specs"]).outcomes[1]
    assert (outcome.status, codes(outcome)) == ("kept", ["build-foreign"])
    assert outcome.reason.values["spec"] == "a.yaml"
    assert "--force" in str(outcome.problems[0].remedy)
    assert Path("build/b.docx").read_bytes() == copied
    forced = build(["specs/b.yaml"], force=True).outcomes[0]
    assert forced.status == "written"
    assert Path(str(forced.backup)).read_bytes() == copied


@pytest.mark.usefixtures("nested")
def test_so_is_the_word_file_of_a_namesake(write: Write) -> None:
    write(Path("specs/c.yaml"), "Nội dung khác.")
    build(["specs"])
    shutil.copy("build/xã/c.docx", "build/c.docx")
    assert {o.spec.replace(os.sep, "/"): str(o.status) for o in build(["specs"]).outcomes} == {
        "specs/a.yaml": "fresh",
        "specs/b.yaml": "fresh",
        "specs/c.yaml": "kept",
        "specs/xã/c.yaml": "fresh",
    }


@pytest.mark.usefixtures("project")
def test_an_older_file_of_the_same_spec_is_built_again(write: Write) -> None:
    build(["specs"])
    old = Path("build/a.docx").read_bytes()
    write(Path("specs/a.yaml"), "Nội dung mới.")
    build(["specs"])
    Path("build/a.docx").write_bytes(old)
    assert [str(outcome.status) for outcome in build(["specs"]).outcomes] == ["written", "fresh"]
