"""Heads and ends of texts that a PDF breaks or puts out of order: no word changes its place, no entry becomes a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.document.model import PartialDate
from tests.support.pasted import FOOT, import_pasted

HEAD = "UBND TỈNH AN BÌNH\nSỞ XÂY DỰNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/BC-SXD\n"
BODY = "\n\nBÁO CÁO\nKết quả công tác\n\nNăm nay đạt kết quả.\n"


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        ("An Bình, ngày 03 tháng 3 năm\n2026", PartialDate(2026, 3, 3)),
        ("An Bình, ngày 03 tháng 3\nnăm 2026", PartialDate(2026, 3, 3)),
        ("An Bình, ngày\ntháng 11 năm\n2026", PartialDate(2026, 11)),
    ],
)
def test_a_date_broken_before_its_year(lines: str, written: object, tmp_path: Path) -> None:
    found = import_pasted(HEAD + lines + BODY + FOOT, tmp_path)
    assert (str(found.document.place), found.document.date) == ("An Bình", written)
    assert str(found.document.title) == "Kết quả công tác"


def test_a_number_below_a_whole_date_is_no_year_of_it(tmp_path: Path) -> None:
    found = import_pasted(f"{HEAD}An Bình, ngày 03 tháng 3 năm 2025\n2026{BODY}{FOOT}", tmp_path)
    assert found.document.date == PartialDate(2025, 3, 3)
    assert "- 2026\n" in found.spec


@pytest.mark.parametrize(
    "place_date", ["Quảng Nam, ngày\ntháng 11 năm\n2026", "Quảng Nam, ngày 05 tháng 11 năm 2026", "Quảng Nam, ngày\n05 tháng 11 năm 2026"]
)
def test_a_subject_above_a_date_is_no_part_of_the_place(place_date: str, tmp_path: Path) -> None:
    text = (
        "UBND TỈNH QUẢNG NAM\nSỞ XÂY DỰNG\nSố:\n/SXD-QLN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"V/v góp ý dự thảo Quy chế quản lý,\nsử dụng nhà ở xã hội\n\n{place_date}\nKính gửi: Sở Tài chính.\n\nĐề nghị góp ý./.\n"
    )
    found = import_pasted(text + FOOT, tmp_path).document
    assert str(found.place) == "Quảng Nam"
    assert str(found.title) == "góp ý dự thảo Quy chế quản lý, sử dụng nhà ở xã hội"


def test_recipients_below_the_first_lines_of_the_signature(tmp_path: Path) -> None:
    text = (
        "ĐẢNG BỘ TỈNH AN BÌNH\nĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ HÒA AN\nHòa An, ngày 10 tháng 7 năm 2026\n*\nSố 15-NQ/ĐU\n"
        "NGHỊ QUYẾT\nvề phát triển du lịch\n\nI- TÌNH HÌNH\nXã có nhiều cảnh đẹp.\n\nNơi nhận:\n\nT/M BAN CHẤP HÀNH\n\n"
        "- Ban Thường vụ Tỉnh ủy (báo cáo),\n- Các chi bộ trực thuộc,\n- Lưu Văn phòng Đảng ủy.\n\nBÍ THƯ\n\nNguyễn Thị Lan\n"
    )
    found = import_pasted(text, tmp_path).document
    assert [str(one.name) for one in found.distribution] == ["Ban Thường vụ Tỉnh ủy", "Các chi bộ trực thuộc"]
    assert str(found.filing) == "Văn phòng Đảng ủy"
    (signer,) = found.signatures
    assert (str(signer.on_behalf_of), str(signer.title), str(signer.name)) == ("BAN CHẤP HÀNH", "BÍ THƯ", "Nguyễn Thị Lan")


@pytest.mark.parametrize("name", ["K' Brèo", "K\u2019 Brèo", "H'Hen Niê", "Thào Hồng Sơn"])
def test_names_of_other_peoples(name: str, tmp_path: Path) -> None:
    found = import_pasted(f"{HEAD}An Bình, ngày 03 tháng 3 năm 2026{BODY}\n\nNơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n{name}\n", tmp_path)
    assert [str(one.name) for one in found.document.signatures] == [name]
    assert not found.notes


ONE_LINE = "Văn phòng Sở đôn đốc các phòng thực hiện nghiêm túc quy chế làm việc."
OTHER = "Thanh tra Sở tổng hợp, báo cáo Giám đốc Sở trước ngày 25 tháng 4 năm 2026."


def indented(lines: list[str], first: int) -> str:
    return "\n".join(" " * (first if one[0].isupper() else 0) + one for one in lines)


def test_paragraphs_of_one_full_line_are_parted_by_their_indents(tmp_path: Path) -> None:
    lines = ["Giám đốc Sở kết luận:", ONE_LINE, OTHER, ONE_LINE]
    text = f"{HEAD}An Bình, ngày 03 tháng 3 năm 2026\n\nBÁO CÁO\nKết quả công tác\n\n{indented(lines, 6)}\n{FOOT}"
    found = import_pasted(text, tmp_path).document
    assert [str(one.text) for one in found.body] == lines


def test_sentences_of_one_paragraph_are_not_parted_without_indents(tmp_path: Path) -> None:
    lines = [OTHER, OTHER, OTHER, "Thanh tra Sở tổng hợp."]
    text = f"{HEAD}An Bình, ngày 03 tháng 3 năm 2026\n\nBÁO CÁO\nKết quả công tác\n\n{indented(lines, 0)}\n{FOOT}"
    found = import_pasted(text, tmp_path).document
    assert [str(one.text) for one in found.body] == [" ".join(lines)]


def signers(text: str, folder: Path, ending: str = ".txt") -> list[tuple[str, ...]]:
    found = import_pasted(text, folder, ending).document.signatures
    return [tuple(str(part) for part in (one.on_behalf_of, one.title, one.name) if part) for one in found]


WHOLE = f"{HEAD}An Bình, ngày 03 tháng 3 năm 2026{BODY}"


def test_two_offices_above_two_names_are_two_persons(tmp_path: Path) -> None:
    end = "\n\nTHƯ KÝ\n\nCHỦ TỌA\n\nQuàng Thị Mai\n\nLò Văn Hặc\n\nNơi nhận:\n- Sở Y tế;\n- Lưu: VT.\n"
    assert set(signers(WHOLE + end, tmp_path)) == {("THƯ KÝ", "Quàng Thị Mai"), ("CHỦ TỌA", "Lò Văn Hặc")}


def test_an_authority_and_an_office_above_one_name_are_one_person(tmp_path: Path) -> None:
    end = "\n\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLò Văn Hặc\n"
    assert signers(WHOLE + end, tmp_path) == [("ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Hặc")]


def test_rows_of_a_table_at_the_end_are_lines_of_its_columns(tmp_path: Path) -> None:
    end = "\n\n| Nơi nhận: | TM. ỦY BAN NHÂN DÂN |\n| --- | --- |\n| - Sở Y tế; | CHỦ TỊCH |\n| - Lưu: VT. | Lò Văn Hặc |\n"
    assert signers(WHOLE + end, tmp_path, ".md") == [("ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Hặc")]


@pytest.mark.parametrize("title", ["Về việc thành lập Ban Chỉ đạo chuyển đổi số thành phố Đà Nẵng", "Về việc thành lập Tổ công tác"])
def test_who_decides_is_no_part_of_the_title(title: str, tmp_path: Path) -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG\nSố: 2345/QĐ-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Đà Nẵng, ngày 12 tháng 10 năm 2026\nQUYẾT ĐỊNH\n\n{title}\nCHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\nTheo đề nghị của Giám đốc Sở Nội vụ.\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Thành lập Tổ công tác.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký./.\n"
        "Nơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Trung A\n"
    )
    assert str(import_pasted(text, tmp_path).document.title) == title


CELLS = "TT\n\nHạng mục\nSơn lại tường ngoài\nSửa mái\n\nThành tiền\n450\n500\n"


def test_cells_read_column_by_column_are_told(tmp_path: Path) -> None:
    begun = "\n\nBÁO CÁO\nKết quả công tác\n\nChi tiết như sau:\n"
    text = f"{HEAD}An Bình, ngày 03 tháng 3 năm 2026{begun}{CELLS}\nSở báo cáo để biết./.\n{FOOT}"
    notes = import_pasted(text, tmp_path).notes
    assert [note.code for note in notes if "A table may have been here" in str(note.what)] == ["import-guess"]
    few = text.replace(CELLS, "450\n500\n")
    assert not any("A table" in str(note.what) for note in import_pasted(few, tmp_path).notes)


def test_words_behind_the_sign_of_the_end_are_told(tmp_path: Path) -> None:
    begun = f"{HEAD}An Bình, ngày 03 tháng 3 năm 2026\n\nBÁO CÁO\nKết quả công tác\n\nSở báo cáo để biết./.\n\n"
    behind = "(Gửi kèm: dự thảo Nghị quyết; báo cáo thuyết minh)"
    found = import_pasted(f"{begun}{behind}\n{FOOT}", tmp_path)
    assert [str(one.text) for one in found.document.body] == ["Sở báo cáo để biết.", behind]
    (note,) = found.notes
    assert note.place is not None
    assert (note.code, note.place.line) == ("import-made", begun.count("\n") + 1)
    assert not import_pasted(begun + FOOT, tmp_path).notes
