"""What follows the signature: the block of a copy, the contact line, appendices with their heads and texts."""

from __future__ import annotations

import re

from docgen.ooxml.content import Section
from docgen.reading.bodies import BodyReader
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.headlines import is_flourish, kind_of
from docgen.reading.layout import Appendix, Numeral, Passage, Sure
from docgen.reading.numerals import read_opening, roman_value
from docgen.reading.pages import Pages
from docgen.reading.pieces import Piece, lines_of, trim
from docgen.reading.work import Work

_NUMBER = re.compile(r"\s*(?:số\s*|so\s*)?[:.]?\s*(\d{1,3}|[IVXLCivxlc]{1,6}|[A-HĐ])(?![^\W_])\s*([.:\-–)]?)", re.IGNORECASE)
#: letters up to which a line may be an appendix's label with its title
_LABEL = 220
#: lines that the head of an appendix has at most
_LINES = 10
#: lines that may have slipped above the label of an appendix
_ABOVE = 3


def is_label(piece: Piece, work: Work) -> bool:
    """Whether a line opens an appendix: ``Phụ lục``, ``PHỤ LỤC 01``, ``Phụ lục I: …``, ``Mẫu số 2``."""
    known = work.words
    if not piece.words.startswith(known.labels) or len(piece.words) > _LABEL:
        return False
    match = known.appendix.match(piece.words)
    if match is not None:
        rest = piece.words[match.end() :].strip()
        return not rest or piece.centred or piece.bold or piece.capital or len(piece.words) < 25
    return known.form.match(piece.words) is not None and len(piece.words) < 40 and any(c.isdigit() for c in piece.words)


def find_appendices(work: Work, first: int, stop: int, pages: Pages) -> list[int]:
    """Where each appendix in ``paragraphs[first:stop]`` begins.

    Behind the signature every text belongs to one; a label of the same or the next page begins another.
    """
    starts: list[int] = []
    inside_form = False
    for at in range(first, stop):
        paragraph = work.paragraphs[at]
        if paragraph.is_empty:
            continue
        piece = next(lines_of(paragraph, at))
        labelled = (paragraph.cell is None or not paragraph.cell.bordered) and is_label(piece, work)
        is_form = labelled and work.words.appendix.match(piece.words) is None
        if not starts or (labelled and not (is_form and inside_form and not pages.opens(at))):
            # a form inside an appendix is part of it
            if is_form and starts and work.words.appendix.match(next(lines_of(work.paragraphs[starts[-1]], 0)).words):
                continue
            if labelled and not is_form and starts and _opens_late(work, starts[-1], at, pages):
                continue
            starts.append(at)
            inside_form = is_form
        elif pages.opens(at) and _titles_anew(work, at, stop):
            starts.append(at)
    return starts


def _opens_late(work: Work, start: int, at: int, pages: Pages) -> bool:
    """Whether a label stands on the page of the lines above it, which are a title or a reference and so the same appendix's."""
    if any(pages.opens(i) for i in range(start + 1, at + 1)):
        return False
    above = [piece for i in range(start, at) if not work.paragraphs[i].is_empty for piece in lines_of(work.paragraphs[i], i)]
    return len(above) <= _ABOVE and all(
        not is_label(piece, work)
        and piece.paragraph.cell is None
        and (work.words.reference.match(piece.words) is not None or (piece.centred and piece.bold and piece.capital))
        for piece in above
    )


def _titles_anew(work: Work, at: int, stop: int) -> bool:
    """Whether a page begins with a title and a reference line, and so is an appendix without a label."""
    for here in range(at, min(at + 8, stop)):
        for piece in lines_of(work.paragraphs[here], here):
            if work.words.reference.match(piece.words):
                return True
            if not piece.centred and not piece.capital:
                return False
    return False


def read_appendix(work: Work, index: int, first: int, stop: int, pages: Pages) -> Appendix:
    """Read the appendix in ``paragraphs[first:stop]``."""
    work.appendix = index
    begin = len(work.found)
    at = _read_head(work, first, stop)
    BodyReader(work).read(at, stop)
    work.appendix = None
    passages = [passage for _, passage in work.found[begin:]]
    labels = [p for p in passages if p.component == "appendix_label"]
    references = [p for p in passages if p.component == "appendix_reference"]
    sections = _sections(work, first, stop)
    return Appendix(
        labels[0] if labels else None,
        [p for p in passages if p.component == "appendix_title"],
        references[0] if references else None,
        passages,
        work.paragraphs[first],
        sections,
        first == 0 or work.paragraphs[first - 1].section != work.paragraphs[first].section or pages.sections_open(first),
    )


def _read_head(work: Work, first: int, stop: int) -> int:
    """Label, title and reference line; the place of the first paragraph behind them."""
    known = work.words
    lines, labelled, titled, referred = 0, False, False, False
    for at in range(first, stop):
        paragraph = work.paragraphs[at]
        if paragraph.is_empty:
            continue
        if paragraph.cell is not None and paragraph.cell.bordered:
            return at
        for piece in lines_of(paragraph, at):
            if not labelled and lines <= _ABOVE and is_label(piece, work):
                _take_label(work, piece)
                labelled = True
            elif known.reference.match(piece.words) or (lines and not piece.capital and known.begins("reference", piece.words)):
                work.add("appendix_reference", piece)
                referred = True
            elif is_flourish(piece.words):
                component = "separator" if "separator" in work.standard.components else "other"
                work.add(component, piece)
                if component == "other":
                    work.typed.setdefault("appendix_reference" if referred else "appendix_title", []).append(paragraph)
            elif (not referred or (not titled and _is_late_title(piece, work))) and lines < _LINES and _may_title(piece, work, titled):
                if kind_of(piece, known) in ("motto", "slogan", "party_title", "number", "place_date"):
                    return at
                work.add("appendix_title", piece, Sure.CERTAIN if piece.bold or piece.capital else Sure.LIKELY)
                titled = True
            elif referred and paragraph.text[: piece.start].strip() and not piece.paragraph.text[piece.end :].strip():
                work.add("appendix_reference", piece)
            else:
                return at if piece.start == 0 or not paragraph.text[: piece.start].strip() else at + 1
            lines += 1
    return stop


def _may_title(piece: Piece, work: Work, titled: bool) -> bool:
    """Whether a line can be the title, or more of it where it is ``titled`` already: then a number begins the text."""
    shown = (piece.centred or (piece.bold and piece.capital)) and len(piece.words) < 400
    return shown and not (titled and _is_numbered(piece, work))


def _is_numbered(piece: Piece, work: Work) -> bool:
    opening = read_opening(piece.paragraph.text, piece.start, work.standard.letters.use)
    return opening is not None or bool(piece.paragraph.numbering)


def _is_late_title(piece: Piece, work: Work) -> bool:
    """Whether a line below the reference is the title, and not the first heading of the text."""
    return piece.centred and piece.bold and piece.capital and not _is_numbered(piece, work)


def _take_label(work: Work, piece: Piece) -> Passage:
    """The label up to its number; a title behind it on its line is its own passage."""
    text = piece.text
    folded = squeeze(fold_each(text))
    match = work.words.appendix.match(folded) or work.words.form_word.match(folded)
    assert match is not None
    word_end = _place_of(text, match.end())
    number = _NUMBER.match(text, word_end)
    numeral = None
    end = word_end
    if number is not None:
        written = number[1]
        roman = roman_value(written) if not written.isdigit() else None
        kind = "arabic" if written.isdigit() else "roman" if roman is not None else "letter"
        value = int(written) if written.isdigit() else roman if roman is not None else None
        numeral = Numeral(written, kind, value, number[2])
        end = number.end(1)
    behind = text[end:].lstrip(" .:-–)\t\u00a0")
    title_start = piece.start + len(text) - len(behind) if behind else piece.end
    label_end = piece.start + end if behind else piece.end
    start, label_end = trim(piece.paragraph.text, piece.start, label_end)
    passage = work.put("appendix_label", piece.paragraph, piece.at, start, label_end, numeral=numeral)
    if behind:
        work.put("appendix_title", piece.paragraph, piece.at, title_start, piece.end)
    return passage


def _place_of(text: str, letters: int) -> int:
    """The place in ``text`` that stands ``letters`` signs into its squeezed form."""
    seen, space = 0, False
    for i, c in enumerate(text):
        if seen >= letters:
            return i
        blank = c.isspace() or c == "\u00a0"
        seen += not (blank and space)
        space = blank
    return len(text)


def _sections(work: Work, first: int, stop: int) -> list[Section]:
    indexes = sorted({paragraph.section for paragraph in work.paragraphs[first:stop]})
    return [work.story.sections[i] for i in indexes if i < len(work.story.sections)]
