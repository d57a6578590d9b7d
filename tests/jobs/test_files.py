from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from docgen.jobs.files import explain_write_error, write_atomic
from docgen.problems import DocgenError

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX systems")


def refused(path: Path) -> str:
    with pytest.raises(DocgenError) as caught:
        write_atomic(path, b"new")
    (problem,) = caught.value.problems
    assert problem.remedy is not None
    assert problem.place is not None
    assert problem.place.path == str(path)
    return problem.code


@pytest.mark.parametrize("sync", [False, True])
def test_the_file_holds_the_data_and_nothing_else_is_left(tmp_path: Path, sync: bool) -> None:
    path = tmp_path / "thư mục mới" / "sâu" / "Kế hoạch số 1.docx"
    write_atomic(path, b"one", sync=sync)
    write_atomic(path, b"two", sync=sync)
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


@posix
def test_permissions_follow_the_old_file_or_the_user(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        write_atomic(old, b"x")
        write_atomic(new, b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


@posix
def test_a_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"keep")
    assert refused(tmp_path / "out" / "a.docx") == "output-folder-is-file"
    assert refused(tmp_path / "out" / "deep" / "a.docx") == "output-folder-is-file"
    assert (tmp_path / "out").read_bytes() == b"keep"


def test_a_file_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    assert refused(tmp_path / "a.docx") == "output-is-folder"
    assert [p.name for p in tmp_path.iterdir()] == ["a.docx"]


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        assert refused(tmp_path / "a.docx") == "output-read-only"
    finally:
        tmp_path.chmod(0o755)


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert refused(tmp_path / ("ă" * 300)) == "output-name-too-long"
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_allowed(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 250 + ".docx")
    write_atomic(path, b"x")
    assert path.read_bytes() == b"x"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The device stands in for the temporary file: every write to it fails as on a full disk."""
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    opened = os.open

    def open_full(name: os.PathLike[str], flags: int, mode: int = 0o777) -> int:
        os.close(opened(name, flags, mode))
        return opened("/dev/full", os.O_WRONLY)

    monkeypatch.setattr(os, "open", open_full)
    assert refused(path) == "output-disk-full"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_the_old_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_open_in_word(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    error = PermissionError(errno.EACCES, "denied")
    error.winerror = 32  # type: ignore[attr-defined]
    assert explain_write_error(error, path).code == "output-in-use"


def test_any_other_reason_is_told() -> None:
    problem = explain_write_error(OSError(errno.EIO, "Input/output error"), Path("a.docx"))
    assert problem.code == "output-failed"
    assert "the disk or the network does not answer" in str(problem.what)
