"""Several documents in one file, quoted heads, files that are none of ours."""

from __future__ import annotations

import pytest

from tests.reading.raw import (
    BODY,
    DATE,
    DECISION,
    EMPTY,
    FOOT,
    HEAD,
    LIST,
    MOTTO,
    NAMES,
    PAGE,
    SIGNED,
    TITLE,
    c,
    p,
    read_blocks,
    t,
)

MINUTES = t([NAMES, MOTTO]) + c("BIÊN BẢN", "Họp giao ban", style="b") + p("Nội dung./.") + t([LIST, SIGNED])
OTHER = (
    HEAD.replace("12/QĐ", "13/TTr") + c("TỜ TRÌNH", "Về việc A", style="b") + p("Kính gửi: Bộ Nội vụ") + p("Nội dung./.") + FOOT
)


@pytest.mark.parametrize(
    ("blocks", "types"),
    [
        ((DECISION,), ["quyet-dinh"]),
        ((OTHER, PAGE, MINUTES, PAGE, DECISION), ["to-trinh", "bien-ban", "quyet-dinh"]),
        ((OTHER, DECISION), ["to-trinh", "quyet-dinh"]),
        ((EMPTY, p("", page=True), DECISION), ["quyet-dinh"]),
        ((c("DỰ THẢO", style="b"), DECISION), ["quyet-dinh"]),
    ],
)
def test_documents(blocks: tuple[str, ...], types: list[str]) -> None:
    reading = read_blocks(*blocks)
    assert [layout.type for layout in reading.documents] == types
    assert all(layout.get("sign_name") for layout in reading.documents)
    assert [layout.first for layout in reading.documents[1:]] == [layout.last for layout in reading.documents[:-1]]


def test_attached_text() -> None:
    charter = (
        t([NAMES, MOTTO])
        + c("QUY CHẾ", "Làm việc", style="b")
        + p("(Kèm theo Quyết định số 12/QĐ-SNV)", align="center", style="i")
        + BODY
    )
    first, second = read_blocks(DECISION, PAGE, charter).documents
    assert (first.type, second.type, first.attached, second.attached) == ("quyet-dinh", "quy-che", False, True)
    assert second.number is None
    assert [passage.text for passage in second.get("appendix_reference")] == ["(Kèm theo Quyết định số 12/QĐ-SNV)"]
    assert second.standard is first.standard


@pytest.mark.parametrize(
    "quoted",
    [
        PAGE
        + c("Mẫu số 01", style="b")
        + t([c("TÊN CƠ QUAN", style="b") + c("Số: …/QĐ-…"), MOTTO])
        + c("ĐƠN ĐỀ NGHỊ", style="b"),
        PAGE + c("Phụ lục", "BIỂU MẪU", style="b") + PAGE + t([c("…"), MOTTO]) + c("QUYẾT ĐỊNH", style="b"),
        PAGE + c("Phụ lục", "MẪU", style="b") + t([c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), c("Mẫu")], bordered=True),
    ],
)
def test_quoted_heads(quoted: str) -> None:
    (layout,) = read_blocks(DECISION, quoted).documents
    assert layout.type == "quyet-dinh"
    assert len(layout.appendices) >= 1
    assert len(layout.get("motto")) == 1


def test_motto_in_the_text() -> None:
    body = p("Quốc hiệu viết là:") + c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("bằng chữ in hoa.")
    (layout,) = read_blocks(HEAD, TITLE, body, BODY, FOOT).documents
    assert len(layout.get("motto")) == 1
    assert len(layout.get("article")) == 2


@pytest.mark.parametrize(
    ("blocks", "why"),
    [
        ((p("Báo cáo nội bộ."), p("Không có quốc hiệu.")), "no-head"),
        ((c("Mẫu số 01"), t([c("TÊN CƠ QUAN"), MOTTO + DATE]), c("ĐƠN", style="b")), "form"),
        ((t([c("BCH TỈNH"), c("ĐOÀN TNCS HỒ CHÍ MINH", style="b") + c("***")]), c("KẾ HOẠCH", style="b")), "other-rules"),
        ((p("C?NG HÒA XÃ H?I CH? NGH?A VI?T NAM"), p("S?: 12/Q?-UBND"), p("??ng Th?p, ng?y 5")), "destroyed-text"),
        ((EMPTY,), "no-head"),
    ],
)
def test_foreign(blocks: tuple[str, ...], why: str) -> None:
    reading = read_blocks(*blocks)
    assert (reading.documents, reading.foreign) == ([], why)


def test_letters_of_an_unknown_table() -> None:
    words = p("Céng hßa x· héi chñ nghÜa viÖt nam", "Sè: 12/Q§-UB").replace(
        "<w:rPr>", '<w:rPr><w:rFonts w:ascii="VNtimes new roman" w:hAnsi="VNtimes new roman"/>'
    )
    assert read_blocks(words).foreign == "legacy-text"
