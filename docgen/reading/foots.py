"""The end of a document: where Nơi nhận and the signatures begin, and which line belongs to which."""

from __future__ import annotations

from docgen.ooxml.content import Cell, Paragraph
from docgen.reading.bare_lists import bare_list, find_bare_list
from docgen.reading.copies import is_contact
from docgen.reading.layout import Sure
from docgen.reading.pieces import Piece, halves_of, head_table, is_within, lines_of, outer_table, start_of_table
from docgen.reading.recipients import RecipientReader, is_mark, is_recipients
from docgen.reading.signatures import SignatureReader, is_name, looks_signed
from docgen.reading.work import Work

#: paragraphs of a table from which on it holds more than the end of a document
_LARGE = 60
#: twips from which on an indent pushes a line into the right half
_PUSHED = 4000
#: lines that signatures above Nơi nhận, or without one, take at most
_LINES = 24


def find_foot(work: Work, first: int, stop: int) -> tuple[int, int]:
    """Where the end of the document in ``paragraphs[first:stop]`` begins, and the place behind it.

    Both are ``stop`` where there is none.
    """
    label = _find_label(work, first, stop)
    bare = find_bare_list(work, first, stop if label is None else label)
    label = label if bare is None else bare
    if label is None:
        end = _last_words(work, first, stop)
        start = _signatures_above(work, first, end)
        if not any(_is_office(work, at) for at in range(start, end)):
            return stop, stop
        return start, end
    start, end = label, label + 1
    if outer_table(work.paragraphs[label]) is not None:
        start, end = _row_of(work, label)
        start, end = max(start, first), min(end, stop)
    else:
        end = _end_of_list(work, label, stop)
    return _signatures_above(work, first, start), _signatures_below(work, end, stop)


def _find_label(work: Work, first: int, stop: int) -> int | None:
    for at in range(first, stop):
        text = work.paragraphs[at].text
        if ("n" in text and "h" in text) or "N" in text:
            for line in lines_of(work.paragraphs[at], at) if _may_label(text) else ():
                if any(is_recipients(half, work.words) for half in halves_of(line)):
                    return at
    return None


def _may_label(text: str) -> bool:
    start = text.lstrip(" \t\n\u00a0")[:1]
    return start in "Nn" or "\tN" in text or "\nN" in text or "   N" in text


def _row_of(work: Work, at: int) -> tuple[int, int]:
    """The paragraphs of the table around ``at``; of a table that holds the text as well, only those of its last rows."""
    table = head_table(work.paragraphs[at])
    start, end = at, at + 1
    while start and is_within(work.paragraphs[start - 1], table):
        start -= 1
    while end < len(work.paragraphs) and is_within(work.paragraphs[end], table):
        end += 1
    if sum(not p.is_empty for p in work.paragraphs[start:at]) <= _LINES or end - start <= _LARGE:
        return start, end
    cell = _outer_cell(work.paragraphs[at])
    while start < at and (own := _outer_cell(work.paragraphs[start])) and cell and own.row < cell.row:
        start += 1
    return start, end


def _outer_cell(paragraph: Paragraph) -> Cell | None:
    cell = paragraph.cell
    while cell is not None and cell.table.parent is not None:
        cell = cell.table.parent
    return cell


def _end_of_list(work: Work, label: int, stop: int) -> int:
    """Behind the paragraphs of a Nơi nhận without table: dashed lines, and what stands beside or below them."""
    at, filed = label + 1, False
    while at < stop:
        paragraph = work.paragraphs[at]
        if paragraph.is_empty:
            if paragraph.page_break and filed:
                break
            at += 1
            continue
        halves = [half for line in lines_of(paragraph, at) for half in halves_of(line)]
        listed = halves[0].text.startswith(("-", "–", "+", "•")) or bool(paragraph.numbering)
        signed = any(looks_signed(half, work.words) for half in halves)
        if filed and is_mark(halves[0]):
            return at + 1
        if not listed and not signed and (filed or len(paragraph.text) > 120 or halves[0].words.startswith(work.words.labels)):
            break
        filed = filed or bool(work.words.filing.match(halves[0].words))
        at += 1
    return at


def _last_words(work: Work, first: int, stop: int) -> int:
    while stop > first and (work.paragraphs[stop - 1].is_empty or is_contact(work.paragraphs[stop - 1], work)):
        stop -= 1
    return stop


def _signatures_above(work: Work, first: int, start: int) -> int:
    """Where the signatures above ``start`` begin: lines that can be nothing else, as long as offices are among them."""
    at, lines, begin = start, 0, start
    signer: Paragraph | None = None
    while at > first and lines < _LINES:
        paragraph = work.paragraphs[at - 1]
        if not paragraph.is_empty:
            halves = [half for line in lines_of(paragraph, at - 1) for half in halves_of(line)]
            if paragraph.cell is not None and paragraph.cell.bordered:
                break
            small = signer is not None and signer.cell is paragraph.cell and all(_is_small_caption(half, work) for half in halves)
            signer = paragraph if all(is_name(half, work.words) for half in halves) else None
            if not (small or all(looks_signed(half, work.words) or _is_caption(half) for half in halves)):
                break
            lines += 1
            if small or _is_office(work, at - 1):
                begin = at - 1
        at -= 1
    if begin < start and outer_table(work.paragraphs[begin]) is not None:
        begin = max(first, start_of_table(work.paragraphs, begin))
    return begin


def _signatures_below(work: Work, end: int, stop: int) -> int:
    """Behind signatures that stand below a Nơi nhận without any beside it."""
    at, last = end, end
    while at < stop and at < end + _LINES * 2:
        paragraph = work.paragraphs[at]
        if not paragraph.is_empty:
            if paragraph.page_break and at > end:
                break
            halves = [half for line in lines_of(paragraph, at) for half in halves_of(line)]
            if not all(looks_signed(half, work.words) for half in halves):
                break
            last = at + 1
        at += 1
    return last if any(_is_office(work, at) for at in range(end, last)) else end


def _is_caption(half: Piece) -> bool:
    return half.capital and half.centred and len(half.words) < 60


def _is_small_caption(half: Piece, work: Work) -> bool:
    """Whether a line right above a name, in a table without borders, is an office in small letters by mistake."""
    if half.paragraph.cell is None or half.paragraph.cell.bordered or not half.centred:
        return False
    return work.words.offices.match(half.words) is not None and len(half.words) < 60 and half.text[-1:].isalnum()


def _is_office(work: Work, at: int) -> bool:
    known = work.words
    for line in lines_of(work.paragraphs[at], at):
        for half in halves_of(line):
            if (
                half.capital
                and (known.authority.match(half.words) or known.offices.match(half.words))
                and not is_name(half, known)
            ):
                return True
    return False


def read_foot(work: Work, first: int, end: int) -> None:
    """Read the paragraphs ``first`` to ``end``: columns of tables one by one, columns made of tabs by their side."""
    columns: dict[tuple[int, int, int, int], list[Piece]] = {}
    for at in range(first, end):
        paragraph = work.paragraphs[at]
        if paragraph.is_empty:
            continue
        cell = paragraph.cell
        for line in lines_of(paragraph, at):
            for half in [line] if cell is not None else halves_of(line):
                key = (
                    (id(cell.table.element), cell.column, cell.span, 0)
                    if cell is not None
                    else (0, max(half.slot, _is_pushed(half)), 0, 0)
                )
                columns.setdefault(key, []).append(half)
    entry = 0
    for lines in columns.values():
        label = next((i for i, line in enumerate(lines) if is_recipients(line, work.words)), None)
        if label is None and (bare := bare_list(lines, work)) is not None:
            for line in lines[:bare]:
                work.add("other", line, Sure.GUESS)
            RecipientReader(work).read(lines[bare:])
            continue
        if label is None:
            entry = SignatureReader(work, entry).read(lines)
            continue
        if label:
            entry = SignatureReader(work, entry).read(lines[:label])
        listed, signed = _part_list(work, lines[label:])
        RecipientReader(work).read(listed)
        if signed:
            entry = SignatureReader(work, entry).read(signed)


def _is_pushed(line: Piece) -> bool:
    """Whether a line alone stands in the right half, pushed there by tabs, spaces or an indent."""
    lead = line.paragraph.text[: line.start]
    return "\t\t" in lead or len(lead) >= 20 or line.paragraph.format.left >= _PUSHED


def _part_list(work: Work, lines: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The lines of Nơi nhận, and those of a signature below them in the same column."""
    for i, line in enumerate(lines[1:], 1):
        office = line.capital and (work.words.authority.match(line.words) or work.words.offices.match(line.words))
        if office and not line.text.startswith(("-", "–")) and (line.centred or line.bold):
            return lines[:i], lines[i:]
    return lines, []
