"""What a Word file prints: paragraphs with their effective formatting, tables, drawn lines, sections, headers.

Only shapes stand here; ``reading_stories`` fills them. The story alone holds its paragraphs and tables: whatever points back at
them does so weakly, since a circle would keep the whole tree of a file in memory until the collector comes. Lengths of
paragraphs and pages are in twips (1/20 pt) as Word keeps them, sizes of letters in points, drawn lines in points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple
from weakref import ref

from docgen.ooxml.units import DEFAULT_TAB_TWIPS

if TYPE_CHECKING:
    from lxml import etree


class LayerKind(StrEnum):
    """From which layer a value comes, from the weakest to the strongest."""

    BUILT_IN = "built-in"
    DEFAULTS = "defaults"
    TABLE_STYLE = "table-style"
    NUMBERING = "numbering"
    PARAGRAPH_STYLE = "paragraph-style"
    CHARACTER_STYLE = "character-style"
    DIRECT = "direct"


class Layer(NamedTuple):
    """A layer of formatting; ``style`` is the id of the style that holds the value, else empty."""

    kind: LayerKind
    style: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class RunFormat:
    """How letters are set, all layers applied. Runs that look alike share one object, so ``is`` compares them.

    ``font`` sets ASCII letters, ``high_font`` all others that Vietnamese has; theme fonts are resolved. ``size`` in pt;
    ``underline`` is ``none`` or Word's word for the line; ``color`` is ``auto`` or six hexadecimal digits in capitals;
    ``spacing`` (pt, negative when condensed) and ``position`` (pt, raised when positive) move letters; ``vertical`` is
    ``baseline``, ``superscript`` or ``subscript``. ``layers`` names for each property the layer that set it.
    """

    font: str
    high_font: str
    size: float
    bold: bool
    italic: bool
    underline: str
    color: str
    caps: bool
    small_caps: bool
    strike: bool
    hidden: bool
    vertical: str
    spacing: float
    position: float
    highlight: str
    shading: str
    layers: Mapping[str, Layer]


@dataclass(frozen=True, slots=True, eq=False)
class ParagraphFormat:
    """How a paragraph is set, all layers applied; paragraphs that are set alike share one object.

    Twips: ``left``, ``right``, ``first_line`` (negative when hanging), ``before``, ``after``. ``line`` is in 240ths of a single
    line when ``line_rule`` is ``auto``, else in twips (``exact``, ``atLeast``). ``align`` is ``left``, ``center``, ``right``,
    ``both`` or another word of Word's (``start`` and ``end`` are given as ``left`` and ``right``). ``outline`` counts from 1,
    ``None`` for text. ``bottom_border``: thickness in pt, 0 for none. ``style``: id of its style (the default one included).
    ``before_auto``/``after_auto``: Word chooses that space. ``contextual``: no space between neighbours of one style.
    """

    style: str
    align: str
    left: int
    right: int
    first_line: int
    before: int
    after: int
    before_auto: bool
    after_auto: bool
    contextual: bool
    line: int
    line_rule: str
    keep_next: bool
    keep_lines: bool
    page_break_before: bool
    widow_control: bool
    outline: int | None
    top_border: float
    bottom_border: float
    tabs: tuple[tuple[int, str], ...]
    layers: Mapping[str, Layer]


@dataclass(slots=True, eq=False)
class Run:
    """Neighbouring letters of a paragraph that are set alike: ``paragraph.text[start:end]``.

    ``field`` is the instruction (``PAGE``) when they are the result of a field. ``locate_text`` finds the ``w:r`` that hold them.
    """

    start: int
    end: int
    format: RunFormat
    field: str = ""


@dataclass(slots=True, eq=False)
class Cell:
    """Where in a table something stands: ``row`` and ``column`` from 0 (grid columns, spans counted). ``width``: twips, from the
    cell or the grid. ``bordered``: whether a line is drawn round it.
    """

    in_table: ref[Table]
    row: int
    column: int
    span: int
    width: int
    bordered: bool
    holds: list[ref[Paragraph]] = field(default_factory=list)

    @property
    def table(self) -> Table:
        """The table it is in."""
        table = self.in_table()
        assert table is not None
        return table

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs in it, without those of tables in it."""
        return [paragraph for one in self.holds if (paragraph := one()) is not None]


@dataclass(slots=True, eq=False, weakref_slot=True)
class Table:
    """A table: its ``element``, cells row by row, ``grid`` (twips a column), and the cell it stands in, if any.

    ``indent``: from the left margin, twips. ``padding``: left and right space inside cells, twips.
    """

    element: etree._Element
    index: int
    grid: list[int]
    indent: int
    padding: tuple[int, int]
    align: str
    style: str
    rows: list[list[Cell]] = field(default_factory=list)
    parent: Cell | None = None


@dataclass(slots=True, eq=False)
class DrawnLine:
    """A straight line drawn with Word's shapes (DrawingML or VML), or the border of a paragraph.

    ``kind``: ``drawing``, ``vml`` or ``border``. ``length`` in pt (horizontal extent); ``None`` if it cannot be told. ``x``:
    distance of its left end in pt from what ``x_from`` names (``column``, ``margin``, ``page``, ``character``), ``None`` where
    it is aligned by a word, which is then ``x_align``.
    """

    kind: str
    anchor: ref[Paragraph]
    length: float | None
    weight: float
    x: float | None = None
    x_from: str = ""
    x_align: str = ""
    y: float | None = None
    y_from: str = ""
    color: str = "auto"
    horizontal: bool = True

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that holds its anchor."""
        paragraph = self.anchor()
        assert paragraph is not None
        return paragraph


@dataclass(slots=True, eq=False)
class Shape:
    """A framed or drawn thing that is no line: a picture, a text box, a rectangle. Width and height in pt.

    ``bordered``: it has an outline.
    """

    kind: str
    anchor: ref[Paragraph]
    width: float | None
    height: float | None
    bordered: bool
    holds: list[ref[Paragraph]] = field(default_factory=list)

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that holds its anchor."""
        paragraph = self.anchor()
        assert paragraph is not None
        return paragraph

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Those of its text, which also stand in the story in their place."""
        return [paragraph for one in self.holds if (paragraph := one()) is not None]


@dataclass(slots=True, eq=False, weakref_slot=True)
class Paragraph:
    """One paragraph as it is printed, tracked changes as if accepted.

    ``index`` counts the ``w:p`` of the part from 1, tables and text boxes included. ``text`` is in NFC: tabs as ``\\t``, line
    breaks as ``\\n``, soft hyphens as U+00AD, no-break hyphens as U+2011; text of hidden runs is left out. ``raw`` is the
    same before NFC. ``numbering`` is the mark Word counts itself (``1.``), not part of ``text``; ``bullet`` says that it is a
    sign. ``cell``: the innermost table cell, ``shape``: the text box it stands in. ``section`` indexes ``Story.sections``.
    ``hidden``: the ``w:r`` in it that do not print.
    ``frame``: it stands in an old text frame. ``page_break``: a page break stands in it or before it; ``break_at``: its
    offset in ``text``. ``notes``: how many footnotes and endnotes it refers to; ``comments``: how many comments.
    ``decoded``: letters of an old code table were written into ``text`` and ``raw`` as Unicode, so that its elements hold others.
    """

    part: str
    index: int
    element: etree._Element
    text: str
    raw: str
    runs: list[Run]
    format: ParagraphFormat
    mark: RunFormat
    section: int = 0
    numbering: str = ""
    bullet: bool = False
    cell: Cell | None = None
    shape: Shape | None = None
    frame: bool = False
    page_break: bool = False
    break_at: int | None = None
    lines: list[DrawnLine] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    fields: tuple[str, ...] = ()
    notes: int = 0
    hidden: tuple[etree._Element, ...] = ()
    comments: int = 0
    decoded: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it prints no letter (it may hold a drawn line)."""
        return not self.text.strip(" \t\n\u00a0\u00ad")

    def runs_in(self, start: int, end: int) -> list[Run]:
        """The runs with at least one letter between ``start`` and ``end`` that is no space."""
        text, found = self.text, []
        for run in self.runs:
            first, last = run.start, run.end
            if first < end and last > start:
                if first < start:
                    first = start
                if last > end:
                    last = end
                if not text[first:last].isspace():
                    found.append(run)
        return found


@dataclass(slots=True, eq=False)
class Margins:
    """Distances in twips; ``gutter`` is added to ``left`` (or to the inner margin)."""

    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int
    gutter: int


@dataclass(slots=True, eq=False)
class PageHeader:
    """One header or footer part as a section uses it. ``kind``: ``default``, ``first`` or ``even``."""

    kind: str
    part: str
    is_footer: bool
    paragraphs: list[Paragraph]


@dataclass(slots=True, eq=False)
class Section:
    """One section: paper, margins, numbers, and the headers and footers that print in it.

    ``headers``/``footers`` hold for each kind the part in force (its own, or that of the section before it); kinds that do not
    print (``even`` while the settings leave it off, ``first`` without ``titlePg``) are left out. ``element`` is its
    ``w:sectPr``. ``start``: ``nextPage``, ``continuous`` … ``number_start``: where pages begin to count anew, else ``None``.
    ``number_format``: ``decimal`` … ``title_page``: page 1 has headers of its own. ``mirrored``: left and right change on even
    pages.
    """

    index: int
    element: etree._Element | None
    width: int
    height: int
    landscape: bool
    margins: Margins
    start: str
    title_page: bool
    number_start: int | None
    number_format: str
    columns: int
    mirrored: bool
    headers: dict[str, PageHeader]
    footers: dict[str, PageHeader]

    @property
    def text_width(self) -> int:
        """Width between the margins, in twips."""
        return self.width - self.margins.left - self.margins.right - self.margins.gutter


@dataclass(slots=True, eq=False)
class Story:
    """All that the main part prints, in order; ``paragraphs`` include those in tables and, behind their anchor, text boxes.

    ``default_tab`` in twips. ``macros``: the package carries macros. ``tracked``: changes are tracked in it. ``fonts``: every
    font that sets a letter. ``pages``: the number of pages that the file's own properties state, ``None`` without one.
    ``other_tables``: those of headers, footers and notes.
    """

    part: str
    paragraphs: list[Paragraph]
    tables: list[Table]
    sections: list[Section]
    default_tab: int = DEFAULT_TAB_TWIPS
    macros: bool = False
    tracked: bool = False
    pages: int | None = None
    notes: list[Paragraph] = field(default_factory=list)
    other_tables: list[Table] = field(default_factory=list)
