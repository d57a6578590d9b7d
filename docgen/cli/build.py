"""``docgen build``."""

from __future__ import annotations

from datetime import date

from docgen.building import build
from docgen.cli.building import build_options, choose_exit_code, choose_options, report_build
from docgen.cli.progress import show_progress
from docgen.cli.reporting import Shared, deliver, shared_options, with_shared
from docgen.cli.words import Command, Option
from docgen.problems import msg


@with_shared
def _run(
    shared: Shared,
    paths: tuple[str, ...],
    out: str | None,
    to: tuple[str, ...] | None,
    jobs: int | None,
    today: date | None,
    force: bool,
    merge: bool,
    check: bool,
    verify: bool,
) -> int:
    chosen = choose_options(shared.settings, paths, out, to, jobs, today)
    with show_progress(not shared.quiet) as on_progress:
        result = build(
            chosen.paths,
            chosen.out,
            **chosen.rest,
            force=force,
            merge=merge,
            check=check,
            verify=verify,
            on_progress=on_progress,
        )
    deliver(report_build(result, quiet=shared.quiet), shared)
    return choose_exit_code(result)


command = Command(
    "build",
    callback=_run,
    params=[
        *build_options(),
        Option(
            ["--force"],
            is_flag=True,
            words=msg("Build everything; keep a copy of a Word file that was edited or that docgen did not write."),
        ),
        Option(
            ["--merge"],
            is_flag=True,
            words=msg(
                "Take the edits of a Word file into its spec and build it anew, keeping a copy; what both changed is shown as "
                "tracked changes (exit code 1)."
            ),
        ),
        Option(["--check"], is_flag=True, words=msg("Write nothing; say what is out of date (exit code 1).")),
        Option(["--verify"], is_flag=True, words=msg("Check the Word files against the rules, too (exit code 1 with findings).")),
        *shared_options(),
    ],
    words=msg(
        "Build Word files from specs.\n\n"
        "PATH is a spec or a folder of specs; without one it is the folder specs, or this folder. Only what is out of date is "
        "built. A Word file that somebody has edited is kept and named."
    ),
    examples=(
        "docgen build",
        "docgen build specs -o build",
        "docgen build specs/ke-hoach.yaml --to docx,pdf",
        "docgen build --merge specs/ke-hoach.yaml",
        "docgen build --check",
        "docgen build --verify",
        "docgen build --format sarif > docgen.sarif",
    ),
)
"""The command."""
