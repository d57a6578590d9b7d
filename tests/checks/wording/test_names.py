"""Names of bodies, places and offices: LV106, LV107, LV110, LV111, LV113 to LV116, LV118."""

from __future__ import annotations

import pytest

from tests.checks.wording.saying import Marked, Said, marked

DATE = ", ngày 05 tháng 3 năm 2026"


def test_the_issuer_is_written_in_full() -> None:
    assert marked("LV106", ("issuer", "UBND XÃ ĐỒNG TRANH")) == [Marked("UBND", None)]
    assert marked("LV106", ("issuer", "SỞ GD&ĐT")) == [Marked("SỞ GD&ĐT", None)]
    assert marked("LV106", ("parent", "UBND TỈNH AN BÌNH"), ("issuer", "SỞ NỘI VỤ")) == []
    assert marked("LV106", ("issuer", "VĂN PHÒNG"), ("issuer", "ỦY BAN NHÂN DÂN XÃ")) == []


@pytest.mark.parametrize("place", ["TP.HCM", "TP. Hồ Chí Minh", "TP Hồ Chí Minh", "TPHCM", "Tp. Huế", "Hồ Chí Minh", "P. Chợ"])
def test_places_of_the_state_are_not_shortened(place: str) -> None:
    assert marked("LV107", ("place_date", place + DATE)) == [Marked(place, None)]


@pytest.mark.parametrize("place", ["Thành phố Hồ Chí Minh", "Hà Nội", "Phú Thọ", "Quảng Ngãi", "Hưng Yên", "Thanh Hóa", "Xã Phú"])
def test_full_places(place: str) -> None:
    assert marked("LV107", ("place_date", place + DATE)) == []


@pytest.mark.parametrize(
    ("place", "wrong"), [("TP Hồ Chí Minh", False), ("ĐK Phú Quốc", False), ("Hồ Chí Minh", True), ("TP.HCM", True)]
)
def test_the_party_may_shorten_the_unit(place: str, wrong: bool) -> None:
    assert bool(marked("LV107", ("place_date", place + DATE), standard="hd05")) is wrong


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("TS. Nguyễn Văn An", "TS. "),
        ("PGS.TS. Nguyễn Văn An", "PGS.TS. "),
        ("ThS Lê Thị Bình", "ThS "),
        ("BSCKII. Trần Văn Chung", "BSCKII. "),
        ("GS, TS Lê Văn Dũng", "GS, TS "),
    ],
)
def test_no_degree_before_the_name(name: str, title: str) -> None:
    assert marked("LV110", ("sign_name", name)) == [Marked(title, "")]


@pytest.mark.parametrize("name", ["Nguyễn Văn An", "Cao Thị Nguyệt Hà", "Tsan A Sáng", "Lý Sơn"])
def test_plain_names(name: str) -> None:
    assert marked("LV110", ("sign_name", name)) == []
    assert marked("LV110", ("sign_name", name), standard="hd05") == []


def test_the_party_writes_no_rank() -> None:
    assert marked("LV110", ("sign_name", "Đại tá Nguyễn Văn An"), standard="hd05") == [Marked("Đại tá ", "")]
    assert marked("LV110", ("sign_name", "Thiếu tướng, TS. Lê Văn Bé"), standard="hd05") == [Marked("Thiếu tướng, TS. ", "")]


def test_as_above_in_the_words_of_the_act() -> None:
    assert marked("LV111", ("recipient", "- Như kính gửi;")) == [Marked("Như kính gửi", "Như trên")]
    assert marked("LV111", ("recipient", "- Như Kính gửi trên;")) == [Marked("Như Kính gửi trên", "Như trên")]
    assert marked("LV111", ("recipient", "- Như trên;")) == []


def test_the_subject_of_a_party_dispatch() -> None:
    # V/v is told by TT305
    assert marked("LV113", ("abstract_dispatch", "V/v chuẩn bị đại hội"), standard="hd05") == []
    assert marked("LV113", ("abstract_dispatch", "Chuẩn bị đại hội"), standard="hd05") == [Marked("", "về việc ")]
    assert marked("LV113", ("abstract_dispatch", "về việc chuẩn bị đại hội"), standard="hd05") == []
    # before 27 May 2026 no opening was asked for
    assert marked("LV113", ("abstract_dispatch", "Chuẩn bị đại hội"), standard="hd36") == []


def test_an_office_stands_without_the_body() -> None:
    assert marked("LV114", ("sign_title", "PHÓ BÍ THƯ TỈNH ỦY"), standard="hd05") == [Marked("TỈNH ỦY", None)]
    for own in ("BÍ THƯ", "CHÁNH VĂN PHÒNG", "PHÓ TRƯỞNG BAN", "CHỦ NHIỆM"):
        assert marked("LV114", ("sign_title", own), standard="hd05") == []
    beside: list[Said] = [("sign_title", "BÍ THƯ ĐẢNG UỶ"), ("sign_concurrent", "kiêm"), ("sign_other_title", "TRƯỞNG BAN")]
    assert marked("LV114", *beside, standard="hd05") == []
    joint: list[Said] = [("sign_title", "BÍ THƯ TỈNH UỶ"), ("sign_name", "A"), ("sign_title", "CHỦ TỊCH"), ("sign_name", "B")]
    assert marked("LV114", *joint, standard="hd05") == []


def test_nobody_signs_for_the_head_of_a_collective() -> None:
    assert marked("LV115", ("sign_authority", "K/T BÍ THƯ"), standard="hd05") == [Marked("K/T BÍ THƯ", None)]
    for fine in ("K/T TRƯỞNG BAN", "T/M BAN THƯỜNG VỤ", "K/T CHÁNH VĂN PHÒNG", "T/L BAN THƯỜNG VỤ"):
        assert marked("LV115", ("sign_authority", fine), standard="hd05") == []


@pytest.mark.parametrize(
    ("parent", "issuer", "wrong"),
    [
        ("TỈNH UỶ AN BÌNH", "ĐẢNG ỦY XÃ ĐỒNG TRANH", "TỈNH UỶ"),
        ("ĐẢNG UỶ XÃ ĐỒNG TRANH", "CHI BỘ THÔN NÀ BƯỞI", "ĐẢNG UỶ"),
        ("ĐẢNG BỘ TỈNH AN BÌNH", "BAN TỔ CHỨC", "ĐẢNG BỘ"),
        ("ĐẢNG BỘ TỈNH AN BÌNH", "ĐẢNG UỶ XÃ ĐỒNG TRANH", None),
        ("ĐẢNG BỘ XÃ ĐỒNG TRANH", "CHI BỘ THÔN NÀ BƯỞI", None),
        ("TỈNH UỶ AN BÌNH", "BAN TỔ CHỨC", None),
        ("ĐẢNG UỶ XÃ ĐỒNG TRANH", "VĂN PHÒNG", None),
    ],
)
def test_what_stands_above_a_party_body(parent: str, issuer: str, wrong: str | None) -> None:
    found = marked("LV116", ("parent", parent), ("issuer", issuer), standard="hd05")
    assert found == ([] if wrong is None else [Marked(wrong, None)])


@pytest.mark.parametrize(("slug", "wrong"), [("chi-thi", True), ("huong-dan", True), ("nghi-quyet", False), ("quy-che", False)])
def test_a_chi_bo_does_not_issue_every_type(slug: str, wrong: bool) -> None:
    said: tuple[Said, ...] = (("issuer", "CHI BỘ THÔN NÀ BƯỞI"), ("type_name", "CHỈ THỊ"))
    assert bool(marked("LV118", *said, standard="hd05", kind=slug)) is wrong
    of_others: tuple[Said, ...] = (("issuer", "TỈNH UỶ AN BÌNH"), ("type_name", "CHỈ THỊ"))
    assert marked("LV118", *of_others, standard="hd05", kind=slug) == []
