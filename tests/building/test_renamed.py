"""A spec that was renamed, or whose name another document has taken: edits never go into the wrong one, and the old file is named."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from docgen import DocgenError, build
from docgen.anchors.record import read_record
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


def namesakes(*texts: str) -> list[Path]:
    """Specs called ``a.yaml``, each in a folder of its own."""
    paths = [Path(f"specs/{number}/a.yaml") for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.parent.mkdir()
        path.write_text(text, "utf-8", newline="\n")
    return paths


@pytest.mark.usefixtures("edited")
def test_of_several_specs_with_its_name_it_is_the_one_with_the_recorded_hash() -> None:
    A.unlink()
    _, kept = namesakes(SPEC.replace("thứ Hai", "thứ Ba"), SPEC)
    assert origin() == Origin(str(kept))


@pytest.mark.usefixtures("edited")
@pytest.mark.parametrize("texts", [(SPEC, SPEC), (SPEC.replace("thứ Hai", "thứ Ba"), OTHER)], ids=["twice", "nowhere"])
def test_of_several_specs_with_its_name_none_is_guessed_nor_one_of_another_name_taken(texts: tuple[str, ...]) -> None:
    A.unlink()
    paths = namesakes(*texts)
    Path("specs/k.yaml").write_text(SPEC, "utf-8", newline="\n")
    with pytest.raises(DocgenError) as caught:
        origin()
    (problem,) = caught.value.problems
    assert problem.code == "build-no-origin"
    assert all(str(path) in str(problem.what) for path in paths)
    assert "k.yaml" not in str(problem.what)


@pytest.mark.usefixtures("edited")
def test_a_spec_at_its_place_that_is_another_document_does_not_make_one_of_another_name_the_origin() -> None:
    A.write_text(OTHER, "utf-8", newline="\n")
    namesakes(SPEC.replace("thứ Hai", "thứ Ba"))
    Path("specs/k.yaml").write_text(SPEC, "utf-8", newline="\n")
    with pytest.raises(DocgenError) as caught:
        origin()
    assert "no longer the document" in str(caught.value.problems[0].what)


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


def test_the_build_in_another_folder_names_the_edited_file_of_the_former_one(edited: bytes) -> None:
    moved = Path("specs/2026/a.yaml")
    moved.parent.mkdir()
    A.rename(moved)
    (outcome,) = build(["specs"]).outcomes
    (problem,) = [one for one in outcome.problems if one.code == "build-former"]
    assert "another folder" in str(problem.what)
    assert Path(str(problem.place.path if problem.place else "")).name == "a.docx"
    assert Path("build/a.docx").read_bytes() == edited


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
    assert read_files(monkeypatch) == []


@pytest.mark.usefixtures("edited")
def test_where_a_file_is_made_for_the_first_time_its_spec_is_compared_with_all_that_lie_beside_it_in_one_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    A.unlink()
    OUT.with_name("second.docx").write_bytes(OUT.read_bytes())
    Path("specs/k.yaml").write_text(SPEC.replace("thứ Hai", "thứ Ba"), "utf-8", newline="\n")
    # the spec once to be built, and once to be compared with both of them
    assert sorted(read_files(monkeypatch)) == ["a.docx", "k.yaml", "k.yaml", "second.docx"]


def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Build, and say which Word files and specs were read, each as often as it was."""
    read: list[str] = []

    def count(module: str, name: str) -> None:
        real = getattr(import_module(module), name)

        def counted(path: Path, **options: Any) -> Any:
            if isinstance(path, Path):
                read.append(path.name)
            return real(path, **options)

        monkeypatch.setattr(f"{module}.{name}", counted)

    count("docgen.ooxml.opening", "open_package")
    count("docgen.spec", "load_spec")
    build(["specs"])
    return read


@pytest.mark.usefixtures("edited")
def test_a_broken_spec_is_to_be_mended_before_anything_is_merged() -> None:
    A.write_text(SPEC.replace("type: thong-bao", "type: 5"), "utf-8", newline="\n")
    for merge in (True, False):
        problem = build(["specs"], merge=merge).outcomes[0].problems[-1]
        assert problem.code == "build-edited"
        assert "Mend the spec first" in str(problem.remedy)
        assert "--force" not in str(problem.remedy)
