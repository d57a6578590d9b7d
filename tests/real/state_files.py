"""Several texts in one file: regulations, appendices, a contract behind its minutes; and texts with chapters."""

from __future__ import annotations

from tests.real.paper import body, drawn, empty, file_of, mid, par, run, section, table
from tests.real.papers import paper
from tests.real.state_parts import (
    COMMUNE,
    commune_foot,
    commune_head,
    foot,
    head_two_rows,
    kinh_gui,
    motto_lines,
    names,
    province_foot,
    province_plan,
    sent_to,
    signed,
    title,
)


@paper
def proposal_minutes_contract() -> bytes:
    """Three documents in one file; the number of the contract below its name."""
    ttr = (
        head_two_rows(["UBND XÃ SƠN HẢI"], ["TRƯỜNG TIỂU HỌC SỐ 1"], "Số: 05/TTr-TH1", "Sơn Hải, ngày 05 tháng 3 năm 2026")
        + title("TỜ TRÌNH", "Về việc mua sắm thiết bị")
        + kinh_gui("Ủy ban nhân dân xã Sơn Hải")
        + body("Trường Tiểu học số 1 kính trình phê duyệt mua sắm thiết bị với tổng kinh phí 50 triệu đồng.")
        + body("Kính đề nghị xem xét./.")
        + foot(sent_to("- Như trên;", "- Lưu: VT."), signed("HIỆU TRƯỞNG", name="Võ Thị Lan"))
    )
    pb = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    bb = (
        "".join(motto_lines())
        + mid(run("BIÊN BẢN", 14, b=True), before=240)
        + mid(run("Họp xét chọn nhà thầu", 14, b=True))
        + mid(drawn(20))
        + body("Hôm nay, ngày 04 tháng 3 năm 2026, tại Trường Tiểu học số 1, chúng tôi gồm:")
        + body("1. Bà Võ Thị Lan - Hiệu trưởng.")
        + body("2. Ông Trần Văn Tý - Kế toán.")
        + body("Cuộc họp kết thúc lúc 10 giờ cùng ngày./.")
        + table(
            [
                [
                    mid(run("THƯ KÝ", 14, b=True)) + empty(4) + mid(run("Trần Văn Tý", 14, b=True)),
                    mid(run("CHỦ TỌA", 14, b=True)) + empty(4) + mid(run("Võ Thị Lan", 14, b=True)),
                ]
            ],
            [4700, 4700],
        )
    )
    hd = (
        "".join(motto_lines())
        + mid(run("HỢP ĐỒNG", 14, b=True), before=240)
        + mid(run("Mua bán thiết bị", 14, b=True))
        + mid(drawn(15))
        + mid(run("Số: 01/HĐ-TH1", 13))
        + body("Hôm nay, ngày 06 tháng 3 năm 2026, chúng tôi gồm:")
        + body("**BÊN A:** Trường Tiểu học số 1")
        + body("**BÊN B:** Công ty TNHH Thiết bị Sơn Hải")
        + body("**Điều 1.** Nội dung hợp đồng")
        + body("Bên B bán cho Bên A 10 máy tính.")
        + body("**Điều 2.** Giá trị hợp đồng")
        + body("Tổng giá trị: 50.000.000 đồng.")
        + table(
            [
                [
                    mid(run("ĐẠI DIỆN BÊN A", 14, b=True)) + empty(4) + mid(run("Võ Thị Lan", 14, b=True)),
                    mid(run("ĐẠI DIỆN BÊN B", 14, b=True)) + empty(4) + mid(run("Ngô Bá Khá", 14, b=True)),
                ]
            ],
            [4700, 4700],
        )
    )
    return file_of(ttr + pb + bb + pb + hd)


def decision_text(kind: str = "Quy chế làm việc") -> str:
    """A decision that issues ``kind``."""
    return (
        head_two_rows([], COMMUNE, "Số: 58/QĐ-UBND", "Sơn Hải, ngày 12 tháng 3 năm 2026")
        + title("QUYẾT ĐỊNH", f"Ban hành {kind} của Ủy ban nhân dân xã")
        + mid(run("ỦY BAN NHÂN DÂN XÃ SƠN HẢI", 14, b=True), before=240)
        + "".join(
            par(run(t, 14, i=True), jc="both", first=567, before=120)
            for t in [
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                "Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã.",
            ]
        )
        + mid(run("QUYẾT ĐỊNH:", 14, b=True), before=120)
        + body(f"**Điều 1.** Ban hành kèm theo Quyết định này {kind} của Ủy ban nhân dân xã.")
        + body("**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký.")
        + body("**Điều 3.** Chánh Văn phòng và các cơ quan có liên quan chịu trách nhiệm thi hành Quyết định này./.")
        + commune_foot("- Như Điều 3;", "- Lưu: VT.")
    )


def regulation(name: str = "QUY CHẾ", sub: str = "Làm việc của Ủy ban nhân dân xã Sơn Hải") -> str:
    """The text issued, with a head of its own; the line below its reference."""
    return (
        table([["".join(names([], COMMUNE)), "".join(motto_lines())]], [3600, 5800])
        + mid(run(name, 14, b=True), before=240)
        + mid(run(sub, 14, b=True))
        + mid(run("(Kèm theo Quyết định số 58/QĐ-UBND ngày 12 tháng 3 năm 2026 của Ủy ban nhân dân xã Sơn Hải)", 14, i=True))
        + mid(drawn(30))
        + mid(run("Chương I", 14, b=True), before=240)
        + mid(run("QUY ĐỊNH CHUNG", 14, b=True))
        + body("Điều 1. Phạm vi điều chỉnh", b=True)
        + body("Quy chế này quy định nguyên tắc làm việc của Ủy ban nhân dân xã.")
        + body("Điều 2. Nguyên tắc làm việc", b=True)
        + body("1. Tập thể lãnh đạo, cá nhân phụ trách.")
        + body("2. Công khai, minh bạch:")
        + body("a) Đúng thẩm quyền;")
        + body("b) Đúng thời hạn.")
        + mid(run("Chương II", 14, b=True), before=240)
        + mid(run("TỔ CHỨC THỰC HIỆN", 14, b=True))
        + body("Điều 3. Hiệu lực", b=True)
        + body("Quy chế này có hiệu lực từ ngày ký Quyết định ban hành./.")
    )


@paper
def decision_with_regulation() -> bytes:
    """The regulation has a head of its own."""
    return file_of(decision_text() + section(wrap=True) + regulation(), section(start=1))


@paper
def decision_with_charter() -> bytes:
    """The charter has none."""
    r = regulation("ĐIỀU LỆ", "Tổ chức và hoạt động của Quỹ khuyến học xã Sơn Hải").split("</w:tbl>", 1)[1]
    return file_of(decision_text("Điều lệ tổ chức và hoạt động") + section(wrap=True) + r, section(start=1))


@paper
def plan_with_landscape_appendices() -> bytes:
    """Two appendices with tables, across the page."""

    def tb(n: int) -> str:
        return table(
            [
                [mid(run(x, 12, b=not i)) for x in r]
                for i, r in enumerate(
                    [["STT", "Nội dung", "Cơ quan chủ trì", "Thời gian"]]
                    + [[str(k), f"Nhiệm vụ {k}", "Sở Nội vụ", "Quý II/2026"] for k in range(1, n)]
                )
            ],
            [900, 7000, 3500, 2600],
            borders=True,
        )

    def ap(n: str, t: str) -> str:
        return (
            mid(run(f"Phụ lục {n}", 14, b=True))
            + mid(run(t, 14, b=True))
            + mid(
                run(
                    "(Kèm theo Kế hoạch số 88/KH-UBND ngày 30 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Quảng Thuận)",
                    14,
                    i=True,
                )
            )
            + mid(drawn(40))
            + tb(12)
        )

    return file_of(
        province_plan()
        + body("1. Nhiệm vụ cụ thể: theo Phụ lục I.")
        + body("2. Kinh phí: theo Phụ lục II./.")
        + province_foot("- Các sở, ngành;", "- Lưu: VT, NC.")
        + section(wrap=True)
        + ap("I", "NHIỆM VỤ CỤ THỂ")
        + section(wrap=True, landscape=True, start=1)
        + ap("II", "KINH PHÍ THỰC HIỆN"),
        section(landscape=True, start=1),
    )


@paper
def rules_with_broken_chapters() -> bytes:
    """Chương I and its title in one paragraph with a break."""
    return file_of(
        commune_head("Số: 58/QC-UBND")
        + title("QUY CHẾ", "Làm việc của Ủy ban nhân dân xã")
        + mid(run("Chương I\nMỤC TIÊU", 14, b=True), before=240)
        + body("Điều 1. Phạm vi", b=True)
        + body("Quy chế này quy định.")
        + mid(run("Chương II\nNHIỆM VỤ QUYẾT ĐỊNH", 14, b=True), before=240)
        + body("Điều 2. Hiệu lực", b=True)
        + body("Có hiệu lực từ ngày ký./.")
        + commune_foot("- Các thôn;", "- Lưu: VT.")
    )


@paper
def slip_in_boxes() -> bytes:
    """All in one bordered table."""
    h = table(
        [
            ["".join(names(["UBND TỈNH QUẢNG THUẬN"], ["VĂN PHÒNG"])), "".join(motto_lines())],
            [mid(run("Số:       /PTr-VP", 13)), mid(run("Quảng Thuận, ngày      tháng      năm 2026", 14, i=True))],
        ],
        [3600, 5800],
    )
    t = table(
        [
            [
                par(run("PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC", 14, b=True), jc="center")
                + par(run("Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh", 14), jc="center"),
                "",
            ],
            [
                par(run("Vấn đề trình: phê duyệt kế hoạch cải cách hành chính.", 12))
                + par(run("1. Tóm tắt nội dung: Sở Nội vụ trình dự thảo.", 12), jc="both"),
                par(run("Ý kiến của Lãnh đạo", 12, b=True), jc="center"),
            ],
            [par(run("2. Đề xuất của chuyên viên", 12)), par(run("Chuyên viên\n\n\nTrần Nam", 12))],
        ],
        [6000, 3400],
        borders=True,
    )
    return file_of(h + "<w:p/>" + t)
