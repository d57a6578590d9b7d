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
