"""Word files as offices make them: raw XML with everything set on the runs, over styles that say something else.

Sizes are points, lengths millimetres in drawn lines and twips (1/20 pt) in paragraphs, as Word writes them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

TNR = "Times New Roman"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

STYLES = (
    f'{_HEAD}<w:styles {_SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" '
    'w:hAnsi="Calibri" w:cs="Calibri"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr>'
    '<w:sz w:val="24"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/>'
    '<w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts '
    'w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
    '<w:b/><w:color w:val="2E74B5"/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>'
    '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
)


def run(
    text: str,
    sz: float = 14,
    *,
    b: bool = False,
    i: bool = False,
    u: bool = False,
    font: str = TNR,
    spc: int = 0,
    color: str = "",
    more: str = "",
) -> str:
    """A run with everything set on it; ``\\n`` is a line break, ``\\t`` a tab."""
    made = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else ""
    made += "<w:b/>" if b else '<w:b w:val="0"/>'
    made += "<w:i/>" if i else '<w:i w:val="0"/>'
    made += f'<w:color w:val="{color or "auto"}"/>'
    made += f'<w:spacing w:val="{spc}"/>' if spc else ""
    made += f'<w:sz w:val="{round(sz * 2)}"/>' if sz else ""
    made += '<w:u w:val="single"/>' if u else ""
    pieces = []
    for number, line in enumerate(text.split("\n")):
        pieces.append("<w:br/>" if number else "")
        for count, part in enumerate(line.split("\t")):
            pieces.append("<w:tab/>" if count else "")
            pieces.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "")
    return f"<w:r><w:rPr>{made}{more}</w:rPr>{''.join(pieces)}</w:r>"


def shredded(text: str, sz: float = 14, *, b: bool = False, i: bool = False, spc: int = 0, every: int = 7) -> str:
    """The same words cut into runs of a few letters, as years of editing leave them."""
    return "".join(run(text[at : at + every], sz, b=b, i=i, spc=spc) for at in range(0, len(text), every))


def par(
    *runs: str,
    jc: str = "",
    first: int = 0,
    left: int = 0,
    before: int = 0,
    after: int = 0,
    line: int = 240,
    rule: str = "auto",
    style: str = "",
    more: str = "",
) -> str:
    """A paragraph; a plain text is set in 14 pt."""
    inner = "".join(piece if piece.startswith("<") else run(piece) for piece in runs)
    made = f'<w:pStyle w:val="{style}"/>' if style else ""
    made += more
    made += f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'
    made += f'<w:ind w:left="{left}" w:firstLine="{first}"/>' if first >= 0 else f'<w:ind w:left="{left}" w:hanging="{-first}"/>'
    made += f'<w:jc w:val="{jc}"/>' if jc else ""
    return f"<w:p><w:pPr>{made}</w:pPr>{inner}</w:p>"


def mid(*runs: str, **more: object) -> str:
    """A centred paragraph."""
    return par(*runs, jc="center", **more)  # type: ignore[arg-type]


def body(
    text: str, sz: float = 14, *, first: int = 720, before: int = 120, line: int = 264, b: bool = False, i: bool = False
) -> str:
    """A paragraph of the text; ``**…**`` at its beginning is bold."""
    if text.startswith("**"):
        bold, rest = text[2:].split("**", 1)
        return par(run(bold, sz, b=True), run(rest, sz), jc="both", first=first, before=before, line=line)
    return par(run(text, sz, b=b, i=i), jc="both", first=first, before=before, line=line)


def empty(count: int = 1) -> str:
    """Empty paragraphs that hold a place open; their marks keep the size of the style."""
    return "<w:p/>" * count


def table(rows: Sequence[Sequence[str]], widths: Sequence[int], *, borders: bool = False, more: str = "") -> str:
    """A table of cells that are XML of paragraphs; the widths are twips."""
    edge = "single" if borders else "none"
    sides = "".join(
        f'<w:{side} w:val="{edge}" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell or "<w:p/>"}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{more}<w:tblBorders>'
        f'{sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def drawn(mm: float, *, down: float = 1.0, shape: str = "line", across: str = "center") -> str:
    """A run with a rule as Word draws it: a shape for new Words, VML for old ones; only one of the two is ever shown."""
    wide = round(mm * 36000)
    side = (
        f"<wp:align>{across}</wp:align>" if across.isalpha() else f"<wp:posOffset>{round(float(across) * 36000)}</wp:posOffset>"
    )
    choice = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        'relativeHeight="251659264" behindDoc="0" locked="0"'
        ' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column">{side}</wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{round(down * 36000)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="Straight Connector 1"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        "<wps:cNvCnPr/>"
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="0"/></a:xfrm><a:prstGeom '
        f'prst="{shape}"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>'
        f"{_vml(mm, down)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def old_drawn(mm: float, *, down: float = 1.0, left: float = 5.0) -> str:
    """A run with a rule as Word 2003 drew it: VML only."""
    return f"<w:r>{_vml(mm, down, left)}</w:r>"


def _vml(mm: float, down: float, left: float = 5.0) -> str:
    start, end = left / 25.4 * 72, (left + mm) / 25.4 * 72
    return (
        '<w:pict><v:line id="Line 2" o:spid="_x0000_s1026" '
        f'style="position:absolute;z-index:251657728" from="{start:.2f}pt,{down * 2.83:.2f}pt"'
        f' to="{end:.2f}pt,{down * 2.83:.2f}pt"/></w:pict>'
    )


def page_field(*, complex_field: bool = True) -> str:
    """The field that prints the page's number, 14 pt."""
    look = f'<w:rPr><w:rFonts w:ascii="{TNR}" w:hAnsi="{TNR}" w:cs="{TNR}"/><w:sz w:val="28"/></w:rPr>'
    if not complex_field:
        return f'<w:fldSimple w:instr=" PAGE "><w:r>{look}<w:t>2</w:t></w:r></w:fldSimple>'
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText '
        'xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>2</w:t></w:r><w:r>'
        f'{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


PLAIN_NUMBER = par(page_field(), jc="center", style="Header")
GALLERY_NUMBER = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of Page)"/>'
    "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
    f"<w:sdtContent>{PLAIN_NUMBER}</w:sdtContent></w:sdt>"
)
FRAMED_NUMBER = (
    par(
        page_field(),
        style="Header",
        more='<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/>',
    )
    + "<w:p/>"
)


def section(
    *,
    header: str = "rHeader",
    kind: str = "default",
    title_page: bool = True,
    top: int = 1134,
    bottom: int = 1134,
    left: int = 1701,
    right: int = 1134,
    landscape: bool = False,
    start: int | None = None,
    wrap: bool = False,
    footer: str = "",
    head_space: int = 567,
) -> str:
    """A section's properties, alone at the end of the body or (``wrap``) in a paragraph of their own."""
    made = f'<w:headerReference w:type="{kind}" r:id="{header}"/>' if header else ""
    made += f'<w:footerReference w:type="default" r:id="{footer}"/>' if footer else ""
    made += '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if landscape else '<w:pgSz w:w="11906" w:h="16838"/>'
    made += (
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{head_space}" w:footer="567" w:gutter="0"/>'
    )
    made += f'<w:pgNumType w:start="{start}"/>' if start is not None else ""
    made += "<w:titlePg/>" if title_page else ""
    made = f"<w:sectPr>{made}</w:sectPr>"
    return f"<w:p><w:pPr>{made}</w:pPr></w:p>" if wrap else made


def file_of(
    content: str,
    last: str | None = None,
    *,
    header: str = PLAIN_NUMBER,
    footer: str = "",
    styles: str = STYLES,
    settings: str = "",
    parts: Mapping[str, str] | None = None,
) -> bytes:
    """The Word file of ``content`` (XML of the body without its last section)."""
    relations = (
        f'<Relationship Id="rStyles" Type="{_REL}/styles" Target="styles.xml"/><Relationship '
        f'Id="rSettings" Type="{_REL}/settings" Target="settings.xml"/>'
    )
    relations += f'<Relationship Id="rHeader" Type="{_REL}/header" Target="header1.xml"/>'
    relations += f'<Relationship Id="rFooter" Type="{_REL}/footer" Target="footer1.xml"/>' if footer else ""
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "header1": "header", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in kinds.items()
        if footer or name != "footer1"
    )
    made = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        'Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": (
            f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{relations}</Relationships>"
        ),
        "word/document.xml": (
            f"{_HEAD}<w:document {_SPACES}><w:body>{content}{last if last is not None else section()}</w:body></w:document>"
        ),
        "word/styles.xml": styles,
        "word/settings.xml": f"{_HEAD}<w:settings {_SPACES}>{settings}</w:settings>",
        "word/header1.xml": f"{_HEAD}<w:hdr {_SPACES}>{header}</w:hdr>",
    }
    if footer:
        made["word/footer1.xml"] = f"{_HEAD}<w:ftr {_SPACES}>{footer}</w:ftr>"
    made.update(parts or {})
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in made.items():
            archive.writestr(name, text)
    return held.getvalue()
