"""Participants edited in Word: counts, groups that came or went, totals that follow."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from docgen.recovery.pulling.said import Kind
from tests.support.word_edits import Edit, build, edit, find, join_with_next, press_enter, printed, pull_into, replace_words, take_out

SPEC = """\
standard: hd05
type: ke-hoach
issuer:
  parent: ĐẢNG BỘ TỈNH AN BÌNH
  name: ĐẢNG UỶ XÃ TÂN AN
  code: ĐU
number: 5
place: Tân An
date: 2026-06-05
title: tổ chức hội nghị
opening: Đảng uỷ tổ chức hội nghị như sau.
purpose: Quán triệt nghị quyết.
requirements: Đúng thành phần.
participants:
  total: 18  # đã thống nhất
  sites:
    - name: Hội trường xã
      groups:
        - who: Thường trực Đảng uỷ
          count: 3
        - who: Bí thư chi bộ
          count: 15
distribution:
  - Thường trực Tỉnh uỷ
filing: Văn phòng
signature:
  on_behalf_of: BAN THƯỜNG VỤ
  title: BÍ THƯ
  name: Trần Văn An
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    return path


def type_over(line: str, old: str, new: str) -> Edit:
    """Type ``new`` over ``old`` in the paragraph with ``line``."""

    def change(root: etree._Element) -> None:
        text = next(t for t in find(root, line).iter("{*}t") if old in (t.text or ""))
        text.text = (text.text or "").replace(old, new)

    return change


@pytest.mark.parametrize("typed", ["03", "3"])
@pytest.mark.parametrize("sums", [True, False])
def test_a_count_comes_back_and_the_totals_follow(spec: Path, typed: str, sums: bool) -> None:
    edits: list[Edit] = [type_over("Bí thư chi bộ", "15", typed)]
    if sums:
        edits.append(type_over("Hội trường xã", "18", "06"))
    pulled = pull_into(spec, edit(build(spec), *edits))
    assert pulled.is_complete
    assert pulled.text == SPEC.replace("count: 15", "count: 3").replace("total: 18", "total: 6")
    # the sum that nobody corrected in Word is told, since the file built anew has another one
    told = [(change.old, change.new) for change in pulled.changes if change.kind is Kind.REST]
    assert told == ([] if sums else [("- Hội trường xã: 06 người, gồm:", "- Hội trường xã: 18 người, gồm:")])


def test_a_group_comes_with_its_count(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), press_enter("Thường trực Đảng uỷ", "+ Uỷ ban kiểm tra: 02 người;")))
    assert pulled.is_complete
    group = "          count: 3\n        - who: Uỷ ban kiểm tra\n          count: 2\n"
    assert pulled.text == SPEC.replace("          count: 3\n", group).replace("total: 18", "total: 20")


def test_a_group_goes_with_its_count(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), take_out("+ Bí thư chi bộ")))
    assert pulled.is_complete
    gone = SPEC.replace("        - who: Bí thư chi bộ\n          count: 15\n", "").replace("total: 18", "total: 3")
    assert pulled.text == gone


def test_who_takes_part_may_change_with_the_count(spec: Path) -> None:
    edits = [replace_words("Bí thư chi bộ", "Bí thư, phó bí thư chi bộ"), type_over("Bí thư", "15", "30")]
    pulled = pull_into(spec, edit(build(spec), *edits))
    assert pulled.is_complete
    assert pulled.text == SPEC.replace("Bí thư chi bộ", "Bí thư, phó bí thư chi bộ").replace("count: 15", "count: 30").replace(
        "total: 18", "total: 33"
    )


def test_other_words_for_the_counted_are_docgens_own(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), type_over("Bí thư", "người", "đại biểu")))
    assert pulled.text is None
    assert [change.kind for change in pulled.changes if not change.carried] == [Kind.OWN]


def test_a_whole_part_goes_with_docgens_title(spec: Path) -> None:
    gone = ("THÀNH PHẦN", "- Hội trường xã", "+ Thường trực Đảng uỷ", "+ Bí thư chi bộ")
    pulled = pull_into(spec, edit(build(spec), *map(take_out, gone)))
    assert pulled.is_complete
    assert pulled.text is not None
    assert "participants" not in pulled.text
    spec.write_text(pulled.text, "utf-8", newline="\n")
    assert not any("Hội trường" in line for line in printed(build(spec)))


def test_half_of_purpose_and_requirements_goes_and_the_title_follows(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), take_out("1. Mục đích"), take_out("Quán triệt nghị quyết")))
    assert pulled.is_complete
    assert pulled.text == SPEC.replace("purpose: Quán triệt nghị quyết.\n", "")
    # the titles name what is left, and whoever pulls is told so
    assert "I. MỤC ĐÍCH, YÊU CẦU" in [change.new for change in pulled.changes if change.kind is Kind.REST]


def test_groups_joined_to_one_line_are_left_with_their_counts(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), join_with_next("+ Thường trực Đảng uỷ")))
    assert pulled.text is None
    assert not pulled.is_complete
