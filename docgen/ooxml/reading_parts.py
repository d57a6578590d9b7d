"""The paragraphs and tables of one part: the main part, a header, a footer, notes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import ref

from docgen.ooxml.alternatives import ALTERNATE, printed_branch
from docgen.ooxml.content import Cell, DrawnLine, Paragraph, Run, Section, Shape, Table
from docgen.ooxml.drawings import read_drawings
from docgen.ooxml.formats import Formats, ParagraphLook, properties_key
from docgen.ooxml.inline import WRAPPERS, Line, LineReader
from docgen.ooxml.normalising import compose, composed_offsets
from docgen.ooxml.numbering import Counters
from docgen.ooxml.plain_lines import Letters, PlainLines
from docgen.ooxml.properties import LOCAL
from docgen.ooxml.styles_chain import TableLook
from docgen.ooxml.tables import read_table
from docgen.ooxml.units import TWIPS_PER_PT
from docgen.ooxml.xml import W_STRICT, W

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.content import RunFormat

_PROPERTIES, _MARKS, _SECTIONS, _UNSEEN = (
    frozenset((f"{{{W}}}{name}", f"{{{W_STRICT}}}{name}")) for name in ("pPr", "rPr", "sectPr", "pPrChange")
)
# Word's own space between a text box and its words, both sides together.
_BOX_PADDING = 288
_NOTHING_ELSE = Line()


class _Setting(NamedTuple):
    """What the ``w:pPr`` of a paragraph says. ``mark``: of its mark, which may be ``deleted``; ``section`` ends with it."""

    look: ParagraphLook
    mark: RunFormat
    section: etree._Element | None
    deleted: bool


class PartReader:
    """Reads the paragraphs and tables of one part."""

    def __init__(
        self,
        part: str,
        root: etree._Element,
        formats: Formats,
        counters: Counters,
        sections: list[Section],
        source: bytes | None = None,
    ) -> None:
        """``source``: the bytes that ``root`` was parsed from, if it is as it was then; they only make reading faster."""
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self._part = part
        self._root = root
        self._formats = formats
        self._counters = counters
        self._sections = sections
        self._section = 0
        self._ends = {s.element: s.index for s in sections if s.element is not None}
        # Any other tool that counts the paragraphs of the part finds the same one: skipped branches count too.
        paragraphs = list(root.iter(f"{{{W}}}p", f"{{{W_STRICT}}}p"))
        self._indices = {p: i for i, p in enumerate(paragraphs, 1)}
        self._plain = PlainLines.of(source, root, paragraphs)
        self._settings: dict[Any, _Setting] = {}
        self._line = LineReader()
        self._cell: Cell | None = None
        self._shape: Shape | None = None
        self._look: TableLook | None = None
        self._frame: tuple[Any, Shape] | None = None

    def read(self) -> list[Paragraph]:
        """All paragraphs of the part."""
        if LOCAL[str(self._root.tag)] == "document":
            for body in self._root.iterchildren("*"):
                if LOCAL[str(body.tag)] == "body":
                    self.read_blocks(body)
        else:
            self.read_blocks(self._root)
        return self.paragraphs

    def read_blocks(self, parent: etree._Element) -> None:
        """Add the paragraphs and tables under ``parent``."""
        for child in parent.iterchildren("*"):
            tag: str = child.tag
            name = LOCAL[tag]
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._table(child)
            elif name in WRAPPERS:
                self.read_blocks(child)
            elif tag == ALTERNATE and (branch := printed_branch(child)) is not None:
                self.read_blocks(branch)

    def _table(self, element: etree._Element) -> None:
        outer = self._cell, self._look
        parts = read_table(element, len(self.tables), self._cell, self._formats.styles)
        self.tables.append(parts.table)
        for row in parts.cells:
            for cell, tc, look in row:
                self._cell, self._look, self._frame = cell, look, None
                self.read_blocks(tc)
        self._cell, self._look = outer
        self._frame = None

    def _paragraph(self, element: etree._Element) -> None:
        setting, pieces, line = self._read_letters(element)
        look = setting.look
        section = setting.section
        if setting.deleted and not pieces and not line.drawings and section is None:
            return
        paragraph = self._build(element, pieces, line, setting)
        if look.number is not None:
            paragraph.numbering, paragraph.bullet = self._counters.next_mark(*look.number)
        self._place(paragraph, look)
        if look.format.top_border or look.format.bottom_border:
            self._draw_borders(paragraph, look)
        for drawing in line.drawings:
            self._draw(drawing, paragraph)
        if section is not None and section in self._ends:
            self._section = min(self._ends[section] + 1, len(self._sections) - 1)

    def _read_letters(self, element: etree._Element) -> tuple[_Setting, Sequence[Letters], Line]:
        """How a paragraph is set, its letters, and what else stands in it."""
        lines = None if self._line.is_inside_field else self._plain
        cut = lines.cut(self._indices[element]) if lines is not None else None
        if lines is not None and cut is not None:
            own, body = cut
            setting = self._settings.get((own, self._look)) or self._read_setting(element)
            pieces = lines.read(body, setting.look.base)
            if pieces is not None and setting.section is None:
                # In such a paragraph nothing but these bytes can say how it is set.
                self._settings[own, self._look] = setting
                return setting, pieces, _NOTHING_ELSE
        setting = self._read_setting(element)
        line = self._line.read(element, setting.look.base.format_of)
        return setting, [(text, form, field) for text, form, _, field, _, _ in line.pieces], line

    def _read_setting(self, element: etree._Element) -> _Setting:
        mark = section = key = None
        for properties in element:
            if properties.tag in _PROPERTIES:
                break
        else:
            properties = None
        if properties is not None:
            parts: list[object] = []
            for child in properties:
                tag = child.tag
                if tag in _MARKS:
                    mark = child
                elif tag in _SECTIONS:
                    section = child
                elif tag not in _UNSEEN:
                    parts.append(tag)
                    parts += child.items()
                    if len(child):
                        parts += [properties_key(inner) for inner in child]
            key = tuple(parts)
        look = self._formats.paragraph(key, properties, self._look)
        return _Setting(look, look.base.format_of(mark), section, _mark_is_deleted(mark))

    def _build(self, element: etree._Element, pieces: Sequence[Letters], line: Line, setting: _Setting) -> Paragraph:
        raw = pieces[0][0] if len(pieces) == 1 else "".join([piece[0] for piece in pieces])
        text = compose(raw)
        breaks = line.breaks
        if text is raw or text == raw:
            runs = _join_runs(pieces, None)
        else:
            ends = list(accumulate(len(piece[0]) for piece in pieces))
            # Hundreds of marks on one letter are composed in parts, and then the parts may not add up.
            ends = [min(end, len(text)) for end in composed_offsets(raw, ends)]
            runs = _join_runs(pieces, [*ends[:-1], len(text)])
            breaks = composed_offsets(raw, breaks)
        form = setting.look.format
        return Paragraph(
            part=self._part,
            index=self._indices[element],
            element=element,
            text=text,
            raw=raw,
            runs=runs,
            format=form,
            mark=setting.mark,
            section=self._section,
            cell=self._cell,
            shape=self._shape,
            page_break=bool(breaks) or form.page_break_before,
            break_at=breaks[0] if breaks else None,
            fields=tuple(line.fields),
            notes=line.notes,
            comments=line.comments,
            hidden=tuple(line.hidden),
        )

    def _place(self, paragraph: Paragraph, look: ParagraphLook) -> None:
        if self._shape is not None:
            self._shape.holds.append(ref(paragraph))
        elif self._cell is not None:
            self._cell.holds.append(ref(paragraph))
        self.paragraphs.append(paragraph)
        if look.frame is None:
            self._frame = None
        elif self._shape is None:
            paragraph.frame = True
            # Neighbours whose frames have one size stand in one frame.
            if self._frame is None or self._frame[0] != look.frame:
                width, height = (value / TWIPS_PER_PT if value else None for value in look.frame)
                self._frame = look.frame, Shape("frame", ref(paragraph), width, height, look.boxed)
                paragraph.shapes.append(self._frame[1])
            paragraph.shape = self._frame[1]
            self._frame[1].holds.append(ref(paragraph))

    def _text_width(self) -> int:
        if self._shape is not None and self._shape.width is not None:
            return round(self._shape.width * TWIPS_PER_PT) - _BOX_PADDING
        if self._cell is not None:
            return self._cell.width - sum(self._cell.table.padding)
        return self._sections[self._section].text_width

    def _draw_borders(self, paragraph: Paragraph, look: ParagraphLook) -> None:
        """Borders above and below as lines. With others at its sides a paragraph stands in a box; that is no line."""
        if look.boxed:
            return
        form = paragraph.format
        length = max(0, self._text_width() - form.left - form.right) / TWIPS_PER_PT
        for weight, color in zip((form.top_border, form.bottom_border), look.border_colors, strict=True):
            if weight:
                line = DrawnLine("border", ref(paragraph), length, weight, form.left / TWIPS_PER_PT, "column", color=color)
                paragraph.lines.append(line)

    def _draw(self, drawing: etree._Element, paragraph: Paragraph) -> None:
        for drawn in read_drawings(drawing, paragraph):
            if isinstance(drawn, DrawnLine):
                if drawn.length is None and drawn.kind == "vml":
                    drawn.length = self._text_width() / TWIPS_PER_PT
                paragraph.lines.append(drawn)
                continue
            shape, text = drawn
            paragraph.shapes.append(shape)
            if text is not None:
                outer = self._shape, self._line, self._look, self._frame
                self._shape, self._line, self._look = shape, LineReader(), None
                self.read_blocks(text)
                self._shape, self._line, self._look, self._frame = outer


def _join_runs(pieces: Sequence[Letters], ends: list[int] | None) -> list[Run]:
    """Neighbouring pieces that are set alike as one run; ``ends``: where pieces end when it is not by their length."""
    runs: list[Run] = []
    last: Run | None = None
    start = 0
    for i, (text, look, field) in enumerate(pieces):
        end = start + len(text) if ends is None else ends[i]
        # Marks that went to the letter before them leave a piece without length.
        if last is not None and ((last.format is look and last.field == field) or end == start):
            last.end = end
        else:
            last = Run(start, end, look, field)
            runs.append(last)
        start = end
    return runs


def _mark_is_deleted(mark: etree._Element | None) -> bool:
    return mark is not None and any(LOCAL[str(c.tag)] in ("del", "moveFrom") for c in mark.iterchildren("*"))
