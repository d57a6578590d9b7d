"""``docgen why``."""

from __future__ import annotations

import click

from docgen.building import why
from docgen.cli.building import choose_out, choose_project, default_paths
from docgen.cli.exit_codes import ExitCode
from docgen.cli.reporting import Shared, deliver, shared_options, with_shared
from docgen.cli.speaking import language
from docgen.cli.words import Command, Option
from docgen.problems import msg
from docgen.reports import FileReport, Report


@with_shared
def _run(shared: Shared, file: str, out: str | None) -> int:
    settings = shared.settings
    explanation = why(file, choose_out(settings, out), default_paths(), project=choose_project(settings))
    path = explanation.spec or explanation.output
    status = "stale" if explanation.stale else "fresh"
    told = msg("{output}: {reason}", output=explanation.output, reason=explanation.reason)
    deliver(Report(language(), (FileReport(path, status, explanation.output, explanation.reason),), (), (told,)), shared)
    return ExitCode.OK


command = Command(
    "why",
    callback=_run,
    params=[
        click.Argument(["file"]),
        Option(["-o", "--out"], metavar="DIR", words=msg("The folder for the Word files (build).")),
        *shared_options(),
    ],
    words=msg("Say why a file would be built, or not.\n\nFILE is a spec or a Word file. The answer is one sentence."),
    examples=("docgen why specs/ke-hoach.yaml", "docgen why build/ke-hoach.docx"),
)
"""The command."""
