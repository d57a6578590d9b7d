"""The line in brackets below an appendix's title, taken from the rule set's own form of it."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from docgen.reading.folding import fold_each

if TYPE_CHECKING:
    from docgen.reading.layout import Appendix, Passage
    from docgen.standards import Standard

_GAP = "…"
#: how many passages from the label on, and how many letters from its beginning, the line is looked for
_NEAR = 6
_OPENING = 30


def form_in_words(standard: Standard) -> str:
    """The line with ``…`` for what each document fills in."""
    date = standard.date.reference_pattern.format(day=_GAP, month=_GAP, year=_GAP)
    return standard.words.reference.use.format(type=_GAP, number=_GAP, date=date, issuer=_GAP)


def lines_of(appendix: Appendix, standard: Standard) -> list[Passage]:
    """The passages of the line; without brackets it was not recognised, and is looked for near the label."""
    lines = [passage for passage in appendix.passages if passage.component == "appendix_reference"]
    if lines:
        return lines
    word = fold_each(words_of_form(standard)[0].strip("()"))
    near = (passage for passage in appendix.passages[:_NEAR] if passage.component != "table_cell")
    return [passage for passage in near if word in fold_each(passage.text[:_OPENING])][:1]


def find_anywhere(appendix: Appendix, standard: Standard) -> Passage | None:
    """The line, be it in its place or, in brackets, further down in the appendix."""
    lines = lines_of(appendix, standard)
    if lines:
        return lines[0]
    word = fold_each(words_of_form(standard)[0])
    return next((passage for passage in appendix.passages if fold_each(passage.text[:_OPENING]).startswith(word)), None)


def words_of_form(standard: Standard) -> list[str]:
    """The words that the line holds, in their order: ``(Kèm theo``, ``số``, ``ngày`` … ``của``, ``)``; without signs between."""
    pieces: list[str] = []
    for literal, name, _, _ in Formatter().parse(standard.words.reference.use):
        pieces.append(literal)
        if name == "date":
            pieces += [text for text, _, _, _ in Formatter().parse(standard.date.reference_pattern)]
    stripped = (piece.strip(" ,/") for piece in pieces)
    return [piece for piece in stripped if piece]
