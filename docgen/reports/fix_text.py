"""A fix as people read it: how many changes of each rule in a file, or every change in words, paragraph by paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from docgen.i18n import translate
from docgen.problems import Message, msg
from docgen.reports.caret import make_printable
from docgen.reports.findings import MAIN_PART
from docgen.reports.model import FileReport, Report
from docgen.reports.text import Paint, choose_paint, describe_problem

if TYPE_CHECKING:
    from docgen.checking.fixed import Change, FixedFile

_NUMBER = re.compile(r"\d+")


def _title(status: str, count: int) -> Message:
    """What heads the changes of a file."""
    match status:
        case "fixed":
            return msg("changed: {count}", count=count)
        case "fixable":
            return msg("would be changed: {count}", count=count)
        case _:
            return msg("not changed: {count}", count=count)


def _left(fixed: FixedFile) -> list[Message]:
    """What is left in a file, and why."""
    told = (
        (msg("left to be corrected by hand: {count}", count=fixed.by_hand), fixed.by_hand),
        (msg("left that --unsafe would change: {count}", count=fixed.unsafe), fixed.unsafe),
        (msg("left that docgen fix could not put right: {count}", count=fixed.stubborn), fixed.stubborn),
    )
    return [words for words, count in told if count]


def write_fix_text(report: Report, *, colour: bool = False) -> str:
    """The changes of every file that has any, what is left in it, and the closing lines."""
    paint = choose_paint(colour)
    lines: list[str] = []
    for problem in report.problems:
        lines += describe_problem(problem, "", report.language, paint)
    for file in report.files:
        told = list(_file(file, report, paint))
        lines += [""] if told and lines else []
        lines += told
    if report.closing:
        lines += [""] if lines else []
        lines += [make_printable(translate(line, report.language)) for line in report.closing]
    return "".join(f"{line}\n" for line in lines)


def list_changes(fixed: FixedFile) -> list[Change]:
    """The changes in the order of the page; of several elements changed for one thing only the first."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for change in fixed.changes:
        edit = change.edit
        # a new header is a change of four parts, and one for people
        key = (change.rule, str(edit.place), str(edit.words))
        if edit.property != "header" or key not in seen:
            seen.add(key)
            kept.append(change)
    return sorted(kept, key=_order)


def _order(change: Change) -> tuple[bool, bool, str, int]:
    edit = change.edit
    number = _NUMBER.search(edit.element)
    return (not edit.element.startswith("w:sectPr"), edit.part != MAIN_PART, edit.part, int(number.group()) if number else 0)


def _file(file: FileReport, report: Report, paint: Paint) -> Iterator[str]:
    for problem in file.problems:
        yield from describe_problem(problem, file.path, report.language, paint)
    fixed = file.fixed
    if fixed is None:
        return

    def say(message: Message) -> str:
        return make_printable(translate(message, report.language))

    changes = list_changes(fixed)
    left = [say(words) for words in _left(fixed)]
    if changes:
        title = say(_title(file.status, len(changes)))
        arrow = f" → {file.output}" if file.output and file.output != file.path else ""
        yield f"{paint(make_printable(file.path + arrow), '1;4')} – {title}"
        yield from _differences(changes, report.language, paint) if report.differences else _rules(changes)
    if left and changes:
        yield from (f"  {words}" for words in left)
    elif left:
        yield f"{paint(make_printable(file.path), '1;4')} – {', '.join(left)}"


def _rules(changes: Iterable[Change]) -> Iterator[str]:
    """How many changes each rule wants."""
    counts = Counter((change.rule, change.name) for change in changes)
    width = max(len(str(count)) for count in counts.values())
    for (rule, name), count in sorted(counts.items()):
        yield f"  {count:>{width}}  {rule}  {name}"


def _differences(changes: Iterable[Change], language: str, paint: Paint) -> Iterator[str]:
    """Every change in words, under its place."""
    place = None
    for change in changes:
        edit = change.edit
        here = (edit.part, str(edit.place))
        if here != place:
            place = here
            where = translate(edit.place, language)
            words = f": “{edit.context}”" if edit.context else ""
            yield f"  {paint(make_printable(where + words), '1')}"
        yield f"    {make_printable(translate(edit.words, language))}  [{change.rule}]"
