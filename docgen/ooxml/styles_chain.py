"""Styles as what they state with all they are based on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from docgen.ooxml.content import Layer, LayerKind
from docgen.ooxml.measures import attribute, read_switch, read_whole
from docgen.ooxml.properties import LOCAL
from docgen.ooxml.property_lists import Values, read_paragraph_properties, read_run_properties
from docgen.ooxml.themes import Theme

if TYPE_CHECKING:
    from lxml import etree

# Word stops far earlier; chains that are longer, or bite their tail, are cut.
_LONGEST_CHAIN = 50
_FALLBACK = "Normal"

#: branches of a table style from the weakest to the strongest, in the order in which Word, not the standard, applies them
BRANCHES = (
    "band1Horz",
    "band2Horz",
    "band1Vert",
    "band2Vert",
    "firstCol",
    "lastCol",
    "firstRow",
    "lastRow",
    "nwCell",
    "neCell",
    "swCell",
    "seCell",
)

Layers = dict[str, Layer]
#: gives what a numbering level states about its paragraphs: number, level (``None``: the one for the style), style
LevelOf = Callable[[int, int | None, str], Values]


def list_based_on(styles: Mapping[str, etree._Element], identity: str) -> list[etree._Element]:
    """The ``w:style`` called ``identity`` and those that it is based on, the strongest first; styles in a circle stand once."""
    chain: list[etree._Element] = []
    name = identity
    while name in styles and styles[name] not in chain and len(chain) < _LONGEST_CHAIN:
        chain.append(styles[name])
        name = next((attribute(e, "val") or "" for e in chain[-1].iterchildren("{*}basedOn")), "")
    return chain


class TableLook(NamedTuple):
    """What a table style gives to a cell: its id and the branches that apply there, weakest first."""

    style: str
    branches: tuple[str, ...] = ()


@dataclass(slots=True)
class Stated:
    """Values and the layer that set each."""

    values: Values
    layers: Layers

    def add(self, values: Values, layer: Layer) -> None:
        """Let ``values`` override what stands there. Tab stops add up, and ``clear`` takes one away."""
        if tabs := values.get("tabs"):
            values = {**values, "tabs": {**self.values.get("tabs", {}), **tabs}}
        self.values.update(values)
        self.layers.update(dict.fromkeys(values, layer))

    def merge(self, stronger: Stated) -> None:
        """Let all of ``stronger`` override what stands there."""
        values = stronger.values
        if tabs := values.get("tabs"):
            values = {**values, "tabs": {**self.values.get("tabs", {}), **tabs}}
        self.values.update(values)
        self.layers.update(stronger.layers)


class Style:
    """One style; its property lists are read when they are first asked for."""

    def __init__(self, element: etree._Element, theme: Theme) -> None:
        self.id = attribute(element, "styleId") or ""
        kind = attribute(element, "type")
        self.kind = "paragraph" if kind is None else kind
        default = attribute(element, "default")
        self.is_default = default is not None and read_switch({"val": default}) is True
        self._element = element
        self._theme = theme

    @cached_property
    def _parts(self) -> dict[str, etree._Element]:
        return {LOCAL[str(c.tag)]: c for c in self._element.iterchildren("*")}

    @property
    def based_on(self) -> str:
        element = self._parts.get("basedOn")
        return (attribute(element, "val") or "") if element is not None else ""

    @property
    def table_properties(self) -> etree._Element | None:
        return self._parts.get("tblPr")

    @property
    def cell_properties(self) -> etree._Element | None:
        return self._parts.get("tcPr")

    @cached_property
    def paragraph(self) -> Values:
        element = self._parts.get("pPr")
        return read_paragraph_properties(element) if element is not None else {}

    @cached_property
    def run(self) -> Values:
        element = self._parts.get("rPr")
        return read_run_properties(element, self._theme) if element is not None else {}

    @cached_property
    def branches(self) -> dict[str, tuple[Values, Values]]:
        """Of a table style: paragraph and run values of each branch."""
        found: dict[str, tuple[Values, Values]] = {}
        for element in self._element.iterchildren("*"):
            if LOCAL[str(element.tag)] == "tblStylePr":
                parts = {LOCAL[str(c.tag)]: c for c in element.iterchildren("*")}
                paragraph = read_paragraph_properties(parts["pPr"]) if "pPr" in parts else {}
                run = read_run_properties(parts["rPr"], self._theme) if "rPr" in parts else {}
                found[attribute(element, "type") or ""] = paragraph, run
        return found


class Styles:
    """The styles of a document. ``root`` is the ``w:styles`` element, ``None`` when there is no such part."""

    def __init__(self, root: etree._Element | None, theme: Theme) -> None:
        self.default_run: Values = {}
        self.default_paragraph: Values = {}
        self._styles: dict[str, Style] = {}
        self.default_style = ""
        for element in root.iterchildren("*") if root is not None else ():
            name = LOCAL[str(element.tag)]
            if name == "style":
                style = Style(element, theme)
                self._styles.setdefault(style.id, style)
                # Of several defaults Word takes the last.
                if style.is_default and style.kind == "paragraph" and style.id:
                    self.default_style = style.id
            elif name == "docDefaults":
                self._read_defaults(element, theme)
        if not self.default_style and self.find(_FALLBACK, "paragraph"):
            self.default_style = _FALLBACK
        self._chains: dict[tuple[str, str], list[Style]] = {}

    def _read_defaults(self, element: etree._Element, theme: Theme) -> None:
        for group in element.iterchildren("*"):
            for child in group.iterchildren("*"):
                name = LOCAL[str(child.tag)]
                if name == "rPr":
                    self.default_run = read_run_properties(child, theme)
                elif name == "pPr":
                    self.default_paragraph = read_paragraph_properties(child)

    def find(self, style_id: str, kind: str) -> Style | None:
        """The style of that id and kind; Word takes a reference to another kind as none."""
        style = self._styles.get(style_id)
        return style if style is not None and style.kind == kind else None

    def chain(self, style_id: str, kind: str) -> list[Style]:
        """The style behind those it is based on; empty when there is none."""
        key = style_id, kind
        if key not in self._chains:
            chain: list[Style] = []
            seen: set[str] = set()
            style = self.find(style_id, kind)
            while style is not None and style.id not in seen and len(chain) < _LONGEST_CHAIN:
                seen.add(style.id)
                chain.append(style)
                style = self.find(style.based_on, kind)
            self._chains[key] = chain[::-1]
        return self._chains[key]

    def run_values(self, style_id: str, kind: LayerKind) -> Stated:
        """What a paragraph or character style states about letters."""
        stated = Stated({}, {})
        of = "paragraph" if kind is LayerKind.PARAGRAPH_STYLE else "character"
        for style in self.chain(style_id, of):
            stated.add(style.run, Layer(kind, style.id))
        return stated

    def paragraph_values(self, style_id: str, level_of: LevelOf | None) -> Stated:
        """What a paragraph style states about paragraphs.

        The indents of a numbering level stand before the style that names the list, and behind those it is based on.
        ``level_of`` is ``None`` where the paragraph names another list, or none.
        """
        stated = Stated({}, {})
        for style in self.chain(style_id, "paragraph"):
            values = style.paragraph
            if level_of is not None and values.get("num_id"):
                stated.add(level_of(values["num_id"], values.get("num_level"), style.id), Layer(LayerKind.NUMBERING))
            stated.add(values, Layer(LayerKind.PARAGRAPH_STYLE, style.id))
        return stated

    def table_values(self, look: TableLook | None) -> tuple[Stated, Stated]:
        """What a table style gives to paragraphs and letters of a cell with ``look``."""
        paragraph, run = Stated({}, {}), Stated({}, {})
        for style in self.chain(look.style, "table") if look is not None else ():
            layer = Layer(LayerKind.TABLE_STYLE, style.id)
            paragraph.add(style.paragraph, layer)
            run.add(style.run, layer)
            for name in look.branches if look is not None else ():
                if name in style.branches:
                    paragraph.add(style.branches[name][0], layer)
                    run.add(style.branches[name][1], layer)
        return paragraph, run

    def band_size(self, look: str, name: str, own: etree._Element | None) -> int:
        """How many rows or columns a band of the table style has; 0, and no bands, when none says so."""
        lists: Iterable[etree._Element | None] = (own, *(s.table_properties for s in reversed(self.chain(look, "table"))))
        for properties in lists:
            for child in properties.iterchildren("*") if properties is not None else ():
                if LOCAL[str(child.tag)] == name and (size := read_whole(attribute(child, "val"), 0, 1000)) is not None:
                    return size
        return 0
