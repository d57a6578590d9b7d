"""From the type's name to the first word of the text: type, trích yếu, addressees, bases, authority, decision word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.reading.addressees import is_wire, read_addressees, read_wired
from docgen.reading.folding import fold_each, is_near, letters_only, squeeze
from docgen.reading.headlines import is_flourish, kind_of
from docgen.reading.layout import Passage, Sure
from docgen.reading.numbers import parse_number
from docgen.reading.numerals import read_automatic, read_opening
from docgen.reading.pieces import Piece, lines_of
from docgen.reading.words import TypeName, Words, plain
from docgen.reading.work import Work
from docgen.standards import DocumentType, load_standard

_MARK = re.compile(r"[\s:.]+$")
#: lines that a trích yếu has at most
_LINES = 9
#: paragraphs from a base on among which the word of decision stands, and letters it has at most
_BELOW, _WORD = 60, 60
#: letters that the line of who decides has at most, of one body and of several
_BODY, _BODIES = 140, 500
_STAMPS = frozenset({"urgency", "secrecy", "circulation", "draft_mark"})
#: paragraphs from a line on among which the next printed one stands
_NEXT = 5


@dataclass(slots=True)
class Title:
    """What stands there as the type: its name, how sure that is, whether it follows other rules of form (``legal``)."""

    name: TypeName | None = None
    sure: Sure = Sure.CERTAIN
    legal: bool = False


def type_of(piece: Piece, known: Words) -> tuple[TypeName, Sure] | None:
    """The type that a line names: alone on it, or followed by more capitals."""
    words = _MARK.sub("", piece.words)
    if len(words) > 90 or not words[:1].isalpha():
        return None
    if (own := known.types.get(words)) is not None:
        return (own, Sure.CERTAIN) if piece.capital or piece.bold else (own, Sure.LIKELY) if piece.centred else None
    if not piece.capital:
        return None
    for name, found in known.types.items():
        if words.startswith(f"{name} ") and (piece.centred or piece.bold):
            return found, Sure.LIKELY
        if len(name) >= 7 and abs(len(name) - len(words)) <= 1 and is_near(words, name, 1):
            return found, Sure.LIKELY
    return None


def read_titles(work: Work, stop: int) -> Title:
    """Read everything between head and text, up to paragraph ``stop``; sets ``body_start``."""
    title = Title()
    at = work.head_end
    below = ""
    while at < stop:
        paragraph = work.paragraphs[at]
        if paragraph.is_empty:
            at += 1
            continue
        pieces = list(lines_of(paragraph, at))
        first = pieces[0]
        if work.words.addressing.match(first.words):
            at = read_addressees(work, at, stop)
            below = "addressee"
            continue
        if work.has("type_name") and len(pieces) == 1 and is_wire(work, first):
            at = read_wired(work, at, stop)
            below = "addressee"
            continue
        taken = _take(work, title, pieces, below)
        if taken is None:
            break
        below = taken
        at += 1
    work.body_start = at
    return title


def _take(work: Work, title: Title, pieces: list[Piece], below: str) -> str | None:
    """Take the lines of one paragraph; the component of the last, ``None`` where the text begins."""
    last: Passage | None = None
    for piece in pieces:
        found = _kind(work, title, piece, below, len(pieces))
        if found is None and last is None:
            return None
        kind, sure = found or ("body", Sure.GUESS)
        if last is not None and last.component == "base" and not last.text.endswith((";", ",", ".")):
            # a base broken by hand is one base
            last.end = piece.end
            continue
        if kind == "line":
            work.typed.setdefault("abstract" if work.has("abstract") else "type_name", []).append(piece.paragraph)
        last = work.add("other" if kind == "line" else kind, piece, sure, entry=len(work.all_of("base")) if kind == "base" else 0)
        if kind not in _STAMPS or piece.paragraph.shape is None:
            # a stamp in a box stands beside the lines, wherever it is anchored
            below = kind
    return below


def _kind(work: Work, title: Title, piece: Piece, below: str, count: int) -> tuple[str, Sure] | None:
    """What a line between head and text is; ``None`` for the text's first line."""
    known = work.words
    kind = kind_of(piece, known)
    if kind in _STAMPS:
        return kind, Sure.CERTAIN
    flourish = kind in ("line", "star") or is_flourish(piece.words)
    if not work.has("type_name") and below not in ("addressee", "base", "authority") and not (flourish and below == "abstract"):
        found = _type(work, title, piece, below)
        if found is not None or not (below == "abstract" or (below == "separator" and work.has("abstract"))):
            return found
    shown = piece.capital or (piece.centred and piece.bold and below in ("base", "authority"))
    if shown and letters_only(piece.words) in known.decisions and below not in ("type_name", ""):
        return "decision_word", Sure.CERTAIN
    if flourish:
        titled = work.has("type_name") or below == "abstract"
        if "separator" in work.standard.components and titled and not work.has("base"):
            return "separator", Sure.CERTAIN
        return "line", Sure.CERTAIN
    if kind == "number" and not work.has("number"):
        return "number", Sure.LIKELY
    if known.bases.match(piece.words) and not _is_titled(work, piece, below):
        return ("base", Sure.CERTAIN) if _is_base(work, piece, below) else None
    if work.has("decision_word"):
        return None
    if known.reference.match(piece.words) and work.has("type_name"):
        return "appendix_reference", Sure.LIKELY
    named = ("type_name", "abstract", "authority", "base", "separator", "line", "appendix_reference")
    if below in named or (below == "addressee" and work.decides):
        return _named(work, piece, below, count)
    return None


def has_type_code(work: Work) -> bool:
    """Whether the number found by now carries the code of a type that prints its name."""
    return bool(_coded(work))


def _coded(work: Work) -> list[DocumentType]:
    """The types of the number's code that print their names."""
    numbers = work.all_of("number")
    slugs = work.words.codes.get(parse_number(numbers[0].text).code.casefold(), {}) if numbers else {}
    kinds = [load_standard(name).types[slug] for name, slug in slugs.items()]
    return [] if any(kind.dispatch for kind in kinds) else kinds


def _type(work: Work, title: Title, piece: Piece, below: str) -> tuple[str, Sure] | None:
    """The type's name, of whatever type; an abstract where the name is missing or below it; everything else begins the text."""
    found = type_of(piece, work.words)
    if found is not None:
        title.name, title.sure = found
        work.decides = any(load_standard(name).types[slug].decision_word for name, slug in title.name.slugs.items())
        return "type_name", title.sure
    bare = _MARK.sub("", piece.words)
    if piece.capital and any(kind.dispatch and plain(kind.name) == bare for kind in work.standard.types.values()):
        # no type's name is printed above a dispatch; whoever does prints it here
        return "other", Sure.CERTAIN
    if bare in work.words.own["legal_types"] and piece.capital:
        title.legal = True
        return "type_name", Sure.LIKELY
    if below in ("abstract", "separator") and work.decides and piece.capital and (piece.centred or piece.bold):
        # the name is missing, and who decides follows the abstract
        return "authority", Sure.LIKELY
    fits = piece.capital and (piece.bold or piece.centred) and len(piece.words) <= 60 and not _is_numbered(piece, work)
    if fits and not work.has("abstract_dispatch"):
        title.sure = Sure.GUESS
        return "type_name", Sure.GUESS
    centred = piece.centred and piece.bold and not piece.capital and not piece.text.endswith((":", ".", ";"))
    if centred and below in ("", "abstract") and not _is_numbered(piece, work) and (kinds := _coded(work)):
        work.decides = any(kind.decision_word for kind in kinds)
        return "abstract", Sure.LIKELY
    return None


def _named(work: Work, piece: Piece, below: str, count: int) -> tuple[str, Sure] | None:
    """Trích yếu or authority."""
    if _is_numbered(piece, work):
        return None
    subject = _is_subject(work, piece, below)
    office = not subject and bool(work.words.offices.match(piece.words) or work.words.bodies.match(piece.words))
    centred = piece.centred or piece.paragraph.format.align == "right"
    # several bodies that decide together fill several lines
    capital = piece.capital and len(piece.words) <= (_BODIES if office and centred and piece.bold else _BODY)
    if office and centred and piece.bold and below in ("abstract", "base", "line", "separator") and _opens_decision(work, piece):
        return "authority", Sure.LIKELY
    if capital and (centred or piece.bold) and (below == "authority" or _is_authority(work, piece, below, office, count)):
        return "authority", Sure.CERTAIN if work.decides and office else Sure.LIKELY
    if capital and work.regime == "party" and work.words.begins("author", piece.words) and below == "type_name":
        return "authority", Sure.LIKELY
    late = below in ("separator", "line") and not work.has("abstract") and centred and piece.bold and not piece.capital
    if late and not piece.text.endswith(":"):
        # a line typed or hyphens set above it
        return "abstract", Sure.LIKELY
    if below not in ("type_name", "abstract", "authority") or (below == "authority" and (work.decides or work.has("abstract"))):
        return None
    if len(work.all_of("abstract")) >= _LINES or len(piece.words) > 700:
        return None
    if (below == "abstract" and not _goes_on(work, piece)) or piece.text.endswith(":"):
        return None
    if centred or (piece.bold and not piece.text.endswith((".", ";"))):
        return "abstract", Sure.CERTAIN if centred and piece.bold and not subject else Sure.LIKELY
    if below == "type_name" and work.words.about.match(f"{piece.words} "):
        return "abstract", Sure.LIKELY
    return None


def _is_subject(work: Work, piece: Piece, below: str) -> bool:
    """Whether a line that might begin an office's or a body's name begins what a document is about, or goes on with it."""
    if below == "abstract" and plain(work.all_of("abstract")[-1].text).split()[-1] in work.words.own["joints"]:
        return not _decides_below(work, piece)
    return below in ("type_name", "abstract") and work.words.begins("subjects", piece.words)


def _is_authority(work: Work, piece: Piece, below: str, office: bool, count: int) -> bool:
    """Whether a line in capitals says who decides: an office or body, or whatever stands between trích yếu and decision."""
    if not work.decides:
        return False
    if below == "type_name":
        return office and count == 1
    return office or below in ("base", "line", "separator") or not _goes_on(work, piece)


def _is_titled(work: Work, piece: Piece, below: str) -> bool:
    """Whether a line that opens as a base stands as the trích yếu: at its place, and set as no base is."""
    placed = below == "type_name" or (below == "abstract" and _goes_on(work, piece))
    slanted = all(run.format.italic for run in piece.runs)
    return placed and piece.bold and (piece.centred or not (slanted or piece.text.endswith((";", ",", ".", ":"))))


def _opens_decision(work: Work, piece: Piece) -> bool:
    """Whether a line in small letters says who decides: the bases or the decision follow at once."""
    return not piece.capital and work.decides and _decides_below(work, piece)


def _decides_below(work: Work, piece: Piece) -> bool:
    """Whether the next line is the first base or the decision."""
    below = next((p for p in work.paragraphs[piece.at + 1 : piece.at + _NEXT] if not p.is_empty), None)
    words = "" if below is None else squeeze(fold_each(below.text[:_WORD]))
    return bool(work.words.bases.match(words)) or letters_only(words) in work.words.decisions


def _goes_on(work: Work, piece: Piece) -> bool:
    """Whether a line can be more of the trích yếu: set as the line above, and no drawn line between them."""
    at, above = next(
        ((at, p.paragraph) for at, p in reversed(work.found) if p.component == "abstract"), (piece.at, piece.paragraph)
    )
    if any(p.lines for p in work.paragraphs[at : piece.at] if p.is_empty):
        return False
    return above is piece.paragraph or above.format.align == piece.paragraph.format.align


def _is_numbered(piece: Piece, work: Work) -> bool:
    paragraph = piece.paragraph
    letters = work.standard.letters.use
    if paragraph.numbering:
        return read_automatic(paragraph.numbering, paragraph.bullet, piece.start, letters) is not None
    found = read_opening(paragraph.text, piece.start, letters)
    return found is not None and found.level not in ("list", "letter")


def _is_decided_below(work: Work, piece: Piece) -> bool:
    """Whether the word of decision follows; the Party's resolutions go without it and open with a sentence."""
    words = tuple(work.words.decisions)
    for paragraph in work.paragraphs[piece.at + 1 : min(piece.at + _BELOW, work.last)]:
        if not 0 < len(paragraph.text) < _WORD:
            continue
        letters = letters_only(fold_each(paragraph.text))
        # the body that decides may stand on the same line
        if letters in words or (paragraph.text.isupper() and letters.endswith(words) and paragraph.format.align == "center"):
            return True
    return False


def _is_base_below(work: Work, piece: Piece) -> bool:
    """Whether a line that ends in a colon is a base with a wrong sign: it is set as one, and the next line is one."""
    for at in range(piece.at + 1, min(piece.at + 1 + _NEXT, work.last)):
        paragraph = work.paragraphs[at]
        if not paragraph.is_empty:
            below = next(lines_of(paragraph, at))
            dashes = [one.text[:1].isalpha() for one in (piece, below)]
            alike = work.regime == "party" and dashes == [False, False]
            slanted = all(run.format.italic for one in (piece, below) for run in one.runs)
            return bool(work.words.bases.match(below.words)) and below.text.endswith((";", ".")) and (alike or slanted)
    return False


def _is_alike(work: Work, piece: Piece) -> bool:
    """Whether a line is set as the base above it, so that it goes on the list that a wrong sign left open."""
    if piece.words.lstrip("-–* ").startswith(plain(work.standard.marks["base"].openings[0])):
        return True
    above = work.all_of("base")[-1]
    slanted = (all(run.format.italic for run in runs) for runs in (above.runs, piece.runs))
    lost = work.regime == "party" and not above.text[:1].isalpha() and piece.text[:1].isalpha()
    return len(set(slanted)) == 1 and not lost


def _is_twin(work: Work, piece: Piece) -> bool:
    """Whether a line is set as the base above it, which wrongly ends as the last one does: both slanted, or both with a dash."""
    both = (work.all_of("base")[-1], piece)
    slanted = all(run.format.italic for one in both for run in one.runs)
    return slanted or (work.regime == "party" and not any(one.text[:1].isalpha() for one in both))


def _is_base(work: Work, piece: Piece, below: str) -> bool:
    """Whether a line that opens as a base is one, and not the first sentence of the text.

    A base is followed by another or by the decision; a sentence says more: it ends in a colon, or stands alone and upright.
    """
    text = piece.paragraph.text[piece.start :].rstrip()
    if work.decides and _is_decided_below(work, piece):
        return True
    if text.endswith(":"):
        return _is_base_below(work, piece)
    if text.endswith((";", ",")):
        return True
    if below == "base":
        return _is_alike(work, piece) if work.all_of("base")[-1].text.endswith((";", ",")) else _is_twin(work, piece)
    italic = all(run.format.italic for run in piece.runs)
    return italic or not text[:1].isalpha()
