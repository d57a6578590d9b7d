"""A small Word package with everything the digests look at, built part by part, for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

LINE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="column">'
    '<wp:posOffset>635000</wp:posOffset></wp:positionH><wp:extent cx="1270000" cy="0"/><wp:docPr id="1" name="Line 1"/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
    "<w:txbxContent><w:p><w:r><w:t>ô chữ</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def paragraph(n: int, text: str, bold: str = "", style: str = "Body") -> str:
    """A body paragraph with its hidden bookmark; ``bold`` follows ``text`` in a bold run."""
    run = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{bold}</w:t></w:r>' if bold else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:spacing w:before="120" w:after="0"/></w:pPr>'
        f'<w:bookmarkStart w:id="{n}" w:name="_dg_abcdef_{n}"/>'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{run}<w:bookmarkEnd w:id="{n}"/></w:p>'
    )


TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="5000"/></w:tblGrid>'
    '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>'
    f"<w:p>{LINE}<w:r><w:t>ỦY BAN NHÂN DÂN</w:t></w:r></w:p></w:tc>"
    '<w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr>"
)
PARAGRAPHS = (
    paragraph(0, "Căn cứ Luật &amp; Nghị định, "),
    paragraph(1, "Nhiệm vụ: ", bold="hoàn thành trước ngày 30."),
    paragraph(2, "Tổ chức thực hiện."),
)
STYLES = (
    f"{XML}<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Body"><w:name w:val="docgen body"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:style></w:styles>'
)
OWN_STYLES = frozenset({"normal", "docgen body"})
HEADER = (
    f'{XML}<w:hdr {NS}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)


def document(paragraphs: tuple[str, ...] = PARAGRAPHS, table: str = TABLE, section: str = SECTION) -> str:
    """The XML of ``word/document.xml``."""
    return f"{XML}<w:document {NS}><w:body>{table}{''.join(paragraphs)}{section}</w:body></w:document>"


def parts(**changed: str) -> dict[str, bytes]:
    """All parts of the package; ``document``, ``styles`` and ``header`` may be given anew."""
    kinds = {"styles": "styles.xml", "header": "header1.xml"}
    relationships = "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(kinds.items(), 2)
    )
    overrides = "".join(
        f'<Override PartName="/word/{target}" ContentType="{MAIN_TYPE}.{kind}+xml"/>' for kind, target in kinds.items()
    )
    package_ns = "http://schemas.openxmlformats.org/package/2006"
    texts = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{package_ns}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'{XML}<Relationships xmlns="{package_ns}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": changed.get("document", document()),
        "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{package_ns}/relationships">{relationships}</Relationships>',
        "word/styles.xml": changed.get("styles", STYLES),
        "word/header1.xml": changed.get("header", HEADER),
    }
    return {name: text.encode("utf-8") for name, text in texts.items()}


def zipped(members: Mapping[str, bytes]) -> bytes:
    """``members`` as a ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()
