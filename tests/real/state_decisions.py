"""Decisions, rules of work, plans with appendices, several documents in one file."""

from __future__ import annotations

from tests.real.paper import body, drawn, empty, file_of, mid, par, run, section, table
from tests.real.papers import paper
from tests.real.state_parts import (
    COMMUNE,
    commune_foot,
    commune_head,
    foot,
    head_gutter,
    head_one_row,
    head_two_rows,
    motto_lines,
    names,
    province_head,
    sent_to,
    signed,
    title,
)


def gutter(n: int) -> bytes:
    """A plan whose head has an empty column, in ``n`` rows."""
    return file_of(
        head_gutter(["UBND TỈNH QUẢNG THUẬN"], ["SỞ Y TẾ"], "Số: 07/KH-SYT", "Quảng Thuận, ngày 02 tháng 01 năm 2026", rows=n)
        + title("KẾ HOẠCH", "Kiểm tra công tác an toàn thực phẩm năm 2026")
        + body("Sở Y tế ban hành Kế hoạch kiểm tra công tác an toàn thực phẩm năm 2026 như sau:")
        + body("I. MỤC ĐÍCH, YÊU CẦU", b=True)
        + body("1. Mục đích", b=True)
        + body("Phát hiện, xử lý kịp thời vi phạm.")
        + body("2. Yêu cầu", b=True)
        + body("a) Đúng đối tượng;")
        + body("b) Không chồng chéo.")
        + body("II. TỔ CHỨC THỰC HIỆN", b=True)
        + body("Chi cục An toàn vệ sinh thực phẩm chủ trì thực hiện Kế hoạch này./.")
        + foot(
            sent_to("- UBND tỉnh (b/c);", "- Các đơn vị trực thuộc;", "- Lưu: VT, ATTP."),
            signed("GIÁM ĐỐC", name="Phạm Quốc Việt"),
        )
    )


@paper
def plan_with_gutter_in_one_row() -> bytes:
    """1x3."""
    return gutter(1)


@paper
def plan_with_gutter_in_two_rows() -> bytes:
    """2x3."""
    return gutter(2)


@paper
def plan_with_gutter_in_three_rows() -> bytes:
    """3x3."""
    return gutter(3)


@paper
def decision_with_bold_numbers() -> bytes:
    """Only Điều n. is bold, and the space behind belongs to the text."""
    b = "".join(
        par(run(t, 14, i=True), jc="both", first=720, before=120, line=264)
        for t in [
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025;",
            (
                "Căn cứ Nghị định số 163/2016/NĐ-CP ngày 21 tháng 12 năm 2016 của Chính phủ quy định chi "
                "tiết thi hành một số điều của Luật Ngân sách nhà nước;"
            ),
            "Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 215/TTr-STC ngày 10 tháng 3 năm 2026.",
        ]
    )
    return file_of(
        province_head("Số: 409/QĐ-UBND", "ngày 12 tháng 3 năm 2026")
        + title("QUYẾT ĐỊNH", "Về việc giao dự toán bổ sung năm 2026\ncho Sở Y tế")
        + mid(run("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG THUẬN", 14, b=True), before=240)
        + b
        + mid(run("QUYẾT ĐỊNH:", 14, b=True), before=120)
        + body("**Điều 1.** Giao dự toán bổ sung năm 2026 cho Sở Y tế là 2.500 triệu đồng.")
        + body("**Điều 2.** Giám đốc Sở Y tế chịu trách nhiệm quản lý, sử dụng kinh phí đúng mục đích.")
        + body(
            "**Điều 3.** Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các Sở: Tài chính, Y tế và Thủ "
            "trưởng các đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./."
        )
        + foot(
            sent_to("- Như Điều 3;", "- Chủ tịch, các PCT UBND tỉnh;", "- Lưu: VT, VX.", note="(Hà-QĐ12)"),
            signed("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", name="Lê Văn Bình"),
        )
    )


@paper
def resolution_of_a_council() -> bytes:
    """The council with term and session where the authority stands."""
    return file_of(
        head_two_rows([], ["HỘI ĐỒNG NHÂN DÂN", "XÃ SƠN HẢI"], "Số: 09/NQ-HĐND", "Sơn Hải, ngày 30 tháng 6 năm 2026")
        + title("NGHỊ QUYẾT", "Về việc thông qua chương trình giám sát năm 2027")
        + mid(run("HỘI ĐỒNG NHÂN DÂN XÃ SƠN HẢI\nKHÓA I, KỲ HỌP THỨ 3", 14, b=True), before=120)
        + "".join(
            body(t, i=True)
            for t in [
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                (
                    "Xét Tờ trình số 12/TTr-HĐND ngày 20 tháng 6 năm 2026 của Thường trực Hội đồng nhân dân "
                    "xã; báo cáo thẩm tra của Ban Kinh tế - Xã hội; ý kiến thảo luận của đại biểu Hội đồng "
                    "nhân dân tại kỳ họp."
                ),
            ]
        )
        + mid(run("QUYẾT NGHỊ:", 14, b=True), before=120)
        + body("**Điều 1.** Thông qua chương trình giám sát năm 2027.")
        + body("**Điều 2.** Thường trực Hội đồng nhân dân xã tổ chức thực hiện Nghị quyết.")
        + body("Nghị quyết này đã được Hội đồng nhân dân xã Sơn Hải khóa I, kỳ họp thứ 3 thông qua ngày 30 tháng 6 năm 2026./.")
        + foot(sent_to("- UBND xã;", "- Lưu: VT."), signed("CHỦ TỊCH", name="Phan Thanh Tùng"))
    )


@paper
def plan_of_a_board() -> bytes:
    """A board, an office above the name, an appendix without number."""
    return file_of(
        head_two_rows(
            ["ỦY BAN NHÂN DÂN TỈNH QUẢNG THUẬN"],
            ["BAN CHỈ ĐẠO PHÒNG, CHỐNG", "TỘI PHẠM VÀ TỆ NẠN XÃ HỘI"],
            "Số: 06/KH-BCĐ",
            "Quảng Thuận, ngày 06 tháng 4 năm 2026",
        )
        + title("KẾ HOẠCH", "Kiểm tra công tác phòng, chống tội phạm")
        + body("Ban Chỉ đạo ban hành Kế hoạch kiểm tra như sau:")
        + body("1. Thành phần đoàn: theo Phụ lục kèm theo.")
        + body("2. Thời gian: quý II năm 2026./.")
        + foot(
            sent_to("- Thành viên BCĐ;", "- Lưu: VT, BCĐ."),
            signed("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", name="Lê Văn Bình", above="PHÓ CHỦ TỊCH UBND TỈNH"),
        )
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + section(wrap=True).replace("<w:p>", "<w:p>")
        + mid(run("Phụ lục", 14, b=True))
        + mid(run("THÀNH PHẦN ĐOÀN KIỂM TRA", 14, b=True))
        + mid(
            run(
                (
                    "(Kèm theo Kế hoạch số 06/KH-BCĐ ngày 06 tháng 4 năm 2026 của Ban Chỉ đạo phòng, chống tội "
                    "phạm và tệ nạn xã hội)"
                ),
                14,
                i=True,
            )
        )
        + mid(drawn(30))
        + table(
            [
                [par(run(x, 12)) for x in r]
                for r in [
                    ["STT", "Họ và tên", "Chức vụ"],
                    ["1", "Lê Văn Bình", "Trưởng đoàn"],
                    ["2", "Trần Quốc Toản", "Thành viên"],
                ]
            ],
            [900, 4300, 4200],
            borders=True,
        ),
        section(start=1),
    )


@paper
def minutes() -> bytes:
    """Two signers, no place and date, recipients below."""
    return file_of(
        table([["".join(names([], COMMUNE)) + mid(run("Số: 21/BB-UBND", 13)), "".join(motto_lines())]], [3600, 5800])
        + mid(run("BIÊN BẢN", 14, b=True), before=240)
        + mid(run("Họp giao ban tháng 3 năm 2026", 14, b=True))
        + mid(drawn(25))
        + body("Thời gian bắt đầu: 08 giờ 00 phút, ngày 02 tháng 3 năm 2026.")
        + body("Địa điểm: phòng họp Ủy ban nhân dân xã.")
        + body("Thành phần tham dự: các ông, bà Trưởng các ban, ngành.")
        + body("Chủ trì (chủ tọa): ông Nguyễn Văn Hòa.")
        + body("Thư ký (người ghi biên bản): bà Mai Thị Thu.")
        + body("Nội dung (theo diễn biến cuộc họp):")
        + body("1. Ông Chủ tịch nêu lý do cuộc họp.")
        + body("2. Các thành viên thảo luận.")
        + body("Cuộc họp kết thúc vào 11 giờ 00 phút, ngày 02 tháng 3 năm 2026./.")
        + "<w:p/>"
        + table(
            [
                [
                    mid(run("THƯ KÝ", 14, b=True)) + empty(4) + mid(run("Mai Thị Thu", 14, b=True)),
                    mid(run("CHỦ TỌA", 14, b=True)) + empty(4) + mid(run("Nguyễn Văn Hòa", 14, b=True)),
                ]
            ],
            [4700, 4700],
        )
        + sent_to("- Các thành viên dự họp;", "- Lưu: VT, Hồ sơ.")
    )


@paper
def telegram() -> bytes:
    """Addressees below … điện:"""
    return file_of(
        province_head("Số: 03/CĐ-UBND", "ngày 18 tháng 9 năm 2025")
        + title("CÔNG ĐIỆN", "Về việc tập trung ứng phó bão số 9")
        + par(run("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG THUẬN điện:", 14), jc="center", before=120)
        + par(run("- Giám đốc các sở;", 14), left=2500)
        + par(run("- Chủ tịch Ủy ban nhân dân các xã, phường.", 14), left=2500)
        + body("Hiện nay bão số 9 đang di chuyển nhanh vào đất liền. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:")
        + body("1. Kiểm đếm tàu thuyền.")
        + body("2. Sơ tán dân./.")
        + foot(
            sent_to("- Như trên;".replace("Như trên", "Ban PCTT trung ương"), "- TT Tỉnh ủy (b/c);", "- Lưu: VT, KT."),
            signed("CHỦ TỊCH", name="Bùi Văn Khánh"),
        )
    )


@paper
def invitation_by_order() -> bytes:
    """TL., KT. and the own office."""
    return file_of(
        head_two_rows([], COMMUNE, "Số: 14/GM-UBND", "Sơn Hải, ngày 22 tháng 9 năm 2025")
        + title("GIẤY MỜI", "Họp bàn công tác phòng, chống thiên tai")
        + body("Ủy ban nhân dân xã Sơn Hải trân trọng kính mời: Ông Trưởng các thôn;")
        + body("Tới dự cuộc họp bàn công tác phòng, chống thiên tai.")
        + body("Chủ trì: Ông Nguyễn Văn Hòa, Chủ tịch Ủy ban nhân dân xã.")
        + body("Thời gian: 08 giờ 00 phút, ngày 24 tháng 9 năm 2025.")
        + body("Địa điểm: Hội trường Ủy ban nhân dân xã.")
        + body("Đề nghị các ông dự họp đúng thành phần./.")
        + foot(
            sent_to("- Như thành phần mời;", "- Lưu: VT."),
            signed("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", name="Mai Xuân Thu"),
        )
    )


@paper
def proposal_with_addressee_table() -> bytes:
    """Kính gửi in a table of its own."""
    return file_of(
        head_one_row(["UBND TỈNH QUẢNG THUẬN"], ["SỞ CÔNG THƯƠNG"], "Số: 91/TTr-SCT", "Quảng Thuận, ngày 19 tháng 8 năm 2025")
        + title("TỜ TRÌNH", "Về việc phê duyệt Đề án khuyến công")
        + table(
            [[par(run("Kính gửi:", 14), jc="right"), par(run("- Ủy ban nhân dân tỉnh;", 14)) + par(run("- Sở Tài chính.", 14))]],
            [3600, 5800],
        )
        + body(
            "Thực hiện nhiệm vụ được giao, Sở Công Thương kính trình Ủy ban nhân dân tỉnh phê duyệt Đề án khuyến công như sau:"
        )
        + body("1. Sự cần thiết", b=True)
        + body("Công nghiệp nông thôn còn nhỏ lẻ.")
        + body("2. Kiến nghị", b=True)
        + body("Kính đề nghị Ủy ban nhân dân tỉnh xem xét, quyết định./.")
        + foot(sent_to("- Như trên;", "- Lưu: VT, KC."), signed("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", name="Hoàng Kim Anh"))
    )


@paper
def report_on_decisions() -> bytes:
    """Titles of sections that end in QUYẾT ĐỊNH."""
    return file_of(
        commune_head("Số: 58/BC-UBND")
        + title("BÁO CÁO", "Kết quả thực hiện nhiệm vụ")
        + body("I. NHIỆM VỤ QUYẾT ĐỊNH", b=True)
        + body("Đã thực hiện.")
        + body("II. CHỦ TỊCH QUYẾT ĐỊNH", b=True)
        + body("Đã thực hiện./.")
        + commune_foot("- Các thôn;", "- Lưu: VT.")
    )
