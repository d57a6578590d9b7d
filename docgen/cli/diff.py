"""``docgen diff``."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import click

from docgen.cli.differing import report_comparison
from docgen.cli.exit_codes import ExitCode
from docgen.cli.reporting import Shared, deliver, shared_options, with_shared
from docgen.cli.words import Command, Option
from docgen.problems import DocgenError, Message, Place, Problem, msg


@partial(with_shared, kind="diff")
def _run(shared: Shared, old: str, new: str, redline: str | None) -> int:
    from docgen.jobs.files import write_atomic
    from docgen.recovery.differences import Compared, compare
    from docgen.recovery.differences.opening import open_sides

    if redline is not None and os.path.lexists(redline):
        what, remedy = msg("{path} is there already.", path=redline), msg("Choose another name, or move the file away.")
        raise DocgenError(Problem("output-exists", what, remedy, Place(redline)))
    sides, problems = open_sides(old, new)
    comparison = compare(*sides)
    not_shown: tuple[Message, ...] = ()
    if redline is not None:
        from docgen.recovery.redlining import make_redline

        made = make_redline(*sides, comparison)
        write_atomic(Path(redline), made.data)
        not_shown = made.not_shown
    compared = Compared(old, new, comparison, redline, not_shown)
    deliver(report_comparison(compared, problems, quiet=shared.quiet), shared)
    return ExitCode.OK if comparison.is_equal else ExitCode.FINDINGS


command = Command(
    "diff",
    callback=_run,
    params=[
        click.Argument(["old"], metavar="OLD"),
        click.Argument(["new"], metavar="NEW"),
        Option(["--redline"], metavar="OUT.docx", words=msg("Write a Word file with the changes as Word's tracked changes.")),
        *shared_options(),
    ],
    words=msg(
        "Say what changed between two Word files or specs.\n\n"
        "OLD and NEW are Word files or specs, which are rendered in memory. Words, looks, tables, pages, headers and pictures "
        "are compared. Exit code: 0 if both print the same, 1 if not, 2 if one could not be read."
    ),
    examples=(
        "docgen diff ban-1.docx ban-2.docx",
        "docgen diff specs/ke-hoach.yaml build/ke-hoach.docx",
        "docgen diff ban-1.docx ban-2.docx --redline thay-doi.docx",
        "docgen diff ban-1.docx ban-2.docx --format json",
    ),
)
"""The command."""
