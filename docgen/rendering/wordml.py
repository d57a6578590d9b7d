"""Blocks as WordprocessingML. Everything is written by joining strings: this is the hot path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from docgen.anchors.names import bookmark_names, text_hashes
from docgen.anchors.record import Anchor
from docgen.ooxml.builds import SLOT, StoryDigester, Written, weave
from docgen.ooxml.stories import END
from docgen.ooxml.units import EMU_PER_PT, emu, half_points, pt_twips
from docgen.ooxml.xml import MC, VML, WP, WPS, A, escape
from docgen.rendering.blocks import AnyBlock, Block, RuleBlock, TableBlock

_BOLD = {None: "", True: "<w:b/>", False: '<w:b w:val="0"/>'}
_ITALIC = {None: "", True: "<w:i/>", False: '<w:i w:val="0"/>'}
_RUN_END = "</w:t></w:r>"
_DECLARATIONS = f'xmlns:mc="{MC}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:wps="{WPS}" xmlns:v="{VML}"'


class Writer:
    """Writes the blocks of one document in the order of the page, numbering bookmarks and drawings as it goes.

    ``styles`` maps components to the template's style ids, ``section`` is the XML of its section properties, ``weight`` the
    thickness of drawn lines and ``above`` their distance from the text (pt). ``digester`` knows the canonical text of what is
    written; ``written`` holds it for each call of ``write_all``, ``anchors`` what the record needs.
    """

    def __init__(
        self, styles: Mapping[str, str], section: str, digester: StoryDigester, document_key: str, weight: float, above: float
    ) -> None:
        self._styles = styles
        self._section = section
        self._digester = digester
        self._names = bookmark_names(document_key)
        self._weight = weight
        self._above = above
        self._drawings = 0
        self.anchors: list[Anchor] = []
        self._bookmarks = 0
        # of the blocks that are being written: name, path, words and component of each bookmark, one after the other
        self._marks: list[str] = []
        self._clean = True
        # XML and canonical text of what begins paragraphs and runs
        self._openings: dict[tuple[object, ...], tuple[str, str]] = {}
        self._looks: dict[tuple[object, ...], tuple[str, str]] = {}
        self.written: list[Written] = []

    def write_all(self, blocks: Sequence[AnyBlock]) -> list[Markup]:
        """The XML of ``blocks``, ready for the template's loop and ``{{p block }}``: one piece, since a template prints all or none."""
        if not blocks:
            return []
        bookmarks, drawings = self._bookmarks, self._drawings
        xml, text = self._write(blocks)
        # words that cannot stand in XML as they are: rare enough to be looked for afterwards, in all words at once
        if not _is_clean(text):
            self._bookmarks, self._drawings = bookmarks, drawings
            xml, text = self._write(blocks, clean=False)
        names, paths, plains, components = (self._marks[i::4] for i in range(4))
        self.anchors += map(Anchor, names, paths, text_hashes(plains), components)
        piece = Markup(xml)
        self.written.append(Written(piece, text))
        return [piece]

    def _write(self, blocks: Sequence[AnyBlock], clean: bool = True) -> tuple[str, str]:
        """The XML and the canonical text of ``blocks``; ``clean``: as if all words could stand in the XML as they are."""
        self._marks, self._clean = [], clean
        out: list[str] = []
        said: list[str] = []
        for block in blocks:
            if isinstance(block, Block):
                self._paragraph(block, out, said)
            elif isinstance(block, TableBlock):
                self._table(block, out, said)
            else:
                xml = self._rule(block) if isinstance(block, RuleBlock) else self._section_break()
                out.append(xml)
                said += self._digester.around(xml)
        return "".join(out), "".join(said)

    def _paragraph(self, block: Block, out: list[str], said: list[str]) -> None:
        begun = len(out), len(said)
        component, size, looks, marks, clean = block.component, block.size, self._looks, self._marks, self._clean
        names = self._names
        properties = (component, block.keep_next, block.before, block.after, block.indents, block.align)
        start, format = self._openings.get(properties) or self._open(*properties)
        out.append(start)
        said.append(format)
        current = None
        for spans, origin, bold, italic, underline in block.segments:
            if origin:
                number = self._bookmarks
                self._bookmarks = number + 1
                name = f"{names}{number}"
                marks += (name, origin, spans[0].text if len(spans) == 1 else "".join([span.text for span in spans]), component)
                out.append(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>')
            for text, strong, slanted in spans:
                look = (strong or bold, slanted or italic, underline, size)
                start, format = looks.get(look) or self._look(*look)
                out += (start, text if clean else _content(text, start), _RUN_END)
                if format == current:
                    said.append(text)
                elif text:
                    said += (format, text)
                    current = format
            if origin:
                out.append(f'<w:bookmarkEnd w:id="{number}"/>')
        out.append("</w:p>")
        said.append(END)
        if not clean and not _is_clean(block.plain):
            said[begun[1] :] = [self._digester.blocks("".join(out[begun[0] :]))]

    def _open(
        self,
        component: str,
        keep_next: bool,
        before: float | None,
        after: float | None,
        indents: tuple[float, float, float] | None,
        align: str | None,
    ) -> tuple[str, str]:
        """How a paragraph with these properties begins, in XML and in canonical text."""
        out = [f'<w:p><w:pPr><w:pStyle w:val="{self._styles[component]}"/>']
        if keep_next:
            out.append("<w:keepNext/>")
        if before is not None or after is not None:
            above = "" if before is None else f' w:before="{pt_twips(before)}"'
            below = "" if after is None else f' w:after="{pt_twips(after)}"'
            out.append(f"<w:spacing{above}{below}/>")
        if indents is not None:
            left, right, hanging = indents
            # without a hanging indent the style's own is taken back too
            special = f'w:hanging="{pt_twips(hanging)}"' if hanging else 'w:firstLine="0"'
            out.append(f'<w:ind w:left="{pt_twips(left)}" w:right="{pt_twips(right)}" {special}/>')
        if align is not None:
            out.append(f'<w:jc w:val="{align}"/>')
        out.append("</w:pPr>")
        xml = "".join(out)
        found = self._openings[component, keep_next, before, after, indents, align] = xml, self._digester.opening(xml)
        return found

    def _look(self, bold: bool | None, italic: bool | None, underline: bool, size: float | None) -> tuple[str, str]:
        """How a run of this look begins, in XML and in canonical text."""
        sizes = "" if size is None else f'<w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/>'
        properties = _BOLD[bold] + _ITALIC[italic] + sizes + ('<w:u w:val="single"/>' if underline else "")
        properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        xml = f'<w:r>{properties}<w:t xml:space="preserve">'
        found = self._looks[bold, italic, underline, size] = xml, self._digester.look(xml)
        return found

    def _table(self, table: TableBlock, out: list[str], said: list[str]) -> None:
        """``said`` gets the canonical texts of the cells, put into that of the grid."""
        widths = [pt_twips(w) for w in table.widths]
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        frame = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles["table"]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        ]
        cells, texts = [], []
        rows = [table.header, *table.rows]
        for i, row in enumerate(rows):
            head = "<w:tblHeader/>" if i == 0 else ""
            frame.append(f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>")
            for width, cell in zip(widths, row, strict=True):
                cell.keep_next = cell.keep_next or i >= len(rows) - table.kept_rows
                inside: list[str] = []
                text: list[str] = []
                self._paragraph(cell, inside, text)
                cells.append("".join(inside))
                texts.append("".join(text))
                frame.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{SLOT}</w:tc>')
            frame.append("</w:tr>")
        frame.append("</w:tbl>")
        xml = "".join(frame)
        out.append(weave(xml.split(SLOT), cells))
        said.append(weave(self._digester.around(xml), texts))

    def _section_break(self) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self._styles["end"]}"/>{self._section}</w:pPr></w:p>'

    def _rule(self, rule: RuleBlock) -> str:
        """A line in a paragraph of its own right below the text: it moves with the text however many lines that has.

        Word 2010 and later read the first form, older programs the second.
        """
        self._drawings += 1
        length, top = emu(rule.length), emu(self._above)
        points = f"{rule.length:.2f}pt"
        keep = "<w:keepNext/>" if rule.keep_next else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._styles["rule"]}"/>{keep}</w:pPr><w:r><mc:AlternateContent {_DECLARATIONS}>'
            '<mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
            ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
            f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{self._drawings}" name="Line {self._drawings}"/><wp:cNvGraphicFramePr/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>'
            f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{round(self._weight * EMU_PER_PT)}">'
            '<a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>'
            "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f'<v:line id="line{self._drawings}" style="position:absolute;margin-top:{self._above}pt;z-index:1;'
            'mso-position-horizontal:center;mso-position-horizontal-relative:text;mso-position-vertical-relative:text"'
            f' from="0,0" to="{points},0" strokeweight="{self._weight}pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>'
        )


def _line_end(start: str) -> str:
    """A line end inside a run that begins with ``start``.

    The space before it keeps the words apart for whoever reads them on one line; at 1 pt it does not push a centred line aside.
    """
    return f'{_RUN_END}<w:r><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr><w:t xml:space="preserve"> </w:t><w:br/></w:r>{start}'


def _is_clean(text: str) -> bool:
    """Whether ``text`` may stand in the XML as it is."""
    return not ("&" in text or "<" in text or ">" in text or "{" in text or "}" in text or "\n" in text or "\r" in text)


def _content(text: str, start: str) -> str:
    """``text`` inside ``w:t`` of a run that begins with ``start``; line ends become breaks.

    docxtpl turns ``{_{`` and the like into its own tags after rendering: the author's braces are written as references.
    """
    text = escape(text)
    if "{_" in text or "_}" in text:
        text = text.replace("{", "&#123;").replace("}", "&#125;")
    if "\n" in text:
        text = text.replace(" \n", _line_end(start)).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return text
