"""The flat list of what is printed: paragraphs, tables, drawn lines, section breaks, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from string import Formatter
from typing import NamedTuple

from docgen.document.text import Text
from docgen.vietnamese import upper


class Run(NamedTuple):
    """Characters of one look; ``None`` leaves a property to the paragraph's style."""

    text: str
    bold: bool | None = None
    italic: bool | None = None
    underline: bool = False


@dataclass(slots=True)
class Segment:
    """Runs that belong together; with ``origin`` they are exactly the words of one text of the spec."""

    runs: list[Run]
    origin: str = ""

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


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


def words(text: str, *, bold: bool | None = None, italic: bool | None = None, underline: bool = False) -> Segment:
    """Words that docgen supplies."""
    return Segment([Run(text, bold, italic, underline)])


def segment(text: Text, *, bold: bool | None = None, italic: bool | None = None, capitals: bool = False) -> Segment:
    """The author's words: inline emphasis on top of the given look, in capitals where the standard orders them."""
    runs = [Run(upper(s.text) if capitals else s.text, s.bold or bold, s.italic or italic) for s in text.spans]
    return Segment(runs, text.origin)


def fill(pattern: str, **values: Text | str) -> list[Segment]:
    """``pattern`` with its ``{names}`` replaced; texts become segments of their own."""
    found: list[Segment] = []
    for before, name, _, _ in Formatter().parse(pattern):
        if before:
            found.append(words(before))
        if name is not None:
            value = values[name]
            found.append(segment(value) if isinstance(value, Text) else words(value))
    return [s for s in found if s.plain]


def join(texts: Iterable[Text], separator: str, *, bold: bool | None = None) -> list[Segment]:
    """Texts one after another with ``separator`` between them."""
    found: list[Segment] = []
    for text in texts:
        if found:
            found.append(words(separator, bold=bold))
        found.append(segment(text, bold=bold))
    return found
