"""Equations and signs of fonts that are no letters, in the XML of a Word file, become letters."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.ooxml.measures import attribute
from docgen.ooxml.xml import W_STRICT, W
from docgen.problems import Message, msg

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.opening import Package

_FILE = Path(__file__).with_name("signs.yaml")
#: equations, ``w:sym``, letters of the private area U+F000–U+F0FF in UTF-8: other files need not be walked through
_HINT = re.compile(rb"oMath|:sym\b|\xef\x80[\x80-\xbf]|\xef\x81[\x80-\xbf]|\xef\x82[\x80-\xbf]|\xef\x83[\x80-\xbf]|&#[xX]?[fF6]")
_PRIVATE = re.compile("[\uf000-\uf0ff]")
_PRIVATE_FIRST = 0xF000
#: signs that the reader of Word files knows itself
_READ = frozenset((0xF0B7, 0xF02D, 0xF020))


def write_out(package: Package) -> list[tuple[Message, int]]:
    """Change the main part of ``package``; what is lost by that, with the index of its paragraph."""
    if not _HINT.search(package.read(package.main)):
        return []
    root = package.xml(package.main)
    found: list[tuple[Message, int]] = []
    for index, paragraph in enumerate(root.iter(f"{{{W}}}p", f"{{{W_STRICT}}}p"), 1):
        for element in [one for one in paragraph.iterdescendants("*") if _is_own(one, paragraph)]:
            name = _name(element)
            if name == "oMath":
                words = _letters(element).strip()
                _become_run(element, words, paragraph)
                found.append((msg("An equation is written as letters on one line now: {words}", words=words), index))
            elif name == "sym":
                found += [(what, index) for what in _write_sign(element)]
            elif name == "t" and _PRIVATE.search(element.text or ""):
                font = _font(element)
                element.text = "".join(_known(font, ord(c)) or c if _PRIVATE.match(c) else c for c in element.text or "")
                found += [(_lost(font, ord(sign)), index) for sign in _PRIVATE.findall(element.text)]
    return found


def _name(element: etree._Element) -> str:
    """The name of ``element`` in its own language, be that Word's or that of equations."""
    return str(element.tag).rpartition("}")[2]


def _is_own(element: etree._Element, paragraph: etree._Element) -> bool:
    """Whether no paragraph of a box stands between ``element`` and ``paragraph``, nor an equation that is written out."""
    for above in element.iterancestors():
        if above is paragraph:
            return True
        if _name(above) in ("p", "oMath"):
            return False
    return False


def _letters(element: etree._Element) -> str:
    """The letters of an equation, a fraction's with a stroke between them."""
    name = _name(element)
    if name == "t":
        return element.text or ""
    parts = [_letters(child) for child in element.iterchildren("*")]
    if name == "f":
        return "/".join(f"({part})" if len(part) > 1 and not part.isalnum() else part for part in parts if part)
    return "".join(parts)


def _become_run(element: etree._Element, words: str, paragraph: etree._Element) -> None:
    """Make ``element`` a run of ``words``, with what follows it."""
    space = str(paragraph.tag).partition("}")[0] + "}"
    parent, holder = element.getparent(), element
    if parent is not None and _name(parent) == "oMathPara":
        # only a paragraph and its wrappers hold runs
        above = parent.getparent()
        assert above is not None
        above.insert(above.index(parent), element)
        if not len(parent) or all(_name(child) != "oMath" for child in parent):
            above.remove(parent)
    above = next(holder.itersiblings(f"{space}r", preceding=True), None)
    look = above.find(f"{space}rPr") if above is not None else None
    tail = holder.tail
    holder.clear()
    holder.tail = tail
    holder.tag = f"{space}r"
    text = holder.makeelement(f"{space}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    text.text = words
    # it looks like the letters before it
    holder.extend([text] if look is None else [deepcopy(look), text])


def _write_sign(element: etree._Element) -> list[Message]:
    """Make a ``w:sym`` a letter; what is lost."""
    font = attribute(element, "font") or ""
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return [_lost(font, 0)]
    letter = _known(font, code)
    if letter is None:
        is_private = code < _PRIVATE_FIRST + 0x100 and (code >= _PRIVATE_FIRST or font.casefold() in _table())
        return [_lost(font, code)] if is_private and code not in _READ else []
    element.clear()
    element.tag = str(element.tag).replace("}sym", "}t")
    element.text = letter
    return []


def _font(element: etree._Element) -> str:
    """The font that the run of a ``w:t`` names, empty where it names none."""
    run = element.getparent()
    fonts = run.find("{*}rPr/{*}rFonts") if run is not None else None
    return (attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or "") if fonts is not None else ""


def _lost(font: str, code: int) -> Message:
    return msg("A sign is lost, because no letter is known for it: sign {code} of the font {font}", code=f"{code:04X}", font=font)


def _known(font: str, code: int) -> str | None:
    """The letter for a sign; a font that is not named is taken for the one that Word takes."""
    low = code - _PRIVATE_FIRST if code >= _PRIVATE_FIRST else code
    return _table().get(font.casefold() or "wingdings", {}).get(low)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[int, str]]:
    import yaml

    read: dict[str, dict[object, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {font: {int(str(code), 16): sign for code, sign in signs.items()} for font, signs in read.items()}
