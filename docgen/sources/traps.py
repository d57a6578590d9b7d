"""Texts that YAML takes for something else: what happened in words, and the same lines in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from docgen.problems import Message, Problem, msg
from docgen.sources.lines import Line, looks_like_key, split_line, text_end
from docgen.sources.nodes import Mapping, Node, Scalar, Sequence
from docgen.sources.quoting import Edit, quote_lines, quote_scalar, rewrite
from docgen.sources.text import SourceText

_SIGNS: dict[str, Message] = {
    "*": msg("A text that begins with * is a reference to another place of the file for YAML."),
    "&": msg("A text that begins with & gives this place a name for YAML; the name would not be printed."),
    "!": msg("A text that begins with ! names a type for YAML; it would not be printed."),
    "|": msg("A text that begins with | announces lines of text that follow, for YAML."),
    ">": msg("A text that begins with > announces lines of text that follow, for YAML."),
    "%": msg("A text must not begin with %, which YAML keeps for itself."),
    "@": msg("A text must not begin with @, which YAML keeps for itself."),
    "`": msg("A text must not begin with `, which YAML keeps for itself."),
    "[": msg("A text that begins with [ is a list for YAML."),
    "{": msg("A text that begins with {{ is a set of keys for YAML."),
    "]": msg("A text must not begin with a closing bracket."),
    "}": msg("A text must not begin with a closing bracket."),
    ",": msg("A text must not begin with a comma."),
    "-": msg("A text that begins with a dash and a space is a list item for YAML."),
    "?": msg("A text that begins with ? and a space is a key for YAML."),
    ":": msg("A text that begins with a colon and a space is a value without a key for YAML."),
}
_COLON = re.compile(r":(?=\s|$)")
_COMMENT = re.compile(r"[ \t]+(#[^\r\n]*)")
_NUMBER_OR_SWITCH = re.compile(r"[-+]?\d+(?:\.\d+)?|true|false")


@dataclass(frozen=True, slots=True)
class Trap:
    """A problem with a text, and the edit that makes YAML read the text as it was meant."""

    problem: Problem
    edit: Edit


def is_number_or_switch(value: str) -> bool:
    """Whether a plain text is a number, ``true`` or ``false``, which a comma or a comment cuts only where words are meant."""
    return _NUMBER_OR_SWITCH.fullmatch(value) is not None


def find_trap(source: SourceText, line: Line, keys: Container[str]) -> Trap | None:
    """What keeps YAML from reading the text of ``line``, ``None`` when the text looks harmless.

    Behind a dash, a colon splits key from value only when what stands before it ``looks_like_key``; else all of it is text.
    """
    value, start = line.value, line.value_start
    if not value:
        return None
    if value[0] in "\"'":
        return _quote_trap(source, line, keys)
    if value[0] in "*&!|>%@`[{]},":
        return text_trap(source, start, "yaml-sign", _SIGNS[value[0]], start, keys=keys)
    if value[0] in "-?:" and value[1:2] in ("", " ", "\t"):
        return text_trap(source, start, "yaml-sign", _SIGNS[value[0]], start, keys=keys)
    if colon := _COLON.search(value):
        if line.dash is not None and line.key is not None and not looks_like_key(line.key, keys):
            whole = line.start + line.key_column
            return colon_trap(source, line, whole + len(line.key), keys)
        return colon_trap(source, line, start + colon.start(), keys)
    return None


def colon_trap(source: SourceText, line: Line, colon: int, keys: Container[str]) -> Trap:
    """A colon at index ``colon`` inside the text that begins in ``line``."""
    whole = line.dash is not None and line.key is not None and not looks_like_key(line.key, keys)
    start = line.start + (line.key_column if whole else line.value_column)
    if whole:
        colon = source.text.index(":", line.start + line.key_column + len(line.key or ""))
    what = msg("A colon followed by a space ends a key in YAML; inside a text it is not allowed without quotation marks.")
    if source.text[colon + 1 : colon + 2] not in (" ", "\t"):
        what = msg("A colon at the end of a line ends a key in YAML; inside a text it is not allowed without quotation marks.")
    return text_trap(source, start, "yaml-colon", what, colon, keys=keys)


def sign_trap(source: SourceText, start: int, keys: Container[str]) -> Trap:
    """A text at ``start`` whose first character is one of YAML's signs."""
    sign = source.text[start]
    what = _SIGNS.get(sign) or msg("A text must not begin with {sign} here.", sign=sign)
    return text_trap(source, start, "yaml-sign", what, start, keys=keys)


def text_trap(
    source: SourceText,
    start: int,
    code: str,
    what: Message,
    at: int,
    *,
    until: int | None = None,
    text: str | None = None,
    end: int | None = None,
    keys: Container[str] = frozenset(),
) -> Trap:
    """The trap of a text that begins at ``start``: point at ``at`` to ``until``, suggest the text in quotation marks.

    The text goes up to ``end``, else to the end of the lines that continue it; ``text`` is what it reads when that is not
    what stands there.
    """
    line = split_line(source, source.position(start).line)
    end = text_end(source, line, keys) if end is None else end
    if text is None and source.text[end - 1] == ":" and _has_entries_below(source, line, end):
        end -= 1
    edit = Edit(start, end, quote_lines(source.text[start:end] if text is None else text))
    last = source.position(end).line
    remedy = msg("Put the whole text in quotation marks.")
    if last > line.number:
        remedy = msg("Put the whole text, lines {first} to {last}, in quotation marks.", first=line.number, last=last)
    # Within brackets the end of the line is not the end of the text, so no line can be offered.
    whole = start in (line.value_start, line.start + line.key_column)
    suggestion = rewrite(source, [edit]) if whole else None
    return Trap(Problem(code, what, remedy, source.place(at, until), suggestion=suggestion), edit)


def _has_entries_below(source: SourceText, line: Line, end: int) -> bool:
    """Whether deeper entries follow, so that a colon at ``end`` was meant as that of a key."""
    for number in range(source.position(end).line + 1, source.line_count + 1):
        below = split_line(source, number)
        if not below.is_blank and not below.is_comment:
            return below.is_entry and below.indent > line.parent
    return False


def comment_behind(source: SourceText, scalar: Scalar, keys: Container[str] = frozenset()) -> Problem | None:
    """The problem of a plain text that a comment follows on the same line, ``None`` when none does.

    ``parse`` asks this of every plain text but numbers, ``true`` and ``false``; whoever expects words where a number stands
    asks again.
    """
    trap = comment_trap(source, scalar, keys) if scalar.is_plain else None
    return None if trap is None else trap.problem


def comment_trap(source: SourceText, scalar: Scalar, keys: Container[str], *, continued: bool = False) -> Trap | None:
    """The trap of a plain text cut by ``#``; ``continued`` when the lines that follow belong to the text as well."""
    found = _COMMENT.match(source.text, scalar.end)
    if found is None:
        return None
    end = None if continued else len(source.text[: found.end()].rstrip())
    what = msg("A # behind a space begins a comment: YAML cuts the text off here.")
    trap = text_trap(source, scalar.start, "yaml-comment", what, found.start(1), until=found.end(), end=end, keys=keys)
    remedy = msg("Put the whole text in quotation marks, or, if it is a comment, the comment on a line of its own.")
    return Trap(replace(trap.problem, remedy=remedy), trap.edit)


def mapping_was_text(source: SourceText, node: Node, keys: Container[str] = frozenset()) -> str | None:
    """The lines to paste when a text was meant where YAML made a mapping or a list: ``- VPTU: C, PVP``, ``- - abc``.

    ``None`` when the node was hardly meant as a text: several keys that look like keys, lists of several items, blocks.
    """
    if isinstance(node, Scalar):
        return None
    if isinstance(node, Sequence) and not node.flow:
        deepest = node
        while len(deepest.items) == 1 and isinstance(deepest.items[0], Sequence) and not deepest.items[0].flow:
            deepest = deepest.items[0]
        if len(deepest.items) != 1 or not isinstance(deepest.items[0], Scalar):
            return None
    if isinstance(node, Mapping) and not node.flow:
        if any(not isinstance(e.value, Scalar) and not e.value.flow for e in node.entries):
            return None
        if len(node.entries) > 1 and any(looks_like_key(e.key.value, keys) for e in node.entries):
            return None
    line = source.position(node.end).line
    # What looks like a comment goes along: words of a text may not be lost, and a comment is easily deleted.
    end = max(node.end, source.starts[line - 1] + len(source.line(line).rstrip()))
    return rewrite(source, [Edit(node.start, end, quote_lines(source.text[node.start : end]))])


def text_expected(source: SourceText, node: Node, pointer: str | None = None, keys: Container[str] = frozenset()) -> Problem:
    """The problem of a mapping or a list that stands where a text belongs, in words that say how it came about."""
    suggestion = mapping_was_text(source, node, keys)
    what = msg("A text belongs here, not a list.")
    at, until = node.start, node.end
    if isinstance(node, Mapping):
        what = msg("A text belongs here, not keys.")
        if suggestion is not None and not node.flow and node.entries:
            key = node.entries[0].key
            at, until = source.text.index(":", key.end), key.end + 1
            what = msg('A text belongs here, but its colon makes YAML read "{key}" as a key.', key=key.value)
    elif suggestion is not None and isinstance(node, Sequence) and not node.flow:
        at, until = node.start, node.start + 1
        what = msg("A text belongs here, but the dash at its beginning makes YAML read it as a list item.")
    remedy = msg("Write one text here.") if suggestion is None else msg("Put the whole text in quotation marks.")
    if isinstance(node, Sequence) and node.flow and (bare := _without_brackets(source, node)) is not None:
        what = msg("A text belongs here, but its brackets make YAML read it as a list.")
        remedy = msg("Leave the brackets out, or, if they belong to the text, put the whole text in quotation marks.")
        suggestion = bare
    place = source.place(at, max(at + 1, until), pointer)
    return Problem("yaml-text-expected", what, remedy, place, suggestion=suggestion)


def _without_brackets(source: SourceText, node: Sequence) -> str | None:
    """The lines of a list in brackets as one text; ``None`` for several texts in quotation marks and lists of other things."""
    first = node.items[0] if node.items else None
    if len(node.items) == 1 and isinstance(first, Scalar) and not first.is_plain:
        text = source.text[first.start : first.end]
    elif first is not None and all(isinstance(item, Scalar) and item.is_plain for item in node.items):
        text = quote_scalar(" ".join(source.text[node.start + 1 : node.end - 1].split()))
    else:
        return None
    return rewrite(source, [Edit(node.start, node.end, text)])


def _quote_trap(source: SourceText, line: Line, keys: Container[str]) -> Trap | None:
    value, start = line.value, line.value_start
    quote = value[0]
    closing = closing_quote(value)
    if closing is None:
        return unclosed_trap(source, start, keys)
    rest = value[closing + 1 :]
    if not rest.strip() or re.match(r"\s+#", rest):
        return None
    end = text_end(source, line, keys)
    raw = source.text[start:end]
    text = raw
    if raw[-1] == quote and not rest[:1].isspace() and (value[closing - 1].isspace() or rest[:1].isalnum()):
        # The second mark opens a quotation or is an apostrophe, so the outer pair was meant as YAML's.
        text = raw[1:-1]
    at = start + closing + 1 + len(rest) - len(rest.lstrip())
    what = msg("The text begins with a quotation mark, so YAML ends it at the closing one; the words behind it are left over.")
    return text_trap(source, start, "yaml-quote", what, at, until=start + len(value), text=text, end=end)


def closing_quote(value: str) -> int | None:
    """The column at which the quotation mark that begins ``value`` is closed, ``None`` when it is not in ``value``."""
    pattern = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, value, re.DOTALL)
    return found.end() - 1 if found else None


def unclosed_trap(source: SourceText, start: int, keys: Container[str]) -> Trap:
    """A quotation mark at ``start`` that is not closed where its text ends."""
    line = split_line(source, source.position(start).line)
    end = text_end(source, line, keys)
    what = msg("The quotation mark that opens here is not closed at the end of the text.")
    trap = text_trap(source, start, "yaml-unclosed-quote", what, start, text=source.text[start + 1 : end], end=end)
    return Trap(replace(trap.problem, remedy=msg("Close it.")), trap.edit)
