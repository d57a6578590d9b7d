"""TT801 to TT806, TT811, TT812: stamps, drafter's mark, address, notes (PL I, P.I, III.2 to III.4; HD05 II-3 to II-6)."""

from __future__ import annotations

from functools import cache

import pytest

from tests.checks.making import MAIN, found_by, judged, made, made_sample, packed, parts_of, spoilt, spoilt_paragraph
from tests.checks.texts import only, spots, typed
from tests.support.documents import drafted, sample

ALL = ("TT801", "TT802", "TT803", "TT804", "TT805", "TT806", "TT811", "TT812")
EMU_PER_MM = 36000
BOLD = '<w:rPr><w:b/><w:sz w:val="26"/></w:rPr>'


def line(words: str, properties: str = '<w:jc w:val="center"/>') -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{BOLD}<w:t>{words}</w:t></w:r></w:p>"


def boxed(words: str, width: float, height: float, outline: bool = True) -> str:
    """A paragraph with a text box of that size in mm."""
    cx, cy = round(width * EMU_PER_MM), round(height * EMU_PER_MM)
    fill = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>' if outline else "<a:noFill/>"
    return (
        '<w:p><w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="77" name="Box 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        "<wps:wsp><wps:cNvSpPr/>"
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:ln w="9525">{fill}</a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{line(words)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def below_number(xml: str, standard: str = "nd30") -> bytes:
    """``xml`` put into the left cell of the head, below the number."""
    return spoilt(made_sample(standard), r'(<w:pStyle w:val="number"/>.*?</w:p>)', lambda found: found[1] + xml)


@pytest.mark.parametrize("standard", ["nd30", "hd05", "hd36"])
def test_documents_without_marks_are_left_alone(standard: str) -> None:
    assert not set(ALL) & {one.rule.code for one in judged(made_sample(standard)) if one.rule.code != "TT805"}


# secrecy


@pytest.mark.parametrize("words", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_secrecy_typed_into_the_text_is_a_warning(words: str) -> None:
    (found,) = found_by(typed("Một.", words, "Hai./."), "TT801")
    assert (found.level, spots([found])) == ("warning", [(words, words)])


def test_secrecy_typed_into_the_head_is_a_warning() -> None:
    assert [one.level for one in found_by(below_number(line("MẬT")), "TT801")] == ["warning"]


@pytest.mark.parametrize("text", ["Tài liệu được đóng dấu MẬT theo quy định.", "Mật", "BÍ MẬT"])
def test_words_about_secrecy_are_no_stamp(text: str) -> None:
    assert not found_by(typed(text, "Hai./."), "TT801")


def test_a_box_and_a_table_may_hold_them() -> None:
    cell = f"<w:tc><w:p><w:r><w:t>Độ mật</w:t></w:r></w:p></w:tc><w:tc>{line('MẬT')}</w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    assert not found_by(spoilt_paragraph(typed("Một.", "Đoạn giữa", "Hai./."), "Đoạn giữa", lambda xml: table), "TT801")
    assert not found_by(below_number(boxed("MẬT", 20, 8)), "TT801")


# urgency


@pytest.mark.parametrize(("words", "width"), [("HỎA TỐC", 30), ("HOẢ TỐC", 30), ("THƯỢNG KHẨN", 40), ("KHẨN", 20)])
def test_right_boxes_of_urgency_are_left_alone(words: str, width: float) -> None:
    data = below_number(boxed(words, width, 8))
    assert not found_by(data, "TT802")
    assert not found_by(data, "TT803")


@pytest.mark.parametrize("words", ["KHẨN CẤP", "HỎA TỐC HẸN GIỜ", "THUỢNG KHẨN", "HỎA TỔC"])
@pytest.mark.parametrize("standard", ["nd30", "hd05"])
def test_other_words_of_urgency_are_found(words: str, standard: str) -> None:
    (found,) = found_by(below_number(boxed(words, 30, 8), standard), "TT802")
    assert (found.level, found.finding.actual, spots([found])) == ("error", words, [(words, words)])


def test_names_in_the_head_are_no_urgency() -> None:
    data = spoilt(made_sample(), ">SỞ TÀI CHÍNH<", ">TRUNG TÂM CẤP CỨU KHẨN CẤP<")
    assert not found_by(data, "TT802")


@pytest.mark.parametrize(("width", "height"), [(60, 8), (30, 20)])
def test_a_box_of_another_size_is_a_warning(width: float, height: float) -> None:
    (found,) = found_by(below_number(boxed("HỎA TỐC", width, height)), "TT803")
    assert (found.level, found.finding.expected, found.finding.actual) == ("warning", "30 × 8 mm", f"{width} × {height} mm")
    assert spots([found]) == [("HỎA TỐC", "HỎA TỐC")]


def test_a_millimetre_is_drawn_by_hand() -> None:
    assert not found_by(below_number(boxed("HỎA TỐC", 30.9, 7.2)), "TT803")


@pytest.mark.parametrize("xml", [line("HỎA TỐC"), boxed("HỎA TỐC", 30, 8, outline=False)])
def test_urgency_without_a_line_round_it_is_a_warning(xml: str) -> None:
    (found,) = found_by(below_number(xml), "TT803")
    assert (found.level, found.finding.expected) == ("warning", "30 × 8 mm")


def test_the_party_orders_no_box() -> None:
    assert not found_by(below_number(line("HOẢ TỐC"), "hd05"), "TT803")


# who may read it


def test_a_note_on_circulation_without_box_is_a_warning() -> None:
    (found,) = found_by(below_number(line("LƯU HÀNH NỘI BỘ")), "TT804")
    assert (found.level, spots([found])) == ("warning", [("LƯU HÀNH NỘI BỘ", "LƯU HÀNH NỘI BỘ")])


def test_a_note_in_a_box_or_with_borders_is_right() -> None:
    borders = '<w:pBdr><w:top w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/></w:pBdr>'
    assert not found_by(below_number(boxed("LƯU HÀNH NỘI BỘ", 50, 8)), "TT804")
    assert not found_by(below_number(line("LƯU HÀNH NỘI BỘ", borders)), "TT804")


def test_a_note_of_the_party_stands_at_the_right() -> None:
    (found,) = found_by(below_number(line("TÀI LIỆU HỘI NGHỊ"), "hd05"), "TT811")
    assert (found.level, spots([found])) == ("warning", [("TÀI LIỆU HỘI NGHỊ", "TÀI LIỆU HỘI NGHỊ")])
    title = '<w:p><w:pPr><w:pStyle w:val="party_title"/>'
    at_right = spoilt(made_sample("hd05"), title, lambda found: line("TÀI LIỆU HỘI NGHỊ") + found[0])
    assert not found_by(at_right, "TT811")
    # a box in its line stands where it is anchored
    assert len(found_by(below_number(boxed("TÀI LIỆU HỘI NGHỊ", 60, 8), "hd05"), "TT811")) == 1


# draft


@cache
def draft() -> bytes:
    return made(drafted(sample("hd05")))


def drafted_as(words: str) -> bytes:
    """The draft with other words for its mark, in one run."""
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    return spoilt_paragraph(draft(), "Dự thảo lần 2", lambda xml: xml[: xml.index("</w:pPr>")] + "</w:pPr>" + run)


def test_a_right_mark_of_a_draft_is_left_alone() -> None:
    assert not found_by(draft(), "TT812")
    assert not found_by(drafted_as("Dự thảo"), "TT812")


@pytest.mark.parametrize("words", ["Dự thảo 2", "Dự thảo lần thứ hai", "(Dự thảo lần 2)"])
def test_other_words_for_a_draft_are_found(words: str) -> None:
    (found,) = only(drafted_as(words), "TT812")
    assert (found.level, found.finding.expected, found.finding.actual) == ("error", "Dự thảo lần 2", words)


def test_a_draft_marked_above_the_head_is_found() -> None:
    data = spoilt_paragraph(draft(), "Dự thảo lần 2", lambda xml: "")
    look = '<w:rPr><w:i/><w:sz w:val="28"/></w:rPr>'
    mark = f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r>{look}<w:t>Dự thảo lần 2</w:t></w:r></w:p>'
    data = spoilt(data, "<w:body>", f"<w:body>{mark}")
    (found,) = found_by(data, "TT812")
    assert (found.level, spots([found])) == ("error", [("Dự thảo lần 2", "Dự thảo lần 2")])


# the drafter


@pytest.mark.parametrize("mark", ["PL.(300)", "PL.300", "NĐT.15", "NC.(Nam)", "KT-20"])
def test_drafters_marks_of_the_state(mark: str) -> None:
    assert not found_by(spoilt(made_sample(), "HOANGMINHTRI-112", mark), "TT805")


@pytest.mark.parametrize("mark", ["Người soạn: Phạm Lan", "Phạm Lan 300", "300"])
def test_other_marks_are_found(mark: str) -> None:
    (found,) = found_by(spoilt(made_sample(), "HOANGMINHTRI-112", mark), "TT805")
    assert (found.level, found.finding.expected, spots([found])) == ("error", "PL.(300)", [(mark, mark)])


def test_tiny_initials_behind_the_filing_line_are_never_found() -> None:
    tiny = '<w:r><w:rPr><w:sz w:val="12"/></w:rPr><w:t>nam soạn</w:t></w:r></w:p>'
    data = spoilt_paragraph(made_sample(), "HOANGMINHTRI", lambda xml: "")
    data = spoilt_paragraph(data, "Lưu:", lambda xml: xml.replace("</w:p>", tiny))
    assert not found_by(data, "TT805")


def test_the_party_names_the_drafter() -> None:
    assert not found_by(made_sample("hd05"), "TT805")
    (found,) = found_by(spoilt(made_sample("hd05"), "HoangMinhTri-112", "PL.(300)"), "TT805")
    assert (found.level, found.finding.expected) == ("warning", "NguyenVanAn-26")


# address and telephone

ADDRESS = "Địa chỉ: 12 đường Hùng Vương, phường An Bình; điện thoại: 0241.388.388"
TOP = '<w:pBdr><w:top w:val="single" w:sz="4"/></w:pBdr>'


def footed(kind: str, ruled: bool = True, standard: str = "nd30", pages: int = 3) -> bytes:
    """An address in the footer of that kind."""
    parts = parts_of(made_sample(standard))
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f"<w:ftr {names}>{line(ADDRESS, TOP if ruled else '')}</w:ftr>"
    relation = (
        '<Relationship Id="rIdF" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"'
        ' Target="footer9.xml"/></Relationships>'
    )
    override = (
        '<Override PartName="/word/footer9.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>'
    )
    new = {
        "word/footer9.xml": xml.encode(),
        "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", relation.encode()),
        "[Content_Types].xml": parts["[Content_Types].xml"].replace(b"</Types>", override.encode()),
        MAIN: parts[MAIN].replace(b"<w:pgSz", f'<w:footerReference w:type="{kind}" r:id="rIdF"/><w:pgSz'.encode()),
        "docProps/app.xml": parts["docProps/app.xml"].replace(b"</Properties>", f"<Pages>{pages}</Pages></Properties>".encode()),
    }
    return packed({**parts, **new})


def test_an_address_on_page_one_under_a_line_is_right() -> None:
    assert not found_by(footed("first"), "TT806")
    assert not found_by(footed("default", pages=1), "TT806")


def test_an_address_on_every_page_is_found() -> None:
    (found,) = found_by(footed("default"), "TT806")
    assert (found.level, str(found.finding.expected), str(found.finding.actual)) == ("error", "page 1", "every page")
    assert spots([found]) == [(ADDRESS, ADDRESS[:20])]


def test_an_address_without_a_line_is_found() -> None:
    (found,) = found_by(footed("first", ruled=False), "TT806")
    assert (found.level, spots([found])) == ("error", [(ADDRESS, ADDRESS[:20])])


def test_the_party_puts_it_on_the_last_page() -> None:
    (found,) = found_by(footed("first", standard="hd05"), "TT806")
    assert (found.level, str(found.finding.expected), str(found.finding.actual)) == ("warning", "last page", "page 1")
    at_end = spoilt(made_sample("hd05"), "<w:sectPr", line(ADDRESS, TOP) + "<w:sectPr")
    assert not found_by(at_end, "TT806")
