"""Names, folders and settings that get in the way of a check."""

from __future__ import annotations

import os
import socket
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.cli.group import docgen
from tests.hostile.running import Ran, by_name, rules, run
from tests.support.checked import SMALL_MOTTO, SPEC, bad, good, write


def run_here(folder: Path, *words: str) -> Ran:
    """The same as ``run``, in this process, which is faster."""
    began, before = time.perf_counter(), Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner().invoke(docgen, ["check", *words])
    finally:
        os.chdir(before)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return Ran(result.exit_code, result.stdout, result.stderr, time.perf_counter() - began, 0)


POSIX = pytest.mark.skipif(os.name == "nt", reason="such files cannot be made there")
UTF8 = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="its names are Unicode")
ROOT_USER = hasattr(os, "geteuid") and os.geteuid() == 0


@POSIX
def test_odd_things_in_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "v" / "a.docx", bad())
    write(tmp_path / "v" / "~$a.docx", b"x")
    write(tmp_path / "v" / "sub" / "b.docx", good())
    (tmp_path / "v" / "folder.docx").mkdir()
    os.mkfifo(tmp_path / "v" / "pipe.docx")
    (tmp_path / "v" / "dead.docx").symlink_to("nowhere.docx")
    (tmp_path / "v" / "itself.docx").symlink_to("itself.docx")
    (tmp_path / "v" / "sub" / "loop").symlink_to(tmp_path / "v", target_is_directory=True)
    ran = run(tmp_path, "v", "--format", "json")
    files = by_name(ran)
    assert (ran.code, ran.err) == (2, "")
    assert sorted(files) == ["a.docx", "b.docx", "dead.docx", "itself.docx", "pipe.docx"]
    assert (rules(files["a.docx"]), rules(files["b.docx"])) == ([SMALL_MOTTO], [])
    for name in ("dead.docx", "itself.docx", "pipe.docx"):
        assert files[name]["status"] == "unreadable"
        assert files[name]["error"]["remedy"]


@POSIX
def test_odd_things_that_are_named(tmp_path: Path) -> None:
    write(tmp_path / "a.docx", bad())
    (tmp_path / "folder.docx").mkdir()
    os.mkfifo(tmp_path / "pipe.docx")
    with socket.socket(socket.AF_UNIX) as heard:
        os.chdir(tmp_path)
        heard.bind("socket.docx")
        names = ("pipe.docx", "socket.docx", "/dev/null", "/dev/zero", "gone.docx", "a.docx/b.docx", "a.docx")
        ran = run(tmp_path, *names, "--format", "json")
    files = by_name(ran)
    assert ran.code == 2
    found = {name: files[name]["error"]["rule"] for name in ("pipe.docx", "socket.docx", "null", "zero", "gone.docx")}
    special = "check-special-file"
    assert found == {"pipe.docx": special, "socket.docx": special, "null": special, "zero": special, "gone.docx": "check-no-path"}
    assert rules(files["a.docx"]) == [SMALL_MOTTO]
    assert run(tmp_path, "folder.docx").code == 2


@pytest.mark.skipif(os.name == "nt" or ROOT_USER, reason="nothing is forbidden there")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path / "a.docx", bad())
    write(tmp_path / "b.docx", good()).chmod(0)
    write(tmp_path / "shut" / "c.docx", good())
    (tmp_path / "shut").chmod(0)
    try:
        ran = run(tmp_path, ".", "--format", "json")
    finally:
        (tmp_path / "shut").chmod(0o700)
    files = by_name(ran)
    assert ran.code == 2
    assert rules(files["a.docx"]) == [SMALL_MOTTO]
    assert files["b.docx"]["error"]["rule"] == "package-no-access"
    assert files["shut"]["error"]["rule"] == "check-unreadable"


@pytest.mark.parametrize(
    "name", ["Kế hoạch số 5 (bản cuối).docx", "ke\u0302\u0301 hoa\u0323ch.docx", "-x.docx", "a'\"&.docx", "%s{x}.docx"]
)
def test_any_name_is_fine(tmp_path: Path, name: str) -> None:
    if os.name == "nt" and '"' in name:
        pytest.skip("no such names there")
    write(tmp_path / "thư mục" / name, bad())
    for form in ("text", "json"):
        ran = run_here(tmp_path, "thư mục", "--format", form)
        assert (ran.code, ran.err) == (1, "")
        assert SMALL_MOTTO in ran.out


@UTF8
def test_names_that_are_no_text_and_long_ones(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "v")
    os.mkdir(folder)
    for name in (b"k\xe9 ho\xff.docx", "ă".encode() * 100 + b".docx", b"a\nb.docx"):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(bad())
    forms = ("json", "sarif", "github", "gitlab", "junit", "markdown")
    ran = run(tmp_path, "v", *(word for form in forms for word in ("--report", f"{form}:{form}.out")))
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.count(SMALL_MOTTO) == 3
    for form in forms:
        assert SMALL_MOTTO in (tmp_path / f"{form}.out").read_text(encoding="utf-8")
    ran = run(tmp_path, "v", "--baseline", "known.json", "--update-baseline")
    assert (ran.code, ran.err) == (0, "")
    assert run(tmp_path, "v", "--baseline", "known.json", "--annotate", "out").code == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ignore = [", ()),
        ("ignore = 5\n", ()),
        ('ignore = ["TT999"]\n', ()),
        ('fail-on = "sometimes"\n', ()),
        ('[[overrides]]\npaths = 3\n', ()),
        ("jobs = -1\n", ()),
        ("\x00\x01", ()),
        ("a = " + "[" * 5000, ()),
        ("", ("--config", "gone.toml")),
    ],
)
def test_a_broken_configuration_is_one_error(tmp_path: Path, text: str, words: tuple[str, ...]) -> None:
    write(tmp_path / "docgen.toml", text)
    write(tmp_path / "a.docx", good())
    ran = run_here(tmp_path, "a.docx", *words)
    assert ran.code == 2
    assert "Traceback" not in ran.out + ran.err
    assert "docgen itself failed" not in ran.out + ran.err
    assert "toml" in ran.out + ran.err or "TT999" in ran.out


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"{", b"[]", b"null", b'{"version": 2, "findings": []}', b'{"version": 1, "findings": [5]}', b"\xff\xfe"),
        *(b"[" * 90_000, b'{"version": 1, "findings": [{"path": 1, "rule": 2, "fingerprint": 3}]}'),
    ],
)
def test_a_broken_file_of_known_findings_is_one_error(tmp_path: Path, data: bytes) -> None:
    write(tmp_path / "known.json", data)
    write(tmp_path / "a.docx", good())
    for words in ((), ("--update-baseline",)):
        ran = run_here(tmp_path, "a.docx", "--baseline", "known.json", *words)
        assert (ran.code, "check-baseline" in ran.out) == (2, True)
    assert (tmp_path / "known.json").read_bytes() == data


def test_a_list_that_names_what_is_gone(tmp_path: Path) -> None:
    write(tmp_path / "a.docx", bad())
    write(tmp_path / "list.txt", "gone.docx\n\na.docx\nv/\x01.docx\n" + "x" * 5000 + ".docx\n")
    ran = run_here(tmp_path, "--files-from", "list.txt", "--format", "json")
    files = by_name(ran)
    assert (ran.code, ran.err) == (2, "")
    assert [file["status"] for file in files.values()] == ["unreadable", "checked", "unreadable", "unreadable"]
    assert rules(files["a.docx"]) == [SMALL_MOTTO]
    write(tmp_path / "list.txt", b"\xff\xfe\x00a")
    assert run_here(tmp_path, "--files-from", "list.txt").code == 2


@pytest.mark.parametrize(
    "data", [b"[suppress", b"suppress = 5\n", b"[suppress]\nTT205 = 5\n", b"\xff\xff", b"a = " + b"[" * 5000]
)
def test_a_broken_sidecar_concerns_its_own_file_only(tmp_path: Path, data: bytes) -> None:
    write(tmp_path / "a.docx", bad())
    write(tmp_path / "b.docx", bad())
    write(tmp_path / "a.docgen.toml", data)
    ran = run_here(tmp_path, ".", "--format", "json")
    files = by_name(ran)
    assert (ran.code, ran.err) == (2, "")
    assert files["a.docx"]["error"]["rule"] == "check-suppress"
    assert rules(files["b.docx"]) == [SMALL_MOTTO]


def test_specs_are_no_less_distrusted(tmp_path: Path) -> None:
    aliases = "a: &a [x, x]\n" + "".join(f"k{n}: &k{n} [*{'a' if not n else f'k{n - 1}'}, *a]\n" for n in range(40))
    write(tmp_path / "aliases.yaml", SPEC + aliases)
    write(tmp_path / "deep.yaml", SPEC + "x: " + "[" * 20_000)
    write(tmp_path / "bytes.yaml", SPEC.encode() + b"\xff\xfe")
    write(tmp_path / "z.docx", bad())
    ran = run(tmp_path, ".", "--format", "json")
    files = by_name(ran)
    assert (ran.code, ran.err) == (2, "")
    assert {files[f"{name}.yaml"]["status"] for name in ("aliases", "deep", "bytes")} == {"unreadable"}
    assert not any("check-bug" in rules(file) for file in files.values())
    assert rules(files["z.docx"]) == [SMALL_MOTTO]
