"""Problems as a compiler prints them: place, sentence, the line with a caret, the remedy, a line ready to paste."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from docgen.i18n import translate
from docgen.problems import Detail, Level, Message, Problem, msg
from docgen.reports.caret import draw_caret, make_printable
from docgen.reports.model import Entries, Entry, Report
from docgen.reports.writers import WholeWriter, Writer

Paint: TypeAlias = "Callable[[str, str], str]"
"""Colours a text with ANSI codes, or leaves it."""

LABELS = {Level.ERROR: msg("error"), Level.WARNING: msg("warning"), Level.NOTE: msg("note")}
"""The word for each level; reports for people print it in their language."""

REMEDY, SUGGESTION = msg("what to do:"), msg("write this instead:")
COLOURS = {Level.ERROR: "31", Level.WARNING: "35", Level.NOTE: "36"}


def open_text(report: Report, *, colour: bool = False) -> Writer:
    """What writes the problems of ``report`` in order, then its closing lines; ANSI colours if ``colour``."""
    if report.kind == "check":
        from docgen.reports.check_text import CheckTextWriter

        return CheckTextWriter(report, colour=colour)
    if report.kind == "fix":
        from docgen.reports.fix_text import write_fix_text

        return WholeWriter(report, partial(write_fix_text, colour=colour))
    if report.kind == "diff":
        from docgen.reports.diff_text import write_diff_text

        return WholeWriter(report, partial(write_diff_text, colour=colour))
    return WholeWriter(report, partial(_write, colour=colour))


def _write(report: Report, *, colour: bool) -> str:
    paint, entries = choose_paint(colour), Entries()
    lines: list[str] = []
    for path, problems in (("", report.problems), *((file.path, file.problems) for file in report.files)):
        for entry in entries.once(path, problems):
            lines += describe_problem(entry.problem, entry.path, report.language, paint)
    if report.closing:
        if lines:
            lines.append("")
        lines += [make_printable(translate(line, report.language)) for line in report.closing]
    return "".join(f"{line}\n" for line in lines)


def name_place(entry: Entry) -> str:
    """``path:line:column`` with the parts that are known, or ``path#pointer`` inside a package."""
    return _name_place(entry.problem, entry.path)


def _name_place(problem: Problem, path: str) -> str:
    place = problem.place
    if place is None or (place.line is None and place.pointer is None):
        return path
    if place.line is None:
        return f"{path}#{place.pointer}"
    return f"{path}:{place.line}" + (f":{place.column}" if place.column is not None else "")


def choose_paint(colour: bool) -> Paint:
    """What colours texts if ``colour``, and leaves them else."""
    return _paint if colour else _leave


def describe_problem(problem: Problem, path: str, language: str, paint: Paint) -> Iterator[str]:
    """The lines about ``problem``; ``path``: the file it is reported under, unless its place names another."""
    place = problem.place
    path = place.path if place is not None else path

    def say(message: Message) -> str:
        return make_printable(translate(message, language))

    label = paint(f"{say(LABELS[problem.level])}:", f"1;{COLOURS[problem.level]}")
    where = make_printable(_name_place(problem, path))
    start = f"{paint(f'{where}:', '1')} {label}" if where else label
    yield f"{start} {say(problem.what)} [{problem.code}]"
    if place is not None and place.excerpt is not None:
        line, caret = draw_caret(place.excerpt, place.column, place.end_column)
        yield line
        if caret:
            yield paint(caret, "1;32")
    if problem.detail is not None and (need := _need(problem.detail, language)):
        yield make_printable(need)
    if problem.remedy is not None:
        yield f"{paint(say(REMEDY), '1')} {say(problem.remedy)}"
    if problem.suggestion is not None:
        yield paint(say(SUGGESTION), "1")
        yield from problem.suggestion.splitlines()


def _need(detail: Detail, language: str) -> str:
    from docgen.reports.findings import describe_need

    return describe_need(detail, language)


def _paint(text: str, codes: str) -> str:
    return f"\033[{codes}m{text}\033[0m"


def _leave(text: str, codes: str) -> str:
    return text
