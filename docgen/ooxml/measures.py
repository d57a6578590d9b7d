"""Values of Word's attributes as numbers. What is no number, or an absurd one, counts as absent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from docgen.ooxml.properties import LOCAL
from docgen.ooxml.units import TWIPS_PER
from docgen.ooxml.xml import W_STRICT, W

if TYPE_CHECKING:
    from lxml import etree

#: the longest length Word accepts: 22 inches
LONGEST_TWIPS = 31_680
_ON = frozenset({"1", "true", "on"})
_OFF = frozenset({"0", "false", "off"})


def attributes(element: etree._Element) -> dict[str, str]:
    """The attributes of a wordprocessing element by their local names, in both editions of the standard."""
    return {LOCAL[str(key)]: str(value) for key, value in element.items()}


def attribute(element: etree._Element, name: str) -> str | None:
    """One attribute of a wordprocessing element, ``None`` if it is missing."""
    value = element.get(f"{{{W}}}{name}")
    return value if value is not None else element.get(f"{{{W_STRICT}}}{name}")


def children(element: etree._Element) -> dict[str, etree._Element]:
    """The children of a property list by their local names; the last of several counts."""
    return {LOCAL[str(child.tag)]: child for child in element.iterchildren("*")}


def read_whole(value: str | None, low: int, high: int) -> int | None:
    """A whole number from ``low`` to ``high``; what some programs write with a fraction is rounded."""
    if value is None or len(value) > 20:
        return None
    try:
        number = int(value)
    except ValueError:
        try:
            fraction = float(value)
        except ValueError:
            return None
        if not low - 1 <= fraction <= high + 1:
            return None
        number = round(fraction)
    return number if low <= number <= high else None


def read_length(value: str | None) -> float | None:
    """A length with its unit (``1.5pt``, ``2cm``, ``3in``) in twips; ``None`` for a bare number, which has many meanings."""
    factor = TWIPS_PER.get(value[-2:]) if value and len(value) < 40 else None
    if value is None or factor is None:
        return None
    try:
        twips = float(value[:-2]) * factor
    except ValueError:
        return None
    return twips if abs(twips) <= 10 * LONGEST_TWIPS else None


def read_twips(value: str | None, low: int = -LONGEST_TWIPS, high: int = LONGEST_TWIPS) -> int | None:
    """A length in twips, written bare or with a unit."""
    number = read_whole(value, low, high)
    if number is None and (length := read_length(value)) is not None and low <= length <= high:
        number = round(length)
    return number


def read_switch(attributes: Mapping[str, str]) -> bool | None:
    """Whether a property without ``val`` or with one is on; ``None`` for a value that is neither."""
    value = attributes.get("val", "1")
    return True if value in _ON else False if value in _OFF else None


def switched_on(element: etree._Element | None) -> bool:
    """Whether a property stands there and is on."""
    return element is not None and read_switch(attributes(element)) is True
