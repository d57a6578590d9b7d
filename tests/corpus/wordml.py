"""Papers as Word files, in several manners and head grids. Shares no code with what docgen writes or reads."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from html import escape
from typing import Literal

from docgen.metrics import text_width
from tests.corpus.looks import End, Look, look_of, margins_of
from tests.corpus.paper import Line, Paper

Manner = Literal["runs", "normal", "styles"]
Grid = Literal["1x2", "2x2", "3x2", "2x3"]
MANNERS: tuple[Manner, ...] = ("runs", "normal", "styles")
GRIDS: tuple[Grid, ...] = ("1x2", "2x2", "3x2", "2x3")

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_MM = 1440 / 25.4
_EMU = 12700
#: components with a drawn line below, and how long it is as a share of their last line: the middle of what the law allows
_RULED = {"nd30": {"slogan": 1.0, "issuer": 0.42, "abstract": 0.42}, "hd05": {"party_title": 1.0}, "hd36": {"party_title": 1.0}}
_WRONG = Look(font="Calibri", size=11, after=8, line=1.08)


@dataclass(frozen=True)
class Build:
    """How a file is built: where formatting stands, how the head is cut, which end of the law's bounds is taken."""

    manner: Manner = "runs"
    grid: Grid = "2x2"
    end: End = "high"

    @property
    def name(self) -> str:
        """For file names."""
        return f"{self.manner}-{self.grid}-{self.end}"


def write_paper(paper: Paper, build: Build = Build()) -> bytes:  # frozen
    """The paper as a DOCX."""
    return _Writer(paper, build).package()


class _Writer:
    def __init__(self, paper: Paper, build: Build) -> None:
        self.paper, self.build, self.standard = paper, build, paper.standard
        self.page: dict[str, object] = {
            "width": 210,
            "height": 297,
            "header": 10,
            "number": "header",
            **margins_of(paper.standard, build.end),
        }
        self.page |= paper.page
        self.body_width = (float(str(self.page["width"])) - float(str(self.page["left"])) - float(str(self.page["right"]))) / 25.4 * 72
        self.ids = 0

    def look(self, one: Line) -> Look:
        return look_of(self.standard, one.component, self.build.end).but(**one.look)

    @property
    def base(self) -> Look:
        """What Normal is: the running text in the manner of that name, else Word's own default."""
        return look_of(self.standard, "body", self.build.end) if self.build.manner == "normal" else _WRONG

    # paragraphs

    def lines(self, lines: tuple[Line, ...], width: float) -> str:
        out = []
        for one in lines:
            if one.component == "sign_name":
                out += ["<w:p/>" if self.build.manner == "runs" else self.empty(14)] * 4
            out.append(self.paragraph(one, width))
        return "".join(out)

    def paragraph(self, one: Line, width: float, extra: str = "") -> str:
        look = self.look(one)
        runs = [self.run(words, look.but(**changes), one) for words, changes in one.words]
        rule = self.rule(one, width)
        if rule and self.build.grid in ("1x2", "2x3"):
            # anchored in an empty paragraph below, as often seen
            return f"<w:p>{self.p_pr(one, look)}{''.join(runs)}</w:p>" + self.empty(3, rule)
        return f"<w:p>{self.p_pr(one, look, extra)}{''.join(runs)}{rule}</w:p>"

    def p_pr(self, one: Line, look: Look, extra: str = "") -> str:
        base = self.base
        style = ""
        if self.build.manner == "styles":
            style, base = f'<w:pStyle w:val="Vb{one.component}"/>', look_of(self.standard, one.component, self.build.end)
        elif self.build.manner == "runs":
            base = _WRONG
        return f"<w:pPr>{style}{_paragraph(look, base)}{extra}</w:pPr>"

    def run(self, words: str, look: Look, one: Line) -> str:
        base = self.base
        if self.build.manner == "styles":
            base = look_of(self.standard, one.component, self.build.end)
        properties = _letters(look, base)
        if self.build.manner == "runs" and len(words) > 12 and " " in words:
            # Word shreds runs at every edit
            middle = words.index(" ", len(words) // 3) if " " in words[len(words) // 3 :] else words.index(" ")
            pieces = [words[:middle], words[middle:]]
        else:
            pieces = [words]
        return "".join(_run(piece, properties) for piece in pieces if piece)

    def empty(self, size: float, inside: str = "") -> str:
        look = Look(size=size)
        return f"<w:p><w:pPr>{_paragraph(look, self.base)}<w:rPr>{_letters(look, self.base)}</w:rPr></w:pPr>{inside}</w:p>"

    # drawn lines

    def rule(self, one: Line, width: float) -> str:
        share = _RULED[self.standard].get(one.component)
        if one.rule == 0 or (one.rule is None and share is None):
            return ""
        look = self.look(one)
        last = one.text.split("\n")[-1]
        length = one.rule if one.rule is not None else (share or 0) * text_width(last, look.size, look.bold, look.italic)
        if one.rule is None and one.component == "issuer" and self._lines_before(one):
            return ""
        self.ids += 1
        x = max(0.0, (width - length) / 2)
        below = self.build.grid in ("1x2", "2x3")
        y = 1.0 if below else look.before + look.size * 1.15 * (1 + one.text.count("\n")) + 1
        if self.build.grid == "3x2":
            return f"<w:r>{_line(x, y, length, self.ids)}</w:r>"
        return _drawing(x, y, length, self.ids, connector=self.build.grid == "2x2")

    def _lines_before(self, one: Line) -> bool:
        """Whether another line of the same component follows: the drawn line stands under the last one."""
        same = [o for o in self.paper.lines() if o.component == one.component]
        return same[-1] is not one

    # tables

    def head(self) -> str:
        left, right = self.paper.left, self.paper.right
        cut_left = next((i for i, o in enumerate(left) if o.component in ("number", "star")), len(left))
        if self.standard != "nd30":
            cut_left = next((i for i, o in enumerate(left) if o.component == "number"), len(left))
        cut_right = next((i for i, o in enumerate(right) if o.component == "place_date"), len(right))
        top, bottom = (left[:cut_left], right[:cut_right]), (left[cut_left:], right[cut_right:])
        grid = self.build.grid
        if grid == "1x2":
            rows = [(left, right)]
        elif grid == "3x2" and len(top[0]) > 1 and len(top[1]) > 1:
            rows = [(top[0][:1], top[1][:1]), (top[0][1:], top[1][1:]), bottom]
        else:
            rows = [top, bottom]
        right_width = 96 if self.standard == "nd30" else 84
        if self.build.end == "high" and self.standard == "nd30":
            right_width = 98
        total = self.body_width / 72 * 25.4
        return self.table(rows, total - right_width, right_width, gutter=grid == "2x3")

    def table(self, rows: list[tuple[tuple[Line, ...], tuple[Line, ...]]], left: float, right: float, gutter: bool = False) -> str:
        widths = [left - 4, 4, right] if gutter else [left, right]
        grid = "".join(f'<w:gridCol w:w="{round(w * _MM)}"/>' for w in widths)
        out = [
            '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
            f'<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        ]
        for row in rows:
            cells = [row[0], (), row[1]] if gutter else [row[0], row[1]]
            out.append("<w:tr>")
            for lines, width in zip(cells, widths, strict=True):
                inside = self.lines(lines, width / 25.4 * 72) or self.empty(2)
                out.append(f'<w:tc><w:tcPr><w:tcW w:w="{round(width * _MM)}" w:type="dxa"/></w:tcPr>{inside}</w:tc>')
            out.append("</w:tr>")
        out.append("</w:tbl>")
        return "".join(out)

    # the whole

    def body(self) -> str:
        total = self.body_width / 72 * 25.4
        parts = [self.head(), self.lines(self.paper.text, self.body_width), self.empty(6)]
        parts.append(self.table([(self.paper.recipients, self.paper.signature)], total - 85, 85))
        sections = [self.section()]
        for appendix in self.paper.appendices:
            if appendix.own_section:
                parts.append(f"<w:p><w:pPr>{sections[-1]}</w:pPr></w:p>")
                sections.append(self.section(restart=appendix.restart))
            else:
                parts.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
            parts.append(self.lines(appendix.lines, self.body_width))
        if not self.paper.appendices:
            parts.append(self.empty(2))
        return "".join(parts) + sections[-1]

    def section(self, restart: bool = False) -> str:
        page = self.page
        size = f'<w:pgSz w:w="{_tw(page["width"])}" w:h="{_tw(page["height"])}"' + (
            ' w:orient="landscape"/>' if page.get("landscape") else "/>"
        )
        margins = " ".join(f'w:{s}="{_tw(page[s])}"' for s in ("top", "right", "bottom", "left", "header"))
        kind = f' w:fmt="{page["format"]}"' if page.get("format") else ""
        start = ' w:start="1"' if restart else ""
        number = f"<w:pgNumType{kind}{start}/>" if kind or start else ""
        references = ""
        if page["number"] in ("header", "typed"):
            references = '<w:headerReference w:type="default" r:id="rId11"/>'
        elif page["number"] == "footer":
            references = '<w:footerReference w:type="default" r:id="rId11"/>'
        title = "<w:titlePg/>" if page.get("first_hidden", True) else ""
        return (
            f'<w:sectPr>{references}{size}<w:pgMar {margins} w:footer="567" w:gutter="0"/>{number}<w:cols w:space="708"/>{title}</w:sectPr>'
        )

    def number(self) -> str:
        look = look_of(self.standard, "page_number", self.build.end).but(**dict(self.page.get("number_look", {})))  # type: ignore[call-overload]
        letters = _letters(look, self.base)
        mark = '<w:r>{0}<w:fldChar w:fldCharType="{1}"/></w:r>'
        properties = f"<w:rPr>{letters}</w:rPr>"
        field = (
            mark.format(properties, "begin")
            + f'<w:r>{properties}<w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText></w:r>'
            + mark.format(properties, "separate")
            + f"<w:r>{properties}<w:t>2</w:t></w:r>"
            + mark.format(properties, "end")
        )
        if self.page["number"] == "typed":
            field = _run("2", letters)
        paragraph = f"<w:p><w:pPr>{_paragraph(look.but(indent=0, before=0), self.base)}</w:pPr>{field}</w:p>"
        if self.build.grid == "2x2":
            paragraph = f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of Page)"/></w:docPartObj></w:sdtPr><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>'
        tag = "ftr" if self.page["number"] == "footer" else "hdr"
        return f"{_HEAD}<w:{tag} {NAMESPACES}>{paragraph}</w:{tag}>"

    def styles(self) -> str:
        out = [
            f'{_HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'
            '<w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
            "</w:pPrDefault></w:docDefaults>"
        ]
        base = self.base
        normal = (
            f"<w:pPr>{_paragraph(base, _WRONG)}</w:pPr><w:rPr>{_letters(base, _WRONG)}</w:rPr>" if self.build.manner == "normal" else ""
        )
        out.append(f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{normal}</w:style>')
        if self.build.manner == "styles":
            for component in dict.fromkeys(one.component for one in self.paper.lines()):
                look = look_of(self.standard, component, self.build.end)
                out.append(
                    f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Vb{component}"><w:name w:val="VB {component}"/>'
                    f'<w:basedOn w:val="Normal"/><w:pPr>{_paragraph(look, _WRONG)}</w:pPr><w:rPr>{_letters(look, _WRONG)}</w:rPr></w:style>'
                )
        return "".join(out) + "</w:styles>"

    def package(self) -> bytes:
        number = self.page["number"] != "none"
        tag = "footer" if self.page["number"] == "footer" else "header"
        override = '<Override PartName="/word/{0}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{1}+xml"/>'
        types = [override.format("document.xml", "document.main"), override.format("styles.xml", "styles")]
        link = '<Relationship Id="{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{1}" Target="{2}"/>'
        links = [link.format("rId1", "styles", "styles.xml")]
        parts = {
            "word/document.xml": f"{_HEAD}<w:document {NAMESPACES}><w:body>{self.body()}</w:body></w:document>",
            "word/styles.xml": self.styles(),
        }
        if number:
            types.append(override.format(f"{tag}1.xml", tag))
            links.append(link.format("rId11", tag, f"{tag}1.xml"))
            parts[f"word/{tag}1.xml"] = self.number()
        content = f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{"".join(types)}</Types>'
        wrap = f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{{0}}</Relationships>'
        parts = {
            "[Content_Types].xml": content,
            "_rels/.rels": wrap.format(link.format("rId1", "officeDocument", "word/document.xml")),
            **parts,
            "word/_rels/document.xml.rels": wrap.format("".join(links)),
        }
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
        return made.getvalue()


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _tw(mm: object) -> int:
    return round(float(str(mm)) * _MM)


def _run(words: str, properties: str) -> str:
    r_pr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = words.split("\n")
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>' for piece in pieces)
    return f"<w:r>{r_pr}{inside}</w:r>"


def _letters(look: Look, base: Look) -> str:
    """What the letters differ in from ``base``, in the schema's order."""
    out = []
    if look.font != base.font:
        out.append(f'<w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" w:cs="{look.font}"/>')
    for key, name in (("bold", "b"), ("italic", "i")):
        if getattr(look, key) != getattr(base, key):
            out.append(f"<w:{name}/>" if getattr(look, key) else f'<w:{name} w:val="0"/>')
    if look.color != base.color:
        out.append(f'<w:color w:val="{look.color or "auto"}"/>')
    if look.size != base.size:
        out.append(f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>')
    if look.underline != base.underline:
        out.append(f'<w:u w:val="{"single" if look.underline else "none"}"/>')
    return "".join(out)


def _paragraph(look: Look, base: Look) -> str:
    spacing = []
    if look.before != base.before:
        spacing.append(f'w:before="{round(look.before * 20)}"')
    if look.after != base.after:
        spacing.append(f'w:after="{round(look.after * 20)}"')
    if (look.line, look.exact) != (base.line, base.exact):
        line, rule = (round(look.exact * 20), "exact") if look.exact else (round(look.line * 240), "auto")
        spacing.append(f'w:line="{line}" w:lineRule="{rule}"')
    out = [f"<w:spacing {' '.join(spacing)}/>"] if spacing else []
    indents = []
    if look.left != base.left:
        indents.append(f'w:left="{_tw(look.left)}"')
    if look.indent != base.indent:
        indents.append(f'w:firstLine="{_tw(look.indent)}"')
    if indents:
        out.append(f"<w:ind {' '.join(indents)}/>")
    if look.align != base.align:
        out.append(f'<w:jc w:val="{look.align}"/>')
    return "".join(out)


def _drawing(x: float, y: float, length: float, number: int, connector: bool) -> str:
    shape = "straightConnector1" if connector else "line"
    choice = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>{round(x * _EMU)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>{round(y * _EMU)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{round(length * _EMU)}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{number}" name="Straight Connector {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{round(length * _EMU)}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{_line(x, y, length, number)}</mc:Fallback></mc:AlternateContent></w:r>'


def _line(x: float, y: float, length: float, number: int) -> str:
    return f'<w:pict><v:line id="Line{number}" style="position:absolute;z-index:251659264;visibility:visible" from="{x:.2f}pt,{y:.2f}pt" to="{x + length:.2f}pt,{y:.2f}pt" strokeweight=".75pt"/></w:pict>'
