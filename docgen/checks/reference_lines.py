"""The line in brackets below an appendix's title, taken from the rule set's own form of it."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.standards import Standard

_GAP = "…"


def form_in_words(standard: Standard) -> str:
    """The line with ``…`` for what each document fills in."""
    date = standard.date.reference_pattern.format(day=_GAP, month=_GAP, year=_GAP)
    return standard.words.reference.use.format(type=_GAP, number=_GAP, date=date, issuer=_GAP)


def words_of_form(standard: Standard) -> list[str]:
    """The words that the line holds, in their order: ``(Kèm theo``, ``số``, ``ngày`` … ``của``, ``)``; without signs between."""
    pieces: list[str] = []
    for literal, name, _, _ in Formatter().parse(standard.words.reference.use):
        pieces.append(literal)
        if name == "date":
            pieces += [text for text, _, _, _ in Formatter().parse(standard.date.reference_pattern)]
    stripped = (piece.strip(" ,/") for piece in pieces)
    return [piece for piece in stripped if piece]
