"""The head of a document: which line is which component, in tables of any grid, with tabs, or one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.ooxml.content import Paragraph, Run
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.headlines import cut_at_right, is_typed_line, kind_of
from docgen.reading.layout import Sure
from docgen.reading.names import part_names
from docgen.reading.numbers import parse_number
from docgen.reading.pieces import Piece, head_table, is_within, lines_of, outer_table
from docgen.reading.titles import has_type_code, type_of
from docgen.reading.work import Work

#: components of the right column
RIGHT = frozenset({"motto", "slogan", "party_title", "place_date"})
#: words that a subject in capitals has at least
_SUBJECT = 4
#: letters from which on a line is running text
_LONG = 160
#: paragraphs below a subject among which the label of the addressees stands
_NEXT = 4
_DASHES = ("-", "–", "+", "*", "•")
#: signs behind which a subject does not go on in another paragraph
_ENDS = (".", ";", ":")


def read_head(work: Work, mark: int) -> None:
    """Read the head around paragraph ``mark`` (its motto, Party title or number); sets ``head_end``.

    The names at the left become ``parent`` and ``issuer``.
    """
    names: list[Piece] = []
    side = _Sides(work, mark)
    last: dict[int, str] = {}
    numbered = False
    at = work.first
    for piece in _pieces(work, mark):
        at = max(at, piece.at)
        column = side.of(piece)
        kind = kind_of(piece, work.words)
        if _ends_head(piece, kind, work, mark, column):
            at = piece.at - 1
            break
        above = last.get(column, "")
        if kind == "line":
            work.typed.setdefault(above or "issuer", []).append(piece.paragraph)
            work.add("other", piece)
            continue
        if not kind:
            boxed = piece.paragraph.shape is not None and work.paragraphs[mark].shape is None
            kind = "other" if boxed else _by_place(work, piece, column, numbered, above, names)
        if kind == "number" and numbered:
            kind = "other"
        if kind == "name":
            names.append(piece)
            kind = "issuer"
        else:
            unmarked = kind == "abstract_dispatch" and above == "number" and work.words.about.match(piece.words) is None
            work.add(kind, piece, Sure.LIKELY if unmarked else Sure.CERTAIN)
        numbered = numbered or kind == "number"
        if kind not in ("urgency", "secrecy", "circulation", "other"):
            last[column] = kind
    work.head_end = at + 1
    numbers = work.all_of("number")
    split, sure = part_names(names, work.words, parse_number(numbers[0].text).issuer if numbers else "")
    for i, name in enumerate(names):
        work.add("parent" if i < split else "issuer", name, sure)


def _by_place(work: Work, piece: Piece, column: int, numbered: bool, above: str, names: list[Piece]) -> str:
    """What a line is whose words do not tell."""
    if column == 1:
        return "other"
    if above == "abstract_dispatch" and not piece.capital and not numbered:
        # the number is missing, and the subject goes on
        return "abstract_dispatch"
    if above in ("abstract_dispatch", "draft_mark") and numbered:
        return "abstract_dispatch" if above == "abstract_dispatch" else "other"
    if numbered and piece.capital and (above == "issuer" or (not names and work.words.bodies.match(piece.words))):
        return "name"
    if above == "number" and piece.capital and _may_be_subject(work, piece):
        return "abstract_dispatch"
    if numbered:
        # the Party's dispatches may name their subject without a word before it
        return "abstract_dispatch" if above == "number" and not piece.capital else "other"
    if above == "star" or len(piece.words) > _LONG:
        return "other"
    if column == 2 and not piece.capital and not names:
        return "other"
    return "name"


def _may_be_subject(work: Work, piece: Piece) -> bool:
    """Whether a line in capitals below the number of a Party dispatch says what it is about, and names no body."""
    known = work.words
    if work.regime != "party" or has_type_code(work) or len(piece.words.split()) < _SUBJECT:
        return False
    return not (known.bodies.match(piece.words) or known.units.match(piece.words) or known.offices.match(piece.words))


def _pieces(work: Work, mark: int) -> Iterator[Piece]:
    for at in range(work.first, work.last):
        paragraph = work.paragraphs[at]
        if paragraph.is_empty:
            continue
        for line in lines_of(paragraph, at):
            yield from cut_at_right(line, work.words)


def _ends_head(piece: Piece, kind: str, work: Work, mark: int, column: int) -> bool:
    """Whether the text begins with ``piece``: its type, its addressees, its bases, or words that are no part of a head."""
    known = work.words
    if known.addressing.match(piece.words):
        return True
    if kind in ("urgency", "secrecy", "circulation", "draft_mark"):
        return False
    inside = piece.at <= mark or is_within(piece.paragraph, head_table(work.paragraphs[mark]))
    if inside and column == 0 and not piece.shared and piece.paragraph.cell is not None and not _spans(piece.paragraph):
        return len(piece.words) > 2 * _LONG
    if type_of(piece, known) and piece.at > mark:
        return True
    if inside:
        return len(piece.words) > 2 * _LONG
    if kind == "abstract_dispatch" and work.has("number"):
        return piece.centred and piece.bold and has_type_code(work)
    if not kind and _goes_on_below(work, piece):
        return False
    if kind == "line":
        return not is_typed_line(piece.text)
    if kind in RIGHT or kind in ("number", "star"):
        return False
    return not _is_name_below(work, piece, mark)


def _goes_on_below(work: Work, piece: Piece) -> bool:
    """Whether a line goes on with the subject of a dispatch that stands above it, below the head's table."""
    found = next(((at, p) for at, p in reversed(work.found) if p.component == "abstract_dispatch"), None)
    if found is None or len(piece.words) > _LONG or piece.text.startswith(_DASHES):
        return False
    at, above = found
    if above.paragraph is piece.paragraph:
        return True
    alike = above.paragraph.format.align == piece.paragraph.format.align and _size(above.runs) == _size(piece.runs)
    if piece.at != at + 1 or not alike or above.text.endswith(_ENDS) or is_within(above.paragraph, outer_table(piece.paragraph)):
        return False
    return piece.text[:1].islower() or _is_addressed_below(work, piece)


def _size(runs: Sequence[Run]) -> float:
    return max((run.format.size for run in runs), default=0.0)


def _is_addressed_below(work: Work, piece: Piece) -> bool:
    """Whether the next line is the label of the addressees."""
    below = next((p for p in work.paragraphs[piece.at + 1 : piece.at + _NEXT] if not p.is_empty), None)
    return below is not None and work.words.addressing.match(squeeze(fold_each(below.text[:_LONG]))) is not None


def _spans(paragraph: Paragraph) -> bool:
    cell = paragraph.cell
    return cell is not None and cell.span >= len(cell.table.grid) > 1


def _is_name_below(work: Work, piece: Piece, mark: int) -> bool:
    """Whether a line behind the motto still names a body: heads without table put the names above or below."""
    if work.has("number") or work.has("place_date") or outer_table(work.paragraphs[mark]) is not None:
        return False
    return (
        piece.capital
        and len(piece.words) < 80
        and bool(work.words.bodies.match(piece.words) or work.words.units.match(piece.words))
    )


class _Sides:
    """In which column a piece of the head stands: 0 left, 1 right, 2 in the only one."""

    def __init__(self, work: Work, mark: int) -> None:
        paragraph = work.paragraphs[mark]
        self.table = head_table(paragraph)
        self.right: int | None = None
        cell = paragraph.cell
        if (
            cell is not None
            and len({c.column for row in cell.table.rows for c in row if any(not p.is_empty for p in c.paragraphs)}) > 1
        ):
            heads = (kind_of(piece, work.words) for piece in lines_of(paragraph, mark))
            if any(kind in RIGHT for kind in heads):
                self.right = cell.column
            else:
                self.right = cell.column + 1

    def of(self, piece: Piece) -> int:
        """The column of ``piece``; another table is judged by its own two halves."""
        if piece.shared:
            return piece.slot
        cell = piece.paragraph.cell
        if cell is None:
            return 2
        if cell.span > 1 and cell.span >= len(cell.table.grid):
            return 2
        if is_within(piece.paragraph, self.table) and self.right is not None:
            while cell.table is not self.table and cell.table.parent is not None:
                cell = cell.table.parent
            return int(cell.column >= self.right) if self.right else int(cell.column == 0)
        return int(cell.column > 0) if len(cell.table.rows[0]) > 1 else 2
