"""The text: parts, sections, articles, clauses, points, lists, tables and plain paragraphs."""

from __future__ import annotations

import re

from docgen.ooxml.content import Cell, Paragraph
from docgen.reading.blocks import TITLE, find_frames, find_title, untitle
from docgen.reading.folding import fold_each, letters_only, squeeze
from docgen.reading.headlines import is_flourish, is_typed_line
from docgen.reading.layout import Sure
from docgen.reading.numerals import Opening, read_automatic, read_opening, roman_value
from docgen.reading.pieces import Piece, bold_share, lines_of, trim
from docgen.reading.work import Work

_END = re.compile(r"[./\s]{0,4}/\s*\.?/?\s*\.?$")
#: letters that the word of decision has at most
_DECISION = 60
_LEVELS = {"section": "section", "decimal": "subclause", "arabic": "clause", "letter": "point"}


class BodyReader:
    """Reads the paragraphs of one text, from above; keeps what the level of a number depends on."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.letters = work.standard.letters.use
        self.marks: list[str] = []
        self.level = ""
        self.last_section: str | None = None
        self.title_of = ""
        self.frames: set[int] = set()

    def read(self, first: int, stop: int) -> None:
        """Read ``paragraphs[first:stop]``."""
        work = self.work
        self.frames = find_frames(work, first, stop)
        before = len(work.found)
        for at in range(first, stop):
            paragraph = work.paragraphs[at]
            if paragraph.is_empty:
                continue
            if paragraph.cell is not None and not self._is_frame(paragraph.cell):
                self._cell(paragraph, paragraph.cell, at)
            else:
                self._paragraph(paragraph, at)
        untitle([passage for _, passage in work.found[before:]])

    def _is_frame(self, cell: Cell) -> bool:
        return id(cell.table.element) in self.frames

    def _cell(self, paragraph: Paragraph, cell: Cell, at: int) -> None:
        start, end = trim(paragraph.text, 0, len(paragraph.text))
        heading = cell.row == 0 and len(cell.table.rows) > 1 and bold_share(paragraph, start, end) > 0.5
        sure = Sure.CERTAIN if cell.bordered else Sure.LIKELY
        self.work.put("table_header" if heading else "table_cell", paragraph, at, start, end, sure)
        self.title_of = ""

    def _paragraph(self, paragraph: Paragraph, at: int) -> None:
        text = paragraph.text
        start, end = trim(text, 0, len(text))
        sure = Sure.LIKELY if paragraph.cell is not None or paragraph.shape is not None else Sure.CERTAIN
        if end - start <= 5 and _END.fullmatch(text[start:end]):
            self.work.put("text_end", paragraph, at, start, end)
            return
        if is_typed_line(text) or (end - start < 20 and is_flourish(squeeze(fold_each(text[start:end])))):
            self._typed(paragraph, at, start, end)
            return
        opening = read_automatic(paragraph.numbering, paragraph.bullet, start, self.letters) if paragraph.numbering else None
        opening = opening or read_opening(text, start, self.letters)
        title_of, self.title_of = self.title_of, ""
        if opening is None or not self._numbered(paragraph, at, start, end, opening, sure):
            self._plain(paragraph, at, start, end, title_of, sure)

    def _typed(self, paragraph: Paragraph, at: int, start: int, end: int) -> None:
        found = self.work.found
        above = found[-1][1].component if found else ""
        self.work.typed.setdefault(above, []).append(paragraph)
        self.work.put("other", paragraph, at, start, end)

    # numbered blocks

    def _numbered(self, paragraph: Paragraph, at: int, start: int, end: int, opening: Opening, sure: Sure) -> bool:
        """Take a paragraph for a numbered block or a list item; false where its number is none."""
        text = paragraph.text
        level = opening.level
        if level == "list":
            self._item(paragraph, at, start, end, opening, sure)
            return True
        if level in ("part", "division"):
            return self._part(paragraph, at, start, end, opening, sure)
        if level == "article":
            bold = bold_share(paragraph, start, min(opening.words_start, end)) > 0.5
            if not opening.numeral.end and not (bold and opening.words_start < end):
                return False
            component = "article"
        elif level == "bracketed" or (
            level == "arabic" and opening.numeral.end == ")" and self.level in ("clause", "point", "subclause")
        ):
            self.work.put(
                "list_item", paragraph, at, start, end, sure, numeral=opening.numeral, words_start=opening.words_start, depth=1
            )
            return True
        else:
            component = _LEVELS[level]
            if level == "section" and not self._is_section(opening, text, start, end):
                return False
            if level == "section":
                opening = self._settled(opening)
        passage = self.work.put(
            component, paragraph, at, start, end, sure, numeral=opening.numeral, words_start=opening.words_start
        )
        find_title(passage)
        self.level = component
        self.marks = []
        return True

    def _is_section(self, opening: Opening, text: str, start: int, end: int) -> bool:
        """Whether a capital and a sign count a section, and are not the first letter of a name (``C. Mác``)."""
        if opening.numeral.value is None and not set(opening.numeral.written.rstrip(".-–):/ ")) <= set("IVX"):
            return False
        single = len(opening.numeral.written.rstrip(".-–):/ ")) == 1
        return not single or opening.numeral.automatic or end - opening.words_start < TITLE or opening.numeral.written[0] in "IVX"

    def _settled(self, opening: Opening) -> Opening:
        """``C.`` behind ``B.`` is a letter, not a hundred."""
        bare = opening.numeral.written.rstrip(".-–):/ ")
        numeral = opening.numeral
        if (
            len(bare) == 1 and bare in "CDIVXLM" and self.last_section is not None and ord(bare) == ord(self.last_section) + 1
        ) or (bare in ("C", "D", "L", "M") and roman_value(bare) is not None and self.last_section is None):
            numeral = numeral._replace(kind="letter", value=self.letters.find(bare.lower()) + 1)
        if numeral.kind == "letter" and len(bare) == 1:
            self.last_section = bare
        return opening._replace(numeral=numeral)

    def _part(self, paragraph: Paragraph, at: int, start: int, end: int, opening: Opening, sure: Sure) -> bool:
        """``Chương I`` on a line of its own, or with its title behind it; a sentence that begins so is none."""
        component = "part" if opening.level == "part" else "division"
        text = paragraph.text
        rest = text[opening.words_start : end]
        title = next((p for p in lines_of(paragraph, at) if p.start >= opening.words_start), None)
        first = next(iter(lines_of(paragraph, at)))
        alone = not rest.strip()
        own_line = title is not None and title.start > first.end
        if not (alone or own_line):
            looks = first.capital or first.centred or first.bold
            if not looks or rest.rstrip().endswith((".", ";", ",")) or end - start > TITLE:
                return False
        if alone and not (first.centred or first.bold or first.capital or opening.numeral.kind != "arabic"):
            return False
        label_end = end if alone else trim(text, start, opening.words_start)[1]
        self.work.put(
            f"{component}_label", paragraph, at, start, label_end, sure, numeral=opening.numeral, words_start=opening.words_start
        )
        if title is not None and not alone:
            begin, stop = trim(text, opening.words_start, end)
            self.work.put(f"{component}_title", paragraph, at, begin, stop, sure)
        self.title_of = f"{component}_title"
        self.level = ""
        self.last_section = None
        return True

    # lists and plain text

    def _item(self, paragraph: Paragraph, at: int, start: int, end: int, opening: Opening, sure: Sure) -> None:
        mark = opening.numeral.written.replace("–", "-").replace("—", "-")
        if mark in self.marks:
            del self.marks[self.marks.index(mark) + 1 :]
        else:
            self.marks.append(mark)
        self.work.put(
            "list_item",
            paragraph,
            at,
            start,
            end,
            sure,
            numeral=opening.numeral,
            words_start=opening.words_start,
            depth=len(self.marks),
        )

    def _plain(self, paragraph: Paragraph, at: int, start: int, end: int, title_of: str, sure: Sure) -> None:
        self.marks = self.marks if paragraph.text[start].islower() else []
        component = "body"
        if end - start < _DECISION and self._is_decision(paragraph, at, start, end):
            self.work.put("decision_word", paragraph, at, start, end, Sure.LIKELY)
            return
        if title_of and end - start < TITLE:
            piece = Piece(paragraph, at, start, end, "")
            if piece.capital or piece.centred or piece.bold:
                component = title_of
                self.title_of = title_of
        if component == "body" and end - start < TITLE:
            component = self._beside_table(paragraph, at, start, end)
        self.work.put(component, paragraph, at, start, end, sure)

    def _is_decision(self, paragraph: Paragraph, at: int, start: int, end: int) -> bool:
        """Whether a line in capitals is the word of decision below a sentence that gives the grounds."""
        piece = Piece(paragraph, at, start, end, "")
        words = letters_only(fold_each(paragraph.text[start:end]))
        return piece.centred and piece.capital and words in self.work.words.decisions

    def _beside_table(self, paragraph: Paragraph, at: int, start: int, end: int) -> str:
        """``table_title``, ``table_unit`` or ``caption`` for a line that belongs to a table or picture; else ``body``."""
        work = self.work
        words = squeeze(fold_each(paragraph.text[start:end])).strip("( ")
        if work.words.begins("captions", words) and paragraph.format.align == "center":
            return "caption"
        if not _table_follows(work, at):
            return "body"
        if any(words.startswith(unit) for unit in work.words.own["units_of_tables"]):
            return "table_unit"
        piece = Piece(paragraph, at, start, end, words)
        titled = work.words.begins("tables", words) and (piece.centred or piece.bold)
        return "table_title" if titled or (piece.centred and piece.bold) else "body"


def _table_follows(work: Work, at: int) -> bool:
    own = work.paragraphs[at].cell
    for paragraph in work.paragraphs[at + 1 : at + 4]:
        if paragraph.cell is not None and (own is None or paragraph.cell.table is not own.table):
            return True
        if len(paragraph.text) > TITLE:
            return False
    return False
