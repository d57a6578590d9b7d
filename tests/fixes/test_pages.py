"""Repairs of paper, margins and page numbers: what is made, where it stands, what a first page keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from docgen.checking.fixing import fix_package
from docgen.fixes.applying import apply_repairs
from docgen.ooxml.content import Section
from docgen.reading.repairs import Repair, SetPage, SetPageNumber, SetParagraph
from docgen.standards import load_standard
from tests.checks.making import MAIN, layout_of, made_sample, packed, parts_of, read_file, spoilt
from tests.fixes.law import assert_only_named, paragraphs_of
from tests.fixes.letters import package, reading_of

HEADER = "word/header1.xml"
_NUMBER = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_MOTTO = "<w:p><w:r><w:t>Mẫu số 01</w:t></w:r></w:p>"


def bare() -> bytes:
    """docgen's own file without any page number: no header, and page 1 like the others."""
    data = spoilt(made_sample(), r"<w:(header|footer)Reference [^>]*/>", "", count=0)
    return spoilt(data, r"<w:titlePg(?: [^>]*)?/>", "", count=0)


def headed(content: str, *, first: str = "") -> bytes:
    """docgen's own file with a header of that content on every page, and ``first`` waiting for a page 1 of its own."""
    data = spoilt(bare(), r"(<w:sectPr(?: [^>]*)?>)(?=(?:(?!<w:sectPr).)*$)", lambda m: m.group() + _reference("default", "rIdA"))
    parts = parts_of(data)
    parts |= _with_header(parts, "rIdA", "word/kopf.xml", content)
    if first:
        parts[MAIN] = parts[MAIN].replace(
            _reference("default", "rIdA").encode(), (_reference("default", "rIdA") + _reference("first", "rIdB")).encode()
        )
        parts |= _with_header(parts, "rIdB", "word/erst.xml", first)
    return packed(parts)


def _reference(kind: str, identity: str) -> str:
    return f'<w:headerReference w:type="{kind}" r:id="{identity}"/>'


def _with_header(parts: dict[str, bytes], identity: str, name: str, content: str) -> dict[str, bytes]:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    types, links = parts["[Content_Types].xml"].decode(), parts["word/_rels/document.xml.rels"].decode()
    return {
        "[Content_Types].xml": types.replace("</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>').encode(),
        "word/_rels/document.xml.rels": links.replace(
            "</Relationships>", f'<Relationship Id="{identity}" Type="{link}" Target="/{name}"/></Relationships>'
        ).encode(),
        name: f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{content}</w:hdr>'.encode(),
    }


def applied(data: bytes, *actions: str) -> bytes:
    """``data`` with these repairs of the last section's page numbers."""
    reading = read_file(data)
    section = reading.story.sections[-1]
    made = apply_repairs(reading, [("TT112", SetPageNumber(section, action)) for action in actions])  # type: ignore[arg-type]
    assert made is not None
    assert_only_named(data, made.data, [edit for _, edit in made.edits])
    return made.data


def last_section(data: bytes) -> Section:
    return read_file(data).story.sections[-1]


def test_a_header_is_made_where_there_is_none(tmp_path: Path) -> None:
    data = applied(bare(), "add", "hide-first")
    section = last_section(data)
    (paragraph,) = section.headers["default"].paragraphs
    assert paragraph.fields == ("PAGE",)
    assert paragraph.format.align == "center"
    assert {run.format.size for run in paragraph.runs} <= {13, 14}
    assert {run.format.font for run in paragraph.runs} == {"Times New Roman"}
    assert section.title_page
    assert "first" not in section.headers
    file = tmp_path / "a.docx"
    file.write_bytes(data)
    assert not [e for e in OpenXmlValidator().validate(file).errors if e.part_uri != "/customXml/item1.xml"]


def test_the_number_takes_the_place_of_an_empty_paragraph() -> None:
    parts = parts_of(applied(headed('<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'), "add"))
    (paragraph,) = paragraphs_of(etree.fromstring(parts["word/kopf.xml"]))
    assert "PAGE" in "".join(paragraph.itertext())


def test_the_number_takes_the_place_of_one_typed_by_hand() -> None:
    section = last_section(applied(headed("<w:p><w:r><w:t>- 2 -</w:t></w:r></w:p>" + _MOTTO), "add"))
    assert [(p.text, p.fields) for p in section.headers["default"].paragraphs] == [("2", ("PAGE",)), ("Mẫu số 01", ())]


def test_a_header_with_words_keeps_them_and_gets_the_number_below() -> None:
    section = last_section(applied(headed(_MOTTO), "add"))
    assert [p.text for p in section.headers["default"].paragraphs] == ["Mẫu số 01", "2"]


def test_page_one_keeps_what_the_header_says_beside_the_number() -> None:
    section = last_section(applied(headed(_MOTTO + _NUMBER), "hide-first"))
    first = section.headers["first"]
    assert [p.text for p in first.paragraphs] == ["Mẫu số 01", ""]
    assert not any(p.fields for p in first.paragraphs)
    assert section.headers["default"].paragraphs[1].fields == ("PAGE",)


def test_a_header_that_waited_for_page_one_does_not_come_to_light() -> None:
    section = last_section(applied(headed(_NUMBER, first="<w:p><w:r><w:t>Bản nháp</w:t></w:r></w:p>"), "hide-first"))
    assert [p.text for p in section.headers["first"].paragraphs] == [""]


def test_a_number_on_page_one_itself_goes() -> None:
    data = spoilt(
        headed(_NUMBER, first=_MOTTO + _NUMBER), r"(<w:docGrid[^>]*/>)?</w:sectPr>(?=</w:body>)", r"<w:titlePg/>\1</w:sectPr>"
    )
    section = last_section(applied(data, "hide-first"))
    assert [(p.text, p.fields) for p in section.headers["first"].paragraphs] == [("Mẫu số 01", ()), ("", ())]


def test_words_beside_the_number_are_not_lost() -> None:
    joined = _NUMBER.replace("<w:p>", "<w:p><w:r><w:t>Sở Nội vụ, trang </w:t></w:r>")
    reading = read_file(headed(joined))
    assert apply_repairs(reading, [("TT114", SetPageNumber(reading.story.sections[-1], "hide-first"))]) is None


@pytest.mark.parametrize("strict", [False, True])
def test_a_document_without_any_page_setup_gets_one(strict: bool) -> None:
    data = package("<w:p><w:r><w:t>a</w:t></w:r></w:p>", strict=strict)
    reading = reading_of(data)
    section = reading.story.sections[0]
    wishes: list[Repair] = [SetPage(section, "width", 11906), SetPage(section, "height", 16838), SetPage(section, "left", 1701)]
    made = apply_repairs(reading, [("TT101", wish) for wish in wishes])
    assert made is not None
    assert_only_named(data, made.data, [edit for _, edit in made.edits])
    now = reading_of(made.data).story.sections[0]
    # what was not set is what Word takes where nothing is said: an inch, half an inch for headers
    assert (now.width, now.height, now.margins.left, now.margins.top, now.margins.header) == (11906, 16838, 1701, 1440, 720)
    assert [(e.element, e.before, e.after) for _, e in made.edits] == [
        ("w:sectPr[1]", "215.9 mm", "210.0 mm"),
        ("w:sectPr[1]", "279.4 mm", "297.0 mm"),
        ("w:sectPr[1]", "25.4 mm", "30.0 mm"),
    ]


def test_a_margin_that_pins_the_text_goes_on_pinning_it() -> None:
    data = package("<w:p/>", section='<w:sectPr><w:pgMar w:top="-1000" w:left="1000"/></w:sectPr>')
    reading = reading_of(data)
    made = apply_repairs(reading, [("TT101", SetPage(reading.story.sections[0], "top", 1134))])
    assert made is not None
    assert b'w:top="-1134"' in parts_of(made.data)[MAIN]


@pytest.mark.parametrize(
    ("old", "name", "value", "new"),
    [
        ('<w:ind w:hanging="360" w:left="720"/>', "first_line", 567, '<w:ind w:left="720" w:firstLine="567"/>'),
        ('<w:ind w:firstLineChars="200" w:firstLine="567"/>', "first_line", 0, '<w:ind w:firstLine="0"/>'),
        ('<w:ind w:start="720"/>', "left", 0, '<w:ind w:left="0"/>'),
        (
            '<w:spacing w:beforeAutospacing="1" w:before="100"/>',
            "before",
            120,
            '<w:spacing w:before="120" w:beforeAutospacing="0"/>',
        ),
        ('<w:spacing w:line="480" w:lineRule="exact"/>', "line", 240, '<w:spacing w:line="240" w:lineRule="auto"/>'),
        ('<w:keepNext/><w:outlineLvl w:val="1"/>', "align", "both", '<w:keepNext/><w:jc w:val="both"/><w:outlineLvl w:val="1"/>'),
    ],
)
def test_a_paragraph_says_what_it_was_told(old: str, name: str, value: str | int, new: str) -> None:
    data = package(f"<w:p><w:pPr>{old}</w:pPr><w:r><w:t>a</w:t></w:r></w:p>")
    reading = reading_of(data)
    made = apply_repairs(reading, [("DD415", SetParagraph(reading.story.paragraphs[0], name, value))])  # type: ignore[arg-type]
    assert made is not None
    assert f"<w:pPr>{new}</w:pPr>" in parts_of(made.data)[MAIN].decode()
    again = reading_of(made.data)
    assert apply_repairs(again, [("DD415", SetParagraph(again.story.paragraphs[0], name, value))]) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value", "xml"), [("align", "left", '<w:jc w:val="start"/>'), ("right", 0, '<w:ind w:end="0"/>')]
)
def test_strict_files_speak_of_start_and_end(name: str, value: str | int, xml: str) -> None:
    data = package('<w:p><w:pPr><w:ind w:end="99"/><w:jc w:val="end"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>', strict=True)
    reading = reading_of(data)
    made = apply_repairs(reading, [("DD415", SetParagraph(reading.story.paragraphs[0], name, value))])  # type: ignore[arg-type]
    assert made is not None
    assert xml in parts_of(made.data)[MAIN].decode()


def test_a_strict_file_gets_a_strict_header() -> None:
    data = bare()
    parts = parts_of(data)
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts[MAIN] = parts[MAIN].replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict.encode())
    made = parts_of(applied(packed(parts), "add"))
    header = next(content for name, content in made.items() if name not in parts)
    assert etree.QName(etree.fromstring(header)).namespace == strict
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/header" in made["word/_rels/document.xml.rels"]


def test_margins_are_those_of_the_rule_set() -> None:
    data = spoilt(made_sample(), r'w:left="\d+"(?=[^>]*w:header)', 'w:left="1134"', count=0)
    fixed = fix_package(data, name="a.docx")
    assert fixed.data is not None
    page = load_standard("nd30").page
    left = layout_of(fixed.data).sections[0].margins.left * 25.4 / 1440
    assert page.left.min is not None
    assert page.left.max is not None
    assert page.left.min - 0.26 <= left <= page.left.max + 0.26
