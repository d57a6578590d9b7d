"""Property lists that give letters and paragraphs the look they had in another document."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from lxml import etree

from docgen.ooxml.content import ParagraphFormat, RunFormat
from docgen.ooxml.units import half_points, pt_twips
from docgen.ooxml.xml import W_STRICT
from docgen.recovery.differences.looks import differing_letters, differing_paragraph, letter_values, paragraph_values
from docgen.recovery.differences.properties import Values
from docgen.recovery.redlining.elements import BORDER_ORDER, PARAGRAPH_ORDER, RUN_ORDER, drop, ensure, make, put, remove

_TOGGLES = {"bold": "b", "italic": "i", "caps": "caps", "small_caps": "smallCaps", "strike": "strike"}
_SWITCHES = {
    "keep_next": "keepNext",
    "keep_lines": "keepLines",
    "page_break_before": "pageBreakBefore",
    "widow_control": "widowControl",
    "contextual": "contextualSpacing",
}
#: properties of letters that a story does not know, and what says of each that there is none
EFFECTS = {
    **dict.fromkeys(("outline", "shadow", "emboss", "imprint", "dstrike", "rtl", "cs", "kern"), "0"),
    **{"w": "100", "em": "none", "effect": "none", "bdr": "nil"},
}
_STRICT_ALIGNS = {"left": "start", "right": "end"}
_THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_INDENT_CHARACTERS = ("leftChars", "rightChars", "startChars", "endChars", "firstLineChars", "hangingChars", "start", "end")


def restate_letters(
    like: etree._Element, stated: etree._Element | None, shown: RunFormat | None, wanted: RunFormat | None
) -> etree._Element:
    """A ``w:rPr`` that looks as ``wanted`` where ``stated`` looks as ``shown``; ``None``: nothing is known, all is stated.

    Without ``wanted`` it stays as it is. ``like``: any element of the part.
    """
    out = make(like, "rPr") if stated is None else deepcopy(stated)
    remove(out, "ins", "del", "moveFrom", "moveTo", "rPrChange")
    if wanted is None:
        return out
    names = letter_values(wanted) if shown is None else differing_letters(shown, wanted)
    for name in names:
        _state_letter(out, name, wanted)
    return out


def _state_letter(out: etree._Element, name: str, wanted: RunFormat) -> None:
    def entry(tag: str) -> etree._Element:
        return ensure(out, tag, RUN_ORDER)

    if name in _TOGGLES:
        put(entry(_TOGGLES[name]), "val", "1" if getattr(wanted, name) else "0")
        if name == "strike":
            remove(out, "dstrike")
    elif name == "font":
        fonts = entry("rFonts")
        drop(fonts, *_THEMES)
        put(fonts, "ascii", wanted.font)
        put(fonts, "hAnsi", wanted.high_font)
    elif name == "size":
        for tag in ("sz", "szCs"):
            put(entry(tag), "val", half_points(wanted.size))
    elif name == "underline":
        put(entry("u"), "val", wanted.underline)
    elif name == "color":
        color = entry("color")
        color.attrib.clear()
        put(color, "val", wanted.color)
    elif name == "vertical":
        put(entry("vertAlign"), "val", wanted.vertical)
    elif name == "spacing":
        put(entry("spacing"), "val", pt_twips(wanted.spacing))
    elif name == "position":
        put(entry("position"), "val", half_points(wanted.position))
    elif name == "highlight":
        put(entry("highlight"), "val", wanted.highlight)
    elif name == "shading":
        shading = entry("shd")
        shading.attrib.clear()
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", wanted.shading)):
            put(shading, key, value)


def restate_effects(out: etree._Element, before: Values, names: Iterable[str]) -> None:
    """Let a ``w:rPr`` say of each effect of ``names`` what ``before`` says."""
    for name in names:
        if name in EFFECTS:
            entry = ensure(out, name, RUN_ORDER)
            entry.attrib.clear()
            for key, value in before.get(name) or (("val", EFFECTS[name]),):
                put(entry, key, value)


def restate_paragraph(
    like: etree._Element, stated: etree._Element | None, shown: ParagraphFormat | None, wanted: ParagraphFormat
) -> etree._Element:
    """A ``w:pPr`` that sets a paragraph as ``wanted`` where ``stated`` sets it as ``shown``.

    What it says of the paragraph's mark and of a section is left out.
    """
    out = make(like, "pPr") if stated is None else deepcopy(stated)
    remove(out, "rPr", "sectPr", "pPrChange")
    names = paragraph_values(wanted) if shown is None else differing_paragraph(shown, wanted)
    _state_paragraph(out, set(names), shown, wanted)
    return out


def _state_paragraph(out: etree._Element, names: set[str], shown: ParagraphFormat | None, wanted: ParagraphFormat) -> None:
    def entry(tag: str) -> etree._Element:
        return ensure(out, tag, PARAGRAPH_ORDER)

    is_strict = etree.QName(out).namespace == W_STRICT
    for name in names & _SWITCHES.keys():
        put(entry(_SWITCHES[name]), "val", "1" if getattr(wanted, name) else "0")
    if "align" in names:
        put(entry("jc"), "val", _STRICT_ALIGNS.get(wanted.align, wanted.align) if is_strict else wanted.align)
    if names & {"left", "right", "first_line"}:
        _state_indents(entry("ind"), wanted, is_strict)
    if names & {"before", "after", "line"}:
        spacing = entry("spacing")
        drop(spacing, "beforeLines", "afterLines")
        for key in ("before", "after"):
            put(spacing, key, getattr(wanted, key))
            put(spacing, f"{key}Autospacing", "1" if getattr(wanted, f"{key}_auto") else "0")
        put(spacing, "line", wanted.line)
        put(spacing, "lineRule", wanted.line_rule)
    if "outline" in names:
        put(entry("outlineLvl"), "val", 9 if wanted.outline is None else wanted.outline - 1)
    if names & {"top_border", "bottom_border"}:
        _state_borders(entry("pBdr"), wanted, names)
    if "tabs" in names:
        _state_tabs(out, () if shown is None else shown.tabs, wanted.tabs)


def _state_indents(indents: etree._Element, wanted: ParagraphFormat, is_strict: bool) -> None:
    drop(indents, "firstLine", "hanging", *_INDENT_CHARACTERS)
    put(indents, "start" if is_strict else "left", wanted.left)
    put(indents, "end" if is_strict else "right", wanted.right)
    put(indents, "hanging" if wanted.first_line < 0 else "firstLine", abs(wanted.first_line))


def _state_borders(borders: etree._Element, wanted: ParagraphFormat, names: set[str]) -> None:
    for side in ("top", "bottom"):
        if f"{side}_border" in names:
            border = ensure(borders, side, BORDER_ORDER)
            border.attrib.clear()
            width = getattr(wanted, f"{side}_border")
            values: dict[str, Any] = {"val": "nil"}
            if width:
                values = {"val": "single", "sz": round(width * 8), "space": 1, "color": "auto"}
            for key, value in values.items():
                put(border, key, value)


def _state_tabs(out: etree._Element, shown: Iterable[tuple[int, str]], wanted: Iterable[tuple[int, str]]) -> None:
    remove(out, "tabs")
    stops = {place: "clear" for place, _ in shown} | dict(wanted)
    if stops:
        tabs = ensure(out, "tabs", PARAGRAPH_ORDER)
        for place, kind in sorted(stops.items()):
            tabs.append(make(out, "tab", val=kind, pos=place))
