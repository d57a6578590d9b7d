"""``docgen check``."""

from __future__ import annotations

from functools import partial

import click

from docgen.cli.checking import choose_exit_code, choose_options, report_check, split_names
from docgen.cli.progress import show_progress
from docgen.cli.reporting import Shared, deliver, shared_options, with_shared
from docgen.cli.speaking import language
from docgen.cli.words import Command, Option
from docgen.problems import msg


@partial(with_shared, kind="check")
def _run(
    shared: Shared,
    paths: tuple[str, ...],
    files_from: str | None,
    annotate: str | None,
    update_baseline: bool,
    statistics: bool,
    **options: object,
) -> int:
    from docgen.checking import check

    chosen = choose_options(shared.settings, paths, files_from, options)
    with show_progress(not shared.quiet, msg("Checking")) as on_progress:
        result = check(
            chosen.paths,
            **chosen.rest,
            annotate=annotate,
            update_baseline=update_baseline,
            language=language(),
            on_progress=on_progress,
        )
    deliver(report_check(result, quiet=shared.quiet, statistics=statistics), shared)
    return choose_exit_code(result)


_RULES = "CODE,…"
command = Command(
    "check",
    callback=_run,
    params=[
        click.Argument(["paths"], nargs=-1, metavar="[PATH]…"),
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
        Option(["--baseline"], metavar="FILE", words=msg("Leave findings out that this file knows.")),
        Option(["--update-baseline"], is_flag=True, words=msg("Write the findings of this run to the file of known ones.")),
        Option(
            ["--fail-on"],
            type=click.Choice(("error", "warning", "never")),
            words=msg("The least grave finding that makes the exit code 1."),
        ),
        Option(["--statistics"], is_flag=True, words=msg("Count the findings of each rule instead of listing them.")),
        Option(["--annotate"], metavar="DIR", words=msg("Write copies of the Word files with comments at the findings.")),
        Option(["--exclude"], multiple=True, metavar="GLOB", words=msg("Names or paths that folders leave out.")),
        Option(["--files-from"], metavar="FILE", words=msg("Check the files in this list, one a line; - is the input.")),
        Option(["--jobs"], type=click.IntRange(0), metavar="N", words=msg("How many processes; 0 for one a processor.")),
        *shared_options(),
    ],
    words=msg(
        "Check Word files and specs against the rules.\n\n"
        "PATH is a Word file, a spec or a folder; without one it is this folder. Any Word file will do, whoever made it; nothing "
        "is changed. A spec is rendered in memory, and what is found is shown at its lines. Exit code: 0 if all is well, 1 with "
        "findings, 2 if a file could not be read."
    ),
    examples=(
        "docgen check cong-van.docx",
        "docgen check van-ban specs --fail-on warning",
        "docgen check van-ban --only text --ignore DD,TT205",
        "docgen check van-ban --baseline docgen.baseline.json --update-baseline",
        "docgen check van-ban --format sarif > docgen.sarif",
    ),
)
"""The command."""
