"""TT401, TT402, TT407, TT408, TT410 to TT413: legal bases, titles, one size, bold paragraphs, the end of the text."""

from __future__ import annotations

import pytest

from docgen.reading.repairs import SetRuns
from tests.checks.making import (
    form_codes,
    found_by,
    made_sample,
    spoilt_paragraph,
    with_run_property,
)
from tests.checks.texts import only, repaired, spots, typed

END = "Các cơ quan, đơn vị nghiêm túc thực hiện"
LAW = "Luật Tổ chức chính quyền địa phương"
LONG = "Giao Sở Tài chính chủ trì, phối hợp với các cơ quan liên quan phân bổ kinh phí cho các đơn vị"


# legal bases (PL I, P.I, II.6.a; HD05 I-6.2.3)


@pytest.mark.parametrize(
    ("standard", "words", "sign", "wrong", "level"),
    [
        ("nd30", "Nghị quyết số 14-NQ/TU", ".", ",", "error"),
        ("nd30", "Nghị quyết số 14-NQ/TU", ".", ";", "error"),
        ("nd30", LAW, ";", ".", "error"),
        ("nd30", LAW, ";", ",", "error"),
        ("hd05", "Nghị quyết số 14-NQ/TU", ".", ",", "error"),
        ("hd05", LAW, ";", ",", "error"),
        ("hd36", "Nghị quyết số 14-NQ/TU", ",", ".", "warning"),
    ],
)
def test_the_sign_behind_a_basis(standard: str, words: str, sign: str, wrong: str, level: str) -> None:
    data = spoilt_paragraph(made_sample(standard), words, lambda xml: xml.replace(f"{sign}</w:t>", f"{wrong}</w:t>"))
    (found,) = only(data, "TT401")
    assert (found.finding.expected, found.finding.actual, found.level) == (sign, wrong, level)
    assert spots([found])[0][0] == wrong
    assert repaired(found).endswith(f"{words}{sign}")


def test_a_basis_without_any_sign_gets_one() -> None:
    data = spoilt_paragraph(made_sample(), LAW, lambda xml: xml.replace(";</w:t>", "</w:t>"))
    (found,) = only(data, "TT401")
    assert (found.finding.expected, found.finding.actual) == (";", "")
    assert repaired(found) == f"Căn cứ {LAW};"


@pytest.mark.parametrize("standard", ["nd30", "hd05", "hd36"])
def test_right_bases_are_left_alone(standard: str) -> None:
    assert not found_by(made_sample(standard), "TT401")
    assert not found_by(made_sample(standard), "TT402")


def test_a_sentence_that_leads_over_to_the_text_is_no_list_of_bases() -> None:
    leads = ", Sở ban hành Kế hoạch như sau:</w:t>"
    data = spoilt_paragraph(made_sample(), "14-NQ/TU", lambda xml: xml.replace(".</w:t>", leads))
    assert not found_by(data, "TT401")


def test_a_party_basis_opens_with_a_dash() -> None:
    data = spoilt_paragraph(made_sample("hd05"), LAW, lambda xml: xml.replace("- Căn cứ", "Căn cứ").replace(">- <", "><"))
    (found,) = only(data, "TT402")
    assert (found.level, found.finding.expected) == ("error", "-")
    assert repaired(found) == f"- Căn cứ {LAW};"


def test_a_dash_before_a_basis_of_the_state_is_a_warning() -> None:
    data = spoilt_paragraph(made_sample(), LAW, lambda xml: xml.replace("Căn cứ", "- Căn cứ"))
    (found,) = only(data, "TT402")
    assert (found.level, found.finding.actual) == ("warning", "-")
    assert repaired(found) == f"Căn cứ {LAW};"


def test_an_en_dash_does_as_well_for_the_party() -> None:
    data = spoilt_paragraph(made_sample("hd05"), LAW, lambda xml: xml.replace("- ", "– "))
    assert not found_by(data, "TT402")


# titles


@pytest.mark.parametrize("standard", ["nd30", "hd05"])
@pytest.mark.parametrize("label", ["Chương I", "Phần II"])
def test_a_part_without_title_is_found(standard: str, label: str) -> None:
    end = "./." if standard == "nd30" else "."
    data = typed(f"**{label}**", "1. Quy chế này quy định chế độ làm việc.", END + end, standard=standard)
    (found,) = found_by(data, "TT407")
    assert (found.level, spots([found])) == ("error", [(label, label)])


@pytest.mark.parametrize("lines", [("**Chương I**", "**QUY ĐỊNH CHUNG**"), ("**Chương I. Quy định chung**",), ("I. MỤC ĐÍCH",)])
def test_a_title_on_the_same_line_or_the_next_will_do(lines: tuple[str, ...]) -> None:
    assert not found_by(typed(*lines, "1. Một.", END + "./."), "TT407")


def test_an_untitled_article_of_a_regulation_is_a_warning() -> None:
    data = typed("**Điều 1.** Quy chế này quy định nguyên tắc làm việc.", "**Điều 2. Phạm vi**", END + "./.", slug="quy-che")
    (found,) = found_by(data, "TT408")
    assert (found.level, spots([found])[0][0]) == ("warning", "Điều 1.")


def test_decisions_print_the_text_behind_the_number() -> None:
    data = typed("**Điều 1.** Thành lập Ban chỉ đạo.", "**Điều 2.** " + END + "./.", slug="quyet-dinh")
    assert not found_by(data, "TT408")


# one size (II.6.e; PL2, 6)


def test_a_paragraph_of_another_allowed_size_is_found() -> None:
    data = typed(LONG + ".", "Một đoạn khác cỡ.", END + "./.")
    data = spoilt_paragraph(data, "khác cỡ", lambda xml: with_run_property(xml, "sz", "26"))
    (found,) = only(data, "TT410")
    assert (found.finding.expected, found.finding.actual, found.level) == ("14 pt", "13 pt", "error")
    assert spots([found]) == [("Một đoạn khác cỡ.", "Một đoạn khác cỡ.")]
    (repair,) = found.finding.repairs
    assert isinstance(repair, SetRuns)
    assert (repair.start, repair.end, repair.property, repair.value) == (0, 17, "size", 14)


def test_a_size_that_is_not_allowed_is_told_by_the_rule_about_sizes_alone() -> None:
    data = typed(LONG + ".", "Một đoạn khác cỡ.", END + "./.")
    data = spoilt_paragraph(data, "khác cỡ", lambda xml: with_run_property(xml, "sz", "24"))
    assert "TT410" not in form_codes(data)
    assert form_codes(data)


@pytest.mark.parametrize("extra", ['<w:vertAlign w:val="superscript"/>', ""])
def test_spaces_and_raised_letters_have_no_size(extra: str) -> None:
    words = "3" if extra else " "
    run = f'<w:r><w:rPr><w:sz w:val="26"/>{extra}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    data = spoilt_paragraph(typed(LONG + ".", END + "./."), LONG, lambda xml: xml.replace("</w:p>", run))
    assert not found_by(data, "TT410")


def test_a_note_in_brackets_may_be_set_smaller() -> None:
    data = typed(LONG + ".", "(Có biểu kèm theo)", END + "./.")
    data = spoilt_paragraph(data, "Có biểu", lambda xml: with_run_property(xml, "sz", "26"))
    assert not found_by(data, "TT410")


def test_tables_may_be_set_smaller() -> None:
    assert not found_by(made_sample(), "TT410")


# the end of the text (PL III, II; HD05 I-6.2.2)


@pytest.mark.parametrize("wrong", [".", "", ";", ".//.", "/."])
def test_a_state_document_ends_with_its_sign(wrong: str) -> None:
    (found,) = only(typed("Một.", END + wrong), "TT411")
    assert (found.finding.expected, found.finding.actual, found.level) == ("./.", wrong, "warning")
    assert repaired(found) == END + "./."


@pytest.mark.parametrize(
    "lines",
    [
        (END + "./.",),
        (END + " ./.",),
        (END + ".", "./."),
        (f"Ghi “{END}./.”",),
        (END + "./.", "(Gửi kèm: Biểu tổng hợp)"),
        ("- Một;", "- Hai./."),
    ],
)
def test_the_sign_may_stand_alone_and_behind_a_list(lines: tuple[str, ...]) -> None:
    assert not found_by(typed(*lines), "TT411")


@pytest.mark.parametrize("wrong", ["", ";", ","])
def test_a_party_document_ends_with_a_full_stop(wrong: str) -> None:
    (found,) = only(typed("Một.", END + wrong, standard="hd05"), "TT411")
    assert (found.finding.expected, found.finding.actual, found.level) == (".", wrong, "error")
    assert repaired(found) == END + "."


def test_the_end_of_the_state_in_a_party_document_is_one_finding() -> None:
    (found,) = only(typed("Một.", END + "./.", standard="hd05"), "TT413")
    assert (found.finding.actual, found.level, spots([found])[0][0]) == ("./.", "warning", "./.")
    assert repaired(found) == END + "."


def test_behind_a_table_nothing_is_asked() -> None:
    """No clause says how a text ends whose last part is a table."""
    cell = "<w:tc><w:p><w:r><w:t>Ô</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    data = typed("Chỉ tiêu như sau", "Đoạn cuối")
    assert found_by(data, "TT411")
    assert not found_by(spoilt_paragraph(data, "Đoạn cuối", lambda xml: table), "TT411")


# bold paragraphs (II.6.e; PL2, 6.6)


@pytest.mark.parametrize("standard", ["nd30", "hd05"])
def test_a_whole_bold_sentence_is_a_warning(standard: str) -> None:
    end = "./." if standard == "nd30" else "."
    (found,) = only(typed(f"**{LONG}.**", END + end, standard=standard), "TT412")
    assert (found.level, spots([found])[0][0]) == ("warning", LONG + ".")


@pytest.mark.parametrize("line", [f"**{LONG}**", "**Lưu ý:** " + LONG + ".", f"**1. {LONG}**", "**Kính mong quan tâm.**"])
def test_titles_and_words_set_off_are_left_alone(line: str) -> None:
    assert not found_by(typed(line, END + "./."), "TT412")
