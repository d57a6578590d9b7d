"""A file of the user as text: its lines, and where a character stands in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple, Protocol

from docgen.problems import Place

_LINE_END = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place for people: line and column, both from 1, the column in characters."""

    line: int
    column: int


class Spanned(Protocol):
    """Anything that covers the characters ``start`` to ``end`` (exclusive) of a source."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file, exactly as it stands there but for a byte-order mark.

    ``shown`` is the path as the user named it; ``bom`` says whether a mark was taken off. Line ends are kept, so an index
    into ``text`` is an index into the file and a splice changes nothing else.
    """

    shown: str
    text: str
    bom: bool = False
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", _line_starts(self.text))

    @property
    def newline(self) -> str:
        """The line end the file uses (its first one), ``"\\n"`` when it has none."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty rest behind the last line end is no line."""
        return len(self.starts) - (self.starts[-1] == len(self.text) and len(self.starts) > 1)

    def line(self, number: int) -> str:
        """Line ``number`` (from 1) without its line end; ``""`` outside the text."""
        if not 1 <= number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def position(self, index: int) -> Position:
        """Line and column of the character at ``index``; an index behind the text counts as its end."""
        index = min(max(index, 0), len(self.text))
        line = bisect_right(self.starts, index)
        return Position(line, index - self.starts[line - 1] + 1)

    def place(self, start: int, end: int | None = None, pointer: str | None = None) -> Place:
        """The ``Place`` of ``start`` to ``end`` (exclusive; one character when not given), cut at the end of the first line.

        The end of the file is shown behind its last line that has words, where a person looks for it.
        """
        if start >= len(self.text):
            start = len(self.text.rstrip())
        line, column = self.position(start)
        excerpt = self.line(line)
        length = max(1, (start + 1 if end is None else end) - start)
        end_column = max(column + 1, min(column + length, len(excerpt) + 1))
        return Place(self.shown, line, column, end_column, excerpt, pointer)

    def place_of(self, node: Spanned, pointer: str | None = None) -> Place:
        """The ``Place`` of a node, or of anything with ``start`` and ``end``."""
        return self.place(node.start, node.end, pointer)


def _line_starts(text: str) -> tuple[int, ...]:
    if "\r" in text:
        return (0, *(m.end() for m in _LINE_END.finditer(text)))
    # With one kind of line end, lengths of lines are enough; five times faster.
    return tuple(accumulate([len(line) + 1 for line in text.split("\n")[:-1]], initial=0))
