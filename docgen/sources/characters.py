"""Characters that may not stand in a file: invisible ones, tabs and no-break spaces used as indentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.problems import Message, Problem, msg
from docgen.sources.quoting import Edit, rewrite
from docgen.sources.text import SourceText

# Beyond the controls: U+2028 and U+2029 (YAML takes them for line ends nobody sees), surrogates, a byte-order mark inside
# the text, and the noncharacters, which no Word file may hold.
_UNPRINTABLE = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufdd0-\\ufdef\\ufeff"
    + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17))
)
_IN_FILE = re.compile(f"[{_UNPRINTABLE}]")
_IN_VALUE = re.compile(f"[\r{_UNPRINTABLE}]")
_WIDE_SPACES = "\u00a0\u2007\u202f\u3000"
_INDENT = re.compile(rf"(?:^|(?<=[\r\n]))[ \t{_WIDE_SPACES}]+", re.MULTILINE)
_MOST = 50


def check_characters(source: SourceText) -> Iterator[Problem]:
    """Yield a problem for each forbidden character (the first 50), and one each for tabs and no-break spaces as indentation."""
    # Nothing forbidden is printable in Python's eyes, and asking for that is ten times faster than looking.
    forbidden = () if source.text.replace("\n", "").isprintable() else _IN_FILE.finditer(source.text)
    for found, _ in zip(forbidden, range(_MOST), strict=False):
        yield Problem(
            "yaml-character",
            msg("Character {code} cannot be seen and may not stand in a file.", code=code_point(found[0])),
            msg("Delete it. It often comes along when text is pasted from another program."),
            source.place(found.start(), found.end()),
        )
    yield from _indentation(
        source,
        "\t",
        "yaml-tab",
        msg("This line is indented with a tab. YAML knows spaces only."),
    )
    yield from _indentation(
        source,
        _WIDE_SPACES,
        "yaml-no-break-space",
        msg("This line is indented with a no-break space, which looks like a space and is none."),
    )


def forbidden_in_value(value: str) -> str | None:
    """The first character of ``value`` that no document may hold, ``None`` when there is none."""
    found = None if value.isprintable() else _IN_VALUE.search(value)
    return found[0] if found else None


def code_point(character: str) -> str:
    """The usual name of a character: ``U+00A0``."""
    return f"U+{ord(character):04X}"


def _indentation(source: SourceText, wrong: str, code: str, what: Message) -> Iterator[Problem]:
    if not any(sign in source.text for sign in wrong):
        return
    found = [m for m in _INDENT.finditer(source.text) if any(sign in m[0] for sign in wrong)]
    if not found:
        return
    first = found[0]
    spaces = "".join("  " if c == "\t" else " " for c in first[0])
    remedy = msg("Write spaces instead, two for each level.")
    if len(found) > 1:
        remedy = msg("Write spaces instead, two for each level. Other lines where it is the same: {count}.", count=len(found) - 1)
    yield Problem(
        code,
        what,
        remedy,
        source.place(first.start(), first.end()),
        suggestion=rewrite(source, [Edit(first.start(), first.end(), spaces)]),
    )
