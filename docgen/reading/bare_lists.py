"""Nơi nhận whose label is missing, or is another: a dashed list with a filing line, beside or below a signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from docgen.ooxml.content import Paragraph
from docgen.reading.pieces import Piece, halves_of, lines_of, outer_table
from docgen.reading.recipients import is_listed
from docgen.reading.signatures import is_name
from docgen.reading.work import Work

#: letters that a filing line has at most, and paragraphs around the list among which a signer is named
_FILED, _NEAR = 120, 40
#: letters that a label has at most
_LABEL = 30
#: what a filing line begins with, before anything that costs more is asked
_OPENING = re.compile(r"[^\w]*[Ll]")


def find_bare_list(work: Work, first: int, stop: int) -> int | None:
    """The first line of such a list in ``paragraphs[first:stop]``."""
    for at in range(first, stop):
        paragraph = work.paragraphs[at]
        if len(paragraph.text) > _FILED or _OPENING.match(paragraph.text) is None or not _is_filing(work, at):
            continue
        if paragraph.cell is not None and paragraph.cell.bordered:
            # who files what, in a table of the text
            continue
        begin = at
        while begin > first and _is_above(work.paragraphs[begin - 1], paragraph):
            begin -= 1
        if begin > first and (above := work.paragraphs[begin - 1]).cell is paragraph.cell and _may_head(above.text):
            begin -= 1
        if any(_names(work, near) for near in _around(work, max(first, begin - _NEAR), begin, at, stop)):
            return begin
    return None


def bare_list(lines: Sequence[Piece], work: Work) -> int | None:
    """With which line of a column such a list begins: the first, or that below a label of other words."""
    first = int(bool(lines) and _may_head(lines[0].text))
    listed = takewhile(is_listed, lines[first:])
    return first if any(work.words.filing.match(line.words) for line in listed) else None


def _may_head(text: str) -> bool:
    """Whether a line can be a label, of whatever words."""
    return text.rstrip().endswith(":") and len(text) < _LABEL and text.lstrip()[:1].isalpha()


def _is_filing(work: Work, at: int) -> bool:
    line = next(lines_of(work.paragraphs[at], at))
    return is_listed(line) and work.words.filing.match(line.words) is not None


def _is_above(paragraph: Paragraph, filing: Paragraph) -> bool:
    """Whether a paragraph is an entry above the filing line."""
    return paragraph.cell is filing.cell and not paragraph.is_empty and is_listed(next(lines_of(paragraph, 0)))


def _around(work: Work, first: int, begin: int, filing: int, stop: int) -> list[int]:
    """Where the signer of a list can stand: in the other cells of its table, or last above it."""
    table = outer_table(work.paragraphs[filing])
    if table is not None:
        near = (*range(first, begin), *range(filing + 1, min(filing + _NEAR, stop)))
        return [at for at in near if outer_table(work.paragraphs[at]) is table]
    return [next((at for at in range(begin - 1, first - 1, -1) if not work.paragraphs[at].is_empty), begin)]


def _names(work: Work, at: int) -> bool:
    return any(is_name(half, work.words) for line in lines_of(work.paragraphs[at], at) for half in halves_of(line))
