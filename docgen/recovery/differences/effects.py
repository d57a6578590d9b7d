"""Properties that a story does not know, as they work: what a paragraph or a run says, its styles, and the defaults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.ooxml.content import Paragraph
from docgen.ooxml.locating import locate_text
from docgen.ooxml.measures import attribute, attributes
from docgen.ooxml.properties import LOCAL, words
from docgen.ooxml.styles_chain import list_based_on
from docgen.recovery.differences.properties import Value, Values, is_nothing, read_value
from docgen.recovery.differences.words import Stretch

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.opening import Package

# Known to the story, of no use on paper, or only for East Asian writing. Of some a part is not known: see _read_part.
_PARAGRAPH_DONE = words(
    """pStyle keepNext keepLines pageBreakBefore widowControl numPr contextualSpacing jc outlineLvl rPr sectPr pPrChange
    divId cnfStyle kinsoku overflowPunct topLinePunct autoSpaceDE autoSpaceDN adjustRightInd suppressOverlap"""
)
_LETTERS_DONE = words(
    """rStyle rFonts b bCs i iCs caps smallCaps strike vanish color spacing position sz szCs highlight vertAlign lang noProof
    webHidden oMath snapToGrid rPrChange ins del moveFrom moveTo"""
)
_PARTLY = frozenset({"ind", "spacing", "tabs", "u", "shd"})
#: letters from ``start`` to ``end`` and what is said of them
Span = tuple[int, int, Values]


class Effects:
    """Reads the properties of one document's paragraphs and letters; those that do nothing are left out."""

    def __init__(self, package: Package) -> None:
        part = next(iter(package.related(package.main, "styles")), None)
        root = None if part is None else package.xml(part)
        self._styles: dict[str, etree._Element] = {}
        self._default = self._default_table = ""
        self._paragraph: Values = {}
        self._letters: Values = {}
        for child in root.iterchildren("*") if root is not None else ():
            name = LOCAL[str(child.tag)]
            if name == "style":
                identity = attribute(child, "styleId") or ""
                self._styles.setdefault(identity, child)
                if attribute(child, "default") in ("1", "true", "on"):
                    if attribute(child, "type") == "paragraph":
                        self._default = identity
                    elif attribute(child, "type") == "table":
                        self._default_table = identity
            elif name == "docDefaults":
                for one in child.iterfind("{*}pPrDefault/{*}pPr"):
                    self._paragraph = _read(one, _PARAGRAPH_DONE)
                for one in child.iterfind("{*}rPrDefault/{*}rPr"):
                    self._letters = _read(one, _LETTERS_DONE)
        self._known: dict[str, tuple[Values, Values]] = {}
        self._coloured = next(package.xml(package.main).iterchildren("{*}background"), None) is not None

    def is_on_white(self, paragraph: Paragraph) -> bool:
        """Whether nothing is known to be drawn behind its letters."""
        if self._coloured or (paragraph.shape is not None and not paragraph.frame) or "shd" in self.paragraph(paragraph):
            return False
        if any(run.format.shading != "auto" or run.format.highlight != "none" for run in paragraph.runs):
            return False
        if paragraph.mark.shading != "auto" or paragraph.mark.highlight != "none":
            return False
        tables = paragraph.element.iterancestors("{*}tbl")
        shaded = (shading for table in tables for holder in self._table_styles(table) for shading in holder.iter("{*}shd"))
        return all(_is_white(one) for one in shaded)

    def _table_styles(self, table: etree._Element) -> list[etree._Element]:
        """A ``w:tbl`` and the styles that set it."""
        named = next((attribute(one, "val") or "" for one in table.iterfind("{*}tblPr/{*}tblStyle")), "")
        return [table, *list_based_on(self._styles, named or self._default_table)]

    def paragraph(self, paragraph: Paragraph) -> Values:
        """What is said of the paragraph as a whole."""
        stated = _child(paragraph.element, "pPr")
        own = {} if stated is None else _read(stated, _PARAGRAPH_DONE)
        return _working({**self._paragraph, **self._style(paragraph.format.style or self._default)[0], **own})

    def mark(self, paragraph: Paragraph) -> Values:
        """What is said of its mark."""
        stated = _child(paragraph.element, "pPr")
        own = None if stated is None else _child(stated, "rPr")
        values = {} if own is None else _read(own, _LETTERS_DONE - {"vanish"})
        return _working({**self._letters, **self._style(paragraph.format.style or self._default)[1], **values})

    def letters(self, paragraph: Paragraph) -> list[Span]:
        """What is said of the letters, stretch by stretch."""
        base = {**self._letters, **self._style(paragraph.format.style or self._default)[1]}
        lists = [one for one in paragraph.element.iter("{*}rPr") if self._says_something(one)]
        if not lists:
            return [(0, len(paragraph.text), _working(base))]
        out: list[Span] = []
        place = 0
        for held in locate_text(paragraph, 0, len(paragraph.text)):
            stated = _child(held.run, "rPr")
            values = _working({**base, **(self._of_run(stated) if stated is not None else {})})
            end = place + held.end - held.start
            if out and out[-1][2] == values:
                out[-1] = out[-1][0], end, values
            else:
                out.append((place, end, values))
            place = end
        return out

    def _says_something(self, stated: etree._Element) -> bool:
        for child in stated.iterchildren("*"):
            name = LOCAL[str(child.tag)]
            if name not in _LETTERS_DONE or (name == "rStyle" and self._style(attribute(child, "val") or "")[1]):
                return True
        return False

    def _of_run(self, stated: etree._Element) -> Values:
        style = _child(stated, "rStyle")
        named = self._style(attribute(style, "val") or "")[1] if style is not None else {}
        return {**named, **_read(stated, _LETTERS_DONE)}

    def _style(self, identity: str) -> tuple[Values, Values]:
        if identity not in self._known:
            chain = list_based_on(self._styles, identity)
            paragraph: Values = {}
            letters: Values = {}
            for style in reversed(chain):
                for values, kind, done in ((paragraph, "pPr", _PARAGRAPH_DONE), (letters, "rPr", _LETTERS_DONE)):
                    if (stated := _child(style, kind)) is not None:
                        values.update(_read(stated, done))
            self._known[identity] = paragraph, letters
        return self._known[identity]


def differing(old: Values, new: Values) -> Iterator[tuple[str, Value, Value]]:
    """Name, value before and value after of each property that differs."""
    for name in dict.fromkeys([*old, *new]):
        before, after = old.get(name, ()), new.get(name, ())
        if before != after:
            yield name, before, after


def differing_letters(
    old: list[Span], new: list[Span], stretches: list[Stretch]
) -> dict[tuple[str, Value, Value], list[tuple[int, int]]]:
    """The properties in which letters differ that both have, and where in the new paragraph; of replaced words the first
    letters on both sides are compared."""
    found: dict[tuple[str, Value, Value], list[tuple[int, int]]] = {}
    if not any(values for _, _, values in (*old, *new)):
        return found
    for one in stretches:
        if one.old_start == one.old_end or one.new_start == one.new_end:
            continue
        for start, end, values in new:
            place, last = max(start, one.new_start), min(end, one.new_end)
            while place < last:
                there = place - one.new_start + one.old_start if one.same else one.old_start
                was = next((span for span in old if span[0] <= there < span[1]), None)
                if was is None:
                    break
                stop = min(last, place + was[1] - there) if one.same else last
                for change in differing(was[2], values):
                    found.setdefault(change, []).append((place, stop))
                place = stop
    return found


def _read(stated: etree._Element, done: frozenset[str]) -> Values:
    out: Values = {}
    for child in stated.iterchildren("*"):
        name = LOCAL[str(child.tag)]
        if name not in done:
            value = _read_part(name, child) if name in _PARTLY else read_value(child)
            if value is not None:
                out[name.rpartition("}")[2]] = value
    return out


def _read_part(name: str, element: etree._Element) -> Value | None:
    """Of a property that the story knows what it does not know."""
    found = attributes(element)
    if name in ("ind", "spacing"):
        ends = "Chars" if name == "ind" else "Lines"
        return tuple(sorted((k, v) for k, v in found.items() if k.endswith(ends) and v != "0"))
    if name == "tabs":
        led = [(attributes(tab).get("pos", ""), attributes(tab).get("leader", "none")) for tab in element.iterchildren("*")]
        return tuple(sorted((place, leader) for place, leader in led if leader != "none"))
    if name == "u":
        color = found.get("color", "auto")
        return (("color", color.upper()),) if color != "auto" and found.get("val", "none") != "none" else ()
    held_in = element.getparent()
    if held_in is not None and LOCAL[str(held_in.tag)] == "rPr" and found.get("val", "clear") in ("clear", "nil"):
        return ()
    kept = {k: v.upper() for k, v in found.items() if k in ("fill", "color") and v.lower() != "auto"}
    return tuple(sorted({"val": found.get("val", "clear"), **kept}.items()))


def _working(values: Values) -> Values:
    return {name: value for name, value in values.items() if not is_nothing(name, value)} if values else values


def _is_white(shading: etree._Element) -> bool:
    is_plain = attribute(shading, "val") in ("clear", "nil", None)
    return is_plain and (attribute(shading, "fill") or "auto").lower() in ("auto", "ffffff")


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element.iterchildren("*") if LOCAL[str(child.tag)] == name), None)
