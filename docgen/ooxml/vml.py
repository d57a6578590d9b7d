"""Lines, pictures and text boxes drawn with VML, which Word wrote before 2007 and other programs still write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import ref

from docgen.ooxml.content import DrawnLine, Paragraph, Shape
from docgen.ooxml.measures import read_length
from docgen.ooxml.property_lists import hex_color
from docgen.ooxml.units import TWIPS_PER_PT
from docgen.ooxml.xml import VML

if TYPE_CHECKING:
    from lxml import etree

_OFFICE = "urn:schemas-microsoft-com:office:office"
_PREFIX = f"{{{VML}}}"
_SHAPES = frozenset({"shape", "rect", "roundrect", "oval", "polyline", "line", "curve", "arc", "image"})
# the shape types of straight lines, a line and a straight connector, as Word and LibreOffice call them
_LINE_TYPES = frozenset({"_x0000_t20", "_x0000_t32", "shapetype_20", "shapetype_32"})
_DEFAULT_WEIGHT = 0.75
_FLAT = 1.5
_NAMED = {"black": "000000", "red": "FF0000", "blue": "0000FF", "white": "FFFFFF", "green": "008000", "gray": "808080"}
_OFF = frozenset({"f", "false", "0"})
_FROM = {"text": "column", "char": "character"}


@dataclass(frozen=True, slots=True)
class _Units:
    """How bare numbers inside a group become points; ``None`` outside of one, where they are pixels."""

    scale: tuple[float, float] | None = None
    origin: tuple[float, float] = (0.0, 0.0)
    place: tuple[float, float] = (0.0, 0.0)
    style: dict[str, str] | None = None

    def x(self, value: float) -> float:
        return self.place[0] + (value - self.origin[0]) * self.scale[0] if self.scale else value * 0.75

    def y(self, value: float) -> float:
        return self.place[1] + (value - self.origin[1]) * self.scale[1] if self.scale else value * 0.75

    def width(self, value: float) -> float:
        return value * (self.scale[0] if self.scale else 0.75)

    def height(self, value: float) -> float:
        return value * (self.scale[1] if self.scale else 0.75)


def read_vml(element: etree._Element, paragraph: Paragraph) -> Iterator[DrawnLine | tuple[Shape, etree._Element | None]]:
    """What a ``w:pict`` or ``w:object`` shows."""
    yield from _read_children(element, paragraph, _Units())


def _read_children(
    parent: etree._Element, paragraph: Paragraph, units: _Units
) -> Iterator[DrawnLine | tuple[Shape, etree._Element | None]]:
    for child in parent.iterchildren("*"):
        tag = str(child.tag)
        name = tag.removeprefix(_PREFIX)
        if name == tag:
            continue
        if name == "group":
            yield from _read_children(child, paragraph, _enter(child, units))
        elif name in _SHAPES:
            style = _style(child)
            if style.get("visibility") != "hidden":
                yield from _read_shape(child, name, style, paragraph, units)


def _style(element: etree._Element) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in element.get("style", "")[:4000].split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _points(value: str | None) -> float | None:
    """A length with its unit in pt."""
    twips = read_length(value)
    return None if twips is None else twips / TWIPS_PER_PT


def _bare(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if abs(number) < 1e7 else None


def _pair(value: str | None) -> tuple[float, float] | None:
    first, _, second = (value or "").partition(",")
    x, y = _bare(first or "0"), _bare(second or "0")
    return None if value is None or x is None or y is None else (x, y)


def _sizes(style: dict[str, str], units: _Units) -> tuple[float | None, float | None]:
    width, height = _points(style.get("width")), _points(style.get("height"))
    if width is None and (bare := _bare(style.get("width"))) is not None:
        width = units.width(bare)
    if height is None and (bare := _bare(style.get("height"))) is not None:
        height = units.height(bare)
    return width, height


def _place(style: dict[str, str], units: _Units) -> tuple[float | None, float | None]:
    """Left and top: margins outside of a group, ``left`` and ``top`` inside."""
    if units.scale:
        left, top = _bare(style.get("left")), _bare(style.get("top"))
        return (None if left is None else units.x(left)), (None if top is None else units.y(top))
    x, y = _points(style.get("margin-left")), _points(style.get("margin-top"))
    return (_points(style.get("left")) if x is None else x), (_points(style.get("top")) if y is None else y)


def _enter(group: etree._Element, units: _Units) -> _Units:
    style = _style(group)
    width, height = _sizes(style, units)
    x, y = _place(style, units)
    # The standard gives a group without its own coordinates a thousand each way.
    size, origin = _pair(group.get("coordsize")) or (1000.0, 1000.0), _pair(group.get("coordorigin")) or (0.0, 0.0)
    scale = ((width or 0.0) / (size[0] or 1000.0), (height or 0.0) / (size[1] or 1000.0))
    return _Units(scale, origin, (x or 0.0, y or 0.0), units.style or style)


def _read_shape(
    element: etree._Element, name: str, style: dict[str, str], paragraph: Paragraph, units: _Units
) -> Iterator[DrawnLine | tuple[Shape, etree._Element | None]]:
    stroked = element.get("stroked", "t").lower() not in _OFF
    parts = {str(c.tag).rpartition("}")[2]: c for c in element.iterchildren("*")}
    box = parts["textbox"].iterchildren("*") if "textbox" in parts else iter(())
    text = next((c for c in box if str(c.tag).endswith("}txbxContent")), None)
    width, height = _sizes(style, units)
    x, y = _place(style, units)
    is_line = element.get("type", "").lstrip("#") in _LINE_TYPES or name == "line"
    if name == "line":
        width, height, x, y = _ends(element, units, x, y)
    is_rule = element.get(f"{{{_OFFICE}}}hr", "f").lower() not in _OFF
    flat = text is None and name in ("rect", "shape") and height is not None and height <= _FLAT
    if is_rule or is_line or (flat and "imagedata" not in parts):
        if stroked or (not is_line and element.get("filled", "t").lower() not in _OFF):
            yield _line(element, paragraph, units.style or style, (None if is_rule and not width else width, height), (x, y))
        return
    if "textpath" in parts:
        kind = "wordart"
    elif "imagedata" in parts or name == "image":
        kind = "picture"
    else:
        kind = "textbox" if text is not None else "rectangle" if name == "rect" else name
    yield Shape(kind, ref(paragraph), width, height, stroked and kind not in ("picture", "wordart")), text


def _ends(
    element: etree._Element, units: _Units, left: float | None, top: float | None
) -> tuple[float | None, float | None, float | None, float | None]:
    """Width, height, left and top of a ``v:line`` by its two ends."""
    first, second = (_end(element.get(name, "0,0"), units) for name in ("from", "to"))
    if first is None or second is None:
        return None, None, None, None
    return (
        abs(second[0] - first[0]),
        abs(second[1] - first[1]),
        min(first[0], second[0]) + (left or 0.0),
        min(first[1], second[1]) + (top or 0.0),
    )


def _end(value: str, units: _Units) -> tuple[float, float] | None:
    first, _, second = value.partition(",")
    x, y = _points(first.strip()), _points(second.strip())
    if x is None and (bare := _bare(first.strip() or "0")) is not None:
        x = units.x(bare)
    if y is None and (bare := _bare(second.strip() or "0")) is not None:
        y = units.y(bare)
    return None if x is None or y is None else (x, y)


def _line(
    element: etree._Element,
    paragraph: Paragraph,
    style: dict[str, str],
    size: tuple[float | None, float | None],
    place: tuple[float | None, float | None],
) -> DrawnLine:
    color = element.get("strokecolor", "black").split(" ")[0]
    align = style.get("mso-position-horizontal", "absolute")
    across = style.get("mso-position-horizontal-relative", "text")
    down = style.get("mso-position-vertical-relative", "text")
    aligned = align not in ("", "absolute")
    return DrawnLine(
        kind="vml",
        anchor=ref(paragraph),
        length=size[0],
        weight=_points(element.get("strokeweight")) or _DEFAULT_WEIGHT,
        x=None if aligned else place[0],
        x_from=_FROM.get(across, across),
        x_align=align if aligned else "",
        y=place[1],
        y_from="paragraph" if down == "text" else down,
        color=_NAMED.get(color) or hex_color(color) or "auto",
        horizontal=size[0] is None or abs(size[1] or 0) * 5 <= abs(size[0]),
    )
