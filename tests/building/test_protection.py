"""Nobody's work is lost, nothing is half-written, and one bad spec harms no other."""

from __future__ import annotations

import errno
import os
import shutil
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import docgen.rendering
from docgen import DocgenError, build
from docgen.building import BuildResult, Outcome

Write = Callable[[Path, str], None]
A = Path("specs/a.yaml")
OUT = Path("build/a.docx")


def only(result: BuildResult, name: str = "a") -> Outcome:
    return next(outcome for outcome in result.outcomes if Path(outcome.spec).stem == name)


def codes(outcome: Outcome) -> list[str]:
    return [problem.code for problem in outcome.problems]


def rewrite(path: Path, old: str, new: str, compression: int = zipfile.ZIP_STORED) -> None:
    """Pack a Word file anew with ``old`` replaced in its text, as a word processor would."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert not old or old.encode() in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w", compression) as package:
        for name, data in parts.items():
            package.writestr(name, data)


@pytest.fixture
def built(project: Path) -> Path:
    build(["specs"])
    return project


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("state", [True, False])
@pytest.mark.parametrize("spec_changed", [True, False])
def test_an_edited_output_is_kept_and_the_others_are_built(write: Write, state: bool, spec_changed: bool) -> None:
    rewrite(OUT, "lần a", "lần thứ nhất")
    edited = OUT.read_bytes()
    write(Path("specs/b.yaml"), "Nội dung mới.")
    if spec_changed:
        write(A, "Nội dung mới.")
    if not state:
        shutil.rmtree("build/.docgen")
    for _ in range(2):
        result = build(["specs"])
        assert (str(only(result).status), codes(only(result))) == ("kept", ["build-edited"])
        assert (result.failed, result.unfinished) == (False, True)
        assert OUT.read_bytes() == edited
    assert str(only(result, "b").status) == "fresh"
    remedy = only(result).problems[0].remedy
    assert remedy is not None
    assert "--force" in str(remedy)


@pytest.mark.usefixtures("built")
def test_force_keeps_a_copy_of_an_edited_output() -> None:
    rewrite(OUT, "lần a", "lần thứ nhất")
    edited = OUT.read_bytes()
    outcome = only(build(["specs"], force=True))
    copy = Path(f"build/a.{sha256(edited).hexdigest()[:8]}.bak.docx")
    assert (str(outcome.status), outcome.backup) == ("written", str(copy))
    assert copy.read_bytes() == edited
    assert str(only(build(["specs"])).status) == "fresh"


@pytest.mark.usefixtures("built")
def test_saving_without_an_edit_is_no_edit(write: Write) -> None:
    rewrite(OUT, "", "", zipfile.ZIP_DEFLATED)
    assert str(only(build(["specs"])).status) == "fresh"
    write(A, "Nội dung mới.")
    assert str(only(build(["specs"])).status) == "written"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("content", [b"", b"my letter", b"PK\x03\x04 cut off"])
def test_a_file_that_docgen_never_wrote_is_kept(content: bytes) -> None:
    OUT.parent.mkdir()
    OUT.write_bytes(content)
    result = build(["specs"])
    assert (str(only(result).status), codes(only(result))) == ("kept", ["build-foreign"])
    assert str(only(result, "b").status) == "written"
    assert OUT.read_bytes() == content
    forced = only(build(["specs"], force=True))
    assert forced.backup is not None
    assert Path(forced.backup).read_bytes() == content
    assert OUT.read_bytes().startswith(b"PK\x03\x04")


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("a", "~$a.docx"),
        ("ke-hoac", "~$e-hoac.docx"),
        ("ke-hoach", "~$-hoach.docx"),
        ("ke-hoach-nam-2026", "~$-hoach-nam-2026.docx"),
        ("ke-hoach", ".~lock.ke-hoach.docx#"),
    ],
)
@pytest.mark.parametrize("force", [True, False])
def test_an_output_that_is_open_in_word_is_kept(write: Write, name: str, lock: str, force: bool) -> None:
    spec = Path(f"specs/{name}.yaml")
    write(spec, "Bản một.")
    build(["specs"])
    Path("build", lock).write_bytes(b"")
    assert str(only(build(["specs"]), name).status) == "fresh", "nothing to write, nothing to complain of"
    write(spec, "Bản hai.")
    before = Path(f"build/{name}.docx").read_bytes()
    result = build(["specs"], force=force)
    assert (str(only(result, name).status), codes(only(result, name))) == ("kept", ["build-open"])
    assert Path(f"build/{name}.docx").read_bytes() == before
    assert (result.failed, result.unfinished) == (False, True)
    Path("build", lock).unlink()
    assert str(only(build(["specs"]), name).status) == "written"


@pytest.mark.usefixtures("built")
def test_a_refused_replace_keeps_the_output(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(A, "Nội dung mới.")
    before = OUT.read_bytes()
    replace = os.replace

    def refuse(source: Any, target: Any) -> None:
        if str(target).endswith("a.docx"):
            raise PermissionError(errno.EACCES, "in use", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    result = build(["specs"])
    assert (str(only(result).status), codes(only(result))) == ("kept", ["build-open"])
    assert OUT.read_bytes() == before
    assert not list(Path("build").glob(".dg-*"))


@pytest.mark.usefixtures("project")
def test_one_broken_spec_stops_no_other(write: Write) -> None:
    A.write_text("standard: nd30\ntype: 5\ntitel: x\n", "utf-8")
    result = build(["specs", "nowhere"])
    assert str(only(result).status) == "failed"
    assert len(only(result).problems) > 1, "every problem at once"
    assert str(only(result, "b").status) == "written"
    assert [problem.code for problem in result.problems] == ["build-no-path"]
    assert result.failed
    assert not OUT.exists()


@pytest.mark.usefixtures("built")
def test_a_spec_that_broke_leaves_the_old_output(write: Write) -> None:
    before = OUT.read_bytes()
    A.write_text("standard: nd30\n", "utf-8")
    for check in (True, False):
        assert str(only(build(["specs"], check=check)).status) == "failed"
    assert OUT.read_bytes() == before
    write(A, "Nội dung mới.")
    assert only(build(["specs"])).reason.template == "The spec has changed."


@pytest.mark.usefixtures("project")
def test_a_bug_in_rendering_one_spec_is_a_problem_of_that_spec(monkeypatch: pytest.MonkeyPatch) -> None:
    render = docgen.rendering.render

    def stumble(*args: Any, source: Any, **options: Any) -> bytes:
        if source.name == "a.yaml":
            raise ZeroDivisionError("oh")
        return render(*args, source=source, **options)

    monkeypatch.setattr(docgen.rendering, "render", stumble)
    result = build(["specs"])
    assert codes(only(result)) == ["build-bug"]
    assert str(only(result, "b").status) == "written"


@pytest.mark.usefixtures("project")
def test_an_interruption_leaves_only_whole_files_and_remembers_them(monkeypatch: pytest.MonkeyPatch) -> None:
    render = docgen.rendering.render

    def interrupt(*args: Any, source: Any, **options: Any) -> bytes:
        if source.name == "b.yaml":
            raise KeyboardInterrupt
        return render(*args, source=source, **options)

    monkeypatch.setattr(docgen.rendering, "render", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build(["specs"])
    assert sorted(path.name for path in Path("build").iterdir()) == [".docgen", "a.docx"]
    monkeypatch.setattr(docgen.rendering, "render", render)
    assert [str(outcome.status) for outcome in build(["specs"]).outcomes] == ["fresh", "written"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("out", ["file", "file/below"])
def test_an_out_folder_that_is_a_file_is_one_clear_error(out: str) -> None:
    Path("file").write_text("x", "utf-8")
    with pytest.raises(DocgenError) as caught:
        build(["specs"], out)
    assert [problem.code for problem in caught.value.problems] == ["output-folder-is-file"]
    assert caught.value.problems[0].remedy


@pytest.mark.usefixtures("project")
def test_a_folder_that_may_not_be_written_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(DocgenError) as caught:
        build(["specs"])
    assert [problem.code for problem in caught.value.problems] == ["output-read-only"]


@pytest.mark.usefixtures("built")
def test_a_full_disk_leaves_the_old_file(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(A, "Nội dung mới.")
    before = OUT.read_bytes()

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    result = build(["specs"])
    assert codes(only(result)) == ["output-disk-full"]
    assert result.failed
    assert OUT.read_bytes() == before
    assert sorted(path.name for path in Path("build").iterdir()) == [".docgen", "a.docx", "b.docx"]


@pytest.mark.usefixtures("built")
def test_leftovers_of_a_killed_run_are_removed() -> None:
    left, mine = Path("build/.dg-0123456789ab.tmp"), Path("build/.dg-notes.txt")
    for path in (left, mine):
        path.write_bytes(b"half")
        os.utime(path, (1, 1))
    build(["specs"])
    assert (left.exists(), mine.exists()) == (False, True)


@pytest.mark.usefixtures("project")
def test_long_and_odd_names_are_built(write: Write) -> None:
    names = ["tên có dấu cách & ký tự %", "x" * 200, "một.hai.ba", "#1"]
    for name in names:
        write(Path("specs/xã Tân An", f"{name}.yaml"), "Nội dung.")
    result = build(["specs"])
    assert not result.failed
    assert all(Path("build/xã Tân An", f"{name}.docx").exists() for name in names)


@pytest.mark.usefixtures("project")
def test_a_name_that_becomes_too_long_is_a_clear_error(write: Write) -> None:
    write(Path("specs", "n" * 251 + ".yml"), "Nội dung.")
    result = build(["specs"])
    assert "output-name-too-long" in codes(only(result, "n" * 251))
    assert str(only(result).status) == "written"


@pytest.mark.usefixtures("project")
def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(DocgenError, match="odt"):
        build(["specs"], to=("docx", "odt"))
