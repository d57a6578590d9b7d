"""More correct papers of the Party: regulation, decision, minutes, marks, appendices, two offices; three under 36-HD/VPTW."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.paper import Appendix, Line, Paper, line
from tests.corpus.papers import PARTY_TITLE, body, party_letter, party_plan, party_submission

_LABEL = line("recipients_label", ("Nơi nhận", {}), (":", {"underline": False}))


def _number(paper: Paper, number: str) -> tuple[Line, ...]:
    return tuple(one.saying(number) if one.component == "number" else one for one in paper.left)


def party_regulation() -> Paper:
    """Quy chế in chương, mục, Điều, khoản, điểm."""
    plan = party_plan()
    return replace(
        plan,
        left=_number(plan, "Số 04-QC/ĐU"),
        text=(
            line("type_name", "QUY CHẾ"),
            line("abstract", "làm việc của Đảng uỷ xã"),
            line("separator", "-----"),
            *body(
                ("part_label", "Chương I"),
                ("part_title", "QUY ĐỊNH CHUNG"),
                ("article", "Điều 1. Phạm vi điều chỉnh"),
                ("body", "Quy chế này quy định nguyên tắc, chế độ làm việc và quan hệ công tác của Đảng uỷ, Ban Thường vụ Đảng uỷ."),
                ("part_label", "Chương II"),
                ("part_title", "QUY ĐỊNH CỤ THỂ"),
                ("part_label", "Mục 1"),
                ("part_title", "TRÁCH NHIỆM"),
                ("article", "Điều 2. Trách nhiệm của Đảng uỷ"),
                ("clause", "1. Lãnh đạo thực hiện nghị quyết của cấp trên và nghị quyết đại hội đảng bộ xã, gồm các việc sau:"),
                ("point", "a) Ban hành chương trình làm việc toàn khoá và chương trình công tác hằng năm của Đảng uỷ;"),
                ("point", "b) Kiểm tra, giám sát việc thực hiện của các chi bộ, cấp uỷ viên và đảng viên trong đảng bộ xã;"),
                ("point", "c) Chuẩn bị nội dung, nhân sự đại hội đảng bộ nhiệm kỳ tiếp theo theo hướng dẫn của cấp trên;"),
                ("point", "d) Quản lý tài chính, tài sản của đảng bộ theo quy định và công khai hằng năm trước đảng bộ;"),
                ("point", "đ) Xem xét khiếu nại, tố cáo của đảng viên và nhân dân đối với tổ chức đảng thuộc quyền."),
                ("clause", "2. Báo cáo cấp trên theo định kỳ và khi có yêu cầu đột xuất về tình hình mọi mặt của đảng bộ."),
                (
                    "article",
                    "Điều 3. Hiệu lực thi hành và trách nhiệm tổ chức thực hiện của các chi bộ trực thuộc, cấp uỷ viên và đảng viên",
                ),
                ("body", "Quy chế này có hiệu lực kể từ ngày ký. Các chi bộ trực thuộc và đảng viên chịu trách nhiệm thi hành."),
            ),
        ),
    )


def party_levels() -> Paper:
    """Kế hoạch with the levels that the guide itself prints: I-, 1., 1.1., a)."""
    plan = party_plan()
    return replace(
        plan,
        text=(
            *plan.text[:4],
            *body(
                ("section", "I- MỤC ĐÍCH, YÊU CẦU"),
            ),
            line("clause_title", "1. Mục đích", outline=1),
            line("subclause_title", "1.1. Mục đích chung", outline=2),
            line("body", "Phát huy ưu điểm, kịp thời khắc phục hạn chế trong công tác kiểm tra, giám sát của các chi bộ."),
            line(
                "subclause_title",
                "1.2. Mục đích cụ thể của từng nội dung kiểm tra, giám sát đối với các chi bộ và đảng viên trong đảng bộ xã",
                outline=2,
            ),
            line("point_title", "a) Đối với chi bộ", outline=3),
            line("body", "Thực hiện Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư về thể loại văn bản của Đảng."),
            line(
                "point_title",
                "b) Đối với cấp uỷ viên, đảng viên được phân công phụ trách các lĩnh vực công tác của đảng bộ trong nhiệm kỳ",
                outline=3,
            ),
            line("body", "Nâng cao trách nhiệm nêu gương, chấp hành kỷ luật phát ngôn và quy chế làm việc của cấp uỷ."),
            line(
                "clause_title",
                "2. Yêu cầu đối với các chi bộ trực thuộc, cấp uỷ viên và đảng viên được kiểm tra, giám sát trong năm 2026",
                outline=1,
            ),
            *body(
                ("list_item", "- Các chi bộ phân công cấp uỷ viên phụ trách từng nội dung, báo cáo kết quả trước ngày 15 hằng tháng;"),
                ("list_item", "- Đảng viên được kiểm tra chuẩn bị báo cáo tự kiểm tra và hồ sơ có liên quan theo đề cương gửi kèm."),
                ("section", "II- NỘI DUNG"),
                ("clause", "1. Kiểm tra việc thực hiện nghị quyết của Đảng uỷ tại các chi bộ thôn và chi bộ cơ quan trong năm."),
                ("clause", "2. Giám sát việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh của đảng viên."),
            ),
        ),
    )


def party_decision() -> Paper:
    """Quyết định: authority, bases with dashes, Điều with running text."""
    plan = party_submission()
    return replace(
        plan,
        left=_number(plan, "Số 33-QĐ/BTCTU"),
        text=(
            line("type_name", "QUYẾT ĐỊNH"),
            line("abstract", "về việc thành lập Tổ giúp việc"),
            line("separator", "-----"),
            line("base", "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
            line("base", "- Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư về thể loại văn bản của Đảng."),
            line("authority", "TRƯỞNG BAN TỔ CHỨC TỈNH UỶ"),
            line("decision_word", "QUYẾT ĐỊNH:"),
            line("article", ("Điều 1. ", {}), ("Thành lập Tổ giúp việc gồm các đồng chí có tên trong danh sách.", {"bold": False})),
            line("article", ("Điều 2. ", {}), ("Các đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này.", {"bold": False})),
        ),
        recipients=(_LABEL, line("recipient", "- Như Điều 2;"), line("filing", "- Lưu Ban Tổ chức Tỉnh uỷ.")),
    )


def party_minutes() -> Paper:
    """Biên bản: two columns with the fixed captions."""
    plan = party_plan()
    return replace(
        plan,
        left=_number(plan, "Số 11-BB/ĐU"),
        right=(PARTY_TITLE, line("place_date", "Hoà An, ngày 05 tháng 6 năm 2026")),
        text=(
            line("type_name", "BIÊN BẢN"),
            line("abstract", "hội nghị Ban Chấp hành Đảng bộ xã tháng 6"),
            line("separator", "-----"),
            line("body", "Hội nghị thảo luận kết quả công tác tháng 5 và thống nhất nhiệm vụ trọng tâm của tháng 6 năm 2026."),
            line("body", "Hội nghị kết thúc vào 11 giờ 00 cùng ngày."),
        ),
        second=(line("sign_title", "NGƯỜI GHI BIÊN BẢN"), line("sign_name", "Lê Thị Hoa")),
        signature=(line("sign_title", "CHỦ TRÌ HỘI NGHỊ"), line("sign_name", "Vũ Thị Mai")),
        recipients=(_LABEL, line("recipient", "- Các chi bộ trực thuộc;"), line("filing", "- Lưu Văn phòng Đảng uỷ.")),
    )


def party_marks() -> Paper:
    """Kế hoạch with every mark: circulation, urgency, draft, drafter, address."""
    plan = party_plan()
    return replace(
        plan,
        above=(line("circulation", "TÀI LIỆU HỘI NGHỊ", align="right"),),
        left=(*plan.left, line("urgency", "THƯỢNG KHẨN"), line("draft_mark", "Dự thảo lần 2")),
        recipients=(*plan.recipients, line("drafter", "NguyenVanAn-26")),
        contact=(line("contact", "Địa chỉ: thôn Đông, xã Hoà An; điện thoại: 0999 123 456; email: du@hoaan.example", border="top"),),
    )


def party_offices() -> Paper:
    """Signed by a secretary who heads a committee without a seal of its own."""
    plan = party_plan()
    return replace(
        plan,
        left=(
            line("parent", "TỈNH UỶ SƠN HẢI"),
            line("issuer", "BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH"),
            line("star", "*"),
            line("number", "Số 02-KH/BCĐ"),
        ),
        signature=(
            line("sign_authority", "T/M BAN CHỈ ĐẠO"),
            line("sign_title", "PHÓ BÍ THƯ"),
            line("sign_concurrent", "kiêm"),
            line("sign_other_title", "TRƯỞNG BAN CHỈ ĐẠO"),
            line("sign_name", "Vũ Thị Mai"),
        ),
    )


def party_appendices() -> Paper:
    """Kế hoạch with two appendices, counted in Arabic digits."""
    plan = party_plan()
    reference = line("appendix_reference", "(Kèm theo Kế hoạch số 09-KH/ĐU, ngày 03/6/2026 của Đảng uỷ xã Hoà An)")
    text = line("body", "Nội dung chi tiết thực hiện theo hướng dẫn của Uỷ ban Kiểm tra Tỉnh uỷ.")
    at = next(i for i, one in enumerate(plan.text) if one.component == "body")
    pointer = plan.text[at].saying("Đảng uỷ xây dựng Kế hoạch kiểm tra, giám sát năm 2026 theo Phụ lục 1 và Phụ lục 2 kèm theo như sau:")
    return replace(
        plan,
        text=(*plan.text[:at], pointer, *plan.text[at + 1 :]),
        appendices=(
            Appendix((line("appendix_label", "Phụ lục 1"), line("appendix_title", "DANH SÁCH CHI BỘ ĐƯỢC KIỂM TRA"), reference, text)),
            Appendix((line("appendix_label", "Phụ lục 2"), line("appendix_title", "DANH SÁCH ĐẢNG VIÊN ĐƯỢC GIÁM SÁT"), reference, text)),
        ),
    )


def party_cell() -> Paper:
    """Nghị quyết of a chi bộ."""
    plan = party_plan()
    return replace(
        plan,
        left=(
            line("parent", "ĐẢNG BỘ XÃ HOÀ AN"),
            line("issuer", "CHI BỘ THÔN ĐÔNG"),
            line("star", "*"),
            line("number", "Số 06-NQ/CB"),
        ),
        text=(line("type_name", "NGHỊ QUYẾT"), line("abstract", "nhiệm vụ tháng 6 năm 2026"), *plan.text[2:]),
        signature=(line("sign_authority", "T/M CHI BỘ"), line("sign_title", "BÍ THƯ"), line("sign_name", "Vũ Thị Mai")),
        recipients=(_LABEL, line("recipient", "- Đảng uỷ xã (để báo cáo);"), line("filing", "- Lưu Chi bộ.")),
    )


def _legacy(paper: Paper, date: str, capital: str) -> Paper:
    """The same paper under 36-HD/VPTW: of an earlier day, commas in its lists."""

    def comma(one: Line) -> Line:
        return one.saying(one.text.removesuffix(";") + ",")

    paper = replace(paper, standard="hd36").say("place_date", date)
    for component in ("recipient", "addressee"):
        if any(one.component == component for one in paper.lines()):
            paper = paper.change_all(component, comma)
    name = "abstract_dispatch" if any(one.component == "abstract_dispatch" for one in paper.lines()) else "abstract"
    return paper.say(name, capital)


def legacy_plan() -> Paper:
    """Kế hoạch of 2024, with the drafter's mark of that time."""
    paper = _legacy(party_plan(), "Hoà An, ngày 03 tháng 6 năm 2024", "kiểm tra, giám sát năm 2024")
    return replace(paper, recipients=(*paper.recipients, line("drafter", "NVA-26")))


def legacy_letter() -> Paper:
    """Công văn of 2024: its subject begins with a capital and without ``về việc``."""
    return _legacy(party_letter(), "Sơn Hải, ngày 15 tháng 6 năm 2024", "Đăng ký lịch công tác tháng 7")


def legacy_submission() -> Paper:
    """Tờ trình of 2024: Kính gửi, and a comma behind the last base."""
    paper = _legacy(party_submission(), "Sơn Hải, ngày 08 tháng 7 năm 2024", "về việc kiện toàn tổ chức bộ máy")
    paper = paper.change(
        "addressee_label", lambda one: replace(one, words=(("Kính gửi:", {}), (" Ban Thường vụ Tỉnh uỷ", {"italic": False})))
    )
    base = "- Căn cứ Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư về thể loại văn bản của Đảng,"
    return paper.say("base", base, 1)


PARTY = {
    "hd05-quy-che": party_regulation,
    "hd05-cap-so": party_levels,
    "hd05-quyet-dinh": party_decision,
    "hd05-bien-ban": party_minutes,
    "hd05-dau-chi": party_marks,
    "hd05-chuc-danh": party_offices,
    "hd05-phu-luc": party_appendices,
    "hd05-chi-bo": party_cell,
    "hd36-ke-hoach": legacy_plan,
    "hd36-cong-van": legacy_letter,
    "hd36-to-trinh": legacy_submission,
}
