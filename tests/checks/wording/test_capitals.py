"""Capitals: sentences (LV102), behind a semicolon (LV103), units (LV104), days and months (LV105); tone marks (LV119)."""

from __future__ import annotations

import pytest

from tests.checks.wording.saying import Marked, marked, remarks

LONG = "trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định."


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Thực hiện nhiệm vụ được giao. đề nghị các đơn vị báo cáo.", "đ"),
        ("Vì sao chậm? nguyên nhân là gì?", "n"),
        ("Hoàn thành trước ngày họp.  các sở phối hợp.", "c"),
    ],
)
def test_a_sentence_begins_with_a_capital(text: str, letter: str) -> None:
    assert marked("LV102", text) == [Marked(letter, letter.upper())]


def test_the_remark_stands_on_the_letter() -> None:
    (found,) = remarks("LV102", "Được giao. đề nghị")
    assert (found.start, found.end, found.expected) == (11, 12, "Đ")


@pytest.mark.parametrize(
    "text",
    [
        "Nhà văn hóa, trường học, trạm y tế, v.v. được sửa chữa.",
        "Báo cáo dài 12 tr. gồm ba phần",
        "tại TP. hội nghị khai mạc",
        "Ông Nguyễn Văn A. trình bày",
        "Các sở, ban, ngành... phối hợp",
        "gồm: 1. rà soát văn bản; 2. báo cáo",
        "Đã nêu ở trên. a) việc thứ nhất",
        "Kinh phí 1.250 triệu đồng, 38,4 km.",
        "Gửi về địa chỉ vanthu@snv.gov.vn trước ngày 05/7",
        "“Dân hỏi ai?” là chuyên đề của hội nghị",
        "Ngày 05.7 họp tại xã",
        "- giao Sở Tài chính chủ trì;",
    ],
)
def test_abbreviations_numbers_and_lists_end_no_sentence(text: str) -> None:
    assert marked("LV102", text) == []


def test_a_paragraph_begins_with_a_capital_behind_a_finished_one() -> None:
    assert marked("LV102", "Các sở báo cáo kết quả.", LONG) == [Marked("t", "T")]
    assert marked("LV102", "Các sở thực hiện các việc sau:", LONG) == []
    assert marked("LV102", "Các sở báo cáo kết quả.", ("list_item", LONG)) == []
    assert marked("LV102", ("table_cell", "Xong."), LONG) == []
    assert marked("LV102", "Các sở báo cáo.", "nơi cấp: xã") == []


def test_a_capital_behind_a_semicolon_is_told() -> None:
    assert marked("LV103", "rà soát văn bản; Thực hiện đúng quy định") == [Marked("T", None)]
    assert marked("LV103", "rà soát văn bản; Sở Tài chính bố trí kinh phí; Ủy ban nhân dân xã báo cáo") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trên địa bàn Tỉnh Sơn La", Marked("Tỉnh", "tỉnh")),
        ("lãnh đạo các sở của Tỉnh Quảng Ngãi", Marked("Tỉnh", "tỉnh")),
        ("tổ chức tại phường 1, thành phố Đà Lạt", Marked("phường", "Phường")),
        ("tại quận 1, thành phố Hồ Chí Minh", Marked("quận", "Quận")),
    ],
)
def test_units_before_names_and_numbers(text: str, expected: Marked) -> None:
    assert marked("LV104", text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh Sơn La có 75 xã, phường.",
        "Đã họp. Tỉnh Sơn La báo cáo.",
        "Bí thư Tỉnh Đoàn Sơn La; Ban Chấp hành Tỉnh Đảng bộ",
        "báo cáo Thường trực Tỉnh ủy, Thường trực Tỉnh Ủy",
        "mỗi phường 5 người, các phường 1, 2 và 3",
        "tại Phường 1, Quận 3",
        "kiến nghị của Tỉnh đã được giải quyết",
        "tại phường 01 ngày 05/7 có mưa",
    ],
)
def test_units_rightly_written(text: str) -> None:
    assert marked("LV104", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("từ 08 giờ 00 thứ hai, ngày 13/7/2026", Marked("hai", "Hai")),
        ("sáng thứ tư, ngày 05 tháng 8", Marked("tư", "Tư")),
        ("họp vào thứ sáu hằng tuần", Marked("sáu", "Sáu")),
        ("ngày 02 tháng chín năm 1945", Marked("chín", "Chín")),
        ("Cách mạng tháng tám năm 1945", Marked("tám", "Tám")),
    ],
)
def test_days_and_months_in_words(text: str, expected: Marked) -> None:
    assert marked("LV105", text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "kỳ họp thứ hai, ngày 13/7/2026",
        "tái phạm lần thứ ba ngày 05/7",
        "Thứ hai, ngày càng nhiều hộ tham gia",
        "Thứ Ba tuần thứ hai",
        "ngày     tháng năm 2026",
        "mỗi tháng hai lần; sáu tháng năm 2026",
        "thứ Hai, ngày 13/7/2026; tháng Tám năm 1945",
        "chương thứ năm",
    ],
)
def test_ordinals_and_open_dates_are_no_days(text: str) -> None:
    assert marked("LV105", text) == []


def test_two_ways_of_placing_tone_marks_are_told_once() -> None:
    said = ("Tỉnh uỷ họp; Tỉnh uỷ kết luận", "Đảng ủy xã báo cáo", "Đảng ủy phường")
    assert marked("LV119", *said, "thuỷ lợi", standard="hd05") == [Marked("ủy", None)]


@pytest.mark.parametrize(
    "said",
    [
        ("Tỉnh uỷ", "thuỷ lợi", "hoà giải", "quý, quỹ, quỳ", "hoàn thuế", "toán, khoảng, thuyền"),
        ("Tỉnh ủy", "hóa, khóa, tòa, khỏe", "quý I"),
        ("Tỉnh uỷ", ("sign_name", "Nguyễn Thị Thúy")),
    ],
)
def test_one_way_of_placing_tone_marks(said: tuple[str, ...]) -> None:
    assert marked("LV119", *said, standard="hd05") == []
