"""``docgen fix``."""

from __future__ import annotations

from functools import partial

import click

from docgen.cli.checking import choose_options, split_names
from docgen.cli.fixing import choose_fix_code, report_fix
from docgen.cli.progress import show_progress
from docgen.cli.reporting import Shared, deliver, shared_options, with_shared
from docgen.cli.words import Command, Option
from docgen.problems import msg

#: what a check is asked beside, which means nothing here
_OF_CHECK = ("fail_on", "baseline")


@partial(with_shared, kind="fix")
def _run(
    shared: Shared,
    paths: tuple[str, ...],
    files_from: str | None,
    diff: bool,
    unsafe: bool,
    out: str | None,
    in_place: bool,
    **options: object,
) -> int:
    from docgen.checking import fix

    chosen = choose_options(shared.settings, paths, files_from, {**options, **dict.fromkeys(_OF_CHECK)})
    rest = {name: value for name, value in chosen.rest.items() if name not in _OF_CHECK}
    with show_progress(not shared.quiet, msg("Fixing")) as on_progress:
        result = fix(chosen.paths, **rest, unsafe=unsafe, out=out, in_place=in_place, on_progress=on_progress)
    deliver(report_fix(result, quiet=shared.quiet, differences=diff), shared)
    return choose_fix_code(result)


_RULES = "CODE,…"
command = Command(
    "fix",
    callback=_run,
    params=[
        click.Argument(["paths"], nargs=-1, metavar="[PATH]…"),
        Option(["--diff"], is_flag=True, words=msg("Show every change in words instead of counting them.")),
        Option(["--unsafe"], is_flag=True, words=msg("Make changes, too, that somebody should look at.")),
        Option(["-o", "--out"], metavar="DIR", words=msg("Write repaired copies into this folder; no file in it is replaced.")),
        Option(["--in-place"], is_flag=True, words=msg("Replace the files by what was repaired.")),
        Option(["--standard"], metavar="NAME", words=msg("The rules: auto (by the document's date), nd30, hd05 or hd36.")),
        Option(
            ["--select"],
            multiple=True,
            callback=split_names,
            metavar=_RULES,
            words=msg("Only these rules: codes, names or groups."),
        ),
        Option(["--ignore"], multiple=True, callback=split_names, metavar=_RULES, words=msg("Leave these rules out.")),
        Option(
            ["--only"],
            type=click.Choice(("all", "text")),
            words=msg("text: only what the words of an act order, not its samples or practice."),
        ),
        Option(["--preview/--no-preview"], default=None, words=msg("Rules that are new in this version count, too.")),
        Option(["--exclude"], multiple=True, metavar="GLOB", words=msg("Names or paths that folders leave out.")),
        Option(["--files-from"], metavar="FILE", words=msg("Fix the files in this list, one a line; - is the input.")),
        Option(["--jobs"], type=click.IntRange(0), metavar="N", words=msg("How many processes; 0 for one a processor.")),
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
