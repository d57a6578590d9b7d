"""A rule set → a Word template in docxtpl's language: frame and styles, loops that the renderer fills."""

from __future__ import annotations

from docgen.ooxml.units import DEFAULT_TAB_TWIPS, pt_twips, twips
from docgen.ooxml.writing import PackageFrame, assemble
from docgen.ooxml.xml import R, W
from docgen.standards import Standard
from docgen.templating.stylesheet import styles_xml
from docgen.templating.theme import theme_xml

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def make_template(standard: Standard) -> bytes:
    """The template of ``standard`` as a DOCX; the same rule set gives the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relationships(),
        "word/document.xml": _document(standard),
        "word/_rels/document.xml.rels": _document_relationships(),
        "word/styles.xml": styles_xml(standard),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(standard),
        "word/theme/theme1.xml": theme_xml(standard.page.font.use),
        "word/header1.xml": _running_header(),
        "word/header2.xml": _first_header(),
        "docProps/core.xml": _core_properties(standard),
        "docProps/app.xml": _app_properties(),
    }
    # not deflated: two machines with other deflate libraries make the same bytes
    return assemble(PackageFrame(parts, list(parts), level=0), {})


def _paragraph(tag: str, style: str = "body") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{tag}</w:t></w:r></w:p>'


def _loop(name: str, items: str) -> str:
    return _paragraph(f"{{%p for {name} in {items} %}}") + _paragraph(f"{{{{p {name} }}}}") + _paragraph("{%p endfor %}")


def _columns(rows: str, left: int, right: int, gutter: int, above: int) -> str:
    """A table without borders, repeated row by row: two columns, ``gutter`` free at the left one's right side."""

    def cell(width: int, content: str, margins: str = "") -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{margins}</w:tcPr>{content}</w:tc>'

    def marker(tag: str) -> str:
        span = f'<w:tc><w:tcPr><w:tcW w:w="{left + right}" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>{_paragraph(tag)}</w:tc>'
        return f"<w:tr>{span}</w:tr>"

    free = f'<w:tcMar><w:right w:w="{gutter}" w:type="dxa"/></w:tcMar>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{left + right}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{above}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{right}"/></w:tblGrid>'
        f"{marker(f'{{%tr for row in {rows} %}}')}"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(left, _loop('line', 'row.left'), free)}"
        f"{cell(right, _loop('line', 'row.right'))}</w:tr>"
        f"{marker('{%tr endfor %}')}</w:tbl>"
    )


def _document(standard: Standard) -> bytes:
    page, width = standard.page, twips(standard.page.text_width)
    head_right, foot_right = twips(standard.head.right.use), twips(standard.foot.right.use)
    head = _columns("head.rows", width - head_right, head_right, twips(standard.head.gutter.use), 0)
    foot = _columns("foot.rows", width - foot_right, foot_right, twips(standard.foot.gutter.use), pt_twips(standard.foot.above.use))
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        f'<w:pgSz w:w="{twips(page.width.use)}" w:h="{twips(page.height.use)}"/>'
        f'<w:pgMar w:top="{twips(page.top.use)}" w:right="{twips(page.right.use)}" w:bottom="{twips(page.bottom.use)}"'
        f' w:left="{twips(page.left.use)}" w:header="{twips(page.header.use)}" w:footer="{twips(page.header.use)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
    body = head + _loop("block", "blocks") + foot + _loop("block", "tail") + '<w:p><w:pPr><w:pStyle w:val="end"/></w:pPr></w:p>' + section
    return f'{HEADER}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'.encode()


def _running_header() -> bytes:
    field = "".join(
        f"<w:r>{piece}</w:r>"
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="page_number"/></w:pPr>{field}</w:p>'
    return f'{HEADER}<w:hdr xmlns:w="{W}" xmlns:r="{R}">{paragraph}</w:hdr>'.encode()


def _first_header() -> bytes:
    return f'{HEADER}<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:p><w:pPr><w:pStyle w:val="page_number"/></w:pPr></w:p></w:hdr>'.encode()


def _settings() -> bytes:
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1), ("enableOpenTypeFeatures", 1))
    )
    return (
        f'{HEADER}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="{DEFAULT_TAB_TWIPS}"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat><w:themeFontLang w:val="vi-VN"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    ).encode()


def _font_table(standard: Standard) -> bytes:
    return (
        f'{HEADER}<w:fonts xmlns:w="{W}"><w:font w:name="{standard.page.font.use}"><w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()


def _content_types() -> bytes:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in (
            ("word/document.xml", f"{_WORD}.document.main+xml"),
            ("word/styles.xml", f"{_WORD}.styles+xml"),
            ("word/settings.xml", f"{_WORD}.settings+xml"),
            ("word/fontTable.xml", f"{_WORD}.fontTable+xml"),
            ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
            ("word/header1.xml", f"{_WORD}.header+xml"),
            ("word/header2.xml", f"{_WORD}.header+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        )
    )
    return (
        f'{HEADER}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{_RELS_TYPE}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


def _relationships(*entries: tuple[str, str]) -> bytes:
    rows = "".join(f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(entries, 1))
    return f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()


def _package_relationships() -> bytes:
    return _relationships(
        (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    )


def _document_relationships() -> bytes:
    return _relationships(
        (f"{_OFFICE}/relationships/styles", "styles.xml"),
        (f"{_OFFICE}/relationships/settings", "settings.xml"),
        (f"{_OFFICE}/relationships/fontTable", "fontTable.xml"),
        (f"{_OFFICE}/relationships/header", "header1.xml"),
        (f"{_OFFICE}/relationships/header", "header2.xml"),
        (f"{_OFFICE}/relationships/theme", "theme/theme1.xml"),
    )


def _core_properties(standard: Standard) -> bytes:
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{standard.title}</dc:title></cp:coreProperties>"
    ).encode()


def _app_properties() -> bytes:
    return f'{HEADER}<Properties xmlns="{_OFFICE}/extended-properties"><Application>docgen</Application></Properties>'.encode()
