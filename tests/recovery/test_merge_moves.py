"""Paragraphs that somebody moved in Word, while the spec went its own way: neither side's change goes silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.building.fingerprints import hash_spec
from docgen.config.agency import AgencyBook
from docgen.ooxml.opening import open_package
from docgen.recovery.merging import Merged, merge
from docgen.recovery.pulling.said import Kind
from docgen.recovery.pulling.spec_state import SpecText
from docgen.rendering import Source, render
from docgen.spec import load_text
from tests.support.heads import DRAFT_PLAN
from tests.support.word_edits import Edit, edit, move_behind, replace_words, take_out

SPEC = DRAFT_PLAN + """\
sections:
  - title: Mục đích
    list:
      - Mỗi đơn vị có một đầu mối;
      - Nắm tình hình quản lý;
      - Chấn chỉnh sai sót;
      - Báo cáo kết quả hằng tháng.
  - title: Nội dung
    list:
      - Kiểm tra tại 12 đơn vị;
      - Đối chiếu sổ sách.
distribution:
  - UBND tỉnh
filing: VT
signature:
  title: Giám đốc
  name: Trần Văn An
"""
FIRST = "      - Mỗi đơn vị có một đầu mối;\n"


def _merge(ours: str, *edits: Edit, cached: bool, start: str = SPEC) -> Merged:
    book, folder = AgencyBook(), Path()
    loaded = load_text(start, shown="a.yaml", agency=book, folder=folder)
    data = render(loaded.document, loaded.standard, source=Source("a.yaml", hash_spec(start.encode())))
    package = open_package(edit(data, *edits))
    spec = SpecText(ours, "a.yaml", book, folder)
    return merge(package, spec, same_spec=ours == start, base=start if cached else None)


@pytest.mark.parametrize("cached", [True, False])
@pytest.mark.parametrize("target", ["Chấn chỉnh", "Kiểm tra tại"])
def test_a_moved_paragraph_goes_as_the_spec_has_it_by_now(target: str, cached: bool) -> None:
    ours = SPEC.replace("Mỗi đơn vị", "Từng đơn vị")
    merged = _merge(ours, move_behind("Mỗi đơn vị", target), cached=cached)
    assert [change.kind for change in merged.changes] == [Kind.MOVED]
    assert merged.left == ()
    lines = merged.text.splitlines()
    at = next(i for i, line in enumerate(lines) if target in line)
    assert lines[at + 1].strip().startswith("- Từng đơn vị có một đầu mối")
    assert "Mỗi đơn vị" not in merged.text


def test_what_both_sides_reworded_is_a_conflict_wherever_it_moved() -> None:
    ours = SPEC.replace("Mỗi đơn vị", "Từng đơn vị")
    merged = _merge(ours, replace_words("Mỗi đơn vị", "Các đơn vị"), move_behind("Các đơn vị", "Kiểm tra tại"), cached=True)
    assert Kind.CONFLICT in [change.kind for change in merged.left]
    assert "Từng đơn vị" in merged.text


def test_an_item_with_a_remark_keeps_it() -> None:
    ours = SPEC.replace(FIRST, f"      # hỏi lại\n{FIRST}")
    merged = _merge(ours, move_behind("Mỗi đơn vị", "Kiểm tra tại"), cached=True)
    assert merged.text.count("# hỏi lại") == 1
    assert [(change.kind, change.carried) for change in merged.changes] == [(Kind.MOVED, False)]


ITEMS = """\
      - Mỗi đơn vị có một đầu mối;
      - Nắm tình hình quản lý;
      - Chấn chỉnh sai sót;
      - Báo cáo kết quả hằng tháng.
"""


def _order(*starts: str) -> str:
    """The spec with the items of its first list in another order, or without some."""
    lines = ITEMS.splitlines(keepends=True)
    return SPEC.replace(ITEMS, "".join(next(line for line in lines if start in line) for start in starts))


@pytest.mark.parametrize("cached", [True, False])
@pytest.mark.parametrize(
    ("ours", "target"),
    [
        # to the end in the spec, one place down in Word
        (("Nắm", "Chấn", "Báo", "Mỗi"), "Nắm tình"),
        # to another list in Word
        (("Nắm", "Chấn", "Báo", "Mỗi"), "Kiểm tra tại"),
    ],
)
def test_what_both_sides_moved_apart_is_left_to_people(ours: tuple[str, ...], target: str, cached: bool) -> None:
    spec = _order(*ours)
    merged = _merge(spec, move_behind("Mỗi đơn vị", target), cached=cached)
    assert ("Mỗi đơn vị" in merged.left[0].old, merged.left[0].kind, merged.left[0].carried) == (True, Kind.MOVED, False)
    assert merged.text == spec


@pytest.mark.parametrize("cached", [True, False])
def test_what_both_sides_moved_alike_is_no_change(cached: bool) -> None:
    spec = _order("Nắm", "Chấn", "Mỗi", "Báo")
    merged = _merge(spec, move_behind("Mỗi đơn vị", "Chấn chỉnh"), cached=cached)
    assert (merged.changes, merged.text) == ((), spec)


@pytest.mark.parametrize("cached", [True, False])
def test_either_side_moves_what_the_other_leaves_in_its_place(cached: bool) -> None:
    spec = _order("Nắm", "Chấn", "Báo", "Mỗi")
    merged = _merge(spec, move_behind("Đối chiếu", "NỘI DUNG"), cached=cached)
    assert merged.left == ()
    assert merged.text == spec.replace(
        "      - Kiểm tra tại 12 đơn vị;\n      - Đối chiếu sổ sách.\n",
        # the end of the text is docgen's
        "      - Đối chiếu sổ sách.\n      - Kiểm tra tại 12 đơn vị\n",
    )


@pytest.mark.parametrize("cached", [True, False])
def test_neighbours_that_both_sides_exchange_with_others_are_left_to_people(cached: bool) -> None:
    spec = _order("Nắm", "Mỗi", "Chấn", "Báo")
    merged = _merge(spec, move_behind("Nắm tình", "Chấn chỉnh"), cached=cached)
    assert [change.kind for change in merged.left] == [Kind.MOVED]
    assert merged.text == spec


@pytest.mark.parametrize("cached", [True, False])
def test_a_paragraph_that_word_moved_and_the_spec_deleted_is_left_to_people(cached: bool) -> None:
    spec = _order("Nắm", "Chấn", "Báo")
    merged = _merge(spec, move_behind("Mỗi đơn vị", "Báo cáo kết quả"), cached=cached)
    assert [(change.kind, "Mỗi đơn vị" in change.new) for change in merged.left] == [(Kind.CONFLICT, True)]
    assert merged.text == spec
    assert merged.offer is not None
    assert merged.offer.count("Mỗi đơn vị") == 1


@pytest.mark.parametrize("cached", [True, False])
def test_a_paragraph_that_the_spec_moved_and_word_deleted_is_left_to_people(cached: bool) -> None:
    spec = _order("Nắm", "Chấn", "Báo", "Mỗi")
    merged = _merge(spec, take_out("Mỗi đơn vị"), cached=cached)
    assert [(change.kind, "Mỗi đơn vị" in change.old) for change in merged.left] == [(Kind.CONFLICT, True)]
    assert merged.text == spec
    assert merged.offer is not None
    assert "Mỗi đơn vị" not in merged.offer


TASKS = """\
tasks:
  - text: Rà soát sổ sách.
    lead: Văn phòng
    due: trước 30/4/2026
  - text: Kiểm kê kho.
    lead: Phòng Giá
"""


@pytest.mark.parametrize("cached", [True, False])
def test_a_task_that_word_deleted_and_the_spec_edited_stays_whole(cached: bool) -> None:
    start = SPEC.replace("distribution:\n", f"{TASKS}distribution:\n")
    ours = start.replace("Rà soát sổ sách", "Rà soát sổ sách, chứng từ")
    edits = [take_out("Rà soát"), take_out("Văn phòng"), take_out("trước 30/4")]
    merged = _merge(ours, *edits, cached=cached, start=start)
    assert merged.text == ours
    assert [change.kind for change in merged.left if "Rà soát" in change.old] == [Kind.CONFLICT]
    assert merged.offer is not None
    assert merged.offer == start.replace(TASKS, "tasks:\n  - text: Kiểm kê kho.\n    lead: Phòng Giá\n")
