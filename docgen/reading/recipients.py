"""Nơi nhận: its label, its entries, the filing line and the drafter's mark behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.reading.folding import fold_each, squeeze
from docgen.reading.layout import Sure
from docgen.reading.pieces import Piece, trim
from docgen.reading.words import Words
from docgen.reading.work import Work

_DASHES = ("-", "–", "—", "+", "*", "•", "·")
#: letters of this size (pt) or less are the drafter's, not the list's
_TINY = 8.0
_MARK = re.compile(r"(?<=\.)\s+([^\W\d_]{1,25}\s?[.\-]?\s?[(\-]\s?[^)\s]{1,20}\)?\.?)$")
#: a drafter's mark with nothing before it
_MARK_ALONE = re.compile(r"[^\W\d_]{1,25}\s?[.\-]?\s?[(\-]\s?\d{1,4}\)?\.?")
#: letters that a drafter's mark has at most where it holds a sign inside as notes do, and where it holds none
_LONG, _LONGEST = 150, 600
_INSIDE = re.compile(r"[.,:;!?]\s")


def is_recipients(line: Piece, known: Words) -> bool:
    """Whether a line is the label of the recipients, alone or with the first of them behind it."""
    return bool(known.recipients.match(line.words) or known.recipients_begun.match(line.words))


def is_listed(line: Piece) -> bool:
    """Whether a line begins with a dash, typed or counted by Word."""
    return line.text.startswith(_DASHES) or bool(line.paragraph.numbering)


def is_mark(line: Piece) -> bool:
    """Whether a line is nothing but a drafter's mark: short form of the name and number of copies or year."""
    return _MARK_ALONE.fullmatch(line.text) is not None


def _may_mark(line: Piece) -> bool:
    """Whether a line behind the list can be a drafter's mark: one that is as long as a note has none of its signs."""
    length = len(line.text)
    return length <= _LONG or (length <= _LONGEST and _INSIDE.search(line.text) is None)


class RecipientReader:
    """Reads the lines of Nơi nhận from above; ``prefix`` goes before component names (of a copy's own block)."""

    def __init__(self, work: Work, prefix: str = "") -> None:
        self.work = work
        self.prefix = prefix
        self.entry = -1
        self.filed = False
        self.last = ""
        self.dashed = False
        self.is_last = False

    def read(self, lines: Sequence[Piece]) -> None:
        """Take every line; the first may be the label, alone or with an entry behind its colon."""
        for i, line in enumerate(lines):
            self.is_last = i == len(lines) - 1
            if self.work.words.recipients.match(line.words):
                self.work.add(f"{self.prefix}recipients_label", line)
            elif self.entry < 0 and self.work.words.recipients_begun.match(line.words):
                self._begun(line)
            else:
                self._line(line)

    def _begun(self, line: Piece) -> None:
        """The label with the first recipient behind it on its line."""
        text = line.paragraph.text
        cut = min(place for dash in _DASHES if (place := text.find(dash, line.start, line.end)) >= 0)
        start, end = trim(text, line.start, cut)
        self.work.put(f"{self.prefix}recipients_label", line.paragraph, line.at, start, end)
        self._line(Piece(line.paragraph, line.at, cut, line.end, squeeze(fold_each(text[cut : line.end]))))

    def _line(self, line: Piece) -> None:
        work = self.work
        begins = is_listed(line)
        filing = work.words.filing.match(line.words) is not None and (begins or ":" in line.text[:8] or not self.filed)
        if filing and (begins or self.last in ("", ";", ".", ",")):
            self.filed = True
            self._next(line)
            self._filing(line)
        elif self.filed and not begins:
            if self.last != "." and (line.text[:1].islower() or self.last in (",", ";")):
                work.add(f"{self.prefix}filing", line, Sure.LIKELY, entry=self.entry)
                self.last = line.text[-1]
            else:
                component = "drafter" if _may_mark(line) else "other"
                work.add(component, line, Sure.CERTAIN if component == "drafter" else Sure.GUESS)
        elif self.is_last and not begins and self.dashed and self._is_mark(line):
            work.add("drafter", line, Sure.LIKELY)
        elif begins or self.entry < 0 or self.last in (";", "."):
            self.dashed = begins
            self._next(line)
            self._entry(line)
        else:
            work.add(f"{self.prefix}recipient", line, entry=self.entry)
            self.last = line.text[-1]

    def _is_mark(self, line: Piece) -> bool:
        """Whether a last line without a dash is the drafter's, though no filing line stands above it."""
        return (self.last == "." and _may_mark(line)) or is_mark(line)

    def _next(self, line: Piece) -> None:
        self.entry += 1
        self.last = line.text[-1]

    def _entry(self, line: Piece) -> None:
        self.work.add(f"{self.prefix}recipient", line, entry=self.entry)

    def _filing(self, line: Piece) -> None:
        """The filing line, with the drafter's mark behind it cut off."""
        work, text = self.work, line.paragraph.text
        cut = _tiny_from(line)
        if cut is None and (match := _MARK.search(text, line.start, line.end)):
            cut = match.start(1)
        if cut is None or cut <= line.start:
            work.add(f"{self.prefix}filing", line, entry=self.entry)
            return
        start, end = trim(text, line.start, cut)
        work.put(f"{self.prefix}filing", line.paragraph, line.at, start, end, entry=self.entry)
        self.last = text[end - 1]
        start, end = trim(text, cut, line.end)
        work.put("drafter", line.paragraph, line.at, start, end)


def _tiny_from(line: Piece) -> int | None:
    """Where the tiny letters at the end of a line begin; ``None`` without any, or where all are tiny."""
    runs = line.paragraph.runs_in(line.start, line.end)
    normal = max((run.format.size for run in runs), default=0.0)
    cut = None
    for run in reversed(runs):
        look = run.format
        tiny = look.size <= _TINY < normal or look.vertical == "subscript" or look.position < 0
        if not tiny:
            break
        cut = max(run.start, line.start)
    return cut if runs and cut is not None and cut > line.start else None
