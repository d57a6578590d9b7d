"""The effective formatting of letters and paragraphs, all layers applied, each combination worked out once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from docgen.ooxml.content import Layer, LayerKind, ParagraphFormat, RunFormat
from docgen.ooxml.numbering import Numbering
from docgen.ooxml.property_lists import TOGGLES, Values, read_paragraph_properties, read_run_properties
from docgen.ooxml.styles_chain import Stated, Styles, TableLook
from docgen.ooxml.themes import Theme
from docgen.ooxml.units import PARTS_PER_LINE
from docgen.ooxml.xml import W_STRICT, W

if TYPE_CHECKING:
    from lxml import etree

_BUILT_IN = Layer(LayerKind.BUILT_IN)
_DEFAULTS = Layer(LayerKind.DEFAULTS)
_DIRECT = Layer(LayerKind.DIRECT)
_TOGGLE_NAMES = tuple(TOGGLES.values())

_RUN: Values = {
    "font": "Times New Roman",
    "high_font": "Times New Roman",
    "size": 10.0,
    "bold": False,
    "italic": False,
    "underline": "none",
    "color": "auto",
    "caps": False,
    "small_caps": False,
    "strike": False,
    "hidden": False,
    "vertical": "baseline",
    "spacing": 0.0,
    "position": 0.0,
    "highlight": "none",
    "shading": "auto",
}
_PARAGRAPH: Values = {
    "align": "left",
    "left": 0,
    "right": 0,
    "first_line": 0,
    "before": 0,
    "after": 0,
    "before_auto": False,
    "after_auto": False,
    "contextual": False,
    "line": PARTS_PER_LINE,
    "line_rule": "auto",
    "keep_next": False,
    "keep_lines": False,
    "page_break_before": False,
    "widow_control": True,
    "outline": None,
    "top_border": 0.0,
    "bottom_border": 0.0,
    "tabs": {},
}
_RUN_LAYERS = dict.fromkeys(_RUN, _BUILT_IN)
_PARAGRAPH_LAYERS = dict.fromkeys([*_PARAGRAPH, "style"], _BUILT_IN)


# Complex scripts, languages and East Asian fonts set no letter of Vietnamese.
_UNSEEN = frozenset(
    f"{{{uri}}}{name}"
    for uri in (W, W_STRICT)
    for name in ("szCs", "bCs", "iCs", "lang", "noProof", "cs", "rtl", "eastAsianLayout")
)
_FONTS = frozenset(f"{{{uri}}}rFonts" for uri in (W, W_STRICT))


@dataclass(slots=True, eq=False)
class RunBase:
    """What letters get from all layers below the character style, and the formats made on it so far.

    ``toggles``: for each style level below, what it says of the properties that levels flip. ``sources``: formats by the bytes
    of a part that call for them.
    """

    stated: Stated
    toggles: tuple[Stated, ...]
    make: Callable[[RunBase, etree._Element | None], RunFormat]
    known: dict[Any, RunFormat] = field(default_factory=dict)
    sources: dict[bytes, RunFormat] = field(default_factory=dict)

    def format_of(self, properties: etree._Element | None, run: etree._Element | None = None) -> RunFormat:
        """The format of letters with the direct ``properties`` (a ``w:rPr``)."""
        # Word repeats the same few lists on every run: what stands in one is compared before it is understood. This is the
        # busiest place of reading: values alone tell lists apart wherever an element has but one attribute.
        key = None
        if properties is not None:
            parts: list[object] = []
            for child in properties:
                tag = child.tag
                if tag in _FONTS:
                    parts += child.items()
                elif tag not in _UNSEEN:
                    values = child.values()
                    parts.append(tag)
                    parts += values if len(values) < 2 else child.items()
            key = tuple(parts)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self.make(self, properties)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class ParagraphLook:
    """A paragraph's format, what its letters build on, its list (number and level), and its old text frame."""

    format: ParagraphFormat
    base: RunBase
    number: tuple[int, int] | None
    frame: tuple[int, int] | None
    boxed: bool
    border_colors: tuple[str, str]


class RunFormats:
    """Works out formats of letters. It knows no ``RunBase``: a circle would keep the file in memory until the collector comes."""

    def __init__(self, styles: Styles, theme: Theme) -> None:
        self._styles = styles
        self._theme = theme
        self._characters: dict[str, Stated] = {}
        self._runs: dict[Any, RunFormat] = {}

    def make(self, base: RunBase, element: etree._Element | None) -> RunFormat:
        """The format of letters that have the direct properties ``element`` on ``base``."""
        direct = read_run_properties(element, self._theme) if element is not None else {}
        style = direct.pop("style", "")
        if style not in self._characters:
            self._characters[style] = self._styles.run_values(style, LayerKind.CHARACTER_STYLE)
        character = self._characters[style]
        values = {**_RUN, **base.stated.values, **character.values, **direct}
        layers = {**_RUN_LAYERS, **base.stated.layers, **character.layers, **dict.fromkeys(direct, _DIRECT)}
        default = self._styles.default_run
        for name in _TOGGLE_NAMES:
            if name not in direct:
                values[name] = flip(
                    default.get(name, False), [s.values[name] for s in (*base.toggles, character) if name in s.values]
                )
        if values.pop("dstrike", False):
            values["strike"] = True
            if (layer := layers["dstrike"]) is not _BUILT_IN:
                layers["strike"] = layer
        layers.pop("dstrike", None)
        values.pop("style", None)
        layers.pop("style", None)
        key = (*values.values(), *layers.values())
        known = self._runs.get(key)
        if known is None:
            known = self._runs[key] = RunFormat(**values, layers=_frozen(layers))
        return known


class Formats:
    """Works out formats. Formats that look alike, set by the same layers, are one object."""

    def __init__(self, styles: Styles, theme: Theme, numbering: Numbering) -> None:
        self.styles = styles
        self._runs = RunFormats(styles, theme)
        self._numbering = numbering
        self._looks: dict[Any, ParagraphLook] = {}
        self._bases: dict[tuple[str, TableLook | None], RunBase] = {}
        self._paragraphs: dict[Any, ParagraphFormat] = {}

    def base(self, style: str, table: TableLook | None) -> RunBase:
        """What letters get in a paragraph of ``style`` in a cell that looks like ``table``."""
        key = style, table
        if key not in self._bases:
            stated = Stated({}, {})
            stated.add(self.styles.default_run, _DEFAULTS)
            of_table = self.styles.table_values(table)[1]
            of_style = self.styles.run_values(style, LayerKind.PARAGRAPH_STYLE)
            stated.merge(of_table)
            stated.merge(of_style)
            self._bases[key] = RunBase(stated, (of_table, of_style), self._runs.make)
        return self._bases[key]

    def paragraph(self, key: Any, element: etree._Element | None, table: TableLook | None) -> ParagraphLook:
        """How a paragraph with the properties ``element`` (a ``w:pPr``) is set; ``key`` stands for what is in that list."""
        look = self._looks.get((key, table))
        if look is None:
            direct = read_paragraph_properties(element) if element is not None else {}
            look = self._looks[key, table] = self._make_look(direct, table)
        return look

    def _make_look(self, direct: Values, table: TableLook | None) -> ParagraphLook:
        style = direct.pop("style", "")
        if self.styles.find(style, "paragraph") is None:
            style = self.styles.default_style
        number, level = direct.pop("num_id", None), direct.pop("num_level", None)
        stated = Stated(dict(_PARAGRAPH), dict(_PARAGRAPH_LAYERS))
        stated.add(self.styles.default_paragraph, _DEFAULTS)
        of_table = self.styles.table_values(table)[0]
        own_list = number is not None or level is not None
        of_style = self.styles.paragraph_values(style, None if own_list else self._numbering.paragraph_values)
        stated.merge(of_table)
        stated.merge(of_style)
        if number is None:
            number = of_style.values.get("num_id")
        if level is None:
            level = of_style.values.get("num_level")
        if number and level is None:
            level = self._numbering.level_for(number, style)
        if number and own_list:
            stated.add(self._numbering.paragraph_values(number, level, style), Layer(LayerKind.NUMBERING))
        stated.add(direct, _DIRECT)
        return ParagraphLook(
            self._make_paragraph(style, stated),
            self.base(style, table),
            (number, level or 0) if number else None,
            stated.values.get("frame"),
            stated.values.get("boxed", False),
            (stated.values.get("top_border_color", "auto"), stated.values.get("bottom_border_color", "auto")),
        )

    def _make_paragraph(self, style: str, stated: Stated) -> ParagraphFormat:
        values = {name: stated.values[name] for name in _PARAGRAPH}
        values["style"] = style
        values["tabs"] = tuple(sorted((place, kind) for place, kind in values["tabs"].items() if kind != "clear"))
        layers = {name: stated.layers[name] for name in _PARAGRAPH}
        key = (*values.values(), *layers.values())
        known = self._paragraphs.get(key)
        if known is None:
            known = self._paragraphs[key] = ParagraphFormat(**values, layers=_frozen(layers))
        return known


def flip(default: bool, levels: list[bool]) -> bool:
    """A toggle property by the standard's rule: each style level that differs from the default turns it round."""
    return default ^ (sum(value != default for value in levels) % 2 == 1)


def properties_key(element: etree._Element) -> tuple[object, ...]:
    """Something hashable that is equal for the same element with the same content."""
    inner = [properties_key(child) for child in element] if len(element) else ()
    return element.tag, *element.items(), *inner


def _frozen(layers: dict[str, Layer]) -> Mapping[str, Layer]:
    return MappingProxyType(layers)
