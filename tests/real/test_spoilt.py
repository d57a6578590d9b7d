"""One thing spoilt in a file as offices make it: exactly that is found, at its words."""

from __future__ import annotations

import re

import pytest

from tests.checks.making import MAIN, judged, packed, parts_of
from tests.real import office_papers, party_papers, state_decisions, state_files, state_letters, state_odd
from tests.real.papers import PAPERS

#: the modules whose builders are registered
MODULES = (office_papers, party_papers, state_decisions, state_files, state_letters, state_odd)

Change = tuple[str, str]


def in_run(words: str, old: str, new: str) -> Change:
    """``old`` for ``new`` in the properties of the first run that holds ``words``."""
    return rf"{old}(?=(?:(?!</w:r>).)*{words})", new


def without(words: str) -> Change:
    """No paragraph with ``words``."""
    return rf"<w:p>(?:(?!</w:p>).)*{words}.*?</w:p>", ""


BOLD, PLAIN = "<w:b/>", '<w:b w:val="0"/>'
LETTER, DECISION, PLAN, CELL = (
    "letter_in_one_row",
    "decision_with_bold_numbers",
    "plan_with_gutter_in_two_rows",
    "resolution_of_a_cell",
)
CASES: list[tuple[str, Change, list[tuple[str, str, str]]]] = [
    # head
    (LETTER, ("Độc lập - Tự do - Hạnh", "Độc lập – Tự do – Hạnh"), [("TT202", "slogan", "Độc lập – Tự do – Hạnh phúc")]),
    (LETTER, in_run("XÃ SƠN HẢI", BOLD, PLAIN), [("DD242", "issuer", "XÃ SƠN HẢI")]),
    (LETTER, ("12/UBND-VX", "12/CV-UBND"), [("TT216", "number", "CV")]),
    (PLAN, ("Số: 07/", "Số: 7/"), [("TT211", "number", "7")]),
    (LETTER, ("ngày 05 tháng 3 năm 2026", "05/3/2026"), [("TT218", "place_date", "Sơn Hải, 05/3/2026")]),
    (LETTER, ("tháng 3 năm", "tháng 03 năm"), [("TT220", "place_date", "03")]),
    (LETTER, without("Số: 12"), [("TT110", "number", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]),
    ("letter_with_urgent_box", ("KHẨN<", "KHẨN CẤP<"), [("TT802", "urgency", "KHẨN CẤP")]),
    # title and text
    (PLAN, without("KẾ HOẠCH"), [("TT110", "type_name", "Số: 07/KH-SYT")]),
    (PLAN, ("KẾ HOẠCH", "KẾ HOẠC"), [("TT301", "type_name", "KẾ HOẠC")]),
    (PLAN, ("Kiểm tra công tác an", "V/v kiểm tra công tác an"), [("TT305", "abstract", "V/v")]),
    (DECISION, in_run(r"Điều 2\.", BOLD, PLAIN), [("DD452", "article", "Điều 2.")]),
    (DECISION, (r"Điều 1\.", "Điều 1:"), [("TT404", "article", "Điều 1:")]),
    (DECISION, ("ngày 10 tháng 3 năm 2026[.]<", "ngày 10 tháng 3 năm 2026,<"), [("TT401", "base", ",")]),
    (LETTER, (r"2\. Phân công", "3. Phân công"), [("TT405", "clause", "3.")]),
    (
        LETTER,
        in_run("Phân công trực", '<w:sz w:val="28"/>', '<w:sz w:val="26"/>'),
        [("TT410", "clause", "2. Phân công trực 24/24 giờ")],
    ),
    (LETTER, in_run("Thực hiện Công văn", PLAIN, BOLD), [("TT412", "body", "Thực hiện Công văn số 105/SNNMT-KL")]),
    (LETTER, ("trong những ngày nắng nóng", "từ thứ hai đến thứ Sáu"), [("LV105", "body", "hai")]),
    # foot
    (LETTER, (">CHỦ TỊCH<", ">QUYỀN CHỦ TỊCH<"), [("TT501", "sign_title", "QUYỀN")]),
    (LETTER, ("Nguyễn Văn Hòa", "ThS. Nguyễn Văn Hòa"), [("LV110", "sign_name", "ThS.")]),
    (
        LETTER,
        ("Nơi nhận:</w:t></w:r></w:p><w:p>.*?<w:r>", "Nơi nhận: </w:t></w:r><w:r>"),
        [("TT607", "recipients_label", "Nơi nhận:")],
    ),
    (DECISION, ("- Như Điều 3", "- Như trên"), [("TT610", "recipient", "- Như trên;")]),
    (LETTER, ("Lưu: VT, KT", "Lưu VT, KT"), [("TT611", "filing", "Lưu")]),
    # of the Party
    (CELL, (">-----<", ">---<"), [("TT307", "separator", "---")]),
    (CELL, in_run(">BÍ THƯ<", PLAIN, BOLD), [("TT504", "sign_title", "BÍ THƯ")]),
    (
        CELL,
        ("VIỆT NAM<", "VIỆT NAM</w:t><w:br/><w:t>Đoàn kết - Tiên phong - Đổi mới<"),
        [("TT224", "other", "Đoàn kết - Tiên phong - Đổi mới")],
    ),
    (
        CELL,
        (">ĐẢNG CỘNG SẢN", ">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t><w:br/><w:t>ĐẢNG CỘNG SẢN"),
        [("TT209", "page", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
    ),
    (
        "decision_on_a_member",
        in_run("- Căn cứ Quy", '<w:i w:val="0"/>', "<w:i/>"),
        [("DD403", "base", "- Căn cứ Quy định số 399-QĐ/TW")],
    ),
]


def _spoilt(name: str, change: Change) -> bytes:
    parts = parts_of(PAPERS[name]())
    xml, changed = re.subn(*change, parts[MAIN].decode("utf-8"), count=1, flags=re.DOTALL)
    assert changed
    return packed({**parts, MAIN: xml.encode("utf-8")})


def _found(data: bytes) -> list[tuple[str, str, str]]:
    found = []
    for one in judged(data):
        spot = one.finding.spot
        words = spot.paragraph.text[spot.start : spot.end] if spot.paragraph is not None else ""
        found.append((one.rule.code, one.finding.component, words))
    return found


@pytest.mark.parametrize(("name", "change", "wanted"), CASES)
def test_what_is_spoilt_is_found_at_its_place(name: str, change: Change, wanted: list[tuple[str, str, str]]) -> None:
    found = _found(_spoilt(name, change))
    assert [(code, component) for code, component, _ in found] == [(code, component) for code, component, _ in wanted]
    for (_, _, words), (_, _, begin) in zip(found, wanted, strict=True):
        assert words.startswith(begin)
