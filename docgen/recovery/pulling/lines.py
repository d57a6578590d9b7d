"""What a spec prints, paragraph by paragraph: the author's texts with docgen's own words round them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from docgen.anchors.names import text_hash
from docgen.document.model import Document
from docgen.document.text import Span, Text
from docgen.ooxml.units import PT_PER_MM
from docgen.rendering.blocks import AnyBlock, Block, TableBlock
from docgen.rendering.flow import lay_out_appendices, lay_out_text
from docgen.rendering.foot import lay_out_foot
from docgen.rendering.head import lay_out_head
from docgen.standards import Standard

#: a number, letter or dash before the words of a block, whoever typed it
LEAD = re.compile(
    r"\s*(?:(?P<dash>[-–−•+*])|(?P<article>Điều\s+\d+[.:]?)|(?P<decimal>\d+(?:\.\d+)+[.)]?)|(?P<arabic>\d{1,3}[.)/])"
    r"|(?P<roman>[IVXLC]{1,7}[.)/])|(?P<letter>[a-zđ]{1,2}[.)/]))(?:\s+|$)"
)
_ENDS = " \t\u00a0.,;:/"


class Piece(NamedTuple):
    """Words of a line: of the spec's value at ``origin``, or docgen's own where that is empty.

    ``look``: bold and italic as its place has them before any emphasis of the author's.
    """

    spans: tuple[Span, ...]
    origin: str
    look: tuple[bool, bool]

    @property
    def plain(self) -> str:
        """The letters."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Line:
    """One paragraph that is printed. ``area``: ``head``, ``text``, ``foot`` or ``appendix``; ``cell``: it stands in a table of
    the body."""

    component: str
    pieces: tuple[Piece, ...]
    area: str
    cell: bool = False

    @cached_property
    def plain(self) -> str:
        """All its letters."""
        return " ".join("".join(piece.plain for piece in self.pieces).split())

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The pointers of its texts, from left to right."""
        return tuple(piece.origin for piece in self.pieces if piece.origin)

    @property
    def prefix(self) -> str:
        """docgen's own words before the first text."""
        first = self.pieces[0] if self.pieces else None
        return "" if first is None or first.origin else first.plain

    @property
    def lead(self) -> str:
        """The kind of number before it; empty without one."""
        return lead_kind(self.prefix)

    @property
    def is_bold(self) -> bool:
        """Whether all its texts are bold, by their place or the author."""
        spans = [(piece.look[0] or span.bold) for piece in self.pieces if piece.origin for span in piece.spans if span.text.strip()]
        return all(spans)

    @cached_property
    def folded(self) -> str:
        """Its words as they compare with those of a file."""
        return fold_line(self.plain)


class Known(NamedTuple):
    """A text of the spec as it is printed: which line, which piece of it, the hash of its words."""

    origin: str
    component: str
    hash: str
    line: int
    piece: int


def lay_out_lines(document: Document, standard: Standard) -> list[Line]:
    """Every paragraph with words that ``document`` prints, in the order of the file."""
    width = standard.page.text_width * PT_PER_MM
    areas: list[tuple[str, Iterable[AnyBlock]]] = [
        *(("head", [*row.left, *row.right]) for row in lay_out_head(document, standard, width).rows),
        ("text", lay_out_text(document, standard, width)),
        *(("foot", [*row.left, *row.right]) for row in lay_out_foot(document, standard)),
        ("appendix", lay_out_appendices(document, standard, width)),
    ]
    return [line for area, blocks in areas for line in _lines(blocks, area, standard)]


def list_known(lines: Iterable[Line]) -> list[Known]:
    """The texts of the spec in the order in which a record lists them."""
    return [
        Known(piece.origin, line.component, text_hash(piece.plain), i, j)
        for i, line in enumerate(lines)
        for j, piece in enumerate(line.pieces)
        if piece.origin
    ]


def lead_kind(text: str) -> str:
    """What kind of number, letter or dash ``text`` begins with: ``dash-``, ``arabic`` …; empty where it begins with words."""
    found = LEAD.match(text)
    if found is None or found.lastgroup is None:
        return ""
    return f"dash{found['dash']}".replace("–", "-").replace("−", "-") if found["dash"] else found.lastgroup


def without_lead(text: str) -> str:
    """``text`` behind its number, letter or dash."""
    found = LEAD.match(text)
    return text[found.end() :] if found else text.lstrip()


def fold_line(text: str) -> str:
    """Words for comparing lines: numbers before them, marks behind them, capitals and white space do not count.

    Figures alone, as in cells, are words.
    """
    words = " ".join(unicodedata.normalize("NFC", text).split())
    folded = without_lead(words).rstrip(_ENDS)
    if not folded and any(map(str.isalnum, words)):
        folded = words.rstrip(_ENDS)
    return folded.casefold()


def text_of(piece: Piece) -> Text:
    """The words of a piece with their emphasis."""
    return Text(piece.spans, piece.origin)


def _lines(blocks: Iterable[AnyBlock], area: str, standard: Standard, cell: bool = False) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, TableBlock):
            for row in (block.header, *block.rows):
                yield from _lines(row, area, standard, cell=True)
        elif isinstance(block, Block):
            pieces = tuple(_pieces(block, standard))
            if pieces:
                yield Line(block.component, pieces, area, cell)


def _pieces(block: Block, standard: Standard) -> Iterator[Piece]:
    component = standard.components.get(block.component)
    held: list[Span] = []
    for segment in block.segments:
        if not segment.origin:
            held += segment.spans
            continue
        if held:
            yield Piece(tuple(held), "", (False, False))
            held = []
        bold = bool(component and component.bold.use) if segment.bold is None else segment.bold
        italic = bool(component and component.italic.use) if segment.italic is None else segment.italic
        yield Piece(segment.spans, segment.origin, (bold, italic))
    if held:
        yield Piece(tuple(held), "", (False, False))
