"""How the styles of a template look in the end: document defaults, then the chain of styles they are based on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.ooxml.opening import Package
from docgen.ooxml.properties import SIDES
from docgen.ooxml.units import PARTS_PER_LINE, TWIPS_PER_MM, TWIPS_PER_PT
from docgen.ooxml.xml import qn

if TYPE_CHECKING:
    from lxml import etree

_OFF = frozenset({"0", "false", "off", "none"})
_ALIGNS = {**SIDES, "justify": "both"}
#: Word's own size where a file says nothing, in half-points
_WORD_SIZE = 20


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a paragraph style: sizes and distances in pt, ``indent`` of the first line in mm.

    ``line`` in multiples of a single line; ``exact`` instead where the height is fixed.
    """

    font: str
    size: float
    bold: bool
    italic: bool
    color: str
    align: str
    indent: float
    before: float
    after: float
    line: float
    exact: float | None


def effective_looks(package: Package, part: str) -> dict[str, Look]:
    """Style id → look, for the paragraph styles in the styles part ``part``."""
    root = package.xml(part)
    styles = {s.get(qn("w:styleId"), ""): s for s in root.iter(qn("w:style")) if s.get(qn("w:type"), "paragraph") == "paragraph"}
    defaults = root.find(qn("w:docDefaults"))
    fonts = _theme_fonts(package)
    return {name: _look(list(_chain(style, styles)), defaults, fonts) for name, style in styles.items()}


def _chain(style: etree._Element, styles: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """The style, what it is based on, and so on; a chain that bites its tail ends."""
    seen: set[str] = set()
    current: etree._Element | None = style
    while current is not None and current.get(qn("w:styleId"), "") not in seen:
        yield current
        seen.add(current.get(qn("w:styleId"), ""))
        based = current.find(qn("w:basedOn"))
        current = styles.get(based.get(qn("w:val"), "")) if based is not None else None


def _look(chain: list[etree._Element], defaults: etree._Element | None, fonts: dict[str, str]) -> Look:
    def values(path: str, default_path: str) -> Iterator[etree._Element]:
        for style in chain:
            yield from style.iterfind(path)
        if defaults is not None:
            yield from defaults.iterfind(default_path)

    def run(name: str) -> Iterator[etree._Element]:
        tag = f"{qn('w:rPr')}/{qn(f'w:{name}')}"
        return values(tag, f"{qn('w:rPrDefault')}/{tag}")

    def paragraph(name: str) -> Iterator[etree._Element]:
        tag = f"{qn('w:pPr')}/{qn(f'w:{name}')}"
        return values(tag, f"{qn('w:pPrDefault')}/{tag}")

    def attribute(name: str, *keys: str) -> str | None:
        found = (e.get(qn(f"w:{key}")) for e in paragraph(name) for key in keys)
        return next((value for value in found if value is not None), None)

    def toggle(name: str) -> bool:
        element = next(run(name), None)
        return element is not None and element.get(qn("w:val"), "1") not in _OFF

    size, color, align = next(run("sz"), None), next(run("color"), None), next(paragraph("jc"), None)
    colour = "auto" if color is None else color.get(qn("w:val"), "auto")
    alignment = "left" if align is None else align.get(qn("w:val"), "left")
    exact = attribute("spacing", "lineRule") in ("exact", "atLeast")
    line = _number(attribute("spacing", "line"), PARTS_PER_LINE)
    return Look(
        font=_font(run("rFonts"), fonts),
        size=_number(None if size is None else size.get(qn("w:val")), _WORD_SIZE) / 2,
        bold=toggle("b"),
        italic=toggle("i"),
        color="000000" if colour == "auto" else colour.upper(),
        align=_ALIGNS.get(alignment, alignment),
        indent=_first_line(paragraph("ind")) / TWIPS_PER_MM,
        before=_number(attribute("spacing", "before")) / TWIPS_PER_PT,
        after=_number(attribute("spacing", "after")) / TWIPS_PER_PT,
        line=line / PARTS_PER_LINE,
        exact=line / TWIPS_PER_PT if exact else None,
    )


def _first_line(indents: Iterator[etree._Element]) -> float:
    """The indent of the first line in twips, negative when it hangs; one style says either."""
    for element in indents:
        first, hanging = element.get(qn("w:firstLine")), element.get(qn("w:hanging"))
        if hanging is not None:
            return -_number(hanging)
        if first is not None:
            return _number(first)
    return 0.0


def _font(elements: Iterator[etree._Element], fonts: dict[str, str]) -> str:
    for element in elements:
        theme = element.get(qn("w:asciiTheme"))
        if theme is not None:
            return fonts.get("major" if theme.startswith("major") else "minor", "")
        name = element.get(qn("w:ascii"))
        if name is not None:
            return name
    # what Word takes where a file names no font
    return "Times New Roman"


def _theme_fonts(package: Package) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in package.related(package.main, "theme"):
        for kind in ("major", "minor"):
            latin = next(package.xml(part).iterfind(f".//{qn(f'a:{kind}Font')}/{qn('a:latin')}"), None)
            if latin is not None:
                found[kind] = latin.get("typeface", "")
    return found


def _number(value: str | None, default: float = 0.0) -> float:
    try:
        return default if value is None else float(value)
    except ValueError:
        return default
