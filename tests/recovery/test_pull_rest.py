"""What would print otherwise than it stands in the file is told, whatever somebody did there."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from docgen.recovery.pulling.said import Kind
from tests.support.word_edits import build, edit, move_behind, pull_into, replace_words, take_out, text_of

SPEC = """\
standard: nd30
type: bao-cao
issuer:
  parent: UBND TỈNH AN BÌNH
  name: SỞ TÀI CHÍNH
  code: STC
place: An Bình
date: 2026-03-05
number: 8
title: Kết quả kiểm kê tài sản công
addressees:
  - UBND tỉnh
sections:
  - title: Kết quả
    sections:
      - title: Khối sở
        list:
          - Đã kiểm kê 12 đơn vị;
          - Còn 3 đơn vị.
      - title: Khối xã
        text: Đã kiểm kê 40 xã.
  - title: Kiến nghị
    text: Đề nghị bổ sung biên chế.
distribution:
  - UBND tỉnh
  - Sở Nội vụ
filing: VT
signature:
  title: Giám đốc
  name: Trần Văn An
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    return path


def test_one_edit_without_a_place_holds_no_other_back(spec: Path) -> None:
    """``Nơi nhận`` is docgen's word, which no spec has: that edit is left, the other three are not."""
    edits = [
        replace_words("Nơi nhận", "Nơi gửi"),
        replace_words("12 đơn vị", "14 đơn vị"),
        replace_words("40 xã", "41 xã"),
        replace_words("UBND TỈNH AN BÌNH", "UBND TỈNH AN BÌNH\u00a0MỚI"),
    ]
    pulled = pull_into(spec, edit(build(spec), *edits))
    assert pulled.text is not None
    assert "14 đơn vị" in pulled.text
    assert "UBND TỈNH AN BÌNH\u00a0MỚI" in pulled.text
    assert "41 xã" in pulled.text
    assert [(c.kind, c.new) for c in pulled.changes if not c.carried] == [(Kind.OWN, "Nơi gửi:")]


@pytest.mark.parametrize("words", ["Kết quả kiểm kê", "UBND TỈNH AN BÌNH", "BÁO CÁO"])
def test_a_line_of_the_head_that_was_moved_is_told(spec: Path, words: str) -> None:
    pulled = pull_into(spec, edit(build(spec), move_behind(words, "CỘNG HÒA")))
    assert pulled.text is None
    assert not pulled.is_complete


def test_another_kind_of_dash_is_told(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), _typed_dash))
    assert [(c.kind, c.old[:5], c.new[:5], c.carried) for c in pulled.changes] == [(Kind.REST, "- Còn", "+ Còn", False)]


def _typed_dash(root: etree._Element) -> None:
    paragraph = next(p for p in root.iter("{*}p") if "Còn 3 đơn vị" in text_of(p))
    text = next(t for t in paragraph.iter("{*}t") if "-" in (t.text or ""))
    text.text = (text.text or "").replace("-", "+", 1)


def test_a_number_counted_otherwise_is_taken_off(spec: Path) -> None:
    def count(root: etree._Element) -> None:
        paragraph = next(p for p in root.iter("{*}p") if "Khối xã" in text_of(p))
        text = next(t for t in paragraph.iter("{*}t") if "2" in (t.text or ""))
        text.text = (text.text or "").replace("2", "3", 1)

    pulled = pull_into(spec, edit(build(spec), count))
    assert [(change.kind, change.new[:2], change.carried) for change in pulled.changes] == [(Kind.MARKS, "3.", True)]
    assert (pulled.text, pulled.counted) == (None, ())


def test_a_title_whose_sections_would_change_their_level_is_left(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), take_out("I. KẾT QUẢ")))
    assert pulled.text is None
    assert [(c.kind, c.carried) for c in pulled.changes] == [(Kind.REMOVED, False)]


def test_the_next_of_several_removed_is_none_that_stays(spec: Path) -> None:
    """With the first of two items gone, the other one has its place: only the first is told as removed."""
    pulled = pull_into(spec, edit(build(spec), take_out("Đã kiểm kê 12 đơn vị")))
    assert [(c.kind, c.old, c.carried) for c in pulled.changes] == [(Kind.REMOVED, "Đã kiểm kê 12 đơn vị;", True)]
    assert pulled.text == SPEC.replace("          - Đã kiểm kê 12 đơn vị;\n", "")


def test_the_last_item_may_go_although_the_one_before_it_goes_on(spec: Path) -> None:
    """The sign that promises more is taken off where the text of the document comes to end."""
    own = SPEC.replace("    text: Đề nghị bổ sung biên chế.\n", "    list:\n      - Bổ sung biên chế;\n      - Cấp kinh phí.\n")
    spec.write_text(own, "utf-8", newline="\n")
    pulled = pull_into(spec, edit(build(spec), take_out("Cấp kinh phí")))
    assert pulled.is_complete
    assert pulled.text == own.replace("      - Bổ sung biên chế;\n      - Cấp kinh phí.\n", "      - Bổ sung biên chế\n")


def test_a_note_of_the_loader_is_no_reason(tmp_path: Path) -> None:
    """That a rule set is not in force is said first, and is not why a text that ends in ``;`` cannot end the document."""
    own = SPEC.replace("nd30", "hd05").replace("addressees:\n  - UBND tỉnh\n", "").replace("2026-03-05", "2025-03-05")
    items = "    list:\n      - Đề nghị bổ sung biên chế;\n      - Đề nghị cấp kinh phí.\n"
    lists = own.replace("    text: Đề nghị bổ sung biên chế.\n", items)
    spec = tmp_path / "a.yaml"
    spec.write_text(lists, "utf-8", newline="\n")
    pulled = pull_into(spec, edit(build(spec), take_out("cấp kinh phí")))
    assert pulled.is_complete, pulled.changes
    assert pulled.text == lists.replace("biên chế;\n      - Đề nghị cấp kinh phí.\n", "biên chế\n")
