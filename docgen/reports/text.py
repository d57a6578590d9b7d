"""Problems as a compiler prints them: place, sentence, the line with a caret, the remedy, a line ready to paste."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docgen.i18n import translate
from docgen.problems import Level, Message, msg
from docgen.reports.caret import draw_caret, make_printable
from docgen.reports.model import Entry, Report, list_entries_once

LABELS = {Level.ERROR: msg("error"), Level.WARNING: msg("warning"), Level.NOTE: msg("note")}
"""The word for each level; reports for people print it in their language."""

_REMEDY, _SUGGESTION = msg("what to do:"), msg("write this instead:")
_COLOURS = {Level.ERROR: "31", Level.WARNING: "35", Level.NOTE: "36"}


def write_text(report: Report, *, colour: bool = False) -> str:
    """The problems of ``report`` in order, then its closing lines; ANSI colours if ``colour``."""
    paint = _paint if colour else _leave
    lines: list[str] = []
    for entry in list_entries_once(report):
        lines += _describe(entry, report.language, paint)
    if report.closing:
        if lines:
            lines.append("")
        lines += [make_printable(translate(line, report.language)) for line in report.closing]
    return "".join(f"{line}\n" for line in lines)


def name_place(entry: Entry) -> str:
    """``path:line:column`` with the parts that are known, or ``path#pointer`` inside a package."""
    place = entry.problem.place
    if place is None or (place.line is None and place.pointer is None):
        return entry.path
    if place.line is None:
        return f"{entry.path}#{place.pointer}"
    return f"{entry.path}:{place.line}" + (f":{place.column}" if place.column is not None else "")


def _describe(entry: Entry, language: str, paint: Callable[[str, str], str]) -> Iterator[str]:
    problem, place = entry.problem, entry.problem.place

    def say(message: Message) -> str:
        return make_printable(translate(message, language))

    label = paint(f"{say(LABELS[problem.level])}:", f"1;{_COLOURS[problem.level]}")
    where = make_printable(name_place(entry))
    start = f"{paint(f'{where}:', '1')} {label}" if where else label
    yield f"{start} {say(problem.what)} [{problem.code}]"
    if place is not None and place.excerpt is not None:
        line, caret = draw_caret(place.excerpt, place.column, place.end_column)
        yield line
        if caret:
            yield paint(caret, "1;32")
    if problem.remedy is not None:
        yield f"{paint(say(_REMEDY), '1')} {say(problem.remedy)}"
    if problem.suggestion is not None:
        yield paint(say(_SUGGESTION), "1")
        yield from problem.suggestion.splitlines()


def _paint(text: str, codes: str) -> str:
    return f"\033[{codes}m{text}\033[0m"


def _leave(text: str, codes: str) -> str:
    return text
