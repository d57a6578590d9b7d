"""Values of the properties of letters and paragraphs, in words for people."""

from __future__ import annotations

from docgen.ooxml.units import PARTS_PER_LINE, TWIPS_PER_PT
from docgen.problems import Message, msg

Value = tuple[object, ...]

_ALIGNS = {
    "left": msg("left-aligned"),
    "center": msg("centred"),
    "right": msg("right-aligned"),
    "both": msg("justified"),
    "distribute": msg("spread out"),
    "thaiDistribute": msg("spread out"),
}
_UNDERLINES = {
    "single": msg("single line"),
    "double": msg("double line"),
    "thick": msg("thick line"),
    "words": msg("line below words only"),
    "dotted": msg("dotted line"),
    "dash": msg("dashed line"),
    "wave": msg("wavy line"),
}
_TABS = {
    "left": msg("left-aligned"),
    "center": msg("centred"),
    "right": msg("right-aligned"),
    "decimal": msg("at the decimal sign"),
    "bar": msg("bar"),
    "num": msg("left-aligned"),
}
_VERTICALS = {"superscript": msg("raised"), "subscript": msg("lowered"), "baseline": msg("on the base line")}
_COLOURS = {
    **{"yellow": msg("yellow"), "green": msg("green"), "cyan": msg("cyan"), "magenta": msg("magenta"), "blue": msg("blue")},
    **{"red": msg("red"), "black": msg("black"), "white": msg("white"), "darkBlue": msg("dark blue")},
    **{"darkCyan": msg("dark cyan"), "darkGreen": msg("dark green"), "darkMagenta": msg("dark magenta")},
    **{"darkRed": msg("dark red"), "darkYellow": msg("dark yellow"), "darkGray": msg("dark grey"), "lightGray": msg("light grey")},
}
_WORDS = {"align": _ALIGNS, "underline": _UNDERLINES, "vertical": _VERTICALS, "highlight": _COLOURS}
_SWITCHES = {
    "bold": (msg("not bold"), msg("bold")),
    "italic": (msg("upright"), msg("italic")),
    "caps": (msg("no capitals"), msg("all capitals")),
    "small_caps": (msg("no small capitals"), msg("small capitals")),
    "strike": (msg("not struck through"), msg("struck through")),
}
_YES_NO = (msg("no"), msg("yes"))


def say_value(name: str, value: Value) -> str | Message:
    """A property's value in words."""
    one = value[0]
    if name in _SWITCHES:
        return _SWITCHES[name][bool(one)]
    if str(one) in _WORDS.get(name, {}):
        return _WORDS[name][str(one)]
    if name == "font":
        return str(one) if value[0] == value[1] else f"{value[0]} / {value[1]}"
    if name == "line":
        return _say_line(int(str(value[0])), str(value[1]))
    if name == "tabs":
        return _say_tabs(_tabs(one))
    if isinstance(one, bool):
        return msg("automatic") if name in ("before", "after") and value[1] else _YES_NO[one]
    if name in ("before", "after") and value[1]:
        return msg("automatic")
    if name in ("left", "right", "first_line", "before", "after"):
        return say_points(int(str(one)))
    if name in ("top_border", "bottom_border") and not one:
        return msg("none")
    if isinstance(one, float):
        return f"{one:g} pt"
    if one in ("none", None):
        return msg("none")
    return msg("automatic") if one == "auto" else str(one)


def _tabs(value: object) -> list[tuple[int, str]]:
    return list(value) if isinstance(value, tuple) else []


def _say_tabs(tabs: list[tuple[int, str]]) -> str | Message:
    told: Message | None = None
    for place, kind in tabs:
        one = msg("{place} {kind}", place=say_points(place), kind=_TABS.get(kind, kind))
        told = one if told is None else msg("{first}, {second}", first=told, second=one)
    return told or "–"


def say_points(twips: int) -> str:
    """A length in points."""
    return f"{round(twips / TWIPS_PER_PT, 2):g} pt"


def _say_line(line: int, rule: str) -> str | Message:
    if rule == "auto":
        return f"×{round(line / PARTS_PER_LINE, 3):g}"
    if rule == "exact":
        return msg("exactly {points} pt", points=f"{line / TWIPS_PER_PT:g}")
    return msg("at least {points} pt", points=f"{line / TWIPS_PER_PT:g}")
