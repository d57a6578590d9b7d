"""A Word file and its spec, both edited: one of both, nobody's words lost, and what both changed is for a person to choose."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree

from docgen import DocgenError, build
from docgen.building import Outcome
from docgen.building.bases import read_offer
from docgen.ooxml.opening import open_package
from docgen.ooxml.tracked import has_tracked_changes, settle
from docgen.problems import Level
from tests.support.word_edits import (
    Edit,
    W,
    edit,
    find,
    press_enter,
    printed,
    replace_words,
    run_of,
    set_off,
    take_out,
    without_bookmarks,
)

A = Path("specs/a.yaml")
OUT = Path("build/a.docx")
SPEC = """\
standard: nd30
type: thong-bao
issuer: xa
number: 5
date: 2026-03-05
title: về lịch tiếp công dân
sections:
  # theo quy chế
  - Tiếp công dân vào thứ Hai hằng tuần.
  - Công chức chuẩn bị phòng tiếp.
  - Văn phòng ghi sổ.
  - Hằng quý báo cáo kết quả.
distribution:
  - Như trên
  - Phòng Nội vụ
signature:
  title: CHỦ TỊCH
  name: Trần Văn An
filing: VT
"""


@pytest.fixture
def built(project: Path) -> Path:
    A.write_text(SPEC, "utf-8", newline="\n")
    build(["specs"])
    return project


def in_word(*edits: Edit) -> bytes:
    """Edit the built file as somebody does in Word."""
    data = edit(OUT.read_bytes(), *edits)
    OUT.write_bytes(data)
    return data


def in_spec(old: str, new: str) -> str:
    """Edit the spec."""
    text = A.read_text("utf-8")
    assert old in text
    A.write_text(text.replace(old, new), "utf-8", newline="\n")
    return text.replace(old, new)


def merge(jobs: int | None = None) -> Outcome:
    result = build(["specs"], merge=True, jobs=jobs)
    outcome = next(one for one in result.outcomes if Path(one.spec).stem == "a")
    assert result.unfinished == (str(outcome.status) == "kept" or outcome.open > 0)
    assert not result.failed
    return outcome


def plain() -> Outcome:
    return next(one for one in build(["specs"]).outcomes if Path(one.spec).stem == "a")


def codes(outcome: Outcome) -> list[str]:
    return [problem.code for problem in outcome.problems if problem.level is not Level.NOTE]


def choose(*, accept: bool) -> None:
    """Accept all tracked changes of the built file in Word, or reject them, and save."""
    package = settle(open_package(OUT), rejected=not accept)
    root = package.xml(package.main)
    settled = edit(OUT.read_bytes(), lambda old: old.getparent() is None and old.__setitem__(slice(None), list(root)))
    OUT.write_bytes(settled)
    assert not has_tracked_changes(open_package(OUT))


def kept_copy(data: bytes) -> Path:
    return OUT.with_name(f"a.{sha256(data).hexdigest()[:8]}.bak.docx")


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("cache", [True, False])
def test_what_one_side_changed_is_taken(cache: bool) -> None:
    edited = in_word(replace_words("chuẩn bị phòng", "bố trí phòng"), press_enter("Văn phòng ghi", "IV. Bảo vệ trực cổng."))
    ours = in_spec("thứ Hai hằng tuần", "thứ Ba hằng tuần")
    ours = in_spec("  - Hằng quý báo cáo kết quả.\n", "")
    if not cache:
        shutil.rmtree("build/.docgen")
    outcome = merge()
    assert (str(outcome.status), outcome.open, codes(outcome)) == ("written", 0, [])
    merged = ours.replace("chuẩn bị phòng", "bố trí phòng").replace("ghi sổ.\n", "ghi sổ.\n  - Bảo vệ trực cổng.\n")
    assert A.read_text("utf-8") == merged
    lines = printed(OUT.read_bytes())
    assert "I. Tiếp công dân vào thứ Ba hằng tuần." in lines
    assert "II. Công chức bố trí phòng tiếp." in lines
    assert "IV. Bảo vệ trực cổng./." in lines
    assert not [line for line in lines if "Hằng quý" in line]
    assert outcome.backup == str(kept_copy(edited))
    assert kept_copy(edited).read_bytes() == edited
    assert str(plain().status) == "fresh"


@pytest.mark.usefixtures("built")
def test_what_a_merge_proposed_is_forgotten_once_the_file_is_built_anew() -> None:
    in_word(replace_words("chuẩn bị phòng", "bố trí phòng"))
    in_spec("chuẩn bị phòng", "dọn phòng")
    assert merge().open == 1
    assert read_offer(str(OUT), "build") == A.read_text("utf-8").replace("dọn phòng", "bố trí phòng")
    build(["specs"], force=True)
    assert read_offer(str(OUT), "build") is None


@pytest.mark.usefixtures("built")
def test_where_only_one_of_them_changed_it_is_a_pull_or_a_build() -> None:
    ours = in_spec("thứ Hai hằng tuần", "thứ Ba hằng tuần")
    assert (str(merge().status), A.read_text("utf-8")) == ("written", ours)
    assert str(merge().status) == "fresh"
    edited = in_word(replace_words("chuẩn bị phòng", "bố trí phòng"))
    outcome = merge()
    assert (str(outcome.status), outcome.backup) == ("written", str(kept_copy(edited)))
    assert A.read_text("utf-8") == ours.replace("chuẩn bị phòng", "bố trí phòng")
    assert str(plain().status) == "fresh"


@pytest.mark.usefixtures("built")
def test_what_both_changed_is_told_in_words_and_shown_as_tracked_changes() -> None:
    edited = in_word(replace_words("thứ Hai", "thứ Tư"), replace_words("ghi sổ", "ghi biên bản"))
    ours = in_spec("thứ Hai", "thứ Ba")
    outcome = merge()
    assert (str(outcome.status), outcome.open, codes(outcome)) == ("written", 1, ["pull-conflict"])
    told = next(problem for problem in outcome.problems if problem.code == "pull-conflict")
    assert told.place is not None
    assert told.place.line == SPEC.splitlines().index("  - Tiếp công dân vào thứ Hai hằng tuần.") + 1
    for words in ("thứ Hai", "thứ Ba", "thứ Tư"):
        assert words in str(told.what)
    assert A.read_text("utf-8") == ours.replace("ghi sổ", "ghi biên bản")
    package = open_package(OUT)
    words = {
        name: [("".join(mark.itertext()), str(mark.get(f"{W}author"))) for mark in package.xml(package.main).iter(f"{W}{name}")]
        for name in ("del", "ins")
    }
    assert words == {"del": [("Ba", "docgen: spec → Word")], "ins": [("Tư", "docgen: spec → Word")]}
    assert kept_copy(edited).read_bytes() == edited


@pytest.mark.usefixtures("built")
def test_a_file_in_which_nobody_has_chosen_stays() -> None:
    in_word(replace_words("thứ Hai", "thứ Tư"))
    in_spec("thứ Hai", "thứ Ba")
    assert merge().open == 1
    spec, file = A.read_bytes(), OUT.read_bytes()
    for outcome in (plain(), merge(), plain()):
        assert (str(outcome.status), codes(outcome)) == ("kept", ["build-open-places"])
    assert (A.read_bytes(), OUT.read_bytes()) == (spec, file)


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("accept", [True, False])
@pytest.mark.parametrize(
    ("theirs", "old", "new", "accepted"),
    [
        (replace_words("thứ Hai", "thứ Tư"), "thứ Hai", "thứ Ba", ("thứ Ba", "thứ Tư")),
        (take_out("Công chức chuẩn"), "chuẩn bị", "sắp xếp", ("  - Công chức sắp xếp phòng tiếp.\n", "")),
        (
            replace_words("ghi sổ", "ghi biên bản"),
            "  - Văn phòng ghi sổ.\n",
            "",
            ("phòng tiếp.\n", "phòng tiếp.\n  - Văn phòng ghi biên bản.\n"),
        ),
        (replace_words("05", "07"), "number: 5", "number: 6", ("number: 6", "number: 7")),
        (replace_words("Trần Văn An", "Lê Văn Bình"), "Trần Văn An", "Ngô Thị Cúc", ("Ngô Thị Cúc", "Lê Văn Bình")),
        (set_off("phòng tiếp", "b"), "phòng tiếp", "_phòng_ tiếp", ("_phòng_ tiếp", "__phòng tiếp__")),
        (
            press_enter("Như trên", "- Thanh tra tỉnh;"),
            "  - Như trên\n",
            "  - Như trên\n  - Kho bạc\n",
            ("  - Kho bạc\n", "  - Thanh tra tỉnh\n  - Kho bạc\n"),
        ),
    ],
)
def test_whoever_accepts_gets_the_words_of_the_file_and_whoever_rejects_those_of_the_spec(
    theirs: Edit, old: str, new: str, accepted: tuple[str, str], accept: bool
) -> None:
    in_word(theirs)
    ours = in_spec(old, new)
    outcome = merge()
    assert (str(outcome.status), A.read_text("utf-8")) == ("written", ours)
    assert outcome.open >= 1
    choose(accept=accept)
    if accept:
        assert str(plain().status) == "kept"
        last = merge()
        assert (str(last.status), last.open) == ("written", 0)
        assert A.read_text("utf-8") == ours.replace(*accepted, 1)
    else:
        assert (str(plain().status), A.read_text("utf-8")) == ("fresh", ours)
    assert str(plain().status) == "fresh"


@pytest.mark.usefixtures("built")
def test_after_a_pull_of_the_accepted_words_the_build_is_free() -> None:
    in_word(replace_words("thứ Hai", "thứ Tư"))
    ours = in_spec("thứ Hai", "thứ Ba")
    assert merge().open == 1
    marked = OUT.read_bytes()
    in_spec("thứ Ba", "thứ Tư")
    outcome = plain()
    assert str(outcome.status) == "written"
    assert kept_copy(marked).read_bytes() == marked
    assert A.read_text("utf-8") == ours.replace("thứ Ba", "thứ Tư")


def _bigger(root: etree._Element) -> None:
    set_off("ghi sổ", "sz")(root)
    for size in root.iter(f"{W}sz"):
        if not size.attrib:
            size.set(f"{W}val", "60")


def _tracked(root: etree._Element) -> None:
    mark = etree.SubElement(find(root, "ghi sổ"), f"{W}ins")
    for key, value in (("id", "900"), ("author", "Lê Thị Hoa"), ("date", "2026-03-01T08:00:00Z")):
        mark.set(f"{W}{key}", value)
    mark.append(run_of(" hằng ngày"))


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_tracked, ["build-tracked"]),
        (replace_words("Độc lập", "Hòa bình"), ["build-unmerged", "pull-own"]),
        (without_bookmarks, ["pull-no-anchors", "build-unmerged"]),
    ],
)
def test_what_cannot_go_into_a_spec_keeps_both_as_they_are(change: Edit, expected: list[str]) -> None:
    edited = in_word(change, replace_words("phòng tiếp", "phòng đợi"))
    ours = in_spec("thứ Hai", "thứ Ba")
    for _ in range(2):
        outcome = merge()
        assert (str(outcome.status), codes(outcome)) == ("kept", expected)
        assert (A.read_text("utf-8"), OUT.read_bytes()) == (ours, edited)
        assert all(problem.remedy for problem in outcome.problems)
    assert not list(OUT.parent.glob("*.bak.docx"))


def _blank(root: etree._Element) -> None:
    find(root, "ghi sổ").addnext(etree.Element(f"{W}p"))


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(("change", "words"), [(_bigger, "ghi sổ"), (_blank, "empty paragraph added")])
def test_looks_hold_no_words_back_and_stay_in_the_copy(change: Edit, words: str) -> None:
    """A spec says nothing of looks: they are told, and the copy of the edited file has them."""
    edited = in_word(change, replace_words("phòng tiếp", "phòng đợi"))
    in_spec("thứ Hai", "thứ Ba")
    outcome = merge()
    assert (str(outcome.status), codes(outcome), outcome.open) == ("written", ["pull-format"], 0)
    assert kept_copy(edited).read_bytes() == edited
    assert A.read_text("utf-8") == SPEC.replace("thứ Hai", "thứ Ba").replace("phòng tiếp", "phòng đợi")
    told = next(problem for problem in outcome.problems if problem.code == "pull-format")
    assert (told.level, words in str(told.what), told.remedy is not None) == (Level.WARNING, True, True)
    assert str(plain().status) == "fresh"


@pytest.mark.usefixtures("built")
def test_a_file_that_is_open_and_a_file_of_another_spec_stay() -> None:
    edited = in_word(replace_words("thứ Hai", "thứ Tư"))
    lock = OUT.with_name(".~lock.a.docx#")
    lock.write_bytes(b"")
    assert (str(merge().status), A.read_text("utf-8"), OUT.read_bytes()) == ("kept", SPEC, edited)
    lock.unlink()
    Path("specs/c.yaml").write_text(SPEC, "utf-8", newline="\n")
    Path("build/c.docx").write_bytes(edited)
    result = build(["specs/c.yaml"], merge=True)
    assert [(str(one.status), codes(one)) for one in result.outcomes] == [("kept", ["build-foreign"])]
    assert Path("specs/c.yaml").read_text("utf-8") == SPEC


@pytest.mark.usefixtures("built")
def test_a_broken_spec_is_told_and_its_edited_file_kept() -> None:
    edited = in_word(replace_words("thứ Hai", "thứ Tư"))
    in_spec("type: thong-bao\n", "type: 5\n")
    result = build(["specs"], merge=True)
    assert result.failed
    assert OUT.read_bytes() == edited


@pytest.mark.usefixtures("built")
def test_many_at_once_in_several_processes() -> None:
    names = ["a", *(f"n{i}" for i in range(4))]
    for name in names[1:]:
        Path(f"specs/{name}.yaml").write_text(SPEC, "utf-8", newline="\n")
    build(["specs"])
    for name in names:
        path = Path(f"build/{name}.docx")
        path.write_bytes(edit(path.read_bytes(), replace_words("thứ Hai", f"thứ {name}")))
        spec = Path(f"specs/{name}.yaml")
        spec.write_text(SPEC.replace("ghi sổ", f"ghi {name}"), "utf-8", newline="\n")
    result = build(["specs"], merge=True, jobs=2)
    assert [str(one.status) for one in result.outcomes if Path(one.spec).stem != "b"] == ["written"] * 5
    for name in names:
        text = Path(f"specs/{name}.yaml").read_text("utf-8")
        assert text == SPEC.replace("ghi sổ", f"ghi {name}").replace("thứ Hai", f"thứ {name}")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("other", ["force", "check"])
def test_merge_goes_with_neither_force_nor_check(other: str) -> None:
    with pytest.raises(DocgenError, match=f"--{other}") as caught:
        build(["specs"], merge=True, force=other == "force", check=other == "check")
    assert [problem.code for problem in caught.value.problems] == ["build-options"]


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("cache", [True, False])
def test_words_that_docgen_makes_from_the_spec_are_not_taken_back(cache: bool) -> None:
    in_word(replace_words("ghi sổ", "ghi biên bản"))
    ours = in_spec("number: 5", "number: 6")
    if not cache:
        shutil.rmtree("build/.docgen")
    outcome = merge()
    assert A.read_text("utf-8") == ours.replace("ghi sổ", "ghi biên bản")
    # without the spec as it was nobody knows who changed the number
    assert outcome.open == (0 if cache else 1)
    if not cache:
        choose(accept=False)
    assert str(plain().status) == "fresh"
    assert any("06" in line for line in printed(OUT.read_bytes()))
