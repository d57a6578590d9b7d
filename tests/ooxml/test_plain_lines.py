"""Plain paragraphs are read from the bytes as any other from the tree; what is not plain is left to the reader of all."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.ooxml.content import Paragraph, Story
from docgen.ooxml.formats import Formats, RunBase
from docgen.ooxml.inline import LineReader
from docgen.ooxml.numbering import Numbering
from docgen.ooxml.plain_lines import Letters, PlainLines
from docgen.ooxml.reading_stories import read_story
from docgen.ooxml.styles_chain import Styles
from docgen.ooxml.themes import Theme
from docgen.ooxml.xml import W, parse_xml
from tests.ooxml.wordml import package, style, styles

_OWN = '<w:pPr><w:spacing w:after="0"/><w:jc w:val="both"/><w:rPr><w:b/><w:sz w:val="20"/></w:rPr></w:pPr>'
_FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Times New Roman" w:cs="Arial"/>'
_BOLD = '<w:rPr><w:b/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr>'
_MARKED = '<w:bookmarkStart w:id="1" w:name="dg_1"/><w:r><w:t>a</w:t></w:r><w:bookmarkEnd w:id="1"/>'
_SPELT = '<w:proofErr w:type="spellStart"/><w:r><w:rPr><w:i/></w:rPr><w:lastRenderedPageBreak/><w:t> a  b </w:t></w:r>'
_COLOURED = '<w:rPr><w:color w:val="FF0000" w:themeColor="text1"/><w:spacing w:val="-4"/></w:rPr>'

PLAIN = (
    "",
    _OWN,
    f"{_OWN}<w:r><w:t>Kế hoạch</w:t></w:r>",
    f'{_OWN}<w:r>{_BOLD}<w:t>Kế </w:t></w:r><w:r w:rsidR="00A1">{_BOLD}<w:t xml:space="preserve"> hoạch </w:t></w:r>',
    f"<w:r>{_COLOURED}<w:t>a</w:t></w:r><w:r><w:t></w:t></w:r><w:r><w:t>b</w:t></w:r>",
    _SPELT + _MARKED + f"<w:r><w:rPr>{_FONT}</w:rPr><w:t>c</w:t></w:r>",
    _MARKED,
    '<w:proofErr w:type="spellStart"/>',
    "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>",
)
OTHER = (
    "<w:r><w:tab/><w:t>a</w:t></w:r>",
    "<w:r><w:t>a</w:t><w:tab/></w:r>",
    "<w:r><w:t>a</w:t><w:t>b</w:t></w:r>",
    "<w:r><w:t>a &amp; b</w:t></w:r>",
    "<w:r><w:t>a\nb</w:t></w:r>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>",
    "<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink>",
    "<w:del><w:r><w:delText>a</w:delText></w:r></w:del>",
    "<w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom>",
    "<w:r><w:t>a</w:t></w:r><w:del><w:r><w:t>b</w:t></w:r></w:del>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    "<w:r><!-- a --><w:t>a</w:t></w:r>",
    "<w:r><w:t><!-- a -->a</w:t></w:r>",
    "<w:r><w:t><![CDATA[a]]></w:t></w:r>",
    "<!-- <w:r><w:t>a</w:t></w:r> -->",
    '<w:r w:x=">"><w:t>a</w:t></w:r>',
    "<w:r><w:b/><w:t>a</w:t></w:r>",
    "<w:t>a</w:t>",
)
#: paragraphs of which some look plain and are not
WHOLE = (
    *(f"<w:p>{inner}</w:p>" for inner in (*PLAIN, *OTHER)),
    "<w:p/>",
    '<w:p w:x="/>"><w:r><w:t>a</w:t></w:r></w:p>',
    "<w:p\n><w:r><w:t>a</w:t></w:r></w:p>",
    '<w:p w:rsidR="00A1"><w:r><w:t>a</w:t></w:r><w:pPr><w:jc w:val="center"/></w:pPr></w:p>',
    f'<w:p><x:pPr xmlns:x="{W}"><x:jc x:val="right"/></x:pPr></w:p>',
    f'<w:p><x:r xmlns:x="{W}"><x:t>x</x:t></x:r></w:p>',
    "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:t xml:space='preserve'> a </w:t></w:r></w:p>",
    "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr></w:p>",
    '<w:p><w:pPr><w:jc w:val="right"/><w:pPrChange><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange></w:pPr></w:p>',
    '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>',
    '<w:p><w:pPr><w:pStyle w:val="Big"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p>',
    "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
)
#: what makes it impossible to set bytes and tree side by side; the tree counts
MISLEADING = (
    "",
    "<!-- <w:p> -->",
    f'<x:p xmlns:x="{W}"><x:r><x:t>x</x:t></x:r></x:p>',
    '<w:p xmlns:w="http://example.org/other"><w:r><w:t>khác</w:t></w:r></w:p>',
    "<?pi <w:p/> ?>",
)


def _base() -> RunBase:
    theme = Theme(lambda: None)
    of_styles = Styles(None, theme)
    return Formats(of_styles, theme, Numbering(lambda: None, of_styles)).base("", None)


def _lines(inner: str) -> tuple[etree._Element, PlainLines]:
    data = f'<w:body xmlns:w="{W}"><w:p>{inner}</w:p></w:body>'.encode()
    root = parse_xml(data)
    found = PlainLines.of(data, root, [root[0]])
    assert found is not None
    return root[0], found


def _read(inner: str, base: RunBase) -> Sequence[Letters] | None:
    lines = _lines(inner)[1]
    cut = lines.cut(1)
    return None if cut is None else lines.read(cut[1], base)


def _joined(pieces: Sequence[Letters]) -> list[tuple[str, object]]:
    out: list[tuple[str, object]] = []
    for text, look, _ in pieces:
        if out and out[-1][1] is look:
            out[-1] = out[-1][0] + text, look
        else:
            out.append((text, look))
    return out


@pytest.mark.parametrize("inner", PLAIN)
def test_plain_paragraphs_are_read_as_by_the_reader_of_all(inner: str) -> None:
    base = _base()
    line = LineReader().read(_lines(inner)[0], base.format_of)
    found = _read(inner, base)
    assert found is not None
    assert _joined(found) == _joined([(text, look, field) for text, look, _, field, _, _ in line.pieces])
    assert [line.drawings, line.fields, line.breaks, line.notes, line.comments, line.hidden] == [[], [], [], 0, 0, []]


def test_the_lists_of_all_are_told_apart() -> None:
    lists = ("", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:b w:val="0"/></w:rPr>', "<w:rPr><w:i/></w:rPr>", f"<w:rPr>{_FONT}</w:rPr>")
    runs = "".join(f"<w:r>{one}<w:t>a</w:t></w:r>" for one in lists)
    pieces = _read(runs + runs, _base())
    assert pieces is not None
    looks = [(look.bold, look.italic, look.font) for _, look, _ in pieces]
    assert looks[:5] == [
        (False, False, "Times New Roman"),
        (True, False, "Times New Roman"),
        (False, False, "Times New Roman"),
        (False, True, "Times New Roman"),
        (False, False, "Arial"),
    ]
    assert looks[5:] == looks[:5]


@pytest.mark.parametrize("inner", OTHER)
def test_what_is_not_plain_is_left_alone(inner: str) -> None:
    assert _read(inner, _base()) is None


def _told(paragraph: Paragraph) -> object:
    runs = [(run.start, run.end, run.field, _values(run.format)) for run in paragraph.runs]
    places = paragraph.index, paragraph.section, paragraph.cell is None, paragraph.numbering
    return paragraph.text, paragraph.raw, runs, _values(paragraph.format), _values(paragraph.mark), places


def _values(look: object) -> list[object]:
    return [getattr(look, name) for name in type(look).__slots__ if name != "layers"]  # type: ignore[attr-defined]


def _both_ways(body: str) -> tuple[Story, Story]:
    """The story read with the bytes of its part, and one read from a tree that stood there before."""
    sheet = styles(style("Normal"), style("Big", rpr='<w:sz w:val="40"/><w:b/>'))
    parsed = package(body, styles=sheet)
    parsed.xml(parsed.main)
    return read_story(package(body, styles=sheet)), read_story(parsed)


@given(st.lists(st.sampled_from(WHOLE), max_size=8), st.sampled_from(MISLEADING))
def test_bytes_and_tree_tell_the_same_story(paragraphs: list[str], misleading: str) -> None:
    fast, slow = _both_ways(misleading + "".join(paragraphs))
    assert [_told(p) for p in fast.paragraphs] == [_told(p) for p in slow.paragraphs]


def test_a_tree_that_was_changed_is_read_as_it_is_now() -> None:
    changed = package("<w:p><w:r><w:t>trước</w:t></w:r></w:p>")
    next(changed.xml(changed.main).iter(f"{{{W}}}t")).text = "sau"
    assert [p.text for p in read_story(changed).paragraphs] == ["sau"]


def test_a_file_is_let_go_at_once() -> None:
    gc.disable()
    try:
        opened = package(f"<w:tbl><w:tr><w:tc>{WHOLE[2]}</w:tc></w:tr></w:tbl>{WHOLE[-2]}", styles=styles(style("Normal")))
        story = read_story(opened)
        watched = weakref.ref(story.paragraphs[0]), weakref.ref(opened)
        del story, opened
        assert [one() for one in watched] == [None, None]
    finally:
        gc.enable()
