"""What would put a finding right, said as data: fixing applies it, a report shows it in words.

A repair names things of the ``Story`` it was made for and lives no longer than that. Lengths in twips, sizes in pt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from docgen.ooxml.content import Paragraph, Section

RunProperty = Literal["font", "size", "bold", "italic", "caps", "underline", "color", "highlight"]
ParagraphProperty = Literal["align", "first_line", "left", "right", "before", "after", "line", "exact", "keep_next"]
PageProperty = Literal["width", "height", "landscape", "top", "bottom", "left", "right", "header", "gutter"]


@dataclass(frozen=True, slots=True, eq=False)
class SetRuns:
    """Set the letters ``paragraph.text[start:end]`` so; ``value``: font name, pt, true or false, a colour, Word's word for a
    line."""

    paragraph: Paragraph
    start: int
    end: int
    property: RunProperty
    value: str | float | bool


@dataclass(frozen=True, slots=True, eq=False)
class SetParagraph:
    """Set the paragraph so. ``line`` in 240ths of a single line, ``exact`` and all other lengths in twips."""

    paragraph: Paragraph
    property: ParagraphProperty
    value: str | int | bool


@dataclass(frozen=True, slots=True, eq=False)
class ReplaceText:
    """Write ``new`` for ``paragraph.text[start:end]``; it takes the look of the first letter it replaces, or of the one
    before."""

    paragraph: Paragraph
    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True, eq=False)
class Compose:
    """Put the paragraph's letters into NFC."""

    paragraph: Paragraph


@dataclass(frozen=True, slots=True, eq=False)
class SetPage:
    """Set paper or margins of a section; twips, ``landscape`` true or false."""

    section: Section
    property: PageProperty
    value: int | bool


@dataclass(frozen=True, slots=True, eq=False)
class SetPageNumber:
    """Page numbers of a section: ``add`` one centred in the header, ``hide-first`` on page 1, ``restart`` at 1, or ``decimal``
    digits."""

    section: Section
    action: Literal["add", "hide-first", "restart", "decimal"]


Repair: TypeAlias = SetRuns | SetParagraph | ReplaceText | Compose | SetPage | SetPageNumber
