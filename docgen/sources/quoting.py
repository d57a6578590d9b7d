"""Texts written so that YAML reads them back as they are, and lines of a file written anew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from docgen.sources.text import SourceText

_NEEDS_ESCAPE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_TO_ESCAPE = re.compile(rf'["\\]|{_NEEDS_ESCAPE.pattern}')
# What a plain text may not be: begin with a sign of YAML's, hold ``: `` or `` #``, end in a colon, or look like a marker.
_NOT_PLAIN = re.compile(r"""[\[\]{},#&*!|>'"%@`]|[-?:](?:\s|$)|(?:---|\.\.\.)(?:\s|$)|<<$|.*(?::\s|:$|\s#)""")


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters ``start`` to ``end`` (exclusive) of a source are to read ``new``."""

    start: int
    end: int
    new: str


def quote_scalar(text: str) -> str:
    """``text`` as one line of YAML for a key's value or a list item: plain where that is safe, else quoted.

    Never changes the text: what this writes is read back equal, apart from NFC. Characters that no document may hold are
    written as escapes, which ``parse`` refuses by name.
    """
    if not text or text != text.strip() or _NEEDS_ESCAPE.search(text) or _NOT_PLAIN.match(text):
        return quote_always(text)
    return text


def quote_always(text: str) -> str:
    """``text`` as one line in quotation marks, as a list in brackets needs it."""
    if _NEEDS_ESCAPE.search(text):
        return '"' + _TO_ESCAPE.sub(lambda m: _escape(m[0]), text) + '"'
    return quote_lines(text)


def quote_lines(raw: str) -> str:
    """Text as it stands in a file, on one line or several, in the quotation marks that need the fewest signs doubled.

    Line ends stay, so that several lines mean what the same lines mean without quotation marks.
    """
    if '"' not in raw and "\\" not in raw:
        return f'"{raw}"'
    return "'" + raw.replace("'", "''") + "'"


def rewrite(source: SourceText, edits: Iterable[Edit]) -> str:
    """The whole lines that ``edits`` touch, as they read afterwards, joined by ``\\n``."""
    ordered = sorted(edits, key=lambda e: e.start)
    first = source.position(ordered[0].start).line
    last = max(source.position(max(e.start, e.end)).line for e in ordered)
    at = source.starts[first - 1]
    stop = source.starts[last - 1] + len(source.line(last))
    parts: list[str] = []
    for edit in ordered:
        parts += (source.text[at : edit.start], edit.new)
        at = edit.end
    parts.append(source.text[at:stop])
    return "\n".join(line.rstrip() for line in "".join(parts).splitlines())


def _escape(character: str) -> str:
    code = ord(character)
    known = _ESCAPES.get(character)
    return known or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
