"""Odd builds of state documents: tables round everything, capitals by format, old shapes; and papers no rule here is for."""

from __future__ import annotations

import unicodedata

from tests.real.paper import (
    FRAMED_NUMBER,
    GALLERY_NUMBER,
    STYLES,
    TNR,
    body,
    drawn,
    empty,
    file_of,
    mid,
    old_drawn,
    par,
    run,
    table,
)
from tests.real.papers import paper
from tests.real.state_parts import (
    COMMUNE,
    MOTTO,
    SLOGAN,
    commune_foot,
    commune_head,
    foot,
    mm,
    motto_lines,
    names,
    province_foot,
    province_head,
    province_plan,
    rule_below,
    sent_to,
    signed,
    slogan_rule,
    title,
)

PLAN = (
    body("Ủy ban nhân dân xã ban hành Kế hoạch như sau:")
    + body("1. Mục đích: nâng cao nhận thức của Nhân dân.")
    + body("2. Thời gian: trong tháng 4 năm 2026./.")
)


def numbered_plan(header: str) -> bytes:
    """A plan of two pages below ``header``."""
    return file_of(
        province_plan()
        + "".join(body(f"{i}. Nội dung thứ {i} thực hiện theo phân công, bảo đảm tiến độ.") for i in range(1, 41))
        + body("Các sở, ngành triển khai thực hiện./.")
        + foot(
            sent_to("- Các sở, ngành;", "- Lưu: VT, NC."),
            signed("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", name="Lê Văn Bình"),
        ),
        header=header,
    )


@paper
def page_number_from_the_gallery() -> bytes:
    """PAGE in a content control."""
    return numbered_plan(GALLERY_NUMBER)


@paper
def page_number_in_a_frame() -> bytes:
    """PAGE in an old frame."""
    return numbered_plan(FRAMED_NUMBER)


@paper
def report_with_old_lines() -> bytes:
    """VML lines, both anchored in one cell."""
    left = mid(run("SỞ GIÁO DỤC VÀ ĐÀO TẠO", 13)) + mid(run("TRƯỜNG THPT LÊ LỢI", 13, b=True)) + mid(run("Số: 25/BC-LL", 13))
    right = (
        mid(old_drawn(mm(SLOGAN, 14), down=36, left=20), old_drawn(22, down=30, left=-55), run(MOTTO, 13, b=True))
        + mid(run(SLOGAN, 14, b=True))
        + mid(run("Quảng Thuận, ngày 09 tháng 5 năm 2025", 14, i=True))
    )
    return file_of(
        table([[left, right]], [3600, 5800])
        + title("BÁO CÁO", "Tổng kết năm học 2024 - 2025")
        + body("I. ĐẶC ĐIỂM TÌNH HÌNH", b=True)
        + body("Trường có 30 lớp.")
        + body("II. KẾT QUẢ", b=True)
        + body("Tỷ lệ tốt nghiệp đạt 100%./.")
        + foot(sent_to("- Sở GDĐT (b/c);", "- Lưu: VT."), signed("HIỆU TRƯỞNG", name="Đỗ Văn Thành"))
    )


@paper
def notice_in_pieces() -> bytes:
    """Motto and slogan in one paragraph; letters apart from their marks; no-break spaces."""
    left = mid(run("ỦY BAN NHÂN DÂN\nXÃ SƠN HẢI", 13, b=True), rule_below("XÃ SƠN HẢI")) + mid(run("Số: 35/TB-UBND", 13))
    right = (
        mid(run(MOTTO + "\n", 13, b=True), run(SLOGAN, 14, b=True))
        + mid(slogan_rule())
        + mid(run("Sơn Hải, ngày 10 tháng 3 năm 2026", 14, i=True))
    )
    x = (
        table([[left, right]], [3600, 5800])
        + title("THÔNG BÁO", "Lịch tiếp công dân tháng 4 năm 2026")
        + body("Ủy ban nhân dân xã thông báo lịch tiếp công dân tháng 4 năm 2026 như sau:")
        + body("- Ngày 08 và ngày 22 hằng tháng;")
        + body("- Địa điểm: Trụ sở Ủy ban nhân dân xã.")
        + body("Thông báo để Nhân dân biết, thực hiện./.")
        + foot(sent_to("- Các thôn;", "- Lưu: VT."), signed("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", name="Nguyễn Thị Bé"))
    )
    return file_of(unicodedata.normalize("NFD", x.replace("ngày 10", "ngày\u00a010")))


@paper
def notice_in_times_bold() -> bytes:
    """Times New Roman Bold and other names of the same font."""
    B = "Times New Roman Bold"
    left = (
        mid(run("UBND TỈNH QUẢNG THUẬN", 13))
        + mid(run("SỞ XÂY DỰNG", 13, b=True, font=B))
        + mid(rule_below("SỞ XÂY DỰNG"))
        + mid(run("Số: 77/TB-SXD", 13))
    )
    right = (
        mid(run(MOTTO, 13, b=True, font=B))
        + mid(run(SLOGAN, 14, b=True, font="TimesNewRomanPSMT"))
        + mid(slogan_rule())
        + mid(run("Quảng Thuận, ngày 20 tháng 02 năm 2026", 14, i=True))
    )
    return file_of(
        table([[left, right]], [3600, 5800])
        + title("THÔNG BÁO", "Kết quả thẩm định hồ sơ thiết kế").replace(TNR, B)
        + body("Sở Xây dựng thông báo kết quả thẩm định như sau:")
        + body("1. Thông tin chung: công trình cấp III.")
        + body("2. Kết luận: đủ điều kiện phê duyệt./.").replace(TNR, "Times New Roman;Bookman Old Style")
        + foot(sent_to("- Ban QLDA;", "- Lưu: VT, QLXD."), signed("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", name="Ngô Văn Sáu"))
    )


@paper
def plan_framed_by_a_table() -> bytes:
    """A table round the whole page."""
    left = "".join(names([], COMMUNE)) + mid(run("Số: 35/KH-UBND", 13))
    right = "".join(motto_lines()) + mid(run("Sơn Hải, ngày 10 tháng 3 năm 2026", 14, i=True))
    return file_of(
        table(
            [
                [table([[left, right]], [3600, 5700]) + "<w:p/>"],
                [title("KẾ HOẠCH", "Phổ biến, giáo dục pháp luật") + PLAN],
                [
                    table(
                        [
                            [
                                sent_to("- Các thôn;", "- Lưu: VT."),
                                signed("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", name="Nguyễn Văn Hòa"),
                            ]
                        ],
                        [4500, 4800],
                    )
                    + "<w:p/>"
                ],
            ],
            [9400],
        )
    )


@paper
def plan_with_capitals_by_format() -> bytes:
    """w:caps over small letters."""
    c = "<w:caps/>"
    left = (
        mid(run("Ủy ban nhân dân", 13, b=True, more=c))
        + mid(run("xã Sơn Hải", 13, b=True, more=c))
        + mid(rule_below("XÃ SƠN HẢI"))
        + mid(run("Số: 35/KH-UBND", 13))
    )
    right = (
        mid(run("Cộng hòa xã hội chủ nghĩa Việt Nam", 13, b=True, more=c))
        + mid(run(SLOGAN, 14, b=True))
        + mid(slogan_rule())
        + mid(run("Sơn Hải, ngày 10 tháng 3 năm 2026", 14, i=True))
    )
    return file_of(
        table([[left, right]], [3600, 5800])
        + title("KẾ HOẠCH", "Phổ biến, giáo dục pháp luật")
        + PLAN
        + commune_foot("- Các thôn;", "- Lưu: VT.")
    )


@paper
def plan_on_defaults() -> bytes:
    """Space and sizes come from the defaults of Word."""
    st = STYLES.replace(
        "<w:pPrDefault/>", '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    ).replace(
        '<w:name w:val="Normal"/><w:rPr><w:sz w:val="24"/></w:rPr>',
        (
            '<w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New '
            'Roman" w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr>'
        ),
    )

    def bare(t: str) -> str:
        return f'<w:p><w:pPr><w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr><w:r><w:t>{t}</w:t></w:r></w:p>'

    return file_of(
        commune_head("Số: 35/KH-UBND")
        + title("KẾ HOẠCH", "Phổ biến, giáo dục pháp luật")
        + bare("Ủy ban nhân dân xã ban hành Kế hoạch như sau:")
        + bare("1. Mục đích: nâng cao nhận thức của Nhân dân.")
        + bare("2. Thời gian: trong tháng 4 năm 2026./.")
        + commune_foot("- Các thôn;", "- Lưu: VT."),
        styles=st,
    )


@paper
def plan_with_tracked_changes() -> bytes:
    """A deleted word in Arial."""
    b = PLAN.replace(
        "nâng cao nhận thức",
        (
            '</w:t></w:r><w:del w:id="1" w:author="A" w:date="2026-03-01T00:00:00Z"><w:r><w:rPr>'
            '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/></w:rPr><w:delText>tuyên '
            'truyền</w:delText></w:r></w:del><w:ins w:id="2" w:author="A" w:date="2026-03-01T00:00:00Z">'
            '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New '
            'Roman"/><w:sz w:val="28"/></w:rPr><w:t>nâng cao nhận thức</w:t></w:r></w:ins><w:r><w:rPr>'
            '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz '
            'w:val="28"/></w:rPr><w:t xml:space="preserve">'
        ),
    )
    return file_of(
        commune_head("Số: 35/KH-UBND")
        + title("KẾ HOẠCH", "Phổ biến, giáo dục pháp luật")
        + b
        + commune_foot("- Các thôn;", "- Lưu: VT.")
    )


@paper
def plan_with_borders_as_lines() -> bytes:
    """Borders of paragraphs for lines."""

    def bord(left: int, right: int) -> str:
        return par(more='<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>', left=0).replace(
            'w:left="0" w:firstLine="0"', f'w:left="{left}" w:right="{right}"'
        )

    left = "".join(names([], COMMUNE, rule=False)) + bord(1150, 1150) + mid(run("Số: 35/KH-UBND", 13))
    right = "".join(motto_lines(rule=False)) + bord(1080, 1080) + mid(run("Sơn Hải, ngày 10 tháng 3 năm 2026", 14, i=True))
    return file_of(
        table([[left, right]], [3600, 5800])
        + title("KẾ HOẠCH", "Phổ biến, giáo dục pháp luật", rule=False)
        + bord(3700, 3700)
        + PLAN
        + commune_foot("- Các thôn;", "- Lưu: VT.")
    )


@paper
def draft_marked_bold() -> bytes:
    """DỰ THẢO in bold below an open number."""
    left = "".join(names([], COMMUNE)) + mid(run("Số:      /KH-UBND", 13)) + mid(run("DỰ THẢO", 13, b=True))
    right = "".join(motto_lines()) + mid(run("Sơn Hải, ngày      tháng      năm 2026", 14, i=True))
    return file_of(
        table([[left, right]], [3600, 5800])
        + title("KẾ HOẠCH", "Phổ biến, giáo dục pháp luật")
        + PLAN
        + commune_foot("- Các thôn;", "- Lưu: VT.", name="……………")
    )


@paper
def decision_that_makes_law() -> bytes:
    """A year in the number, no word of decision."""
    return file_of(
        province_head("Số: 15/2026/QĐ-UBND", "ngày 10 tháng 3 năm 2026")
        + title("QUYẾT ĐỊNH", "Quy định giá đất trên địa bàn tỉnh Quảng Thuận")
        + "".join(
            body(t, i=True)
            for t in [
                "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
                "Căn cứ Luật Đất đai số 31/2024/QH15 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15;",
                "Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 12/TTr-SNNMT;",
                "Ủy ban nhân dân ban hành Quyết định quy định giá đất trên địa bàn tỉnh Quảng Thuận.",
            ]
        )
        + body("Điều 1. Phạm vi điều chỉnh", b=True)
        + body("Quyết định này quy định giá đất.")
        + body("Điều 2. Hiệu lực thi hành", b=True)
        + body("Quyết định này có hiệu lực từ ngày 20 tháng 3 năm 2026./.")
        + province_foot("- Văn phòng Chính phủ;", "- Lưu: VT, NNMT.")
    )


@paper
def decree() -> bytes:
    """A decree of the Government."""
    return file_of(
        table(
            [
                [
                    mid(run("CHÍNH PHỦ", 13, b=True)) + mid(drawn(12)) + mid(run("Số: 30/2026/NĐ-CP", 13)),
                    "".join(motto_lines()) + mid(run("Hà Nội, ngày 05 tháng 3 năm 2026", 14, i=True)),
                ]
            ],
            [3600, 5800],
        )
        + mid(run("NGHỊ ĐỊNH", 14, b=True))
        + mid(run("Về công tác văn thư", 14, b=True))
        + mid(drawn(20))
        + "".join(
            body(t, i=True)
            for t in [
                "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;",
                "Theo đề nghị của Bộ trưởng Bộ Nội vụ;",
                "Chính phủ ban hành Nghị định về công tác văn thư.",
            ]
        )
        + mid(run("Chương I", 14, b=True))
        + mid(run("QUY ĐỊNH CHUNG", 14, b=True))
        + body("Điều 1. Phạm vi điều chỉnh", b=True)
        + body("Nghị định này quy định về công tác văn thư./.")
        + foot(
            sent_to("- Ban Bí thư Trung ương Đảng;", "- Lưu: VT, TCCV (2b)."),
            signed("TM. CHÍNH PHỦ", "THỦ TƯỚNG", name="Phạm Văn A"),
        )
    )


@paper
def application() -> bytes:
    """A person's paper below the motto."""
    return file_of(
        "".join(motto_lines())
        + mid(run("ĐƠN XIN NGHỈ PHÉP", 14, b=True), before=240)
        + mid(run("Kính gửi: Ban Giám hiệu Trường Tiểu học số 1", 14))
        + body("Tôi tên là: Trần Văn Tý")
        + body("Nay tôi làm đơn này xin nghỉ phép 03 ngày.")
        + par(run("Sơn Hải, ngày 10 tháng 3 năm 2026", 14, i=True), jc="right")
        + par(run("Người làm đơn", 14, b=True), jc="right")
        + empty(3)
        + par(run("Trần Văn Tý", 14), jc="right")
    )


@paper
def plan_of_the_youth_union() -> bytes:
    """Rules of its own."""
    return file_of(
        table(
            [
                [
                    mid(run("BCH ĐOÀN TỈNH QUẢNG THUẬN", 14)) + mid(run("***", 14)) + mid(run("Số: 29-KH/TĐTN-VP", 14)),
                    mid(run("ĐOÀN TNCS HỒ CHÍ MINH", 15, b=True, u=True))
                    + mid(run("Quảng Thuận, ngày 10 tháng 3 năm 2026", 13, i=True)),
                ]
            ],
            [4400, 5000],
        )
        + mid(run("KẾ HOẠCH", 16, b=True))
        + mid(run("Tổ chức Tháng Thanh niên năm 2026", 14, b=True))
        + mid(run("-----------", 14))
        + body("Ban Thường vụ Tỉnh Đoàn ban hành Kế hoạch./.")
        + foot(sent_to("- Lưu: VP."), signed("TM. BAN THƯỜNG VỤ TỈNH ĐOÀN", "PHÓ BÍ THƯ", name="Lê Na"))
    )


@paper
def minutes_in_english() -> bytes:
    """No document of either kind."""
    return file_of(
        mid(run("SOCIALIST REPUBLIC OF VIETNAM", 13, b=True))
        + mid(run("Independence - Freedom - Happiness", 13, b=True))
        + mid(run("MINUTES OF MEETING", 14, b=True))
        + body("Today, 3 March 2026, we met in Hanoi.")
        + body("1. The chair opened the meeting.")
    )
