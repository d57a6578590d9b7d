"""Correct papers, written by hand: what each says, line by line."""

from __future__ import annotations

from tests.corpus.paper import Appendix, Line, Paper, line

MOTTO = (
    line("motto", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    line("slogan", "Độc lập - Tự do - Hạnh phúc"),
)
PARTY_TITLE = line("party_title", "ĐẢNG CỘNG SẢN VIỆT NAM")


def body(*pairs: tuple[str, str]) -> tuple[Line, ...]:
    return tuple(line(component, text) for component, text in pairs)


_PLAN = body(
    ("section", "I. MỤC ĐÍCH, YÊU CẦU"),
    ("clause_title", "1. Mục đích"),
    (
        "body",
        "Nâng cao chất lượng phục vụ người dân tại bộ phận tiếp nhận và trả kết quả; rút ngắn thời gian giải quyết hồ sơ ở các đơn vị.",
    ),
    ("clause_title", "2. Yêu cầu"),
    ("point", "a) Các đơn vị phân công một lãnh đạo phụ trách và một đầu mối tổng hợp."),
    ("point", "b) Số liệu báo cáo phải đúng mẫu, đúng hạn, có thể đối chiếu."),
    ("section", "II. NỘI DUNG"),
    ("clause", "1. Rà soát thủ tục hành chính đang áp dụng và đề xuất cắt giảm những khâu không cần thiết trong quý II."),
    ("list_item", "- Lập danh mục thủ tục có thời hạn giải quyết trên mười ngày;"),
    ("list_item", "- Đối chiếu danh mục với kết quả giải quyết của năm trước."),
    ("clause", "2. Tổ chức tập huấn cho công chức trực tiếp giải quyết hồ sơ, mỗi đợt không quá hai ngày."),
    ("section", "III. TỔ CHỨC THỰC HIỆN"),
    ("clause", "1. Văn phòng theo dõi, đôn đốc việc thực hiện và tổng hợp kết quả hằng quý."),
)
_END_STATE = line("clause", "2. Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Văn phòng để tổng hợp, báo cáo./.")
_END_PARTY = line("clause", "2. Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Văn phòng để tổng hợp, báo cáo.")


def state_plan() -> Paper:
    """Kế hoạch of a province."""
    return Paper(
        "nd30",
        (line("issuer", "ỦY BAN NHÂN DÂN"), line("issuer", "TỈNH SƠN HẢI"), line("number", "Số: 15/KH-UBND")),
        (*MOTTO, line("place_date", "Sơn Hải, ngày 05 tháng 3 năm 2026")),
        (
            line("type_name", "KẾ HOẠCH"),
            line("abstract", "Cải cách thủ tục hành chính năm 2026"),
            line("body", "Để nâng cao chất lượng phục vụ người dân và doanh nghiệp, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"),
            *_PLAN,
            _END_STATE,
        ),
        (
            line("recipients_label", "Nơi nhận:"),
            line("recipient", "- Các sở, ban, ngành;"),
            line("recipient", "- Ủy ban nhân dân các xã, phường;"),
            line("filing", "- Lưu: VT, NC."),
        ),
        (
            line("sign_authority", "TM. ỦY BAN NHÂN DÂN"),
            line("sign_authority", "KT. CHỦ TỊCH"),
            line("sign_title", "PHÓ CHỦ TỊCH"),
            line("sign_name", "Trần Văn Bình"),
        ),
    )


def state_letter() -> Paper:
    """Công văn of a department to several."""
    return Paper(
        "nd30",
        (
            line("parent", "ỦY BAN NHÂN DÂN TỈNH SƠN HẢI"),
            line("issuer", "SỞ NỘI VỤ"),
            line("number", "Số: 08/SNV-CCHC"),
            line("abstract_dispatch", "V/v rà soát vị trí việc làm năm 2026"),
        ),
        (*MOTTO, line("place_date", "Sơn Hải, ngày 12 tháng 01 năm 2026")),
        (
            line("addressee_label", "Kính gửi:"),
            line("addressee", "- Các sở, ban, ngành;"),
            line("addressee", "- Ủy ban nhân dân các xã, phường."),
            line(
                "body",
                "Thực hiện chương trình công tác năm 2026, Sở Nội vụ đề nghị các cơ quan, đơn vị rà soát vị trí việc làm "
                "và gửi kết quả về Sở trước ngày 30 tháng 3 năm 2026.",
            ),
            line("body", "Quá trình thực hiện nếu có khó khăn, đề nghị các cơ quan, đơn vị liên hệ với Sở Nội vụ để được hướng dẫn./."),
        ),
        (
            line("recipients_label", "Nơi nhận:"),
            line("recipient", "- Như trên;"),
            line("recipient", "- Giám đốc Sở (để báo cáo);"),
            line("filing", "- Lưu: VT, CCHC."),
        ),
        (line("sign_authority", "KT. GIÁM ĐỐC"), line("sign_title", "PHÓ GIÁM ĐỐC"), line("sign_name", "Lê Thị Hoa")),
    )


def state_decision() -> Paper:
    """Quyết định, issued directly."""
    return Paper(
        "nd30",
        (line("parent", "UBND TỈNH SƠN HẢI"), line("issuer", "SỞ TÀI CHÍNH"), line("number", "Số: 127/QĐ-STC")),
        (*MOTTO, line("place_date", "Sơn Hải, ngày 21 tháng 11 năm 2025")),
        (
            line("type_name", "QUYẾT ĐỊNH"),
            line("abstract", "Về việc thành lập Tổ công tác rà soát tài sản công"),
            line("authority", "GIÁM ĐỐC SỞ TÀI CHÍNH"),
            line("base", "Căn cứ Luật Quản lý, sử dụng tài sản công ngày 21 tháng 6 năm 2017;"),
            line("base", "Theo đề nghị của Trưởng phòng Quản lý giá và công sản."),
            line("decision_word", "QUYẾT ĐỊNH:"),
            line(
                "article",
                ("Điều 1. ", {}),
                ("Thành lập Tổ công tác rà soát tài sản công gồm các ông, bà có tên trong danh sách gửi kèm.", {"bold": False}),
            ),
            line("article", ("Điều 2. ", {}), ("Tổ công tác có nhiệm vụ sau đây:", {"bold": False})),
            line("clause", "1. Rà soát, lập danh mục tài sản công tại các đơn vị."),
            line("clause", "2. Đề xuất phương án xử lý tài sản không còn nhu cầu sử dụng."),
            line(
                "article",
                ("Điều 3. ", {}),
                (
                    "Quyết định này có hiệu lực kể từ ngày ký. Các đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.",
                    {"bold": False},
                ),
            ),
        ),
        (
            line("recipients_label", "Nơi nhận:"),
            line("recipient", "- Như Điều 3;"),
            line("filing", "- Lưu: VT, QLGCS."),
        ),
        (line("sign_title", "GIÁM ĐỐC"), line("sign_name", "Phạm Minh Đức")),
    )


def state_appendices() -> Paper:
    """Thông báo with two appendices."""
    appendix = (
        line("appendix_reference", "(Kèm theo Thông báo số 33/TB-UBND ngày 10 tháng 9 năm 2025 của Ủy ban nhân dân xã Hòa An)"),
        line("body", "Nội dung chi tiết được thực hiện theo hướng dẫn của cơ quan chuyên môn cấp trên./."),
    )
    return Paper(
        "nd30",
        (line("parent", "ỦY BAN NHÂN DÂN TỈNH SƠN HẢI"), line("issuer", "ỦY BAN NHÂN DÂN XÃ HÒA AN"), line("number", "Số: 33/TB-UBND")),
        (*MOTTO, line("place_date", "Hòa An, ngày 10 tháng 9 năm 2025")),
        (
            line("type_name", "THÔNG BÁO"),
            line("abstract", "Lịch tiếp công dân quý IV năm 2025"),
            line(
                "body",
                "Ủy ban nhân dân xã thông báo lịch tiếp công dân quý IV năm 2025 theo Phụ lục I và Phụ lục II kèm theo Thông báo này.",
            ),
            line("body", "Đề nghị các thôn thông báo rộng rãi để người dân được biết./."),
        ),
        (line("recipients_label", "Nơi nhận:"), line("recipient", "- Các thôn trong xã;"), line("filing", "- Lưu: VT.")),
        (line("sign_authority", "TM. ỦY BAN NHÂN DÂN"), line("sign_title", "CHỦ TỊCH"), line("sign_name", "Nguyễn Thị Lan")),
        (
            Appendix((line("appendix_label", "Phụ lục I"), line("appendix_title", "LỊCH TIẾP CÔNG DÂN"), *appendix)),
            Appendix((line("appendix_label", "Phụ lục II"), line("appendix_title", "ĐỊA ĐIỂM TIẾP CÔNG DÂN"), *appendix)),
        ),
    )


def party_plan() -> Paper:
    """Kế hoạch of a Party committee."""
    return Paper(
        "hd05",
        (line("parent", "ĐẢNG BỘ TỈNH SƠN HẢI"), line("issuer", "ĐẢNG UỶ XÃ HOÀ AN"), line("star", "*"), line("number", "Số 09-KH/ĐU")),
        (PARTY_TITLE, line("place_date", "Hoà An, ngày 03 tháng 6 năm 2026")),
        (
            line("type_name", "KẾ HOẠCH"),
            line("abstract", "kiểm tra, giám sát năm 2026"),
            line("separator", "-----"),
            line("body", "Thực hiện chương trình công tác năm 2026, Ban Thường vụ Đảng uỷ xây dựng Kế hoạch như sau:"),
            *_PLAN,
            _END_PARTY,
        ),
        (
            line("recipients_label", ("Nơi nhận", {}), (":", {"underline": False})),
            line("recipient", "- Tỉnh uỷ (để báo cáo);"),
            line("recipient", "- Các chi bộ trực thuộc;"),
            line("filing", "- Lưu Văn phòng Đảng uỷ."),
        ),
        (line("sign_authority", "T/M BAN THƯỜNG VỤ"), line("sign_title", "PHÓ BÍ THƯ"), line("sign_name", "Vũ Thị Mai")),
    )


def party_letter() -> Paper:
    """Công văn of a Party committee's office."""
    return Paper(
        "hd05",
        (
            line("parent", "TỈNH UỶ SƠN HẢI"),
            line("issuer", "VĂN PHÒNG"),
            line("star", "*"),
            line("number", "Số 138-CV/VPTU"),
            line("abstract_dispatch", "về việc đăng ký lịch công tác tháng 7"),
        ),
        (PARTY_TITLE, line("place_date", "Sơn Hải, ngày 15 tháng 6 năm 2026")),
        (
            line("addressee_label", "Kính gửi:"),
            line("addressee", "- Các đảng uỷ trực thuộc Tỉnh uỷ;"),
            line("addressee", "- Các ban xây dựng Đảng của Tỉnh uỷ;"),
            line(
                "body",
                "Để chuẩn bị lịch công tác tháng 7 của Thường trực Tỉnh uỷ, Văn phòng Tỉnh uỷ đề nghị các cơ quan, đơn vị "
                "đăng ký nội dung làm việc trước ngày 25 tháng 6 năm 2026.",
            ),
            line("body", "Đề nghị các cơ quan, đơn vị phối hợp thực hiện."),
        ),
        (
            line("recipients_label", ("Nơi nhận", {}), (":", {"underline": False})),
            line("recipient", "- Như trên;"),
            line("filing", "- Lưu Văn phòng Tỉnh uỷ."),
        ),
        (line("sign_authority", "K/T CHÁNH VĂN PHÒNG"), line("sign_title", "PHÓ CHÁNH VĂN PHÒNG"), line("sign_name", "Đỗ Văn Nam")),
    )


def party_submission() -> Paper:
    """Tờ trình with bases."""
    return Paper(
        "hd05",
        (line("parent", "TỈNH UỶ SƠN HẢI"), line("issuer", "BAN TỔ CHỨC"), line("star", "*"), line("number", "Số 21-TTr/BTCTU")),
        (PARTY_TITLE, line("place_date", "Sơn Hải, ngày 08 tháng 7 năm 2026")),
        (
            line("type_name", "TỜ TRÌNH"),
            line("abstract", "về việc kiện toàn tổ chức bộ máy"),
            line("separator", "-----"),
            line("addressee_label", ("Kính trình:", {}), (" Ban Thường vụ Tỉnh uỷ", {"italic": False})),
            line("base", "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
            line("base", "- Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư về thể loại văn bản của Đảng."),
            line(
                "body",
                "Ban Tổ chức Tỉnh uỷ trình Ban Thường vụ Tỉnh uỷ xem xét phương án kiện toàn tổ chức bộ máy của các cơ quan tham mưu.",
            ),
            line("body", "Kính trình Ban Thường vụ Tỉnh uỷ xem xét, quyết định."),
        ),
        (
            line("recipients_label", ("Nơi nhận", {}), (":", {"underline": False})),
            line("recipient", "- Như trên;"),
            line("filing", "- Lưu Ban Tổ chức Tỉnh uỷ."),
        ),
        (line("sign_title", "TRƯỞNG BAN"), line("sign_name", "Hoàng Văn Tuấn")),
    )


#: the papers of the first hour; all of them stand in ``tests.corpus.every``
PAPERS = {
    "nd30-ke-hoach": state_plan,
    "nd30-cong-van": state_letter,
    "nd30-quyet-dinh": state_decision,
    "nd30-phu-luc": state_appendices,
    "hd05-ke-hoach": party_plan,
    "hd05-cong-van": party_letter,
    "hd05-to-trinh": party_submission,
}
