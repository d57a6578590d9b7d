"""Sections, the headers that print in them, and what the package says about the whole document."""

from __future__ import annotations

from docgen.ooxml.content import PageHeader
from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from tests.ooxml.packages import zipped
from tests.ooxml.test_story_drawings import PEN, anchor, wsp
from tests.ooxml.test_story_text import field
from tests.ooxml.wordml import first, members, p, r, story


def section(content: str = "", more: str = "") -> str:
    return f'<w:sectPr>{content}<w:pgSz w:w="11906" w:h="16838"/>{more}</w:sectPr>'


def reference(target: str, kind: str = "default", of: str = "header") -> str:
    return f'<w:{of}Reference w:type="{kind}" r:id="{target}"/>'


def texts(headers: dict[str, PageHeader]) -> dict[str, str]:
    return {kind: " ".join(q.text for q in header.paragraphs) for kind, header in headers.items()}


def test_paper_margins_and_numbers() -> None:
    properties = (
        '<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" '
        'w:right="850" w:bottom="-1100" w:left="1701" w:header="567" w:footer="500" w:gutter="30"/>'
        '<w:pgNumType w:fmt="lowerRoman" w:start="3"/><w:cols w:num="2"/><w:titlePg/></w:sectPr>'
    )
    (found,) = story(p("a") + properties, settings="<w:mirrorMargins/>").sections
    assert (found.width, found.height, found.landscape, found.start) == (16838, 11906, True, "continuous")
    margins = found.margins
    assert (margins.top, margins.bottom, margins.left, margins.right) == (1134, 1100, 1701, 850)
    assert (margins.header, margins.footer, margins.gutter) == (567, 500, 30)
    assert (found.number_format, found.number_start, found.columns) == ("lowerRoman", 3, 2)
    assert (found.title_page, found.mirrored, found.text_width) == (True, True, 16838 - 1701 - 850 - 30)


def test_a_section_ends_with_the_paragraph_that_holds_it() -> None:
    body = p("một") + p("hai", section()) + p("ba") + section()
    found = story(body)
    assert [q.section for q in found.paragraphs] == [0, 0, 1]
    assert [s.index for s in found.sections] == [0, 1]


def test_a_file_without_sections_has_one() -> None:
    (found,) = story(p("a")).sections
    assert (found.element, found.width, found.headers) == (None, 12240, {})


def test_text_behind_the_last_section_has_one_too() -> None:
    found = story(p("một", section()) + p("hai"))
    assert [q.section for q in found.paragraphs] == [0, 1]
    assert len(found.sections) == 2


def test_headers_are_taken_over_from_the_section_before() -> None:
    one = section(reference("header1") + reference("footer1", of="footer"))
    two = section(reference("header2"))
    found = story(p("", one) + p("", section()) + two, header1=p("A"), header2=p("B"), footer1=p("F")).sections
    assert [texts(s.headers) for s in found] == [{"default": "A"}, {"default": "A"}, {"default": "B"}]
    assert [texts(s.footers) for s in found] == [{"default": "F"}] * 3
    assert found[0].headers["default"].part == "word/header1.xml"


def test_headers_that_do_not_print_are_left_out() -> None:
    all_kinds = reference("header1") + reference("header2", "first") + reference("header3", "even")
    parts = {"header1": p("A"), "header2": p("B"), "header3": p("C")}
    assert texts(story(section(all_kinds), **parts).sections[0].headers) == {"default": "A"}
    titled = section(all_kinds, "<w:titlePg/>")
    assert texts(story(titled, **parts).sections[0].headers) == {"default": "A", "first": "B"}
    even = story(section(all_kinds), settings="<w:evenAndOddHeaders/>", **parts)
    assert texts(even.sections[0].headers) == {"default": "A", "even": "C"}
    off = story(section(all_kinds, '<w:titlePg w:val="0"/>'), settings='<w:evenAndOddHeaders w:val="off"/>', **parts)
    assert texts(off.sections[0].headers) == {"default": "A"}


def test_page_numbers_in_holders_frames_and_text_boxes_of_headers() -> None:
    number = p(field("PAGE", r("2")), "<w:framePr/>")
    held = f"<w:sdt><w:sdtContent>{p(field('PAGE', r('3')))}</w:sdtContent></w:sdt>"
    boxed = p(r(anchor(wsp("rect", PEN, p(field("PAGE", r("4")))), 50, 20)))
    header = story(section(reference("header1")), header1=number + held + boxed).sections[0].headers["default"]
    assert [(q.text, q.fields, q.frame, q.shape is not None) for q in header.paragraphs] == [
        ("2", ("PAGE",), True, True),
        ("3", ("PAGE",), False, False),
        ("", (), False, False),
        ("4", ("PAGE",), False, True),
    ]
    assert {q.part for q in header.paragraphs} == {"word/header1.xml"}


def test_a_reference_to_no_part_is_no_header() -> None:
    assert story(section(reference("nothing"))).sections[0].headers == {}


def test_notes_without_the_lines_above_them() -> None:
    note = f'<w:footnote w:type="separator" w:id="-1">{p("x")}</w:footnote><w:footnote w:id="2">{p("chú thích")}</w:footnote>'
    assert [(q.text, q.part) for q in story(p("a"), footnotes=note).notes] == [("chú thích", "word/footnotes.xml")]


def test_settings_and_properties_of_the_file() -> None:
    app = "<Properties><Pages>12</Pages></Properties>"
    found = story(p("a"), {"docProps/app.xml": app}, settings='<w:trackRevisions/><w:defaultTabStop w:val="567"/>')
    assert (found.tracked, found.default_tab, found.pages, found.macros) == (True, 567, 12, False)
    plain = story(p("a"))
    assert (plain.tracked, plain.default_tab, plain.pages) == (False, 720, None)
    assert story(p("a"), {"docProps/app.xml": "broken"}).pages is None


def test_macros_are_noticed_by_their_part_or_by_the_type() -> None:
    assert story(p("a"), {"word/vbaProject.bin": "x"}).macros
    types = members(p("a"))["[Content_Types].xml"].decode()
    enabled = types.replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert story(p("a"), {"[Content_Types].xml": enabled}).macros


def test_the_strict_edition_reads_the_same() -> None:
    body = p(r("chữ", '<w:b/><w:sz w:val="28"/><w:u w:val="single"/>'), '<w:jc w:val="center"/><w:ind w:start="100"/>')
    parts = members(body + section(reference("header1")), header1=p("đầu"))
    for name in ("word/document.xml", "word/header1.xml"):
        text = parts[name].decode()
        text = text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
        )
        text = text.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        parts[name] = text.encode()
    found = read_story(open_package(zipped(parts)))
    (paragraph,) = found.paragraphs
    look = paragraph.runs[0].format
    assert (paragraph.index, paragraph.text, look.bold, look.size, look.underline) == (1, "chữ", True, 14, "single")
    assert (paragraph.format.align, paragraph.format.left) == ("center", 100)
    assert texts(found.sections[0].headers) == {"default": "đầu"}


def test_every_w_p_of_the_part_is_counted() -> None:
    found = story(p("a") + p(r(anchor(wsp("rect", PEN, p("b")), 50, 20))) + p("c"))
    elements = list(found.paragraphs[0].element.getroottree().getroot().iter("{*}p"))
    assert all(elements[q.index - 1] is q.element for q in found.paragraphs)
    assert first(p("a")).index == 1
