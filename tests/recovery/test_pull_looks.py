"""Formatting that a spec cannot say is told, property by property, so that no build replaces it in silence."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from docgen.config.agency import read_agencies
from docgen.ooxml.opening import open_package
from docgen.recovery.pulling import pull_text
from docgen.recovery.pulling.said import Change, Kind
from docgen.recovery.pulling.spec_state import SpecText
from tests.support.word_edits import Edit, W, build, edit, find, press_enter, pull_into, run_of, take_out, text_of

SPEC = Path(__file__).parents[2] / "specs" / "dang" / "ke-hoach-hoi-nghi.yaml"
DUTIES = SPEC.with_name("ke-hoach-doi-thoai.yaml")
WORDS = "Phát biểu khai mạc"


def _element(xml: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns:w="{W[1:-1]}">{xml}</x>')[0]


def _set_paragraph(xml: str) -> Edit:
    def change(root: etree._Element) -> None:
        paragraph = find(root, WORDS)
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        properties.append(_element(xml))

    return change


def _set_letters(*xml: str) -> Edit:
    def change(root: etree._Element) -> None:
        for run in find(root, WORDS).iter(f"{W}r"):
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                run.insert(0, properties)
            properties.extend([_element(one) for one in xml])

    return change


def _put_in(xml: str) -> Edit:
    def change(root: etree._Element) -> None:
        text = next(t for t in find(root, WORDS).iter(f"{W}t") if "biểu" in (t.text or ""))
        text.addnext(_element(xml))

    return change


def _link(xml: str) -> Edit:
    def change(root: etree._Element) -> None:
        run = next(run for run in find(root, WORDS).iter(f"{W}r") if "biểu" in text_of(run))
        link = _element(xml)
        run.addprevious(link)
        link.append(run)

    return change


def _link_by_field(root: etree._Element) -> None:
    run = next(run for run in find(root, WORDS).iter(f"{W}r") if "biểu" in text_of(run))
    for kind in ("begin", "separate"):
        run.addprevious(_element(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'))
    between = _element('<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://noi.vn" </w:instrText></w:r>')
    separate = run.getprevious()
    assert separate is not None
    separate.addprevious(between)
    run.addnext(_element('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))


def _field(instruction: str, words: str) -> list[etree._Element]:
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    # Word cuts instructions in pieces
    asked = [f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>' for part in instruction.partition("LINK")]
    return [_element(marks["begin"]), *map(_element, asked), _element(marks["separate"]), run_of(words), _element(marks["end"])]


def _empty_behind(root: etree._Element) -> None:
    for _ in range(3):
        find(root, WORDS).addnext(etree.Element(f"{W}p"))


def _into_table(root: etree._Element) -> None:
    paragraph = find(root, WORDS)
    table = _element("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl>")
    paragraph.addprevious(table)
    next(table.iter(f"{W}tc")).append(paragraph)


def _widen(root: etree._Element) -> None:
    table = next(root.iter(f"{W}tbl"))
    for width in [next(table.iter(f"{W}gridCol")), next(table.iter(f"{W}tcW"))]:
        width.set(f"{W}w", "1200")


def _changes(*edits: Edit) -> tuple[Change, ...]:
    return pull_into(SPEC, edit(build(SPEC), *edits)).changes


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_set_letters("<w:caps/>"), "capitals"),
        (_set_letters("<w:smallCaps/>"), "small capitals"),
        (_set_letters('<w:spacing w:val="100"/>'), "space between letters"),
        (_set_letters("<w:outline/>"), "outlined letters"),
        (_set_letters("<w:shadow/>"), "letters with a shadow"),
        (_set_letters("<w:emboss/>"), "embossed letters"),
        (_set_paragraph('<w:shd w:val="clear" w:fill="FF0000"/>'), "shading"),
        (_set_paragraph('<w:pBdr><w:top w:val="single" w:sz="24" w:space="1"/></w:pBdr>'), "line above: none → 3 pt"),
        (_set_paragraph('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), "automatic numbering"),
        (_put_in("<w:br/>"), "a line break"),
        (_put_in("<w:tab/>"), "a tab"),
        (_link('<w:hyperlink w:anchor="phu_luc"/>'), "to phu_luc"),
        (_link('<w:fldSimple w:instr=" HYPERLINK &quot;https://noi.vn&quot; "/>'), "to https://noi.vn"),
        (_link_by_field, "to https://noi.vn"),
        (_empty_behind, "3 empty paragraphs added"),
        (_into_table, "it stands in a table now"),
        (_widen, "The columns of table 1"),
    ],
)
def test_looks_that_no_spec_can_say_are_told_and_left_alone(change: Edit, told: str) -> None:
    changes = _changes(change)
    assert any(told in str(one.reason) for one in changes), changes
    assert not any(one.carried for one in changes)


def test_every_property_of_a_paragraph_is_named() -> None:
    (change,) = _changes(_set_letters('<w:color w:val="FF0000"/>', '<w:highlight w:val="yellow"/>', "<w:caps/>"))
    assert all(word in str(change.reason) for word in ("colour", "highlighting", "capitals"))


def test_the_empty_line_that_is_left_of_a_text_is_no_change_of_its_own() -> None:
    def empty(root: etree._Element) -> None:
        paragraph = find(root, WORDS)
        blank = deepcopy(paragraph)
        for child in [one for one in blank if one.tag != f"{W}pPr"]:
            blank.remove(child)
        paragraph.addnext(blank)
        take_out(WORDS)(root)
        assert not any(WORDS in text_of(one) for one in root.iter(f"{W}p"))

    changes = _changes(empty)
    assert changes
    assert all(one.carried for one in changes), changes


def test_words_typed_without_the_bold_of_their_place_are_told_neither_time() -> None:
    """Whoever types before a lead in bold types in the letters of its number; once the spec has the words, docgen sets them."""
    held = DUTIES.read_text("utf-8")
    who = "Văn phòng Tỉnh uỷ"
    text = f"{W}t"

    def change(root: etree._Element) -> None:
        bold = next(r for r in root.iter(f"{W}r") if "".join(t.text or "" for t in r.iter(text)) == who)
        bold.addprevious(run_of("Lãnh đạo "))

    data = edit(build(DUTIES), change)
    first = pull_into(DUTIES, data)
    assert [(one.new, one.carried) for one in first.changes] == [(f"Lãnh đạo {who}", True)]
    assert first.text == held.replace(f"agency: {who}", f"agency: Lãnh đạo {who}")
    again = SpecText(first.text, DUTIES.name, read_agencies(DUTIES.parent), DUTIES.parent)
    assert pull_text(open_package(data), again, same_spec=False).changes == ()


def test_each_of_two_links_is_told_with_its_own_words() -> None:
    def type_it(root: etree._Element) -> None:
        press_enter(WORDS, "- Ý kiến của các đại biểu ")(root)
        paragraph = find(root, "Ý kiến của các đại biểu ")
        paragraph.extend(_field(' HYPERLINK "https://mot.vn" ', "mot"))
        paragraph.append(run_of(" và "))
        paragraph.extend(_field(' HYPERLINK "https://hai.vn" ', "hai"))
        paragraph.append(run_of(" xem thêm"))

    (told,) = [str(one.reason) for one in _changes(type_it) if "a link" in str(one.reason)]
    assert "a link on “mot” to https://mot.vn" in told
    assert "a link on “hai” to https://hai.vn" in told
    assert told.count("a link") == 2


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>22/11/2026</w:t></w:r></w:fldSimple>', "a field that Word fills in"),
        ('<w:hyperlink w:anchor="phu_luc"><w:r><w:t>xem</w:t></w:r></w:hyperlink>', "a link on “xem” to phu_luc"),
        ('<w:r><w:br w:type="page"/></w:r>', "page break added"),
        ('<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>xem</w:t></w:r>', "highlighting"),
    ],
)
def test_what_stands_in_a_new_paragraph_besides_its_words_is_told(xml: str, told: str) -> None:
    def type_it(root: etree._Element) -> None:
        press_enter(WORDS, "- Ý kiến của các đại biểu ")(root)
        find(root, "Ý kiến của các đại biểu ").append(_element(xml))

    changes = _changes(type_it)
    assert any(told in str(one.reason) for one in changes), changes


def test_a_new_paragraph_may_have_a_font_of_its_own() -> None:
    def type_it(root: etree._Element) -> None:
        press_enter(WORDS, "- Ý kiến của các đại biểu")(root)
        run = next(find(root, "Ý kiến của các đại biểu").iter(f"{W}r"))
        run.insert(0, _element('<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="40"/></w:rPr>'))

    changes = _changes(type_it)
    assert [one.kind for one in changes] == [Kind.ADDED]
