"""Heads as real files build them."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from docgen.reading import Sure
from tests.reading.raw import (
    BODY,
    DATE,
    DECISION,
    EMPTY,
    FOOT,
    HEAD,
    MOTTO,
    NAMES,
    NUMBER,
    TITLE,
    c,
    line,
    only,
    p,
    r,
    read_blocks,
    said,
    t,
)  # fmt: skip

REST = (TITLE, BODY, FOOT)
EXPECTED = {
    "parent": ["ỦY BAN NHÂN DÂN TỈNH X"],
    "issuer": ["SỞ NỘI VỤ"],
    "motto": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    "slogan": ["Độc lập - Tự do - Hạnh phúc"],
    "number": ["Số: 12/QĐ-SNV"],
    "place_date": ["Quảng Ngãi, ngày 05 tháng 3 năm 2026"],
    "type_name": ["QUYẾT ĐỊNH"],
    "abstract": ["Về việc khen thưởng năm 2025"],
}
GRIDS = {
    "1x2": t([NAMES + EMPTY + NUMBER, MOTTO + EMPTY + DATE]),
    "2x2": HEAD,
    "3x2": t([c("ỦY BAN NHÂN DÂN TỈNH X"), MOTTO], [c("SỞ NỘI VỤ", style="b"), EMPTY], [NUMBER, DATE]),
    "2x3": t([NAMES, EMPTY, MOTTO], [NUMBER, EMPTY, DATE], widths=(3500, 300, 5500)),
    "two tables": t([NAMES, MOTTO]) + EMPTY + t([NUMBER, DATE]),
    "title in the table": t([NAMES, MOTTO], [NUMBER, DATE], [EMPTY]),
    "one paragraph": t(
        [
            NAMES + NUMBER,
            p(r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "b", 13), r("Độc lập - Tự do - Hạnh phúc", "b"), align="center") + DATE,
        ]
    ),
    "tabs": p("ỦY BAN NHÂN DÂN TỈNH X\t", r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b"))
    + p(r("SỞ NỘI VỤ", "b"), "\t", r("Độc lập - Tự do - Hạnh phúc", "b"))
    + p("Số: 12/QĐ-SNV\t\t", r("Quảng Ngãi, ngày 05 tháng 3 năm 2026", "i")),
    "spaces": p("ỦY BAN NHÂN DÂN TỈNH X        ", r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b"))
    + p("      ", r("SỞ NỘI VỤ", "b"), "            ", r("Độc lập - Tự do - Hạnh phúc", "b"))
    + p("   Số: 12/QĐ-SNV         ", r("Quảng Ngãi, ngày 05 tháng 3 năm 2026", "i")),
    "one below the other": NAMES + NUMBER + MOTTO + DATE,
    "motto first": MOTTO + NAMES + NUMBER + DATE,
}


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
def test_grids(grid: str) -> None:
    layout = only(grid, *REST)
    assert said(layout, *EXPECTED) == EXPECTED
    assert (layout.regime, layout.type, layout.date, layout.standard.name) == ("state", "quyet-dinh", date(2026, 3, 5), "nd30")
    assert not layout.draft


def test_letters_taken_apart() -> None:
    """NFD, no-break spaces and shredded runs say the same words."""
    layout = only(unicodedata.normalize("NFD", DECISION.replace("VIỆT NAM", "VIỆT\u00a0NAM")))
    assert said(layout, "issuer", "authority", "base", "decision_word") == {
        "issuer": ["SỞ NỘI VỤ"],
        "authority": ["GIÁM ĐỐC SỞ NỘI VỤ"],
        "base": ["Căn cứ Luật Thi đua, khen thưởng;"],
        "decision_word": ["QUYẾT ĐỊNH:"],
    }
    assert layout.type_sure is Sure.CERTAIN


@pytest.mark.parametrize(
    "motto", ["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam"]
)
@pytest.mark.parametrize("slogan", ["Độc lâp – Tự Do – Hạnh phúc", "ĐỘC LẬP-TỰ DO-HẠNH PHÚC"])
def test_misspelt(motto: str, slogan: str) -> None:
    layout = only(t([NAMES + NUMBER, c(motto, slogan, style="b") + DATE]), *REST)
    assert said(layout, "motto", "slogan") == {"motto": [motto], "slogan": [slogan]}


def test_motto_broken_in_two() -> None:
    layout = only(
        t([NAMES + NUMBER, c("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", style="b") + DATE]), *REST
    )
    assert layout.words_of("motto") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@pytest.mark.parametrize(
    ("lines", "parents"),
    [
        ((("UBND TỈNH X", ""), ("SỞ NỘI VỤ", "b")), 1),
        ((("UBND TỈNH X", "b"), ("SỞ NỘI VỤ", "b")), 1),
        ((("UBND TỈNH X", "b"), ("SỞ NỘI VỤ", "")), 1),
        ((("UBND TỈNH X", ""), ("SỞ NỘI VỤ", "")), 1),
        ((("ỦY BAN NHÂN DÂN", "b"), ("TỈNH QUẢNG NGÃI", "b")), 0),
        ((("ỦY BAN NHÂN DÂN", ""), ("TỈNH QUẢNG NGÃI", "b")), 0),
        ((("ỦY BAN NHÂN DÂN", ""), ("TỈNH QUẢNG NGÃI", ""), ("SỞ NÔNG NGHIỆP", "b"), ("VÀ MÔI TRƯỜNG", "b")), 2),
        ((("BỘ GIÁO DỤC VÀ ĐÀO TẠO", ""), ("TRƯỜNG ĐẠI HỌC", "b"), ("BÁCH KHOA", "b")), 1),
        ((("BAN CHỈ ĐẠO", "b"), ("CHUYỂN ĐỔI SỐ", "b"), ("TỈNH X", "b")), 0),
        ((("BỘ NỘI VỤ -", "b"), ("BỘ TÀI CHÍNH", "b")), 0),
    ],
)
def test_superior_and_issuing_body(lines: tuple[tuple[str, str], ...], parents: int) -> None:
    names = "".join(c(name, style=style) for name, style in lines)
    layout = only(t([names, MOTTO], [NUMBER, DATE]), *REST)
    every = [name for name, _ in lines]
    assert said(layout, "parent", "issuer") == {"parent": every[:parents], "issuer": every[parents:]}


def test_dispatch() -> None:
    left = NAMES + c("Số:        /SNV-VP") + c("V/v báo cáo số liệu", "quý I năm 2026")
    layout = only(
        t([left, MOTTO + p("Quảng Ngãi, ngày      tháng 3 năm 2026", style="i")]),
        p("Kính gửi: Bộ Nội vụ"),
        p("Sở báo cáo như sau."),
        FOOT,
    )
    assert said(layout, "abstract_dispatch", "addressee_label", "addressee", "body") == {
        "abstract_dispatch": ["V/v báo cáo số liệu", "quý I năm 2026"],
        "addressee_label": ["Kính gửi:"],
        "addressee": ["Bộ Nội vụ"],
        "body": ["Sở báo cáo như sau."],
    }
    assert (layout.type, layout.draft, layout.date) == ("cong-van", True, None)
    assert layout.number is not None
    assert (layout.number.label, layout.number.digits, layout.number.rest, layout.number.blank) == ("Số:", "", "/SNV-VP", True)
    assert layout.place_date is not None
    assert (layout.place_date.place, layout.place_date.day, layout.place_date.month) == ("Quảng Ngãi", None, 3)


def test_party() -> None:
    left = c("TỈNH UỶ QUẢNG NGÃI") + c("BAN TỔ CHỨC", style="b") + c("*", "Số 15-KH/BTCTU")
    head = t([left, c("ĐẢNG CỘNG SẢN VIỆT NAM", style="b") + p("Quảng Ngãi, ngày 01 tháng 6 năm 2026", style="i")])
    layout = only(
        head,
        c("KẾ HOẠCH", "tổ chức hội nghị", style="b"),
        c("-----"),
        p("- Căn cứ Quy định số 399-QĐ/TW;"),
        p("I- MỤC ĐÍCH", style="b"),
        p("1- Nội dung."),
        FOOT,
    )
    assert said(layout, "parent", "issuer", "star", "number", "separator", "base", "section", "clause") == {
        "parent": ["TỈNH UỶ QUẢNG NGÃI"],
        "issuer": ["BAN TỔ CHỨC"],
        "star": ["*"],
        "number": ["Số 15-KH/BTCTU"],
        "separator": ["-----"],
        "base": ["- Căn cứ Quy định số 399-QĐ/TW;"],
        "section": ["I- MỤC ĐÍCH"],
        "clause": ["1- Nội dung."],
    }
    assert (layout.regime, layout.type, layout.standard.name) == ("party", "ke-hoach", "hd05")


@pytest.mark.parametrize(
    ("day", "name", "note"),
    [("26 tháng 5 năm 2026", "hd36", ""), ("27 tháng 5 năm 2026", "hd05", ""), ("02 tháng 4 năm 2018", "hd36", "older")],
)
def test_rule_set_of_the_day(day: str, name: str, note: str) -> None:
    head = t(
        [c("ĐẢNG UỶ XÃ A", style="b") + c("*", "Số 15-KH/ĐU"), c("ĐẢNG CỘNG SẢN VIỆT NAM", style="b") + p(f"Xã A, ngày {day}")]
    )
    layout = only(head, c("KẾ HOẠCH", style="b"), p("Nội dung."), FOOT)
    assert (layout.standard.name, layout.standard_note) == (name, note)


def test_both_heads() -> None:
    head = t([c("TỈNH UỶ X", style="b") + c("*", "Số 15-KH/TU"), c("ĐẢNG CỘNG SẢN VIỆT NAM", style="b") + MOTTO + DATE])
    assert read_blocks(head, *REST).mixed


def test_without_motto() -> None:
    """A file that lacks the motto is told by its number and date."""
    layout = only(t([NAMES + NUMBER, DATE]), *REST)
    assert (layout.regime, layout.regime_sure, said(layout, "issuer", "motto")) == (
        "state",
        Sure.LIKELY,
        {"issuer": ["SỞ NỘI VỤ"], "motto": []},
    )


def test_draft_mark_and_stamps() -> None:
    layout = only(
        t([NAMES + NUMBER + c("DỰ THẢO"), MOTTO + DATE]), t([c("HỎA TỐC", style="b")], widths=(1700,), bordered=True), *REST
    )
    assert said(layout, "draft_mark", "urgency", "type_name") == {
        "draft_mark": ["DỰ THẢO"],
        "urgency": ["HỎA TỐC"],
        "type_name": ["QUYẾT ĐỊNH"],
    }
    assert layout.draft


def test_stamp_in_a_text_box() -> None:
    """Words in a box beside the names belong to no name."""
    box = (
        '<w:r><w:pict><v:shape style="width:90pt;height:20pt"><v:textbox><w:txbxContent>'
        + c("TÀI LIỆU MẬT", style="b")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    layout = only(t([p(box) + NAMES + NUMBER, MOTTO + DATE]), *REST)
    assert said(layout, "parent", "issuer") == {"parent": ["ỦY BAN NHÂN DÂN TỈNH X"], "issuer": ["SỞ NỘI VỤ"]}


def test_drawn_lines() -> None:
    """Each under its own component, also where both are anchored in one cell."""
    left = NAMES + p(line(60, 60), align="center")
    right = MOTTO + p(line(170, 50), align="center")
    for head in (t([left, right]), t([NAMES + p(line(60, 60), line(170, 240), align="center"), MOTTO])):
        layout = only(head, t([NUMBER, DATE]), TITLE, p(line(100, 180), align="center"), BODY, FOOT)
        assert {name: [round(one.length or 0) for one in found] for name, found in layout.lines.items()} == {
            "issuer": [60],
            "slogan": [170],
            "abstract": [100],
        }


def test_borders_of_paragraphs() -> None:
    def ruled(xml: str, side: str = "bottom") -> str:
        return xml.replace("<w:pPr>", f'<w:pPr><w:pBdr><w:{side} w:val="single" w:sz="6"/></w:pBdr>', 1)

    slogan = ruled(c("Độc lập - Tự do - Hạnh phúc", style="b"))
    head = t([NAMES + NUMBER, c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", style="b") + slogan + DATE])
    contact = ruled(p("Địa chỉ: số 1 phố A; điện thoại: 0255 123; email: a@b.vn"), "top")
    layout = only(head, TITLE, ruled("<w:p><w:pPr/></w:p>".replace("<w:pPr/>", "<w:pPr></w:pPr>")), BODY, FOOT, contact)
    assert {name: [one.kind for one in found] for name, found in layout.lines.items()} == {
        "slogan": ["border"],
        "abstract": ["border"],
        "contact": ["border"],
    }


def test_typed_lines() -> None:
    layout = only(t([NAMES + c("-------") + NUMBER, MOTTO + c("____________") + DATE]), TITLE, c("─────"), BODY, FOOT)
    assert {name: len(found) for name, found in layout.typed_lines.items()} == {"issuer": 1, "slogan": 1, "abstract": 1}


def _titled(*above: str) -> dict[str, list[str]]:
    lines = c("QUYẾT ĐỊNH", *above, style="b") + p("Căn cứ Luật Cán bộ, công chức;", style="i") + c("QUYẾT ĐỊNH:", style="b")
    return said(only(HEAD, lines, BODY, FOOT), "abstract", "authority", "base")


@pytest.mark.parametrize(
    ("subject", "authority"),
    [
        (["BAN HÀNH QUY CHẾ LÀM VIỆC"], ["CHÁNH THANH TRA TỈNH"]),
        (["QUY ĐỊNH VỀ QUẢN LÝ CHỢ"], ["CHÁNH THANH TRA TỈNH"]),
        (["BAN HÀNH QUY CHẾ LÀM VIỆC CỦA", "SỞ NỘI VỤ"], ["GIÁM ĐỐC SỞ NỘI VỤ"]),
        (["PHÒNG, CHỐNG THIÊN TAI"], ["ỦY BAN NHÂN DÂN TỈNH X"]),
        (["TỔ CHỨC LỄ HỘI"], ["BAN TỔ CHỨC TỈNH ỦY"]),
        ([], ["TỔNG GIÁM ĐỐC", "BẢO HIỂM XÃ HỘI VIỆT NAM"]),
        (["Về việc khen thưởng"], ["BỘ TRƯỞNG BỘ NỘI VỤ - BỘ TRƯỞNG BỘ TÀI CHÍNH - BỘ TRƯỞNG BỘ QUỐC PHÒNG - " * 3 + "BỘ TRƯỞNG BỘ Y TẾ"]),
    ],
)
def test_a_subject_in_capitals_is_no_authority(subject: list[str], authority: list[str]) -> None:
    expected = {"abstract": subject, "authority": authority, "base": ["Căn cứ Luật Cán bộ, công chức;"]}
    assert _titled(*subject, *authority) == expected


BOX = (
    '<w:r><w:pict><v:shape style="position:absolute;width:80pt;height:20pt"><v:textbox><w:txbxContent>'
    + c("DỰ THẢO", style="b")
    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def test_a_stamp_in_a_box_hides_nothing_below_its_anchor() -> None:
    subject = c("Về việc khen thưởng", style="b")
    deciding = c("GIÁM ĐỐC SỞ NỘI VỤ", style="b") + p("Căn cứ Luật Cán bộ, công chức;", style="i")
    expected = {"abstract": ["Về việc khen thưởng"], "authority": ["GIÁM ĐỐC SỞ NỘI VỤ"], "draft_mark": ["DỰ THẢO"]}
    at_type = p(r("QUYẾT ĐỊNH", "b"), BOX, align="center") + subject
    at_subject = c("QUYẾT ĐỊNH", style="b") + p(BOX, r("Về việc khen thưởng", "b"), align="center")
    for lines in (at_type, at_subject):
        layout = only(HEAD, lines, deciding, c("QUYẾT ĐỊNH:", style="b"), BODY, FOOT)
        assert said(layout, *expected) == expected
        assert layout.type == "quyet-dinh"


def test_a_number_below_an_appendixs_title_begins_its_text() -> None:
    for second, titles in (("I. CHUNG", ["DANH MỤC DỰ ÁN"]), ("NĂM 2026", ["DANH MỤC DỰ ÁN", "NĂM 2026"])):
        head = p("", page=True) + c("PHỤ LỤC I", "DANH MỤC DỰ ÁN", second, style="b")
        (appendix,) = only(DECISION, head, p("1. Một việc.")).appendices
        assert [passage.text for passage in appendix.title] == titles


def _plan(*lines: str) -> dict[str, list[str]]:
    head = HEAD.replace("12/QĐ-SNV", "12/KH-SNV") + c("KẾ HOẠCH", style="b")
    return said(only(head, *lines, p(r("I. MỤC ĐÍCH", "b")), p("Nâng cao."), FOOT), "abstract", "base")


@pytest.mark.parametrize("subject", ["Thực hiện Nghị quyết số 57-NQ/TW", "Theo dõi thi hành pháp luật;", "Xét khen thưởng"])
def test_a_subject_may_open_as_a_base_does(subject: str) -> None:
    base = p("Căn cứ Luật Cán bộ, công chức;", style="i") + p("Xét đề nghị của Thanh tra.", style="i")
    bases = ["Căn cứ Luật Cán bộ, công chức;", "Xét đề nghị của Thanh tra."]
    assert _plan(c(subject, style="b"), base) == {"abstract": [subject], "base": bases}
    # without a subject the first base is none
    assert _plan(base) == {"abstract": [], "base": bases}


def test_a_subjects_second_line_may_open_as_a_base_does() -> None:
    lines = ["Về việc phối hợp", "thực hiện Nghị quyết số 57-NQ/TW"]
    assert _plan(c(*lines, style="b"), p("Thực hiện Chỉ thị số 5, Sở ban hành Kế hoạch như sau:")) == {"abstract": lines, "base": []}
