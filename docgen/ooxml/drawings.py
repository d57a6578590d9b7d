"""Lines, pictures and text boxes drawn with DrawingML; those in VML are handed on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import ref

from docgen.ooxml.alternatives import ALTERNATE, printed_branch
from docgen.ooxml.content import DrawnLine, Paragraph, Shape
from docgen.ooxml.measures import read_whole
from docgen.ooxml.property_lists import hex_color
from docgen.ooxml.units import EMU_PER_PT
from docgen.ooxml.vml import read_vml

if TYPE_CHECKING:
    from lxml import etree

#: a line, or a shape with the ``w:txbxContent`` of its text
Drawn = DrawnLine | tuple[Shape, "etree._Element | None"]

_FARTHEST = 10**9
_LINES = frozenset({"line", "straightConnector1", "lineInv"})
_DEFAULT_WEIGHT = 0.75
# A box no higher than this prints as a line.
_FLAT = 1.5
_BLACK = frozenset({"tx1", "dk1"})


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a drawing is anchored and how its own units become points."""

    paragraph: Paragraph
    x: float | None = None
    x_from: str = ""
    x_align: str = ""
    y: float | None = None
    y_from: str = ""
    width: float | None = None
    height: float | None = None
    origin: tuple[float, float] = (0.0, 0.0)
    scale: tuple[float, float] = (1 / EMU_PER_PT, 1 / EMU_PER_PT)


def read_drawings(element: etree._Element, paragraph: Paragraph) -> list[Drawn]:
    """What a ``w:drawing``, ``w:pict`` or ``w:object`` that is anchored in ``paragraph`` shows."""
    out: list[Drawn] = []
    if _local(element) != "drawing":
        out += read_vml(element, paragraph)
        # an object of another program may carry its picture in either language
        holders = [c for c in element.iterchildren("*") if _local(c) == "drawing"]
    else:
        holders = [element]
    for holder in holders:
        for frame in holder.iterchildren("*"):
            if _local(frame) in ("inline", "anchor"):
                out += _read_frame(frame, paragraph)
    return out


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The descendant at the end of a path of local names."""
    for name in names:
        if element is None:
            return None
        element = next((c for c in element.iterchildren("*") if _local(c) == name), None)
    return element


def _number(element: etree._Element | None, name: str) -> int | None:
    return read_whole(element.get(name), -_FARTHEST, _FARTHEST) if element is not None else None


def _read_frame(frame: etree._Element, paragraph: Paragraph) -> Iterator[Drawn]:
    hidden = _child(frame, "docPr")
    if hidden is not None and hidden.get("hidden") in ("1", "true"):
        return
    extent = _child(frame, "extent")
    width, height = _number(extent, "cx"), _number(extent, "cy")
    x, x_from, x_align = _read_position(_child(frame, "positionH"))
    y, y_from, _ = _read_position(_child(frame, "positionV"))
    placing = Placing(paragraph, x, x_from, x_align, y, y_from, _points(width), _points(height))
    data = _child(frame, "graphic", "graphicData")
    for node in _printed(data):
        yield from _read_node(node, placing, top=True)


def _points(emu: int | None) -> float | None:
    return None if emu is None else emu / EMU_PER_PT


def _read_position(element: etree._Element | None) -> tuple[float | None, str, str]:
    if element is None:
        return None, "", ""
    offset, align = _child(element, "posOffset"), _child(element, "align")
    emu = read_whole((offset.text or "").strip(), -_FARTHEST, _FARTHEST) if offset is not None else None
    return _points(emu), element.get("relativeFrom", ""), ((align.text or "").strip() if align is not None else "")


def _printed(parent: etree._Element | None) -> Iterator[etree._Element]:
    for child in parent.iterchildren("*") if parent is not None else ():
        if child.tag == ALTERNATE:
            yield from _printed(printed_branch(child))
        else:
            yield child


def _read_node(node: etree._Element, placing: Placing, *, top: bool) -> Iterator[Drawn]:
    name = _local(node)
    if name in ("wgp", "grpSp", "wpc", "lockedCanvas"):
        inside = _in_group(node, placing, top=top)
        for child in _printed(node):
            yield from _read_node(child, inside, top=False)
    elif name == "pic":
        width, height, _, _ = _extent(_child(node, "spPr"), placing, top=top)
        yield Shape("picture", ref(placing.paragraph), width, height, _outlined(node)), None
    elif name in ("wsp", "sp", "cxnSp"):
        yield from _read_shape(node, placing, top=top)
    elif top and name in ("chart", "relIds", "inkPart"):
        yield Shape("drawing", ref(placing.paragraph), placing.width, placing.height, False), None


def _in_group(group: etree._Element, placing: Placing, *, top: bool) -> Placing:
    """The placing for what stands inside ``group``: its own units stretched to the size of the group."""
    transform = _child(group, "grpSpPr", "xfrm")
    ext, inner = _child(transform, "ext"), _child(transform, "chExt")
    start = _child(transform, "chOff")
    sx, sy = placing.scale
    wide, high = _number(inner, "cx"), _number(inner, "cy")
    width, height, x, y = _extent_of(transform, placing, top=top)
    origin = (float(_number(start, "x") or 0), float(_number(start, "y") or 0))
    scale = (width / wide if width and wide and ext is not None else sx, height / high if height and high else sy)
    return replace(placing, x=x, y=y, origin=origin, scale=scale)


def _extent(
    properties: etree._Element | None, placing: Placing, *, top: bool
) -> tuple[float | None, float | None, float | None, float | None]:
    return _extent_of(_child(properties, "xfrm"), placing, top=top)


def _extent_of(
    transform: etree._Element | None, placing: Placing, *, top: bool
) -> tuple[float | None, float | None, float | None, float | None]:
    """Width, height, left and top in pt. On its own a shape has the extent and place of its anchor."""
    if top:
        return placing.width, placing.height, placing.x, placing.y
    ext, off = _child(transform, "ext"), _child(transform, "off")
    width, height = _number(ext, "cx"), _number(ext, "cy")
    left, upper = _number(off, "x"), _number(off, "y")
    (ox, oy), (sx, sy) = placing.origin, placing.scale
    return (
        None if width is None else width * sx,
        None if height is None else height * sy,
        None if left is None or placing.x is None else placing.x + (left - ox) * sx,
        None if upper is None or placing.y is None else placing.y + (upper - oy) * sy,
    )


def _read_shape(node: etree._Element, placing: Placing, *, top: bool) -> Iterator[Drawn]:
    properties = _child(node, "spPr")
    width, height, x, y = _extent(properties, placing, top=top)
    geometry = _child(properties, "prstGeom")
    preset = geometry.get("prst", "") if geometry is not None else "free"
    text = _child(node, "txbx", "txbxContent")
    if preset in _LINES or _local(node) == "cxnSp" or (text is None and height is not None and height <= _FLAT < (width or 0)):
        if _outlined(node, line=True) or preset not in _LINES:
            yield _line(properties, placing, (width, height), (x, y))
        return
    kind = "textbox" if text is not None else "rectangle" if preset == "rect" else preset
    yield Shape(kind, ref(placing.paragraph), width, height, _outlined(node)), text


def _line(
    properties: etree._Element | None,
    placing: Placing,
    size: tuple[float | None, float | None],
    place: tuple[float | None, float | None],
) -> DrawnLine:
    pen = _child(properties, "ln")
    emu = _number(pen, "w")
    color = _child(pen, "solidFill", "srgbClr")
    scheme = _child(pen, "solidFill", "schemeClr")
    tone = "000000" if scheme is not None and scheme.get("val") in _BLACK else "auto"
    return DrawnLine(
        kind="drawing",
        anchor=ref(placing.paragraph),
        length=size[0],
        weight=_DEFAULT_WEIGHT if not emu else emu / EMU_PER_PT,
        x=place[0],
        x_from=placing.x_from,
        x_align=placing.x_align,
        y=place[1],
        y_from=placing.y_from,
        color=(hex_color(color.get("val", "")) or "auto") if color is not None else tone,
        horizontal=is_horizontal(*size),
    )


def is_horizontal(width: float | None, height: float | None) -> bool:
    """Whether a line of that extent lies; a hand that drew it may have slipped a little."""
    return abs(height or 0) * 5 <= abs(width or 0)


def _outlined(node: etree._Element, *, line: bool = False) -> bool:
    """Whether a shape's outline is drawn: by its own pen, else by the style it takes. A ``line`` has one unless it says no."""
    pen = _child(node, "spPr", "ln")
    if pen is not None and _child(pen, "noFill") is not None:
        return False
    if pen is not None and _child(pen, "solidFill") is not None:
        return True
    reference = _child(node, "style", "lnRef")
    if reference is not None:
        return reference.get("idx") != "0"
    return line
