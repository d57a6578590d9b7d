"""What one line of a file says before YAML is asked: its indentation, dashes, key and the text behind them.

Needed where YAML gave up, and to tell a text from what YAML made of it.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from docgen.sources.text import SourceText

_START = re.compile(r"( *)((?:-[ \t]+)*)(-$)?")
_KEY = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[-?:](?=\S)|[^\s\-?:,\[\]{}#&*!|>'"%@`])(?:(?!\s\#).)*?)[ \t]?:(?:[ \t]+|$)"""
)
_MISSING_SPACE = re.compile(r"[^\W\d][\w \-]*?:(?=[^\s:/])")
_KEY_NAME = re.compile(r"[a-z][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart. Columns count from 0; ``start`` is the index of its first character in the source."""

    number: int
    start: int
    text: str
    indent: int
    dash: int | None
    key: str | None
    key_column: int
    value_column: int

    @property
    def value(self) -> str:
        """What stands behind dashes and key, without spaces at its end."""
        return self.text[self.value_column :].rstrip()

    @property
    def value_start(self) -> int:
        """The index in the source at which ``value`` begins."""
        return self.start + self.value_column

    @property
    def parent(self) -> int:
        """The column that the following lines of the same text must lie right of."""
        if self.key is not None:
            return self.key_column
        return self.indent - 1 if self.dash is None else self.dash

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()

    @property
    def is_comment(self) -> bool:
        """Whether nothing but a comment stands in it."""
        return self.text.lstrip().startswith("#")

    @property
    def is_entry(self) -> bool:
        """Whether it begins a list item or a key."""
        return self.dash is not None or self.key is not None


def split_line(source: SourceText, number: int) -> Line:
    """Line ``number`` (from 1) of ``source``, taken apart."""
    text = source.line(number)
    found = _START.match(text)
    assert found is not None  # every part of the pattern may be empty
    column = found.end()
    last_dash = text.rfind("-", 0, column)
    dash = last_dash if last_dash >= 0 else None
    key = _KEY.match(text, column)
    value_column = key.end() if key else column
    name = key[1].rstrip() if key else None
    return Line(number, source.starts[number - 1], text, len(found[1]), dash, name, column, value_column)


def looks_like_key(name: str, keys: Container[str]) -> bool:
    """Whether a name in front of a colon is a key rather than the beginning of a text: known, or small ASCII letters."""
    return name in keys or _KEY_NAME.fullmatch(name) is not None


def missing_space(line: Line) -> int | None:
    """The index behind the colon of ``title:abc``, ``None`` when the line is not of that kind."""
    found = _MISSING_SPACE.match(line.text, line.key_column)
    return line.start + found.end() if found else None


def text_end(source: SourceText, line: Line, keys: Container[str]) -> int:
    """The index at which a text that begins in ``line`` ends, the indented lines that continue it included."""
    end = line.start + len(line.text.rstrip())
    for number in range(line.number + 1, source.line_count + 1):
        following = split_line(source, number)
        if following.is_blank:
            continue
        entry = following.dash is not None or (following.key is not None and looks_like_key(following.key, keys))
        marker = following.text.startswith(("---", "..."))
        if following.indent <= line.parent or following.is_comment or entry or marker:
            break
        end = following.start + len(following.text.rstrip())
    return end


def text_start(source: SourceText, number: int) -> Line | None:
    """The line in which the plain text begins that line ``number`` continues, ``None`` when it continues none."""
    indent = split_line(source, number).indent
    above: Line | None = None
    for earlier in range(number - 1, 0, -1):
        line = split_line(source, earlier)
        if line.is_blank:
            continue
        if line.is_comment:
            break
        if line.is_entry:
            plain = bool(line.value) and line.value[0] not in "\"'[{|>#"
            return line if plain and indent > line.parent else above
        above = line
    return above
