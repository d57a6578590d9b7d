"""``docgen issue``."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from docgen.cli.building import choose_out, choose_project, default_paths
from docgen.cli.exit_codes import ExitCode
from docgen.cli.reporting import Shared, deliver, shared_options, with_shared
from docgen.cli.speaking import language, say
from docgen.cli.words import Command, Option, WholeNumber
from docgen.problems import DocgenError, Level, Message, Place, Problem, msg
from docgen.reports import FileReport, Report


class Day(click.DateTime):
    """A day as people write it; what is none is told in the user's language."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day."""
        from docgen.recovery.issuing import read_day

        day = value if isinstance(value, date) else read_day(str(value))
        if day is None:
            self.fail(say(msg("“{value}” is no day of the calendar: write 2026-03-05 or 05/3/2026", value=value)), param, ctx)
        return day


@with_shared
def _run(
    shared: Shared, file: str, number: int | None, day: date | None, spec: str | None, out: str | None, force: bool
) -> int:
    from docgen.anchors.record import read_record
    from docgen.building.origins import find_origin
    from docgen.building.pulled import save_issued, was_issued
    from docgen.jobs.clock import fixed_moment
    from docgen.jobs.files import is_open_in_office
    from docgen.ooxml.opening import open_package
    from docgen.recovery.issuing import issue
    from docgen.recovery.pulling import is_untouched

    if number is None and day is None:
        what = msg("Neither a number nor a date is given.")
        raise DocgenError(Problem("issue-nothing", what, msg("Add --number N, --date DATE or both."), Place(file)))
    if is_open_in_office(file):
        what = msg("The file is open in Word or another program.")
        raise DocgenError(Problem("output-in-use", what, msg("Close it and try again."), Place(file)))
    package = open_package(Path(file), name=file)
    record = read_record(package)
    notes: tuple[Problem, ...] = ()
    folder = choose_out(shared.settings, out)
    if spec is None and record is not None:
        found = find_origin(file, record, folder, default_paths(), project=choose_project(shared.settings))
        spec, notes = found.spec, found.notes
    if spec is None:
        what = msg("docgen did not write this file, so no spec gets its number and date.")
        notes = (Problem("issue-no-spec", what, msg("Name one with --spec FILE."), Place(file), Level.NOTE),)
    own = spec is not None and (is_untouched(package) or was_issued(file, spec, folder))
    path = None if spec is None else Path(spec)
    today = (fixed_moment() or datetime.now()).date()
    made = issue(Path(file).read_bytes(), number, day, name=file, spec=path, force=force, today=today)
    _write_both(file, made.data, spec, made.spec)
    if own and spec is not None:
        save_issued(file, spec, folder)
    told = [msg("{path}: {words}", path=file, words="; ".join(made.lines))]
    if made.references:
        told.append(_say_references(file, made.references))
    deliver(Report(language(), (FileReport(spec or file, "written", file, None, (*notes, *made.notes)),), (), tuple(told)), shared)
    return ExitCode.OK


def _say_references(file: str, lines: tuple[str, ...]) -> Message:
    if len(lines) == 1:
        return msg("{path}: the line below the title of its appendix reads now: {words}", path=file, words=lines[0])
    return msg("{path}: the lines below the titles of its {count} appendices were filled as well.", path=file, count=len(lines))


def _write_both(file: str, data: bytes, spec: str | None, text: str | None) -> None:
    """Write the Word file and the spec, or neither of them."""
    from docgen.jobs.files import refuse_read_only, write_atomic

    texts = [(spec, text.encode())] if spec is not None and text is not None else []
    wanted = [(path, new, Path(path).read_bytes()) for path, new in (*texts, (file, data))]
    changed = [one for one in wanted if one[1] != one[2]]
    for path, _, _ in changed:
        refuse_read_only(path)
    done: list[tuple[str, bytes]] = []
    try:
        for path, new, former in changed:
            write_atomic(Path(path), new)
            done.append((path, former))
    except DocgenError:
        for path, former in done:
            write_atomic(Path(path), former)
        raise


command = Command(
    "issue",
    callback=_run,
    params=[
        click.Argument(["file"]),
        Option(["--number"], type=WholeNumber(1), metavar="N", words=msg("The number of the document.")),
        Option(["--date", "day"], type=Day(), metavar="DATE", words=msg("The day of issue: 2026-03-05 or 05/3/2026.")),
        Option(["--spec"], metavar="FILE", words=msg("The spec that gets them too, where docgen cannot tell which it is.")),
        Option(["-o", "--out"], metavar="DIR", words=msg("The folder for the Word files (build).")),
        Option(["--force"], is_flag=True, words=msg("Replace a number or a date that is there already.")),
        *shared_options(),
    ],
    words=msg(
        "Write number and date into a signed document.\n\nFILE is a Word file. They are put in the form that the rules prescribe "
        "into their two places, into the lines of appendices that repeat them, and into the spec; nothing else is touched."
    ),
    examples=("docgen issue build/ke-hoach.docx --number 15 --date 2026-03-05",),
)
"""The command."""
