"""Documents of the Party: a chi bộ, committees, their boards; before and after 27 May 2026."""

from __future__ import annotations

from tests.real.paper import drawn, empty, mid, par, run, section, table
from tests.real.papers import paper
from tests.real.party_parts import PAGE, PARTY, listed, party_file, party_foot, party_head, signed_by, text, titled
from tests.real.state_parts import mm


@paper
def resolution_of_a_cell() -> bytes:
    """I- and dashes."""
    return party_file(
        party_head(["ĐẢNG BỘ XÃ SƠN HẢI"], ["CHI BỘ THÔN 1"], "Số 02-NQ/CB", "Sơn Hải, ngày 05 tháng 6 năm 2026")
        + titled("NGHỊ QUYẾT", "sinh hoạt chi bộ tháng 6 năm 2026")
        + text(
            "Ngày 05/6/2026, Chi bộ Thôn 1 tổ chức sinh hoạt thường kỳ tháng 6 năm 2026. Sau khi thảo "
            "luận, Chi bộ thống nhất quyết nghị:"
        )
        + text("I- ĐÁNH GIÁ TÌNH HÌNH", b=True)
        + text("1. Ưu điểm: đảng viên chấp hành tốt chủ trương.")
        + text("2. Hạn chế: thu quỹ còn chậm.")
        + text("II- NHIỆM VỤ THÁNG 7", b=True)
        + text("- Vận động Nhân dân làm đường.")
        + text("Nghị quyết này được phổ biến đến từng đảng viên trong Chi bộ.")
        + party_foot(
            listed("- Đảng uỷ xã (để báo cáo);", "- Đảng viên trong Chi bộ;", "- Lưu Chi bộ."),
            signed_by("T/M CHI BỘ", "BÍ THƯ", name="Nguyễn Văn Tám"),
        )
    )


@paper
def conclusion() -> bytes:
    """The author below the type; bold numbers."""
    return party_file(
        party_head(
            ["ĐẢNG BỘ TỈNH QUẢNG THUẬN"], ["ĐẢNG UỶ XÃ SƠN HẢI"], "Số 15-KL/ĐU", "Sơn Hải, ngày 12 tháng 7 năm 2026", grid="2x2"
        )
        + titled("KẾT LUẬN", "của Ban Thường vụ Đảng uỷ\nvề công tác phát triển đảng viên 6 tháng đầu năm 2026")
        + text("Tại cuộc họp ngày 10/7/2026, Ban Thường vụ Đảng uỷ đã nghe báo cáo và kết luận như sau:")
        + text("**1.** Đánh giá cao kết quả đạt được của các chi bộ.")
        + text("**2.** Giao Ban Xây dựng Đảng theo dõi, đôn đốc việc thực hiện Kết luận này.")
        + party_foot(
            listed("- Ban Tổ chức Tỉnh uỷ,".replace(",", ";"), "- Các chi bộ trực thuộc;", "- Lưu Văn phòng Đảng uỷ."),
            signed_by("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", name="Trần Thị Chín"),
        )
    )


@paper
def letter_of_a_board() -> bytes:
    """An empty column in the head."""
    return party_file(
        party_head(
            ["TỈNH UỶ QUẢNG THUẬN"],
            ["BAN TỔ CHỨC"],
            "Số 138-CV/BTCTU",
            "Quảng Thuận, ngày 03 tháng 6 năm 2026",
            "về việc cử cán bộ tham gia tập huấn",
            grid="2x3",
        )
        + mid(run("Kính gửi:", 14, i=True), run(" Các đảng uỷ trực thuộc Tỉnh uỷ", 14), before=240)
        + text(
            "Thực hiện Kế hoạch số 60-KH/TU, ngày 20/5/2026 của Tỉnh uỷ về tập huấn công tác tổ chức, "
            "Ban Tổ chức Tỉnh uỷ đề nghị các đảng uỷ cử cán bộ tham gia."
        )
        + text("Danh sách gửi trước ngày 15/6/2026.")
        + party_foot(
            listed("- Như trên;", "- Lưu Ban Tổ chức Tỉnh uỷ."),
            signed_by("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", name="Lê Quang Minh"),
        )
    )


@paper
def decision_on_a_member() -> bytes:
    """Bases with dashes; the body stands in the line of decision."""
    return party_file(
        party_head(["ĐẢNG BỘ TỈNH QUẢNG THUẬN"], ["ĐẢNG UỶ XÃ SƠN HẢI"], "Số 127-QĐ/ĐU", "Sơn Hải, ngày 22 tháng 8 năm 2026")
        + titled("QUYẾT ĐỊNH", "kết nạp đảng viên", 15)
        + text("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;")
        + text(
            "- Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư Trung ương Đảng về thể "
            "loại, thẩm quyền ban hành và thể thức văn bản của Đảng;"
        )
        + text("- Xét đề nghị của Chi bộ Thôn 1.")
        + mid(run("BAN THƯỜNG VỤ ĐẢNG UỶ QUYẾT ĐỊNH", 14, b=True), before=120)
        + text("**Điều 1.** Kết nạp quần chúng Nguyễn Thị Lành vào Đảng Cộng sản Việt Nam.")
        + text("**Điều 2.** Chi bộ Thôn 1 và đảng viên Nguyễn Thị Lành chịu trách nhiệm thi hành Quyết định này.")
        + party_foot(
            listed("- Như Điều 2;", "- Lưu Văn phòng Đảng uỷ."), signed_by("T/M BAN THƯỜNG VỤ", "BÍ THƯ", name="Hồ Văn Mười")
        )
    )


@paper
def proposal_to_a_committee() -> bytes:
    """Kính trình."""
    return party_file(
        party_head(["ĐẢNG UỶ XÃ SƠN HẢI"], ["BAN XÂY DỰNG ĐẢNG"], "Số 09-TTr/BXDĐ", "Sơn Hải, ngày 02 tháng 9 năm 2026")
        + titled("TỜ TRÌNH", "về việc kiện toàn cấp uỷ chi bộ")
        + mid(run("Kính trình:", 14, i=True), run(" Ban Thường vụ Đảng uỷ", 14))
        + text("Ban Xây dựng Đảng kính trình Ban Thường vụ Đảng uỷ xem xét, kiện toàn cấp uỷ Chi bộ Trường Tiểu học số 1.")
        + text("Kính trình Ban Thường vụ Đảng uỷ xem xét, quyết định.")
        + party_foot(listed("- Như trên;", "- Lưu Ban Xây dựng Đảng."), signed_by("TRƯỞNG BAN", name="Phạm Hữu Nghĩa"))
    )


@paper
def report_before_2026() -> bytes:
    """Commas by 36-HD/VPTW; sections in small letters."""
    return party_file(
        party_head(["ĐẢNG BỘ HUYỆN SƠN TỊNH"], ["ĐẢNG UỶ XÃ TỊNH ẤN"], "Số 21-BC/ĐU", "Tịnh Ấn, ngày 05 tháng 7 năm 2023")
        + titled("BÁO CÁO", "sơ kết 6 tháng đầu năm 2023")
        + text("Đảng uỷ xã báo cáo kết quả lãnh đạo 6 tháng đầu năm 2023 như sau:")
        + text("A. KẾT QUẢ", b=True)
        + text("I. Kinh tế", b=True)
        + text("Tổng sản lượng lương thực đạt 2.500 tấn.")
        + text("B. PHƯƠNG HƯỚNG", b=True)
        + text("Tiếp tục thực hiện Nghị quyết.")
        + party_foot(
            listed("- Huyện uỷ (b/c),", "- Các chi bộ,", "- Lưu Văn phòng Đảng uỷ."),
            signed_by("T/M ĐẢNG UỶ", "BÍ THƯ", name="Võ Văn Kiên"),
        )
    )


@paper
def minutes_of_a_cell() -> bytes:
    """Two signers."""
    return party_file(
        party_head(["ĐẢNG BỘ XÃ SƠN HẢI"], ["CHI BỘ TRƯỜNG TIỂU HỌC SỐ 1"], "Số 05-BB/CB", "Sơn Hải, ngày 05 tháng 9 năm 2026")
        + titled("BIÊN BẢN", "họp chi bộ tháng 9 năm 2026")
        + text("Hôm nay, ngày 05/9/2026, Chi bộ họp thường kỳ.")
        + text("1. Thành phần: 12/12 đảng viên.")
        + text("2. Nội dung: đồng chí Bí thư báo cáo tình hình.")
        + text("Cuộc họp kết thúc lúc 10 giờ cùng ngày.")
        + "<w:p/>"
        + table(
            [
                [
                    mid(run("NGƯỜI GHI BIÊN BẢN", 14)) + empty(4) + mid(run("Mai Thị Thu", 14, b=True)),
                    mid(run("CHỦ TRÌ HỘI NGHỊ", 14)) + empty(4) + mid(run("Võ Thị Lan", 14, b=True)),
                ]
            ],
            [4600, 4754],
        )
        + listed("- Đảng viên;", "- Lưu Chi bộ.")
    )


@paper
def guide_of_the_office() -> bytes:
    """The layout of 05-HD/VPTW itself."""
    return party_file(
        party_head(["BAN CHẤP HÀNH TRUNG ƯƠNG"], ["VĂN PHÒNG"], "Số 05-HD/VPTW", "Hà Nội, ngày 27 tháng 5 năm 2026")
        + titled("HƯỚNG DẪN", "thể thức và kỹ thuật trình bày văn bản của Đảng")
        + text(
            "Thực hiện Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư Trung ương Đảng về thể "
            "loại, thẩm quyền ban hành và thể thức văn bản của Đảng, Văn phòng Trung ương Đảng hướng "
            "dẫn như sau:"
        )
        + mid(run("Phần I", 14, b=True), before=240, line=360, rule="exact")
        + mid(run("HƯỚNG DẪN CHUNG", 14, b=True), line=360, rule="exact")
        + text("1. Phạm vi điều chỉnh và đối tượng áp dụng", b=True)
        + par(run("1.1. Phạm vi điều chỉnh", 14, b=True, i=True), jc="both", first=567, before=120, line=360, rule="exact")
        + text("a) Thể thức văn bản giấy và văn bản điện tử của Đảng.")
        + text("b) Văn bản chứa bí mật nhà nước thực hiện theo Hướng dẫn này.")
        + text("2. Yêu cầu", b=True)
        + text("Văn bản chính thức phải thống nhất về thể thức.")
        + mid(run("Phần II", 14, b=True), before=240, line=360, rule="exact")
        + mid(run("TỔ CHỨC THỰC HIỆN", 14, b=True), line=360, rule="exact")
        + text("**1.** Hướng dẫn này có hiệu lực từ ngày ký.")
        + text("**2.** Các cấp uỷ có trách nhiệm thực hiện Hướng dẫn này.")
        + party_foot(
            listed("- Các tỉnh uỷ, thành uỷ;", "- Lưu Văn phòng Trung ương Đảng."),
            signed_by("K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", name="Lê Khánh Toàn"),
        )
    )


@paper
def resolution_of_a_congress() -> bytes:
    """QUYẾT NGHỊ below a first sentence."""
    return party_file(
        party_head([], ["ĐẠI HỘI ĐẠI BIỂU", "ĐẢNG BỘ XÃ SƠN HẢI LẦN THỨ I"], "Số 01-NQ/ĐH", "Sơn Hải, ngày 20 tháng 6 năm 2026")
        + titled("NGHỊ QUYẾT", "Đại hội đại biểu Đảng bộ xã Sơn Hải lần thứ I,\nnhiệm kỳ 2025 - 2030")
        + text("Đại hội đại biểu Đảng bộ xã Sơn Hải lần thứ I, nhiệm kỳ 2025 - 2030 đã thảo luận các văn kiện.")
        + mid(run("QUYẾT NGHỊ", 14, b=True))
        + text("1. Tán thành Báo cáo chính trị.")
        + text("2. Giao Ban Chấp hành tổ chức thực hiện.")
        + party_foot(listed("- Tỉnh uỷ;", "- Lưu Đảng uỷ."), signed_by("T/M ĐOÀN CHỦ TỊCH", name="Hồ Văn Mười"))
    )


@paper
def draft_with_appendices() -> bytes:
    """A draft with two appendices."""
    return party_file(
        party_head(
            ["TỈNH UỶ QUẢNG THUẬN"],
            ["VĂN PHÒNG"],
            "Số      -KH/VPTU",
            "Quảng Thuận, ngày      tháng 9 năm 2026",
            mark="Dự thảo lần 2",
        )
        + titled("KẾ HOẠCH", "số hoá tài liệu lưu trữ")
        + text("Văn phòng Tỉnh uỷ ban hành Kế hoạch số hoá tài liệu lưu trữ, danh mục tại Phụ lục 1 và Phụ lục 2.")
        + text("1. Mục đích: bảo quản tài liệu.")
        + text("2. Thời gian: quý IV/2026.")
        + party_foot(listed("- Các phòng;", "- Lưu Văn phòng Tỉnh uỷ."), signed_by("CHÁNH VĂN PHÒNG", name="Lý Công Uẩn"))
        + section(wrap=True, **PAGE)
        + "".join(
            mid(run(f"Phụ lục {n}", 14, b=True))
            + mid(run(t, 14, b=True))
            + mid(run("(Kèm theo Kế hoạch số      -KH/VPTU, ngày      tháng 9 năm 2026 của Văn phòng Tỉnh uỷ)", 14, i=True))
            + mid(run("-----", 14))
            + table(
                [[par(run("STT", 12)), par(run("Phông", 12))], [par(run("1", 12)), par(run("Tỉnh uỷ", 12))]],
                [1000, 5000],
                borders=True,
            )
            + (section(wrap=True, start=1, **PAGE) if n == 1 else "")
            for n, t in ((1, "DANH MỤC PHÔNG"), (2, "KINH PHÍ"))
        ),
        section(start=1, **PAGE),
    )


@paper
def report_with_tabbed_head() -> bytes:
    """The columns are made by tabs."""
    h = (
        par(run("ĐẢNG BỘ XÃ SƠN HẢI\t", 14), run(PARTY, 15, b=True))
        + par(run("CHI BỘ THÔN 2", 14, b=True), drawn(mm(PARTY, 15), across="95"))
        + par(run("        *", 14))
        + par(run("Số 03-BC/CB\t", 14), run("Sơn Hải, ngày 05 tháng 6 năm 2026", 14, i=True))
    )
    h = h.replace("<w:p><w:pPr><w:spacing", '<w:p><w:pPr><w:tabs><w:tab w:val="center" w:pos="6800"/></w:tabs><w:spacing')
    return party_file(
        h
        + titled("BÁO CÁO", "công tác tháng 5 năm 2026")
        + text("Chi bộ báo cáo kết quả công tác tháng 5 năm 2026.")
        + text("1- Công tác chính trị, tư tưởng: ổn định.")
        + text("2- Công tác tổ chức: không thay đổi.")
        + party_foot(listed("- Đảng uỷ xã;", "- Lưu Chi bộ."), signed_by("T/M CHI BỘ", "BÍ THƯ", name="Nguyễn Văn Tám"))
    )


@paper
def letter_by_order() -> bytes:
    """Several addressees, a subject in two lines."""
    return party_file(
        party_head(
            ["TỈNH UỶ QUẢNG THUẬN"],
            ["VĂN PHÒNG"],
            "Số 686-CV/VPTU",
            "Quảng Thuận, ngày 03 tháng 6 năm 2026",
            "về việc chuẩn bị hội nghị\nBan Chấp hành Đảng bộ tỉnh",
        )
        + mid(run("Kính gửi:", 14, i=True), before=240)
        + "".join(
            par(run(x, 14), left=2500)
            for x in ["- Các ban đảng Tỉnh uỷ;", "- Đảng uỷ các cơ quan Đảng tỉnh;", "- Các đảng uỷ xã, phường, đặc khu;"]
        )
        + text("Thực hiện chương trình công tác, Văn phòng Tỉnh uỷ đề nghị các cơ quan chuẩn bị tài liệu.")
        + text("1- Tài liệu gửi trước ngày 10/6/2026.")
        + text("2- Đại biểu đăng ký dự hội nghị.")
        + party_foot(
            par(run("Nơi nhận:", 14, u=True))
            + "".join(
                par(run(x, 12)) for x in ["- Như trên;", "- Thường trực Tỉnh uỷ (để báo cáo);", "- Lưu Văn phòng Tỉnh uỷ."]
            ),
            signed_by("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", name="Đỗ Hữu Ca"),
        )
    )


@paper
def plan_of_a_board_without_seal() -> bytes:
    """kiêm."""
    return party_file(
        party_head(["ĐẢNG UỶ XÃ SƠN HẢI"], ["BAN CHỈ ĐẠO 35"], "Số 02-KH/BCĐ35", "Sơn Hải, ngày 03 tháng 6 năm 2026")
        + titled("KẾ HOẠCH", "bảo vệ nền tảng tư tưởng của Đảng năm 2026")
        + text("Ban Chỉ đạo ban hành Kế hoạch như sau:")
        + text("1. Mục đích: nâng cao nhận thức.")
        + text("2. Tổ chức thực hiện: các thành viên theo nhiệm vụ được phân công.")
        + party_foot(
            listed("- Đảng uỷ xã;", "- Lưu Ban Chỉ đạo."),
            mid(run("PHÓ BÍ THƯ", 14))
            + mid(run("kiêm", 14))
            + mid(run("TRƯỞNG BAN CHỈ ĐẠO", 14))
            + empty(4)
            + mid(run("Lê Văn Chín", 14, b=True)),
        )
    )
