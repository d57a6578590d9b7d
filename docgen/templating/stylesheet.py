"""A rule set as ``word/styles.xml``: one paragraph style for each component, named as Vietnamese offices name it."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.metrics import text_width
from docgen.ooxml.units import PARTS_PER_LINE, half_points, pt_twips, twips
from docgen.ooxml.xml import W, escape_attribute
from docgen.standards import Component, Standard

#: helper styles that carry no words of the document: style id → name in Word's style list
HELPERS = {"rule": "Đường kẻ", "end": "Kết thúc", "table": "Bảng"}
#: running text may break over pages, every other component is kept whole
RUNNING = frozenset({"body", "base", "table_cell"})
#: entries whose second line hangs under their words, and the mark whose width says how far
HANGING = {"recipient": "recipient", "filing": "filing", "addressee": "addressee"}


def style_names(standard: Standard) -> dict[str, str]:
    """Style id → name: the components under their labels, then the helpers."""
    return {name: c.label for name, c in standard.printed.items()} | HELPERS


def styles_xml(standard: Standard) -> bytes:
    """The styles part: defaults from the body, ``Normal``, one style a component, the helpers."""
    body = standard.components["body"]
    font = escape_attribute(standard.page.font.use)
    pieces = [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{half_points(body.size.use)}"/><w:szCs w:val="{half_points(body.size.use)}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>',
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ]
    pieces += [_component_style(standard, name, component) for name, component in standard.printed.items()]
    pieces += _helper_styles(standard)
    pieces.append("</w:styles>")
    return "".join(pieces).encode()


def hanging_pt(standard: Standard, mark: str, component: str) -> float:
    """How far the second line of an entry hangs: the width of the mark before its words, in pt."""
    own = standard.components[component]
    return text_width(standard.marks[mark].prefix.use, own.size.use, own.bold.use, own.italic.use)


def _component_style(standard: Standard, name: str, component: Component) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{escape_attribute(component.label)}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{"".join(_paragraph(standard, name, component))}</w:pPr>'
        f"<w:rPr>{''.join(_run(component))}</w:rPr></w:style>"
    )


def _paragraph(standard: Standard, name: str, component: Component) -> Iterator[str]:
    """The children of ``w:pPr`` in the schema's order."""
    if component.keep_next and component.keep_next.use:
        yield "<w:keepNext/>"
    if name not in RUNNING:
        yield "<w:keepLines/>"
    before = pt_twips(component.before.use) if component.before else 0
    after = pt_twips(component.after.use) if component.after else 0
    if component.exact:
        line, rule = pt_twips(component.exact.use), "exact"
    else:
        line, rule = round(PARTS_PER_LINE * (component.line.use if component.line else 1)), "auto"
    yield f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'
    if name in HANGING:
        hang = pt_twips(hanging_pt(standard, HANGING[name], name))
        yield f'<w:ind w:left="{hang}" w:hanging="{hang}"/>'
    elif component.indent:
        yield f'<w:ind w:firstLine="{twips(component.indent.use)}"/>'
    yield f'<w:jc w:val="{component.align.use}"/>'
    if component.outline:
        yield f'<w:outlineLvl w:val="{component.outline.use - 1}"/>'


def _run(component: Component) -> Iterator[str]:
    """The children of ``w:rPr`` in the schema's order."""
    if component.bold.use:
        yield "<w:b/><w:bCs/>"
    if component.italic.use:
        yield "<w:i/><w:iCs/>"
    size = half_points(component.size.use)
    yield f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _helper_styles(standard: Standard) -> Iterator[str]:
    drawing = standard.drawing
    for style_id, height, align in (("rule", drawing.rule_height.use, "center"), ("end", drawing.end_height.use, "left")):
        yield (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{HELPERS[style_id]}"/>'
            f'<w:basedOn w:val="Normal"/><w:pPr>{"<w:keepNext/>" if style_id == "rule" else ""}'
            f'<w:spacing w:before="0" w:after="0" w:line="{pt_twips(height)}" w:lineRule="exact"/><w:jc w:val="{align}"/></w:pPr>'
            '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
        )
    eighths = round(drawing.table_border.use * 8)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="auto"/>' for side in sides)
    pad = twips(drawing.table_padding.use)
    yield (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="table"><w:name w:val="{HELPERS["table"]}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>'
        f'<w:left w:w="{pad}" w:type="dxa"/><w:right w:w="{pad}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
