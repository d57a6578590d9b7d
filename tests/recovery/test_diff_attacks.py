"""Whatever prints otherwise is told with its name and values in words; what only lies in the file otherwise is not."""

from __future__ import annotations

import pytest

from docgen.recovery.differences import Comparison
from tests.ooxml.packages import zipped
from tests.ooxml.wordml import SECTION, members, p, r
from tests.recovery.redlines import compared

FRAME = '<w:framePr w:w="2000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:y="1"/>'


def build(body: str, section: str = SECTION, **parts: str) -> bytes:
    return zipped(members(p("đầu") + body + p("cuối") + section, **parts))


def _told(found: Comparison) -> str:
    return "; ".join(str(one.what) for one in found.differences)


def _field(instruction: str, result: str = "1") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    shown = f"<w:r><w:t>{result}</w:t></w:r>"
    instr = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark.format("begin") + instr + mark.format("separate") + shown + mark.format("end")


def _cell(properties: str = "", table: str = "", row: str = "") -> str:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="2000"/>{properties}</w:tcPr>{p("một")}</w:tc>'
    grid = '<w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr>{table}</w:tblPr>{grid}<w:tr><w:trPr>{row}</w:trPr>{cell}</w:tr></w:tbl>"


def _section(inner: str) -> str:
    return SECTION.replace("</w:sectPr>", f"{inner}</w:sectPr>")


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', "shading: none → FFFF00"),
        ('<w:pBdr><w:left w:val="double" w:sz="6" w:space="1"/></w:pBdr>', "borders: none → left: double line 0.75 pt"),
        (FRAME, "text frame: no → yes"),
        ("<w:bidi/>", "runs from right to left: no → yes"),
        ('<w:textDirection w:val="tbRl"/>', "direction of text: across the page → downwards"),
        ('<w:textAlignment w:val="top"/>', "height of letters in their line: automatic → at the top"),
        ('<w:tabs><w:tab w:val="left" w:pos="2000"/></w:tabs>', "tab stops: – → 100 pt left-aligned"),
        ('<w:jc w:val="distribute"/>', "alignment: left-aligned → spread out"),
        ('<w:ind w:firstLineChars="200"/>', "indents in letters"),
        ('<w:outlineLvl w:val="2"/>', "outline level: none → 3"),
        ('<w:widowControl w:val="0"/>', "widow control: yes → no"),
        ('<w:wordWrap w:val="0"/>', "lines break between words only: yes → no"),
        ("<w:mirrorIndents/>", "mirrored indents: no → yes"),
        ("<w:rPr><w:vanish/></w:rPr>", "paragraph mark, hidden letters: no → yes"),
    ],
)
def test_every_property_of_a_paragraph_has_a_name(look: str, told: str) -> None:
    words = r("<w:t>một</w:t><w:tab/><w:t>hai</w:t>")
    assert told in _told(compared(build(p(words)), build(p(words, look))))


def test_leaders_of_tab_stops_print() -> None:
    plain, dotted = (f'<w:tabs><w:tab w:val="right" w:pos="2000"{one}/></w:tabs>' for one in ("", ' w:leader="dot"'))
    words = r("<w:t>một</w:t><w:tab/><w:t>hai</w:t>")
    assert _told(compared(build(p(words, plain)), build(p(words, dotted)))) == "leaders of tab stops: none → yes"


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ("<w:emboss/>", "embossed letters: no → yes"),
        ("<w:imprint/>", "engraved letters: no → yes"),
        ("<w:outline/>", "outlined letters: no → yes"),
        ("<w:shadow/>", "letters with a shadow: no → yes"),
        ("<w:rtl/>", "letters from right to left: no → yes"),
        ('<w:w w:val="150"/>', "width of letters: 100 % → 150 %"),
        ('<w:kern w:val="28"/>', "kerning: no → from 14 pt"),
        ('<w:bdr w:val="single" w:sz="4"/>', "a border round letters: none → line 0.5 pt"),
        ('<w:em w:val="dot"/>', "emphasis marks: none → dots"),
        ('<w:effect w:val="blinkBackground"/>', "animated letters"),
        ('<w:fitText w:val="800"/>', "letters fitted into a width: no → 40 pt"),
        ('<w:highlight w:val="yellow"/>', "highlighting: none → yellow"),
        ("<w:strike/>", "strike-through: not struck through → struck through"),
        ('<w:position w:val="6"/>', "height of letters: 0 pt → 3 pt"),
        ('<w:vertAlign w:val="superscript"/>', "raised or lowered letters: on the base line → raised"),
        ('<w:shd w:val="pct20" w:color="auto" w:fill="auto"/>', "shading"),
        ('<w14:glow xmlns:w14="urn:glow" w14:rad="1"/>', "something else in the settings of the letters"),
    ],
)
def test_every_property_of_letters_has_a_name_and_its_words(look: str, told: str) -> None:
    found = _told(compared(build(p("một hai ba")), build(p(r("một ") + r("hai", look) + r(" ba")))))
    assert told in found
    assert "“hai”" in found


def test_a_line_through_letters_becomes_two() -> None:
    old, new = (build(p(r("một", f"<w:{name}/>"))) for name in ("strike", "dstrike"))
    assert "struck through twice: no → yes" in _told(compared(old, new))


def test_the_colour_of_an_underline_prints() -> None:
    old, new = (build(p(r("một", f'<w:u w:val="single"{color}/>'))) for color in ("", ' w:color="ff0000"'))
    assert "colour of the underline: no → FF0000" in _told(compared(old, new))


@pytest.mark.parametrize(
    ("table", "row", "cell", "told"),
    [
        ("", "", '<w:shd w:val="clear" w:fill="CCCCCC"/>', "shading: none → CCCCCC"),
        ("", "", '<w:vAlign w:val="bottom"/>', "vertical alignment: at the top → at the bottom"),
        ("", "", '<w:textDirection w:val="btLr"/>', "direction of text: across the page → upwards"),
        ("", "", '<w:tcBorders><w:top w:val="single" w:sz="8"/></w:tcBorders>', "borders of the cell: none → above: line 1 pt"),
        ("", "", '<w:tcMar><w:left w:w="300" w:type="dxa"/></w:tcMar>', "margins of the cell"),
        ("", "", "<w:noWrap/>", "lines that do not break: no → yes"),
        ("", '<w:trHeight w:val="600" w:hRule="exact"/>', "", "height of the row: automatic → exactly 30 pt"),
        ("", "<w:tblHeader/>", "", "row repeated on every page: no → yes"),
        ("", "<w:cantSplit/>", "", "row kept on one page: no → yes"),
        ('<w:jc w:val="center"/>', "", "", "alignment of the table: left-aligned → in the middle"),
        ('<w:tblInd w:w="400" w:type="dxa"/>', "", "", "indent of the table: 0 pt → 20 pt"),
        ('<w:tblBorders><w:left w:val="single" w:sz="4"/></w:tblBorders>', "", "", "borders of the cell: none → left: line 0.5 pt"),
        ('<w:tblpPr w:tblpX="700" w:tblpY="700"/>', "", "", "table beside the text: no → yes"),
        ('<w:tblCellSpacing w:w="60" w:type="dxa"/>', "", "", "space between cells: no → 3 pt"),
        ("<w:bidiVisual/>", "", "", "columns from right to left: no → yes"),
    ],
)
def test_every_property_of_a_table_has_a_name(table: str, row: str, cell: str, told: str) -> None:
    assert told in _told(compared(build(_cell()), build(_cell(cell, table, row))))


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ('<w:cols w:num="2" w:space="708"/>', "columns: 1 → 2"),
        ('<w:pgNumType w:fmt="lowerRoman"/>', "form of page numbers: 1, 2, 3 → i, ii, iii"),
        ('<w:lnNumType w:countBy="1"/>', "line numbers: no → yes"),
        ('<w:pgBorders><w:top w:val="single" w:sz="24"/></w:pgBorders>', "borders of the page: none → above: line 3 pt"),
        ('<w:vAlign w:val="both"/>', "vertical alignment: at the top → spread out"),
        ("<w:bidi/>", "runs from right to left: no → yes"),
        ('<w:textDirection w:val="tbRl"/>', "direction of text: across the page → downwards"),
    ],
)
def test_every_property_of_a_page_has_a_name(inner: str, told: str) -> None:
    assert told in _told(compared(build(p("một")), build(p("một"), _section(inner))))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (p("một"), p(r("một") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')),
        *[
            (
                p(r("một") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
                p(r("một") + f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'),
            )
            for font, code in (("Symbol", "F0FC"), ("Wingdings", "F0FB"))
        ],
        (p("một-hai"), p(r("một") + "<w:r><w:noBreakHyphen/></w:r>" + r("hai"))),
        (p("mộthai"), p(r("một") + "<w:r><w:softHyphen/></w:r>" + r("hai"))),
        (p("một hai"), p(r("một") + "<w:r><w:tab/></w:r>" + r("hai"))),
        (p("một hai"), p("một\u00a0hai")),
        (p("một hai"), p(r("một") + '<w:r><w:br w:type="page"/></w:r>' + r(" hai"))),
        (p("một hai"), p(r("một") + '<w:r><w:br w:type="column"/></w:r>' + r(" hai"))),
        (
            p(r("một") + '<w:r><w:br w:type="page"/></w:r>' + r("hai")),
            p(r("một") + '<w:r><w:br w:type="page"/><w:br w:type="page"/></w:r>' + r("hai")),
        ),
        (p(_field("PAGE")), p(_field("PAGE \\* ROMAN"))),
        (p(_field("PAGE")), p(_field("NUMPAGES"))),
        (p("một hai"), p(r("một") + r(" hai", "<w:vanish/>"))),
        (p("một"), p(r("một") + "<m:oMath xmlns:m='urn:math'><m:r><m:t>x</m:t></m:r></m:oMath>")),
        (p("một"), p(r("một") + '<w:r><w:object><o:OLEObject xmlns:o="urn:o"/></w:object></w:r>')),
        (p("một"), p(r("một") + '<w:r><w:ptab w:alignment="right" w:relativeTo="margin" w:leader="none"/></w:r>')),
        (p("một"), p("một") + "<w:p><w:pPr>" + _section('<w:type w:val="oddPage"/>') + "</w:pPr></w:p>"),
        (p("một"), p("một") + p()),
    ],
)
def test_nothing_that_prints_otherwise_is_called_equal(old: str, new: str) -> None:
    for first, second in ((old, new), (new, old)):
        found = compared(build(first), build(second))
        assert found.differences
        assert "w:" not in _told(found)


def test_a_note_that_moved_inside_its_paragraph_is_told() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{p("chú thích")}</w:footnote>'
    old, new = (build(p(body), footnotes=notes) for body in (r("một") + note + r(" hai"), r("một hai") + note))
    assert _told(compared(old, new)) == "places of notes: changed"


def test_numbers_that_begin_anew_are_told() -> None:
    levels = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="{}"/><w:numFmt w:val="decimal"/>'
    levels += '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    item = p("một", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert "number: 1. → 5." in _told(compared(*(build(item, numbering=levels.format(start)) for start in (1, 5))))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # letters cut into runs, revision ids, proofing, languages, marks of pages that were
        (p("một hai"), p(r("một", '<w:lang w:val="vi-VN"/>') + "<w:proofErr/>" + r(" hai", "<w:noProof/>"))),
        (p("một hai"), p(r("một") + "<w:r><w:lastRenderedPageBreak/><w:t xml:space='preserve'> hai</w:t></w:r>")),
        (p("một"), '<w:p w:rsidR="00AA11BB">' + r("một") + "</w:p>"),
        # holders that print nothing, and a link, whose target no paper shows
        (p("một"), p(f'<w:smartTag w:uri="u" w:element="e">{r("một")}</w:smartTag>')),
        (p("một"), p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('một')}</w:sdtContent></w:sdt>")),
        # what holds anyway, said
        (p("một"), p("một", '<w:keepNext w:val="0"/><w:jc w:val="left"/><w:shd w:val="clear" w:fill="auto"/>')),
        (p("một"), p(r("một", '<w:u w:val="none"/><w:kern w:val="0"/><w:w w:val="100"/><w:em w:val="none"/>'))),
        (p("một"), p("một", "<w:pBdr><w:top w:val='nil'/></w:pBdr><w:textDirection w:val='lrTb'/><w:bidi w:val='0'/>")),
        (_cell(), _cell('<w:vAlign w:val="top"/><w:tcBorders/>', '<w:jc w:val="left"/>', '<w:tblHeader w:val="false"/>')),
        # the page that a field counted
        (p(r("Trang ") + _field("PAGE", "2")), p(r("Trang ") + _field("PAGE \\* MERGEFORMAT", "7"))),
    ],
)
def test_what_prints_the_same_is_called_equal(old: str, new: str) -> None:
    assert _told(compared(build(old), build(new))) == ""
