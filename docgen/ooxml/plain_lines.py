"""Paragraphs that hold nothing but runs of letters, read in one go: most of a document.

``LineReader`` reads any paragraph, and these no otherwise; here they take a quarter less time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.ooxml.inline import Piece, print_blanks
from docgen.ooxml.properties import words
from docgen.ooxml.xml import W_STRICT, W

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.content import RunFormat
    from docgen.ooxml.formats import RunBase

_RUN, _TEXT, _PROPERTIES, _FONTS, _LETTERS, _PARAGRAPH, _SILENT = range(7)
_NAMES = {
    _RUN: words("r"),
    _TEXT: words("t"),
    _PROPERTIES: words("rPr"),
    _FONTS: words("rFonts"),
    # what sets letters, and stands in no list of a paragraph's own but that of its mark
    _LETTERS: words("b i u sz color caps smallCaps strike spacing position highlight shd vertAlign rStyle"),
    _PARAGRAPH: words("pPr pStyle ind jc keepNext keepLines widowControl contextualSpacing tabs tab outlineLvl numPr ilvl numId"),
    _SILENT: words("szCs bCs iCs lang noProof cs rtl proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak"),
}
_OF_LETTERS = frozenset({_LETTERS, _FONTS})
_KINDS = {f"{{{uri}}}{name}": kind for kind, names in _NAMES.items() for name in names for uri in (W, W_STRICT)}


def read_plain(paragraph: etree._Element, base: RunBase) -> list[Piece] | None:
    """The pieces of a ``w:p`` whose letters build on ``base``; ``None`` where anything else stands in it."""
    pieces: list[Piece] = []
    known, kind_of = base.known, _KINDS.get
    run: etree._Element | None = None
    properties: etree._Element | None = None
    look: RunFormat | None = None
    parts: list[object] = []
    for element in paragraph.iterdescendants():
        kind = kind_of(element.tag)
        if kind == _SILENT:
            continue
        if run is None:
            if kind == _RUN:
                run = element
            elif kind is None or kind == _TEXT:
                return None
            # all else before the first run is the paragraph's own list, with that of its mark
        elif kind in _OF_LETTERS:
            if properties is None or look is not None:
                return None
            # the same key as in ``RunBase.format_of``
            if kind == _FONTS:
                parts += element.items()
            else:
                values = element.values()
                parts.append(element.tag)
                parts += values if len(values) < 2 else element.items()
        elif kind == _TEXT:
            if look is None:
                look = known.get(tuple(parts) if properties is not None else None) or base.format_of(properties)
            text, skipped = print_blanks(element.text or "", element)
            if text and not look.hidden:
                pieces.append((text, look, run, "", element, skipped))
        elif kind == _PROPERTIES:
            properties, look, parts = element, None, []
        elif kind == _RUN:
            run, properties, look, parts = element, None, None, []
        else:
            return None
    return pieces
