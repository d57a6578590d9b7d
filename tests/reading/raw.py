"""Word files written as raw XML, as people's files are built: paragraphs with runs, tables of any grid, drawn lines."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from docgen.ooxml.opening import Package, open_package
from docgen.reading import Layout, Reading, read

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/></w:sectPr>'
)
PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
EMPTY = "<w:p/>"


def r(text: str, style: str = "", size: float = 14) -> str:
    """A run; ``style`` holds ``b``, ``i``, ``s`` (subscript)."""
    look = "".join(f"<w:{c}/>" for c in style if c in "bi")
    look += f'<w:sz w:val="{int(size * 2)}"/>' + ('<w:vertAlign w:val="subscript"/>' if "s" in style else "")
    words = ""
    for part in re.split(r"([\t\n])", text):
        words += {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(part, f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "")
    return f"<w:r><w:rPr>{look}</w:rPr>{words}</w:r>"


def p(*runs: str, align: str = "both", style: str = "", before: int = 0, left: int = 0, page: bool = False) -> str:
    """A paragraph of runs, or of plain texts that all look alike (``style``)."""
    inner = "".join(run if run.startswith("<w:") else r(run, style) for run in runs)
    new = "<w:pageBreakBefore/>" if page else ""
    look = f'{new}<w:spacing w:before="{before}"/><w:ind w:left="{left}"/><w:jc w:val="{align}"/>'
    return f"<w:p><w:pPr>{look}</w:pPr>{inner}</w:p>"


def c(*texts: str, style: str = "") -> str:
    """Centred paragraphs."""
    return "".join(p(text, align="center", style=style) for text in texts)


def t(*rows: Sequence[str], widths: Sequence[int] = (3700, 5600), bordered: bool = False) -> str:
    """A table; each cell is the XML of its paragraphs."""
    side = "".join(
        f'<w:{name} w:val="{"single" if bordered else "none"}" w:sz="4"/>'
        for name in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    body = ""
    for row in rows:
        span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(row) == 1 < len(widths) else ""
        body += "<w:tr>" + "".join(f"<w:tc><w:tcPr>{span}</w:tcPr>{cell or EMPTY}</w:tc>" for cell in row) + "</w:tr>"
    return f"<w:tbl><w:tblPr><w:tblBorders>{side}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def line(length: float, x: float = 0, y: float = 3, origin: str = "column") -> str:
    """A run with a drawn line; pt."""
    emu = 12700
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{origin}"><wp:posOffset>{int(x * emu)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{int(y * emu)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{int(length * emu)}" cy="0"/><wp:wrapNone/><wp:docPr id="1" name="Line"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{int(length * emu)}" cy="0"/></a:xfrm><a:prstGeom prst="line"/>'
        '<a:ln w="9525"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )


def package(*blocks: str) -> Package:
    """A Word file of these blocks on A4."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELS)
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><w:document {_NS}><w:body>{"".join(blocks)}{SECTION}</w:body></w:document>',
        )
    return open_package(out.getvalue())


def read_blocks(*blocks: str) -> Reading:
    return read(package(*blocks))


def only(*blocks: str) -> Layout:
    """The one document of a file of these blocks."""
    (layout,) = read_blocks(*blocks).documents
    return layout


def said(layout: Layout, *components: str) -> dict[str, list[str]]:
    """What the passages of ``components`` say."""
    return {name: [" ".join(passage.text.split()) for passage in layout.get(name)] for name in components}


MOTTO = c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", style="b") + c("Độc lập - Tự do - Hạnh phúc", style="b")
NAMES = c("ỦY BAN NHÂN DÂN TỈNH X") + c("SỞ NỘI VỤ", style="b")
NUMBER = c("Số: 12/QĐ-SNV")
DATE = p("Quảng Ngãi, ngày 05 tháng 3 năm 2026", align="center", style="i")
HEAD = t([NAMES, MOTTO], [NUMBER, DATE])
TITLE = c("QUYẾT ĐỊNH", "Về việc khen thưởng năm 2025", style="b")
BODY = p(r("Điều 1.", "b"), " Khen thưởng các cá nhân.") + p(r("Điều 2.", "b"), " Quyết định này có hiệu lực từ ngày ký./.")
LIST = p(r("Nơi nhận:", "bi", 12)) + p(r("- Như Điều 2;", size=11)) + p(r("- Lưu: VT, TCCB.", size=11))
SIGNED = c("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", style="b") + EMPTY * 4 + c("Nguyễn Văn An", style="b")
FOOT = t([LIST, SIGNED])
DECISION = (
    HEAD
    + TITLE
    + c("GIÁM ĐỐC SỞ NỘI VỤ", style="b")
    + p("Căn cứ Luật Thi đua, khen thưởng;", style="i")
    + c("QUYẾT ĐỊNH:", style="b")
    + BODY
    + FOOT
)
