"""``docgen issue``."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from docgen.cli.building import choose_out, choose_project, default_paths
from docgen.cli.exit_codes import ExitCode
from docgen.cli.reporting import Shared, deliver, shared_options, with_shared
from docgen.cli.speaking import language
from docgen.cli.words import Command, Option, WholeNumber
from docgen.problems import DocgenError, Level, Place, Problem, msg
from docgen.reports import FileReport, Report


@with_shared
def _run(shared: Shared, file: str, number: int, day: date, spec: str | None, out: str | None, force: bool) -> int:
    from docgen.anchors.record import read_record
    from docgen.building.origins import find_spec
    from docgen.jobs.files import is_open_in_office, write_atomic
    from docgen.ooxml.opening import open_package
    from docgen.recovery.issuing import issue

    if is_open_in_office(file):
        what = msg("The file is open in Word or another program.")
        raise DocgenError(Problem("output-in-use", what, msg("Close it and try again."), Place(file)))
    package = open_package(Path(file), name=file)
    record = read_record(package)
    notes: tuple[Problem, ...] = ()
    if spec is None and record is not None:
        settings = shared.settings
        spec = find_spec(file, record, choose_out(settings, out), default_paths(), project=choose_project(settings))
    if spec is None:
        what = msg("docgen did not write this file, so no spec gets number and date.")
        notes = (Problem("issue-no-spec", what, msg("Name one with --spec FILE."), Place(file), Level.NOTE),)
    made = issue(Path(file).read_bytes(), number, day, name=file, spec=None if spec is None else Path(spec), force=force)
    if spec is not None and made.spec is not None:
        # the spec first: should the Word file not be writable, docgen says so and can be asked again with --force
        write_atomic(Path(spec), made.spec.encode())
    write_atomic(Path(file), made.data)
    told = msg("{path}: {number}; {date}", path=file, number=made.number_line, date=made.date_line)
    deliver(Report(language(), (FileReport(spec or file, "written", file, None, notes),), (), (told,)), shared)
    return ExitCode.OK


def _read_day(ctx: click.Context, param: click.Parameter, value: datetime) -> date:
    return value.date()


command = Command(
    "issue",
    callback=_run,
    params=[
        click.Argument(["file"]),
        Option(["--number"], type=WholeNumber(1), required=True, metavar="N", words=msg("The number of the document.")),
        Option(
            ["--date", "day"],
            type=click.DateTime(["%Y-%m-%d"]),
            callback=_read_day,
            required=True,
            metavar="DATE",
            words=msg("The day of issue: 2026-03-05."),
        ),
        Option(["--spec"], metavar="FILE", words=msg("The spec that gets them too, where docgen cannot tell which it is.")),
        Option(["-o", "--out"], metavar="DIR", words=msg("The folder for the Word files (build).")),
        Option(["--force"], is_flag=True, words=msg("Replace a number or a date that is there already.")),
        *shared_options(),
    ],
    words=msg(
        "Write number and date into a signed document.\n\nFILE is a Word file. They are put in the form that the rules prescribe "
        "into their two places and into the spec; nothing else is touched."
    ),
    examples=("docgen issue build/ke-hoach.docx --number 15 --date 2026-03-05",),
)
"""The command."""
