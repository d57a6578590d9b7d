"""The lines of a signature: authority, office, room to sign, name; several signers one after the other or side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from docgen.ooxml.content import Paragraph
from docgen.reading.layout import Sure
from docgen.reading.pieces import Piece
from docgen.reading.words import Words, any_of
from docgen.reading.work import Work

#: twips above a line from which on somebody can sign there
_ROOM = 700
#: empty paragraphs that leave room to sign
_EMPTY = 2


def looks_signed(piece: Piece, known: Words) -> bool:
    """Whether a line can be one of a signature: an office in capitals, a mark of authority, a name, a place to sign."""
    words = piece.words
    if len(words) > 120:
        return False
    if known.placeholder.match(words) or words.strip("() ") in known.own["concurrent"]:
        return True
    if known.authority.match(words) or _is_mark(piece, known):
        return True
    if piece.capital and (known.offices.match(words) or known.acting.match(words)):
        return True
    return is_name(piece, known)


def _is_mark(piece: Piece, known: Words) -> bool:
    """Whether a line is a mark of authority and nothing else."""
    return piece.capital and known.authority_alone.match(piece.words) is not None


def is_name(piece: Piece, known: Words) -> bool:
    """Whether a line is a person's name, with or without rank: two to six words, each with a capital, a family name first."""
    words = [w for w in re.split(r"[\s.]+", _without_rank(piece.words, known)) if w]
    own = re.split(r"[\s.]+", piece.text.strip())
    if not 2 <= len(words) <= 7 or any(not w[:1].isalpha() for w in words) or piece.text.rstrip()[-1:] in ";:,":
        return False
    # a rank has small letters
    return is_family(words[0], known) and all(w[:1].isupper() for w in own[-len(words) :] if w)


def is_family(word: str, known: Words) -> bool:
    """Whether a name can begin with a word (folded): a family name, or a syllable that an apostrophe joins to what follows."""
    joined = word[:1] + word[1:2].replace("’", "'")
    return word in known.own["surnames"] or ("'" in joined and joined in known.own["surnames"])


def _without_rank(words: str, known: Words) -> str:
    match = _ranks(known.own["ranks"]).match(words)
    return words[match.end() :] if match else words


@lru_cache(maxsize=2)
def _ranks(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words)}(?:\s*[.,\-]\s*|\s+))+")


class SignatureReader:
    """Reads the lines of one column, from above; ``entry`` counts the signers of the whole document, ``prefix`` goes before
    component names (of a copy's own block)."""

    def __init__(self, work: Work, entry: int, prefix: str = "") -> None:
        self.work = work
        self.entry = entry
        self.prefix = prefix
        self.above = ""
        self.named = False

    def read(self, column: Sequence[Piece]) -> int:
        """Take every line of ``column``; the number of the next signer."""
        gap = [i > 0 and _has_room(self.work, column[i - 1], piece) for i, piece in enumerate(column)]
        for i, piece in enumerate(column):
            below = column[i + 1] if i + 1 < len(column) else None
            kind, sure = self._kind(piece, gap[i], below)
            if kind in ("sign_authority", "sign_title") and self.named:
                self.entry += 1
                self.named = False
            self.work.add(kind if kind == "other" else self.prefix + kind, piece, sure, entry=self.entry)
            if kind == "sign_name":
                self.named = True
            if kind != "other":
                self.above = kind
        return self.entry + 1 if self.above else self.entry

    def _kind(self, piece: Piece, room: bool, below: Piece | None) -> tuple[str, Sure]:
        known, words = self.work.words, piece.words
        last = below is None
        if piece.text[:1] in "-–+" and piece.text[-1:] in ",;":
            # an entry of a list signs nothing
            return "other", Sure.GUESS
        if known.placeholder.match(words) or not any(c.isalpha() for c in words):
            self.above = "room" if self.above else ""
            return "other", Sure.CERTAIN
        if words.strip("() ") in known.own["concurrent"]:
            return "sign_concurrent", Sure.CERTAIN
        if self.above == "sign_concurrent" and not (room and last and not piece.capital and is_name(piece, known)):
            return "sign_other_title", Sure.CERTAIN
        if known.authority.match(words) and (piece.capital or self.above in ("", "sign_authority")):
            return "sign_authority", Sure.CERTAIN
        if _is_mark(piece, known):
            return "sign_authority", Sure.CERTAIN
        if (
            is_name(piece, known)
            and (not piece.capital or room or self.above == "room" or last)
            and not known.offices.match(words)
        ):
            return "sign_name", Sure.CERTAIN
        if last and self.above and not self.named and not _without_rank(f"{words} ", known):
            # a rank whose name is still open
            return "sign_name", Sure.LIKELY
        if piece.capital:
            return self._capitals(piece, room, last)
        if self.above in ("sign_title", "sign_authority") and not room and known.offices.match(words):
            return "sign_title", Sure.LIKELY
        if self.above and (room or self.above == "room") and below and is_name(below, known) and known.offices.match(words):
            return "sign_other_title", Sure.LIKELY
        if self.above and (room or last or self.above == "room"):
            return "sign_name", Sure.LIKELY
        if not self.above and known.offices.match(words):
            return "sign_title", Sure.LIKELY
        return ("sign_name", Sure.LIKELY) if self.above and not self.named else ("other", Sure.GUESS)

    def _capitals(self, piece: Piece, room: bool, last: bool) -> tuple[str, Sure]:
        """A line in capitals: more of the authority's name, an office, an office above the name, or a name in capitals."""
        known, above = self.work.words, self.above
        office = bool(known.offices.match(piece.words) or known.acting.match(piece.words))
        if above == "sign_authority" and not office and not room and known.units.match(piece.words):
            return "sign_authority", Sure.LIKELY
        if (room or above == "room") and above not in ("", "sign_name"):
            if last and not office and (is_family(piece.words.split()[0], known) or len(piece.words.split()) <= 4):
                return "sign_name", Sure.LIKELY
            return "sign_other_title", Sure.CERTAIN if office else Sure.LIKELY
        if above == "sign_other_title" and not last:
            return "sign_other_title", Sure.LIKELY
        return "sign_title", Sure.CERTAIN if office else Sure.LIKELY


def _has_room(work: Work, above: Piece, below: Piece) -> bool:
    """Whether somebody can sign between two lines."""
    if above.paragraph is below.paragraph:
        return above.paragraph.text[above.end : below.start].count("\n") > _EMPTY
    empty, space = 0, below.paragraph.format.before + above.paragraph.format.after
    for paragraph in work.paragraphs[above.at + 1 : below.at]:
        if paragraph.is_empty and paragraph.cell is below.paragraph.cell:
            empty += 1 + paragraph.text.count("\n")
            space += paragraph.format.before + paragraph.format.after
    lead = below.paragraph.text[: below.start].count("\n") + above.paragraph.text[above.end :].count("\n")
    return empty + lead >= _EMPTY or space >= _ROOM or _has_picture(work, above, below)


def _has_picture(work: Work, above: Piece, below: Piece) -> bool:
    between: Sequence[Paragraph] = work.paragraphs[above.at : below.at + 1]
    return any(shape.kind == "picture" for paragraph in between for shape in paragraph.shapes)
