"""More correct papers of the state: regulation, minutes, report, telegram, draft, marks, copy, several offices."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.paper import Appendix, Copy, Paper, line
from tests.corpus.papers import MOTTO, body, state_appendices, state_decision, state_letter, state_plan


def state_regulation() -> Paper:
    """Quy định in chương, mục, Điều, khoản, điểm."""
    return replace(
        state_plan(),
        left=(line("parent", "ỦY BAN NHÂN DÂN TỈNH SƠN HẢI"), line("issuer", "SỞ NỘI VỤ"), line("number", "Số: 12/QyĐ-SNV")),
        text=(
            line("type_name", "QUY ĐỊNH"),
            line("abstract", "Về quản lý hồ sơ công vụ"),
            *body(
                ("part_label", "Chương I"),
                ("part_title", "QUY ĐỊNH CHUNG"),
                ("article", "Điều 1. Phạm vi điều chỉnh"),
                ("body", "Quy định này quy định việc lập, quản lý và khai thác hồ sơ công vụ của các đơn vị trực thuộc Sở Nội vụ."),
                ("part_label", "Chương II"),
                ("part_title", "QUY ĐỊNH CỤ THỂ"),
                ("part_label", "Mục 1"),
                ("part_title", "LẬP HỒ SƠ"),
                ("article", "Điều 2. Trách nhiệm lập hồ sơ"),
                ("clause", "1. Công chức được giao chủ trì giải quyết công việc có trách nhiệm lập hồ sơ công việc đó, bao gồm:"),
                ("point", "a) Văn bản, tài liệu hình thành trong quá trình giải quyết công việc của đơn vị;"),
                ("point", "b) Ý kiến chỉ đạo của lãnh đạo Sở và ý kiến phối hợp của các cơ quan, đơn vị có liên quan;"),
                ("point", "c) Kết quả giải quyết công việc và tài liệu về việc thực hiện kết quả đó trong thực tế;"),
                ("point", "d) Danh mục tài liệu có trong hồ sơ, ghi đủ số, ký hiệu, ngày tháng của từng văn bản;"),
                ("point", "đ) Biên bản giao nhận hồ sơ giữa đơn vị và bộ phận lưu trữ của cơ quan theo mẫu chung;"),
                ("point", "e) Tài liệu khác có giá trị chứng minh việc giải quyết công việc theo điểm a khoản 1 Điều này;"),
                ("point", "g) Bản ghi âm, ghi hình cuộc họp, nếu có, kèm theo thuyết minh về nội dung và thời gian."),
                ("clause", "2. Hồ sơ được nộp vào lưu trữ cơ quan trong thời hạn một năm, kể từ ngày công việc kết thúc."),
                ("part_label", "Mục 2"),
                ("part_title", "KHAI THÁC HỒ SƠ"),
                (
                    "article",
                    "Điều 3. Người được khai thác hồ sơ công vụ, trình tự và thời hạn khai thác hồ sơ công vụ tại lưu trữ cơ quan",
                ),
                ("body", "Công chức được khai thác hồ sơ theo nhiệm vụ được giao. Việc mang hồ sơ ra ngoài phải được cho phép."),
                ("article", "Điều 4. Hiệu lực thi hành"),
                ("body", "Quy định này có hiệu lực kể từ ngày ký. Các đơn vị trực thuộc Sở chịu trách nhiệm thi hành./."),
            ),
        ),
        signature=(line("sign_title", "GIÁM ĐỐC"), line("sign_name", "Phạm Minh Đức")),
    )


def state_report() -> Paper:
    """Báo cáo to a higher body: one addressee on the label's line."""
    plan = state_plan()
    return replace(
        plan,
        left=(*plan.left[:2], line("number", "Số: 07/BC-UBND")),
        text=(
            line("type_name", "BÁO CÁO"),
            line("abstract", "Kết quả cải cách hành chính quý I năm 2026"),
            line("addressee_label", "Kính gửi:", " Bộ Nội vụ"),
            plan.text[2],
            *body(("section", "I. TÌNH HÌNH THỰC HIỆN")),
            line("clause_title", "1. Công tác chỉ đạo, điều hành", outline=1),
            line("body", "Ủy ban nhân dân tỉnh đã ban hành kế hoạch, phân công từng sở, ban, ngành và kiểm tra việc thực hiện."),
            line(
                "clause_title",
                "2. Kết quả rà soát, cắt giảm thủ tục hành chính của các cơ quan, đơn vị thuộc Ủy ban nhân dân tỉnh trong quý I",
                outline=1,
            ),
            line("point_title", "a) Kết quả rà soát", outline=2),
            line("body", "Các đơn vị đã rà soát toàn bộ thủ tục thuộc thẩm quyền, đề xuất bãi bỏ những thủ tục không cần thiết."),
            line(
                "point_title",
                "b) Kết quả cắt giảm thời gian giải quyết thủ tục hành chính tại bộ phận tiếp nhận và trả kết quả của các xã, phường",
                outline=2,
            ),
            line("body", "Thời gian giải quyết bình quân giảm hai ngày so với cùng kỳ; không có hồ sơ quá hạn."),
            *body(("section", "II. NHIỆM VỤ QUÝ II")),
            line("clause", "1. Tiếp tục rà soát, công bố thủ tục hành chính thuộc phạm vi quản lý của các cơ quan, đơn vị."),
            line("list_item", "- Công khai thủ tục hành chính tại trụ sở và trên trang thông tin điện tử của cơ quan, đơn vị mình;"),
            line("list_item", "- Niêm yết số điện thoại tiếp nhận phản ánh, kiến nghị của người dân, doanh nghiệp ở nơi dễ thấy."),
            line("clause", "2. Kiểm tra công tác cải cách hành chính tại các xã, phường và báo cáo kết quả trong tháng 6./."),
        ),
        recipients=(line("recipients_label", "Nơi nhận:"), line("recipient", "- Như trên;"), line("filing", "- Lưu: VT, NC.")),
    )


def state_submission() -> Paper:
    """Tờ trình with bases."""
    return replace(
        state_report(),
        left=(line("parent", "ỦY BAN NHÂN DÂN TỈNH SƠN HẢI"), line("issuer", "SỞ NỘI VỤ"), line("number", "Số: 44/TTr-SNV")),
        text=(
            line("type_name", "TỜ TRÌNH"),
            line("abstract", "Về việc ban hành Quy chế làm việc"),
            line("addressee_label", "Kính gửi:", " Ủy ban nhân dân tỉnh Sơn Hải"),
            line("base", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
            line("base", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"),
            line("base", "Căn cứ Kế hoạch số 15/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Sơn Hải về cải cách hành chính."),
            line(
                "body",
                "Thực hiện Kế hoạch số 15/KH-UBND, Sở Nội vụ đã xây dựng dự thảo Quy chế làm việc, lấy ý kiến các cơ quan, đơn vị. "
                "Nay Sở trình Ủy ban nhân dân tỉnh xem xét, ban hành; thứ Hai, ngày 09 tháng 3 năm 2026 Sở gửi hồ sơ điện tử.",
            ),
            line("body", "Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét, quyết định./."),
        ),
        signature=(line("sign_title", "GIÁM ĐỐC"), line("sign_name", "Phạm Minh Đức")),
    )


def state_minutes() -> Paper:
    """Biên bản: no place and date, two signatures, the recipients below them."""
    plan = state_plan()
    return replace(
        plan,
        left=(*plan.left[:2], line("number", "Số: 21/BB-UBND")),
        right=MOTTO,
        text=(
            line("type_name", "BIÊN BẢN"),
            line("abstract", "Họp giao ban công tác cải cách hành chính tháng 3"),
            line("body", "Thời gian bắt đầu: 08 giờ 00, ngày 05 tháng 3 năm 2026."),
            line("body", "Địa điểm: Phòng họp số 2, trụ sở Ủy ban nhân dân tỉnh Sơn Hải, số 1 đường Trần Phú."),
            line("body", "Cuộc họp thống nhất giao Văn phòng tổng hợp kết quả rà soát thủ tục hành chính của các sở, ban, ngành."),
            line("body", "Cuộc họp kết thúc vào 11 giờ 00, ngày 05 tháng 3 năm 2026./."),
        ),
        second=(line("sign_title", "THƯ KÝ"), line("sign_name", "Lê Thị Hoa")),
        signature=(line("sign_title", "CHỦ TỌA"), line("sign_name", "Trần Văn Bình")),
        recipients=(
            line("recipients_label", "Nơi nhận:"),
            line("recipient", "- Các sở, ban, ngành;"),
            line("filing", "- Lưu: VT, Hồ sơ."),
        ),
    )


def state_marks() -> Paper:
    """Công văn with every mark: urgency, circulation, drafter, address."""
    letter = state_letter()
    return replace(
        letter,
        above=(replace(line("circulation", "LƯU HÀNH NỘI BỘ"), box=(60, 8)),),
        left=(*letter.left, replace(line("urgency", "HỎA TỐC"), box=(30, 8))),
        recipients=(*letter.recipients, line("drafter", "PL.(30)")),
        contact=(line("contact", "Địa chỉ: số 5 đường Lê Lợi; điện thoại: 0999 123 456; thư điện tử: snv@sonhai.example", border="top"),),
    )


def state_draft() -> Paper:
    """A draft: number and day still open."""
    plan = state_plan()
    return replace(
        plan,
        left=(*plan.left[:2], line("number", "Số:         /KH-UBND"), line("draft_mark", "Dự thảo")),
        right=(*MOTTO, line("place_date", "Sơn Hải, ngày      tháng      năm 2026")),
    )


def state_offices() -> Paper:
    """Quyết định of a steering committee: role above, post and body above the name."""
    return replace(
        state_decision(),
        left=(
            line("parent", "ỦY BAN NHÂN DÂN TỈNH SƠN HẢI"),
            line("issuer", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"),
            line("number", "Số: 03/QĐ-BCĐCĐS"),
        ),
        signature=(
            line("sign_title", "TRƯỞNG BAN"),
            line("sign_other_title", "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"),
            line("sign_name", "Trần Văn Bình"),
        ),
    )


def state_copy() -> Paper:
    """A notice with the block of a paper copy below it."""
    return replace(
        state_appendices(),
        text=(
            line("type_name", "THÔNG BÁO"),
            line("abstract", "Lịch tiếp công dân quý IV năm 2025"),
            line("body", "Ủy ban nhân dân xã Hòa An thông báo lịch tiếp công dân quý IV năm 2025 vào sáng thứ Ba hằng tuần./."),
        ),
        appendices=(),
        copy=Copy(
            (line("copy_issuer", "ỦY BAN NHÂN DÂN XÃ ĐÔNG HÒA"), line("copy_number", "Số: 05/SY-UBND")),
            (line("copy_form", "SAO Y"), line("place_date", "Đông Hòa, ngày 15 tháng 9 năm 2025")),
            (
                line("recipients_label", "Nơi nhận:"),
                line("recipient", "- Các thôn trong xã;"),
                line("filing", "- Lưu: VT."),
            ),
            (
                line("sign_authority", "TL. CHỦ TỊCH"),
                line("sign_title", "CHÁNH VĂN PHÒNG"),
                line("sign_name", "Ngô Văn Sáu"),
            ),
        ),
    )


def state_tables() -> Paper:
    """Thông báo whose only appendix is a wide table on a lying page."""
    notice = state_appendices()
    return replace(
        notice,
        text=(
            *notice.text[:2],
            line("body", "Ủy ban nhân dân xã thông báo lịch tiếp công dân quý IV năm 2025 (Phụ lục kèm theo)."),
            notice.text[3],
        ),
        appendices=(
            Appendix(
                (
                    line("appendix_label", "Phụ lục"),
                    line("appendix_title", "LỊCH TIẾP CÔNG DÂN"),
                    line(
                        "appendix_reference",
                        "(Kèm theo Thông báo số 33/TB-UBND ngày 10 tháng 9 năm 2025 của Ủy ban nhân dân xã Hòa An)",
                    ),
                ),
                landscape=True,
                table=(
                    ("Ngày", "Người tiếp", "Địa điểm"),
                    ("07/10/2025", "Chủ tịch", "Trụ sở xã"),
                    ("04/11/2025", "Phó Chủ tịch", "Thôn 2"),
                ),
            ),
        ),
    )


def state_telegram() -> Paper:
    """Công điện: its own way of naming whom it goes to."""
    plan = state_plan()
    return replace(
        plan,
        left=(*plan.left[:2], line("number", "Số: 02/CĐ-UBND")),
        text=(
            line("type_name", "CÔNG ĐIỆN"),
            line("abstract", "Về việc ứng phó với bão số 3"),
            line("body", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN HẢI điện:", align="center", indent=0, bold=True),
            line("list_item", "- Giám đốc Sở Nông nghiệp và Môi trường;"),
            line("list_item", "- Chủ tịch Ủy ban nhân dân các xã, phường."),
            line("body", "Để ứng phó với bão số 3, yêu cầu các đơn vị tổ chức trực ban, kiểm đếm tàu thuyền và sẵn sàng phương tiện./."),
        ),
    )


STATE = {
    "nd30-quy-dinh": state_regulation,
    "nd30-bao-cao": state_report,
    "nd30-to-trinh": state_submission,
    "nd30-bien-ban": state_minutes,
    "nd30-dau-chi": state_marks,
    "nd30-du-thao": state_draft,
    "nd30-chuc-danh": state_offices,
    "nd30-ban-sao": state_copy,
    "nd30-bang-ngang": state_tables,
    "nd30-cong-dien": state_telegram,
}
