"""Properties of text, paragraphs, tables and sections as canonical strings.

Two property lists that print the same, and that Word may turn into each other by opening and saving a file, give the
same string: order, empty lists, defaults spelled out, complex-script twins, languages and revision ids do not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.ooxml.units import DEFAULT_COLUMN_GAP_TWIPS
from docgen.ooxml.xml import W_STRICT, R, W

if TYPE_CHECKING:
    from lxml import etree

TRACKED = "\x0etracked"


def words(text: str) -> frozenset[str]:
    """The set of the words in ``text``."""
    return frozenset(text.split())


_ON = frozenset({"1", "true", "on"})
_OFF = frozenset({"0", "false", "off"})

_TOGGLES = words(
    """b i caps smallCaps strike dstrike outline shadow emboss imprint vanish webHidden rtl specVanish snapToGrid
    keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct
    topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd contextualSpacing mirrorIndents suppressOverlap cantSplit
    tblHeader hidden noWrap tcFitText titlePg formProt rtlGutter bidiVisual isLgl evenAndOddHeaders mirrorMargins
    gutterAtTop autoHyphenation"""
)

# What Word adds, drops or renumbers by itself, and what nobody sees on paper.
_NOISE = words(
    """lang noProof rsid cnfStyle tblLook szCs bCs iCs cs divId hideMark tblCaption tblDescription tblStyleRowBandSize
    tblStyleColBandSize footnotePr endnotePr docGrid paperSrc printerSettings"""
)

_TRACKED_NAMES = words(
    """ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange
    tblPrExChange numberingChange cellIns cellDel cellMerge"""
)

#: the newer names of the sides of a line, and the older ones, which files of Word have
SIDES = {"start": "left", "end": "right"}
_SIDES = {**SIDES, "startChars": "leftChars", "endChars": "rightChars"}
_SIDED = frozenset({"jc", "ind", "tab", "pBdr", "tblBorders", "tcBorders", "tblCellMar", "tcMar", "lvlJc"})
_BORDER_LISTS = frozenset({"pBdr", "tblBorders", "tcBorders", "pgBorders"})
_BORDER_DEFAULTS = {"sz": "0", "space": "0", "color": "auto", "shadow": "0", "frame": "0"}
_FONT_SLOTS = frozenset({"ascii", "hAnsi", "asciiTheme", "hAnsiTheme"})
_STYLE_REFERENCES = frozenset({"pStyle", "rStyle", "tblStyle"})

_DEFAULTS: Mapping[str, Mapping[str, str]] = {
    "spacing": {"lineRule": "auto"},
    "tab": {"leader": "none"},
    "shd": {"color": "auto"},
    "tblW": {"type": "auto", "w": "0"},
    "tblInd": {"type": "dxa", "w": "0"},
    "tcW": {"type": "dxa"},
    "tblLayout": {"type": "autofit"},
    "vMerge": {"val": "continue"},
    "trHeight": {"hRule": "atLeast"},
    "pgMar": {"gutter": "0"},
    "pgNumType": {"fmt": "decimal"},
    "lnNumType": {"start": "0", "distance": "0", "restart": "newPage"},
    "docGrid": {"charSpace": "0"},
    "type": {"val": "nextPage"},
    "bdr": _BORDER_DEFAULTS,
}
# Properties that say nothing once their defaults are taken away.
_VOID_IF_BARE = frozenset({"tblW", "tblInd", "tblLayout", "spacing", "ind", "rFonts", "pgNumType", "type", "pgBorders"})
_UPPER = frozenset({"fill", "color"})
_HEX_VALUED = frozenset({"color"})
# Of a section, what does nothing where the attribute has one of these values, or is not there.
_SECTION_IDLE: Mapping[str, tuple[str, frozenset[str]]] = {
    "lnNumType": ("countBy", frozenset({"", "0"})),
    "docGrid": ("type", frozenset({"", "default"})),
    "textDirection": ("val", frozenset({"", "lrTb", "tb"})),
}
# Twips between columns where none are given.
_GAP = str(DEFAULT_COLUMN_GAP_TWIPS)
_SECTION_SWITCHES = frozenset({"bidi", "rtlGutter"})
_SECTION = frozenset({"pgMar", "titlePg", "pgNumType", "type", "vAlign", "pgBorders", "headerReference", "footerReference"})


class _Names(dict[str, str]):
    """Local names of wordprocessing elements and attributes, of both editions of the standard; others keep their URI."""

    def __missing__(self, tag: str) -> str:
        uri, _, local = tag[1:].rpartition("}")
        name = local if uri in (W, W_STRICT, "") else tag
        if len(self) < 10_000:
            self[tag] = name
        return name


LOCAL = _Names()


@dataclass(frozen=True, slots=True)
class StyleNames:
    """Names of styles by their ids; ``defaults`` are the names a paragraph, table or run has without naming any.

    Styles are known by name, because Word gives ids of its own language to built-in styles.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    defaults: frozenset[str] = frozenset()

    def name(self, style_id: str) -> str:
        """The name for ``style_id``; the id itself when there is no such style."""
        return self.names.get(style_id, style_id.casefold())


def style_names(root: etree._Element | None) -> StyleNames:
    """The names in a ``w:styles`` element; Word writes built-in names in either case, so they are folded."""
    names: dict[str, str] = {}
    defaults: set[str] = set()
    for style in root.iterchildren("{*}style") if root is not None else ():
        attributes = {LOCAL[str(k)]: str(v) for k, v in style.attrib.items()}
        name = next((str(v) for e in style.iterchildren("{*}name") for v in e.attrib.values()), attributes.get("styleId", ""))
        names[attributes.get("styleId", "")] = name.casefold()
        if attributes.get("default", "0") in _ON:
            defaults.add(name.casefold())
    return StyleNames(names, frozenset(defaults))


def canonical_properties(element: etree._Element | None, styles: StyleNames) -> str:
    """The children of a property list (``w:pPr``, ``w:rPr``, ``w:tcPr`` …) as one string, empty when they say nothing."""
    if element is None:
        return ""
    parent = LOCAL[str(element.tag)]
    parts = [text for child in element.iterchildren("*") if (text := _canonical_property(child, parent, styles))]
    parts.sort()
    return "".join(parts)


def _canonical_columns(element: etree._Element) -> str:
    """The columns of a section, empty for one: then their line, gaps and widths do nothing."""
    said = {LOCAL[str(k)]: str(v) for k, v in element.attrib.items()}
    widths = list(element.iterchildren("*")) if said.get("equalWidth", "1") in _OFF else []
    count = said.get("num") or str(max(1, len(widths)))
    if count == "1":
        return ""
    parts = [f"\x11cols={count}", "\x12sep" if said.get("sep") in _ON else ""]
    if not widths and (gap := said.get("space", _GAP)) != _GAP:
        parts.append(f"\x12space={gap}")
    for width in widths:
        parts += ["\x13", *sorted(f"\x12{LOCAL[str(k)]}={v!s}" for k, v in width.attrib.items())]
    return "".join(parts)


def _canonical_property(element: etree._Element, parent: str, styles: StyleNames) -> str:
    name = LOCAL[str(element.tag)]
    if name in _NOISE and not (parent == "sectPr" and name in _SECTION_IDLE):
        return ""
    if name == "sectPr":
        return canonical_section(element, styles)
    if name in _TRACKED_NAMES:
        return TRACKED
    attributes = {LOCAL[str(k)]: str(v) for k, v in element.attrib.items()}
    if name in _TOGGLES and attributes.keys() <= {"val"}:
        value = attributes.get("val", "1")
        return f"\x11{name}={'0' if value in _OFF else '1' if value in _ON else value}"
    if name in _STYLE_REFERENCES:
        style = styles.name(attributes.get("val", ""))
        return "" if style in styles.defaults else f"\x11{name}={style}"
    if name == "rFonts":
        attributes = {k: v for k, v in attributes.items() if k in _FONT_SLOTS}
    if name in _SIDED:
        attributes = {_SIDES.get(k, k): _SIDES.get(v, v) for k, v in attributes.items()}
    elif parent in _SIDED:
        name = _SIDES.get(name, name)
    defaults = _BORDER_DEFAULTS if parent in _BORDER_LISTS else _DEFAULTS.get(name, {})
    kept = []
    for key, value in attributes.items():
        if key.startswith((f"{{{R}}}", "rsid")) or defaults.get(key) == value:
            continue
        if key in _UPPER or (name in _HEX_VALUED and key == "val"):
            value = value.upper()
        kept.append(f"\x12{key}={value}")
    kept.sort()
    inner = canonical_properties(element, styles) if len(element) else ""
    if not inner and not kept and (name in _VOID_IF_BARE or name in ("rPr", "pPr") or len(element) or name in _BORDER_LISTS):
        return ""
    return f"\x11{name}{''.join(kept)}" + (f"\x13{inner}\x14" if inner else "")


def canonical_section(element: etree._Element, styles: StyleNames) -> str:
    """A ``w:sectPr``: paper, margins, page and line numbers, columns, grid, borders, the way it is written and which kinds of
    header and footer it has."""
    parts = []
    for child in element.iterchildren("*"):
        name = LOCAL[str(child.tag)]
        if name in _TRACKED_NAMES:
            parts.append(TRACKED)
        elif name == "pgSz":
            sizes = {LOCAL[str(k)]: str(v) for k, v in child.attrib.items()}
            # The printer's own number of the paper (code) follows from the size.
            parts.append(f"\x11pgSz={sizes.get('w')},{sizes.get('h')},{sizes.get('orient', 'portrait')}")
        elif name == "cols":
            parts.append(_canonical_columns(child))
        elif name in _SECTION_SWITCHES:
            parts.append(f"\x11{name}" if str(next(iter(child.attrib.values()), "1")) not in _OFF else "")
        elif name in _SECTION_IDLE:
            said = {LOCAL[str(k)]: str(v) for k, v in child.attrib.items()}
            key, idle = _SECTION_IDLE[name]
            parts.append("" if said.get(key, "") in idle else _canonical_property(child, "sectPr", styles))
        elif name in _SECTION:
            parts.append(_canonical_property(child, "sectPr", styles))
    parts.sort()
    return f"\x11sectPr\x13{''.join(parts)}\x14"
