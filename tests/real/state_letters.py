"""Letters of offices of the state: heads in one or three rows, in paragraphs with tabs or spaces, runs in shreds."""

from __future__ import annotations

import re

from tests.checks.making import packed, parts_of
from tests.real.paper import body, drawn, empty, file_of, mid, par, run, section, shredded, table
from tests.real.papers import paper
from tests.real.state_parts import (
    COMMUNE,
    MOTTO,
    SLOGAN,
    commune_foot,
    commune_head,
    foot,
    head_one_row,
    head_three_rows,
    kinh_gui,
    mm,
    motto_lines,
    names,
    rule_below,
    sent_to,
    signed,
    slogan_rule,
    title,
)


@paper
def letter_in_one_row() -> bytes:
    """Office, number and subject in one cell; the drafter tiny behind the filing line."""
    return file_of(
        head_one_row(
            [],
            COMMUNE,
            "Số: 12/UBND-VX",
            "Sơn Hải, ngày 05 tháng 3 năm 2026",
            "V/v tăng cường công tác\nphòng cháy, chữa cháy rừng",
        )
        + kinh_gui("Các thôn trên địa bàn xã")
        + body(
            "Thực hiện Công văn số 105/SNNMT-KL ngày 02 tháng 3 năm 2026 của Sở Nông nghiệp và Môi "
            "trường về việc tăng cường công tác phòng cháy, chữa cháy rừng, Ủy ban nhân dân xã yêu cầu "
            "các thôn thực hiện một số nội dung sau:"
        )
        + body("1. Tuyên truyền, vận động Nhân dân không đốt nương làm rẫy.")
        + body("2. Phân công trực 24/24 giờ trong những ngày nắng nóng.")
        + body("Yêu cầu các thôn nghiêm túc thực hiện./.")
        + commune_foot("- Như trên;", "- TT Đảng ủy, HĐND xã (b/c);", "- Lưu: VT, KT.", note="NC.(Nam)")
    )


@paper
def letter_in_three_rows_open_number() -> bytes:
    """A number and a day still open, addressees with dashes."""
    return file_of(
        head_three_rows(
            ["UBND TỈNH QUẢNG THUẬN"],
            ["SỞ NỘI VỤ"],
            "Số:        /SNV-TCBC",
            "Quảng Thuận, ngày      tháng 11 năm 2025",
            "V/v nâng bậc lương năm 2025",
        )
        + kinh_gui("Các sở, ban, ngành thuộc tỉnh", "Ủy ban nhân dân các xã, phường")
        + body(
            "Căn cứ Thông tư số 08/2013/TT-BNV ngày 31 tháng 7 năm 2013 của Bộ trưởng Bộ Nội vụ hướng "
            "dẫn thực hiện chế độ nâng bậc lương thường xuyên và nâng bậc lương trước thời hạn đối với "
            "cán bộ, công chức, viên chức và người lao động, Sở Nội vụ đề nghị các cơ quan, đơn vị:"
        )
        + body("- Rà soát danh sách người đủ điều kiện;")
        + body("- Gửi hồ sơ về Sở Nội vụ trước ngày 15/12/2025.")
        + body("Trân trọng cảm ơn./.")
        + foot(
            sent_to("- Như trên;", "- Giám đốc, các Phó Giám đốc Sở;", "- Lưu: VT, TCBC (02b)."),
            signed("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", name="Trần Thị Mai"),
        )
    )


@paper
def letter_with_tabbed_head() -> bytes:
    """No table at the top: the columns are made by tabs."""
    # head in paragraphs with tabs
    h = (
        par(run("UBND XÃ SƠN HẢI\t", 13), run(MOTTO, 13, b=True))
        + par(
            run("TRƯỜNG TIỂU HỌC SỐ 1\t", 13, b=True),
            run(SLOGAN, 14, b=True),
            more='<w:tabs><w:tab w:val="center" w:pos="6500"/></w:tabs>',
        )
        + par(drawn(mm("TRƯỜNG TIỂU HỌC SỐ 1") * 0.4, across="15"), drawn(mm(SLOGAN, 14), across="90"))
        + par(run("Số: 15/TH1-CM\t\t\t", 13), run("Sơn Hải, ngày 10 tháng 3 năm 2026", 14, i=True))
    )
    h = h.replace("<w:p><w:pPr><w:spacing", '<w:p><w:pPr><w:tabs><w:tab w:val="center" w:pos="6500"/></w:tabs><w:spacing')
    return file_of(
        h
        + par(run("V/v nghỉ lễ Giỗ Tổ Hùng Vương", 12), before=120)
        + kinh_gui("Phụ huynh học sinh")
        + body("Nhà trường thông báo lịch nghỉ lễ Giỗ Tổ Hùng Vương năm 2026 của học sinh.")
        + body("Trân trọng./.")
        + foot(sent_to("- Như trên;", "- Lưu: VT."), signed("HIỆU TRƯỞNG", name="Võ Thị Lan"))
    )


@paper
def letter_in_heading_styles() -> bytes:
    """Heading 1, which is blue Arial, on motto, signer and text; all set right on the runs."""
    x = letter_in_one_row()

    p = parts_of(x)
    d = p["word/document.xml"].decode()
    d = re.sub(
        r"<w:p><w:pPr>(?=(?:(?!</w:p>).)*(?:CỘNG HÒA|Nơi nhận|CHỦ TỊCH|Yêu cầu các thôn))",
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/>',
        d,
    )
    return packed({**p, "word/document.xml": d.encode()})


@paper
def letter_in_shreds() -> bytes:
    """Runs of seven letters, squeezed; indents and the middle made of spaces."""
    return file_of(
        table(
            [
                [
                    "".join(
                        [
                            mid(shredded("SỞ TƯ PHÁP", 13)),
                            mid(run("TRUNG TÂM TRỢ GIÚP PHÁP LÝ", 13, b=True, spc=-8)),
                            mid(rule_below("TRUNG TÂM TRỢ GIÚP PHÁP LÝ", share=0.4)),
                            mid(shredded("Số: 41/TTTGPL-NV", 13)),
                            mid(shredded("V/v cử người tham gia tập huấn", 12), before=120),
                        ]
                    ),
                    mid(shredded(MOTTO, 13, b=True, spc=-10))
                    + mid(shredded(SLOGAN, 14, b=True))
                    + mid(slogan_rule())
                    + mid(shredded("Quảng Thuận, ngày 10 tháng 3 năm 2026", 14, i=True)),
                ]
            ],
            [3600, 5800],
        )
        + par(run("                         Kính gửi: Sở Tư pháp", 14), before=240)
        + par(
            shredded(
                (
                    "        Thực hiện Công văn số 55/STP-VP ngày 03 tháng 3 năm 2026 của Sở Tư pháp, Trung "
                    "tâm cử bà Lê Thị Hoa tham gia tập huấn."
                ),
                14,
                spc=-4,
            ),
            jc="both",
            before=120,
            line=264,
        )
        + par(shredded("\tTrân trọng báo cáo./.", 14, spc=-4), jc="both", before=120, line=264)
        + foot(sent_to("- Như trên;", "- Lưu: VT."), signed("GIÁM ĐỐC", name="Trương Minh Đức"))
    )


@paper
def letter_with_broken_foot() -> bytes:
    """Recipients and signer each in one paragraph with line breaks."""
    r = par(run("Nơi nhận:\n", 12, b=True, i=True), run("- Như trên;\n- TT Đảng ủy (b/c);\n- Lưu: VT.", 11))
    s = mid(run("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\n\n\nNguyễn Văn Hòa", 14, b=True))
    return file_of(
        head_one_row([], COMMUNE, "Số: 78/UBND-KT", "Sơn Hải, ngày 10 tháng 3 năm 2026", "V/v rà soát quỹ đất")
        + kinh_gui("Các thôn")
        + body("Yêu cầu các thôn rà soát./.")
        + "<w:p/>"
        + table([[r, s]], [4500, 4900])
    )


@paper
def letter_with_two_row_foot() -> bytes:
    """The label and the office in a row of their own."""
    return file_of(
        head_one_row([], COMMUNE, "Số: 79/UBND-KT", "Sơn Hải, ngày 10 tháng 3 năm 2026", "V/v rà soát quỹ đất")
        + kinh_gui("Các thôn")
        + body("Yêu cầu các thôn rà soát./.")
        + "<w:p/>"
        + table(
            [
                [par(run("Nơi nhận:", 12, b=True, i=True)), mid(run("KT. CHỦ TỊCH", 14, b=True))],
                [
                    "".join(par(run(x, 11)) for x in ("- Như trên;", "- Lưu: VT.")),
                    mid(run("PHÓ CHỦ TỊCH", 14, b=True)) + empty(4) + mid(run("Trần Bình", 14, b=True)),
                ],
            ],
            [4500, 4900],
        )
    )


@paper
def letter_with_urgent_box() -> bytes:
    """KHẨN in a bordered table inside the head."""
    box = table([[mid(run("KHẨN", 14, b=True, color="FF0000"))]], [1134], borders=True)
    left = (
        "".join(names(["UBND TỈNH QUẢNG THUẬN"], ["SỞ Y TẾ"]))
        + mid(run("Số: 99/SYT-NV", 13))
        + mid(run("V/v phòng, chống dịch", 12), before=120)
        + box
        + "<w:p/>"
    )
    return file_of(
        table([[left, "".join(motto_lines()) + mid(run("Quảng Thuận, ngày 10 tháng 10 năm 2025", 14, i=True))]], [3600, 5800])
        + kinh_gui("Các bệnh viện trên địa bàn")
        + body("Sở Y tế yêu cầu các bệnh viện trực 24/24 giờ./.")
        + foot(sent_to("- Như trên;", "- Lưu: VT, NV."), signed("GIÁM ĐỐC", name="Phạm Quốc Việt"))
    )


@paper
def letter_of_the_police() -> bytes:
    """A rank before the name, numbers with figures in the code."""
    return file_of(
        head_one_row(
            ["BỘ CÔNG AN"],
            ["CỤC CẢNH SÁT", "GIAO THÔNG"],
            "Số: 1409/C08-P6",
            "Hà Nội, ngày 10 tháng 10 năm 2025",
            "V/v phối hợp bảo đảm\ntrật tự, an toàn giao thông",
        )
        + kinh_gui("Công an các tỉnh, thành phố")
        + body("Cục Cảnh sát giao thông đề nghị Công an các địa phương phối hợp thực hiện.")
        + body("a) Tăng cường tuần tra;")
        + body("b) Xử lý vi phạm./.")
        + foot(
            sent_to("- Như trên;", "- Lưu: VT, P6 (3b)."),
            signed("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", name="Đại tá Nguyễn Quang Nhật"),
        )
    )


@paper
def guide_with_a_form() -> bytes:
    """A form with a motto of its own stands in the appendix."""
    f = (
        mid(run("Mẫu số 01", 14, b=True))
        + "".join(motto_lines())
        + mid(run("ĐƠN ĐỀ NGHỊ HỖ TRỢ", 14, b=True))
        + mid(run("Kính gửi: Ủy ban nhân dân xã", 14))
        + body("Tôi tên là: ........")
    )
    return file_of(
        commune_head("Số: 32/HD-UBND")
        + title("HƯỚNG DẪN", "Hồ sơ hỗ trợ nhà ở")
        + body("Ủy ban nhân dân xã hướng dẫn hồ sơ theo Phụ lục kèm theo./.")
        + commune_foot("- Các thôn;", "- Lưu: VT.")
        + section(wrap=True)
        + mid(run("Phụ lục", 14, b=True))
        + mid(run("BIỂU MẪU HỒ SƠ", 14, b=True))
        + mid(run("(Kèm theo Hướng dẫn số 32/HD-UBND ngày 10 tháng 3 năm 2026 của Ủy ban nhân dân xã Sơn Hải)", 14, i=True))
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + f,
        section(start=1),
    )


@paper
def letter_counting_in_decimals() -> bytes:
    """2.1. under 2."""
    t = "".join(
        body(x)
        for x in [
            (
                "Phúc đáp Công văn số 15/STC-NS ngày 02/3/2026 của Sở Tài chính về việc góp ý dự thảo, Ủy "
                "ban nhân dân xã có ý kiến như sau:"
            ),
            "1. Về bố cục: Thống nhất.",
            "2. Về nội dung:",
            "2.1. Điều 3: Đề nghị sửa “kinh phí” thành “nguồn kinh phí”.",
            "2.2. Điều 5: Bỏ khoản 2.",
            "Ủy ban nhân dân xã gửi Sở Tài chính tổng hợp./.",
        ]
    )
    return file_of(
        head_one_row([], COMMUNE, "Số: 77/UBND-KT", "Sơn Hải, ngày 10 tháng 3 năm 2026", "V/v góp ý dự thảo Nghị quyết")
        + kinh_gui("Sở Tài chính")
        + t
        + commune_foot("- Như trên;", "- Lưu: VT.")
    )


@paper
def letter_with_address_line() -> bytes:
    """The address under a line across the page."""
    return file_of(
        head_one_row(["BỘ NỘI VỤ"], ["VĂN PHÒNG"], "Số: 1902/VP-TH", "Hà Nội, ngày 11 tháng 12 năm 2025", "V/v cung cấp số liệu")
        + kinh_gui("Các đơn vị thuộc Bộ")
        + body("Văn phòng Bộ đề nghị các đơn vị cung cấp số liệu./.")
        + foot(sent_to("- Như trên;", "- Lưu: VT, TH."), signed("CHÁNH VĂN PHÒNG", name="Vũ Đăng Minh"))
        + "<w:p/>"
        + par(
            run("Địa chỉ: số 8 Tôn Thất Thuyết, Hà Nội; điện thoại: 024.62821013; website: moha.gov.vn", 11),
            more='<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>',
        )
    )
