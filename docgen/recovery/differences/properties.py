"""Values of Word's properties beyond those that a story knows, and when one does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.ooxml.measures import attributes
from docgen.ooxml.properties import LOCAL, SIDES, words

if TYPE_CHECKING:
    from lxml import etree

#: a property's value: attributes of its element, and of each element in it with that element's name before it
Value = tuple[tuple[str, str], ...]
Values = dict[str, Value]

#: properties that are on unless somebody turns them off
_ON_BY_NATURE = frozenset({"wordWrap", "snapToGrid"})
OFF = frozenset({"0", "false", "off", "none", "nil"})
ON = frozenset({"1", "true", "on"})
BORDERS = words("pBdr tblBorders tcBorders pgBorders")
_USUAL = {
    "w": "100",
    "textAlignment": "auto",
    "textDirection": "lrTb",
    "vAlign": "top",
    "jc": "left",
    "gridSpan": "1",
    "docGrid": "default",
}
_SPELLINGS = {"true": "1", "on": "1", "false": "0", "off": "0"}
_DEFAULTS = {
    ("trHeight", "hRule"): "atLeast",
    **{(name, "type"): "dxa" for name in ("tcW", "tblW", "tblInd", "tblCellSpacing", "wBefore", "wAfter")},
}
_BORDER_NOISE = frozenset({"space", "themeColor", "themeTint", "themeShade", "frame", "shadow"})
_TWINS = {**SIDES, "lr": "lrTb", "tb": "lrTb"}

def read_value(element: etree._Element) -> Value:
    """What an element of a property list says; empty for one that says what holds anyway."""
    name = LOCAL[str(element.tag)]
    found = {_TWINS.get(k, k): _TWINS.get(v, v) for k, v in attributes(element).items()}
    if name in BORDERS:
        return _read_borders(element, found)
    if len(element):
        inner = [(f"{LOCAL[str(child.tag)]}.{key}", value) for child in element.iterchildren("*") for key, value in read_value(child)]
        return tuple(sorted([*found.items(), *inner]))
    kept = {k: v for k, v in found.items() if not k.startswith("rsid") and _DEFAULTS.get((name, k)) != v}
    if "val" in kept:
        kept["val"] = _SPELLINGS.get(kept["val"], kept["val"])
    return tuple(sorted(kept.items())) or (("val", "continue" if name in ("vMerge", "hMerge") else "1"),)


def _read_borders(element: etree._Element, own: dict[str, str]) -> Value:
    out = [(key, value) for key, value in own.items() if key == "offsetFrom"]
    for side in element.iterchildren("*"):
        found = attributes(side)
        name = LOCAL[str(side.tag)]
        name = _TWINS.get(name, name)
        if found.get("val", "nil") in OFF:
            out.append((f"{name}.val", "none"))
            continue
        # the space to the words only matters for borders of a page
        noise = _BORDER_NOISE if LOCAL[str(element.tag)] in ("tblBorders", "tcBorders") else _BORDER_NOISE - {"space"}
        for key, value in found.items():
            if key not in noise and (key, value) not in (("color", "auto"), ("space", "0")):
                out.append((f"{name}.{key}", value.upper() if key == "color" else value))
    return tuple(sorted(out))


def is_nothing(name: str, value: Value) -> bool:
    """Whether a property with that value prints as if it did not stand there."""
    said = dict(value)
    val = said.get("val", "")
    if name in _ON_BY_NATURE:
        return val in ("", *ON)
    if name in BORDERS:
        return all(one == "none" for key, one in value if key.endswith(".val"))
    if name == "shd":
        return said.get("fill", "auto") == "auto" and val in ("", "clear", "nil")
    if name in ("u", "ind", "spacing", "tabs"):
        return not value
    if name == "tblLayout":
        return said.get("type") != "fixed"
    if name == "docGrid":
        return said.get("type", "default") == "default"
    if name in ("kern", "fitText"):
        return val in ("", "0")
    if name in ("tblW", "tblInd", "tblCellSpacing", "gridBefore", "gridAfter"):
        return said.get("type", "") in ("auto", "nil") or said.get("w", val) in ("0", "")
    if name == "trHeight":
        return val in ("", "0") or (val == "1" and said.get("hRule", "auto") != "exact")
    return not value or (said.keys() <= {"val"} and (val in OFF or _USUAL.get(name) == val))
