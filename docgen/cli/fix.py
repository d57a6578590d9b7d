"""``docgen fix``."""

from __future__ import annotations

from functools import partial

import click

from docgen.cli.choosing import choose, file_options, rule_options
from docgen.cli.fixing import choose_fix_code, report_fix
from docgen.cli.progress import show_progress
from docgen.cli.reporting import Shared, deliver, shared_options, with_shared
from docgen.cli.words import Command, Option
from docgen.problems import msg


@partial(with_shared, kind="fix")
def _run(
    shared: Shared,
    paths: tuple[str, ...],
    diff: bool,
    unsafe: bool,
    out: str | None,
    in_place: bool,
    **options: object,
) -> int:
    from docgen.checking.fix_running import run_fix

    chosen = choose(shared.settings, paths, options)
    with show_progress(not shared.quiet, msg("Fixing")) as on_progress:
        result = run_fix(
            chosen.paths,
            chosen.wishes,
            unsafe=unsafe,
            out=out,
            in_place=in_place,
            exclude=chosen.exclude,
            jobs=chosen.jobs,
            on_progress=on_progress,
        )
    deliver(report_fix(result, quiet=shared.quiet, differences=diff), shared)
    return choose_fix_code(result)


command = Command(
    "fix",
    callback=_run,
    params=[
        click.Argument(["paths"], nargs=-1, metavar="[PATH]…"),
        Option(["--diff"], is_flag=True, words=msg("Show every change in words instead of counting them.")),
        Option(["--unsafe"], is_flag=True, words=msg("Make changes, too, that somebody should look at.")),
        Option(["-o", "--out"], metavar="DIR", words=msg("Write repaired copies into this folder; no file in it is replaced.")),
        Option(["--in-place"], is_flag=True, words=msg("Replace the files by what was repaired.")),
        *rule_options(),
        *file_options(msg("Fix the files in this list, one a line; - is the input.")),
        *shared_options(),
    ],
    words=msg(
        "Repair what check finds in Word files, as far as a program can.\n\n"
        "PATH is a Word file or a folder; without one it is this folder. Without -o and --in-place nothing is written and docgen "
        "says what it would do. Nothing but what is listed changes, and the result is checked again. Exit code: 0 if nothing is "
        "left to be written, 1 with changes that are not written, 2 if a file could not be read or written."
    ),
    examples=(
        "docgen fix cong-van.docx --diff",
        "docgen fix van-ban -o da-sua",
        "docgen fix cong-van.docx --in-place --unsafe",
        "docgen fix van-ban --select DD,TT101 --in-place",
    ),
)
"""The command."""
