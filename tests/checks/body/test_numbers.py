"""TT403 to TT406, TT409: kinds of numbers, the sign behind them, their order (PL I, P.I, II.6.đ; HD05 I-6.2.4)."""

from __future__ import annotations

import pytest

from tests.checks.making import form_codes, found_by, packed, parts_of, spoilt_paragraph
from tests.checks.texts import only, repaired, spots, typed

END = "Các cơ quan, đơn vị nghiêm túc thực hiện"
STATE, PARTY = END + "./.", END + "."
CHAPTERS = (
    "**Chương I**|**QUY ĐỊNH CHUNG**",
    "**Điều 1. Phạm vi điều chỉnh**",
    "1. Quy chế này quy định chế độ làm việc.",
    "2. Quy chế này áp dụng cho mọi phòng.",
    "**Điều 2. Nguyên tắc**",
    "1. Làm việc theo chế độ thủ trưởng.",
    "a) Mỗi việc một người chịu trách nhiệm;",
    "b) Người được giao việc báo cáo kết quả.",
    "2. Bảo đảm đúng trình tự.",
    "a) Đúng hạn;",
    "b) Đúng mẫu.",
    "**Chương II**|**TỔ CHỨC THỰC HIỆN**",
    "**Điều 3. Hiệu lực**",
)


def codes(*lines: str, standard: str = "nd30", slug: str = "ke-hoach") -> list[str]:
    return form_codes(typed(*lines, STATE if standard == "nd30" else PARTY, standard=standard, slug=slug))


# documents that are right


@pytest.mark.parametrize(
    "lines",
    [
        CHAPTERS,
        ("1. Nội dung duy nhất được đánh số.",),
        ("I. MỤC ĐÍCH", "1. Thứ nhất.", "2. Thứ hai.", "II. YÊU CẦU", "1. Thứ nhất.", "2. Thứ hai."),
        ("1. Việc thứ nhất gồm:", "a) Một;", "b) Hai.", "(1) Nhỏ hơn;", "(2) Nhỏ hơn nữa.", "2. Việc thứ hai."),
        ("1. Việc thứ nhất gồm:", "1) Nhỏ hơn;", "2) Nhỏ hơn nữa.", "2. Việc thứ hai."),
        ("**Đối với cấp tỉnh**", "1. Thứ nhất.", "2. Thứ hai.", "**Đối với cấp xã**", "1. Thứ nhất.", "2. Thứ hai."),
        ("1. Một.", *(f"{c}) Điểm {c};" for c in "abcdđeghiklmnopqrstuvxy")),
        ("1. Sửa đổi khoản 5 như sau:", "“5. Nội dung được trích nguyên văn.", "7. Nội dung cũng được trích.”.", "2. Tiếp theo."),
        ("- Một;", "- Hai;", "+ Ba."),
        ("2026 là năm bản lề.", "Điều 5 của Luật này không áp dụng."),
        ("1. Một.|2. Hai.|3. Ba.", "4. Bốn."),
        ("A. PHẦN THỨ NHẤT", "I. MỤC ĐÍCH", "II. YÊU CẦU", "B. PHẦN THỨ HAI", "I. NHIỆM VỤ"),
    ],
)  # fmt: skip
def test_right_numbers_of_the_state_are_left_alone(lines: tuple[str, ...]) -> None:
    wanted = {"TT403", "TT404", "TT405", "TT406", "TT407", "TT409"}
    assert not wanted & set(codes(*lines))


@pytest.mark.parametrize(
    "lines",
    [
        ("I- MỤC ĐÍCH", "1- Thứ nhất.", "2- Thứ hai.", "II- YÊU CẦU", "1- Thứ nhất."),
        ("I. MỤC ĐÍCH", "1. Thứ nhất.", "1.1. Nhỏ hơn.", "1.2. Nhỏ hơn.", "a) Một;", "b) Hai.", "2. Thứ hai.", "2.1. Nhỏ hơn."),
        ("1. Thứ nhất:", "(i) Nhỏ hơn;", "(ii) Nhỏ hơn nữa.", "2. Thứ hai."),
        ("**Phần thứ nhất**|**TÌNH HÌNH**", "1. Một.", "**Phần thứ hai**|**NHIỆM VỤ**", "1. Một."),
    ],
)
def test_right_numbers_of_the_party_are_left_alone(lines: tuple[str, ...]) -> None:
    wanted = {"TT403", "TT404", "TT405", "TT406", "TT407", "TT409"}
    assert not wanted & set(codes(*lines, standard="hd05"))


# kinds


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("Chương 1", "Chương I"), ("Phần 2", "Phần II"), ("Mục I", "Mục 1"), ("Phần thứ nhất", "Phần I")],
)
def test_a_number_of_another_kind_is_found(wrong: str, right: str) -> None:
    data = typed(f"**{wrong}**|**QUY ĐỊNH CHUNG**", STATE)
    found = found_by(data, "TT403")
    assert spots(found) == [(wrong, f"{wrong}\nQUY ĐỊNH CHUNG"[:20])]
    assert (found[0].finding.expected, found[0].finding.actual, found[0].level) == (right, wrong, "error")
    assert repaired(found[0]) == f"{right}\nQUY ĐỊNH CHUNG"


def test_the_party_writes_parts_in_words_but_no_arabic_chapters() -> None:
    data = typed("**Phần thứ nhất**|**TÌNH HÌNH**", "**Chương 1**|**KẾT QUẢ**", PARTY, standard="hd05")
    assert [one.finding.actual for one in found_by(data, "TT403")] == ["Chương 1"]


# the sign behind


@pytest.mark.parametrize(
    ("lines", "wrong", "right"),
    [
        (("1) Thứ nhất.",), "1)", "1."),
        (("1- Thứ nhất.",), "1-", "1."),
        (("1. Thứ nhất.", "2) Thứ hai.", "3. Thứ ba."), "2)", "2."),
        (("1. Một:", "a. Thứ nhất;", "b) Thứ hai."), "a.", "a)"),
        (("1. Một:", "(a) Thứ nhất;"), "(a)", "a)"),
        (("**Điều 1: Phạm vi**",), "Điều 1:", "Điều 1."),
    ],
)
def test_a_wrong_sign_behind_a_number_is_found(lines: tuple[str, ...], wrong: str, right: str) -> None:
    found = found_by(typed(*lines, STATE), "TT404")
    assert [letters for letters, _ in spots(found)] == [wrong]
    assert (found[0].finding.expected, found[0].finding.actual, found[0].level) == (right, wrong, "error")
    assert repaired(found[0]).startswith(right)


@pytest.mark.parametrize("wrong", ["a.", "(a)"])
def test_the_party_is_as_strict_about_letters(wrong: str) -> None:
    found = found_by(typed("1- Một:", f"{wrong} Thứ nhất;", PARTY, standard="hd05"), "TT404")
    assert [(one.finding.actual, one.finding.expected, one.level) for one in found] == [(wrong, "a)", "error")]


def test_nothing_else_is_found_where_one_sign_is_wrong() -> None:
    only(typed("1. Thứ nhất.", "2) Thứ hai.", "3. Thứ ba.", STATE), "TT404")


# order


@pytest.mark.parametrize(
    ("lines", "wrong", "right"),
    [
        (("1. Một.", "3. Ba."), "3.", "2"),
        (("1. Một.", "2. Hai.", "2. Hai nữa.", "3. Ba."), "2.", "3"),
        (("2. Hai.", "3. Ba."), "2.", "1"),
        (("I. MỘT", "III. BA"), "III.", "II"),
        (("**Điều 1. Một**", "**Điều 3. Ba**"), "Điều 3.", "2"),
        (("**Chương I**|**THỨ NHẤT**", "**Điều 1. Một**", "**Chương III**|**BA**", "**Điều 2. Hai**"), "Chương III", "II"),
        (("**Chương I**|**THỨ NHẤT**", "**Điều 1. Một**", "**Chương II**|**HAI**", "**Điều 3. Ba**"), "Điều 3.", "2"),
        (("I. MỘT", "1. Một.", "2. Hai.", "II. HAI", "3. Ba."), "3.", "1"),
        (("1. Một:", "a) Một;", "c) Ba."), "c)", "b"),
        (("1. Một:", "a) Một;", "a) Hai."), "a)", "b"),
    ],
)
def test_a_number_that_does_not_follow_is_found(lines: tuple[str, ...], wrong: str, right: str) -> None:
    found = only(typed(*lines, STATE), "TT405")
    assert [letters for letters, _ in spots(found)] == [wrong]
    assert (found[0].finding.expected, found[0].finding.actual, found[0].level) == (right, wrong, "error")


def test_the_second_of_two_equal_numbers_is_meant() -> None:
    found = found_by(typed("1. Một.", "2. Hai.", "2. Hai nữa.", "3. Ba.", STATE), "TT405")
    assert spots(found) == [("2.", "2. Hai nữa.")]


def test_one_gap_is_told_once() -> None:
    assert len(found_by(typed("1. Một.", "2. Hai.", "5. Năm.", "6. Sáu.", "7. Bảy.", STATE), "TT405")) == 1


def test_a_title_that_is_only_guessed_does_not_weaken_its_number() -> None:
    (found,) = found_by(typed("Điều 1. Nội dung", "Điều 3. Giá cả", STATE, slug="quy-che"), "TT405")
    assert (found.finding.actual, found.level) == ("Điều 3.", "error")


def counted_by_word(*lines: str, form: str = "%1.", start: int = 1) -> bytes:
    """``lines`` as a list that Word counts itself, in ``form`` and from ``start`` on."""
    parts = parts_of(typed(*lines, STATE))
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{form}"/></w:lvl>'
    abstract = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    numbering = f'<w:numbering {names}>{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    relation = f'<Relationship Id="rIdN" Type="{kind}" Target="numbering.xml"/></Relationships>'
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    override = f'<Override PartName="/word/numbering.xml" ContentType="{content}"/></Types>'
    relations, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    data = packed(
        {
            **parts,
            "word/numbering.xml": numbering.encode(),
            relations: parts[relations].replace(b"</Relationships>", relation.encode()),
            types: parts[types].replace(b"</Types>", override.encode()),
        }
    )
    for words in lines:
        one = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        data = spoilt_paragraph(data, words, lambda xml, one=one: xml.replace("</w:pPr>", one))  # type: ignore[misc]
    return data


def test_numbers_that_word_counts_are_judged_as_well() -> None:
    lines = ("Việc thứ nhất.", "Việc thứ hai.")
    assert not found_by(counted_by_word(*lines), "TT404")
    assert not found_by(counted_by_word(*lines), "TT405")
    (first, second) = found_by(counted_by_word(*lines, form="%1-"), "TT404")
    assert [one.finding.actual for one in (first, second)] == ["1-", "2-"]
    assert spots([first]) == [("Việc thứ nhất.", "Việc thứ nhất.")]
    assert first.finding.repairs == ()
    (found,) = found_by(counted_by_word(*lines, start=4), "TT405")
    assert (found.finding.expected, found.finding.actual) == ("1", "4.")


# letters


@pytest.mark.parametrize(
    ("letters", "found_at"),
    [("abcdeg", ["e)"]), ("abcdđef", ["f)"]), ("abcdđeghijk", ["j)"]), ("abcdđeghiklmnopqrstuvwx", ["w)"])],
)
def test_latin_letters_are_found(letters: str, found_at: list[str]) -> None:
    found = only(typed("1. Một:", *(f"{c}) Điểm này;" for c in letters), STATE), "TT406")
    assert [text for text, _ in spots(found)] == found_at
    assert {one.level for one in found} == {"error"}


def test_the_letter_left_out_is_named() -> None:
    (found,) = found_by(typed("1. Một:", *(f"{c}) Điểm này;" for c in "abcde"), STATE), "TT406")
    assert found.finding.expected == "đ"


# several levels in one number


def test_several_levels_in_one_number_are_only_told_to_the_state() -> None:
    lines = ("1. Một.", "1.1. Nhỏ hơn.", "1.2. Nhỏ hơn.", "2. Hai.", "2.1. Nhỏ hơn.")
    (found,) = only(typed(*lines, STATE), "TT409")
    assert (found.level, found.finding.actual) == ("info", "1.1.")
    assert spots([found]) == [("1.1.", "1.1. Nhỏ hơn.")]
    assert "TT409" not in codes(*lines, standard="hd05")
