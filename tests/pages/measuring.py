"""The pages of a PDF as glyphs and drawn lines, in points from the lower left corner."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped, unused-ignore]
import pypdfium2.raw as raw  # type: ignore[import-untyped, unused-ignore]

MM = 72 / 25.4
#: glyphs whose baselines differ by less stand on one line
SAME_LINE = 1.0


@dataclass(frozen=True)
class Glyph:
    """One printed character: its advance (``x0``..``x1``), its ink (``low``..``high``), the page it stands on (from 0)."""

    char: str
    page: int
    x0: float
    x1: float
    baseline: float
    low: float
    high: float
    size: float
    font: str

    @property
    def bold(self) -> bool:
        return "Bold" in self.font

    @property
    def italic(self) -> bool:
        return "Italic" in self.font


@dataclass(frozen=True)
class Rule:
    """A horizontal line."""

    page: int
    x0: float
    x1: float
    y: float

    @property
    def length(self) -> float:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True)
class Found:
    """A text found on the pages: its glyphs in reading order."""

    glyphs: tuple[Glyph, ...]

    @property
    def lines(self) -> list[tuple[Glyph, ...]]:
        return _lines(self.glyphs)

    @property
    def first(self) -> Glyph:
        return self.glyphs[0]

    @property
    def x0(self) -> float:
        return min(g.x0 for g in self.glyphs)

    @property
    def x1(self) -> float:
        return max(g.x1 for g in self.glyphs)

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def baseline(self) -> float:
        """The baseline of its last line."""
        return self.glyphs[-1].baseline

    @property
    def sizes(self) -> set[float]:
        return {round(g.size * 2) / 2 for g in self.glyphs}

    def widths(self) -> list[float]:
        """The width of each of its lines."""
        return [line[-1].x1 - line[0].x0 for line in self.lines]


@dataclass(frozen=True)
class Page:
    """One page."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]

    def lines(self) -> list[tuple[Glyph, ...]]:
        """Glyphs by line from above, each from left to right."""
        return _lines(self.glyphs)


class Pdf:
    """All pages of a file, measured once."""

    def __init__(self, path: Path) -> None:
        document = pdfium.PdfDocument(path)
        self.pages = [_measure(document[i], i) for i in range(len(document))]
        document.close()

    @cached_property
    def glyphs(self) -> tuple[Glyph, ...]:
        """Every glyph, page numbers too, in reading order of full lines."""
        return tuple(g for line in self._all_lines for g in line)

    @property
    def words(self) -> str:
        return "".join(g.char for g in self.glyphs)

    def find(self, text: str, where: Callable[[Glyph], bool] | None = None, after: Found | None = None) -> Found:
        """The first place where ``text`` stands, spaces apart, among the glyphs that ``where`` allows. Fails when nowhere."""
        found = next(self.find_all(text, where, after), None)
        assert found is not None, f"{text!r} is not on the pages"
        return found

    def find_all(self, text: str, where: Callable[[Glyph], bool] | None = None, after: Found | None = None) -> Iterator[Found]:
        flow = [g for g in self.glyphs if where(g)] if where else list(self.glyphs)
        if where:
            flow = [g for i in range(len(self.pages)) for line in _lines(tuple(g for g in flow if g.page == i)) for g in line]
        if after:
            flow = flow[flow.index(after.glyphs[-1]) + 1 :]
        printed = "".join(g.char for g in flow)
        wanted = "".join(unicodedata.normalize("NFC", text).split())
        at = printed.find(wanted)
        while at >= 0:
            yield Found(tuple(flow[at : at + len(wanted)]))
            at = printed.find(wanted, at + 1)

    def line_of(self, glyph: Glyph) -> tuple[Glyph, ...]:
        """The whole line on which ``glyph`` stands, both columns."""
        return next(line for line in self._all_lines if line[0].page == glyph.page and glyph in line)

    def line_above(self, glyph: Glyph) -> tuple[Glyph, ...] | None:
        """The line above that of ``glyph`` on its page, without page numbers."""
        top = self.pages[glyph.page].height - 20 * MM
        above = [line for line in self._all_lines if line[0].page == glyph.page and line[0].baseline < top]
        i = above.index(self.line_of(glyph))
        return above[i - 1] if i else None

    @cached_property
    def _all_lines(self) -> list[tuple[Glyph, ...]]:
        return [line for page in self.pages for line in page.lines()]

    def rest_of_line(self, text: str, where: Callable[[Glyph], bool] | None = None) -> Found:
        """From the first place of ``text`` to the end of its line."""
        found = self.find(text, where)
        line = [g for g in self.line_of(found.first) if where is None or where(g)]
        return Found(tuple(line[line.index(found.first) :]))

    def rule_below(self, found: Found, reach: float = 14) -> Rule | None:
        """The nearest line below the text, no further away than ``reach``, that stands within its width."""
        rules = [
            r
            for r in self.pages[found.glyphs[-1].page].rules
            if found.baseline - reach < r.y < found.baseline and r.x0 > found.x0 - 3 and r.x1 < found.x1 + 3
        ]
        return max(rules, key=lambda r: r.y, default=None)


def _lines(glyphs: tuple[Glyph, ...]) -> list[tuple[Glyph, ...]]:
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.page, -g.baseline)):
        if lines and lines[-1][0].page == glyph.page and lines[-1][-1].baseline - glyph.baseline < SAME_LINE:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [tuple(sorted(line, key=lambda g: g.x0)) for line in lines]


def _measure(page: pdfium.PdfPage, number: int) -> Page:
    text = page.get_textpage()
    glyphs = []
    for i in range(raw.FPDFText_CountChars(text)):
        char = chr(raw.FPDFText_GetUnicode(text, i))
        if char.isspace() or raw.FPDFText_IsGenerated(text, i) == 1:
            continue
        glyphs.append(_glyph(text, i, unicodedata.normalize("NFC", char), number))
    rules = []
    for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = _extent(shape)
        if top - bottom < 2 and right - left > 4:
            rules.append(Rule(number, left, right, (top + bottom) / 2))
    text.close()
    width, height = page.get_size()
    return Page(width, height, tuple(glyphs), tuple(rules))


def _extent(shape: pdfium.PdfObject) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a path's own points; its bounds would count the pen's width in."""
    points = []
    for i in range(raw.FPDFPath_CountSegments(shape)):
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(shape, i), ctypes.byref(x), ctypes.byref(y))
        points.append(shape.get_matrix().on_point(x.value, y.value))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _glyph(text: pdfium.PdfTextPage, i: int, char: str, page: int) -> Glyph:
    loose, name = raw.FS_RECTF(), ctypes.create_string_buffer(96)
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    raw.FPDFText_GetLooseCharBox(text, i, ctypes.byref(loose))
    raw.FPDFText_GetCharBox(text, i, *(ctypes.byref(v) for v in (left, right, bottom, top)))
    raw.FPDFText_GetCharOrigin(text, i, ctypes.byref(x), ctypes.byref(y))
    raw.FPDFText_GetFontInfo(text, i, name, len(name), ctypes.byref(ctypes.c_int()))
    font = name.value.decode("utf-8", "replace").rpartition("+")[2]
    return Glyph(char, page, loose.left, loose.right, y.value, bottom.value, top.value, raw.FPDFText_GetFontSize(text, i), font)
