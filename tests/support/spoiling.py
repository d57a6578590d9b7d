"""Spoiling what docgen printed: one property, or some words, of one paragraph, changed in the XML itself."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import cache

from lxml import etree

from docgen.reading.layout import Layout
from tests.checks.making import MAIN, layout_of, packed, parts_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#: the order that the schema wants of the properties that are set here
_RUN_ORDER = ("rFonts", "b", "i", "caps", "color", "sz", "szCs", "u")
_PARAGRAPH_ORDER = ("pStyle", "keepNext", "pBdr", "spacing", "ind", "jc", "outlineLvl", "rPr")
_TWIPS_PER_MM = 1440 / 25.4
_LEVELS = ("section", "article", "clause", "subclause", "point")

Element = etree._Element
Change = Callable[[Element], None]


def tag(name: str) -> str:
    """``w:name`` as lxml writes it."""
    return f"{{{W}}}{name}"


class Book:
    """A Word file open for spoiling: its parts as trees; the paragraphs of a component as they were when it was opened."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.parts = parts_of(data)
        self.trees = {name: etree.fromstring(part) for name, part in self.parts.items() if name.endswith(".xml")}
        self._own = {name: list(tree.iter(tag("p"))) for name, tree in self.trees.items()}

    @property
    def body(self) -> Element:
        """The ``w:body``."""
        found = self.trees[MAIN].find(tag("body"))
        assert found is not None
        return found

    def places(self, component: str) -> list[tuple[str, int]]:
        """Where docgen's reading finds the component: part and number of the paragraph."""
        return _places(self.data, component)

    def find(self, component: str, nth: int = 0) -> Element:
        """The paragraph of the nth passage of the component; of a numbered level only those with a title of its own."""
        part, index = self.places(component)[nth]
        return self._own[part][index - 1]

    def section(self, nth: int = 0) -> Element:
        """The nth ``w:sectPr``."""
        return list(self.trees[MAIN].iter(tag("sectPr")))[nth]

    def pack(self) -> bytes:
        """The Word file as it is now."""
        made = {name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8") for name, tree in self.trees.items()}
        return packed({**self.parts, **made})


@cache
def _layout(data: bytes) -> Layout:
    return layout_of(data)


@cache
def _places(data: bytes, component: str) -> list[tuple[str, int]]:
    layout = _layout(data)
    if component == "page_number":
        numbers = layout.sections[0].headers["default"]
        return [(numbers.part, one.index) for one in numbers.paragraphs if one.fields]
    name, _, kind = component.partition(":")
    found = [p for p in layout.get(name) if name not in _LEVELS or p.titled == (kind != "plain")]
    found = [p for p in found if p.appendix is None or name not in (*_LEVELS, "body", "list_item")]
    return [(one.paragraph.part, one.paragraph.index) for one in found]


def words_of(paragraph: Element) -> str:
    """The letters of a paragraph."""
    return "".join(one.text or "" for one in paragraph.iter(tag("t")))


# how something looks


@dataclass(frozen=True)
class Set:
    """One property, set directly: on all runs of a paragraph (or only the run given) or on itself. Sizes and gaps in pt,
    indents in mm."""

    name: str
    value: object

    def __call__(self, paragraph: Element) -> None:
        match self.name:
            case "size":
                for name in ("sz", "szCs"):
                    _on_runs(paragraph, name, val=f"{float(str(self.value)) * 2:g}")
            case "bold" | "italic" | "caps":
                _on_runs(paragraph, {"bold": "b", "italic": "i"}.get(self.name, self.name), val="1" if self.value else "0")
            case "underline":
                _on_runs(paragraph, "u", val="single" if self.value else "none")
            case "color":
                _on_runs(paragraph, "color", val=str(self.value))
            case "font":
                _on_runs(paragraph, "rFonts", ascii=str(self.value), hAnsi=str(self.value), cs=str(self.value))
            case "align":
                _on_paragraph(paragraph, "jc", val=str(self.value))
            case "line":
                _on_paragraph(paragraph, "spacing", line=str(round(float(str(self.value)) * 240)), lineRule="auto")
            case "exact":
                _on_paragraph(paragraph, "spacing", line=str(round(float(str(self.value)) * 20)), lineRule="exact")
            case "before" | "after":
                _on_paragraph(paragraph, "spacing", **{self.name: str(round(float(str(self.value)) * 20))})
            case "indent" | "left" | "right":
                key = {"indent": "firstLine"}.get(self.name, self.name)
                _on_paragraph(paragraph, "ind", **{key: str(round(float(str(self.value)) * _TWIPS_PER_MM))})
            case _:
                raise ValueError(self.name)


def _on_runs(paragraph: Element, name: str, **values: str) -> None:
    for run in [paragraph] if paragraph.tag == tag("r") else paragraph.iter(tag("r")):
        properties = run.find(tag("rPr"))
        if properties is None:
            properties = etree.Element(tag("rPr"))
            run.insert(0, properties)
        _put(properties, name, _RUN_ORDER, values)


def _on_paragraph(paragraph: Element, name: str, **values: str) -> None:
    properties = paragraph.find(tag("pPr"))
    if properties is None:
        properties = etree.Element(tag("pPr"))
        paragraph.insert(0, properties)
    _put(properties, name, _PARAGRAPH_ORDER, values)


def _put(properties: Element, name: str, order: tuple[str, ...], values: dict[str, str]) -> None:
    one = properties.find(tag(name))
    if one is None:
        later = {tag(other) for other in order[order.index(name) + 1 :]}
        at = next((i for i, other in enumerate(properties) if other.tag in later), len(properties))
        one = etree.Element(tag(name))
        properties.insert(at, one)
    for key, value in values.items():
        one.set(tag(key), value)


# what it says


def retype(new: str) -> Change:
    """All other words, in the first run that has any."""

    def change(paragraph: Element) -> None:
        first, *others = (one for one in paragraph.iter(tag("t")) if one.text)
        first.text = new
        for one in others:
            one.text = ""

    return change


def exchange(old: str, new: str) -> Change:
    """``new`` instead of the first ``old``; the letters round it keep their runs."""

    def change(paragraph: Element) -> None:
        start = words_of(paragraph).index(old)
        at, left = 0, new
        for one in paragraph.iter(tag("t")):
            text = one.text or ""
            first, last = max(start - at, 0), min(start + len(old) - at, len(text))
            at += len(text)
            if first < last:
                one.text, left = text[:first] + left + text[last:], ""

    return change


def ending(old: str, new: str) -> Change:
    """Another sign at the end, ``new`` instead of ``old``."""

    def change(paragraph: Element) -> None:
        text = words_of(paragraph)
        assert text.endswith(old), text
        retype(text.removesuffix(old) + new)(paragraph)

    return change


def recase(change: Callable[[str], str], skip: int = 0) -> Change:
    """Other capitals; the first ``skip`` words stay as they are."""

    def apply(paragraph: Element) -> None:
        text = words_of(paragraph)
        kept = text if skip == 0 else text.split(" ", skip)[-1]
        head = text[: len(text) - len(kept)] if skip else ""
        new = head + change(kept)
        assert len(new) == len(text)
        at = 0
        for one in paragraph.iter(tag("t")):
            size = len(one.text or "")
            one.text, at = new[at : at + size], at + size

    return apply


def copy_of(paragraph: Element, words: str, *changes: Change) -> Element:
    """A paragraph that looks like another and says something else."""
    made = deepcopy(paragraph)
    for one in [*made.iter(tag("bookmarkStart")), *made.iter(tag("bookmarkEnd"))]:
        made.remove(one)
    for change in (retype(words), *changes):
        change(made)
    return made
