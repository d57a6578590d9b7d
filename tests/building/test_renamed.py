"""A spec that was renamed, or whose name another document has taken: edits never go into the wrong one, and the old file is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen import DocgenError, build
from docgen.anchors.record import read_record
from docgen.building import origins
from docgen.building.origins import Origin, find_origin
from docgen.ooxml.opening import open_package
from tests.support.word_edits import edit, replace_words

A, OUT = Path("specs/a.yaml"), Path("build/a.docx")
SPEC = """\
standard: nd30
type: thong-bao
issuer: xa
title: về lịch tiếp công dân
sections:
  - Tiếp công dân vào thứ Hai hằng tuần.
  - Công chức chuẩn bị phòng tiếp.
  - Văn phòng ghi sổ.
distribution:
  - Như trên
signature:
  title: CHỦ TỊCH
  name: Trần Văn An
filing: VT
"""
OTHER = SPEC.replace("lịch tiếp công dân", "nghỉ lễ").split("sections:")[0] + "sections:\n  - Nghỉ ba ngày.\n  - Trực theo lịch.\n"
OTHER += "distribution:" + SPEC.split("distribution:")[1]


@pytest.fixture
def edited(project: Path) -> bytes:
    A.write_text(SPEC, "utf-8", newline="\n")
    Path("specs/b.yaml").unlink()
    build(["specs"])
    data = edit(OUT.read_bytes(), replace_words("ghi sổ", "ghi biên bản"))
    OUT.write_bytes(data)
    return data


def origin(path: Path = OUT) -> Origin:
    record = read_record(open_package(path))
    assert record is not None
    return find_origin(str(path), record, "build", ["specs"])


@pytest.mark.usefixtures("edited")
@pytest.mark.parametrize("changed", [False, True])
def test_a_name_that_another_document_has_taken_is_noticed(changed: bool) -> None:
    kept = Path("specs/k.yaml")
    kept.write_text(SPEC.replace("thứ Hai", "thứ Ba") if changed else SPEC, "utf-8", newline="\n")
    A.write_text(OTHER, "utf-8", newline="\n")
    found = origin()
    assert Path(found.spec) == kept
    assert found.note is not None
    assert {"a.yaml", "k.yaml"} <= {Path(word.strip(",;")).name for word in str(found.note.what).split()}


@pytest.mark.usefixtures("edited")
def test_where_no_spec_has_its_words_nobody_guesses() -> None:
    A.write_text(OTHER, "utf-8", newline="\n")
    with pytest.raises(DocgenError) as caught:
        origin()
    assert [problem.code for problem in caught.value.problems] == ["build-no-origin"]
    outcome = build(["specs"], merge=True).outcomes[0]
    assert [problem.code for problem in outcome.problems] == ["build-rewritten"]
    assert A.read_text("utf-8") == OTHER


@pytest.mark.usefixtures("edited")
def test_a_copy_of_the_spec_as_it_was_does_not_take_the_edits_of_one_that_was_worked_on() -> None:
    Path("specs/k.yaml").write_text(SPEC, "utf-8", newline="\n")
    A.write_text(SPEC.replace("thứ Hai", "thứ Ba"), "utf-8", newline="\n")
    assert origin() == Origin(str(A))


@pytest.mark.parametrize("changed", [False, True])
def test_the_build_under_a_new_name_names_the_edited_file_with_the_old_one(edited: bytes, changed: bool) -> None:
    A.unlink()
    new = Path("specs/k.yaml")
    new.write_text(SPEC.replace("thứ Hai", "thứ Ba") if changed else SPEC, "utf-8", newline="\n")
    outcome = build(["specs"]).outcomes[0]
    told = [problem for problem in outcome.problems if problem.code == "build-former"]
    assert len(told) == 1
    assert "a.docx" in str(told[0].what)
    assert "k.yaml" in str(told[0].remedy)
    assert OUT.read_bytes() == edited
    found = origin()
    assert (Path(found.spec), found.note is not None) == (new, True)
    assert not [problem for problem in build(["specs"], force=True).outcomes[0].problems if problem.code == "build-former"]


@pytest.mark.usefixtures("edited")
def test_files_of_other_specs_are_not_named() -> None:
    Path("specs/k.yaml").write_text(SPEC, "utf-8", newline="\n")
    outcomes = build(["specs"]).outcomes
    assert not [problem for outcome in outcomes for problem in outcome.problems if problem.code == "build-former"]
    Path("specs/m.yaml").write_text(OTHER, "utf-8", newline="\n")
    A.unlink()
    outcomes = build(["specs/m.yaml"]).outcomes
    assert not [problem for outcome in outcomes for problem in outcome.problems if problem.code == "build-former"]


@pytest.mark.usefixtures("edited")
def test_nothing_is_looked_for_where_everything_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    OUT.unlink()
    build(["specs"])
    called: list[str] = []
    count: Callable[..., None] = lambda *_: called.append("")  # noqa: E731
    monkeypatch.setattr("docgen.building.former.FormerFiles.find", count)
    monkeypatch.setattr(origins, "share_texts", count)
    build(["specs"])
    assert called == []


@pytest.mark.usefixtures("edited")
def test_a_broken_spec_is_to_be_mended_before_anything_is_merged() -> None:
    A.write_text(SPEC.replace("type: thong-bao", "type: 5"), "utf-8", newline="\n")
    for merge in (True, False):
        problem = build(["specs"], merge=merge).outcomes[0].problems[-1]
        assert problem.code == "build-edited"
        assert "Mend the spec first" in str(problem.remedy)
        assert "--force" not in str(problem.remedy)
