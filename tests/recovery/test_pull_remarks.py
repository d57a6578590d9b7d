"""Remarks in a spec belong to the entry below them: they go where it goes. Whole parts that are deleted leave nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.support.heads import DATED_PLAN
from tests.support.word_edits import Edit, W, build, edit, find, take_over

SPEC = DATED_PLAN + """\
sections:
  # phần một
  - title: Mục đích
    text: Nắm tình hình.
  # phần hai
  # (xem kỹ)
  - title: Nội dung
    table:
      header: ["TT", "Đơn vị"]
      rows:
        - ["1", "Sở Y tế"]
    # hết phần hai
  # phần ba
  - title: Tổ chức
    sections:
      - Văn phòng lo hồ sơ.
      # việc của thanh tra
      - Thanh tra kiểm tra.
distribution:
  - Các đơn vị
filing: VT
signature:
  title: Giám đốc
  name: Trần Văn An
appendices:
  # phụ lục một
  - title: Danh mục một
    text: Đoạn một.
  # phụ lục hai
  - title: Danh mục hai
    table:
      header: ["TT", "Tên"]
      rows:
        - ["1", "Nhà kho"]
"""
FIRST = """\
  # phần một
  - title: Mục đích
    text: Nắm tình hình.
"""
SECOND = """\
  # phần hai
  # (xem kỹ)
  - title: Nội dung
    table:
      header: ["TT", "Đơn vị"]
      rows:
        - ["1", "Sở Y tế"]
    # hết phần hai
"""


def blocks_of(root: etree._Element, first: str, last: str) -> list[etree._Element]:
    """What stands in the body from the paragraph with ``first`` to that with ``last``, tables as a whole."""
    body = root.find(f"{W}body")
    assert body is not None
    ends = [next(e for e in (find(root, words), *find(root, words).iterancestors()) if e.getparent() is body) for words in (first, last)]
    held = [*body]
    return held[held.index(ends[0]) : held.index(ends[1]) + 1]


def delete(first: str, last: str, more: int = 0) -> Edit:
    """Delete from ``first`` to ``last`` and ``more`` blocks behind it."""

    def change(root: etree._Element) -> None:
        found = blocks_of(root, first, last)
        for _ in range(more):
            following = found[-1].getnext()
            assert following is not None
            found.append(following)
        for one in found:
            parent = one.getparent()
            assert parent is not None
            parent.remove(one)

    return change


def move_before(first: str, last: str, target: str) -> Edit:
    """Cut a part and paste it before the paragraph with ``target``."""

    def change(root: etree._Element) -> None:
        place = find(root, target)
        for one in blocks_of(root, first, last):
            place.addprevious(one)

    return change


def pulled_spec(folder: Path, *edits: Edit, spec: str = SPEC) -> str:
    """The spec with the edits, all of which must be carried; a second pull and the new spec must agree with it."""
    path = folder / "a.yaml"
    path.write_text(spec, "utf-8", newline="\n")
    take_over(path, edit(build(path), *edits))
    return path.read_text("utf-8")


def test_a_section_takes_its_remarks_along(tmp_path: Path) -> None:
    text = pulled_spec(tmp_path, move_before("II. NỘI DUNG", "Sở Y tế", "I. MỤC ĐÍCH"))
    assert text == SPEC.replace(FIRST + SECOND, SECOND + FIRST)


def test_an_entry_takes_the_remark_above_it_along(tmp_path: Path) -> None:
    text = pulled_spec(tmp_path, move_before("Thanh tra kiểm tra", "Thanh tra kiểm tra", "Văn phòng lo hồ sơ"))
    own = "      - Văn phòng lo hồ sơ.\n", "      # việc của thanh tra\n      - Thanh tra kiểm tra.\n"
    assert text == SPEC.replace(own[0] + own[1], own[1] + own[0])


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        (delete("I. MỤC ĐÍCH", "Nắm tình hình"), FIRST),
        (delete("II. NỘI DUNG", "Sở Y tế"), SECOND),
        (delete("Thanh tra kiểm tra", "Thanh tra kiểm tra"), "      # việc của thanh tra\n      - Thanh tra kiểm tra.\n"),
        (delete("Phụ lục I", "Đoạn một."), "  # phụ lục một\n  - title: Danh mục một\n    text: Đoạn một.\n"),
        (delete("Phụ lục II", "Nhà kho", more=1), SPEC[SPEC.index("  # phụ lục hai") :]),
        (delete("Phụ lục I", "Nhà kho"), SPEC[SPEC.index("appendices:") :]),
    ],
    ids=["a section", "one that is only a table", "a clause", "an appendix", "one that is only a table", "all appendices"],
)
def test_what_is_deleted_as_a_whole_goes_with_its_remarks(tmp_path: Path, change: Edit, gone: str) -> None:
    assert pulled_spec(tmp_path, change) == SPEC.replace(gone, "")


def test_remarks_of_neighbours_stay(tmp_path: Path) -> None:
    text = pulled_spec(tmp_path, delete("Văn phòng lo hồ sơ", "Văn phòng lo hồ sơ"))
    assert text == SPEC.replace("      - Văn phòng lo hồ sơ.\n", "")


def test_a_remark_below_the_first_key_stays_when_that_key_goes(tmp_path: Path) -> None:
    task = "tasks:\n  - lead: Sở Tư pháp\n    # chưa chốt\n    text: Rà soát hồ sơ.\n"
    spec = SPEC.replace("distribution:\n", f"{task}distribution:\n")
    text = pulled_spec(tmp_path, delete("Sở Tư pháp", "Sở Tư pháp"), spec=spec)
    assert text == spec.replace(task, "tasks:\n    # chưa chốt\n  - text: Rà soát hồ sơ.\n")
