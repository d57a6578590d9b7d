"""``docgen watch``."""

from __future__ import annotations

from datetime import date

from docgen.building import watch
from docgen.cli.building import build_options, choose_exit_code, choose_options, report_build
from docgen.cli.exit_codes import ExitCode
from docgen.cli.reporting import Shared, deliver, shared_options, with_shared
from docgen.cli.speaking import say
from docgen.cli.streams import write_error
from docgen.cli.words import Command
from docgen.problems import msg


@with_shared
def _run(
    shared: Shared,
    paths: tuple[str, ...],
    out: str | None,
    to: tuple[str, ...] | None,
    jobs: int | None,
    today: date | None,
) -> int:
    chosen = choose_options(shared.settings, paths, out, to, jobs, today)
    code = ExitCode.OK
    for number, result in enumerate(watch(chosen.paths, chosen.out, **chosen.rest)):
        deliver(report_build(result, quiet=shared.quiet), shared)
        code = choose_exit_code(result)
        if number == 0 and not shared.quiet:
            write_error(say(msg("Watching {paths}. Press Ctrl-C to stop.", paths=", ".join(chosen.paths))) + "\n")
    return code


command = Command(
    "watch",
    callback=_run,
    params=[*build_options(), *shared_options()],
    words=msg(
        "Build again after every save.\n\n"
        "Builds what is out of date, then waits; every time a spec, an agency.yaml or a template is saved, what depends on it is "
        "built again. An error is shown and ends nothing."
    ),
    examples=("docgen watch", "docgen watch specs -o build"),
)
"""The command."""
