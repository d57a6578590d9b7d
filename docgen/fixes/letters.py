"""Letters in a ``w:t``: read and written so that a space at their border prints as before."""

from __future__ import annotations

import re

from lxml import etree

from docgen.fixes.properties import local, same_namespace
from docgen.ooxml.locating import Held

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANK = " \t\r\n"
_SIGNS = re.compile("([\t\n])")
_ELEMENTS = {"\t": "tab", "\n": "br"}


def settle(held: Held) -> Held:
    """``held`` in a ``w:t`` without the blanks at its borders that do not print: a cut cannot bring them to light."""
    element = held.element
    if local(element) != "t" or element.get(_SPACE) == "preserve":
        return held
    text = element.text or ""
    kept = text.lstrip(_BLANK)
    skipped = len(text) - len(kept)
    element.text = kept.rstrip(_BLANK)
    return held._replace(start=held.start - skipped, end=held.end - skipped)


def set_letters(element: etree._Element, letters: str) -> None:
    """Let the ``w:t`` print exactly ``letters``."""
    element.text = letters
    if letters != letters.strip(_BLANK):
        element.set(_SPACE, "preserve")


def write_letters(element: etree._Element, head: str, new: str, tail: str) -> None:
    """Let the ``w:t`` print ``head``, ``new`` and ``tail``; tabs and line breaks in ``new`` become elements behind it."""
    first, *others = _SIGNS.split(new)
    last = element
    words = head + first
    for sign, following in zip(others[::2], others[1::2], strict=True):
        set_letters(last, words)
        mark = etree.Element(same_namespace(element, _ELEMENTS[sign]))
        last.addnext(mark)
        last = etree.Element(same_namespace(element, "t"))
        mark.addnext(last)
        words = following
    set_letters(last, words + tail)
