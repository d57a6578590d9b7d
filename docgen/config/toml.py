"""TOML files of users: read with what is wrong in them said in their language and at its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from docgen.problems import DocgenError, Message, Place, Problem, msg, say_os_error

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_TWICE = msg("The same key or table stands in the file twice.")
_QUOTES = msg("A quotation mark is missing here.")
_BRACKET = msg("A bracket is not closed here.")
_LINE = msg("A key, an equals sign and a value belong on a line.")
_VALUE = msg("What stands behind the equals sign is no value: texts stand in quotation marks, lists in square brackets.")
_BACKSLASH = msg("A backslash stands in a text. Write two of them, or put the text in single quotation marks.")
_REASONS = (
    ("Cannot ", _TWICE),
    ("Unterminated string", _QUOTES),
    ("Illegal character", _QUOTES),
    ("Expected \"'\"", _QUOTES),
    ("Unescaped", _BACKSLASH),
    ("Unclosed", _BRACKET),
    ("Expected ']'", _BRACKET),
    ("Expected ']]'", _BRACKET),
    ("Expected '='", _LINE),
    ("Invalid statement", _LINE),
    ("Invalid initial character", _LINE),
    ("Invalid value", _VALUE),
    ("Expected newline", _VALUE),
)
"""How the reader's own sentences begin, which are English, and what they mean."""


def read_toml(path: Path, *, code: str, remedy: Message, unreadable: str) -> Mapping[str, object]:
    """What stands in ``path``.

    Raises ``FileNotFoundError``; ``DocgenError`` with the code ``unreadable`` for what cannot be read, with ``code`` and
    ``remedy`` for what is no TOML.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise
    except UnicodeDecodeError:
        what, away = msg("This file is not saved as UTF-8."), msg("Save it as UTF-8.")
        raise DocgenError(Problem(unreadable, what, away, Place(str(path)))) from None
    except OSError as error:
        what, away = msg("This file cannot be read: {reason}.", reason=say_os_error(error)), msg("Check the right to read it.")
        raise DocgenError(Problem(unreadable, what, away, Place(str(path)))) from None
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise DocgenError(Problem(code, msg("Its brackets stand too deep in each other."), remedy, Place(str(path)))) from None
    except tomllib.TOMLDecodeError as error:
        what = next((said for start, said in _REASONS if str(error).startswith(start)), msg("This is not TOML."))
        raise DocgenError(Problem(code, what, remedy, _place(path, text, str(error)))) from None


def _place(path: Path, text: str, error: str) -> Place:
    """The line that ``error`` names, else the last one with words."""
    lines = text.splitlines()
    found = _PLACE.search(error)
    if found is None:
        last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=None)
        return Place(str(path), last, None, None, lines[last - 1] if last is not None else None)
    line, column = int(found[1]), int(found[2])
    return Place(str(path), line, column, column + 1, lines[line - 1] if line <= len(lines) else None)
