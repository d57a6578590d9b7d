"""A Word file as Word itself writes one: shredded runs with direct formatting, revision ids, large styles, two headers."""

from __future__ import annotations

from html import escape
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

PARAGRAPHS_A_PAGE = 10
RUNS = 6
STYLES_BYTES = 30_000
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_WORDS = (Path(__file__).parent / "words.txt").read_text("utf-8").split()
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def write_word_file(pages: int, seed: int = 0) -> bytes:
    """A plan of ``pages`` pages: ten paragraphs a page, six runs a paragraph, each with its own size and font."""
    random = Random(seed)
    count = pages * PARAGRAPHS_A_PAGE
    body = "".join(_paragraph(n, count, random) for n in range(count))
    section = (
        '<w:sectPr w:rsidR="00A12B3C"><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" '
        'w:footer="567" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    return _package(
        {
            "word/document.xml": f"{_HEAD}<w:document {_W} {_R}><w:body>{_head(seed)}{body}{_foot()}{section}</w:body></w:document>",
            "word/styles.xml": _styles(),
            "word/header1.xml": f"{_HEAD}<w:hdr {_W} {_R}>{_number()}</w:hdr>",
            "word/header2.xml": f'{_HEAD}<w:hdr {_W} {_R}><w:p><w:pPr><w:pStyle w:val="Style3"/></w:pPr></w:p></w:hdr>',
            "word/settings.xml": f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/></w:settings>',
        }
    )


def _run(words: str, size: int = 28, more: str = "") -> str:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    return (
        f'<w:r w:rsidRPr="00B43D5E"><w:rPr>{fonts}{more}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(words, quote=False)}</w:t></w:r>'
    )


def _line(words: str, size: int, more: str = "", align: str = "center", space: str = "") -> str:
    return (
        f'<w:p w:rsidR="00A12B3C" w:rsidRDefault="00A12B3C"><w:pPr><w:spacing {space}w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="{align}"/></w:pPr>{_run(words, size, more)}</w:p>'
    )


def _paragraph(n: int, count: int, random: Random) -> str:
    words = [random.choice(_WORDS) for _ in range(55)]
    words[0] = words[0].capitalize()
    text = f"{n + 1}. " + " ".join(words) + ("./." if n + 1 == count else ".")
    cuts = [len(text) * k // RUNS for k in range(RUNS + 1)]
    runs = "".join(_run(text[a:b]) for a, b in pairwise(cuts))
    return (
        f'<w:p w:rsidR="00A12B3C" w:rsidRDefault="00A12B3C" w:rsidP="00C{n % 97:05d}"><w:pPr><w:spacing w:before="120" w:after="0" '
        f'w:line="288" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr>{runs}</w:p>'
    )


def _table(left: str, right: str) -> str:
    cell = '<w:tc><w:tcPr><w:tcW w:w="{0}" w:type="dxa"/></w:tcPr>{1}</w:tc>'
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="9354" w:type="dxa"/><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid><w:gridCol w:w="3700"/>'
        f'<w:gridCol w:w="5654"/></w:tblGrid><w:tr>{cell.format(3700, left)}{cell.format(5654, right)}</w:tr></w:tbl>'
    )


def _head(seed: int) -> str:
    left = _line("ỦY BAN NHÂN DÂN", 26, "<w:b/>") + _line("TỈNH SƠN HẢI", 26, "<w:b/>") + _line(f"Số: {seed + 10}/KH-UBND", 26)
    right = (
        _line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 26, "<w:b/>")
        + _line("Độc lập - Tự do - Hạnh phúc", 28, "<w:b/>")
        + _line("Sơn Hải, ngày 05 tháng 3 năm 2026", 28, "<w:i/>")
    )
    title = _line("KẾ HOẠCH", 28, "<w:b/>") + _line("Cải cách thủ tục hành chính năm 2026", 28, "<w:b/>")
    return _table(left, right) + title


def _foot() -> str:
    left = _line("Nơi nhận:", 24, "<w:b/><w:i/>", "left") + _line("- Các sở, ban, ngành;", 22, "", "left")
    left += _line("- Lưu: VT, NC.", 22, "", "left")
    right = (
        _line("TM. ỦY BAN NHÂN DÂN", 28, "<w:b/>") + _line("CHỦ TỊCH", 28, "<w:b/>") + "<w:p/>" * 4 + _line("Trần Văn Bình", 28, "<w:b/>")
    )
    return _table(left, right) + "<w:p/>"


def _number() -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
    instruction = '<w:r><w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText></w:r>'
    begin, separate, end = (mark.format(kind) for kind in ("begin", "separate", "end"))
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{begin}{instruction}{separate}{_run("2")}{end}</w:p>'


def _styles() -> str:
    out = [
        f'{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" '
        'w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    ]
    n = size = 0
    while size < STYLES_BYTES:
        n += 1
        out.append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Style{n}"><w:name w:val="Style {n}"/><w:basedOn w:val="Normal"/>'
            f'<w:uiPriority w:val="99"/><w:rsid w:val="00{n:06X}"/><w:pPr><w:spacing w:before="{n % 12 * 20}"/><w:jc w:val="both"/></w:pPr>'
            f'<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="{22 + n % 10}"/></w:rPr></w:style>'
        )
        size += len(out[-1])
    return "".join(out) + "</w:styles>"


def _package(parts: dict[str, str]) -> bytes:
    override = '<Override PartName="/{0}" ContentType="{1}.{2}+xml"/>'
    kinds = {"document": "document.main", "styles": "styles", "header1": "header", "header2": "header", "settings": "settings"}
    types = "".join(override.format(name, _TYPE, kinds[name.split("/")[1].removesuffix(".xml")]) for name in parts)
    link = '<Relationship Id="{0}" Type="{1}/{2}" Target="{3}"/>'
    targets = (
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId3", "header", "header1.xml"),
        ("rId4", "header", "header2.xml"),
    )
    wrap = f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{{0}}</Relationships>'
    content = (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )
    everything = {
        "[Content_Types].xml": content,
        "_rels/.rels": wrap.format(link.format("rId1", _KIND, "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": wrap.format("".join(link.format(i, _KIND, k, t) for i, k, t in targets)),
        **parts,
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, text in everything.items():
            package.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), ZIP_DEFLATED, 6)
    return made.getvalue()
