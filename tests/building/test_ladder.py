"""What is built again, why, and what is known without building."""

from __future__ import annotations

import os
import shutil
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import docgen.building.builder
import docgen.building.making
import docgen.rendering
import docgen.spec
import docgen.standards
import docgen.templating
from docgen import build
from docgen.building import BuildResult, Outcome, fingerprints

Write = Callable[[Path, str], None]
A = Path("specs/a.yaml")


def only(result: BuildResult, name: str = "a") -> Outcome:
    return next(outcome for outcome in result.outcomes if Path(outcome.spec).stem == name)


def statuses(result: BuildResult) -> dict[str, str]:
    return {Path(outcome.spec).stem: str(outcome.status) for outcome in result.outcomes}


def age(*paths: Path, seconds: float = 100) -> None:
    """Make files look older, so that their times can be trusted."""
    for path in paths:
        then = time.time() - seconds
        os.utime(path, (then, then))


def forget_times() -> None:
    """Every file new and no state: as after ``git clone``."""
    shutil.rmtree("build/.docgen")
    for path in Path().rglob("*"):
        os.utime(path)


@pytest.fixture
def no_render(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise AssertionError("rendered")

    monkeypatch.setattr(docgen.rendering, "render", refuse)
    monkeypatch.setenv("DOCGEN_DEBUG", "1")


@pytest.fixture
def built(project: Path) -> Path:
    assert statuses(build(["specs"])) == {"a": "written", "b": "written"}
    return project


@pytest.mark.usefixtures("project")
def test_the_first_build_writes_everything_and_says_why() -> None:
    result = build(["specs"])
    assert only(result).reason.template == "The Word file was never built."
    assert Path("build/a.docx").read_bytes().startswith(b"PK")
    assert (result.failed, result.unfinished) == (False, False)


@pytest.mark.usefixtures("built", "no_render")
def test_nothing_is_built_twice() -> None:
    for _ in range(3):
        assert statuses(build(["specs"])) == {"a": "fresh", "b": "fresh"}


@pytest.mark.usefixtures("built")
def test_only_the_changed_spec_is_built(write: Write) -> None:
    before = Path("build/b.docx").read_bytes(), Path("build/b.docx").stat().st_mtime_ns
    write(A, "Nội dung mới.")
    result = build(["specs"])
    assert statuses(result) == {"a": "written", "b": "fresh"}
    assert only(result).reason.template == "The spec has changed."
    assert before == (Path("build/b.docx").read_bytes(), Path("build/b.docx").stat().st_mtime_ns)


@pytest.mark.usefixtures("built", "no_render")
def test_a_new_time_alone_builds_nothing() -> None:
    os.utime(A)
    os.utime("agency.yaml")
    os.utime("build/a.docx")
    assert statuses(build(["specs"])) == {"a": "fresh", "b": "fresh"}


@pytest.mark.usefixtures("built", "no_render")
def test_other_line_ends_alone_build_nothing() -> None:
    A.write_bytes(A.read_bytes().replace(b"\n", b"\r\n"))
    assert statuses(build(["specs"])) == {"a": "fresh", "b": "fresh"}


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("state", [True, False])
def test_a_changed_agency_file_builds_all_specs_under_it(state: bool) -> None:
    path = Path("agency.yaml")
    path.write_text(path.read_text("utf-8").replace("Tân An", "Tân Bình"), "utf-8")
    if not state:
        forget_times()
    result = build(["specs"])
    assert statuses(result) == {"a": "written", "b": "written"}
    assert only(result).reason.values["path"] == "agency.yaml"


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("state", [True, False])
def test_a_new_nearer_agency_file_counts(state: bool) -> None:
    Path("specs/agency.yaml").write_text("agencies:\n  xa:\n    place: Bình An\n", "utf-8")
    if not state:
        forget_times()
    result = build(["specs"])
    assert statuses(result) == {"a": "written", "b": "written"}
    assert only(result).reason.values["path"] == os.path.join("specs", "agency.yaml")


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("state", [True, False])
def test_an_agency_file_that_went_counts(state: bool) -> None:
    shutil.copy("agency.yaml", "specs/agency.yaml")
    build(["specs"])
    Path("specs/agency.yaml").unlink()
    if not state:
        forget_times()
    result = build(["specs"], check=True)
    assert statuses(result) == {"a": "stale", "b": "stale"}
    assert str(only(result).reason.values["path"]).endswith("agency.yaml")


@pytest.mark.usefixtures("built")
def test_a_missing_output_is_built_again() -> None:
    Path("build/a.docx").unlink()
    result = build(["specs"])
    assert statuses(result) == {"a": "written", "b": "fresh"}
    assert only(result).reason.template == "The Word file is no longer there."


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("state", [True, False])
def test_another_version_builds_everything(state: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docgen.building.builder, "__version__", "9.9")
    monkeypatch.setattr(docgen.building.making, "__version__", "9.9")
    if not state:
        forget_times()
    result = build(["specs"], check=True)
    assert statuses(result) == {"a": "stale", "b": "stale"}
    assert only(result).reason.values == {"then": docgen.__version__, "now": "9.9"}


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("changed", ["standards", "templates"])
def test_new_data_of_docgen_are_looked_at_by_content(changed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docgen.building.builder, "data_folders", lambda: ("nowhere",))
    assert statuses(build(["specs"])) == {"a": "fresh", "b": "fresh"}, "new times of the data, same content"
    if changed == "standards":
        load = docgen.spec.load_spec

        def load_other(path: Path, **options: Any) -> docgen.spec.LoadedSpec:
            spec = load(path, **options)
            return replace(spec, standard=spec.standard.model_copy(update={"fingerprint": "new"}))

        monkeypatch.setattr(docgen.spec, "load_spec", load_other, raising=False)
    else:
        template = docgen.templating.load_template(docgen.standards.load_standard("nd30"))
        monkeypatch.setattr(docgen.templating, "load_template", lambda *_: replace(template, fingerprint="new"))
    monkeypatch.setattr(docgen.building.builder, "data_folders", lambda: ("elsewhere", "specs"))
    result = build(["specs"], check=True)
    assert statuses(result) == {"a": "stale", "b": "stale"}
    expected = {"standards": "The data of the rules have changed.", "templates": "The template has changed."}
    assert only(result).reason.template == expected[changed]


@pytest.mark.usefixtures("built", "no_render")
def test_after_a_clone_nothing_is_rendered_to_know_that_all_is_fresh() -> None:
    forget_times()
    assert statuses(build(["specs"], check=True)) == {"a": "fresh", "b": "fresh"}
    assert not Path("build/.docgen").exists(), "check writes nothing"
    build(["specs"])
    assert Path("build/.docgen/state.json").exists()


@pytest.mark.usefixtures("built", "no_render")
def test_after_a_clone_a_changed_spec_is_seen_without_rendering(write: Write) -> None:
    write(A, "Nội dung mới.")
    forget_times()
    result = build(["specs"], check=True)
    assert statuses(result) == {"a": "stale", "b": "fresh"}
    assert only(result).reason.template == "The spec has changed."
    assert [problem.code for problem in only(result).problems] == ["build-stale"]


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version":1}', b'{"version":1,"outputs":{"a.docx":[1]},"files":{}}'])
def test_a_broken_state_is_no_state(content: bytes) -> None:
    Path("build/.docgen/state.json").write_bytes(content)
    assert statuses(build(["specs"])) == {"a": "fresh", "b": "fresh"}


@pytest.mark.usefixtures("built")
def test_a_save_within_the_clocks_grain_is_seen() -> None:
    text = A.read_text("utf-8")
    status = A.stat()
    A.write_text(text.replace("lần a", "lần x"), "utf-8")
    os.utime(A, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert A.stat().st_size == status.st_size
    assert statuses(build(["specs"])) == {"a": "written", "b": "fresh"}


@pytest.mark.usefixtures("project")
def test_old_files_of_equal_size_and_time_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    age(A, Path("specs/b.yaml"), Path("agency.yaml"))
    build(["specs"])
    age(Path("build/a.docx"), Path("build/b.docx"))
    build(["specs"])
    read: list[str] = []
    monkeypatch.setattr(fingerprints, "hash_file", read.append)
    build(["specs"])
    assert read == []


@pytest.mark.usefixtures("built")
def test_an_old_grain_is_trusted_only_for_what_was_looked_at() -> None:
    """Building one spec must not make the state trust another one that was saved in the same instant as before."""
    text, status = A.read_text("utf-8"), A.stat()
    build(["specs/b.yaml"])
    A.write_text(text.replace("lần a", "lần x"), "utf-8")
    os.utime(A, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert statuses(build(["specs"]))["a"] == "written"


@pytest.mark.usefixtures("built")
def test_check_says_what_is_out_of_date_and_writes_nothing(write: Write) -> None:
    write(A, "Nội dung mới.")
    before = {path: path.read_bytes() for path in Path("build").rglob("*") if path.is_file()}
    result = build(["specs"], check=True)
    assert statuses(result) == {"a": "stale", "b": "fresh"}
    assert (result.failed, result.unfinished) == (False, True)
    assert before == {path: path.read_bytes() for path in Path("build").rglob("*") if path.is_file()}


@pytest.mark.usefixtures("project")
def test_check_of_what_was_never_built_makes_no_folder() -> None:
    assert statuses(build(["specs"], check=True)) == {"a": "stale", "b": "stale"}
    assert not Path("build").exists()


@pytest.mark.usefixtures("project")
def test_the_same_spec_gives_the_same_bytes_with_any_number_of_workers() -> None:
    build(["specs"], "one", jobs=1)
    build(["specs"], "two", jobs=2)
    for name in ("a.docx", "b.docx"):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes()


@pytest.mark.usefixtures("built")
def test_force_builds_everything() -> None:
    result = build(["specs"], force=True)
    assert statuses(result) == {"a": "written", "b": "written"}
    assert only(result).reason.template == "It was asked for with --force."
    assert only(result).backup is None


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("state", [True, False])
def test_an_own_template_counts(state: bool) -> None:
    template = Path("mẫu.docx")
    template.write_bytes(docgen.templating.make_template(docgen.standards.load_standard("nd30")))
    path = Path("agency.yaml")
    path.write_text(path.read_text("utf-8") + "    template: mẫu.docx\n", "utf-8")
    assert statuses(build(["specs"])) == {"a": "written", "b": "written"}
    with zipfile.ZipFile(template, "a") as package:
        package.comment = b"saved again"
    if not state:
        forget_times()
    result = build(["specs"], check=True)
    assert statuses(result) == {"a": "stale", "b": "stale"}
    assert only(result).reason.template == "The template has changed."
