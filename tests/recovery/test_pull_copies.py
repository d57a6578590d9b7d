"""A copied paragraph is the new one, wherever it was pasted; dates stay dates, and the author's own signs for bold stay."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.recovery.anchored import find_anchored
from docgen.recovery.pulling import read_origin
from tests.support.heads import DATED_PLAN
from tests.support.word_edits import Edit, W, build, edit, find, join_with_next, pull_into, replace_words, take_over

SPEC = DATED_PLAN + """\
sections:
  - title: Mục đích
    list:
      - Nắm tình hình;
      - '**Chấn chỉnh ngay**, *kịp thời* sai sót;'
      - Báo cáo Ủy ban nhân dân tỉnh.
  - title: Kinh phí
    table:
      header: ["TT", "Nguồn"]
      rows:
        - ["1", "Ngân sách tỉnh"]
        - ["2", "Nguồn khác"]
tasks:
  - text: Rà soát hồ sơ.
    due: 2026-11-15
distribution:
  - UBND tỉnh
  - Giám đốc Sở
filing: VT
signature:
  title: Giám đốc
  name: Trần Văn An
"""


def copy(words: str, target: str, *, old: str = "", new: str = "", tag: str = "p") -> Edit:
    """Copy the paragraph (or row) with ``words``, bookmarks and all, before the one with ``target``; then type ``new`` over ``old``
    in the copy."""

    def change(root: etree._Element) -> None:
        held, place = (next(find(root, one).iterancestors(f"{W}{tag}")) if tag != "p" else find(root, one) for one in (words, target))
        fresh = deepcopy(held)
        for text in fresh.iter(f"{W}t"):
            text.text = (text.text or "").replace(old, new) if old else text.text
        place.addprevious(fresh)

    return change


def pulled_spec(folder: Path, *edits: Edit, kinds: list[str], seed: int | None = 7) -> str:
    """The spec with the edits, which must be told as ``kinds``, all carried; a second pull must say nothing."""
    path = folder / "a.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    data = edit(build(path), *edits, seed=seed)
    pulled = take_over(path, data)
    assert [change.kind.value for change in pulled.changes if change.carried] == kinds
    return path.read_text("utf-8")


@pytest.mark.parametrize("seed", [7, None], ids=["saved by Word", "both bookmarks there"])
@pytest.mark.parametrize(("old", "new"), [("", ""), ("tỉnh", "xã")], ids=["as it was", "edited"])
def test_a_paragraph_copied_to_an_earlier_place_is_added_there(tmp_path: Path, seed: int | None, old: str, new: str) -> None:
    text = pulled_spec(tmp_path, copy("Báo cáo Ủy ban", "Nắm tình hình", old=old, new=new), kinds=["added"], seed=seed)
    first = "      - Nắm tình hình;\n"
    assert text == SPEC.replace(first, f"      - Báo cáo Ủy ban nhân dân {new or 'tỉnh'}.\n{first}")


@pytest.mark.parametrize("others", [["Nắm tình hình"], ["Nguồn khác"], ["Nắm tình hình", "Nguồn khác"]])
def test_of_copies_with_the_same_words_the_original_stands_between_its_old_neighbours(tmp_path: Path, others: list[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    package = open_package(edit(build(path), *(copy("Báo cáo Ủy ban", other) for other in others), seed=None))
    story = read_story(package)
    words = [paragraph.text for paragraph in story.paragraphs]
    own = words.index("- Chấn chỉnh ngay, kịp thời sai sót;") + 1
    assert [i for i, one in enumerate(words) if "Báo cáo Ủy ban" in one] != [own]
    (found,) = [one for one in find_anchored(story, read_origin(package)).texts if "Báo cáo Ủy ban" in one.words]
    assert [stretch.paragraph for stretch in found.stretches] == [story.paragraphs[own]]
    assert found.doubles == []


def test_a_copy_right_above_its_original_is_the_one_with_other_words(tmp_path: Path) -> None:
    text = pulled_spec(tmp_path, copy("Giám đốc Sở", "Giám đốc Sở", old="Giám đốc", new="Phó Giám đốc"), kinds=["added"])
    assert text == SPEC.replace("  - Giám đốc Sở\n", "  - Phó Giám đốc Sở\n  - Giám đốc Sở\n")


def type_everywhere(old: str, new: str) -> Edit:
    """Type ``new`` over ``old`` wherever it stands."""

    def change(root: etree._Element) -> None:
        for text in root.iter(f"{W}t"):
            text.text = (text.text or "").replace(old, new)

    return change


def test_of_two_that_both_have_other_words_the_original_is_the_one_between_its_neighbours(tmp_path: Path) -> None:
    changes = copy("Báo cáo Ủy ban", "Nắm tình hình"), type_everywhere("Báo cáo Ủy ban", "Trình Ủy ban")
    text = pulled_spec(tmp_path, *changes, kinds=["added", "changed"], seed=None)
    first, own, fresh = "      - Nắm tình hình;\n", "Báo cáo Ủy ban nhân dân tỉnh.", "Trình Ủy ban nhân dân tỉnh."
    assert text == SPEC.replace(own, fresh).replace(first, f"      - {fresh}\n{first}")


def test_a_copied_row_is_added(tmp_path: Path) -> None:
    text = pulled_spec(tmp_path, copy("Nguồn khác", "Nguồn khác", old="khác", new="phụ", tag="tr"), kinds=["added", "added"])
    row = '        - ["2", "Nguồn khác"]\n'
    assert text == SPEC.replace(row, '        - ["2", "Nguồn phụ"]\n' + row)


def test_a_moved_paragraph_is_no_copy(tmp_path: Path) -> None:
    def move(root: etree._Element) -> None:
        find(root, "Nắm tình hình").addprevious(find(root, "Báo cáo Ủy ban"))

    text = pulled_spec(tmp_path, move, kinds=["moved"])
    last = "      - Báo cáo Ủy ban nhân dân tỉnh.\n"
    assert text == SPEC.replace(last, "").replace("      - Nắm", f"{last}      - Nắm")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ngày 20 tháng 11 năm 2026", "2026-11-20"),
        ("tháng 12 năm 2026", "2026-12"),
        ("năm 2027", "2027"),
        ("Quý IV năm 2026", "Quý IV năm 2026"),
        ("trước ngày 20 tháng 11 năm 2026", "trước ngày 20 tháng 11 năm 2026"),
        ("ngày 20/11/2026", "ngày 20/11/2026"),
        ("ngày 31 tháng 02 năm 2026", "ngày 31 tháng 02 năm 2026"),
    ],
)
def test_a_deadline_stays_a_date_where_the_spec_can_say_it(tmp_path: Path, typed: str, written: str) -> None:
    text = pulled_spec(tmp_path, replace_words("ngày 15 tháng 11 năm 2026", typed), kinds=["changed"])
    assert text == SPEC.replace("2026-11-15", written)


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        (" sai sót", " mọi sai sót", "'**Chấn chỉnh ngay**, *kịp thời* mọi sai sót;'"),
        ("Chấn chỉnh ngay", "Chấn chỉnh gấp", "'**Chấn chỉnh gấp**, *kịp thời* sai sót;'"),
        ("kịp thời", "thật kịp thời", "'**Chấn chỉnh ngay**, *thật kịp thời* sai sót;'"),
    ],
)
def test_the_authors_signs_for_bold_and_italics_stay(tmp_path: Path, old: str, new: str, written: str) -> None:
    text = pulled_spec(tmp_path, replace_words(old, new), kinds=["changed"])
    assert text == SPEC.replace("'**Chấn chỉnh ngay**, *kịp thời* sai sót;'", written)


def test_a_joined_paragraph_keeps_the_signs_of_both(tmp_path: Path) -> None:
    text = pulled_spec(tmp_path, join_with_next("Nắm tình hình"), kinds=["changed", "removed"])
    own = "      - Nắm tình hình;\n      - '**Chấn chỉnh ngay**, *kịp thời* sai sót;'\n"
    assert text == SPEC.replace(own, "      - Nắm tình hình; **Chấn chỉnh ngay**, *kịp thời* sai sót;\n")


def test_where_neither_words_nor_neighbours_tell_the_original_that_is_said(tmp_path: Path) -> None:
    def spread(root: etree._Element) -> None:
        held = find(root, "Báo cáo Ủy ban")
        find(root, "I. MỤC ĐÍCH").addprevious(deepcopy(held))
        next(find(root, "Nguồn khác").iterancestors(f"{W}tbl")).addnext(held)

    path = tmp_path / "a.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    pulled = pull_into(path, edit(build(path), spread, seed=None))
    assert pulled.text is None
    assert {change.kind.value for change in pulled.changes} == {"added", "moved"}
    reason = "It was copied, and which of the two is the original is not certain."
    assert {str(change.reason) for change in pulled.changes} == {reason}
