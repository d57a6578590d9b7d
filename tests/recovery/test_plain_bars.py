"""Tables typed with bars between cells and none around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.document.model import Section, Table
from tests.support.pasted import FOOT, head, import_pasted

HEAD = (
    head("BC", "BÁO CÁO", "Kết quả công tác quý I năm 2026")
    + "I. KẾT QUẢ\n1. Kiểm tra, xử lý vi phạm trên địa bàn tỉnh.\n"
)
END = """
II. NHIỆM VỤ
Tiếp tục kiểm tra.

"""


def tables(text: str, folder: Path, foot: str = FOOT, ending: str = ".txt") -> tuple[list[list[list[str]]], str]:
    """The rows of each table, its head first, and the spec, which builds."""
    pasted = import_pasted(HEAD + text + END + foot, folder, ending)
    return [_rows(table) for part in pasted.document.body if isinstance(part, Section) for table in _tables(part)], pasted.spec


def _tables(section: Section) -> list[Table]:
    own = [part for part in section.parts if isinstance(part, Table)]
    return own + [table for part in section.parts if isinstance(part, Section) for table in _tables(part)]


def _rows(table: Table) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in (table.header, *table.rows)]


THREE = [["TT", "Nội dung", "Số lượng"], ["1", "Đảng viên", "35"], ["2", "Quần chúng ưu tú", "4"]]


@pytest.mark.parametrize("ending", [".txt", ".md"])
@pytest.mark.parametrize("line", ["", "---|---|---\n", "--- | --- | ---\n", ":--|:-:|--:\n"])
def test_rows_with_as_many_bars(line: str, ending: str, tmp_path: Path) -> None:
    head, *rows = [" | ".join(row) + "\n" for row in THREE]
    assert tables(head + line + "".join(rows), tmp_path, ending=ending)[0] == [THREE]


@pytest.mark.parametrize(
    "rows",
    [
        [["Đơn vị", "Số vụ"], ["Xã Tân An", "12"]],
        [["TT", "Họ tên"], ["1", "Nguyễn Văn Hai"], ["2", "Trần Thị Ba"]],
        [["TT", "Chức vụ", "Số người"], ["1", "CHỦ TỊCH", "2"], ["2", "PHÓ CHỦ TỊCH", "3"]],
        # a cell is empty, inside and at the end
        [["TT", "Nội dung", "Ghi chú"], ["1", "", "Mới"], ["2", "Cấp phép", ""]],
    ],
)
def test_other_rows(rows: list[list[str]], tmp_path: Path) -> None:
    text = "\n".join(" | ".join(row).rstrip() for row in rows) + "\n"
    assert tables(text, tmp_path)[0] == [rows]


@pytest.mark.parametrize(
    "text",
    [
        # one line alone, another number of bars, bars at words, an empty line between, entries of a list
        "Điện thoại: 0123 | Thư: a@b.vn\n",
        "Tổ một | Tổ hai\nTổ ba | Tổ bốn | Tổ năm\n",
        "Chọn có|không.\nChọn được|mất.\n",
        "Tổ một | Tổ hai\n\nTổ ba | Tổ bốn\n",
        "- Tổ một | Tổ hai\n- Tổ ba | Tổ bốn\n",
    ],
)
def test_other_bars_make_no_table(text: str, tmp_path: Path) -> None:
    found, spec = tables(text, tmp_path)
    assert found == []
    assert all(word.strip(".") in spec for word in text.replace("|", " ").replace("-", " ").split())


def test_columns_at_the_end_are_no_table(tmp_path: Path) -> None:
    foot = "Nơi nhận: | GIÁM ĐỐC\n- UBND tỉnh; |\n- Lưu: VT. | Lê Văn Cường\n"
    found, spec = tables("", tmp_path, foot)
    assert found == []
    assert "title: GIÁM ĐỐC\n  name: Lê Văn Cường\n" in spec
