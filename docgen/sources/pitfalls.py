"""What YAML reads without complaint and a person did not mean: comments, commas, dashes and quotation marks in texts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from docgen.problems import Message, Problem, msg
from docgen.sources.lines import looks_like_key, missing_space, split_line
from docgen.sources.nodes import Mapping, Node, Scalar, Sequence
from docgen.sources.quoting import Edit, quote_lines, rewrite
from docgen.sources.text import SourceText
from docgen.sources.traps import comment_behind, is_number_or_switch, text_trap, unclosed_trap

_DASH_LINE = re.compile(r"[\r\n]\s*(-)")


def check_texts(source: SourceText, texts: Iterable[Scalar], keys: Container[str]) -> Iterator[Problem]:
    """Yield what is wrong with plain and quoted texts that YAML could read: cut by a comment, swallowed dashes or lines."""
    has_comments = "#" in source.text
    for scalar in texts:
        several = source.text.find("\n", scalar.start, scalar.end) >= 0 or source.text.find("\r", scalar.start, scalar.end) >= 0
        if not scalar.style:
            if has_comments and not is_number_or_switch(scalar.value) and (found := comment_behind(source, scalar, keys)):
                yield found
            elif source.text[scalar.start] == "-" or several or ":" in scalar.value:
                yield from _swallowed(source, scalar, keys)
        elif several and source.text[scalar.start] in "\"'":
            yield from _runaway_quote(source, scalar, keys)


def check_flows(source: SourceText, flows: Iterable[Sequence | Mapping]) -> Iterator[Problem]:
    """Yield one problem for each collection in brackets that holds a text without quotation marks."""
    for flow in flows:
        first = next(_plain_texts(source, flow), None)
        if first is None:
            continue
        several = isinstance(flow, Sequence) and len(flow.items) > 1 and all(_is_word(item) for item in flow.items)
        remedy: Message = msg("Put each text in quotation marks, or write the list with one item a line.")
        what = msg("A text in brackets must stand in quotation marks.")
        if isinstance(flow, Mapping) and any(_is_left_open(source, e.key, e.value) for e in flow.entries):
            edits = [Edit(flow.start, flow.end, quote_lines(source.text[flow.start : flow.end]))]
            what = msg("Braces hold keys with values for YAML; a text in them is a key without a value.")
            remedy = msg("Put the whole text in quotation marks.")
        elif several and isinstance(flow, Sequence):
            inner = " ".join(source.text[flow.start + 1 : flow.end - 1].split())
            edits = [Edit(flow.start, flow.end, f"[{quote_lines(inner)}]")]
            what = msg("In brackets each comma begins a new item: YAML reads {count} items here.", count=len(flow.items))
            remedy = msg("If it is one text, write it as shown; if not, put each item in quotation marks, or one item a line.")
        else:
            edits = list(_quoted_apart(source, flow))
        # the text may stand elsewhere, behind an alias
        shown = rewrite(source, edits) if edits else None
        yield Problem("yaml-flow", what, remedy, source.place(flow.start, flow.end), suggestion=shown)


def _is_word(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_plain and not is_number_or_switch(node.value)


def _is_left_open(source: SourceText, key: Scalar, value: Node) -> bool:
    """Whether a key in braces has neither a colon nor a value: ``{Các sở}``."""
    return isinstance(value, Scalar) and value.is_absent and ":" not in source.text[key.end : value.end]


def _plain_texts(source: SourceText, node: Node) -> Iterator[Node]:
    if isinstance(node, Scalar):
        if _is_word(node):
            yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _plain_texts(source, item)
    else:
        for entry in node.entries:
            if _is_left_open(source, entry.key, entry.value):
                yield entry.key
            yield from _plain_texts(source, entry.value)


def _quoted_apart(source: SourceText, node: Node) -> Iterator[Edit]:
    """Edits that put quotation marks around each text of ``node``; a pair without braces in a list is one text."""
    if isinstance(node, Mapping) and source.text[node.start] != "{":
        yield Edit(node.start, node.end, quote_lines(source.text[node.start : node.end].rstrip()))
    elif isinstance(node, Scalar):
        if _is_word(node):
            yield Edit(node.start, node.end, quote_lines(source.text[node.start : node.end]))
    else:
        children = node.items if isinstance(node, Sequence) else tuple(e.value for e in node.entries)
        for child in children:
            if node.start < child.start < node.end:
                yield from _quoted_apart(source, child)


def _swallowed(source: SourceText, scalar: Scalar, keys: Container[str]) -> Iterator[Problem]:
    """Dashes and keys that became words of a text because a space is missing or the line above was a text already."""
    if is_number_or_switch(scalar.value):
        return
    raw = source.text[scalar.start : scalar.end]
    line = split_line(source, source.position(scalar.start).line)
    if raw[0] == "-" and line.start + line.indent == scalar.start:
        what = msg("A dash without a space behind it begins no list item.")
        dash = Edit(scalar.start, scalar.start + 1, "- ")
        place = source.place(scalar.start)
        yield Problem("yaml-missing-space", what, msg("Put a space behind the dash."), place, suggestion=rewrite(source, [dash]))
    elif found := _DASH_LINE.search(raw):
        at = scalar.start + found.start(1)
        what = msg("This line begins with a dash, but YAML reads it as more words of the text in line {line}.", line=line.number)
        trap = text_trap(source, scalar.start, "yaml-dash", what, at, end=scalar.end)
        remedy = msg("Put the whole text in quotation marks; for a list, give the text above and the list a key each.")
        yield replace(trap.problem, remedy=remedy)
    else:
        yield from _swallowed_key(source, scalar, keys)


def _swallowed_key(source: SourceText, scalar: Scalar, keys: Container[str]) -> Iterator[Problem]:
    for number in range(source.position(scalar.start).line, source.position(scalar.end).line + 1):
        line = split_line(source, number)
        behind = missing_space(line)
        if behind is None or not scalar.start < behind <= scalar.end:
            continue
        name = line.text[line.key_column : behind - 1 - line.start]
        if name in keys and looks_like_key(name, keys):
            yield missing_space_problem(source, behind)


def missing_space_problem(source: SourceText, behind: int) -> Problem:
    """The problem of ``title:abc``; ``behind`` is the index behind its colon."""
    what = msg("A space is missing behind the colon, so YAML sees no key here.")
    remedy = msg("Put a space behind the colon.")
    line = rewrite(source, [Edit(behind, behind, " ")])
    return Problem("yaml-missing-space", what, remedy, source.place(behind - 1), suggestion=line)


def _runaway_quote(source: SourceText, scalar: Scalar, keys: Container[str]) -> Iterator[Problem]:
    """A quotation mark that swallowed lines which lie no deeper than the entry in which it was opened."""
    first, last = source.position(scalar.start).line, source.position(scalar.end - 1).line
    parent = split_line(source, first).parent
    for number in range(first + 1, last + 1):
        line = split_line(source, number)
        if not line.is_blank and line.indent <= parent:
            yield unclosed_trap(source, scalar.start, keys).problem
            return
