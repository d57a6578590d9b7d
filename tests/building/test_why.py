"""The reason in one sentence, for a spec or a Word file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen import DocgenError, build
from docgen.building import Explanation, why

Write = Callable[[Path, str], None]
FRESH = "The Word file is up to date."


def both(name: str = "a") -> tuple[Explanation, Explanation]:
    return why(f"specs/{name}.yaml", "build", ["specs"]), why(f"build/{name}.docx", "build", ["specs"])


@pytest.fixture
def built(project: Path) -> Path:
    build(["specs"])
    return project


@pytest.mark.usefixtures("project")
def test_a_spec_that_was_never_built() -> None:
    answer = why("specs/a.yaml", "build", ["specs"])
    assert (answer.reason.template, answer.stale) == ("The Word file was never built.", True)
    assert answer.output == str(Path("build/a.docx"))
    assert not Path("build").exists()


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("state", [True, False])
def test_spec_and_word_file_give_the_same_answer(write: Write, state: bool) -> None:
    if not state:
        shutil.rmtree("build/.docgen")
    assert [(a.reason.template, a.stale) for a in both()] == [(FRESH, False)] * 2
    write(Path("specs/a.yaml"), "Nội dung mới.")
    assert [(a.reason.template, a.stale) for a in both()] == [("The spec has changed.", True)] * 2
    assert [Path(a.spec or "") for a in both()] == [Path("specs/a.yaml")] * 2


@pytest.mark.usefixtures("project")
def test_the_output_is_where_the_build_put_it(write: Write) -> None:
    write(Path("specs/xã/c.yaml"), "Nội dung.")
    build(["specs"])
    assert why("specs/xã/c.yaml", "build", ["."]).output == str(Path("build/xã/c.docx"))


@pytest.mark.usefixtures("built")
def test_a_file_that_docgen_did_not_write_or_whose_spec_is_gone() -> None:
    Path("build/b.docx").write_bytes(b"my letter")
    assert why("build/b.docx", "build", ["specs"]).reason.template == "docgen did not write this Word file."
    shutil.copy("build/a.docx", "sent.docx")
    answer = why("sent.docx", "build", ["specs"])
    assert answer.spec is None
    assert answer.reason.values["spec"] == "a.yaml"


@pytest.mark.usefixtures("project")
def test_a_path_that_is_not_there() -> None:
    with pytest.raises(DocgenError, match="nowhere"):
        why("nowhere.yaml")


@pytest.mark.usefixtures("built")
def test_asking_writes_nothing() -> None:
    shutil.rmtree("build/.docgen")
    both()
    assert not Path("build/.docgen").exists()
