"""Tables that a PDF sets with spaces: cells of several lines, in the middle of their rows or at the top; what nothing tells is left."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.document.model import Table
from docgen.recovery.plain_grids import ALONE, GONE, set_grids
from tests.support.pasted import FOOT, head, import_pasted

MIDDLE = """\
                                                 Hoàn thành trước   Số đại biểu tối
        Cấp tổ chức           Số ngày tối đa
                                                       ngày               đa
Cơ sở (thôn, khu phố, cơ                          31 tháng 5 năm
                                1/2 ngày                                  80
quan, đơn vị)                                          2026
                                                  31 tháng 7 năm
Xã, phường, khối thi đua         01 ngày                                 150
                                                       2026
"""
TOP = """\
        STT             Họ và tên            Chức vụ              Ghi chú
1                   Phạm Thị D         Giám đốc Sở Tài      Ủy viên
                                       chính
2                   Võ Văn E           Giám đốc Sở Y tế     Ủy viên
3                   Hồ Thị G           Giám đốc Sở Nội vụ
"""
SUMMED = """\
        TT                 Hạng mục              Khối lượng         Thành tiền
1                     Sơn lại tường ngoài   1.200 m2            450
2                     Sửa mái               01 mái              500
                      Tổng cộng                                 950
"""
HEADED = """\
                                                           Nhiệm vụ trong Ban Chỉ
STT                 Chức vụ, cơ quan công tác
                                                                    đạo
            Phó Chủ tịch Ủy ban nhân dân tỉnh phụ trách
 1                                                        Trưởng Ban
            khối nội chính
 2          Giám đốc Sở Nội vụ                            Phó Trưởng Ban Thường trực
"""


def rows(text: str) -> list[str]:
    return [line for line in set_grids(text.split("\n"))[0] if line not in (GONE, "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            MIDDLE,
            [
                "| Cấp tổ chức | Số ngày tối đa | Hoàn thành trước ngày | Số đại biểu tối đa |",
                "| Cơ sở (thôn, khu phố, cơ quan, đơn vị) | 1/2 ngày | 31 tháng 5 năm 2026 | 80 |",
                "| Xã, phường, khối thi đua | 01 ngày | 31 tháng 7 năm 2026 | 150 |",
            ],
        ),
        (
            TOP,
            [
                "| STT | Họ và tên | Chức vụ | Ghi chú |",
                "| 1 | Phạm Thị D | Giám đốc Sở Tài chính | Ủy viên |",
                "| 2 | Võ Văn E | Giám đốc Sở Y tế | Ủy viên |",
                "| 3 | Hồ Thị G | Giám đốc Sở Nội vụ |  |",
            ],
        ),
        (
            SUMMED,
            [
                "| TT | Hạng mục | Khối lượng | Thành tiền |",
                "| 1 | Sơn lại tường ngoài | 1.200 m2 | 450 |",
                "| 2 | Sửa mái | 01 mái | 500 |",
                "|  | Tổng cộng |  | 950 |",
            ],
        ),
        (
            HEADED,
            [
                "| STT | Chức vụ, cơ quan công tác | Nhiệm vụ trong Ban Chỉ đạo |",
                "| 1 | Phó Chủ tịch Ủy ban nhân dân tỉnh phụ trách khối nội chính | Trưởng Ban |",
                "| 2 | Giám đốc Sở Nội vụ | Phó Trưởng Ban Thường trực |",
            ],
        ),
    ],
)
def test_rows_of_several_lines(text: str, expected: list[str]) -> None:
    lines = text.split("\n")
    found, joined, unknown = set_grids(lines)
    assert rows(text) == expected
    assert len(found) == len(lines)
    assert joined == ([0] if len(expected) < len(lines) - 1 else [])
    assert unknown == []


def test_what_stands_around_a_table_is_none_of_it() -> None:
    above = f"      Chi tiết theo bảng sau.\n{' ' * 56}Đơn vị tính: triệu đồng\n"
    below = f"       3. Kinh phí\n      Kinh phí do cấp đó bảo đảm trong dự toán được giao.\nNơi nhận:{' ' * 30}GIÁM ĐỐC"
    found = set_grids((above + SUMMED + below).split("\n"))[0]
    assert found[:2] == above.split("\n")[:2]
    assert found[-3:] == below.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "  KẾ TOÁN            THỦ QUỸ            GIÁM ĐỐC\n  LÊ VĂN A           TRẦN THỊ B         PHAN VĂN C",
        "Kính gửi:   Sở Tài chính\nSố: 12/BC-SXD        An Bình, ngày 05 tháng 3 năm 2026",
        "Một dòng    có ba    khoảng trống\nvà dòng sau không có khoảng trống nào cả",
    ],
)
def test_columns_that_are_no_table(text: str) -> None:
    assert set_grids(text.split("\n")) == (text.split("\n"), [], [])


#: the second line goes on the first, so the last is half a cell
UNKNOWN = """\
  TT       Nội dung công việc            Thời hạn
  1        Rà soát vị trí việc làm       30/4/2026
           của các cơ quan hành chính
  2                                      15/5/2026
           trong toàn tỉnh
"""


def test_rows_that_nothing_tells_are_left_line_by_line(tmp_path: Path) -> None:
    found, joined, unknown = set_grids(UNKNOWN.split("\n"))
    assert (joined, unknown) == ([], [0])
    assert [line.removeprefix(ALONE) for line in found] == UNKNOWN.split("\n")
    text = head("BC", "BÁO CÁO", "Kết quả công tác") + "Sở báo cáo như sau:\n" + UNKNOWN + FOOT
    imported = import_pasted(text, tmp_path)
    assert [note.code for note in imported.notes] == ["import-guess"]
    assert "A table may have been here" in str(imported.notes[0].what)
    assert [str(part.text) for part in imported.document.body][1:] == [
        re.sub(" +", " ", line.strip()) for line in UNKNOWN.splitlines()
    ]


def test_rows_that_were_put_together_are_told(tmp_path: Path) -> None:
    text = head("BC", "BÁO CÁO", "Kết quả công tác") + "Sở báo cáo như sau:\n" + MIDDLE + "Sở báo cáo để biết./.\n" + FOOT
    imported = import_pasted(text, tmp_path)
    (table,) = (part for part in imported.document.body if isinstance(part, Table))
    assert [str(cell) for cell in table.header] == ["Cấp tổ chức", "Số ngày tối đa", "Hoàn thành trước ngày", "Số đại biểu tối đa"]
    assert len(table.rows) == 2
    (note,) = imported.notes
    assert note.place is not None
    assert note.place.line == text.split("\n").index(MIDDLE.split("\n")[0]) + 1
