"""Files from strangers: whatever stands in them, a story comes out or a ``DocgenError``."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.ooxml.locating import locate_text
from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.problems import DocgenError
from tests.ooxml.packages import zipped
from tests.ooxml.wordml import MORE_NS, first, members, p, r, story, style, styles, t


def _words(text: str) -> list[str]:
    return text.split()


_TAGS = _words(
    """p pPr r rPr t tab br sym fldChar instrText fldSimple hyperlink sdt sdtContent ins del tbl tblPr tblGrid gridCol tr trPr tc
    tcPr gridSpan vMerge tcW tblInd tblBorders top bottom left insideH tblLook tblStyle sectPr pgSz pgMar pgNumType cols
    headerReference numPr numId ilvl pStyle rStyle rFonts sz b i color u jc ind spacing pBdr tabs outlineLvl framePr drawing
    pict object txbxContent vanish style basedOn docDefaults rPrDefault pPrDefault tblStylePr lvl num abstractNum abstractNumId
    lvlText numFmt start lvlOverride startOverride lvlRestart numStyleLink footnote"""
)
_OTHERS = _words(
    """mc:AlternateContent mc:Choice mc:Fallback wp:anchor wp:inline wp:extent wp:positionH wp:posOffset wp:align a:graphic a:xfrm
    a:graphicData a:ext a:off a:chExt a:prstGeom a:ln wps:wsp wps:spPr wps:txbx wpg:wgp wpg:grpSpPr pic:pic v:line v:shape
    v:rect v:group v:textbox v:imagedata"""
)
_NAMES = _words(
    """w:val w:w w:h w:type w:id w:left w:start w:firstLine w:hanging w:before w:line w:lineRule w:pos w:sz w:ascii w:asciiTheme
    w:char w:instr w:fldCharType w:numId w:ilvl w:abstractNumId w:styleId w:default w:orient w:num w:dropCap w:firstRow w:color
    w:space r:id cx cy x y prst style from to coordsize coordorigin type strokeweight Requires relativeFrom hidden stroked"""
)
_VALUES = _words(
    """0 1 -1 2 3 28 720 99999999999999999999 1e308 nan inf -inf 12pt 5% 1_000 ٣ F0B7 110000 D800 on x auto FF0000 S begin
    separate end page dxa pct default first even paragraph character table numbering bullet upperRoman %1.%2 10pt,5pt
    width:1e9pt;height:nan wps future exact single nil start header1 firstRow minorHAnsi line straightConnector1 #_x0000_t32"""
)
# Attributes without which an element says nothing are given it as a rule.
_NEEDED = {
    "w:fldChar": {"w:fldCharType": "begin separate end"},
    "a:prstGeom": {"prst": "line rect straightConnector1"},
    "wp:extent": {"cx": "0 127000 -1 nan", "cy": "0 127000"},
    "w:abstractNum": {"w:abstractNumId": "0 1"},
    "w:num": {"w:numId": "1 2"},
    "w:lvl": {"w:ilvl": "0 1 x"},
    "w:style": {"w:styleId": "S T", "w:type": "paragraph table character"},
    "w:abstractNumId": {"w:val": "0 1"},
    "w:br": {"w:type": "page column x"},
    "v:line": {"from": "0,0 10pt,5pt x", "to": "9in,0 nan,1"},
    "mc:Choice": {"Requires": "wps future"},
}
# What Word puts where; most elements stand in such a place, the others anywhere.
_INSIDE = {
    "": "w:p w:tbl w:sdt w:style w:docDefaults w:num w:abstractNum w:footnote mc:AlternateContent w:sectPr",
    "w:p": "w:pPr w:r w:r w:r w:hyperlink w:fldSimple w:ins w:del mc:AlternateContent",
    "w:pPr": "w:pStyle w:jc w:ind w:spacing w:pBdr w:tabs w:numPr w:framePr w:outlineLvl w:sectPr w:rPr",
    "w:numPr": "w:numId w:ilvl",
    "w:r": "w:rPr w:t w:t w:tab w:br w:sym w:fldChar w:instrText w:drawing w:pict mc:AlternateContent",
    "w:rPr": "w:rStyle w:rFonts w:sz w:b w:i w:color w:u w:vanish w:del",
    "w:tbl": "w:tblPr w:tblGrid w:tr w:tr",
    "w:tblPr": "w:tblStyle w:tblInd w:tblBorders w:tblLook w:jc",
    "w:tr": "w:trPr w:tc w:tc",
    "w:tc": "w:tcPr w:p w:tbl",
    "w:tcPr": "w:gridSpan w:tcW w:vMerge",
    "w:style": "w:basedOn w:pPr w:rPr w:tblStylePr w:tblPr",
    "w:sdt": "w:sdtContent",
    "w:sdtContent": "w:p w:tbl",
    "mc:Choice": "w:p w:r w:t w:drawing",
    "mc:Fallback": "w:p w:r w:t w:pict",
    "w:hyperlink": "w:r",
    "w:ins": "w:r w:p",
    "w:fldSimple": "w:r",
    "w:abstractNum": "w:lvl w:lvl w:numStyleLink",
    "w:lvl": "w:lvlText w:numFmt w:start w:lvlRestart w:pPr",
    "w:num": "w:abstractNumId w:lvlOverride",
    "w:sectPr": "w:pgSz w:pgMar w:pgNumType w:cols w:headerReference",
    "w:drawing": "wp:anchor wp:inline",
    "wp:anchor": "wp:extent wp:positionH a:graphic",
    "wp:inline": "wp:extent a:graphic",
    "a:graphic": "a:graphicData",
    "a:graphicData": "wps:wsp wpg:wgp pic:pic",
    "wpg:wgp": "wpg:grpSpPr wps:wsp wpg:wgp",
    "wpg:grpSpPr": "a:xfrm",
    "a:xfrm": "a:off a:ext a:chExt",
    "wps:wsp": "wps:spPr wps:txbx",
    "wps:spPr": "a:prstGeom a:ln a:xfrm",
    "wps:txbx": "w:txbxContent",
    "w:txbxContent": "w:p w:tbl",
    "w:pict": "v:line v:shape v:rect v:group",
    "v:group": "v:line v:shape v:group",
    "v:rect": "v:textbox v:imagedata",
    "v:textbox": "w:txbxContent",
    "mc:AlternateContent": "mc:Choice mc:Fallback",
}
_ANY = [*(f"w:{name}" for name in _TAGS), *_OTHERS]


def _make(rng: random.Random, parent: str = "", depth: int = 0) -> str:
    likely = _INSIDE.get(parent, "").split()
    out = []
    for _ in range(rng.choice((1, 1, 1, 2, 3)) if depth else 12):
        tag = rng.choice(likely if likely and rng.random() < 0.9 else _ANY)
        found = {name: rng.choice(_VALUES) for name in rng.sample(_NAMES, rng.randint(0, 3))}
        if tag.startswith("w:"):
            found.setdefault("w:val", rng.choice(_VALUES))
        if rng.random() < 0.9:
            found |= {name: rng.choice(values.split()) for name, values in _NEEDED.get(tag, {}).items()}
        attributes = "".join(f' {name}="{value}"' for name, value in found.items())
        known = tag in _INSIDE or rng.random() < 0.1
        inner = _make(rng, tag, depth + 1) if known and depth < 14 else rng.choice(_VALUES)
        out.append(f"<{tag}{attributes}>{inner}</{tag}>")
    return "".join(out)


@settings(max_examples=200)
@given(st.integers(0, 2**32))
def test_any_elements_anywhere(seed: int) -> None:
    rng = random.Random(seed)
    start = p("x", '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    use = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    sheet = f"<w:styles {MORE_NS}>{_make(rng)}</w:styles>"
    lists, options, header = _make(rng), _make(rng), _make(rng)
    found = story(start + _make(rng) + use, styles=sheet, numbering=lists, settings=options, header1=header, footnotes=header)
    for paragraph in found.paragraphs:
        ends = [0, *(run.end for run in paragraph.runs)]
        assert [run.start for run in paragraph.runs] == ends[:-1]
        assert ends[-1] == len(paragraph.text)
        assert paragraph.section < len(found.sections)
        locate_text(paragraph, 0, len(paragraph.text))


@pytest.mark.parametrize("value", ["", "x", "-5", "0", "99999999999", "1e5", "nan", "9" * 5000])
def test_sizes_and_lengths_that_are_none_count_as_absent(value: str) -> None:
    paragraph = first(p(r("a", f'<w:sz w:val="{value}"/>'), f'<w:spacing w:before="{value}" w:line="{value}"/><w:jc w:val=""/>'))
    assert paragraph.runs[0].format.size == 10
    assert (paragraph.format.before, paragraph.format.line, paragraph.format.align) == (0, 240, "left")


def test_a_toggle_with_a_word_that_is_none_counts_as_absent() -> None:
    assert not first(p(r("a", '<w:b w:val="maybe"/>'))).runs[0].format.bold


def test_styles_based_on_each_other_in_a_circle() -> None:
    sheet = styles(style("A", based="B", rpr='<w:sz w:val="30"/>'), style("B", based="A", rpr="<w:b/>"), style("C", based="C"))
    look = first(p("a", '<w:pStyle w:val="A"/>'), styles=sheet).runs[0].format
    assert (look.size, look.bold) == (15, True)
    assert first(p("a", '<w:pStyle w:val="C"/>'), styles=sheet).format.style == "C"


def test_a_list_style_that_leads_back_to_itself() -> None:
    lists = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    sheet = styles(style("S", "numbering", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>'))
    assert first(p("a", '<w:numPr><w:numId w:val="1"/></w:numPr>'), numbering=lists, styles=sheet).numbering == ""


@pytest.mark.parametrize(
    "nested",
    [
        lambda inner: f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>",
        lambda inner: f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
        lambda inner: (
            f"<w:p><w:r><w:pict><v:rect><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"
        ),
    ],
)
def test_as_deep_as_xml_may_be(nested: object) -> None:
    assert callable(nested)
    body, levels = p("đáy"), 0
    while True:
        deeper = nested(body)
        try:
            found = story(deeper)
        except DocgenError:
            break
        assert found.paragraphs[-1].text == "đáy" or any(q.text == "đáy" for q in found.paragraphs)
        body, levels = deeper, levels + 1
    assert levels > 20


def test_a_part_that_is_no_xml_is_an_error_that_can_be_told() -> None:
    parts = members(p("a"), styles="<w:styles") | {}
    with pytest.raises(DocgenError):
        read_story(open_package(zipped(parts)))


def _seconds(body: str) -> float:
    package = open_package(zipped(members(body)))
    package.xml(package.main)
    started = time.process_time()
    read_story(package)
    return time.process_time() - started


@pytest.mark.parametrize(
    "piece",
    [
        r("chữ nghĩa " * 10),
        r("a\u0323\u0301" * 30),
        r("\u0323\u0301" * 50),
        r("<w:tab/>"),
        r(t("a") + "<w:br w:type='page'/>"),
        r('<w:fldChar w:fldCharType="begin"/>'),
        f"<w:hyperlink>{r('a')}</w:hyperlink>",
    ],
)
def test_time_grows_with_the_length_of_a_paragraph_and_no_faster(piece: str) -> None:
    short, long = (min(_seconds(p(piece * count)) for _ in range(2)) for count in (1_000, 8_000))
    # eight times the text; a square would take sixty-four times as long
    assert long < 24 * max(short, 0.01)
