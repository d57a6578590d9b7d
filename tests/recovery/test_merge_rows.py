"""Tables whose cells repeat words or hold none, when both sides have changed: each text is the one of its own place."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from docgen.config.agency import read_agencies
from docgen.ooxml.opening import open_package
from docgen.recovery.merging import Merged, merge
from docgen.recovery.pulling.said import Kind
from docgen.recovery.pulling.spec_state import SpecText
from tests.support.heads import NOTICE
from tests.support.word_edits import W, build, edit, find, replace_words, text_of

SPEC = NOTICE + """\
title: Phân công năm 2026
sections:
  - title: Thành viên
    text: Các thành viên như sau.
    table:
      header: ["Số", "Họ tên", "Chức trách"]
      rows:
        - ["1", "Lê Văn Hai", "Ủy viên"]
        - ["2", "Trần Thị Ba", "Ủy viên"]
        - ["3", "Phạm Văn Tư", "Ủy viên"]
        - ["4", "Vũ Thị Năm", ""]
  - title: Thực hiện
    text: Văn phòng theo dõi.
distribution:
  - Các thôn
filing: VT
signature:
  title: Chủ tịch
  name: Trần Văn An
"""
SECOND = '        - ["2", "Trần Thị Ba", "Ủy viên"]\n'


def _merge(folder: Path, data: bytes, spec: str, base: str | None) -> Merged:
    text = SpecText(spec, "a.yaml", read_agencies(folder), folder)
    return merge(open_package(data, name="a.docx"), text, same_spec=False, base=base)


def _build(folder: Path) -> bytes:
    path = folder / "a.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    return build(path)


def _take_out_row(root: etree._Element) -> None:
    row = next(row for row in root.iter(f"{W}tr") if "Trần Thị Ba" in text_of(row))
    parent = row.getparent()
    assert parent is not None
    parent.remove(row)


def _leave_beginning(root: etree._Element) -> None:
    """In a cell without words LibreOffice leaves a second beginning of the same bookmark, without an end."""
    row = next(row for row in root.iter(f"{W}tr") if "Vũ Thị Năm" in text_of(row))
    mark = next([*row.iter(f"{W}tc")][-1].iter(f"{W}bookmarkStart"))
    double = deepcopy(mark)
    double.set(f"{W}id", "9000")
    mark.addprevious(double)


@pytest.mark.parametrize("base", [None, SPEC])
def test_a_row_with_repeated_words_goes_when_the_spec_changed_elsewhere(tmp_path: Path, base: str | None) -> None:
    edited = edit(_build(tmp_path), _take_out_row)
    for old, new in (("Phân công", "Kết quả phân công"), ("Lê Văn Hai", "Lê Văn Hải"), ("Văn phòng", "Công an xã")):
        merged = _merge(tmp_path, edited, SPEC.replace(old, new), base)
        assert merged.left == ()
        assert merged.text == SPEC.replace(old, new).replace(SECOND, "")


@pytest.mark.parametrize("base", [None, SPEC])
def test_a_row_of_which_the_spec_changed_a_cell_stays_and_is_told(tmp_path: Path, base: str | None) -> None:
    mine = SPEC.replace("Trần Thị Ba", "Trần Thị Bảy")
    merged = _merge(tmp_path, edit(_build(tmp_path), _take_out_row), mine, base)
    assert merged.text == mine
    assert Kind.CONFLICT in {change.kind for change in merged.undecided}


@pytest.mark.parametrize("base", [None, SPEC])
def test_the_same_row_taken_out_on_both_sides_is_no_conflict(tmp_path: Path, base: str | None) -> None:
    mine = SPEC.replace(SECOND, "")
    merged = _merge(tmp_path, edit(_build(tmp_path), _take_out_row), mine, base)
    assert merged.left == ()
    assert merged.text == mine


@pytest.mark.parametrize("base", [None, SPEC])
@pytest.mark.parametrize(
    ("old", "new"), [("Thực hiện", "Tổ chức thực hiện"), ('"Vũ Thị Năm", ""', '"Vũ Thị Năm", "Thư ký"'), ("Các thôn", "Các xóm")]
)
def test_a_heading_behind_an_empty_last_cell_is_no_conflict(tmp_path: Path, base: str | None, old: str, new: str) -> None:
    made = _build(tmp_path)
    for words, others in (("như sau", "dưới đây"), ("theo dõi", "báo cáo"), ("Vũ Thị Năm", "Vũ Thị Mai")):
        saved = edit(made, _leave_beginning, replace_words(words, others))
        assert find(etree.fromstring(open_package(saved).read("word/document.xml")), others) is not None
        merged = _merge(tmp_path, saved, SPEC.replace(old, new), base)
        assert merged.left == ()
        assert merged.text == SPEC.replace(old, new).replace(words, others)
