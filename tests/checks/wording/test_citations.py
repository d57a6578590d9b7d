"""Citations: parts of documents (LV101), bases (LV108), first and later mentions (LV109, LV112), repealed acts (LV117)."""

from __future__ import annotations

import pytest

from tests.checks.wording.saying import Marked, marked, remarks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theo quy định tại Khoản 2 Điều 5 của Luật này", [Marked("Khoản", "khoản")]),
        ("căn cứ các Khoản 1, 2 và 3 Điều 3", [Marked("Khoản", "khoản")]),
        ("quy định tại Điểm a khoản 2 Điều 3 Nghị định này", [Marked("Điểm", "điểm")]),
        ("thực hiện khoản 2 điều 5.", [Marked("điều", "Điều")]),
        ("các điều 1, 2 và 3 của Nghị định này", [Marked("điều", "Điều")]),
        ("theo quy định tại chương II Luật Đất đai", [Marked("chương", "Chương")]),
        ("nêu tại mục 2 Công văn này", [Marked("mục", "Mục")]),
        ("nội dung tại phần I của Kế hoạch", [Marked("phần", "Phần")]),
        ("quy định ở Điều 5 Khoản 2", [Marked("Khoản", "khoản")]),
        ("theo tiểu mục 1 Mục 2 Chương I của Luật", [Marked("tiểu mục", "Tiểu mục")]),
    ],
)
def test_parts_of_a_cited_document_have_their_capitals(text: str, expected: list[Marked]) -> None:
    assert marked("LV101", text) == expected


def test_the_place_is_that_of_the_word_alone() -> None:
    (found,) = remarks("LV101", "theo Khoản 2 Điều 5 của Luật này")
    assert (found.start, found.end, found.expected) == (5, 10, "khoản")


@pytest.mark.parametrize(
    "text",
    [
        "điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự",
        "điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 1 Chương III của Nghị quyết số 351/2017/UBTVQH14",
        "Khoản 2 Điều 5 quy định thẩm quyền của Sở.",
        "1. Khoản 2 Điều 5 được sửa đổi như sau:",
        "- Điểm a khoản 2 Điều 5 được bãi bỏ;",
        "Đã sửa đổi. Khoản 3 Điều 4 giữ nguyên.",
        "Điều 5. Khoản 2 Điều 3 được sửa đổi",
        "điều 5 xe cứu thương đến hiện trường",
        "thực hiện 5 điều Bác Hồ dạy",
        "danh mục 1 kèm theo Quyết định này",
        "theo đề mục 3 của báo cáo",
        "vay Khoản 5 tỷ đồng",
        "các điểm cầu 1, 2 và 3 của tỉnh",
        "hoàn thành phần 1 của công trình",
        "hai phần ba số hộ",
        "KHOẢN 2 ĐIỀU 5 CỦA LUẬT NÀY",
        "Tại Điểm cầu trung tâm, lãnh đạo tỉnh chủ trì.",
        "Điều kiện 1 của gói thầu",
    ],
)
def test_other_words_of_the_same_letters_are_left_alone(text: str) -> None:
    assert marked("LV101", text) == []


def base(text: str) -> tuple[str, str]:
    return ("base", text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;", "30/2020/NĐ-CP"),
        ("Căn cứ Quyết định số 41/QĐ-UBND của Ủy ban nhân dân tỉnh;", "41/QĐ-UBND"),
        ("Căn cứ Thông tư số 02/2019/TT-BNV ngày 24 tháng 01 năm 2019 quy định tiêu chuẩn dữ liệu;", "02/2019/TT-BNV"),
    ],
)
def test_a_base_without_date_or_issuer(text: str, number: str) -> None:
    assert marked("LV108", base(text)) == [Marked(number, None)]


def test_a_base_of_the_party_without_date() -> None:
    assert marked("LV108", base("- Căn cứ Nghị quyết số 14-NQ/TU;"), standard="hd05") == [Marked("14-NQ/TU", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Luật số 72/2025/QH15;",
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;",
        "Căn cứ chức năng, nhiệm vụ, quyền hạn của Sở;",
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 118/TTr-SNV ngày 28 tháng 4 năm 2026.",
        "Căn cứ Quyết định số        /QĐ-UBND của Ủy ban nhân dân tỉnh;",
        # the rest stands on the next line
        "Căn cứ Nghị định số 30/2020/NĐ-CP",
    ],
)
def test_a_full_base_and_a_law_are_left_alone(text: str) -> None:
    assert marked("LV108", base(text)) == []


def test_a_second_long_citation_is_told() -> None:
    long = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    assert marked("LV109", f"Thực hiện {long}.", f"Theo {long}, Sở đề nghị.") == [Marked(" ngày 05 tháng 3 năm 2020", None)]


def test_short_citations_are_left_alone() -> None:
    long = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"
    assert marked("LV109", f"Thực hiện {long}.", "Theo Nghị định số 30/2020/NĐ-CP, Sở đề nghị.") == []


def test_the_party_cites_with_date_the_first_time() -> None:
    texts = ("theo Quy định số 399-QĐ/TW của Ban Bí thư", "thực hiện Quy định số 399-QĐ/TW")
    assert marked("LV112", *texts, standard="hd05") == [Marked("399-QĐ/TW", None)]
    texts = ("theo Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư", "thực hiện Quy định số 399-QĐ/TW")
    assert marked("LV112", *texts, standard="hd05") == []


def test_repealed_acts_are_told_unless_the_text_says_so_itself() -> None:
    assert marked("LV117", "theo Hướng dẫn số 36-HD/VPTW", standard="hd05") == [Marked("36-HD/VPTW", None)]
    assert marked("LV117", "Hướng dẫn này thay thế Hướng dẫn số 36-HD/VPTW", standard="hd05") == []
    assert marked("LV117", "theo Hướng dẫn số 136-HD/VPTW", standard="hd05") == []
