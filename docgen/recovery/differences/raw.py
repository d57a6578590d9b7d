"""Word's own properties that have no name here: told as they stand in the file rather than passed over."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from docgen.ooxml.properties import LOCAL, TRACKED, StyleNames, canonical_properties, words

if TYPE_CHECKING:
    from lxml import etree

_CONTROLS = str.maketrans({"\x11": " ", "\x12": " ", "\x13": " (", "\x14": ")", "\x0e": ""})
#: properties of paragraphs that are compared by what they do
PARAGRAPH_KNOWN = words(
    """pStyle keepNext keepLines pageBreakBefore widowControl numPr tabs spacing ind contextualSpacing jc outlineLvl rPr
    sectPr"""
)


def list_properties(
    element: etree._Element | None, styles: StyleNames, known: Collection[str] = (), *, only: Collection[str] = ()
) -> dict[str, str]:
    """The canonical text of each child of a property list, by its name.

    Those of ``known`` are left out, and where ``only`` names some all others.
    """
    found: dict[str, str] = {}
    for child in element.iterchildren("*") if element is not None else ():
        name = LOCAL[str(child.tag)]
        if name not in known and (not only or name in only):
            # the function takes whole lists, so each child is given as one
            alone = child.makeelement(element.tag if element is not None else child.tag)
            alone.append(deepcopy(child))
            text = canonical_properties(alone, styles)
            if text and text != TRACKED:
                found[name.rpartition("}")[2]] = text
    return found


def compare_properties(old: dict[str, str], new: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Name, value before and value after of each property that differs."""
    for name in dict.fromkeys([*old, *new]):
        before, after = old.get(name, ""), new.get(name, "")
        if before != after:
            yield name, _readable(before, name), _readable(after, name)


def _readable(text: str, name: str) -> str:
    said = " ".join(text.translate(_CONTROLS).split())
    return said.removeprefix(name).lstrip("= ") or (said and "✓")
