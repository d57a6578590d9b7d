"""Words of a document: runs of characters with their emphasis, and where in the spec they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
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
        return "".join(span.text for span in self.spans)

    def __bool__(self) -> bool:
        return any(span.text for span in self.spans)

    def __str__(self) -> str:
        return self.plain


def literal(text: str, origin: str = "") -> Text:
    """A ``Text`` whose characters all stand for themselves."""
    return Text((Span(text),) if text else (), origin)


_MARKS = ("**", "__", "*", "_")
_SIGN = re.compile(r"\\[*_\\]|[*_\\]")


def parse_inline(source: str, origin: str = "") -> Text:
    """Read the inline marks of ``source``: ``**bold**`` or ``__bold__``, ``*italic*`` or ``_italic_``.

    A backslash before ``*``, ``_`` or ``\\`` keeps the sign. A mark counts only where it can open (not followed by white
    space, for underscores not inside a word) and only when it is closed later; anything else stays as typed, so no character
    is lost.
    """
    return Text(tuple(_merge(_spans(source, False, False))), origin)


def format_inline(text: Text) -> str:
    """The inverse of ``parse_inline``; underscore marks, because they may begin a plain YAML text."""
    pieces: list[str] = []
    for span in text.spans:
        body = "".join("\\" + c if c in "*_\\" else c for c in span.text)
        mark = "__" * span.bold + "_" * span.italic
        lead = body[: len(body) - len(body.lstrip())]
        tail = body[len(body.rstrip()) :] if body.strip() else ""
        pieces.append(f"{lead}{mark}{body.strip()}{mark[::-1]}{tail}" if body.strip() else body)
    return "".join(pieces)


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
    for mark in _MARKS:
        if not source.startswith(mark, i) or (bold if len(mark) == 2 else italic):
            continue
        after = source[i + len(mark) : i + len(mark) + 1]
        inside_word = mark[0] == "_" and i > 0 and source[i - 1].isalnum()
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
            closes_word = mark[0] == "*" or not after.isalnum()
            if closes_word and (run == len(mark) or run == 3):
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
