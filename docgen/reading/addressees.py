"""Kính gửi: one on the label's line, several below it, or in a table of their own."""

from __future__ import annotations

from docgen.ooxml.content import Paragraph
from docgen.reading.layout import Passage
from docgen.reading.pieces import Piece, end_of_table, lines_of, outer_table, trim
from docgen.reading.words import plain
from docgen.reading.work import Work

_DASHES = ("-", "–", "+", "*", "•")
_SPACE = 70
#: so many addressees tell whether the list has dashes
_FIRST = 50
#: how far left of the first addressee (twips) another may stand
_NEAR = 500
#: twips from which on no paragraph of the text begins, and letters that a line set so far in has at most
_PUSHED = 1400
_SHORT = 160


def read_addressees(work: Work, at: int, stop: int) -> int:
    """Read the addressees whose label begins paragraph ``at``; the place of the first paragraph behind them."""
    paragraph = work.paragraphs[at]
    pieces = list(lines_of(paragraph, at))
    label = pieces[0]
    rest = _split_label(work, label)
    entry = 0
    for piece in ([rest] if rest else []) + pieces[1:]:
        entry = _add(work, piece, entry)
    table = outer_table(paragraph)
    if paragraph.cell is not None and paragraph.cell.bordered:
        # a form in boxes: what the other boxes hold is not addressed
        while stop > at + 1 and work.paragraphs[stop - 1].cell is not paragraph.cell:
            stop -= 1
        return _below(work, at + 1, stop, entry)
    if table is not None and not _is_main(table.rows):
        end = min(end_of_table(work.paragraphs, at), stop)
        for here in range(at + 1, end):
            for piece in lines_of(work.paragraphs[here], here):
                entry = _add(work, piece, entry)
        return end
    return _below(work, at + 1, stop, entry)


def is_wire(work: Work, line: Piece) -> bool:
    """Whether a line is the one above the addressees of a telegram: ``CHỦ TỊCH … điện:``."""
    return line.words.endswith(":") and line.words.rstrip(" :").endswith(tuple(f" {word}" for word in work.words.own["wired"]))


def read_wired(work: Work, at: int, stop: int) -> int:
    """Read the addressees of a telegram below the line ``at``; the place of the first paragraph behind them."""
    for line in lines_of(work.paragraphs[at], at):
        work.add("other", line)
    return _below(work, at + 1, stop, 0)


def _is_main(rows: object) -> bool:
    """Whether a table is so large that it holds more than addressees."""
    return isinstance(rows, list) and sum(len(cell.paragraphs) for row in rows for cell in row) > 40


def _split_label(work: Work, line: Piece) -> Piece | None:
    """Take the label; the first addressee behind it on its line."""
    match = work.words.addressing.match(line.words)
    assert match is not None
    text = line.paragraph.text
    letters = sum(not c.isspace() for c in match[0])
    end = line.start
    while letters and end < line.end:
        letters -= not (text[end].isspace() or text[end] == "\u00a0")
        end += 1
    start, label_end = trim(text, line.start, end)
    work.put("addressee_label", line.paragraph, line.at, start, label_end)
    start, end = trim(text, end, line.end)
    return Piece(line.paragraph, line.at, start, end, line.words[match.end() :], line.slot) if start < end else None


def _add(work: Work, piece: Piece, entry: int) -> int:
    """Take a line for an addressee, or for more of the one above; the number of the next entry."""
    known = work.all_of("addressee")
    ends = (";", ".", ":") if _is_dashed(work) else (";", ".", ",", ":")
    if known and not _begins(piece) and not known[-1].text.endswith(ends) and not _names_another(work, piece, known[-1]):
        work.add("addressee", piece, entry=entry - 1)
        return entry
    work.add("addressee", piece, entry=entry)
    return entry + 1


def _names_another(work: Work, piece: Piece, above: Passage) -> bool:
    """Whether a paragraph without dash or sign above it names another body or office, and does not go on with a name."""
    if above.paragraph is piece.paragraph or _is_dashed(work) or piece.text[:1].islower():
        return False
    last = plain(above.text).split()[-1:]
    known = work.words
    open_name = last and last[0] in known.own["joints"]
    return not open_name and any(words.match(piece.words) for words in (known.bodies, known.units, known.offices))


def _is_dashed(work: Work) -> bool:
    """Whether the addressees so far begin with dashes."""
    # a list of thousands is looked at for every line of it
    return any(passage.text.startswith(_DASHES) for passage in work.all_of("addressee")[:_FIRST])


def _begins(piece: Piece) -> bool:
    return piece.text.startswith(_DASHES) or bool(piece.paragraph.numbering)


def _below(work: Work, at: int, stop: int, entry: int) -> int:
    """The addressees on lines of their own."""
    first: Paragraph | None = None
    dashed = False
    single = entry > 0
    while at < stop:
        paragraph = work.paragraphs[at]
        if paragraph.is_empty:
            if entry and _is_closed(work):
                break
            at += 1
            continue
        piece = next(lines_of(paragraph, at))
        begins = _begins(piece)
        if work.words.bases.match(piece.words):
            break
        if first is None:
            pushed = _is_pushed(paragraph, piece, work)
            listed = pushed or (begins and _is_dashed(work))
            if single and _is_closed(work, weak=not listed):
                break
            dashed = begins or _is_dashed(work)
            if not begins and not pushed and not _may_be_one(work, piece, single):
                break
        elif (
            (begins != dashed and not _continues(work, piece) and not (_is_open(work) and (begins or piece.text.endswith(";"))))
            or _indent(paragraph, work) < _indent(first, work) - _NEAR
            or (not dashed and _is_closed(work))
        ):
            break
        for line in lines_of(paragraph, at):
            entry = _add(work, line, entry)
        first = first or paragraph
        at += 1
        if not dashed and _is_closed(work):
            break
    return at


def _is_open(work: Work) -> bool:
    """Whether the sign behind the last addressee says that another follows: one of them has lost its dash."""
    return work.all_of("addressee")[-1].text.endswith((";", ","))


def _is_closed(work: Work, *, weak: bool = False) -> bool:
    """Whether the last addressee ends its list; ``weak``: also by ending in no sign at all."""
    known = work.all_of("addressee")
    if not known:
        return False
    text = known[-1].text
    return text.endswith(".") or (weak and not text.endswith((";", ",", ":", "-")))


def _may_be_one(work: Work, piece: Piece, single: bool) -> bool:
    """Whether an undashed line below the label names an addressee: it is short, or ends as one of a list."""
    text = piece.text
    if len(text) > 250:
        return False
    return text.endswith((";", ",")) or (not single and len(text) < 160)


def _is_pushed(paragraph: Paragraph, piece: Piece, work: Work) -> bool:
    """Whether a short line stands so far from the margin as only lines below the first addressee do."""
    text = piece.text
    begins = text[:1].isupper() or _begins(piece)
    if text.isupper() or text.endswith(":"):
        # a mark in a box, or the line of who decides
        return False
    return begins and len(text) < _SHORT and _indent(paragraph, work) >= _PUSHED


def _continues(work: Work, piece: Piece) -> bool:
    known = work.all_of("addressee")
    return bool(known) and piece.text[:1].islower() and not known[-1].text.endswith((";", "."))


def _indent(paragraph: Paragraph, work: Work) -> int:
    """About where the words of a paragraph begin, in twips from the margin."""
    text = paragraph.text
    lead = text[: len(text) - len(text.lstrip(" \t\u00a0"))]
    own = paragraph.format.left + paragraph.format.first_line
    if paragraph.format.align == "center":
        own += 2000
    return own + lead.count("\t") * work.story.default_tab + (len(lead) - lead.count("\t")) * _SPACE
