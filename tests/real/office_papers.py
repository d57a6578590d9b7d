"""Lawful but odd: long names, boxes at places told from the page, lists below lists, quoted documents, titles as some offices set them."""

from __future__ import annotations

from tests.real.paper import body, drawn, file_of, mid, par, run, section, table
from tests.real.papers import paper
from tests.real.party_parts import listed, party_file, party_foot, party_head, signed_by, text, titled
from tests.real.state_parts import (
    COMMUNE,
    MOTTO,
    PROVINCE,
    SLOGAN,
    commune_foot,
    commune_head,
    foot,
    head_one_row,
    head_three_rows,
    head_two_rows,
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

_DATED = "Sơn Hải, ngày 10 tháng 3 năm 2026"
_EMU = 36000


def floating(words: str, wide: float, high: float, x: float, x_from: str, y: float, y_from: str) -> str:
    """A run with a text box; millimetres from what Word calls ``x_from`` and ``y_from``."""
    inside = mid(run(words, 13, b=True))
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0"'
        ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{x_from}"><wp:posOffset>{round(x * _EMU)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{y_from}"><wp:posOffset>{round(y * _EMU)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{round(wide * _EMU)}" cy="{round(high * _EMU)}"/><wp:wrapNone/><wp:docPr id="9" name="Text Box 9"/>'
        '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{round(wide * _EMU)}" cy="{round(high * _EMU)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></w:r>"
    )


@paper
def letter_of_a_long_name() -> bytes:
    """Three lines of issuer; the addressees in groups; a list below a recipient."""
    return file_of(
        head_one_row(
            PROVINCE,
            ["BAN QUẢN LÝ DỰ ÁN", "ĐẦU TƯ XÂY DỰNG", "CÔNG TRÌNH GIAO THÔNG"],
            "Số: 112/BQLDA-KHTC",
            "Quảng Thuận, ngày 10 tháng 3 năm 2026",
            "V/v quyết toán vốn đầu tư\ncông dự án hoàn thành",
            sized=12,
        )
        + kinh_gui("Sở Tài chính, Sở Xây dựng", "Kho bạc Nhà nước khu vực XV")
        + body("Ban Quản lý dự án gửi hồ sơ quyết toán để các cơ quan thẩm tra theo quy định./.")
        + foot(
            sent_to(
                "- Như trên;", "- UBND tỉnh;", "+ Chủ tịch;", "+ Phó Chủ tịch phụ trách;", "- HĐND, UBMTTQ, TU;", "- Lưu: VT, KHTC(3)."
            ),
            signed("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", name="Lò Thị Mai"),
        )
    )


@paper
def letter_with_a_mark_placed_from_the_page() -> bytes:
    """HỎA TỐC is anchored in the first line of text, and lies at the left below the subject."""
    mark = floating("HỎA TỐC", 30, 8, 38, "page", 62, "page")
    return file_of(
        head_three_rows(["UBND TỈNH QUẢNG THUẬN"], ["SỞ Y TẾ"], "Số: 88/SYT-NVY", "Quảng Thuận, ngày 10 tháng 3 năm 2026", "V/v trực dịch")
        + par(run("Kính gửi: Các bệnh viện trong tỉnh", 14), mark, left=1985, before=600)
        + body("Sở Y tế yêu cầu các bệnh viện tổ chức trực dịch 24/24 giờ./.")
        + foot(sent_to("- Như trên;", "- Lưu: VT, NVY."), signed("GIÁM ĐỐC", name="Trương Minh Đức"))
    )


@paper
def letter_with_a_note_above_the_head() -> bytes:
    """The note on circulation in a box in the top margin, anchored in the office's name."""
    note = floating("LƯU HÀNH NỘI BỘ", 50, 8, 130, "page", 8, "page")
    left = (
        "".join(names(["UBND TỈNH QUẢNG THUẬN"], ["SỞ Y TẾ"])) + mid(run("Số: 89/SYT-VP", 13), note) + mid(run("V/v họp", 12), before=120)
    )
    right = "".join(motto_lines()) + mid(run("Quảng Thuận, ngày 10 tháng 3 năm 2026", 14, i=True))
    return file_of(
        table([[left, right]], [3600, 5800])
        + kinh_gui("Trưởng các phòng")
        + body("Sở Y tế mời Trưởng các phòng dự họp vào 08 giờ 00 ngày 12 tháng 3 năm 2026./.")
        + foot(sent_to("- Như trên;", "- Lưu: VT, VP."), signed("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", name="Võ Thị Lan"))
    )


@paper
def letter_whose_subject_stands_below_the_table() -> bytes:
    """V/v in a paragraph of its own, centred below the number by an indent at its right."""
    return file_of(
        head_two_rows([], COMMUNE, "Số: 12/UBND-VX", _DATED)
        + par(run("V/v tổng kết năm học", 12), jc="center", before=120).replace('w:left="0"', 'w:left="0" w:right="5800"')
        + kinh_gui("Các trường học trên địa bàn")
        + body("Yêu cầu các trường báo cáo kết quả năm học trước ngày 30 tháng 5 năm 2026./.")
        + commune_foot("- Như trên;", "- Lưu: VT.")
    )


@paper
def report_with_label_and_addressee_in_cells() -> bytes:
    """One addressee beside the label, in a table without lines."""
    return file_of(
        commune_head("Số: 31/BC-UBND")
        + title("BÁO CÁO", "Kết quả thu ngân sách quý I năm 2026")
        + table([[par(run("Kính gửi:", 14), jc="right"), par(run("Ủy ban nhân dân tỉnh Quảng Thuận", 14))]], [3300, 6000])
        + body("Quý I năm 2026, xã thu ngân sách đạt 27% dự toán giao./.")
        + commune_foot("- Như trên;", "- Lưu: VT.")
    )


@paper
def decision_on_old_and_new_grounds() -> bytes:
    """Bases without numbers: rules of a body, a meeting's minutes, a congress; two acts in one base; an open number."""
    bases = (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Luật Đầu tư công ngày 29 tháng 11 năm 2024; Luật sửa đổi Luật Đầu tư công ngày 25 tháng 6 năm 2025;",
        "Căn cứ các Nghị định của Chính phủ: số 43/2014/NĐ-CP ngày 15 tháng 5 năm 2014, số 01/2017/NĐ-CP năm 2017 về đất đai;",
        "Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030;",
        "Căn cứ Nghị quyết số      /NQ-HĐND ngày      tháng 3 năm 2026 của Hội đồng nhân dân xã về dự toán;",
        "Căn cứ Quy chế làm việc của Ủy ban nhân dân xã;",
        "Căn cứ Biên bản họp ngày 08 tháng 3 năm 2026 của Hội đồng thẩm định;",
        "Căn cứ chức năng, nhiệm vụ, quyền hạn của Ủy ban nhân dân xã;",
    )
    return file_of(
        commune_head("Số: 45/QĐ-UBND")
        + title("QUYẾT ĐỊNH", "Về việc phân bổ kinh phí năm 2026")
        + mid(run("ỦY BAN NHÂN DÂN XÃ SƠN HẢI", 14, b=True), before=120)
        + "".join(body(base, i=True) for base in bases)
        + body("Theo đề nghị của Trưởng phòng Kinh tế tại Tờ trình số 12/TTr-PKT ngày 09 tháng 3 năm 2026.", i=True)
        + mid(run("QUYẾT ĐỊNH:", 14, b=True), before=120)
        + body("**Điều 1.** Phân bổ kinh phí năm 2026 cho các thôn.")
        + body("**Điều 2.** Trưởng phòng Kinh tế và Trưởng các thôn chịu trách nhiệm thi hành Quyết định này./.")
        + commune_foot("- Như Điều 2;", "- Lưu: VT.")
    )


@paper
def plan_whose_entries_are_no_titles() -> bytes:
    """Short entries in a count with nothing below them, then a sentence; entries that go on behind a line break."""
    return file_of(
        commune_head("Số: 46/KH-UBND")
        + title("KẾ HOẠCH", "Kiểm tra phòng cháy, chữa cháy năm 2026")
        + body("**I. ĐỐI TƯỢNG**")
        + body("1. Chợ Sơn Hải")
        + body("2. Nhà văn hóa thôn 1")
        + body("3. Trường tiểu học")
        + body("Mỗi nơi được kiểm tra một lần trong năm.")
        + body("**II. PHÂN CÔNG**")
        + body("1. Công an xã\nChủ trì kiểm tra, lập biên bản.")
        + body("2. Trưởng các thôn phối hợp; a, b, c là các tổ liên gia.")
        + body("Ủy ban nhân dân xã yêu cầu các đơn vị thực hiện nghiêm túc Kế hoạch này./.")
        + commune_foot("- Công an xã;", "- Các thôn;", "- Lưu: VT.")
    )


@paper
def plan_that_counts_in_letters_and_ends_in_a_table() -> bytes:
    """A colon leads to a table, behind which the text ends."""
    cells = [
        [mid(run(word, 13, b=True)) for word in ("TT", "Thôn", "Ngày")],
        [mid(run("1", 13)), par(run("Thôn 1", 13)), mid(run("12/4", 13))],
    ]
    return file_of(
        commune_head("Số: 47/KH-UBND")
        + title("KẾ HOẠCH", "Tiếp xúc cử tri năm 2026")
        + body("Ủy ban nhân dân xã tổ chức tiếp xúc cử tri theo lịch sau:")
        + table(cells, [900, 4500, 3900], borders=True)
        + commune_foot("- Các thôn;", "- Lưu: VT.")
    )


@paper
def notice_with_an_appendix_without_title() -> bytes:
    """An appendix that is a list, with headings right below its line in brackets; another that quotes a decision."""
    own = "(Kèm theo Thông báo số 48/TB-UBND ngày 10 tháng 3 năm 2026 của Ủy ban nhân dân xã Sơn Hải)"
    return file_of(
        commune_head("Số: 48/TB-UBND")
        + title("THÔNG BÁO", "Về mẫu văn bản dùng trong xã")
        + body("Ủy ban nhân dân xã ban hành mẫu văn bản tại Phụ lục I và Phụ lục II kèm theo Thông báo này./.")
        + commune_foot("- Các thôn;", "- Lưu: VT.")
        + section(wrap=True)
        + mid(run("Phụ lục I", 14, b=True))
        + mid(run("DANH MỤC MẪU VĂN BẢN", 14, b=True))
        + mid(run(own, 14, i=True))
        + body("**I. MẪU CỦA THÔN**")
        + body("1. Biên bản họp thôn./.")
        + section(wrap=True, start=1)
        + mid(run("Phụ lục II", 14, b=True))
        + mid(run("MẪU QUYẾT ĐỊNH", 14, b=True))
        + mid(run(own, 14, i=True))
        + body("“**Điều 1.** Thành lập …")
        + body("Điều 3. Quyết định này có hiệu lực kể từ ngày ký.”./."),
        section(start=1),
    )


@paper
def regulation_with_titles_below_their_articles() -> bytes:
    """Điều alone on its line, its title in bold on the next one."""
    made = commune_head("Số: 49/QyĐ-UBND") + title("QUY ĐỊNH", "Về quản lý chợ xã")
    for number, name in enumerate(("Phạm vi điều chỉnh", "Hiệu lực thi hành"), 1):
        made += body(f"**Điều {number}. {name}**") + body("Quy định này áp dụng đối với chợ của xã và người kinh doanh tại chợ.")
    return file_of(made + body("Các thôn chịu trách nhiệm thi hành./.") + commune_foot("- Các thôn;", "- Lưu: VT."))


@paper
def decision_of_a_company() -> bytes:
    """By authorisation, with one's own office below; a code of many groups."""
    return file_of(
        head_two_rows(
            ["TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM"],
            ["TỔNG CÔNG TY ĐIỆN LỰC", "MIỀN TRUNG"],
            "Số: 0115/QĐ-EVNCPC",
            "Đà Nẵng, ngày 10 tháng 3 năm 2026",
        )
        + title("QUYẾT ĐỊNH", "Về việc điều động cán bộ")
        + mid(run("TỔNG GIÁM ĐỐC", 14, b=True), before=120)
        + body("Căn cứ Điều lệ tổ chức và hoạt động của Tổng công ty;", i=True)
        + body("Theo đề nghị của Trưởng Ban Tổ chức và Nhân sự.", i=True)
        + mid(run("QUYẾT ĐỊNH:", 14, b=True), before=120)
        + body("**Điều 1.** Điều động ông Trần Văn Nam đến Công ty Điện lực Quảng Thuận.")
        + body("**Điều 2.** Các Trưởng Ban và ông Trần Văn Nam chịu trách nhiệm thi hành Quyết định này./.")
        + foot(
            sent_to("- Như Điều 2;", "- Lưu: VT, TC&NS."),
            signed("TUQ. TỔNG GIÁM ĐỐC", "GIÁM ĐỐC NHÂN SỰ", name="Hồ Thị Bích"),
        )
    )


@paper
def report_of_an_inspection() -> bytes:
    """On behalf of a team; role above, post above the name."""
    return file_of(
        head_two_rows(["ỦY BAN NHÂN DÂN", "TỈNH QUẢNG THUẬN"], ["ĐOÀN KIỂM TRA"], "Số: 05/BC-ĐKT", "Quảng Thuận, ngày 10 tháng 3 năm 2026")
        + title("BÁO CÁO", "Kết quả kiểm tra an toàn thực phẩm")
        + body("Đoàn đã kiểm tra 12 cơ sở, lập biên bản 02 cơ sở vi phạm./.")
        + foot(
            sent_to("- Ủy ban nhân dân tỉnh;", "- Lưu: VT, ĐKT."),
            signed("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN", name="Lê Minh Tú", above="PHÓ GIÁM ĐỐC SỞ Y TẾ"),
        )
    )


@paper
def head_and_subject_drawn_with_tabs() -> bytes:
    """A head in paragraphs with tabs; the subject at the left margin."""
    tabs = '<w:tabs><w:tab w:val="center" w:pos="1800"/><w:tab w:val="center" w:pos="6600"/></w:tabs>'
    made = (
        par(run("\tSỞ NỘI VỤ QUẢNG THUẬN\t", 13), run(MOTTO, 13, b=True))
        + par(run("\tTRUNG TÂM LƯU TRỮ\t", 13, b=True), run(SLOGAN, 14, b=True))
        + par(drawn(mm("TRUNG TÂM LƯU TRỮ") * 0.4, across="20"), drawn(mm(SLOGAN, 14), across="88"))
        + par(run("\tSố: 15/TTLT-HC\t", 13), run("Quảng Thuận, ngày 10 tháng 3 năm 2026", 14, i=True))
        + par(run("\tV/v chỉnh lý tài liệu", 12), before=120)
    ).replace("<w:p><w:pPr><w:spacing", f"<w:p><w:pPr>{tabs}<w:spacing")
    return file_of(
        made
        + kinh_gui("Sở Nội vụ")
        + body("Trung tâm đề nghị Sở bố trí kinh phí chỉnh lý tài liệu./.")
        + foot(sent_to("- Như trên;", "- Lưu: VT, HC."), signed("Q. GIÁM ĐỐC", name="Phùng Thị Nga"))
    )


@paper
def plan_with_a_page_of_its_own_in_the_middle() -> bytes:
    """A lying page for a table inside the text, whose numbers go on."""
    cells = [
        [mid(run(word, 13, b=True)) for word in ("TT", "Việc", "Hạn")],
        [mid(run("1", 13)), par(run("Rà soát", 13)), mid(run("Quý II", 13))],
    ]
    return file_of(
        commune_head("Số: 50/KH-UBND")
        + title("KẾ HOẠCH", "Công tác năm 2026")
        + body("Ủy ban nhân dân xã phân công như sau:")
        + section(wrap=True)
        + table(cells, [900, 9000, 3000], borders=True)
        + section(wrap=True, landscape=True, title_page=False)
        + body("Các thôn báo cáo kết quả trước ngày 20 tháng 12 năm 2026./.")
        + commune_foot("- Các thôn;", "- Lưu: VT."),
        section(title_page=False),
    )


@paper
def joint_plan_of_two_offices() -> bytes:
    """Two signers side by side, the lead at the right; the recipients below."""
    signers = table([[signed("GIÁM ĐỐC SỞ Y TẾ", name="Võ Văn Sơn"), signed("GIÁM ĐỐC SỞ NỘI VỤ", name="Trần Thị Mai")]], [4700, 4700])
    return file_of(
        head_two_rows([], ["SỞ NỘI VỤ - SỞ Y TẾ", "TỈNH QUẢNG THUẬN"], "Số: 07/KH-SNV-SYT", "Quảng Thuận, ngày 10 tháng 3 năm 2026")
        + title("KẾ HOẠCH", "Phối hợp quản lý viên chức ngành y tế")
        + body("Hai Sở phối hợp quản lý viên chức ngành y tế theo các nội dung đã thống nhất./.")
        + "<w:p/>"
        + signers
        + "<w:p/>"
        + sent_to("- Ủy ban nhân dân tỉnh;", "- Lưu: VT, CCVC.")
    )


@paper
def party_submission_with_long_grounds() -> bytes:
    """Hanging dashes; rules and resolutions of congresses among the grounds, which have no number."""
    grounds = (
        "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
        "- Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ I, nhiệm kỳ 2025 - 2030;",
        "- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khoá I, nhiệm kỳ 2025 - 2030;",
        "- Căn cứ Quyết định số 12-QĐ/TU, ngày 03/3/2026 của Ban Thường vụ Tỉnh uỷ về chức năng, nhiệm vụ của Ban Tổ chức Tỉnh uỷ;",
        "- Xét đề nghị của các cơ quan tham mưu, giúp việc Tỉnh uỷ.",
    )
    lines = "".join(par(run(one, 14), jc="both", first=567, before=120, line=360, rule="exact") for one in grounds)
    return party_file(
        party_head(["TỈNH UỶ QUẢNG THUẬN"], ["BAN TỔ CHỨC"], "Số 25-TTr/BTCTU", "Quảng Thuận, ngày 12 tháng 7 năm 2026")
        + titled("TỜ TRÌNH", "về việc ban hành Quy chế phối hợp")
        + par(run("Kính trình:", 14, i=True), run(" Ban Thường vụ Tỉnh uỷ", 14), jc="center", before=240)
        + lines
        + text("Ban Tổ chức Tỉnh uỷ kính trình Ban Thường vụ Tỉnh uỷ xem xét, ban hành Quy chế.")
        + party_foot(
            listed("- Như trên;", "- Lãnh đạo Ban;", "- Lưu Ban Tổ chức Tỉnh uỷ."),
            signed_by("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", name="Đặng Văn Bảy"),
        )
    )


@paper
def party_plan_with_marks() -> bytes:
    """Urgency below the number; the conference's note in a box in the top margin."""
    note = floating("TÀI LIỆU HỘI NGHỊ", 50, 7, 140, "page", 10, "page")
    head = party_head(["ĐẢNG BỘ TỈNH QUẢNG THUẬN"], ["ĐẢNG UỶ PHƯỜNG 1"], "Số 31-KH/ĐU", "Phường 1, ngày 12 tháng 7 năm 2026", grid="2x2")
    head = head.replace("31-KH/ĐU</w:t></w:r></w:p>", f"31-KH/ĐU</w:t></w:r></w:p>{mid(run('KHẨN', 14, b=True))}")
    return party_file(
        par(note.replace('w:val="26"', 'w:val="24"'))
        + head
        + titled("KẾ HOẠCH", "tổ chức hội nghị Đảng uỷ phường")
        + text("Đảng uỷ phường tổ chức hội nghị vào ngày 20/7/2026.")
        + text("1.1. Thành phần: các đồng chí Uỷ viên Ban Chấp hành.")
        + text("1.2. Nội dung: sơ kết công tác sáu tháng đầu năm.")
        + party_foot(listed("- Đảng uỷ viên;", "- Lưu Văn phòng Đảng uỷ."), signed_by("T/M ĐẢNG UỶ", "PHÓ BÍ THƯ", name="Trần Thị Chín"))
    )


@paper
def party_resolution_in_parts() -> bytes:
    """Phần thứ nhất with its name below; members sign without an office on behalf of the Politburo."""
    return party_file(
        party_head([], ["BAN CHẤP HÀNH TRUNG ƯƠNG"], "Số 12-NQ/TW", "Hà Nội, ngày 12 tháng 7 năm 2026")
        + titled("NGHỊ QUYẾT", "về công tác cán bộ")
        + mid(run("Phần thứ nhất", 14, b=True), before=120, line=360, rule="exact")
        + mid(run("TÌNH HÌNH", 14, b=True), line=360, rule="exact")
        + text("I- KẾT QUẢ", b=True)
        + text("1- Công tác cán bộ có nhiều đổi mới.")
        + text("2- Đội ngũ cán bộ trưởng thành hơn.")
        + mid(run("Phần thứ hai", 14, b=True), before=120, line=360, rule="exact")
        + mid(run("NHIỆM VỤ", 14, b=True), line=360, rule="exact")
        + text("Các cấp uỷ quán triệt, tổ chức thực hiện Nghị quyết này.")
        + party_foot(
            listed("- Các tỉnh uỷ, thành uỷ;", "- Các đồng chí Uỷ viên Ban Chấp hành Trung ương;", "- Lưu Văn phòng Trung ương Đảng."),
            signed_by("T/M BỘ CHÍNH TRỊ", name="Phan Văn Mười"),
        )
    )


@paper
def submission_of_a_school() -> bytes:
    """Rule and addressee typed with spaces; a rank that the sector allows is left out."""
    left = mid(run("UBND XÃ SƠN HẢI", 13)) + mid(run("TRƯỜNG TIỂU HỌC SỐ 1", 13, b=True)) + mid(rule_below("TRƯỜNG TIỂU HỌC SỐ 1"))
    right = mid(run(MOTTO, 13, b=True)) + mid(run(SLOGAN, 14, b=True)) + mid(slogan_rule())
    return file_of(
        table([[left + mid(run("Số: 09/TTr-TH1", 13)), right + mid(run(_DATED, 14, i=True))]], [3600, 5800])
        + title("TỜ TRÌNH", "Về việc xin bổ sung kinh phí sửa chữa phòng học")
        + par(run("                    Kính gửi: Ủy ban nhân dân xã Sơn Hải", 14), before=240)
        + body("Nhà trường kính đề nghị Ủy ban nhân dân xã bổ sung kinh phí sửa chữa phòng học./.")
        + foot(sent_to("- Như trên;", "- Lưu: VT."), signed("HIỆU TRƯỞNG", name="Võ Thị Lan"))
    )
