"""Tables edited in Word: rows, columns, cells, whole tables; what a program leaves behind in empty cells."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from docgen.recovery.pulling.said import Kind
from tests.support.heads import NOTICE
from tests.support.word_edits import (
    Edit,
    W,
    build,
    edit,
    find,
    pull_into,
    replace_words,
    run_of,
    take_out,
    take_out_element,
    text_of,
)

TABLE = """\
    table:
      title: Kinh phí các thôn
      header: ["Thôn", "Năm 2025", "Năm 2026"]
      rows:
        - ["Một", "10", "12"]
        - ["Hai", "20", ""]
        - ["Ba", "30", "32"]
      widths: [2, 1, 1]
"""
SPEC = NOTICE + f"""\
title: Kinh phí năm 2026
sections:
  - title: Mức hỗ trợ
    text: Các thôn được hỗ trợ như sau.
{TABLE}  - title: Thực hiện
    text: Văn phòng theo dõi.
distribution:
  - Các thôn
  - Văn phòng
filing: VT
signature:
  title: Chủ tịch
  name: Trần Văn An
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    return path


def _table(root: etree._Element) -> etree._Element:
    return next(table for table in root.iter(f"{W}tbl") if "Năm 2025" in text_of(table))


def _take_out_table(root: etree._Element) -> None:
    table = _table(root)
    parent = table.getparent()
    assert parent is not None
    parent.remove(table)


def _take_out_row(root: etree._Element) -> None:
    rows = _table(root).findall(f"{W}tr")
    _table(root).remove(rows[2])


def _take_out_column(root: etree._Element) -> None:
    for row in _table(root).findall(f"{W}tr"):
        row.remove(row.findall(f"{W}tc")[1])


def _empty_cell(root: etree._Element) -> None:
    for text in _table(root).findall(f"{W}tr")[1].findall(f"{W}tc")[2].iter(f"{W}t"):
        text.text = ""


def _add_row(root: etree._Element) -> None:
    """A row below the last one, as Word's Tab key makes it, with an empty cell."""
    row = deepcopy(_table(root).findall(f"{W}tr")[3])
    for mark in [*row.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    for words, cell in zip(("Bốn", "", "40"), row.findall(f"{W}tc"), strict=True):
        paragraph = next(cell.iter(f"{W}p"))
        for run in paragraph.findall(f"{W}r"):
            paragraph.remove(run)
        if words:
            paragraph.append(run_of(words))
    _table(root).append(row)


def test_a_whole_table_goes_with_its_title(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), _take_out_table, take_out("Kinh phí các thôn")))
    assert pulled.is_complete
    assert pulled.text == SPEC.replace(TABLE, "")


def test_a_table_whose_title_stayed_is_left_as_it_is(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), _take_out_table))
    assert pulled.text is None
    assert {change.carried for change in pulled.changes} == {False}


def test_a_row_goes(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), _take_out_row))
    assert pulled.is_complete
    assert pulled.text == SPEC.replace('        - ["Hai", "20", ""]\n', "")


def test_a_column_goes_with_its_width(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), _take_out_column))
    wanted = SPEC.replace('"Năm 2025", ', "").replace(', "10"', "").replace(', "20"', "").replace(', "30"', "").replace(", 1, 1]", ", 1]")
    assert pulled.text == wanted
    assert all(change.carried for change in pulled.changes if change.kind is Kind.REMOVED)


def test_a_cell_without_words_stays(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), _empty_cell))
    assert pulled.is_complete
    assert pulled.text == SPEC.replace('["Một", "10", "12"]', '["Một", "10", ""]')


def test_a_row_may_come_with_an_empty_cell(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), _add_row))
    assert pulled.is_complete, pulled.changes
    assert pulled.text == SPEC.replace('        - ["Ba", "30", "32"]\n', '        - ["Ba", "30", "32"]\n        - ["Bốn", "", "40"]\n')


def test_a_beginning_that_ends_nowhere_marks_nothing(spec: Path) -> None:
    """LibreOffice leaves a second beginning of the same bookmark in an empty cell, without an end."""

    def leave(root: etree._Element) -> None:
        paragraph = next(_table(root).findall(f"{W}tr")[2].findall(f"{W}tc")[2].iter(f"{W}p"))
        mark = next(paragraph.iter(f"{W}bookmarkStart"))
        double = deepcopy(mark)
        double.set(f"{W}id", "9000")
        mark.addprevious(double)

    assert pull_into(spec, edit(build(spec), leave)).changes == ()


def test_no_break_spaces_are_told(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), replace_words("Văn phòng theo dõi", "Văn\u00a0phòng theo\u00a0dõi")))
    assert not pulled.is_complete


def test_a_recipient_gets_a_note(spec: Path) -> None:
    def type_note(root: etree._Element) -> None:
        text = next(t for t in find(root, "- Các thôn").iter(f"{W}t") if "Các thôn" in (t.text or ""))
        text.text = (text.text or "").replace("Các thôn", "Các thôn (để t/h)")

    pulled = pull_into(spec, edit(build(spec), type_note))
    assert pulled.is_complete, pulled.changes
    assert pulled.text == SPEC.replace("  - Các thôn\n", "  - Các thôn (để t/h)\n")


def test_a_paragraph_behind_a_run_in_title_keeps_its_end(spec: Path) -> None:
    text = "    run_in: true\n    text:\n      - Văn phòng theo dõi.\n      - Các thôn báo cáo.\n"
    own = SPEC.replace("    text: Văn phòng theo dõi.\n", text)
    spec.write_text(own, "utf-8", newline="\n")

    def press(root: etree._Element) -> None:
        above = find(root, "Thực hiện: Văn phòng")
        fresh = etree.Element(f"{W}p")
        fresh.append(deepcopy(above.find(f"{W}pPr")))
        fresh.append(run_of("Công an xã phối hợp."))
        above.addnext(fresh)

    pulled = pull_into(spec, edit(build(spec), press))
    assert pulled.is_complete, pulled.changes
    assert pulled.text == own.replace("      - Các thôn báo cáo.\n", "      - Công an xã phối hợp.\n      - Các thôn báo cáo.\n")


def test_what_was_typed_beside_a_deleted_paragraph_of_another_kind_does_not_take_its_place(spec: Path) -> None:
    own = SPEC.replace(TABLE, "    list:\n      - Trao thưởng;\n      - Tặng quà.\n")
    spec.write_text(own, "utf-8", newline="\n")

    def change(root: etree._Element) -> None:
        gone = find(root, "THỰC HIỆN")
        fresh = etree.Element(f"{W}p")
        fresh.append(run_of("- Thêm một việc."))
        gone.addprevious(fresh)
        parent = gone.getparent()
        assert parent is not None
        parent.remove(gone)

    pulled = pull_into(spec, edit(build(spec), change))
    # the heading is not overwritten: it goes or stays as what it is, and the item is told where it has no place
    assert "title: Thêm" not in (pulled.text or "")
    told = [change for change in pulled.changes if "Thêm một việc" in change.new]
    assert [change.kind for change in told] == [Kind.ADDED]


def _join_across(root: etree._Element) -> None:
    """Join the cell “20” with the empty one behind it."""
    cell, behind = next(row for row in root.iter(f"{W}tr") if text_of(row) == "Hai20").findall(f"{W}tc")[1:]
    cell.append(next(behind.iter(f"{W}p")))
    take_out_element(behind)
    span = etree.SubElement(next(cell.iter(f"{W}tcPr")), f"{W}gridSpan")
    span.set(f"{W}val", "2")


def _join_down(root: etree._Element) -> None:
    """Join the cell “12” with the empty one below it."""
    rows = [row.findall(f"{W}tc")[2] for row in root.iter(f"{W}tr") if text_of(row) in ("Một1012", "Hai20")]
    etree.SubElement(next(rows[0].iter(f"{W}tcPr")), f"{W}vMerge").set(f"{W}val", "restart")
    etree.SubElement(next(rows[1].iter(f"{W}tcPr")), f"{W}vMerge")


@pytest.mark.parametrize(("join", "place"), [(_join_across, "row 3: "), (_join_down, "row 2, column 3: ")])
def test_cells_joined_with_an_empty_one_are_told_once(spec: Path, join: Edit, place: str) -> None:
    changes = pull_into(spec, edit(build(spec), join)).changes
    assert [one.kind for one in changes] == [Kind.FORMAT]
    assert str(changes[0].reason).endswith(f"{place}cells joined or split")
    assert not changes[0].carried


def _undraw(*sides: tuple[int, str]) -> Edit:
    """Take the line off a side of all cells in a row of the table."""

    def change(root: etree._Element) -> None:
        rows = _table(root).findall(f"{W}tr")
        for row, side in sides:
            for cell in rows[row].findall(f"{W}tc"):
                properties = cell.find(f"{W}tcPr")
                assert properties is not None
                borders = etree.Element(f"{W}tcBorders")
                etree.SubElement(borders, f"{W}{side}", {f"{W}val": "nil"})
                width = properties.find(f"{W}tcW")
                properties.insert(0 if width is None else 1, borders)

    return change


def test_a_line_between_rows_that_the_other_row_still_draws_is_there(spec: Path) -> None:
    """As LibreOffice saves a table with a new row."""
    assert pull_into(spec, edit(build(spec), _undraw((2, "top")))).changes == ()
    gone = pull_into(spec, edit(build(spec), _undraw((2, "top"), (1, "bottom")))).changes
    assert gone
    assert all("borders of the cell" in str(change.reason) for change in gone)
