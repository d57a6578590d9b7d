"""The text as a flat list: numbers, marks, ends, what stays together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.document.model import (
    Appendix,
    Attendance,
    DashList,
    Document,
    Duty,
    Implementation,
    Item,
    Paragraph,
    Part,
    PartialDate,
    Participants,
    Section,
    Signature,
    Site,
    Table,
    Task,
    TaskGroup,
    Tasks,
)
from docgen.document.text import Text, literal
from docgen.problems import DocgenError
from docgen.rendering.blocks import AnyBlock, Block, TableBlock
from docgen.rendering.flow import lay_out_appendices, lay_out_text
from docgen.rendering.foot import lay_out_foot
from docgen.standards import load_standard
from tests.support.documents import issuer, running

WIDTH = 467.7


def document(standard: str = "nd30", slug: str = "ke-hoach", **changes: object) -> Document:
    base = Document(standard, slug, issuer("SỞ NỘI VỤ", code="SNV"), literal("An Bình"), (Signature(title=literal("Giám đốc")),))
    return replace(base, title=literal("Tên kế hoạch"), **changes)  # type: ignore[arg-type]


def blocks(held: Document) -> list[AnyBlock]:
    return lay_out_text(held, load_standard(held.standard), WIDTH)


def lines(held: Document) -> list[str]:
    """The words of every paragraph below the title."""
    found = [b.plain for b in blocks(held) if isinstance(b, Block) and b.segments]
    return found[found.index("Tên kế hoạch") + 1 :] if "Tên kế hoạch" in found else found


def para(words: str) -> Paragraph:
    return Paragraph(literal(words))


def section(title: str | None, *parts: Part, run_in: bool = False) -> Section:
    return Section(literal(title) if title else None, parts, run_in)


def test_state_plan_counts_roman_arabic_letters() -> None:
    body = (section("Mục tiêu", section("Chung", section("Trước mắt", para("Một.")), section(None, para("Hai.")))),)
    assert lines(document(body=body)) == ["I. MỤC TIÊU", "1. Chung", "a) Trước mắt", "Một.", "b) Hai./."]


def test_party_plan_carries_the_number_above_in_the_third_level() -> None:
    body = (section("Nội dung", section("Một", section("Hai", para("Ba"))), section("Bốn", section(None, para("Năm")))),)
    printed = lines(document("hd05", body=body))
    assert printed == ["-----", "I. NỘI DUNG", "1. Một", "1.1. Hai", "Ba", "2. Bốn", "2.1. Năm."]


def test_articles_keep_their_word_bold_before_plain_text() -> None:
    articles = (section(None, para("Thành lập tổ."), section(None, para("Gồm ba người."))), section("Hiệu lực", para("Từ ngày ký.")))
    held = document(slug="quyet-dinh", articles=articles)
    found = [b for b in blocks(held) if isinstance(b, Block)]
    first = next(b for b in found if b.plain.startswith("Điều 1."))
    assert first.plain == "Điều 1. Thành lập tổ."
    assert first.component == "body"
    assert [s.bold for s in first.segments] == [True, None]
    assert [b.plain for b in found][-4:] == ["Điều 1. Thành lập tổ.", "1. Gồm ba người.", "Điều 2. Hiệu lực", "Từ ngày ký./."]


@pytest.mark.parametrize(
    ("deputy", "title", "name", "line"),
    [
        (None, "Giám đốc", "SỞ NỘI VỤ", "GIÁM ĐỐC SỞ NỘI VỤ"),
        ("Chánh Văn phòng", "Phó Chánh Văn phòng", "VĂN PHÒNG", "CHÁNH VĂN PHÒNG"),
        (None, "Chủ tịch", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN AN", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN AN"),
    ],
)
def test_authority_line_says_nothing_twice(deputy: str | None, title: str, name: str, line: str) -> None:
    signer = Signature(deputy_for=literal(deputy) if deputy else None, title=literal(title))
    held = replace(document(slug="quyet-dinh", articles=(section(None, para("Một.")),)), issuer=issuer(name), signatures=(signer,))
    assert next(b.plain for b in blocks(held) if isinstance(b, Block) and b.component == "authority") == line


def test_authority_of_a_collective_is_the_body_alone() -> None:
    signer = Signature(on_behalf_of=literal("ỦY BAN NHÂN DÂN"), title=literal("Chủ tịch"))
    held = replace(document(slug="quyet-dinh", articles=(section(None, para("Một.")),)), issuer=issuer("ỦY BAN NHÂN DÂN", "TỈNH AN BÌNH"))
    held = replace(held, signatures=(signer,))
    assert next(b.plain for b in blocks(held) if isinstance(b, Block) and b.component == "authority") == "ỦY BAN NHÂN DÂN TỈNH AN BÌNH"


@pytest.mark.parametrize(
    ("standard", "words", "printed"),
    [
        ("nd30", "Xong.", "Xong./."),
        ("nd30", "Xong", "Xong./."),
        ("hd05", "Xong.", "Xong."),
        ("hd05", "Xong", "Xong."),
    ],
)
def test_the_text_ends_as_the_regime_wants(standard: str, words: str, printed: str) -> None:
    assert lines(document(standard, body=(para(words),)))[-1] == printed


def test_after_a_table_the_end_has_a_line_of_its_own() -> None:
    table = Table((literal("A"),), ((literal("1"),),))
    assert lines(document(body=(para("Bảng sau."), table))) == ["Bảng sau.", "./."]


def test_opening_gets_a_colon_only_before_numbers() -> None:
    opening = (literal("Ủy ban ban hành kế hoạch như sau"),)
    assert lines(document(opening=opening, body=(section("Một", para("Hai.")),)))[0].endswith("như sau:")
    assert lines(document(opening=opening, body=(para("Hai."),)))[0].endswith("như sau")
    assert lines(document(opening=(literal("Như sau."),), body=(section("Một", para("Hai.")),)))[0] == "Như sau."


def test_bases_form_one_list_with_one_end() -> None:
    held = document(slug="quyet-dinh", bases=(literal("Luật A"), literal("Căn cứ Luật B")), proposal=literal("Giám đốc Sở Nội vụ"))
    held = replace(held, articles=(section(None, para("Một.")),))
    printed = [b.plain for b in blocks(held) if isinstance(b, Block) and b.component == "base"]
    assert printed == ["Căn cứ Luật A;", "Căn cứ Luật B;", "Theo đề nghị của Giám đốc Sở Nội vụ."]


def test_tasks_under_groups_carry_letters_and_labelled_lines() -> None:
    task = Task(
        text=(literal("Rà soát."),),
        lead=(literal("Sở A"),),
        support=(literal("Sở B"), literal("Sở C")),
        due=PartialDate(2026, 3, 5),
        result=literal("Báo cáo"),
    )
    body = (section("Nhiệm vụ", Tasks((TaskGroup(literal("Nhóm"), (task, Task(title=literal("Hai"), due=PartialDate(2026, 6)))),))),)
    assert lines(document(body=body)) == [
        "I. NHIỆM VỤ",
        "1. Nhóm",
        "a) Rà soát.",
        "- Cơ quan chủ trì: Sở A.",
        "- Cơ quan phối hợp: Sở B; Sở C.",
        "- Thời gian thực hiện: ngày 05 tháng 3 năm 2026.",
        "- Kết quả: Báo cáo.",
        "b) Hai",
        "- Thời gian thực hiện: tháng 6 năm 2026./.",
    ]


def test_participants_count_with_the_zero_of_the_rules() -> None:
    sites = (
        Site(literal("Điểm cầu chính"), (Attendance(literal("Thường trực"), 2), Attendance(literal("Lãnh đạo sở"), 11)), 13),
        Site(literal("Điểm cầu xã"), text=(literal("Xã tự mời."),)),
    )
    part = Participants(sites=sites, about=True, unit=literal("đại biểu"))
    assert lines(document(body=(section("Thành phần", part),)))[1:] == [
        "- Điểm cầu chính: khoảng 13 đại biểu, gồm:",
        "+ Thường trực: 02 đại biểu;",
        "+ Lãnh đạo sở: 11 đại biểu.",
        "- Điểm cầu xã: Xã tự mời./.",
    ]


def test_agencies_stand_bold_before_their_duty_or_on_a_line_of_their_own() -> None:
    duties = (
        Duty((literal("Sở A"),), literal("chủ trì.")),
        Duty((literal("Sở B"), literal("Sở C")), parts=(DashList((Item((para("Bố trí kinh phí."),)),)),)),
        Duty(text=literal("Các xã thực hiện.")),
    )
    found = [b for b in blocks(document(slug="cong-van", body=(section("Tổ chức", Implementation(duties)),))) if isinstance(b, Block)]
    assert [b.plain for b in found] == [
        "1. Tổ chức",
        "a) Sở A chủ trì.",
        "b) Sở B; Sở C",
        "- Bố trí kinh phí.",
        "c) Các xã thực hiện./.",
    ]
    assert [s.bold for s in found[1].segments if s.plain == "Sở A"] == [True]
    assert {s.bold for s in found[2].segments if s.origin or s.plain.startswith("Sở")} == {True}


def test_text_deeper_than_the_levels_is_an_error() -> None:
    deep = section("1", section("2", section("3", section("4", para("x")))))
    with pytest.raises(DocgenError) as caught:
        blocks(document(body=(deep,)))
    assert [p.code for p in caught.value.problems] == ["render-depth"]


def test_two_lines_stay_with_the_signature() -> None:
    short = [b for b in blocks(document(body=(para("Một."), para("Hai."), para("Ba.")))) if isinstance(b, Block)]
    assert [b.keep_next for b in short[-3:]] == [False, True, True]
    medium = [b for b in blocks(document(body=(para("Một."), Paragraph(running(2))))) if isinstance(b, Block)]
    assert [b.keep_next for b in medium[-2:]] == [False, True]


def test_a_long_last_paragraph_may_break() -> None:
    """Kept with the signature it would move to the next page as a whole and leave the first one empty."""
    last = blocks(document(body=(Paragraph(running(12)),)))[-1]
    assert not last.keep_next


def test_tall_last_rows_may_part_from_the_signature() -> None:
    def kept(cell: Text) -> int:
        table = Table((literal("A"),), ((cell,), (cell,)))
        return next(b.kept_rows for b in blocks(document(body=(table,))) if isinstance(b, TableBlock))

    # the end of the text stands behind the table and counts as one line
    assert kept(literal("ngắn")) == 2
    assert kept(running(12)) == 0


def test_what_announces_a_list_stays_with_it() -> None:
    found = blocks(document(body=(para("Gồm:"), DashList((Item((para("một;"),)), Item((para("hai."),)))), para("Hết."), para("Xong."))))
    assert next(b for b in found if isinstance(b, Block) and b.plain == "Gồm:").keep_next


@pytest.mark.parametrize(("standard", "labels"), [("nd30", ["Phụ lục I", "Phụ lục II"]), ("hd05", ["Phụ lục 1", "Phụ lục 2"])])
def test_appendices_are_numbered_as_the_regime_counts(standard: str, labels: list[str]) -> None:
    held = document(standard, appendices=(Appendix(literal("Một"), (para("x"),)), Appendix(literal("Hai"), (para("y"),))))
    found = lay_out_appendices(held, load_standard(standard), WIDTH)
    assert [b.plain for b in found if isinstance(b, Block) and b.component == "appendix_label"] == labels


def test_reference_line_names_document_date_and_issuer() -> None:
    held = document(number=7, date=PartialDate(2026, 3, 5), appendices=(Appendix(literal("Một"), (para("x"),)),))
    found = lay_out_appendices(held, load_standard("nd30"), WIDTH)
    reference = next(b.plain for b in found if isinstance(b, Block) and b.component == "appendix_reference")
    assert reference == "(Kèm theo Kế hoạch số 07/KH-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)"
    party = replace(document("hd05", number=7, date=PartialDate(2026, 9, 3)), issuer=issuer("TỈNH UỶ AN BÌNH", code="TU"))
    party = replace(party, appendices=(Appendix(literal("Một"), (para("x"),)),))
    found = lay_out_appendices(party, load_standard("hd05"), WIDTH)
    reference = next(b.plain for b in found if isinstance(b, Block) and b.component == "appendix_reference")
    assert reference == "(Kèm theo Kế hoạch số 07-KH/TU, ngày 03/9/2026 của Tỉnh uỷ An Bình)"


def test_several_signers_stand_side_by_side_and_the_recipients_below() -> None:
    signers = tuple(Signature(title=literal(t), name=literal(n)) for t, n in (("Trưởng ban", "A"), ("Giám đốc", "B"), ("Chủ tịch", "C")))
    rows = lay_out_foot(replace(document("hd05"), signatures=signers, filing=literal("Văn phòng")), load_standard("hd05"))
    names = [[[b.plain for b in side if isinstance(b, Block) and b.component == "sign_name"] for side in (r.left, r.right)] for r in rows]
    assert names == [[["B"], ["A"]], [[], ["C"]], [[], []]]
    assert [b.plain for b in rows[-1].left if isinstance(b, Block)] == ["Nơi nhận:", "- Lưu Văn phòng."]


def test_a_base_that_brings_its_own_opening_is_not_opened_twice() -> None:
    held = document(bases=(literal("căn cứ Luật A"), literal("Luật B")), body=(para("Một."),))
    printed = [b.plain for b in blocks(held) if isinstance(b, Block) and b.component == "base"]
    assert printed == ["căn cứ Luật A;", "Căn cứ Luật B."]
