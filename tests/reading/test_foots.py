"""Nơi nhận, signatures and what follows them, as real files build them."""

from __future__ import annotations

import pytest

from docgen.reading import Sure
from tests.reading.raw import BODY, DECISION, EMPTY, HEAD, LIST, MOTTO, NAMES, NUMBER, SIGNED, TITLE, c, only, p, r, said, t

TEXT = HEAD + TITLE + BODY
EXPECTED = {
    "recipients_label": ["Nơi nhận:"],
    "recipient": ["- Như Điều 2;"],
    "filing": ["- Lưu: VT, TCCB."],
    "sign_authority": ["KT. GIÁM ĐỐC"],
    "sign_title": ["PHÓ GIÁM ĐỐC"],
    "sign_name": ["Nguyễn Văn An"],
}
FOOTS = {
    "1x2": t([LIST, SIGNED]),
    "2x2": t(
        [p("Nơi nhận:", style="bi"), c("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", style="b")],
        [p("- Như Điều 2;") + p("- Lưu: VT, TCCB."), EMPTY * 4 + c("Nguyễn Văn An", style="b")],
    ),
    "signature in a table, list below": t([EMPTY, SIGNED]) + LIST,
    "list above, signature below": LIST + SIGNED,
    "tabs": p(r("Nơi nhận:", "bi"), "\t\t", r("KT. GIÁM ĐỐC", "b"))
    + p("- Như Điều 2;\t\t", r("PHÓ GIÁM ĐỐC", "b"))
    + p("- Lưu: VT, TCCB.")
    + EMPTY * 3
    + p("\t\t\t\t", r("Nguyễn Văn An", "b")),
    "line breaks": t(
        [
            p("Nơi nhận:\n- Như Điều 2;\n- Lưu: VT, TCCB."),
            p(r("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\n\nNguyễn Văn An", "b"), align="center"),
        ]
    ),
    "placeholder": t(
        [
            LIST,
            c("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", style="b")
            + p("(Chữ ký, dấu)", align="center", style="i")
            + c("Nguyễn Văn An", style="b"),
        ]
    ),
    "no space behind the mark": t([LIST, SIGNED.replace("KT. GIÁM ĐỐC", "KT.GIÁM ĐỐC")]),
}


@pytest.mark.parametrize("foot", FOOTS.values(), ids=FOOTS)
def test_foots(foot: str) -> None:
    found = said(only(TEXT, foot), *EXPECTED)
    assert {name: [text.replace("KT.G", "KT. G") for text in texts] for name, texts in found.items()} == EXPECTED


@pytest.mark.parametrize(
    ("runs", "filing", "drafter"),
    [
        ((r("- Lưu: VT, NC.", size=11), r("(Nam)", size=7)), "- Lưu: VT, NC.", "(Nam)"),
        ((r("- Lưu: VT, KHTC. ", size=11), r("PL.(300)", "s", 11)), "- Lưu: VT, KHTC.", "PL.(300)"),
        ((r("- Lưu: VT, NC. PL.(300)", size=11),), "- Lưu: VT, NC.", "PL.(300)"),
        ((r("- Lưu: VT, HC (2).", size=11),), "- Lưu: VT, HC (2).", None),
        ((r("- Lưu: VT, KTTH (02b).", size=11),), "- Lưu: VT, KTTH (02b).", None),
    ],
)
def test_drafter_behind_the_filing_line(runs: tuple[str, ...], filing: str, drafter: str | None) -> None:
    layout = only(TEXT, t([p("Nơi nhận:", style="bi") + p("- Như trên;") + p(*runs), SIGNED]))
    assert said(layout, "filing", "drafter") == {"filing": [filing], "drafter": [drafter] if drafter else []}


@pytest.mark.parametrize("filed", [True, False])
@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("PL " * 100, True),
        ("Hồ sơ gửi kèm: bản gốc, bản sao và phụ lục. " * 6, False),
        ("PL " * 250, False),
    ],
)
def test_what_is_too_long_for_a_drafters_mark(filed: bool, words: str, mark: bool) -> None:
    """A line as long as a note is one only where nothing inside it parts sentences; it never files or gets anything."""
    words = words.strip()
    entries = p("- Như Điều 2;") + p("- Lưu: VT.") if filed else p("- Như Điều 2.")
    layout = only(TEXT, t([p("Nơi nhận:", style="bi") + entries + p(words, align="left"), SIGNED]))
    assert said(layout, "drafter")["drafter"] == ([words] if mark else [])
    assert said(layout, "filing")["filing"] == (["- Lưu: VT."] if filed else [])


@pytest.mark.parametrize("offices", [("CHỦ TỊCH",), ("GIÁM ĐỐC", "CHỦ TỊCH")])
@pytest.mark.parametrize("rank", ["PGS. TS", "Đại tá"])
def test_a_rank_stands_where_its_name_is_still_open(offices: tuple[str, ...], rank: str) -> None:
    *above, last = offices
    signed = c(*above, style="b") + EMPTY * 4 * bool(above) + c(last, style="b") + EMPTY * 4 * (not above) + c(rank, style="b")
    layout = only(TEXT, t([LIST, signed]))
    assert said(layout, "sign_name") == {"sign_name": [rank]}


def test_drafter_on_a_line_of_its_own() -> None:
    layout = only(TEXT, t([LIST + p("NguyenVanAn-26", style="", align="left"), SIGNED]))
    assert said(layout, "filing", "drafter") == {"filing": ["- Lưu: VT, TCCB."], "drafter": ["NguyenVanAn-26"]}


def test_entry_over_lines() -> None:
    listed = p("Nơi nhận:", style="bi") + p("- Ủy ban nhân dân các xã, phường,") + p("đặc khu;") + p("- Lưu: VT.")
    layout = only(TEXT, t([listed, SIGNED]))
    assert [(passage.text, passage.entry) for passage in layout.get("recipient")] == [
        ("- Ủy ban nhân dân các xã, phường,", 0),
        ("đặc khu;", 0),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "", "Trần Thị Bình"),
            ["sign_authority", "sign_authority", "sign_title", "sign_name"],
        ),
        (
            ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "", "", "Lê An"),
            ["sign_authority"] * 2 + ["sign_title", "sign_name"],
        ),
        (
            ("TM. ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI", "CHỦ TỊCH", "", "", "Lê An"),
            ["sign_authority"] * 2 + ["sign_title", "sign_name"],
        ),
        (("PHÓ TRƯỞNG BAN", "", "", "", "PHÓ CHỦ TỊCH UBND TỈNH", "Lê An"), ["sign_title", "sign_other_title", "sign_name"]),
        (("GIÁM ĐỐC", "", "", "", "Thiếu tướng Lê An"), ["sign_title", "sign_name"]),
        (("GIÁM ĐỐC", "", "", "", "PGS.TS. Lê An"), ["sign_title", "sign_name"]),
        (("GIÁM ĐỐC", "", "", "", "LÊ VĂN AN"), ["sign_title", "sign_name"]),
        (("Q. GIÁM ĐỐC", "(Đã ký)", "Lê An"), ["sign_title", "other", "sign_name"]),
        (("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", "", "Lê An"), ["sign_authority", "sign_title", "sign_name"]),
        (
            ("BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO", "", "", "Lê An"),
            ["sign_title", "sign_concurrent", "sign_other_title", "sign_name"],
        ),
        (("KT GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "Lê An"), ["sign_authority", "sign_title", "sign_name"]),
    ],
)
def test_signatures(lines: tuple[str, ...], expected: list[str]) -> None:
    signed = "".join(c(line, style="b") if line else EMPTY for line in lines)
    layout = only(TEXT, t([LIST, signed]))
    texts = {line for line in lines if line}
    assert [passage.component for passage in layout.passages if passage.text in texts] == expected


def test_minutes() -> None:
    """Two signers side by side, Nơi nhận below them, neither place nor date."""
    two = t(
        [
            c("THƯ KÝ", style="b") + EMPTY * 3 + c("Lê An", style="b"),
            c("CHỦ TỌA", style="b") + EMPTY * 3 + c("Trần Bình", style="b"),
        ]
    )
    layout = only(
        t([NAMES + c("Số: 3/BB-SNV"), MOTTO]),
        c("BIÊN BẢN", "Họp giao ban", style="b"),
        p("Thời gian bắt đầu: 08 giờ."),
        p("Cuộc họp kết thúc./."),
        two,
        LIST,
    )
    assert said(layout, "sign_title", "sign_name", "recipient", "place_date") == {
        "sign_title": ["THƯ KÝ", "CHỦ TỌA"],
        "sign_name": ["Lê An", "Trần Bình"],
        "recipient": ["- Như Điều 2;"],
        "place_date": [],
    }
    assert [passage.entry for passage in layout.get("sign_name")] == [0, 1]
    assert layout.type == "bien-ban"


def test_without_recipients() -> None:
    layout = only(TEXT, t([EMPTY, SIGNED]))
    assert said(layout, "sign_name", "recipients_label") == {"sign_name": ["Nguyễn Văn An"], "recipients_label": []}
    assert layout.foot_table is not None


def test_copy() -> None:
    rule = '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6"/></w:pBdr></w:pPr></w:p>'
    left = c("UBND TỈNH X") + c("VĂN PHÒNG", style="b") + c("Số: 07/SY-VP")
    copy = t([left, c("SAO Y", style="b") + p("Quảng Ngãi, ngày 06 tháng 3 năm 2026", style="i")])
    signed = c("TL. CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG", style="b") + EMPTY * 3 + c("Lê An", style="b")
    layout = only(DECISION, rule, copy, t([p("Nơi nhận:", style="bi") + p("- Lưu: VT."), signed]))
    names = ("copy_form", "copy_number", "copy_place_date", "copy_sign_name", "copy_filing", "number", "sign_name")
    assert said(layout, *names) == {
        "copy_form": ["SAO Y"],
        "copy_number": ["Số: 07/SY-VP"],
        "copy_place_date": ["Quảng Ngãi, ngày 06 tháng 3 năm 2026"],
        "copy_sign_name": ["Lê An"],
        "copy_filing": ["- Lưu: VT."],
        "number": ["Số: 12/QĐ-SNV"],
        "sign_name": ["Nguyễn Văn An"],
    }
    assert layout.copy_head is not None
    assert [found.kind for found in layout.lines["copy_form"]] == ["border"]
    assert layout.appendices == []


def test_contact_line() -> None:
    layout = only(DECISION, p("Địa chỉ: số 1 phố A; điện thoại: 0255 123; email: a@b.vn"))
    assert said(layout, "contact") == {"contact": ["Địa chỉ: số 1 phố A; điện thoại: 0255 123; email: a@b.vn"]}
    assert layout.appendices == []


def test_names_are_certain() -> None:
    layout = only(DECISION)
    assert {passage.sure for passage in layout.passages} == {Sure.CERTAIN}
    assert NUMBER in DECISION
