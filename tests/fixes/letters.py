"""Paragraphs built in every way that Word and its friends build them, for repairs of letters."""

from __future__ import annotations

import unicodedata
from html import escape

from hypothesis import strategies as st

from docgen.ooxml.content import Paragraph, RunFormat
from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.ooxml.xml import W_STRICT, W
from docgen.reading.layout import Reading
from tests.checks.making import packed

_DRAWN = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:t>hình</w:t></mc:Choice>'
    "<mc:Fallback><w:t>cũ</w:t></mc:Fallback></mc:AlternateContent>"
)
WORDS = st.text(st.sampled_from("aeơửĐỵ ệ1-"), min_size=1, max_size=6)

_looks = st.lists(
    st.sampled_from(
        (
            '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>',
            '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>',
            "<w:b/>",
            '<w:b w:val="0"/>',
            "<w:i/>",
            "<w:caps/>",
            '<w:color w:val="FF0000" w:themeColor="accent1"/>',
            '<w:sz w:val="28"/>',
            '<w:sz w:val="25"/><w:szCs w:val="25"/>',
            '<w:u w:val="single"/>',
            '<w:rPrChange w:id="9" w:author="A"><w:rPr><w:b/></w:rPr></w:rPrChange>',
        )
    ),
    max_size=3,
    unique_by=lambda element: element[:6],
)
_ORDER = ("<w:rF", "<w:b", "<w:i", "<w:caps", "<w:color", "<w:sz", "<w:u", "<w:rPrC")


@st.composite
def _letters(draw: st.DrawFn) -> str:
    words = draw(WORDS)
    if draw(st.booleans()):
        words = unicodedata.normalize("NFD", words)
    pad = draw(st.sampled_from(("", "", " ", "\n  ")))
    space = ' xml:space="preserve"' if draw(st.booleans()) else ""
    return f"<w:t{space}>{pad}{escape(words)}{pad}</w:t>"


@st.composite
def _runs(draw: st.DrawFn) -> str:
    look = "".join(sorted(draw(_looks), key=lambda one: next(i for i, head in enumerate(_ORDER) if one.startswith(head))))
    hidden = "<w:vanish/>" if draw(st.integers(0, 9)) == 0 else ""
    if hidden:
        look = hidden
    inside = draw(
        st.lists(
            st.one_of(
                _letters(),
                _letters(),
                st.sampled_from(
                    (
                        "<w:tab/>",
                        "<w:br/>",
                        "<w:noBreakHyphen/>",
                        "<w:softHyphen/>",
                        "<w:lastRenderedPageBreak/>",
                        '<w:footnoteReference w:id="2"/>',
                        _DRAWN,
                    )
                ),
            ),
            min_size=1,
            max_size=4,
        )
    )
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r w:rsidR="00AB12CD">{properties}{"".join(inside)}</w:r>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


@st.composite
def _wrapped(draw: st.DrawFn) -> str:
    inner = "".join(draw(st.lists(_runs(), min_size=1, max_size=3)))
    kind = draw(st.integers(0, 8))
    field = f"{_mark('begin')}<w:r><w:instrText> {{}} </w:instrText></w:r>{_mark('separate')}{inner}{_mark('end')}"
    return (
        inner,
        f'<w:hyperlink w:anchor="x">{inner}</w:hyperlink>',
        f'<w:ins w:id="1" w:author="A">{inner}</w:ins>',
        f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
        '<w:del w:id="2" w:author="A"><w:r><w:delText>bỏ</w:delText></w:r></w:del>',
        field.format("PAGE"),
        field.format('HYPERLINK "x"'),
        f'<w:fldSimple w:instr=" DATE ">{inner}</w:fldSimple>',
        '<w:bookmarkStart w:id="3" w:name="m"/><w:proofErr w:type="spellStart"/><w:bookmarkEnd w:id="3"/>',
    )[kind]


@st.composite
def packages(draw: st.DrawFn) -> bytes:
    """A package of three paragraphs, all of them odd; now and then of the strict edition."""
    properties = st.sampled_from(("", '<w:pPr><w:jc w:val="both"/></w:pPr>'))
    content = st.lists(st.one_of(_runs(), _wrapped()), max_size=5).map("".join)
    paragraphs = [f"<w:p>{draw(properties)}{draw(content)}</w:p>" for _ in range(3)]
    return package("".join(paragraphs), strict=draw(st.integers(0, 4)) == 0)


def package(body: str, *, strict: bool = False, section: str = "") -> bytes:
    """A package whose main part holds ``body``."""
    namespace = W_STRICT if strict else W
    links = (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
        if strict
        else ("http://schemas.openxmlformats.org/officeDocument/2006/relationships")
    )
    root = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        f'<Types xmlns="{root}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    )
    link = f'<Relationship Id="rId1" Type="{links}/officeDocument" Target="word/document.xml"/>'
    main = f'<w:document xmlns:w="{namespace}" xmlns:r="{links}"><w:body>{body}{section}</w:body></w:document>'
    return packed(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": f'<Relationships xmlns="{root}/relationships">{link}</Relationships>'.encode(),
            "word/document.xml": main.encode(),
        }
    )


def reading_of(data: bytes) -> Reading:
    """The file without any document recognised in it: repairs of letters and paragraphs need none."""
    opened = open_package(data)
    return Reading(opened, read_story(opened), [])


def looks_of(paragraph: Paragraph) -> list[RunFormat]:
    """How each letter of the paragraph's text is set."""
    return [next(run.format for run in paragraph.runs if run.start <= at < run.end) for at in range(len(paragraph.text))]


def values_of(look: RunFormat, *but: str) -> dict[str, object]:
    """What a look says, without some properties."""
    names = ("font", "high_font", "size", "bold", "italic", "underline", "color", "caps", "hidden", "highlight", "spacing")
    return {name: getattr(look, name) for name in names if name not in but}
