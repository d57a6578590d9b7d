"""What a comparison tells: words, looks, tables, pages, headers, drawn lines, remarks; never a false “equal”."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from docgen.document.model import Document
from docgen.ooxml.opening import open_package
from docgen.recovery.differences import Kind
from docgen.recovery.differences.spots import Spots
from tests.checks.making import made, made_from, packed, parts_of, spoilt
from tests.ooxml.packages import OFFICE, zipped
from tests.ooxml.word_save import save_like_word
from tests.ooxml.wordml import SECTION, members, p, r, style, styles
from tests.recovery.redlines import compared, edited, only, real_words, side, told_words
from tests.support.building import documents

PLAN = "nha-nuoc/ke-hoach-hanh-dong"
HEADER = SECTION.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>')


def build(body: str, /, section: str = SECTION, **parts: str) -> bytes:
    return zipped(members(body + section, **parts))


@given(documents())
@settings(max_examples=15)
def test_a_document_is_equal_to_itself(document: Document) -> None:
    data = made(document)
    # the same words in another archive, so that nothing is known beforehand
    assert compared(data, packed(parts_of(data) | {"docProps/extra.xml": b"<x/>"})).differences == ()


@given(edited())
@settings(max_examples=30)
def test_every_word_that_came_or_went_is_told(pair: tuple[bytes, bytes]) -> None:
    old, new = pair
    found = compared(old, new)
    assert told_words(found) == real_words(old, new)


@given(documents(), documents())
@settings(max_examples=15)
def test_of_any_two_documents_every_word_is_told(first: Document, second: Document) -> None:
    old, new = made(first), made(second)
    found = compared(old, new)
    assert told_words(found) == real_words(old, new)


def test_opening_and_saving_in_word_is_no_difference() -> None:
    data = made_from(PLAN)
    saved = save_like_word(data)
    assert [str(one.what) for one in compared(data, saved).differences if one.kind is not Kind.OTHER] == []


@pytest.mark.parametrize(
    ("before", "after", "aspect", "told"),
    [
        (p(r("một", '<w:sz w:val="28"/>')), p(r("một", '<w:sz w:val="24"/>')), "size", "14 pt → 12 pt"),
        (p(r("một")), p(r("một", "<w:b/>")), "bold", "not bold → bold"),
        (p(r("một")), p(r("một", "<w:i/>")), "italic", "upright → italic"),
        (p(r("một")), p(r("một", '<w:u w:val="single"/>')), "underline", "none → single line"),
        (p(r("một")), p(r("một", '<w:color w:val="ff0000"/>')), "color", "automatic → FF0000"),
        (
            p(r("một", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')),
            p(r("một", '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria"/>')),
            *("font", "Arial → Cambria"),
        ),
        (p("một", '<w:jc w:val="both"/>'), p("một", '<w:jc w:val="center"/>'), "align", "justified → centred"),
        (p("một", '<w:ind w:firstLine="720"/>'), p("một", '<w:ind w:firstLine="567"/>'), "first_line", "36 pt → 28.35 pt"),
        (p("một", '<w:ind w:left="720"/>'), p("một"), "left", "36 pt → 0 pt"),
        (p("một"), p("một", '<w:spacing w:before="120"/>'), "before", "0 pt → 6 pt"),
        (p("một"), p("một", '<w:spacing w:after="60"/>'), "after", "0 pt → 3 pt"),
        (p("một"), p("một", '<w:spacing w:line="360"/>'), "line", "×1 → ×1.5"),
        (p("một"), p("một", '<w:spacing w:line="360" w:lineRule="exact"/>'), "line", "×1 → exactly 18 pt"),
        (p("một"), p("một", "<w:keepNext/>"), "keep_next", "no → yes"),
        (p("một"), p("một", '<w:outlineLvl w:val="0"/>'), "outline", "none → 1"),
        (p("một"), p("một", '<w:shd w:val="clear" w:fill="FFFF00"/>'), "shd", "none → FFFF00"),
    ],
)
def test_a_single_property_is_told_with_both_values(before: str, after: str, aspect: str, told: str) -> None:
    for old, new, words in ((before, after, told), (after, before, " → ".join(reversed(told.split(" → "))))):
        one = only(build(p("đầu") + old + p("cuối")), build(p("đầu") + new + p("cuối")))
        assert (one.kind, one.aspect) == (Kind.FORMAT, aspect)
        assert words in str(one.what)
        assert one.new is not None
        assert (one.new.part, one.new.paragraph, one.new.text) == ("word/document.xml", 2, "một")


def test_the_words_that_look_different_are_named() -> None:
    one = only(build(p("một hai ba")), build(p(r("một ") + r("hai", "<w:b/>") + r(" ba"))))
    assert [piece.text for piece in one.words] == ["hai"]


def test_a_style_that_changed_shows_where_it_is_used() -> None:
    body = p("một", '<w:pStyle w:val="Body"/>')
    old, new = (
        build(body, styles=styles(style("Normal"), style("Body", rpr=f'<w:sz w:val="{size}"/>'))) for size in (28, 26)
    )
    one = only(old, new)
    assert (one.kind, one.aspect, str(one.before), str(one.after)) == (Kind.FORMAT, "size", "14 pt", "13 pt")


@pytest.mark.parametrize(
    ("pattern", "new", "aspect", "told"),
    [
        ('w:left="1701"', 'w:left="1134"', "left", "left margin: 30 mm → 20 mm"),
        ('w:top="1134"', 'w:top="1417"', "top", "top margin: 20 mm → 25 mm"),
        ('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', "paper", "210 × 297 mm → 215.9 × 279.4 mm"),
        ("</w:sectPr>", '<w:pgNumType w:start="3"/></w:sectPr>', "number_start", "first page number: – → 3"),
        ("</w:sectPr>", "<w:titlePg/></w:sectPr>", "title_page", "no → yes"),
        ("</w:sectPr>", '<w:vAlign w:val="center"/></w:sectPr>', "vAlign", "vertical alignment: at the top → in the middle"),
    ],
)
def test_page_set_up_is_told(pattern: str, new: str, aspect: str, told: str) -> None:
    section = SECTION.replace(pattern, new)
    assert section != SECTION
    one = only(build(p("một")), build(p("một"), section))
    assert (one.kind, one.aspect) == (Kind.PAGE, aspect)
    assert told in str(one.what)


def test_paper_on_its_side_is_told() -> None:
    turned = SECTION.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
    found = compared(build(p("một")), build(p("một"), turned)).differences
    assert [one.aspect for one in found] == ["paper", "orientation"]


def test_words_of_a_header_are_told_with_their_place() -> None:
    one = only(build(p("một"), HEADER, header1=p("Trang 1")), build(p("một"), HEADER, header1=p("Tờ 1")))
    assert (one.kind, one.role) == (Kind.TEXT, "header:default")
    assert one.new is not None
    assert str(one.new.where) == "header"
    assert [(w.change, w.text) for w in one.words] == [("removed", "Trang"), ("added", "Tờ"), ("same", " 1")]


def test_a_header_that_was_taken_out_is_told() -> None:
    found = compared(build(p("một"), HEADER, header1=p("Trang 1")), build(p("một"))).differences
    assert [(one.kind, one.role) for one in found] == [(Kind.REMOVED, "header:default")]


def test_a_drawn_line_of_another_length_is_told() -> None:
    data = made_from(PLAN)
    longer = spoilt(data, r'<wp:extent cx="(\d+)"', lambda m: f'<wp:extent cx="{int(m[1]) + 127000}"')
    one = only(data, longer)
    assert (one.kind, one.aspect) == (Kind.LINE, "length")
    before, after = (float(re.sub(r" pt$", "", str(value))) for value in (one.before, one.after))
    assert after - before == pytest.approx(10)


def test_moved_paragraphs_are_told_as_moved() -> None:
    first, second, third = "Đoạn thứ nhất của văn bản", "Đoạn thứ hai của tờ trình", "Đoạn thứ ba của kế hoạch"
    one = only(build(p(first) + p(second) + p(third)), build(p(second) + p(third) + p(first)))
    assert one.kind is Kind.MOVED
    assert one.old is not None
    assert one.new is not None
    assert (one.old.paragraph, one.new.paragraph) == (1, 3)


def _table(*cells: str, width: int = 2000) -> str:
    row = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}"/></w:tcPr>{p(cell)}</w:tc>' for cell in cells)
    grid = f'<w:gridCol w:w="{width}"/>' * len(cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"


def test_tables_are_compared_cell_by_cell() -> None:
    one = only(build(_table("a", "một hai", "c") + p()), build(_table("a", "một ba", "c") + p()))
    assert one.kind is Kind.TEXT
    assert one.new is not None
    assert str(one.new.where) == "table 1, row 1, column 2"
    widths = compared(build(_table("a") + p()), build(_table("a", width=3000) + p())).differences
    assert [(one.kind, one.aspect) for one in widths] == [(Kind.TABLE, "grid"), (Kind.TABLE, "tcW")]


def test_a_row_that_came_is_one_difference() -> None:
    row = "<w:tr><w:tc>{}</w:tc></w:tr>"
    start = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>'
    old, new = (
        build(f"{start}{''.join(row.format(p(c)) for c in cells)}</w:tbl>{p()}")
        for cells in (("một", "ba"), ("một", "hai", "ba"))
    )
    one = only(old, new)
    assert (one.kind, one.aspect, [w.text for w in one.words]) == (Kind.ADDED, "row", ["hai"])


def test_footnotes_are_told() -> None:
    def note(text: str) -> bytes:
        body = p(r("một") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        return build(body, footnotes=f'<w:footnote w:id="2">{p(text)}</w:footnote>')

    one = only(note("chú thích cũ"), note("chú thích mới"))
    assert (one.kind, one.role) == (Kind.TEXT, "footnotes")


def test_pictures_are_known_by_what_is_in_them() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="12700" cy="12700"/><a:graphic><a:graphicData uri="x/picture"><pic:pic>'
        '<pic:blipFill><a:blip r:embed="i"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
    parts = members(p(r("một") + drawing) + SECTION)
    link = f'<Relationship Id="i" Type="{OFFICE}/image" Target="i.png"/>'.encode()
    links = "word/_rels/document.xml.rels"
    parts[links] = parts[links].replace(b"</Relationships>", link + b"</Relationships>")
    one = only(zipped(parts | {"word/i.png": b"first"}), zipped(parts | {"word/i.png": b"second"}))
    assert (one.kind, one.role) == (Kind.PICTURE, "media")


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    tracked = '<w:ins w:id="1" w:author="An"><w:r><w:t>hai</w:t></w:r></w:ins>'
    found = compared(build(p("một ")), build(p(r("một ") + tracked)))
    assert [one.kind for one in found.differences] == [Kind.TEXT]
    assert [str(note) for note in found.notes] == ["new.docx: its tracked changes (1) are read as if accepted."]


def test_changes_that_were_accepted_since_are_no_difference() -> None:
    tracked = '<w:ins w:id="1" w:author="An"><w:r><w:t>hai</w:t></w:r></w:ins>'
    found = compared(build(p(r("một ") + tracked)), build(p(r("một ") + r("hai"))))
    assert found.is_equal
    assert [str(note) for note in found.notes] == ["old.docx: its tracked changes (1) are read as if accepted."]


def test_both_files_are_named_whose_deleted_words_differ() -> None:
    gone = '<w:del w:id="1" w:author="An"><w:r><w:delText>{}</w:delText></w:r></w:del>'
    found = compared(*(build(p(r("một") + gone.format(words))) for words in ("hai", "ba")))
    assert found.is_equal
    assert str(found.notes[-1]).startswith("old.docx and new.docx hold tracked changes that are not the same")
    again = build(p(r("một") + gone.format("hai")))
    assert len(compared(again, build(p(r("một") + gone.format("hai")), p(""))).notes) == 2


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # a property of letters that nothing here can name
        (p(r("một")), p(r("một", '<w14:glow xmlns:w14="urn:glow"/>')), "something else in the settings of the letters"),
        (p(r("một")), p(r("một") + '<w:r><w:object/></w:r>'), "a picture, a text box or an object: changed"),
        (p(r("một")), p(r("một") + '<w:r><w:unheard/></w:r>'), "something that is no text: changed"),
        (p(r("một")), p(r("một")) + '<w:altChunk r:id="no"/>', "something else differs in the document itself that cannot be shown"),
    ],
)
def test_what_cannot_be_shown_is_said_as_such(old: str, new: str, told: str) -> None:
    one = only(build(old), build(new))
    assert one.role == "document"
    assert told in str(one.what)


def test_other_differences_do_not_hide_what_cannot_be_shown() -> None:
    old = build(p("một") + p("hai"))
    new = build(p("một khác") + p(r("hai") + "<w:r><w:object/></w:r>"))
    assert [one.kind for one in compared(old, new).differences] == [Kind.TEXT, Kind.OTHER]


def test_places_have_the_names_of_components() -> None:
    data = made_from(PLAN)
    other = spoilt(data, "Nâng cao năng lực", "Nâng cao khả năng")
    one = only(data, other)
    assert one.new is not None
    assert one.new.component == "abstract"
    assert one.new.label == "Trích yếu"


@pytest.mark.parametrize(
    ("old", "new", "outline"),
    [
        ("bảo đảm mọi hộ dân ở vùng", "bảo đảm mọi người ở vùng", "section I.1"),
        ("Rà soát, phân định trách nhiệm", "Rà soát, phân định việc", "section III.1.a"),
        (">Sở Công Thương<", ">Sở Ngoại vụ<", "section III.3.e"),
        ("Trong năm năm gần đây", "Trong bốn năm gần đây", ""),
    ],
)
def test_places_in_the_text_have_the_numbers_above_them(old: str, new: str, outline: str) -> None:
    data = made_from(PLAN)
    one = only(data, spoilt(data, old, new))
    assert one.new is not None
    assert str(one.new.outline) == outline


def test_heads_stand_in_no_table_that_people_see() -> None:
    data = made_from(PLAN)
    one = only(data, spoilt(data, ">64<|>64/", lambda match: match[0].replace("64", "65")))
    assert one.new is not None
    assert (one.new.label, one.new.where) == ("Số, ký hiệu", None)


def test_empty_paragraphs_that_come_together_are_one_difference() -> None:
    one = only(build(p("một") + p("hai")), build(p("một") + p("") + p("") + p("") + p("hai")))
    assert (one.kind, str(one.what)) == (Kind.ADDED, "3 empty paragraphs added")
    one = only(build(p("một") + p("") + p("") + p("hai")), build(p("một") + p("hai")))
    assert (one.kind, str(one.what)) == (Kind.REMOVED, "2 empty paragraphs removed")


def test_a_document_of_no_kind_has_places_too() -> None:
    one = only(build(p("thư riêng")), build(p("thư chung")))
    assert one.new is not None
    assert (one.new.label, one.new.paragraph) == ("", 1)


def test_packages_that_say_the_same_are_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Spots, "__init__", never)
    data = build(p("một"))
    assert compared(data, data).is_equal
    assert open_package(data).names == side(data).package.names
