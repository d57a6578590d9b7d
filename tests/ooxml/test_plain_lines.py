"""Plain paragraphs are read as any other; what is not plain is left to the reader of all paragraphs."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.ooxml.formats import Formats, RunBase
from docgen.ooxml.inline import LineReader
from docgen.ooxml.numbering import Numbering
from docgen.ooxml.plain_lines import read_plain
from docgen.ooxml.styles_chain import Styles
from docgen.ooxml.themes import Theme
from docgen.ooxml.xml import W, parse_xml

_OWN = '<w:pPr><w:spacing w:after="0"/><w:jc w:val="both"/><w:rPr><w:b/><w:sz w:val="20"/></w:rPr></w:pPr>'
_FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Times New Roman" w:cs="Arial"/>'
_BOLD = '<w:rPr><w:b/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr>'

PLAIN = (
    "",
    _OWN,
    f"{_OWN}<w:r><w:t>Kế hoạch</w:t></w:r>",
    f"{_OWN}<w:r>{_BOLD}<w:t>Kế </w:t></w:r><w:r>{_BOLD}<w:t xml:space='preserve'> hoạch </w:t></w:r>",
    f"<w:proofErr w:type='spellStart'/><w:r><w:rPr>{_FONT}<w:i/></w:rPr><w:t> a\n b </w:t><w:t xml:space='preserve'> c</w:t></w:r>",
    "<w:r><w:rPr><w:color w:val='FF0000' w:themeColor='text1'/><w:spacing w:val='-4'/></w:rPr><w:t>a</w:t></w:r><w:r><w:t/></w:r>",
    "<w:r><w:t>a</w:t><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:rPr><w:i/></w:rPr><w:t>c</w:t></w:r>",
)
OTHER = (
    "<w:r><w:tab/><w:t>a</w:t></w:r>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>",
    "<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink>",
    "<w:del><w:r><w:delText>a</w:delText></w:r></w:del>",
    "<w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom>",
    "<w:r><w:t>a</w:t></w:r><w:del><w:r><w:t>b</w:t></w:r></w:del>",
    "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>",
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
    "<w:r><w:t>a</w:t></w:r><w:pPr><w:jc w:val='center'/></w:pPr>",
    "<w:r><w:b/><w:t>a</w:t></w:r>",
    "<w:r><!-- a --><w:t>a</w:t></w:r>",
    "<w:t>a</w:t>",
)


def _base() -> RunBase:
    theme = Theme(lambda: None)
    styles = Styles(None, theme)
    return Formats(styles, theme, Numbering(lambda: None, styles)).base("", None)


def _paragraph(inner: str) -> etree._Element:
    return parse_xml(f'<w:p xmlns:w="{W}">{inner}</w:p>'.encode())


@pytest.mark.parametrize("inner", PLAIN)
def test_plain_paragraphs_are_read_as_by_the_reader_of_all(inner: str) -> None:
    base, paragraph = _base(), _paragraph(inner)
    line = LineReader().read(paragraph, base.format_of)
    assert read_plain(paragraph, base) == line.pieces
    assert [line.drawings, line.fields, line.breaks, line.notes, line.comments] == [[], [], [], 0, 0]


def test_the_lists_of_all_are_told_apart() -> None:
    base = _base()
    lists = ("", "<w:rPr/>", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:b w:val='0'/></w:rPr>", "<w:rPr><w:i/></w:rPr>", f"<w:rPr>{_FONT}</w:rPr>")
    runs = "".join(f"<w:r>{one}<w:t>a</w:t></w:r>" for one in lists)
    pieces = read_plain(_paragraph(runs + runs), base)
    assert pieces is not None
    looks = [piece[1] for piece in pieces]
    assert [(look.bold, look.italic, look.font) for look in looks[:6]] == [
        (False, False, "Times New Roman"),
        (False, False, "Times New Roman"),
        (True, False, "Times New Roman"),
        (False, False, "Times New Roman"),
        (False, True, "Times New Roman"),
        (False, False, "Arial"),
    ]
    assert looks[:6] == looks[6:]


@pytest.mark.parametrize("inner", OTHER)
def test_what_is_not_plain_is_left_alone(inner: str) -> None:
    assert read_plain(_paragraph(inner), _base()) is None
