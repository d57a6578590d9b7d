"""The words that a document prints, component by component, without making a file: what is checked of a spec."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.document.model import Document
from docgen.ooxml.units import PT_PER_MM
from docgen.rendering.blocks import AnyBlock, Block, Segment, TableBlock
from docgen.rendering.flow import lay_out_appendices, lay_out_text
from docgen.rendering.foot import lay_out_foot
from docgen.rendering.head import lay_out_head
from docgen.standards import Standard

#: white space that no component begins or ends with
_SPACES = " \t\n\u00a0\u00ad"


class Origin(NamedTuple):
    """The spec's value at ``pointer`` is printed at ``text[start:end]``; ``start`` is negative if an earlier line begins it."""

    start: int
    end: int
    pointer: str


class Printed(NamedTuple):
    """One printed line or paragraph: its component, its words without spaces at the ends, and which of them the spec holds.

    ``bold``, ``italic``: every letter is set so beyond what its component asks. ``titled``: running text with a title on its line.
    """

    component: str
    text: str
    origins: tuple[Origin, ...]
    bold: bool = False
    italic: bool = False
    titled: bool = False

    def origin_at(self, offset: int) -> Origin | None:
        """Where the letter at ``offset`` comes from: for docgen's own words the nearest text of the spec, if there is one."""
        return min(self.origins, key=lambda origin: max(origin.start - offset, offset - origin.end + 1, 0), default=None)


def printed_texts(document: Document, standard: Standard, width: float | None = None) -> list[Printed]:
    """Every paragraph that ``render`` prints for ``document`` in the order of the file, tables cell by cell; empty ones left out.

    ``width`` is that of the text area in pt, by default that of the rule set: it decides only where the names of the head break.
    Raises ``DocgenError`` like ``render``.
    """
    return list(_printed(_blocks(document, standard, width or standard.page.text_width * PT_PER_MM)))


def _blocks(document: Document, standard: Standard, width: float) -> Iterator[AnyBlock]:
    for row in lay_out_head(document, standard, width).rows:
        yield from (*row.left, *row.right)
    yield from lay_out_text(document, standard, width)
    for row in lay_out_foot(document, standard):
        yield from (*row.left, *row.right)
    yield from lay_out_appendices(document, standard, width)


def _printed(blocks: Iterable[AnyBlock]) -> Iterator[Printed]:
    for block in blocks:
        if isinstance(block, TableBlock):
            yield from _printed(block.header)
            for row in block.rows:
                yield from _printed(row)
        elif isinstance(block, Block):
            yield from _lines(block)


def _lines(block: Block) -> Iterator[Printed]:
    """The lines of a paragraph; an only addressee apart from the label that it shares its line with."""
    segments = block.segments
    if block.component == "addressee_label" and len(segments) > 1:
        yield from _lines(Block("addressee_label", segments[:1]))
        yield from _lines(Block("addressee", segments[1:]))
        return
    text, begin = block.plain, 0
    bold, italic = _emphasis(segments)
    titled = block.component == "body" and _opens_bold(segments)
    for line in text.split("\n"):
        start = begin + len(line) - len(line.lstrip(_SPACES))
        words = line.strip(_SPACES)
        if words:
            yield Printed(block.component, words, tuple(_origins(segments, start, len(words))), bold, italic, titled)
        begin += len(line)


def _opens_bold(segments: Iterable[Segment]) -> bool:
    """Whether the author's words begin in bold: a title on the line of its text, or what looks like one."""
    first = next((segment for segment in segments if segment.origin), None)
    return first is not None and bool(first.bold or (first.spans and first.spans[0].bold))


def _emphasis(segments: Iterable[Segment]) -> tuple[bool, bool]:
    """Whether all letters are bold, and whether all are in italics, by segments and spans alone."""
    looks = [(s.bold or span.bold, s.italic or span.italic) for s in segments for span in s.spans if not span.text.isspace()]
    return all(bold for bold, _ in looks), all(italic for _, italic in looks)


def _origins(segments: Iterable[Segment], start: int, length: int) -> Iterator[Origin]:
    """The segments with an origin within ``length`` letters from ``start`` on, counted from there.

    The line ends count for nothing: they were put in beside the author's space.
    """
    at = -start
    for segment in segments:
        end = at + len(segment.plain) - segment.plain.count("\n")
        if segment.origin and end > 0 and at < length:
            yield Origin(at, end, segment.origin)
        at = end
