"""Addressees, bases, numbered blocks, lists, tables, appendices."""

from __future__ import annotations

import pytest

from docgen.reading import Passage, Sure
from tests.reading.raw import BODY, DATE, DECISION, EMPTY, FOOT, HEAD, MOTTO, NAMES, PAGE, TITLE, c, only, p, r, said, t

DISPATCH = t([NAMES + c("Số: 5/SNV-VP", "V/v báo cáo"), MOTTO + DATE])
PLAN = HEAD.replace("QĐ-SNV", "KH-SNV") + c("KẾ HOẠCH", "Chuyển đổi số năm 2026", style="b")


def body(*blocks: str) -> list[Passage]:
    """The passages between title and foot of a plan with these blocks."""
    layout = only(PLAN, *blocks, FOOT)
    start = layout.passages.index(layout.get("abstract")[-1]) + 1
    return layout.passages[start : layout.passages.index(layout.get("recipients_label")[0])]


def kinds(*blocks: str) -> list[tuple[str, str]]:
    return [(found.component, found.numeral.written if found.numeral else "") for found in body(*blocks)]


@pytest.mark.parametrize(
    "addressees",
    [
        p("Kính gửi:", left=2000) + p("- Bộ Nội vụ;", left=2500) + p("- Bộ Tài chính.", left=2500),
        p("\t\tKính gửi:\t- Bộ Nội vụ;") + p("\t\t\t\t- Bộ Tài chính."),
        p("            Kính gửi:  - Bộ Nội vụ;") + p("                      - Bộ Tài chính."),
        t([p("Kính gửi:"), p("- Bộ Nội vụ;") + p("- Bộ Tài chính.")]),
        p("Kính gửi:\n- Bộ Nội vụ;\n- Bộ Tài chính."),
    ],
)
def test_addressees(addressees: str) -> None:
    layout = only(DISPATCH, EMPTY, addressees, EMPTY, p("- Thực hiện nhiệm vụ, Sở báo cáo như sau:"), p("1. Kết quả"), FOOT)
    assert said(layout, "addressee_label", "addressee") == {
        "addressee_label": ["Kính gửi:"],
        "addressee": ["- Bộ Nội vụ;", "- Bộ Tài chính."],
    }
    assert [passage.entry for passage in layout.get("addressee")] == [0, 1]
    assert said(layout, "list_item", "clause")["clause"] == ["1. Kết quả"]


def test_addressee_over_lines() -> None:
    layout = only(
        DISPATCH, p("Kính gửi: - Ủy ban nhân dân các xã, phường,"), p("đặc khu;"), p("- Bộ Nội vụ."), p("Sở báo cáo."), FOOT
    )
    assert [passage.entry for passage in layout.get("addressee")] == [0, 0, 1]
    assert said(layout, "body") == {"body": ["Sở báo cáo."]}


def test_first_sentence_is_no_base() -> None:
    found = kinds(p("Căn cứ Kế hoạch số 5/KH-UBND, Sở Nội vụ ban hành Kế hoạch như sau:"), p("I. MỤC ĐÍCH", style="b"))
    assert found == [("body", ""), ("section", "I.")]


def test_bases() -> None:
    found = kinds(p("Căn cứ Luật A;", style="i"), p("Theo đề nghị của Chánh Văn phòng.", style="i"), p("Sở ban hành Kế hoạch."))
    assert found == [("base", ""), ("base", ""), ("body", "")]


def test_levels() -> None:
    blocks = (
        c("Phần I", style="b"),
        c("QUY ĐỊNH CHUNG", style="b"),
        c("Chương 1\nTỔ CHỨC", style="b"),
        c("Mục 1", "NHIỆM VỤ", style="b"),
        p("I. MỤC ĐÍCH", style="b"),
        p("1. Yêu cầu", style="b"),
        p("1.1. Về thời gian: từ 15.3.2026."),
        p("a) Điểm thứ nhất;"),
        p("- Gạch thứ nhất;"),
        p("+ Cộng;"),
        p("- Gạch thứ hai."),
        p("đ. Điểm sai dấu;"),
        p("(b) Trong ngoặc;"),
        p("2026 là năm cuối."),
        p("15/3/2026 là hạn."),
        p("5.000 đồng mỗi suất."),
        p("1.5 tỷ đồng mỗi năm."),
        p("C. Mác viết: " + "điều này được nói rất dài " * 12),
        p("./.", align="right"),
    )
    assert kinds(*blocks) == [
        ("part_label", "Phần I"),
        ("part_title", ""),
        ("part_label", "Chương 1"),
        ("part_title", ""),
        ("division_label", "Mục 1"),
        ("division_title", ""),
        ("section", "I."),
        ("clause", "1."),
        ("subclause", "1.1."),
        ("point", "a)"),
        ("list_item", "-"),
        ("list_item", "+"),
        ("list_item", "-"),
        ("point", "đ."),
        ("list_item", "(b)"),
        ("body", ""),
        ("body", ""),
        ("body", ""),
        ("body", ""),
        ("body", ""),
        ("text_end", ""),
    ]
    depths = [passage.depth for passage in body(*blocks) if passage.component == "list_item"]
    assert depths == [1, 2, 1, 1]


def test_citations_are_no_numbers() -> None:
    found = kinds(
        p("Điều 5 Luật này quy định rõ."),
        p("Phần lớn các xã đã làm."),
        p("Mục tiêu 1 là nhanh."),
        p("I đã nói."),
        p("Chương trình 1719 kết thúc."),
    )
    assert {component for component, _ in found} == {"body"}


@pytest.mark.parametrize(
    ("block", "titled", "title"),
    [
        (p("Điều 1. Phạm vi điều chỉnh", style="b"), True, None),
        (p(r("Điều 1.", "b"), " Khen thưởng ông A."), False, None),
        (p(r("Điều 1. Phạm vi.", "b"), " Quyết định này quy định."), True, "Điều 1. Phạm vi."),
        (p(r("1. Mục đích:", "b"), " Nâng cao chất lượng."), True, "1. Mục đích:"),
        (p(r("1. Mục", "b"), r(" đích", "b", 13), r(": ", "b"), "Nâng cao."), True, "1. Mục đích:"),
        (p("1. Nâng cao chất lượng phục vụ."), False, None),
        (p("1. ", r("Khẩn trương", "b"), " nâng cao chất lượng."), False, None),
        (p("I. MỤC ĐÍCH"), True, None),
    ],
)
def test_titles_of_blocks(block: str, titled: bool, title: str | None) -> None:
    (found,) = (passage for passage in body(block, p("Nội dung.")) if passage.numeral)
    assert found.titled is titled
    assert title == (None if found.title_end is None else found.paragraph.text[found.start : found.title_end])


def test_values() -> None:
    found = body(*(p(f"{mark} Nội dung này.") for mark in ("IV.", "12.", "đ)", "2.3.", "IIX.", "f)")))
    numerals = [(n.kind, n.value, n.end) for passage in found if (n := passage.numeral)]
    assert numerals == [
        ("roman", 4, "."),
        ("arabic", 12, "."),
        ("letter", 5, ")"),
        ("decimal", 3, "."),
        ("roman", None, "."),
        ("letter", None, ")"),
    ]


def test_tables() -> None:
    data = t([c("TT", style="b"), c("Nội dung", style="b")], [p("1"), p("Mua máy")], bordered=True)
    found = kinds(
        p("Kinh phí gồm:"), c("Bảng 1. Kinh phí", style="b"), p("Đơn vị tính: đồng", align="right"), data, p("1. Khác.")
    )
    assert [component for component, _ in found] == [
        "body",
        "table_title",
        "table_unit",
        "table_header",
        "table_header",
        "table_cell",
        "table_cell",
        "clause",
    ]


def test_text_inside_one_table() -> None:
    cell = p("I. NỘI DUNG", style="b") + "".join(p(f"{n}. " + "Nội dung trình xin ý kiến. " * 8) for n in range(1, 5))
    found = body(t([cell], widths=(9300,), bordered=True))
    assert [passage.component for passage in found] == ["section", *["clause"] * 4]
    assert {passage.sure for passage in found} == {Sure.LIKELY}


APPENDIX = c("DANH SÁCH CÁ NHÂN", style="b") + p(
    "(Kèm theo Quyết định số 12/QĐ-SNV ngày 05 tháng 3 năm 2026)", align="center", style="i"
)


@pytest.mark.parametrize(
    ("label", "written", "kind", "value"),
    [
        ("Phụ lục", None, None, None),
        ("PHỤ LỤC 01", "01", "arabic", 1),
        ("Phụ lục số 2", "2", "arabic", 2),
        ("Phụ lục IV", "IV", "roman", 4),
    ],
)
def test_appendix(label: str, written: str | None, kind: str | None, value: int | None) -> None:
    layout = only(DECISION, PAGE, c(label, style="b"), APPENDIX, p("1. Ông A./."))
    (appendix,) = layout.appendices
    assert appendix.label is not None
    assert appendix.reference is not None
    numeral = appendix.label.numeral
    assert (appendix.label.text, [title.text for title in appendix.title]) == (label, ["DANH SÁCH CÁ NHÂN"])
    assert (numeral and numeral.written, numeral and numeral.kind, numeral and numeral.value) == (written, kind, value)
    assert [passage.component for passage in appendix.passages if passage.appendix == 0][-1] == "clause"
    assert said(layout, "sign_name") == {"sign_name": ["Nguyễn Văn An"]}


def test_label_and_title_on_one_line() -> None:
    layout = only(
        DECISION, PAGE, c("Phụ lục I: DANH SÁCH", style="b"), p("1. Ông A."), PAGE, c("Phụ lục II", "KINH PHÍ", style="b")
    )
    assert [a.label and a.label.text for a in layout.appendices] == ["Phụ lục I", "Phụ lục II"]
    assert [[title.text for title in a.title] for a in layout.appendices] == [["DANH SÁCH"], ["KINH PHÍ"]]


def test_text_without_label_behind_the_signature() -> None:
    layout = only(
        DECISION,
        PAGE,
        c("QUY CHẾ", "Làm việc của Sở", style="b"),
        p("(Ban hành kèm theo Quyết định số 12/QĐ-SNV)", align="center"),
        p(r("Điều 1. Phạm vi", "b")),
    )
    (appendix,) = layout.appendices
    assert appendix.label is None
    assert [title.text for title in appendix.title] == ["QUY CHẾ", "Làm việc của Sở"]
    assert said(layout, "type_name") == {"type_name": ["QUYẾT ĐỊNH"]}


def test_unknown_type_is_only_guessed() -> None:
    layout = only(HEAD.replace("QĐ-SNV", "PT-SNV"), c("PHIẾU TRÌNH", style="b"), p("Nội dung."), FOOT)
    assert (layout.type, said(layout, "type_name")) == (None, {"type_name": ["PHIẾU TRÌNH"]})
    assert layout.first_of("type_name") is not None
    assert [passage.sure for passage in layout.get("type_name")] == [Sure.GUESS]


def test_decree_follows_other_rules() -> None:
    layout = only(HEAD.replace("12/QĐ-SNV", "30/2020/NĐ-CP"), c("NGHỊ ĐỊNH", "Về công tác văn thư", style="b"), BODY, FOOT)
    assert (layout.type, layout.standard_note) == (None, "legal")


def test_type_with_more_words() -> None:
    layout = only(HEAD, c("THÔNG BÁO KẾT LUẬN", "của Giám đốc Sở", style="b"), p("Nội dung."), FOOT)
    assert (layout.type, layout.type_sure) == ("thong-bao", Sure.LIKELY)


def test_type_and_title_in_one_paragraph() -> None:
    layout = only(
        HEAD, c("QUYẾT ĐỊNH\nVề việc khen thưởng\nnăm 2025", style="b"), p("Căn cứ Luật A\nngày 5;", style="i"), BODY, FOOT
    )
    assert said(layout, "type_name", "abstract", "base") == {
        "type_name": ["QUYẾT ĐỊNH"],
        "abstract": ["Về việc khen thưởng", "năm 2025"],
        "base": ["Căn cứ Luật A ngày 5;"],
    }


def test_title_of_all_lines() -> None:
    layout = only(HEAD, TITLE.replace("năm 2025", "năm 2025\ncủa Sở"), BODY, FOOT)
    assert layout.words_of("abstract") == "Về việc khen thưởng năm 2025 của Sở"
