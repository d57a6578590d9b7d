"""The block of a copy below the original, and the contact line at the foot of a page."""

from __future__ import annotations

from docgen.ooxml.content import Paragraph
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.headlines import kind_of
from docgen.reading.layout import Sure
from docgen.reading.names import part_names
from docgen.reading.numbers import parse_number
from docgen.reading.pieces import Piece, halves_of, lines_of, trim
from docgen.reading.recipients import RecipientReader
from docgen.reading.signatures import SignatureReader, looks_signed
from docgen.reading.work import Work

#: words of the contact line that must meet before it counts as one
_CONTACTS = 2
#: the rule that names the codes of copies
_CODES = "so-ban-sao"
_HEAD = frozenset({"copy_form", "copy_number", "copy_place_date"})


def find_copy(work: Work, first: int, stop: int) -> int | None:
    """Where the block of a copy begins in ``paragraphs[first:stop]``: the row or line of its form, or the table of its number."""
    forms = work.words.own["copies"]
    for at in range(first, stop):
        paragraph = work.paragraphs[at]
        if len(paragraph.text) > 200 or paragraph.is_empty:
            continue
        for line in lines_of(paragraph, at):
            for half in halves_of(line):
                long = half.capital and len(half.words) < 40 and any(half.words.startswith(form) for form in forms)
                if long or (half.words in forms and half.centred):
                    return _block(work, at, first)
                if paragraph.cell is not None and _is_numbered_as_copy(half, work):
                    return _block(work, at, first)
    return None


def _is_numbered_as_copy(piece: Piece, work: Work) -> bool:
    """Whether a line is a number with the code of a copy, whose words may be missing."""
    codes = work.standard.rules.get(_CODES)
    if codes is None or kind_of(piece, work.words) != "number":
        return False
    return parse_number(piece.text).rest.lstrip("/- ").partition("-")[0].strip() in codes.words


def _block(work: Work, at: int, first: int) -> int:
    cell = work.paragraphs[at].cell
    while cell is not None and at > first and (own := work.paragraphs[at - 1].cell) is not None and own.table is cell.table:
        at -= 1
    return at


def read_copy(work: Work, first: int, stop: int) -> None:
    """Read the copy's own head, signature and recipients; every component's name begins with ``copy_``."""
    columns: dict[tuple[int, int], list[Piece]] = {}
    for at in range(first, stop):
        paragraph = work.paragraphs[at]
        cell = paragraph.cell
        for line in lines_of(paragraph, at):
            for half in [line] if cell is not None else halves_of(line):
                columns.setdefault((0 if cell is None else cell.column, half.slot), []).append(half)
    for column in columns.values():
        label = next((i for i, line in enumerate(column) if work.words.recipients.match(line.words)), len(column))
        _read_column(work, column[:label])
        if column[label:]:
            RecipientReader(work, "copy_").read(column[label:])


def _read_column(work: Work, column: list[Piece]) -> None:
    """The lines above the recipients: those of the head, and from the first that can be one of a signature on, those of it."""
    names: list[Piece] = []
    code = ""
    kinds = [_kind(work, piece) for piece in column]
    # an office among the names stands above the number
    head = max((i for i, kind in enumerate(kinds) if kind in _HEAD), default=-1)
    for i, (piece, kind) in enumerate(zip(column, kinds, strict=True)):
        if kind in _HEAD:
            work.add(kind, piece)
            code = parse_number(piece.text).issuer if kind == "copy_number" else code
        elif kind == "line":
            work.add("other", piece)
        elif i > head and looks_signed(piece, work.words):
            SignatureReader(work, 0, "copy_").read(column[i:])
            break
        elif piece.capital or (not code and work.words.bodies.match(piece.words)):
            names.append(piece)
        else:
            work.add("other", piece, Sure.GUESS)
    split, sure = part_names(names, work.words, code)
    for i, name in enumerate(names):
        # nothing else in the file names the body that copies
        work.add("copy_parent" if i < split else "copy_issuer", name, Sure.GUESS if sure is Sure.GUESS else Sure.LIKELY)


def _kind(work: Work, piece: Piece) -> str:
    if any(piece.words.startswith(form) for form in work.words.own["copies"]):
        return "copy_form"
    kind = kind_of(piece, work.words)
    return f"copy_{kind}" if kind in ("number", "place_date") else kind


def is_contact(paragraph: Paragraph, work: Work) -> bool:
    """Whether a paragraph is the line of address, telephone and so on."""
    if not 15 < len(paragraph.text) < 400:
        return False
    words = squeeze(fold_each(paragraph.text))
    found = sum(f"{word}:" in words.replace(" :", ":") for word in work.words.own["contact"])
    return found >= _CONTACTS or (found == 1 and words.startswith(work.words.own["contact"]))


def read_contact(work: Work, first: int, stop: int) -> int:
    """Take the contact line right behind the signature, and those of footers and text boxes; the place behind the first."""
    at = first
    while at < stop and (work.paragraphs[at].is_empty or is_contact(work.paragraphs[at], work)):
        paragraph = work.paragraphs[at]
        if not paragraph.is_empty:
            _take(work, paragraph, at)
            first = at + 1
        at += 1
    sections = {p.section for p in work.paragraphs[work.first : work.last]}
    seen: set[str] = set()
    for index in sorted(sections):
        footers = work.story.sections[index].footers if index < len(work.story.sections) else {}
        for footer in footers.values():
            if footer.part in seen:
                continue
            seen.add(footer.part)
            for paragraph in footer.paragraphs:
                if is_contact(paragraph, work):
                    _take(work, paragraph, work.last)
    return first


def _take(work: Work, paragraph: Paragraph, at: int) -> None:
    start, end = trim(paragraph.text, 0, len(paragraph.text))
    work.put("contact", paragraph, at, start, end)
