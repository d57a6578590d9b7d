"""Words of a document: runs of characters with their emphasis, and where in the spec they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple


class Span(NamedTuple):
    """Characters of one emphasis."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a document.

    ``spans`` hold its characters (NFC, no inline marks). ``origin`` is the pointer of the spec's value that it came from
    (``/sections/0/title``), empty for words that the standard supplies; it does not take part in equality.
    """

    spans: tuple[Span, ...]
    origin: str = field(default="", compare=False)

    @property
    def plain(self) -> str:
        """The characters without emphasis."""
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])

    @property
    def is_emphasised(self) -> bool:
        """Whether all its words are bold, or all are in italics."""
        said = [span for span in self.spans if not span.text.isspace()]
        return bool(said) and (all(span.bold for span in said) or all(span.italic for span in said))

    def __bool__(self) -> bool:
        return any(span.text for span in self.spans)

    def __str__(self) -> str:
        return self.plain


def literal(text: str, origin: str = "") -> Text:
    """A ``Text`` whose characters all stand for themselves."""
    return Text((Span(text),) if text else (), origin)


#: the marks that may begin with a sign, the longer one first
_MARKS = {"*": ("**", "*"), "_": ("__", "_")}
# A backslash with the sign it keeps, or a sign; begins with a set of characters: that is searched for several times faster.
_SIGN = re.compile(r"[*_\\](?:(?<=\\)[*_\\])?")
_ESCAPED = re.compile(r"[*_\\]")


def parse_inline(source: str, origin: str = "") -> Text:
    """Read the inline marks of ``source``: ``**bold**`` or ``__bold__``, ``*italic*`` or ``_italic_``.

    A backslash before ``*``, ``_`` or ``\\`` keeps the sign. A mark opens only where no letter or digit stands before it and
    no white space behind it; it closes only where no white space stands before it and no letter or digit behind it. Every
    other sign (``5*3*2``), and a mark that nothing closes, stays as typed, so no character is lost.
    """
    return Text(tuple(_merge(_spans(source, False, False))), origin)


def format_inline(text: Text, signs: tuple[str, str] = ("_", "_")) -> str:
    """The inverse of ``parse_inline``; underscore marks, because they may begin a plain YAML text, or ``signs`` (``*`` or ``_``)
    for bold and for italics.

    White space at the edge of emphasis is put outside, and emphasis that begins or ends inside a word, which no mark can say,
    is left out; no character is lost.
    """
    atoms = [atom for span in text.spans for atom in _atoms(span)]
    runs = [list(run) for _, run in groupby(atoms, key=lambda atom: atom.bold or atom.italic)]
    pieces: list[str] = []
    for i, run in enumerate(runs):
        before = runs[i - 1][-1].text[-1] if i else ""
        after = runs[i + 1][0].text[0] if i + 1 < len(runs) else ""
        inside_word = before.isalnum() or after.isalnum()
        for n, atom in enumerate(run):
            # one sign after the other, so that a mark that closes is told from one that opens right behind it
            sign = signs[0] if atom.bold else signs[1]
            sign = sign if n % 2 == 0 else "_*".replace(sign, "")
            mark = "" if inside_word else sign * (2 * atom.bold + atom.italic)
            pieces += (mark, _ESCAPED.sub(r"\\\g<0>", atom.text), mark)
    return "".join(pieces)


def _atoms(span: Span) -> Iterator[Span]:
    """``span`` with the white space at its edges apart and without emphasis."""
    body = span.text.strip()
    lead, tail = span.text.partition(body)[::2] if body else (span.text, "")
    for atom in (Span(lead), Span(body, span.bold, span.italic), Span(tail)):
        if atom.text:
            yield atom


def _spans(source: str, bold: bool, italic: bool) -> Iterator[Span]:
    plain: list[str] = []
    i = 0
    while sign := _SIGN.search(source, i):
        plain.append(source[i : sign.start()])
        i = sign.start()
        if sign[0].startswith("\\"):
            plain.append(sign[0][-1])
            i = sign.end()
            continue
        mark = _opening_mark(source, i, bold, italic)
        end = _closing(source, i + len(mark), mark) if mark else -1
        if mark is None or end < 0:
            plain.append(sign[0])
            i += 1
            continue
        if before := "".join(plain):
            yield Span(before, bold, italic)
        plain.clear()
        yield from _spans(source[i + len(mark) : end], bold or len(mark) == 2, italic or len(mark) == 1)
        i = end + len(mark)
    plain.append(source[i:])
    if rest := "".join(plain):
        yield Span(rest, bold, italic)


def _opening_mark(source: str, i: int, bold: bool, italic: bool) -> str | None:
    for mark in _MARKS[source[i]]:
        if not source.startswith(mark, i) or (bold if len(mark) == 2 else italic):
            continue
        after = source[i + len(mark) : i + len(mark) + 1]
        inside_word = i > 0 and source[i - 1].isalnum()
        if after and not after.isspace() and not inside_word:
            return mark
    return None


def _closing(source: str, start: int, mark: str) -> int:
    i = start
    while sign := _SIGN.search(source, i):
        i = sign.start()
        if sign[0].startswith("\\"):
            i += 2
            continue
        if source.startswith(mark, i) and i > start and not source[i - 1].isspace():
            run = 1
            while source.startswith(mark[0], i + run):
                run += 1
            after = source[i + run : i + run + 1]
            if not after.isalnum() and (run == len(mark) or run == 3):
                # of three signs that close bold and italic at once, the outer mark takes the last ones
                return i + run - len(mark)
            i += run
            continue
        i += 1
    return -1


def _merge(spans: Iterator[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        if held and (held.bold, held.italic) == (span.bold, span.italic):
            held = Span(held.text + span.text, held.bold, held.italic)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held
