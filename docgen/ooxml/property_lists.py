"""What one ``w:rPr`` or ``w:pPr`` states, by the names of ``RunFormat`` and ``ParagraphFormat``.

Only what is stated stands in the result, in the units of the formats. Some keys are the reader's own: ``style`` (the style
named), ``dstrike``, ``num_id`` and ``num_level``, ``frame`` (width and height of an old text frame, 0 where it has none),
``boxed`` (whether borders stand left and right). ``tabs`` maps places to kinds, ``clear`` among them.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from docgen.ooxml.measures import attributes, read_switch, read_twips, read_whole
from docgen.ooxml.properties import LOCAL, SIDES
from docgen.ooxml.themes import Theme
from docgen.ooxml.units import TWIPS_PER_PT

if TYPE_CHECKING:
    from lxml import etree

Values = dict[str, Any]
_Attributes = Mapping[str, str]

#: properties of letters that style levels flip instead of override
TOGGLES = {"b": "bold", "i": "italic", "caps": "caps", "smallCaps": "small_caps", "strike": "strike", "vanish": "hidden"}
_SWITCHES = {
    "keepNext": "keep_next",
    "keepLines": "keep_lines",
    "pageBreakBefore": "page_break_before",
    "widowControl": "widow_control",
    "contextualSpacing": "contextual",
}
_VERTICAL = frozenset({"baseline", "superscript", "subscript"})
_LINE_RULES = frozenset({"auto", "exact", "atLeast"})
_HEX = frozenset(string.hexdigits)
_INVISIBLE = frozenset({"", "nil", "none"})
_TALLEST_HALF_POINTS = 3276


def read_run_properties(element: etree._Element, theme: Theme) -> Values:
    """What a ``w:rPr`` states about letters."""
    out: Values = {}
    for child in element.iterchildren("*"):
        name = LOCAL[str(child.tag)]
        if name in TOGGLES:
            if (on := read_switch(attributes(child))) is not None:
                out[TOGGLES[name]] = on
        elif name == "rFonts":
            _read_fonts(attributes(child), out, theme)
        elif name == "color":
            _read_color(attributes(child), out, theme)
        elif reader := _RUN_READERS.get(name):
            key, read = reader
            if (value := read(attributes(child))) is not None:
                out[key] = value
    return out


def _read_fonts(found: _Attributes, out: Values, theme: Theme) -> None:
    for key, name in (("font", "ascii"), ("high_font", "hAnsi")):
        token = found.get(f"{name}Theme")
        # A theme font outdoes one by name in the same element: Word keeps the name for programs that know no themes.
        font = (theme.font(token) if token else None) or found.get(name, "").strip()
        if font:
            out[key] = font


def _read_color(found: _Attributes, out: Values, theme: Theme) -> None:
    color = hex_color(found.get("val", ""))
    if (color is None or color == "auto") and (token := found.get("themeColor")):
        color = hex_color(theme.color(token) or "") or color
    if color is not None:
        out["color"] = color


def hex_color(value: str) -> str | None:
    """``auto`` or six hexadecimal digits in capitals, ``None`` for anything else."""
    if value.lower() == "auto":
        return "auto"
    value = value.removeprefix("#")
    return value.upper() if len(value) == 6 and _HEX.issuperset(value) else None


def _read_size(found: _Attributes) -> float | None:
    value = found.get("val")
    number = read_whole(value, 1, _TALLEST_HALF_POINTS)
    if number is None and (twips := read_twips(value, 1)):
        return twips / TWIPS_PER_PT
    return None if number is None else number / 2


def _read_underline(found: _Attributes) -> str | None:
    return found.get("val") or None


def _read_shading(found: _Attributes) -> str | None:
    return "auto" if found.get("val") == "nil" else hex_color(found.get("fill", "auto"))


def _read_spacing_of_letters(found: _Attributes) -> float | None:
    twips = read_twips(found.get("val"))
    return None if twips is None else twips / TWIPS_PER_PT


def _read_position(found: _Attributes) -> float | None:
    value = read_whole(found.get("val"), -_TALLEST_HALF_POINTS, _TALLEST_HALF_POINTS)
    return None if value is None else value / 2


def _read_vertical(found: _Attributes) -> str | None:
    value = found.get("val", "")
    return value if value in _VERTICAL else None


_RUN_READERS: dict[str, tuple[str, Callable[[_Attributes], Any]]] = {
    "sz": ("size", _read_size),
    "u": ("underline", _read_underline),
    "dstrike": ("dstrike", read_switch),
    "vertAlign": ("vertical", _read_vertical),
    "spacing": ("spacing", _read_spacing_of_letters),
    "position": ("position", _read_position),
    "highlight": ("highlight", _read_underline),
    "shd": ("shading", _read_shading),
    "rStyle": ("style", _read_underline),
}


def read_paragraph_properties(element: etree._Element) -> Values:
    """What a ``w:pPr`` states about its paragraph; the properties of its mark are left alone."""
    out: Values = {}
    for child in element.iterchildren("*"):
        name = LOCAL[str(child.tag)]
        if name in _SWITCHES:
            if (on := read_switch(attributes(child))) is not None:
                out[_SWITCHES[name]] = on
        elif reader := _PARAGRAPH_READERS.get(name):
            reader(child, attributes(child), out)
    return out


def _read_align(_: etree._Element, found: _Attributes, out: Values) -> None:
    if value := found.get("val"):
        out["align"] = SIDES.get(value, value)


def _read_indents(_: etree._Element, found: _Attributes, out: Values) -> None:
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        for name in names:
            if (value := read_twips(found.get(name))) is not None:
                out[key] = value
                break
    if (value := read_twips(found.get("hanging"), 0)) is not None:
        out["first_line"] = -value
    elif (value := read_twips(found.get("firstLine"), 0)) is not None:
        out["first_line"] = value


def _read_spacing(_: etree._Element, found: _Attributes, out: Values) -> None:
    for key in ("before", "after"):
        value = read_twips(found.get(key), 0)
        # Hundredths of a line, which Word repeats in twips; a line that is counted so is 12 pt.
        if value is None and (lines := read_whole(found.get(f"{key}Lines"), 0, 10_000)) is not None:
            value = round(lines * 2.4)
        if value is not None:
            out[key] = value
        if (auto := found.get(f"{key}Autospacing")) is not None and (on := read_switch({"val": auto})) is not None:
            out[f"{key}_auto"] = on
    if line := read_twips(found.get("line"), 1):
        rule = found.get("lineRule", "auto")
        out["line"], out["line_rule"] = line, rule if rule in _LINE_RULES else "auto"


def _read_outline(_: etree._Element, found: _Attributes, out: Values) -> None:
    level = read_whole(found.get("val"), 0, 9)
    if level is not None:
        out["outline"] = level + 1 if level < 9 else None


def _read_borders(element: etree._Element, _: _Attributes, out: Values) -> None:
    sides = {LOCAL[str(side.tag)]: attributes(side) for side in element.iterchildren("*")}
    for key in ("top", "bottom"):
        if key in sides:
            out[f"{key}_border"] = border_width(sides[key])
            out[f"{key}_border_color"] = hex_color(sides[key].get("color", "")) or "auto"
    left, right = sides.get("left", sides.get("start")), sides.get("right", sides.get("end"))
    out["boxed"] = bool(left and right and border_width(left) and border_width(right))


def border_width(found: _Attributes) -> float:
    """The thickness of a border in pt, 0 for one that is not drawn."""
    if found.get("val", "") in _INVISIBLE:
        return 0.0
    # Word draws the thinnest line, a quarter of a point, where no size is given.
    return (read_whole(found.get("sz"), 2, 96) or 2) / 8


def _read_tabs(element: etree._Element, _: _Attributes, out: Values) -> None:
    tabs: dict[int, str] = {}
    for tab in element.iterchildren("*"):
        found = attributes(tab)
        if (place := read_twips(found.get("pos"))) is not None:
            kind = found.get("val", "left")
            tabs[place] = SIDES.get(kind, kind)
    out["tabs"] = tabs


def _read_numbering(element: etree._Element, _: _Attributes, out: Values) -> None:
    for child in element.iterchildren("*"):
        name = LOCAL[str(child.tag)]
        if name == "numId" and (number := read_whole(attributes(child).get("val"), 0, 2**31)) is not None:
            out["num_id"] = number
        elif name == "ilvl" and (number := read_whole(attributes(child).get("val"), 0, 8)) is not None:
            out["num_level"] = number


def _read_frame(_: etree._Element, found: _Attributes, out: Values) -> None:
    if found.get("dropCap", "none") == "none":
        out["frame"] = (read_twips(found.get("w"), 0) or 0, read_twips(found.get("h"), 0) or 0)


def _read_style(_: etree._Element, found: _Attributes, out: Values) -> None:
    out["style"] = found.get("val", "")


_PARAGRAPH_READERS: dict[str, Callable[[etree._Element, _Attributes, Values], None]] = {
    "jc": _read_align,
    "ind": _read_indents,
    "spacing": _read_spacing,
    "outlineLvl": _read_outline,
    "pBdr": _read_borders,
    "tabs": _read_tabs,
    "numPr": _read_numbering,
    "framePr": _read_frame,
    "pStyle": _read_style,
}
