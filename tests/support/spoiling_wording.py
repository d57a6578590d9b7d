"""Cases of wording (LV1)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.spoiling_cases import Case, Spoil, each, say, swap

_STATE, _PARTY = "nd30-ke-hoach", "hd05-ke-hoach"
_FIRST = (("LV112",), "the first citation lacks its date, wherever it stands")
#: rule, file, what is wrong, and the sentence
_SENTENCES = (
    ("LV101", _STATE, "khoản", "Thực hiện quy định tại Khoản 2 Điều 5 của Luật Tổ chức chính quyền địa phương về kiểm kê."),
    ("LV101", _STATE, "điều", "Thực hiện quy định tại khoản 2 điều 5 của Luật Tổ chức chính quyền địa phương về kiểm kê."),
    ("LV101", _STATE, "điểm", "Thực hiện quy định tại Điểm a khoản 2 Điều 5 của Luật Tổ chức chính quyền địa phương."),
    ("LV102", _STATE, "small", "Sở Tài chính đã nhận được báo cáo của các đơn vị. đề nghị các đơn vị bổ sung số liệu còn thiếu."),
    ("LV103", _STATE, "capital", "Đề nghị các đơn vị rà soát hồ sơ; Thực hiện đúng thời hạn và báo cáo kết quả về Sở Tài chính."),
    ("LV104", _STATE, "tỉnh", "Cuộc kiểm tra được thực hiện tại các cơ quan trên địa bàn Tỉnh An Bình trong quý II năm 2026."),
    ("LV104", _STATE, "phường", "Hội nghị được tổ chức tại phường 1, thành phố Đà Lạt và truyền trực tuyến đến các xã, phường."),
    ("LV105", _STATE, "thứ", "Hội nghị được tổ chức vào 08 giờ 00 thứ hai, ngày 16 tháng 3 năm 2026 tại trụ sở của Sở."),
    ("LV105", _STATE, "tháng", "Việc tổng kết được thực hiện từ tháng tám năm 2026 tại tất cả các cơ quan, đơn vị trực thuộc."),
    ("LV112", _STATE, "no-date", "Thực hiện Nghị định số 78/2025/NĐ-CP về công tác tổ chức, các đơn vị báo cáo kết quả kiểm kê."),
    (
        "LV112",
        _PARTY,
        "no-date",
        "Thực hiện Nghị quyết số 18-NQ/TW về sắp xếp tổ chức bộ máy, các đơn vị báo cáo kết quả kiểm kê.",
    ),
    (
        "LV117",
        _PARTY,
        "repealed",
        "Thể thức trình bày theo Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018 của Văn phòng Trung ương Đảng.",
    ),
)


def wording_cases() -> Iterator[Case]:
    """Every case of the group."""
    yield from _sentences()
    yield from _bases()
    yield from _head()
    yield from _foot()


def _sentence(words: str) -> Spoil:
    """Other words in a paragraph of the text."""
    return say("body", words, 2)


def _sentences() -> Iterator[Case]:
    for code, host, what, words in _SENTENCES:
        yield Case(code, what, host, _sentence(words), "body")
    again = "Việc trình bày theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."
    yield Case("LV109", "in-full-again", _STATE, _sentence(again), "body")


def _bases() -> Iterator[Case]:
    state, party = "nd30-to-trinh", "hd05-to-trinh"
    yield Case("LV108", "no-day", state, swap("base", " ngày 05 tháng 3 năm 2020 của Chính phủ", "", 1), "base", *_FIRST)
    yield Case("LV108", "no-subject", state, swap("base", " về công tác văn thư", "", 1), "base")
    yield Case("LV108", "no-day", party, swap("base", ", ngày 09/01/2026 của Ban Bí thư", "", 1), "base", *_FIRST)
    yield Case("LV121", "no-number", state, swap("base", " số 30/2020/NĐ-CP", "", 1), "base")
    yield Case("LV121", "no-number", party, say("base", "- Căn cứ Chỉ thị của Ban Bí thư về kiện toàn bộ máy.", 1), "base")


def _head() -> Iterator[Case]:
    yield Case("LV106", "ubnd", "nd30-chuc-danh", say("issuer", "UBND XÃ HÒA AN"), "issuer")
    for host, day in ((_STATE, "ngày 12 tháng 3 năm 2026"), (_PARTY, "ngày 22 tháng 6 năm 2026")):
        yield Case("LV107", "tp", host, say("place_date", f"TP.HCM, {day}"), "place_date")
    letter = "hd05-cong-van"
    yield Case("LV113", "no-opening", letter, swap("abstract_dispatch", "về việc ", ""), "abstract_dispatch")
    yield Case("LV113", "capital", letter, swap("abstract_dispatch", "về việc", "Về việc"), "abstract_dispatch")
    yield Case("LV116", "dang-bo", _PARTY, say("issuer", "ĐẢNG BỘ XÃ HOÀ AN"), "issuer")
    yield Case("LV116", "dang-uy-above", "hd05-chi-bo", say("parent", "ĐẢNG UỶ XÃ HOÀ AN"), "parent")
    yield Case("LV118", "quy-dinh", "hd05-chi-bo", each(say("number", "Số 15-QĐ/CB"), say("type_name", "QUY ĐỊNH")), "type_name")
    yield Case("LV120", "huyen-uy", _PARTY, say("issuer", "HUYỆN UỶ HOÀ AN"), "issuer")


def _foot() -> Iterator[Case]:
    for host in (_STATE, _PARTY):
        yield Case("LV110", "degree", host, say("sign_name", "TS. Nguyễn Thị Phương Thảo"), "sign_name")
    yield Case("LV111", "as-addressed", "nd30-cong-van", say("recipient", "- Như kính gửi;"), "recipient")
    yield Case("LV114", "with-body", "hd05-chi-bo", say("sign_title", "BÍ THƯ CHI BỘ"), "sign_title")
    for host in (_PARTY, "hd36-ke-hoach"):
        yield Case("LV114", "with-own-body", host, say("sign_title", "PHÓ TRƯỞNG BAN TỔ CHỨC"), "sign_title")
    yield Case("LV115", "for-the-secretary", "hd05-chuc-danh", say("sign_authority", "K/T BÍ THƯ"), "sign_authority")
    yield Case("LV119", "two-ways", _PARTY, swap("recipient", "Tỉnh uỷ", "Tỉnh ủy"), "recipient")
