"""Blocks as WordprocessingML. Everything is written by joining strings: this is the hot path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from docgen.anchors.names import bookmark_name, text_hash
from docgen.anchors.record import Anchor
from docgen.ooxml.xml import MC, VML, WP, WPS, A, escape
from docgen.rendering.blocks import AnyBlock, Block, RuleBlock, TableBlock
from docgen.templating.units import EMU_PER_PT, emu, half_points, pt_twips

_TOGGLES = {None: "", True: "<w:b/>", False: '<w:b w:val="0"/>'}
_ITALIC = {None: "", True: "<w:i/>", False: '<w:i w:val="0"/>'}
_RUN_END = "</w:t></w:r>"
_DECLARATIONS = f'xmlns:mc="{MC}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:wps="{WPS}" xmlns:v="{VML}"'


class Writer:
    """Writes the blocks of one document in the order of the page, numbering bookmarks and drawings as it goes.

    ``styles`` maps components to the template's style ids, ``section`` is the XML of its section properties, ``weight`` the
    thickness of drawn lines and ``above`` their distance from the text (pt). ``anchors`` collects what the record needs.
    """

    def __init__(self, styles: Mapping[str, str], section: str, document_key: str, weight: float, above: float) -> None:
        self._styles = styles
        self._section = section
        self._key = document_key
        self._weight = weight
        self._above = above
        self._drawings = 0
        self.anchors: list[Anchor] = []
        self._openings = {name: f'<w:p><w:pPr><w:pStyle w:val="{style}"/>' for name, style in styles.items()}

    def write_all(self, blocks: Sequence[AnyBlock]) -> list[Markup]:
        """The XML of ``blocks``, ready for the template's loop and ``{{p block }}``: one piece, since a template prints all or none."""
        out: list[str] = []
        for block in blocks:
            if isinstance(block, Block):
                self._paragraph(block, out)
            elif isinstance(block, TableBlock):
                self._table(block, out)
            elif isinstance(block, RuleBlock):
                out.append(self._rule(block))
            else:
                out.append(f"{self._openings['end']}{self._section}</w:pPr></w:p>")
        return [Markup("".join(out))] if out else []

    def _paragraph(self, block: Block, out: list[str]) -> None:
        out.append(self._openings[block.component])
        if block.keep_next:
            out.append("<w:keepNext/>")
        if block.before is not None or block.after is not None:
            before = "" if block.before is None else f' w:before="{pt_twips(block.before)}"'
            after = "" if block.after is None else f' w:after="{pt_twips(block.after)}"'
            out.append(f"<w:spacing{before}{after}/>")
        if block.indents is not None:
            left, right, hanging = block.indents
            # without a hanging indent the style's own is taken back too
            special = f'w:hanging="{pt_twips(hanging)}"' if hanging else 'w:firstLine="0"'
            out.append(f'<w:ind w:left="{pt_twips(left)}" w:right="{pt_twips(right)}" {special}/>')
        if block.align is not None:
            out.append(f'<w:jc w:val="{block.align}"/>')
        out.append("</w:pPr>")
        size = "" if block.size is None else f'<w:sz w:val="{half_points(block.size)}"/><w:szCs w:val="{half_points(block.size)}"/>'
        for segment in block.segments:
            spans, origin, bold, italic, underline = segment
            if not origin:
                for span in spans:
                    out.append(_supplied_run(span.text, span.bold or bold, span.italic or italic, underline, size))
                continue
            plain = segment.plain
            clean = _is_clean(plain)
            number = len(self.anchors)
            name = bookmark_name(self._key, number)
            out.append(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>')
            for span in spans:
                start = _run_start(span.bold or bold, span.italic or italic, underline, size)
                out += (start, span.text if clean else _content(span.text, start), _RUN_END)
            out.append(f'<w:bookmarkEnd w:id="{number}"/>')
            self.anchors.append(Anchor(name, origin, text_hash(plain), block.component))
        out.append("</w:p>")

    def _table(self, table: TableBlock, out: list[str]) -> None:
        widths = [pt_twips(w) for w in table.widths]
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        out.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles["table"]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        rows = [table.header, *table.rows]
        for i, row in enumerate(rows):
            head = "<w:tblHeader/>" if i == 0 else ""
            out.append(f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>")
            for width, cell in zip(widths, row, strict=True):
                cell.keep_next = cell.keep_next or i >= len(rows) - table.kept_rows
                out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>')
                self._paragraph(cell, out)
                out.append("</w:tc>")
            out.append("</w:tr>")
        out.append("</w:tbl>")

    def _rule(self, rule: RuleBlock) -> str:
        """A line in a paragraph of its own right below the text: it moves with the text however many lines that has.

        Word 2010 and later read the first form, older programs the second.
        """
        self._drawings += 1
        length, top = emu(rule.length), emu(self._above)
        points = f"{rule.length:.2f}pt"
        keep = "<w:keepNext/>" if rule.keep_next else ""
        return (
            f"{self._openings['rule']}{keep}</w:pPr><w:r><mc:AlternateContent {_DECLARATIONS}>"
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


@lru_cache(maxsize=1024)
def _supplied_run(text: str, bold: bool | None, italic: bool | None, underline: bool, size: str) -> str:
    """A run of words that docgen supplies: mostly the same few again and again."""
    start = _run_start(bold, italic, underline, size)
    return f"{start}{_content(text, start)}{_RUN_END}"


@lru_cache(maxsize=256)
def _run_start(bold: bool | None, italic: bool | None, underline: bool, size: str) -> str:
    look = _TOGGLES[bold] + _ITALIC[italic] + size + ('<w:u w:val="single"/>' if underline else "")
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">'


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
