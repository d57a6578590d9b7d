"""The command over a folder of hostile files: each is one outcome, and the document among them is still judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.hostile.files import BLIND, READABLE, UNREADABLE, with_parts
from tests.hostile.running import Ran, by_name, rules, run
from tests.support.checked import SMALL_MOTTO, bad, good, write

MEGABYTE = 1 << 20


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    folder = tmp_path_factory.mktemp("refused")
    for name, (make, _) in UNREADABLE.items():
        write(folder / f"{name}.docx", make())
    for step in range(64, len(good()), len(good()) // 64 // 64 * 64):
        write(folder / "cut" / f"{step:06}.docx", good()[:step])
    write(folder / "a-bad.docx", bad())
    write(folder / "z-good.docx", good())
    return folder, run(folder, ".", "--format", "json")


def test_the_run_goes_on_and_ends_in_two(refused: tuple[Path, Ran]) -> None:
    _, ran = refused
    files = by_name(ran)
    assert (ran.code, ran.err) == (2, "")
    assert rules(files["a-bad.docx"]) == [SMALL_MOTTO]
    assert (files["z-good.docx"]["status"], rules(files["z-good.docx"])) == ("checked", [])


@pytest.mark.parametrize("name", UNREADABLE)
def test_each_is_refused_with_its_reason_and_a_remedy(refused: tuple[Path, Ran], name: str) -> None:
    file = by_name(refused[1])[f"{name}.docx"]
    assert file["status"] == "unreadable"
    assert [one["rule"] for one in file["problems"]][:1] == [UNREADABLE[name][1]]
    assert all(one["remedy"] for one in file["problems"])
    assert file["findings"] == []


def test_an_archive_cut_off_anywhere_is_damaged(refused: tuple[Path, Ran]) -> None:
    cut = [file for file in json.loads(refused[1].out)["files"] if Path(file["path"]).parent.name == "cut"]
    assert len(cut) > 50
    assert {tuple(rules(file)) for file in cut} == {("package-damaged",)}


def test_neither_memory_nor_time_follow_what_the_files_claim(refused: tuple[Path, Ran]) -> None:
    """One of them alone would unpack to 4 GB."""
    assert refused[1].memory < 700 * MEGABYTE
    assert refused[1].seconds < 60


def test_people_are_told_in_their_language(refused: tuple[Path, Ran]) -> None:
    folder, _ = refused
    names = [f"{name}.docx" for name in ("pdf", "old", "locked", "deep", "twice", "sheet", "text")]
    told = run(folder, *names, "--lang", "vi")
    assert (told.code, told.err) == (2, "")
    for word in ("PDF", "mật khẩu", ".doc", "lồng nhau", "việc cần làm"):
        assert word in told.out
    english = run(folder, *names, "--lang", "en")
    assert (english.code, english.err) == (2, "")
    assert "protected by a password" in english.out
    assert "việc cần làm" not in english.out


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    folder = tmp_path_factory.mktemp("judged")
    for name, make in READABLE.items():
        write(folder / f"{name}.docx", make())
    return run(folder, ".", "--format", "json", "--jobs", "2")


@pytest.mark.parametrize("name", READABLE)
def test_what_can_be_read_is_judged_by_every_rule(judged: Ran, name: str) -> None:
    file = by_name(judged)[f"{name}.docx"]
    assert file["status"] == "checked", file["problems"]
    assert not [rule for rule in rules(file) if rule in ("DG001", "check-bug")]


def test_judging_them_takes_no_more_than_its_time(judged: Ran) -> None:
    assert judged.code in (0, 1)
    assert judged.err == ""
    assert judged.seconds < 90


def test_without_styles_there_is_one_finding_and_no_judgement(tmp_path: Path) -> None:
    for name, make in BLIND.items():
        write(tmp_path / f"{name}.docx", make())
    ran = run(tmp_path, ".", "--format", "json")
    assert ran.code == 2
    for file in by_name(ran).values():
        assert (file["status"], [one["rule"] for one in file["findings"]]) == ("checked", ["DG005"])
        assert [one["rule"] for one in file["skipped"]] == ["*"]


def test_macros_are_noted_and_never_run(tmp_path: Path) -> None:
    write(tmp_path / "m.docm", with_parts({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}))
    ran = run(tmp_path, ".", "--format", "json")
    assert ran.code == 0
    assert rules(by_name(ran)["m.docm"]) == ["check-macros"]
