"""``docgen check``."""

from __future__ import annotations

from functools import partial

import click

from docgen.cli.checking import choose_baseline, report_check
from docgen.cli.choosing import choose, file_options, rule_options
from docgen.cli.progress import show_progress
from docgen.cli.reporting import Shared, shared_options, with_shared
from docgen.cli.speaking import language
from docgen.cli.words import Command, Option
from docgen.problems import msg


@partial(with_shared, kind="check")
def _run(
    shared: Shared,
    paths: tuple[str, ...],
    annotate: str | None,
    baseline: str | None,
    update_baseline: bool,
    statistics: bool,
    **options: object,
) -> int:
    from docgen.checking import CheckRun

    chosen = choose(shared.settings, paths, options)
    with show_progress(not shared.quiet, msg("Checking")) as on_progress:
        run = CheckRun(
            chosen.paths,
            chosen.wishes,
            baseline=choose_baseline(shared.settings, baseline),
            update_baseline=update_baseline,
            annotate=annotate,
            exclude=chosen.exclude,
            language=language(),
            jobs=chosen.jobs,
            on_progress=on_progress,
        )
        return report_check(run, shared, statistics=statistics)


command = Command(
    "check",
    callback=_run,
    params=[
        click.Argument(["paths"], nargs=-1, metavar="[PATH]…"),
        *rule_options(),
        Option(["--baseline"], metavar="FILE", words=msg("Leave findings out that this file knows.")),
        Option(["--update-baseline"], is_flag=True, words=msg("Write the findings of this run to the file of known ones.")),
        Option(
            ["--fail-on"],
            type=click.Choice(("error", "warning", "never")),
            words=msg("The least grave finding that makes the exit code 1."),
        ),
        Option(["--statistics"], is_flag=True, words=msg("Count the findings of each rule instead of listing them.")),
        Option(["--annotate"], metavar="DIR", words=msg("Write copies of the Word files with comments at the findings.")),
        *file_options(msg("Check the files in this list, one a line; - is the input.")),
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
