"""Papers as Word files, in several manners and head grids. Shares no code with what docgen writes or reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from docgen.metrics import text_width
from tests.corpus.drawings import draw_box, draw_line, draw_old_line
from tests.corpus.formatting import HEAD, MM, NAMESPACES, letters, paragraph, run, twips
from tests.corpus.looks import End, Look, look_of, margins_of
from tests.corpus.packing import pack
from tests.corpus.paper import Appendix, Copy, Line, Paper

Manner = Literal["runs", "normal", "styles"]
Grid = Literal["1x2", "2x2", "3x2", "2x3"]
MANNERS: tuple[Manner, ...] = ("runs", "normal", "styles")
GRIDS: tuple[Grid, ...] = ("1x2", "2x2", "3x2", "2x3")
#: components with a drawn line below, and how long it is as a share of their last line: the middle of what the law allows
_RULED = {
    "nd30": {"slogan": 1.0, "issuer": 0.42, "copy_issuer": 0.42, "abstract": 0.42},
    "hd05": {"party_title": 1.0},
    "hd36": {"party_title": 1.0},
}
#: where the page number stands → kind of part, which pages
_REFERENCES = {
    "header": ("header", "default"),
    "typed": ("header", "default"),
    "even": ("header", "even"),
    "footer": ("footer", "default"),
}
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


_USUAL = Build()


def write_paper(paper: Paper, build: Build = _USUAL) -> bytes:
    """The paper as a DOCX."""
    return _Writer(paper, build).package()


class _Writer:
    def __init__(self, paper: Paper, build: Build) -> None:
        self.paper, self.build, self.standard = paper, build, paper.standard
        self.page: dict[str, Any] = {"width": 210, "height": 297, "header": 10, "number": "header"}
        self.page |= margins_of(paper.standard, build.end)
        self.page |= paper.page
        self.body_width = (float(self.page["width"]) - float(self.page["left"]) - float(self.page["right"])) / 25.4 * 72
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
        room = "sign_other_title" if self.standard == "nd30" and any(o.component == "sign_other_title" for o in lines) else "sign_name"
        for one in lines:
            if one.component == room:
                out += ["<w:p/>" if self.build.manner == "runs" else self.empty(14)] * 4
            out.append(self.paragraph(one, width))
        return "".join(out)

    def paragraph(self, one: Line, width: float) -> str:
        look = self.look(one)
        runs = [self.run(words, look.but(**changes), one) for words, changes in one.words]
        if one.new_page:
            runs.insert(0, "<w:r><w:lastRenderedPageBreak/></w:r>")
        rule = self.rule(one, width)
        if rule and self.build.grid in ("1x2", "2x3"):
            # anchored in an empty paragraph below, as often seen
            return f"<w:p>{self.p_pr(one, look)}{''.join(runs)}</w:p>" + self.empty(3, rule)
        made = f"<w:p>{self.p_pr(one, look)}{''.join(runs)}{rule}</w:p>"
        if one.box is None:
            return made
        self.ids += 1
        wide, high = (side / 25.4 * 72 for side in one.box)
        return self.empty(2, draw_box(wide, high, self.ids, made, one.bordered, self.build.grid == "3x2"))

    def p_pr(self, one: Line, look: Look) -> str:
        base = self.base
        style = ""
        if self.build.manner == "styles":
            style, base = f'<w:pStyle w:val="Vb{one.component}"/>', look_of(self.standard, one.component, self.build.end)
        elif self.build.manner == "runs":
            base = _WRONG
        return f"<w:pPr>{style}{paragraph(look, base)}</w:pPr>"

    def run(self, words: str, look: Look, one: Line) -> str:
        base = self.base
        if self.build.manner == "styles":
            base = look_of(self.standard, one.component, self.build.end)
        properties = letters(look, base)
        if self.build.manner == "runs" and len(words) > 12 and " " in words:
            # Word shreds runs at every edit
            middle = words.index(" ", len(words) // 3) if " " in words[len(words) // 3 :] else words.index(" ")
            pieces = [words[:middle], words[middle:]]
        else:
            pieces = [words]
        return "".join(run(piece, properties) for piece in pieces if piece)

    def empty(self, size: float, inside: str = "", border: str = "") -> str:
        look = Look(size=size, border=border)
        mark = f"<w:rPr>{letters(look, self.base)}</w:rPr>"
        return f"<w:p><w:pPr>{paragraph(look, self.base)}{mark}</w:pPr>{inside}</w:p>"

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
            return f"<w:r>{draw_old_line(x, y, length, self.ids)}</w:r>"
        return draw_line(x, y, length, self.ids, "straightConnector1" if self.build.grid == "2x2" else "line")

    def _lines_before(self, one: Line) -> bool:
        """Whether another line of the same component follows: the drawn line stands under the last one."""
        same = [o for o in self.paper.lines() if o.component == one.component]
        return same[-1] is not one

    # tables

    def head(self, left: tuple[Line, ...], right: tuple[Line, ...]) -> str:
        numbers, dates = ("number", "copy_number"), ("place_date", "copy_place_date")
        cut_left = next((i for i, o in enumerate(left) if o.component in numbers), len(left))
        cut_right = next((i for i, o in enumerate(right) if o.component in dates), len(right))
        top, bottom = (left[:cut_left], right[:cut_right]), (left[cut_left:], right[cut_right:])
        grid = self.build.grid
        if self.page.get("low_date"):
            rows = [top, (bottom[0], ()), ((), bottom[1])]
        elif grid == "1x2":
            rows = [(left, right)]
        elif grid == "3x2" and len(top[0]) > 1 and len(top[1]) > 1:
            rows = [(top[0][:1], top[1][:1]), (top[0][1:], top[1][1:]), bottom]
        else:
            rows = [top, bottom]
        right_width = 84 if self.standard != "nd30" else 98 if self.build.end == "high" else 96
        return self.table(rows, float(self.page.get("right_column", right_width)), gutter=grid == "2x3")

    def table(self, rows: list[tuple[tuple[Line, ...], tuple[Line, ...]]], right: float, gutter: bool = False) -> str:
        left = self.body_width / 72 * 25.4 - right
        widths = [left - 4, 4, right] if gutter else [left, right]
        grid = "".join(f'<w:gridCol w:w="{round(w * MM)}"/>' for w in widths)
        out = [
            '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
            f'<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        ]
        for row in rows:
            cells = [row[0], (), row[1]] if gutter else [row[0], row[1]]
            out.append("<w:tr>")
            for lines, width in zip(cells, widths, strict=True):
                inside = self.lines(lines, width / 25.4 * 72) or self.empty(2)
                if not inside.endswith("</w:p>"):
                    inside += self.empty(2)
                out.append(f'<w:tc><w:tcPr><w:tcW w:w="{round(width * MM)}" w:type="dxa"/></w:tcPr>{inside}</w:tc>')
            out.append("</w:tr>")
        out.append("</w:tbl>")
        return "".join(out)

    def data(self, rows: tuple[tuple[str, ...], ...], width: float) -> str:
        """A table with lines, as of figures."""
        each = round(width * 20 / len(rows[0]))
        sides = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for s in ("top", "left", "bottom", "right"))
        inner = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for s in ("insideH", "insideV"))
        made = "".join(
            "<w:tr>"
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{each}" w:type="dxa"/></w:tcPr>{self.paragraph(Line("cell", ((words, {}),)), width)}</w:tc>'
                for words in row
            )
            + "</w:tr>"
            for row in rows
        )
        grid = f'<w:gridCol w:w="{each}"/>' * len(rows[0])
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{sides}{inner}</w:tblBorders></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
        )

    # the whole

    def body(self) -> str:
        paper = self.paper
        parts = [self.lines(paper.above, self.body_width), self.head(paper.left, paper.right)]
        parts += [self.lines(paper.text, self.body_width), self.empty(6)]
        if paper.second:
            parts += [self.table([(paper.second, paper.signature)], 85), self.lines(paper.recipients, self.body_width)]
        else:
            parts.append(self.table([(paper.recipients, paper.signature)], 85))
        if paper.contact and self.standard != "nd30":
            parts += [self.empty(2), self.lines(paper.contact, self.body_width)]
        if paper.copy:
            parts.append(self.copy(paper.copy))
        sections = [self.section(first=True)]
        for appendix in paper.appendices:
            parts += self.appendix(appendix, sections)
        if not paper.appendices:
            parts.append(self.empty(2))
        return "".join(parts) + sections[-1]

    def copy(self, copy: Copy) -> str:
        rule = self.empty(2, border="bottom" if copy.ruled else "")
        return rule + self.head(copy.left, copy.right) + self.empty(6) + self.table([(copy.recipients, copy.signature)], 85)

    def appendix(self, appendix: Appendix, sections: list[str]) -> list[str]:
        parts = ['<w:p><w:r><w:br w:type="page"/></w:r></w:p>']
        if appendix.own_section:
            parts = [f"<w:p><w:pPr>{sections[-1]}</w:pPr></w:p>"]
            sections.append(self.section(restart=appendix.restart, turned=appendix.landscape))
        parts.append(self.lines(appendix.lines, self.body_width))
        if appendix.table:
            parts += [self.data(appendix.table, self.body_width), self.empty(2)]
        return parts

    def section(self, first: bool = False, restart: bool = False, turned: bool = False) -> str:
        page = self.page
        turned = turned or bool(page.get("landscape"))
        wide, high = sorted((float(page["width"]), float(page["height"])), reverse=turned)
        size = f'<w:pgSz w:w="{twips(wide)}" w:h="{twips(high)}"' + (' w:orient="landscape"/>' if turned else "/>")
        margins = " ".join(f'w:{s}="{twips(page[s])}"' for s in ("top", "right", "bottom", "left", "header"))
        kind = f' w:fmt="{page["format"]}"' if page.get("format") else ""
        begin = 1 if restart else page.get("start") if first else None
        start = f' w:start="{begin}"' if begin is not None else ""
        number = f"<w:pgNumType{kind}{start}/>" if kind or start else ""
        title = "<w:titlePg/>" if page.get("first_hidden", True) else ""
        return (
            f"<w:sectPr>{self.references(first)}{size}<w:pgMar {margins} "
            f'w:footer="567" w:gutter="0"/>{number}<w:cols w:space="708"/>{title}</w:sectPr>'
        )

    def references(self, first: bool) -> str:
        found = _REFERENCES.get(self.page["number"])
        made = f'<w:{found[0]}Reference w:type="{found[1]}" r:id="rId11"/>' if found else ""
        if self.paper.contact and self.standard == "nd30" and first:
            made += '<w:footerReference w:type="first" r:id="rId12"/>'
        return made

    def number(self) -> str:
        look = look_of(self.standard, "page_number", self.build.end).but(**self.page.get("number_look", {}))
        marked = letters(look, self.base)
        mark = '<w:r>{0}<w:fldChar w:fldCharType="{1}"/></w:r>'
        properties = f"<w:rPr>{marked}</w:rPr>"
        field = (
            mark.format(properties, "begin")
            + f'<w:r>{properties}<w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText></w:r>'
            + mark.format(properties, "separate")
            + f"<w:r>{properties}<w:t>2</w:t></w:r>"
            + mark.format(properties, "end")
        )
        if self.page["number"] == "typed":
            field = run("2", marked)
        made = f"<w:p><w:pPr>{paragraph(look.but(indent=0, before=0), self.base)}</w:pPr>{field}</w:p>"
        if self.build.grid == "2x2":
            gallery = '<w:docPartGallery w:val="Page Numbers (Top of Page)"/>'
            made = f"<w:sdt><w:sdtPr><w:docPartObj>{gallery}</w:docPartObj></w:sdtPr><w:sdtContent>{made}</w:sdtContent></w:sdt>"
        tag = "ftr" if self.page["number"] == "footer" else "hdr"
        return f"{HEAD}<w:{tag} {NAMESPACES}>{made}</w:{tag}>"

    def styles(self) -> str:
        out = [
            f'{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'
            '<w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
            '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        ]
        base = self.base
        normal = f"<w:pPr>{paragraph(base, _WRONG)}</w:pPr><w:rPr>{letters(base, _WRONG)}</w:rPr>" if self.build.manner == "normal" else ""
        out.append(f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{normal}</w:style>')
        if self.build.manner == "styles":
            for component in (*dict.fromkeys(one.component for one in self.paper.lines()), "cell"):
                look = look_of(self.standard, component, self.build.end)
                out.append(
                    f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Vb{component}"><w:name w:val="VB {component}"/>'
                    f'<w:basedOn w:val="Normal"/><w:pPr>{paragraph(look, _WRONG)}</w:pPr><w:rPr>{letters(look, _WRONG)}</w:rPr></w:style>'
                )
        return "".join(out) + "</w:styles>"

    def package(self) -> bytes:
        main = f"{HEAD}<w:document {NAMESPACES}><w:body>{self.body()}</w:body></w:document>"
        parts = {"rId1": ("styles", self.styles())}
        if self.page["number"] != "none":
            parts["rId11"] = ("footer1" if self.page["number"] == "footer" else "header1", self.number())
        if self.paper.contact and self.standard == "nd30":
            inside = self.lines(self.paper.contact, self.body_width)
            parts["rId12"] = ("footer2", f"{HEAD}<w:ftr {NAMESPACES}>{inside}</w:ftr>")
        return pack(main, parts)
