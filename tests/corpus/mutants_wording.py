"""Faults of wording (LV1)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.mutant import Mutant, Spoil, both, drop, put, say, swap
from tests.corpus.paper import line

_STATE, _PARTY = "nd30-cong-van", "hd05-cong-van"


def _sentence(words: str, component: str = "body") -> Spoil:
    return put(component, line("body", words))


def _citations() -> Iterator[Mutant]:
    for what, words in (
        ("khoan-hoa", "Thực hiện quy định tại Khoản 2 Điều 5 của Luật Tổ chức chính quyền địa phương, Sở thông báo như sau."),
        ("dieu-thuong", "Thực hiện quy định tại khoản 2 điều 5 của Luật Tổ chức chính quyền địa phương, Sở thông báo như sau."),
        ("diem-hoa", "Thực hiện quy định tại Điểm a khoản 2 Điều 5 của Luật Tổ chức chính quyền địa phương, Sở thông báo."),
        ("chuong-thuong", "Thực hiện quy định tại chương II của Nghị định số 30/2020/NĐ-CP, Sở thông báo đến các đơn vị như sau."),
    ):
        # an act that is named by its number is cited for the first time there
        also = (("LV112",), _FIRST) if "số 30" in words else ((), "")
        yield Mutant("LV101", what, _STATE, _sentence(words), "body", *also)
    again = line("body", "Việc trình bày theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.")
    yield Mutant("LV109", "dan-lai-day-du", "nd30-to-trinh", put("body", again, nth=1), "body")
    for base, component, words in (
        ("nd30-to-trinh", "base", "Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;"),
        ("hd05-to-trinh", "base", "- Căn cứ Quy định số 399-QĐ/TW về thể loại văn bản của Đảng."),
    ):
        yield Mutant("LV108", "khong-ngay", base, say(component, words, 1), "base", ("LV112",), _FIRST)
    bare = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;"
    yield Mutant("LV108", "khong-trich-yeu", "nd30-to-trinh", say("base", bare, 1), "base")
    for what, words in (
        ("khong-so", "Căn cứ Nghị định ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"),
        ("chi-ten", "Căn cứ Quyết định của Ủy ban nhân dân tỉnh về công tác văn thư;"),
    ):
        yield Mutant("LV121", what, "nd30-to-trinh", say("base", words, 1), "base")
    bare = "- Căn cứ Chỉ thị của Ban Bí thư về kiện toàn tổ chức bộ máy."
    yield Mutant("LV121", "khong-so", "hd05-to-trinh", say("base", bare, 1), "base")
    words = "Thực hiện Nghị quyết số 18-NQ/TW về sắp xếp tổ chức bộ máy, đề nghị các đơn vị báo cáo kết quả."
    yield Mutant("LV112", "khong-ngay", _PARTY, _sentence(words), "body")
    first = "Thực hiện Nghị định số 30/2020/NĐ-CP về công tác văn thư, Sở thông báo đến các đơn vị như sau."
    yield Mutant("LV112", "khong-ngay", _STATE, _sentence(first), "body")
    old = "Thể thức trình bày theo Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018 của Văn phòng Trung ương Đảng."
    yield Mutant("LV117", "het-hieu-luc", _PARTY, _sentence(old), "body")


_FIRST = "the first citation lacks its date, wherever it stands"


def _capitals() -> Iterator[Mutant]:
    words = "Sở Nội vụ đã nhận được báo cáo của các đơn vị. đề nghị các đơn vị bổ sung số liệu còn thiếu."
    yield Mutant("LV102", "sau-cham", _STATE, _sentence(words), "body")
    words = "Đề nghị các đơn vị rà soát hồ sơ; Thực hiện đúng thời hạn và báo cáo kết quả về Sở trước ngày 30."
    yield Mutant("LV103", "sau-cham-phay", _STATE, _sentence(words), "body")
    words = "Cuộc kiểm tra được thực hiện tại các cơ quan trên địa bàn Tỉnh Sơn Hải trong quý II năm 2026."
    yield Mutant("LV104", "tinh-hoa", _STATE, _sentence(words), "body")
    words = "Hội nghị được tổ chức tại phường 1, thành phố Đà Lạt và truyền trực tuyến đến các xã, phường."
    yield Mutant("LV104", "phuong-thuong", _STATE, _sentence(words), "body")
    words = "Hội nghị được tổ chức vào 08 giờ 00 thứ hai, ngày 09 tháng 3 năm 2026 tại trụ sở của Sở Nội vụ."
    yield Mutant("LV105", "thu-thuong", _STATE, _sentence(words), "body")
    words = "Việc tổng kết được thực hiện từ tháng tám năm 2026 tại tất cả các cơ quan, đơn vị trực thuộc Sở."
    yield Mutant("LV105", "thang-thuong", _STATE, _sentence(words), "body")


def _names() -> Iterator[Mutant]:
    yield Mutant("LV106", "ubnd", "nd30-phu-luc", say("issuer", "UBND XÃ HÒA AN"), "issuer")
    for what, place in (("tp-hcm", "TP. Hồ Chí Minh"), ("hcm", "Hồ Chí Minh"), ("tphcm", "TP.HCM")):
        yield Mutant("LV107", what, _STATE, say("place_date", f"{place}, ngày 12 tháng 01 năm 2026"), "place_date")
    yield Mutant("LV107", "tphcm", _PARTY, say("place_date", "TP.HCM, ngày 15 tháng 6 năm 2026"), "place_date")
    for what, body in (("huyen-uy", "HUYỆN UỶ HOÀ AN"), ("dang-doan", "ĐẢNG ĐOÀN TỈNH SƠN HẢI")):
        yield Mutant("LV120", what, "hd05-ke-hoach", say("issuer", body), "issuer")
    for what, title in (("ths-thuong", "Ths. "), ("ts", "TS. "), ("pgs-ts", "PGS.TS. "), ("ths", "ThS. ")):
        yield Mutant("LV110", what, _STATE, say("sign_name", title + "Lê Thị Hoa"), "sign_name")
    yield Mutant("LV110", "ts", _PARTY, say("sign_name", "TS. Đỗ Văn Nam"), "sign_name")
    yield Mutant("LV110", "dai-ta", _PARTY, say("sign_name", "Đại tá Đỗ Văn Nam"), "sign_name")
    yield Mutant("LV111", "nhu-kinh-gui", _STATE, say("recipient", "- Như kính gửi;"), "recipient")
    yield Mutant("TT305", "v-v", _PARTY, say("abstract_dispatch", "V/v đăng ký lịch công tác tháng 7"), "abstract_dispatch")
    yield Mutant("LV113", "khong-mo-dau", _PARTY, say("abstract_dispatch", "đăng ký lịch công tác tháng 7"), "abstract_dispatch")
    yield Mutant("LV113", "viet-hoa", _PARTY, say("abstract_dispatch", "Về việc đăng ký lịch công tác tháng 7"), "abstract_dispatch")
    yield Mutant("LV116", "dang-bo-ban-hanh", "hd05-ke-hoach", say("issuer", "ĐẢNG BỘ XÃ HOÀ AN"), "issuer")
    one_line = both(drop("parent"), say("issuer", "VĂN PHÒNG TỈNH UỶ SƠN HẢI"))
    yield Mutant("LV116", "mot-dong", _PARTY, one_line, "issuer")
    yield Mutant("LV114", "kem-ten", "hd05-ke-hoach", say("sign_title", "PHÓ BÍ THƯ ĐẢNG UỶ"), "sign_title")
    yield Mutant("LV115", "k-t-bi-thu", "hd05-ke-hoach", say("sign_authority", "K/T BÍ THƯ"), "sign_authority")
    yield Mutant("LV116", "tinh-uy-tren-dang-uy", "hd05-ke-hoach", say("parent", "TỈNH UỶ SƠN HẢI"), "parent")
    yield Mutant("LV116", "dang-uy-tren-chi-bo", "hd05-chi-bo", say("parent", "ĐẢNG UỶ XÃ HOÀ AN"), "parent")
    decided = both(say("number", "Số 06-QĐ/CB"), say("type_name", "QUY ĐỊNH"))
    yield Mutant("LV118", "chi-bo-quy-dinh", "hd05-chi-bo", decided, "type_name")
    guided = both(say("number", "Số 06-HD/CB"), say("type_name", "HƯỚNG DẪN"))
    yield Mutant("LV118", "chi-bo-huong-dan", "hd05-chi-bo", guided, "type_name")
    yield Mutant("LV119", "hai-cach", "hd05-ke-hoach", swap("sign_authority", "BAN THƯỜNG VỤ", "ĐẢNG ỦY"), "sign_authority")


MUTANTS = (*_citations(), *_capitals(), *_names())
