"""The flat list of what is printed: paragraphs, tables, drawn lines, section breaks, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from string import Formatter
from typing import NamedTuple

from docgen.document.text import Span, Text
from docgen.vietnamese import capitals


class Segment(NamedTuple):
    """Words that belong together; with ``origin`` they are exactly those of one text of the spec.

    Emphasis of a span adds to the segment's look; ``None`` leaves a property to the paragraph's style.
    """

    spans: tuple[Span, ...]
    origin: str = ""
    bold: bool | None = None
    italic: bool | None = None
    underline: bool = False

    @property
    def plain(self) -> str:
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])


@dataclass(slots=True)
class Block:
    """One paragraph of ``component``.

    ``size``, ``before``, ``after`` (pt), ``align`` and ``indents`` (left, right, hanging; pt) differ from the component's
    style only where the single document needs it.
    """

    component: str
    segments: list[Segment]
    keep_next: bool = False
    size: float | None = None
    before: float | None = None
    after: float | None = None
    align: str | None = None
    indents: tuple[float, float, float] | None = None

    @property
    def plain(self) -> str:
        return "".join(segment.plain for segment in self.segments)


@dataclass(slots=True)
class RuleBlock:
    """A drawn line of ``length`` pt, centred in its column, in a small paragraph of its own."""

    length: float
    keep_next: bool = True


@dataclass(slots=True)
class TableBlock:
    """A table of the body: column widths in pt, cells as blocks; the last ``kept_rows`` rows stay with what follows."""

    widths: list[float]
    header: list[Block]
    rows: list[list[Block]]
    kept_rows: int = 0


@dataclass(slots=True)
class SectionBreak:
    """The end of a part with page numbers of its own."""

    keep_next: bool = field(default=False, init=False)


AnyBlock = Block | RuleBlock | TableBlock | SectionBreak


@lru_cache(maxsize=1024)
def words(text: str, *, bold: bool | None = None, italic: bool | None = None, underline: bool = False) -> Segment:
    """Words that docgen supplies: mostly the same few again and again."""
    return Segment((Span(text),), "", bold, italic, underline)


def segment(text: Text, *, bold: bool | None = None, italic: bool | None = None, capitals: bool = False) -> Segment:
    """The author's words: inline emphasis on top of the given look, in capitals where the standard orders them."""
    return Segment(capitalise(text.spans) if capitals else text.spans, text.origin, bold, italic)


def capitalise(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same words in capitals."""
    return tuple(Span(capitals(span.text), span.bold, span.italic) for span in spans)


@cache
def _pieces(pattern: str) -> tuple[tuple[str, str | None], ...]:
    """The literal texts of a rule set's pattern, each with the name behind it."""
    return tuple((before, name) for before, name, _, _ in Formatter().parse(pattern))


def fill(pattern: str, **values: Text | str) -> list[Segment]:
    """``pattern`` with its ``{names}`` replaced; texts become segments of their own."""
    found: list[Segment] = []
    for before, name in _pieces(pattern):
        if before:
            found.append(words(before))
        if name is not None:
            value = values[name]
            found.append(segment(value) if isinstance(value, Text) else words(value))
    return [s for s in found if s.plain]


def join(texts: Iterable[Text], separator: str, *, bold: bool | None = None, capitals: bool = False) -> list[Segment]:
    """Texts one after another with ``separator`` between them."""
    between = words(separator, bold=bold)
    found: list[Segment] = []
    for text in texts:
        if found:
            found.append(between)
        found.append(Segment(capitalise(text.spans) if capitals else text.spans, text.origin, bold))
    return found
