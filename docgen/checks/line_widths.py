"""How wide the printed lines of a component are, in points, where that can be told for certain."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.metrics import break_lines, text_width
from docgen.ooxml.content import Paragraph, Run
from docgen.ooxml.locating import locate_text
from docgen.ooxml.units import TWIPS_PER_PT
from docgen.ooxml.xml import qn
from docgen.reading.layout import Layout, Passage
from docgen.standards import Standard
from docgen.vietnamese import upper

if TYPE_CHECKING:
    from lxml import etree

#: what sets letters wider or narrower than their font has them
_STRETCHED = (qn("w:w"), qn("w:fitText"))
_RUN_PROPERTIES = qn("w:rPr")
_SIDES = (("w:left", "w:start"), ("w:right", "w:end"))
#: a word processor still fits a line that is wider than its measure by so little (pt)
_CLOSE = 0.5


def width_of(layout: Layout, paragraph: Paragraph, start: int, end: int) -> float | None:
    """The width of ``paragraph.text[start:end]`` on one line with its letter spacing; ``None`` where a font or a tab hides it."""
    text = paragraph.text
    total = 0.0
    for run in paragraph.runs:
        piece = text[max(run.start, start) : min(run.end, end)] if run.start < end and run.end > start else ""
        if not piece:
            continue
        look = run.format
        if not piece.isspace() and not _is_known(layout.standard, look.font, look.high_font):
            return None
        if look.small_caps or look.vertical != "baseline" or "\t" in piece or _is_stretched(paragraph, run):
            return None
        total += text_width(upper(piece) if look.caps else piece, look.size, look.bold, look.italic) + look.spacing * len(piece)
    return total


def line_widths(layout: Layout, passage: Passage) -> list[float] | None:
    """The widths of the lines that ``passage`` is printed in; ``None`` where that cannot be told for certain."""
    found: list[float] = []
    paragraph = passage.paragraph
    start = passage.start
    for piece in paragraph.text[passage.start : passage.end].split("\n"):
        end = start + len(piece)
        width = width_of(layout, paragraph, start, end)
        if width is None:
            return None
        room = inner_width(layout, paragraph)
        if room is not None and width <= room + _CLOSE:
            found.append(width)
        elif room is not None and (look := _one_look(paragraph, start, end)) is not None:
            size, bold, italic = look
            found += [text_width(line, size, bold, italic) for line in break_lines(piece, size, room, bold, italic)]
        else:
            return None
        start = end + 1
    return found


def inner_width(layout: Layout, paragraph: Paragraph) -> float | None:
    """The measure a paragraph's first line has, in pt; ``None`` where only Word knows it (columns that adapt, shapes, frames)."""
    if paragraph.shape is not None or paragraph.frame:
        return None
    look = paragraph.format
    indents = look.left + look.right + max(look.first_line, 0)
    if paragraph.cell is not None:
        padding = _padding(paragraph)
        return None if padding is None else (paragraph.cell.width - padding - indents) / TWIPS_PER_PT
    section = layout.story.sections[paragraph.section]
    return None if section.columns > 1 else (section.text_width - indents) / TWIPS_PER_PT


def _padding(paragraph: Paragraph) -> int | None:
    """The space at both sides of the paragraph's cell, twips; ``None`` where the cell's width itself is open.

    It is known only where it is stated in twips on the cell, and not as a share of something.
    """
    cell = paragraph.cell
    if cell is None or cell.width <= 0:
        return None
    holder = next(paragraph.element.iterancestors(qn("w:tc")), None)
    properties = None if holder is None else holder.find(qn("w:tcPr"))
    if properties is None or properties.find(qn("w:noWrap")) is not None:
        return None
    width = properties.find(qn("w:tcW"))
    whole = cell.table.element.find(f"{qn('w:tblPr')}/{qn('w:tblW')}")
    if width is None or width.get(qn("w:type"), "dxa") != "dxa":
        return None
    if whole is not None and whole.get(qn("w:type"), "dxa") == "pct":
        return None
    own = properties.find(qn("w:tcMar"))
    return sum(_margin(own, names, usual) for names, usual in zip(_SIDES, cell.table.padding, strict=True))


def _margin(margins: etree._Element | None, names: tuple[str, ...], usual: int) -> int:
    """What a cell says itself of one side, else ``usual``."""
    if margins is not None:
        for name in names:
            side = margins.find(qn(name))
            stated = None if side is None else side.get(qn("w:w"))
            if stated is not None and stated.isdecimal():
                return int(stated)
    return usual


def _is_stretched(paragraph: Paragraph, run: Run) -> bool:
    if next(paragraph.element.iter(*_STRETCHED), None) is None:
        return False
    lists = (held.run.find(_RUN_PROPERTIES) for held in locate_text(paragraph, run.start, run.end))
    return any(properties is not None and any(properties.find(name) is not None for name in _STRETCHED) for properties in lists)


def _one_look(paragraph: Paragraph, start: int, end: int) -> tuple[float, bool, bool] | None:
    """Size, bold and italic of letters that are all set alike and not spaced, else ``None``."""
    formats = [run.format for run in paragraph.runs_in(start, end)]
    looks = {(look.size, look.bold, look.italic, look.caps, look.spacing) for look in formats}
    if len(looks) != 1:
        return None
    size, bold, italic, caps, spacing = looks.pop()
    return None if caps or spacing else (size, bold, italic)


def _is_known(standard: Standard, *fonts: str) -> bool:
    return all(font.casefold() in _measured(standard) for font in fonts)


@lru_cache(maxsize=8)
def _measured(standard: Standard) -> frozenset[str]:
    """The names of the prescribed font; the aliases of the rule on fonts that begin like it mean the same letters."""
    name = standard.page.font.use
    entry = standard.rules.get("phong-chu")
    start = name.replace(" ", "").casefold()
    aliases = () if entry is None else entry.words
    same = {alias.casefold() for alias in aliases if alias.replace(" ", "").casefold().startswith(start)}
    return frozenset({name.casefold(), *same})
