"""What has slipped out of its place: text behind Nơi nhận and the signature, addressees among the text."""

from __future__ import annotations

from docgen.reading.appendices import is_label
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.layout import Passage, Sure
from docgen.reading.numerals import read_opening
from docgen.reading.pages import Pages
from docgen.reading.pieces import Piece, lines_of
from docgen.reading.work import Work

#: what the text of a document is made of
_TEXT = frozenset({"body", "list_item", "part_label", "division_label", "article", "section", "clause", "subclause", "point"})
#: letters below which what stands there may be a note
_LEAST = 60
#: letters that a line with the label of the addressees has at most
_LABEL = 160


def end_of_moved(work: Work, pages: Pages, first: int, stop: int) -> int:
    """Where the text in ``paragraphs[first:stop]``, behind the signature, ends that belongs above it; ``first`` without one.

    It stands on the page of the signature without a label or title, and the text above lacks its end: there is none, or it
    ends in a colon.
    """
    at = next((at for at in range(first, stop) if not work.paragraphs[at].is_empty), stop)
    if at == stop or pages.opens(at) or not _lacks_end(work):
        return first
    piece = next(lines_of(work.paragraphs[at], at))
    if piece.paragraph.cell is not None or piece.paragraph.shape is not None or _heads(work, piece):
        return first
    end = next((i for i in range(at, stop) if i > at and (pages.opens(i) or _is_label(work, i))), stop)
    letters = sum(len(paragraph.text) for paragraph in work.paragraphs[at:end])
    return end if letters >= _LEAST else first


def take_late_addressees(work: Work, last: int) -> None:
    """Take a line of the text that is the label of the addressees for it, and the list below it, or the one on top of the text.

    Without a label the list on top of the text may name them all the same.
    ``last``: how many of the passages found stand above the text.
    """
    text = [passage for _, passage in work.found[last:]]
    at = next((i for i, passage in enumerate(text) if _is_addressing(work, passage)), None)
    if at is None:
        _take_unlabelled(text)
        return
    label = text[at]
    label.component = "addressee_label"
    behind = [*_listed(text[at + 1 :])] or [*_listed(text)]
    colon = label.text.index(":") + 1
    named = label.text[colon:].strip()
    if named:
        start = label.end - len(label.text[colon:].lstrip())
        label.end = label.start + colon
        place = next(at for at, passage in work.found if passage is label)
        work.put("addressee", label.paragraph, place, start, start + len(named))
    elif behind:
        for entry, passage in enumerate(behind):
            passage.component, passage.entry = "addressee", entry


def _take_unlabelled(text: list[Passage]) -> None:
    """Take short items that begin the text for the addressees; other text follows them."""
    listed = _listed(text)
    if len(listed) == len(text) or any(p.depth > 1 or len(p.text) > _LABEL or p.paragraph.cell for p in listed):
        return
    for entry, passage in enumerate(listed):
        passage.component, passage.entry, passage.sure = "addressee", entry, Sure.LIKELY


def _is_addressing(work: Work, passage: Passage) -> bool:
    if passage.component != "body" or len(passage.text) > _LABEL or passage.paragraph.cell is not None or ":" not in passage.text:
        return False
    return work.words.addressing.match(squeeze(fold_each(passage.text))) is not None


def _listed(passages: list[Passage]) -> list[Passage]:
    """The list items with which ``passages`` begin."""
    stop = next((i for i, passage in enumerate(passages) if passage.component != "list_item"), len(passages))
    return passages[:stop]


def _lacks_end(work: Work) -> bool:
    """Whether no text stands above the signature, or only one whose last words announce more."""
    text = [passage for _, passage in work.found if passage.component in _TEXT]
    return not text or text[-1].text.rstrip().endswith(":")


def _heads(work: Work, piece: Piece) -> bool:
    """Whether a line opens something else: an appendix, a title of its own, a line in brackets."""
    if is_label(piece, work) or not piece.text[:1].isalnum():
        return True
    numbered = piece.paragraph.numbering or read_opening(piece.paragraph.text, piece.start, work.standard.letters.use)
    return not numbered and (piece.capital or piece.centred)


def _is_label(work: Work, at: int) -> bool:
    paragraph = work.paragraphs[at]
    return not paragraph.is_empty and is_label(next(lines_of(paragraph, at)), work)
