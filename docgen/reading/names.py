"""The names at the left of the head: which lines name the superior body, which the issuing one."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.reading.folding import fold_each, letters_only
from docgen.reading.layout import Sure
from docgen.reading.pieces import Piece
from docgen.reading.words import Words


def part_names(lines: Sequence[Piece], words: Words, code: str) -> tuple[int, Sure]:
    """How many of the first ``lines`` name the superior body, and how sure that is.

    The law sets the issuing body bold and the other not. Where both look alike, the line counts on which a new body begins; and
    where both are bold, so that they may be joint bodies, the ``code`` of the number must be that of the lower one.
    """
    if len(lines) < 2:
        return 0, Sure.CERTAIN
    bold = [line.bold for line in lines]
    by_look = _by_look(bold)
    by_words = _by_words(lines, words)
    if by_look and (by_look == by_words or not _goes_on(lines, by_look, words)):
        # a later line that begins a body too belongs to a joint document or to a long name
        return by_look, Sure.CERTAIN
    if by_words and (not all(bold) or _is_code_of(code, lines[by_words:], lines[:by_words], words)):
        return by_words, Sure.LIKELY
    return 0, Sure.CERTAIN if all(bold) else Sure.LIKELY


def _by_look(bold: Sequence[bool]) -> int:
    """Where the bold lines at the end begin; 0 when no line above them is plain."""
    split = len(bold)
    while split and bold[split - 1]:
        split -= 1
    return split if split < len(bold) else 0


def _by_words(lines: Sequence[Piece], words: Words) -> int:
    """Where the last body begins that is named on lines of its own; joint bodies are not told apart."""
    for i in range(len(lines) - 1, 0, -1):
        if words.bodies.match(lines[i].words) and not _goes_on(lines, i, words) and words.bodies.match(lines[0].words):
            return i
    return 0


def _goes_on(lines: Sequence[Piece], at: int, words: Words) -> bool:
    """Whether line ``at`` only continues the name above it."""
    line, above = lines[at].words, lines[at - 1].words
    if above.endswith(("-", ",")) or line.startswith(("-", ",")) or above.split()[-1] in words.own["joints"]:
        return True
    return bool(words.units.match(line)) and not words.bodies.match(line)


def _is_code_of(code: str, own: Sequence[Piece], above: Sequence[Piece], words: Words) -> bool:
    """Whether a code (``STC``, ``BTCTU``) is made of the first letters of ``own`` and not of those of ``above``."""
    if words.begins("topmost", own[0].words):
        return False
    letters = letters_only(fold_each(code.partition("-")[0]))
    if not letters:
        return len(own) == 1 and len(above) == 1
    return _spells(letters, _initials(own)) and not _spells(letters, _initials(above))


def _initials(lines: Sequence[Piece]) -> str:
    return "".join(word[0] for line in lines for word in line.words.split() if word[0].isalpha())


def _spells(code: str, initials: str) -> bool:
    """Whether ``code`` shortens the name: it takes some first letters in order, or goes on behind all of them."""
    if not initials:
        return False
    if initials[0] != code[0]:
        # PHÒNG, TRƯỜNG, TRUNG TÂM are often left out
        if initials[0] not in "pt" or initials[1:2] != code[0]:
            return False
        initials = initials[1:]
    rest = iter(initials)
    return code.startswith(initials) or all(letter in rest for letter in code)
