"""Drawn lines and boxes as Word writes them: a shape with its VML twin, or VML alone as in older files."""

from __future__ import annotations

_EMU = 12700
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def draw_line(x: float, y: float, length: float, number: int, shape: str) -> str:
    """A run with a horizontal line; lengths in pt from the column's edge and the paragraph's top."""
    inside = f"<wps:cNvCnPr/>{_shape(shape, length, 0)}<wps:bodyPr/>"
    return _both(_anchor(x, y, length, 0, number, "Straight Connector", inside), draw_old_line(x, y, length, number))


def draw_old_line(x: float, y: float, length: float, number: int) -> str:
    """The same in VML alone, without its run."""
    style = "position:absolute;z-index:251659264;visibility:visible"
    ends = f'from="{x:.2f}pt,{y:.2f}pt" to="{x + length:.2f}pt,{y:.2f}pt"'
    return f'<w:pict><v:line id="Line{number}" style="{style}" {ends} strokeweight=".75pt"/></w:pict>'


def draw_box(width: float, height: float, number: int, inside: str, bordered: bool, old: bool) -> str:
    """A run with a text box around the paragraphs ``inside``; sizes in pt. ``old``: VML alone."""
    stroke = "" if bordered else ' stroked="f"'
    style = f"position:absolute;width:{width:.2f}pt;height:{height:.2f}pt;z-index:251660288;visibility:visible"
    body = f'<v:textbox inset="0,0,0,0"><w:txbxContent>{inside}</w:txbxContent></v:textbox>'
    vml = f'<w:pict><v:rect id="Box{number}" style="{style}"{stroke}>{body}</v:rect></w:pict>'
    if old:
        return f"<w:r>{vml}</w:r>"
    margins = ' lIns="0" tIns="0" rIns="0" bIns="0"'
    text = f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr{margins}/>"
    shape = f'<wps:cNvSpPr txBox="1"/>{_shape("rect", width, height, bordered)}{text}'
    return _both(_anchor(0, 2, width, height, number, "Text Box", shape), vml)


def _both(new: str, old: str) -> str:
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"


def _shape(kind: str, width: float, height: float, drawn: bool = True) -> str:
    black = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    line = f'<a:ln w="9525">{black if drawn else "<a:noFill/>"}</a:ln>'
    extent = f'<a:ext cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"/>'
    return f'<wps:spPr><a:xfrm><a:off x="0" y="0"/>{extent}</a:xfrm><a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{line}</wps:spPr>'


def _anchor(x: float, y: float, width: float, height: float, number: int, name: str, shape: str) -> str:
    attributes = 'simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"'
    across = f'<wp:positionH relativeFrom="column"><wp:posOffset>{round(x * _EMU)}</wp:posOffset></wp:positionH>'
    down = f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{round(y * _EMU)}</wp:posOffset></wp:positionV>'
    return (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" {attributes}><wp:simplePos x="0" y="0"/>{across}{down}'
        f'<wp:extent cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{name} {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_WPS}"><wps:wsp>{shape}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )
