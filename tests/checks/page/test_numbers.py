"""Page numbers: there, in the top margin, centred, hidden on page 1, counted from 1 in digits, anew in appendices."""

from __future__ import annotations

import pytest

from tests.checks.making import MAIN, form_codes, found_by, made_from, packed, parts_of, skipped_by, spoilt

LONG, SHORT, PARTY = "nha-nuoc/ke-hoach-hanh-dong", "nha-nuoc/xa/thong-bao", "dang/ke-hoach-hoi-nghi"
WITH_APPENDIX = "nha-nuoc/quyet-dinh-thanh-lap"
HEADER, FIRST = "word/header1.xml", "word/header2.xml"
FIELD = r"<w:r><w:fldChar w:fldCharType=\"begin\"/>.*<w:fldChar w:fldCharType=\"end\"/></w:r>"


def without_field(data: bytes, instead: str = "") -> bytes:
    return spoilt(data, FIELD, instead, HEADER)


def as_footer(data: bytes) -> bytes:
    """The header with the number turned into a footer."""
    parts = parts_of(data)
    parts[HEADER] = parts[HEADER].replace(b"w:hdr", b"w:ftr")
    parts[MAIN] = parts[MAIN].replace(b'<w:headerReference w:type="default"', b'<w:footerReference w:type="default"')
    rels = "word/_rels/document.xml.rels"
    target = b'" Target="header1.xml"'
    parts[rels] = parts[rels].replace(b"relationships/header" + target, b"relationships/footer" + target)
    return packed(parts)


@pytest.mark.parametrize("spec", [LONG, PARTY])
def test_a_long_document_without_numbers(spec: str) -> None:
    data = without_field(made_from(spec))
    assert form_codes(data) == ["TT112"]
    (found,) = found_by(data, "TT112")
    assert found.level == "error"
    assert found.finding.component == "page_number"
    assert [repair.action for repair in found.finding.repairs] == ["add"]  # type: ignore[union-attr]


def test_one_page_needs_no_number_and_doubt_accuses_nobody() -> None:
    one_page = without_field(made_from(SHORT))
    assert found_by(one_page, "TT112") == []
    assert [one.broken for one in skipped_by(one_page, "TT112")] == [False]


def test_a_page_break_makes_two_pages() -> None:
    data = without_field(made_from(SHORT))
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    at = xml.rindex("<w:tbl>")
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    (found,) = found_by(packed({**parts, MAIN: (xml[:at] + page + xml[at:]).encode("utf-8")}), "TT112")
    assert found.level == "error"


def test_a_digit_typed_by_hand_is_no_page_number() -> None:
    (found,) = found_by(without_field(made_from(LONG), "<w:r><w:t>2</w:t></w:r>"), "TT112")
    spot = found.finding.spot
    assert spot.paragraph is not None
    assert (spot.paragraph.part, spot.paragraph.text) == (HEADER, "2")


def test_a_field_in_a_header_that_does_not_print_counts_for_nothing() -> None:
    """A number that stands only in the header of even pages, while the settings have one header for all."""
    dead = spoilt(made_from(LONG), r'<w:headerReference w:type="default"', '<w:headerReference w:type="even"')
    (found,) = found_by(dead, "TT112")
    assert str(found.finding.actual) == "missing"


def test_a_number_at_the_foot() -> None:
    data = as_footer(made_from(LONG))
    assert form_codes(data) == ["TT113"]
    (found,) = found_by(data, "TT113")
    assert found.finding.spot.paragraph is not None
    assert found.finding.spot.paragraph.part == HEADER


@pytest.mark.parametrize(
    ("old", "new", "code", "actual"),
    [
        ('<w:pStyle w:val="page_number"/>', '<w:pStyle w:val="page_number"/><w:jc w:val="right"/>', "DD155", "right-aligned"),
        ("<w:r><w:t>2", '<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t>2', "DD151", "11 pt"),
        ("<w:r><w:t>2", "<w:r><w:rPr><w:b/></w:rPr><w:t>2", "DD152", "bold"),
        ("<w:r><w:t>2", "<w:r><w:rPr><w:i/></w:rPr><w:t>2", "DD153", "italic"),
    ],
)
def test_the_look_of_the_number(old: str, new: str, code: str, actual: str) -> None:
    data = spoilt(made_from(LONG), old, new, HEADER)
    assert form_codes(data) == [code]
    (found,) = found_by(data, code)
    assert str(found.finding.actual) == actual


def test_a_number_centred_by_a_tab_or_a_frame_is_centred() -> None:
    tab = '<w:pStyle w:val="page_number"/><w:tabs><w:tab w:val="center" w:pos="4677"/></w:tabs><w:jc w:val="left"/>'
    tabbed = spoilt(made_from(LONG), '<w:pStyle w:val="page_number"/>', tab, HEADER)
    assert form_codes(spoilt(tabbed, "</w:pPr>", "</w:pPr><w:r><w:tab/></w:r>", HEADER)) == []
    position = '<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center" w:y="1"/>'
    frame = f'<w:pStyle w:val="page_number"/>{position}<w:jc w:val="left"/>'
    assert form_codes(spoilt(made_from(LONG), '<w:pStyle w:val="page_number"/>', frame, HEADER)) == []


def test_page_1_shows_its_number() -> None:
    data = spoilt(made_from(LONG), "<w:titlePg/>", "")
    assert form_codes(data) == ["TT114"]
    (found,) = found_by(data, "TT114")
    assert [repair.action for repair in found.finding.repairs] == ["hide-first"]  # type: ignore[union-attr]


def test_page_1_shows_a_typed_digit() -> None:
    data = spoilt(made_from(LONG), r"</w:p>|(<w:hdr[^>]*[^/])/>", "<w:r><w:t>1</w:t></w:r></w:p>", FIRST)
    (found,) = found_by(data, "TT114")
    assert found.finding.spot.paragraph is not None
    assert found.finding.spot.paragraph.part == FIRST


@pytest.mark.parametrize(
    ("number", "expected", "actual", "action"),
    [
        ('<w:pgNumType w:fmt="lowerRoman" w:start="1"/>', "1, 2, 3", "lowerRoman", "decimal"),
        ('<w:pgNumType w:start="5"/>', "1", "5", "restart"),
    ],
)
def test_how_pages_are_counted(number: str, expected: str, actual: str, action: str) -> None:
    data = spoilt(made_from(LONG), "<w:pgNumType [^>]*/>", number)
    assert form_codes(data) == ["TT115"]
    (found,) = found_by(data, "TT115")
    assert (found.finding.expected, found.finding.actual) == (expected, actual)
    assert [repair.action for repair in found.finding.repairs] == [action]  # type: ignore[union-attr]


def test_the_field_itself_may_ask_for_roman_numbers() -> None:
    (found,) = found_by(spoilt(made_from(LONG), " PAGE ", r" PAGE \\* ROMAN ", HEADER), "TT115")
    assert found.finding.actual == "ROMAN"


@pytest.mark.parametrize("number", ["", '<w:pgNumType w:fmt="decimal"/>', '<w:pgNumType w:fmt="numberInDash"/>'])
def test_numbers_that_count_from_1_without_saying_so(number: str) -> None:
    assert form_codes(spoilt(made_from(LONG), "<w:pgNumType [^>]*/>", number)) == []


def test_an_appendix_that_counts_on() -> None:
    data = made_from(WITH_APPENDIX)
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    at = xml.rindex('<w:pgNumType w:start="1"/>')
    on = packed({**parts, MAIN: (xml[:at] + xml[at + len('<w:pgNumType w:start="1"/>') :]).encode("utf-8")})
    assert form_codes(on) == ["TT116"]
    (found,) = found_by(on, "TT116")
    assert found.finding.spot.paragraph is not None
    assert found.finding.spot.paragraph.text == "Phụ lục"
    assert [repair.action for repair in found.finding.repairs] == ["restart"]  # type: ignore[union-attr]
    assert found_by(without_field(on), "TT116") == []


def test_the_partys_number_stands_10_mm_from_the_edge() -> None:
    data = spoilt(made_from(PARTY), r'w:header="\d+"', 'w:header="1134"')
    assert form_codes(data) == ["TT117"]
    (found,) = found_by(data, "TT117")
    assert (found.finding.expected, found.finding.actual, found.level) == ("10 mm", "20 mm", "warning")
    assert found_by(spoilt(made_from(PARTY), r'w:header="\d+"', 'w:header="590"'), "TT117") == []
    assert found_by(spoilt(made_from(LONG), r'w:header="\d+"', 'w:header="1134"'), "TT117") == []
