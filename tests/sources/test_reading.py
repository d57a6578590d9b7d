"""Bytes become text, or a problem that says what the file is instead."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docgen.problems import DocgenError, Problem
from docgen.sources import read_text, source_from_bytes


def refused(data: bytes) -> list[Problem]:
    with pytest.raises(DocgenError) as caught:
        source_from_bytes(data, "mẫu.yaml")
    for problem in caught.value.problems:
        assert problem.remedy is not None
        assert problem.place is not None
        assert problem.place.path == "mẫu.yaml"
    return list(caught.value.problems)


def unreadable(path: Path, **options: int) -> Problem:
    with pytest.raises(DocgenError) as caught:
        read_text(path, **options)  # type: ignore[arg-type]
    (problem,) = caught.value.problems
    assert problem.place is not None
    assert problem.place.path == str(path)
    return problem


def test_text_is_kept_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch tỉnh.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: \xc3\xa9\r\nb: c\r\n")
    source = read_text(path, shown="kế hoạch.yaml")
    assert (source.shown, source.text, source.bom, source.newline) == ("kế hoạch.yaml", "a: é\r\nb: c\r\n", True, "\r\n")
    assert [source.line(n) for n in (0, 1, 2, 3)] == ["", "a: é", "b: c", ""]
    assert source.line_count == 2


def test_places_count_characters_and_end_on_their_line() -> None:
    source = source_from_bytes("a: 😀b\r\nc: đ\n".encode(), "x")
    place = source.place(3, 9)
    assert (place.line, place.column, place.end_column, place.excerpt) == (1, 4, 6, "a: 😀b")
    assert source.position(10) == (2, 4)
    end = source.place(len(source.text))
    assert (end.line, end.column, end.end_column, end.excerpt) == (2, 5, 6, "c: đ")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert unreadable(tmp_path / "no.yaml").code == "yaml-missing"
    assert unreadable(tmp_path).code == "yaml-is-folder"
    assert unreadable(tmp_path / "a\0b").code == "yaml-unreadable"


@pytest.mark.parametrize(("error", "code"), [(PermissionError, "yaml-no-permission"), (OSError, "yaml-unreadable")])
def test_file_that_the_system_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError], code: str
) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise error(5, "refused")

    monkeypatch.setattr(Path, "open", refuse)
    assert unreadable(tmp_path / "a.yaml").code == code


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert unreadable(tmp_path / "a.yaml").code == "yaml-unreadable"


def test_limit_is_in_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("a: đ".encode())
    assert read_text(path, limit=5).text == "a: đ"
    assert unreadable(path, limit=4).code == "yaml-too-large"


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_empty(data: bytes) -> None:
    assert [p.code for p in refused(data)] == ["yaml-empty"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_utf16_and_utf32_are_named(encoding: str) -> None:
    (problem,) = refused("type: ke-hoach\ntitle: Kế hoạch".encode(encoding))
    assert (problem.code, problem.what.values["encoding"]) == ("yaml-utf16", encoding[:6].upper())


def test_word_file() -> None:
    assert [p.code for p in refused(b"PK\x03\x04\x14\x00\x06\x00")] == ["yaml-not-text"]


def test_windows_1258_is_named_with_its_line_and_readable_excerpt() -> None:
    # "title: Kế hoạch tổ chức": in windows-1258 ê + acute, a + dot below, ô + hook above, ư + acute
    data = b"type: ke-hoach\ntitle: K\xea\xec ho\xf2ach t\xf4\xd2 ch\xfd\xecc\n"
    data = data.replace(b"ho\xf2ach", b"hoa\xf2ch")
    (problem,) = refused(data)
    assert problem.code == "yaml-not-utf8"
    assert "windows-1258" in str(problem.what)
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (2, 9)
    assert problem.place.excerpt == "title: Kế hoạch tổ chức"


def test_other_encodings_are_refused_without_a_guess() -> None:
    (problem,) = refused(b"title: caf\xe9\n")
    assert problem.code == "yaml-not-utf8"
    assert "windows" not in str(problem.what)
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (1, 11)


def test_each_forbidden_character_has_its_place() -> None:
    found = refused("a: b\x07\nc: \u2028d\ufffe\ne: \x9f\ufeff\U0001ffff\n".encode())
    assert [(p.code, p.place.line, p.place.column) for p in found if p.place] == [
        ("yaml-character", 1, 5),
        ("yaml-character", 2, 4),
        ("yaml-character", 2, 6),
        ("yaml-character", 3, 4),
        ("yaml-character", 3, 5),
        ("yaml-character", 3, 6),
    ]
    assert "U+0007" in str(found[0].what)


def test_surrogate_bytes_are_no_utf8() -> None:
    assert [p.code for p in refused(b"a: \xed\xa0\x80\n")] == ["yaml-not-utf8"]


def test_tabs_and_no_break_spaces_as_indentation() -> None:
    found = refused("a:\n\t- b\n \t- c\nd:\n\u00a0 - e\n".encode())
    assert [(p.code, p.place.line, p.place.column, p.place.end_column, p.suggestion) for p in found if p.place] == [
        ("yaml-tab", 2, 1, 2, "  - b"),
        ("yaml-no-break-space", 5, 1, 3, "  - e"),
    ]
    assert "1" in str(found[0].remedy)


@pytest.mark.parametrize("space", ["\u00a0", "\u2007", "\u202f", "\u3000"])
def test_every_no_break_space_is_seen(space: str) -> None:
    assert [p.code for p in refused(f"a:\n{space}b: c\n".encode())] == ["yaml-no-break-space"]


def test_tabs_and_no_break_spaces_inside_a_text_are_kept() -> None:
    assert source_from_bytes("a: b\tc\u00a0d\n".encode(), "x").text == "a: b\tc\u00a0d\n"
