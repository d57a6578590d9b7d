"""Lists that Word counts itself: what their levels state and the marks they print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.ooxml.measures import attribute, read_whole, switched_on
from docgen.ooxml.properties import LOCAL
from docgen.ooxml.property_lists import Values, read_paragraph_properties

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.styles_chain import Styles

_HIGHEST = 32_767
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_PLAIN_BULLET = "•"


@dataclass(slots=True)
class Level:
    """One level of a list. ``restart``: the level (from 1) whose use sets it back, 0 for never, ``None`` for any above."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str = ""
    paragraph: Values = field(default_factory=dict)


@dataclass(slots=True)
class List:
    """A numbering that paragraphs name by its id; ``counter``: lists with the same one count on from each other."""

    counter: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document. ``load`` gives the ``w:numbering`` element, or ``None``; it is called at the first list."""

    def __init__(self, load: Callable[[], etree._Element | None], styles: Styles) -> None:
        self._load = load
        self._styles = styles
        self._lists: dict[int, List | None] = {}

    @cached_property
    def _parts(self) -> tuple[dict[str, etree._Element], dict[str, etree._Element]]:
        root = self._load()
        abstracts: dict[str, etree._Element] = {}
        numbers: dict[str, etree._Element] = {}
        for element in root.iterchildren("*") if root is not None else ():
            name = LOCAL[str(element.tag)]
            if name == "abstractNum":
                abstracts.setdefault(attribute(element, "abstractNumId") or "", element)
            elif name == "num":
                numbers.setdefault(attribute(element, "numId") or "", element)
        return abstracts, numbers

    def find(self, number: int) -> List | None:
        """The list with the id ``number``."""
        if number not in self._lists:
            self._lists[number] = None  # a list style that leads back here finds none
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: int) -> List | None:
        abstracts, numbers = self._parts
        element = numbers.get(str(number))
        if element is None:
            return None
        counter, overrides = "", []
        for child in element.iterchildren("*"):
            name = LOCAL[str(child.tag)]
            if name == "abstractNumId":
                counter = attribute(child, "val") or ""
            elif name == "lvlOverride":
                overrides.append(child)
        abstract = abstracts.get(counter)
        if abstract is None:
            return None
        found = List(counter, {})
        for child in abstract.iterchildren("*"):
            name = LOCAL[str(child.tag)]
            if name == "lvl":
                _add_level(child, found.levels)
            elif name == "numStyleLink":
                self._follow(attribute(child, "val") or "", found)
        for override in overrides:
            level = read_whole(attribute(override, "ilvl"), 0, 8)
            for child in override.iterchildren("*"):
                name = LOCAL[str(child.tag)]
                if name == "lvl":
                    _add_level(child, found.levels)
                elif name == "startOverride" and level is not None:
                    start = read_whole(attribute(child, "val"), 0, _HIGHEST)
                    found.starts[level] = 1 if start is None else start
        return found

    def _follow(self, style_id: str, found: List) -> None:
        """Take the levels of the list that a list style names."""
        style = self._styles.find(style_id, "numbering")
        other = self.find(style.paragraph.get("num_id", 0)) if style else None
        if other is not None:
            found.counter, found.levels = other.counter, dict(other.levels)

    def level_for(self, number: int, style_id: str) -> int:
        """The level that a style which names a list, but no level, stands on."""
        found = self.find(number)
        return next((i for i, level in found.levels.items() if level.style == style_id), 0) if found else 0

    def paragraph_values(self, number: int, level: int | None, style_id: str) -> Values:
        """What the level states about its paragraphs."""
        found = self.find(number)
        place = self.level_for(number, style_id) if level is None else level
        return found.levels[place].paragraph if found and place in found.levels else {}


def _add_level(element: etree._Element, levels: dict[int, Level]) -> None:
    index = read_whole(attribute(element, "ilvl"), 0, 8)
    if index is None:
        return
    level = Level()
    for child in element.iterchildren("*"):
        name = LOCAL[str(child.tag)]
        value = attribute(child, "val")
        if name == "start":
            start = read_whole(value, 0, _HIGHEST)
            level.start = 1 if start is None else start
        elif name == "numFmt":
            level.format = value or "decimal"
        elif name == "lvlText":
            level.text = value or ""
        elif name == "lvlRestart":
            level.restart = read_whole(value, 0, 9)
        elif name == "isLgl":
            level.legal = switched_on(child)
        elif name == "pStyle":
            level.style = value or ""
        elif name == "pPr":
            level.paragraph = read_paragraph_properties(child)
    levels[index] = level


class Counters:
    """Counts the lists of one part, paragraph by paragraph in the order of the page."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next_mark(self, number: int, level: int) -> tuple[str, bool]:
        """The mark of the next paragraph of list ``number`` on ``level`` (from 0), and whether it is a bullet."""
        found = self._numbering.find(number)
        here = found.levels.get(level) if found else None
        if found is None or here is None:
            return "", False
        values = self._values.setdefault(found.counter, {})
        if level in found.starts and (number, level) not in self._begun:
            values[level] = found.starts[level]
        else:
            values[level] = min(values[level] + 1, _HIGHEST) if level in values else here.start
        self._begun.add((number, level))
        for deeper in [i for i in values if i > level]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart and level < restart):
                del values[deeper]
        if here.format == "bullet":
            return _plain_bullet(here.text), True
        return _print_mark(found, here, values), False


def _print_mark(found: List, here: Level, values: dict[int, int]) -> str:
    out = []
    text = here.text
    i = 0
    while i < len(text):
        if text[i] == "%" and text[i + 1 : i + 2] in "123456789" and i + 1 < len(text):
            other = int(text[i + 1]) - 1
            level = found.levels.get(other, Level())
            out.append(write_number(values.get(other, level.start), "decimal" if here.legal else level.format))
            i += 2
        else:
            out.append(text[i])
            i += 1
    return "".join(out)


def _plain_bullet(sign: str) -> str:
    """A bullet from a font of signs has no meaning outside that font."""
    sign = sign.strip()
    return _PLAIN_BULLET if not sign or any("\ue000" <= c <= "\uf8ff" for c in sign) else sign


def write_number(value: int, style: str) -> str:
    """``value`` as Word writes it in the number format ``style``; formats of other scripts come out as digits."""
    if style == "none":
        return ""
    if style in ("upperRoman", "lowerRoman") and 0 < value < 4000:
        roman = ""
        for size, letters in _ROMAN:
            count, value = divmod(value, size)
            roman += letters * count
        return roman if style == "upperRoman" else roman.lower()
    if style in ("upperLetter", "lowerLetter") and 0 < value <= 780:
        # Word goes on from z with aa, bb, not aa, ab.
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style == "decimalZero":
        return f"{value:02}"
    return str(value)
