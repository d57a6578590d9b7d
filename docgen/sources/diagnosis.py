"""Why YAML gave up, in words of a person: the trap, or the slip of the hand, and how to go on reading behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, replace

from docgen.problems import Message, Problem, msg
from docgen.sources.lines import Line, looks_like_key, missing_space, split_line, text_start
from docgen.sources.nodes import Mapping, Node, Scalar, Sequence
from docgen.sources.pitfalls import missing_space_problem
from docgen.sources.quoting import Edit, quote_lines, rewrite
from docgen.sources.text import SourceText
from docgen.sources.traps import (
    Trap,
    closing_quote,
    colon_trap,
    comment_trap,
    find_trap,
    sign_trap,
    text_trap,
    unclosed_trap,
)

_ITEM = re.compile(r"""\s*("(?:[^"\\]|\\.)*"(?=\s*(?:,|$))|'(?:[^']|'')*'(?=\s*(?:,|$))|[^,]+)""")
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Failure:
    """What the library said: ``at`` and ``context_at`` are indices of the source, ``words`` its sentence in small letters.

    ``last`` is the node that was finished last, ``bracket`` where the outermost bracket opens that was not closed yet.
    """

    words: str
    at: int
    context_at: int | None
    last: Node | None
    bracket: int | None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A problem, and the edit that lets YAML read on behind it (``None``: nobody can tell how)."""

    problem: Problem
    edit: Edit | None = None


def failure_of(
    error: Exception, source: SourceText, origin: Callable[[int], int], last: Node | None, bracket: int | None
) -> Failure:
    """The ``Failure`` in a ``YAMLError``; its marks are carried back to the file by ``origin``."""

    def index(mark: object) -> int | None:
        found = getattr(mark, "index", None)
        return None if found is None else min(origin(found), len(source.text))

    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    at = index(getattr(error, "problem_mark", None))
    at = 0 if at is None else at
    return Failure(f"{context} {problem}".lower(), at, index(getattr(error, "context_mark", None)), last, bracket)


def diagnose(source: SourceText, failure: Failure, keys: Container[str]) -> Diagnosis:
    """Say what is wrong where YAML gave up; never in the library's own words."""
    words = failure.words
    context = failure.at if failure.context_at is None else failure.context_at
    found: Diagnosis | None = None
    if "quoted scalar" in words:
        found = _quoted(source, failure, context, keys)
    elif "mapping values" in words:
        found = _colon(source, failure.at, keys)
    elif "simple key" in words:
        found = _no_key(source, context, failure.last, keys)
    elif "flow" in words or failure.bracket is not None or _line_at(source, context).value[:1] in _CLOSING:
        found = _brackets(source, context if failure.bracket is None else failure.bracket, failure.at, keys)
    elif "block collection" in words or "block mapping" in words or "document start" in words:
        found = _left_over(source, failure, keys)
    else:
        found = _trap_in_line(source, context, keys)
    return found or _tab(source, failure.at) or _unknown(source, failure.at)


def _from_trap(trap: Trap) -> Diagnosis:
    return Diagnosis(trap.problem, trap.edit)


def _line_at(source: SourceText, index: int) -> Line:
    return split_line(source, source.position(index).line)


def _trap_in_line(source: SourceText, index: int, keys: Container[str]) -> Diagnosis | None:
    trap = find_trap(source, _line_at(source, index), keys)
    return _from_trap(trap) if trap else None


def _quoted(source: SourceText, failure: Failure, start: int, keys: Container[str]) -> Diagnosis:
    if "escape" not in failure.words and "hexdecimal" not in failure.words and "hexadecimal" not in failure.words:
        return _from_trap(unclosed_trap(source, start, keys))
    what = msg("Between double quotation marks a backslash begins a special sign; this is none.")
    at = source.text.rfind("\\", start, failure.at + 1)
    closing = closing_quote(source.text[start : start + 100_000])
    if closing is None:
        return _from_trap(unclosed_trap(source, start, keys))
    end = start + closing + 1
    text = source.text[start + 1 : end - 1].replace('\\"', '"')
    trap = text_trap(source, start, "yaml-escape", what, max(at, start), text=text, end=end)
    if "'" not in trap.edit.new:
        return Diagnosis(trap.problem)
    remedy = msg("Use single quotation marks, between which a backslash is a backslash.")
    return Diagnosis(replace(trap.problem, remedy=remedy), trap.edit)


def _colon(source: SourceText, at: int, keys: Container[str]) -> Diagnosis | None:
    line = _line_at(source, at)
    if at >= line.value_start:
        return _trap_in_line(source, at, keys) or _from_trap(colon_trap(source, line, at, keys))
    first = text_start(source, line.number)
    if first is None:
        return None
    behind = missing_space(first)
    if behind is not None and not (first.key is not None and line.indent > first.parent):
        return Diagnosis(missing_space_problem(source, behind), Edit(behind, behind, " "))
    if line.key is not None and looks_like_key(line.key, keys):
        return _key_in_text(source, first, line)
    if line.indent <= first.parent or not first.value:
        return None
    return _from_trap(colon_trap(source, first, at, frozenset()))


def _key_in_text(source: SourceText, first: Line, line: Line) -> Diagnosis:
    """A key that YAML takes for more words of the text above, because it is indented further than that text's entry."""
    what = msg('The key "{key}" stands inside the text that begins in line {line}.', key=line.key, line=first.number)
    place = source.place(line.start + line.key_column, line.start + line.key_column + len(line.key or ""))
    if first.key is None:
        remedy = msg("A list item is either one text or keys with values: give the text above a key of its own.")
        stop = line.start + len(line.text)
        text = Edit(first.value_start, stop, quote_lines(source.text[first.value_start : stop]))
        return Diagnosis(Problem("yaml-indentation", what, remedy, place), text)
    column = first.key_column + 1
    remedy = msg("Begin the key below the key of line {line}, at column {column}.", line=first.number, column=column)
    edit = Edit(line.start, line.start + line.indent, " " * first.key_column)
    return Diagnosis(Problem("yaml-indentation", what, remedy, place, suggestion=rewrite(source, [edit])), edit)


def _no_key(source: SourceText, at: int, last: Node | None, keys: Container[str]) -> Diagnosis | None:
    """A line where a key was expected and no colon stands."""
    line = _line_at(source, at)
    if (behind := missing_space(line)) is not None:
        return Diagnosis(missing_space_problem(source, behind), Edit(behind, behind, " "))
    trap = find_trap(source, line, keys)
    if trap is not None and trap.problem.code != "yaml-colon":
        return _from_trap(trap)
    what = msg("This line is neither a key with a colon behind it nor a list item.")
    place = source.place(line.start + line.indent, line.start + len(line.text))
    if not isinstance(last, Scalar) or not last.is_plain or last.end > line.start:
        return Diagnosis(Problem("yaml-no-key", what, msg("Write it as `key: value`."), place))
    above = _line_at(source, last.start)
    edit = Edit(line.start, line.start + line.indent, " " * (above.parent + 3))
    remedy = msg("If it continues the text of line {line}, indent it; if not, write it as `key: value`.", line=above.number)
    return Diagnosis(Problem("yaml-no-key", what, remedy, place, suggestion=rewrite(source, [edit])), edit)


def _brackets(source: SourceText, start: int, at: int, keys: Container[str]) -> Diagnosis | None:
    line = _line_at(source, start)
    value = line.value
    if value[:1] not in _CLOSING:
        return None
    closed = value.endswith(_CLOSING[value[0]])
    if closed and value[0] == "[":
        what = msg("What stands in these brackets cannot be read as a list.")
        edit = Edit(line.value_start, line.value_start + len(value), f"[{_quoted_items(value[1:-1].strip())}]")
        remedy = msg("If it is one text, write it as shown; if not, put each item in quotation marks, or one item a line.")
        problem = Problem("yaml-flow", what, remedy, source.place(at), suggestion=rewrite(source, [edit]))
        return Diagnosis(problem, edit)
    if _CLOSING[value[0]] in value:
        return _from_trap(sign_trap(source, line.value_start, keys))
    what = msg("The bracket that opens here is not closed.")
    inside = value[1:].strip()
    if not inside or inside[0] in "\"'[{":
        return Diagnosis(Problem("yaml-unclosed-bracket", what, msg("Close it."), source.place(line.value_start)))
    trap = text_trap(source, line.value_start, "yaml-unclosed-bracket", what, line.value_start, keys=keys)
    remedy = msg("Close it; if it belongs to a text, put the whole text in quotation marks.")
    return Diagnosis(replace(trap.problem, remedy=remedy), trap.edit)


def _quoted_items(inner: str) -> str:
    """The inside of a list with quotation marks added: to each item where some have them already, else around all of it."""
    items = [item.strip() for item in _ITEM.findall(inner)]
    quoted = [closing_quote(item) == len(item) - 1 for item in items if item[:1] in ("'", '"')]
    if not quoted or not all(quoted):
        return quote_lines(inner)
    return ", ".join(item if item[:1] in ("'", '"') else quote_lines(item) for item in items if item)


def _left_over(source: SourceText, failure: Failure, keys: Container[str]) -> Diagnosis | None:
    """Something stands where the next item or key was expected."""
    line, last = _line_at(source, failure.at), failure.last
    between = "" if last is None else source.text[last.end : failure.at]
    if isinstance(last, Scalar) and last.style in ("'", '"') and not between.strip():
        opened = _line_at(source, last.start)
        if source.position(last.end).line > opened.number:
            return _from_trap(unclosed_trap(source, last.start, keys))
        if line.number == opened.number or (not line.is_entry and line.indent > opened.parent):
            return _behind_quote(source, last, failure.at, keys)
    if isinstance(last, Sequence | Mapping) and last.flow and not between.strip():
        opened = _line_at(source, last.start)
        if opened.value_start == last.start:
            return _from_trap(sign_trap(source, last.start, keys))
    if isinstance(last, Scalar) and last.is_plain and line.indent > _line_at(source, last.start).parent:
        if (trap := comment_trap(source, last, keys, continued=True)) is not None:
            return _from_trap(trap)
        if between.strip() and all(part.strip()[:1] in ("", "#") for part in between.splitlines()):
            return _comment_inside(source, last, failure.at)
    if "document start" in failure.words:
        what = msg("This stands behind the end of the document.")
        remedy = msg('Delete it, or the line "..." above it.')
        return Diagnosis(Problem("yaml-second-document", what, remedy, source.place(failure.at, line.start + len(line.text))))
    if failure.at > line.start + line.indent:
        return _trap_in_line(source, failure.at, keys)
    return _trap_in_bare_line(source, line, keys) or _misplaced(source, line)


def _behind_quote(source: SourceText, last: Scalar, at: int, keys: Container[str]) -> Diagnosis:
    line = _line_at(source, last.start)
    if line.number == source.position(at).line and (trap := find_trap(source, line, keys)) is not None:
        return _from_trap(trap)
    what = msg("The text begins with a quotation mark, so YAML ends it at the closing one; the words behind it are left over.")
    return _from_trap(text_trap(source, last.start, "yaml-quote", what, at, keys=keys))


def _trap_in_bare_line(source: SourceText, line: Line, keys: Container[str]) -> Diagnosis | None:
    return None if line.is_entry else _trap_in_line(source, line.start, keys)


def _comment_inside(source: SourceText, last: Scalar, at: int) -> Diagnosis:
    """Comment lines between two lines of one plain text."""
    comment = re.compile(r"#").search(source.text, last.end)
    place = source.place(comment.start() if comment else at, at)
    number = source.position(last.start).line
    what = msg("This comment stands inside the text that begins in line {line} and cuts it off.", line=number)
    remedy = msg("Move the comment above line {line}.", line=number)
    indent = at - source.starts[source.position(at).line - 1]
    return Diagnosis(Problem("yaml-comment", what, remedy, place), Edit(last.end, at, "\n" + " " * indent))


def _misplaced(source: SourceText, line: Line) -> Diagnosis:
    """A line whose indentation fits nothing above it."""
    what: Message = msg("This line begins at column {column}, where no entry above begins.", column=line.indent + 1)
    same = next((above for above in _above(source, line) if above.indent <= line.indent), None)
    if same is not None and same.indent == line.indent and same.is_entry:
        what = msg("A key cannot stand among list items, nor an item among keys: line {line} begins here too.", line=same.number)
    place = source.place(line.start + line.indent, line.start + len(line.text.rstrip()))
    target = _column_for(source, line)
    if target is None or target == line.indent:
        remedy = msg("Begin it below the entries it belongs to, with spaces.")
        return Diagnosis(Problem("yaml-indentation", what, remedy, place))
    edit = Edit(line.start, line.start + line.indent, " " * target)
    remedy = msg("Begin it below the entries it belongs to: here probably at column {column}.", column=target + 1)
    return Diagnosis(Problem("yaml-indentation", what, remedy, place, suggestion=rewrite(source, [edit])), edit)


def _column_for(source: SourceText, line: Line) -> int | None:
    """The column of the nearest entry of the same kind above."""
    for above in _above(source, line):
        if line.dash is not None and above.dash is not None:
            return above.dash
        if line.dash is None and line.key is not None and above.key is not None:
            return above.key_column
        if not line.is_entry and not above.is_entry:
            return above.indent
    return None


def _above(source: SourceText, line: Line) -> list[Line]:
    numbers = range(line.number - 1, max(0, line.number - 200), -1)
    lines = (split_line(source, number) for number in numbers)
    return [above for above in lines if not above.is_blank and not above.is_comment]


def _tab(source: SourceText, at: int) -> Diagnosis | None:
    if source.text[at : at + 1] != "\t":
        return None
    edit = Edit(at, at + 1, " ")
    what = msg("A tab stands where YAML expects a space.")
    problem = Problem("yaml-tab", what, msg("Write a space."), source.place(at), suggestion=rewrite(source, [edit]))
    return Diagnosis(problem, edit)


def _unknown(source: SourceText, at: int) -> Diagnosis:
    what = msg("From here on this file cannot be read as YAML.")
    remedy = msg("Look for signs, brackets and quotation marks here and in the line above; put texts in quotation marks.")
    return Diagnosis(Problem("yaml-syntax", what, remedy, source.place(at)))
