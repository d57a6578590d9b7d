"""``docgen template make`` and ``docgen template lint``."""

from __future__ import annotations

import os

import click

from docgen.building.targets import refuse_special
from docgen.cli.exit_codes import ExitCode
from docgen.cli.reporting import Shared, deliver, hand_over_bytes, shared_options, with_shared
from docgen.cli.speaking import language
from docgen.cli.words import Command, Option, SubGroup
from docgen.problems import Level, has_errors, msg
from docgen.reports import FileReport, Report


@with_shared
def _make(shared: Shared, standard: str, out: str) -> int:
    from docgen.standards import load_standard
    from docgen.templating import make_template

    return hand_over_bytes(make_template(load_standard(standard)), out, shared)


@with_shared
def _lint(shared: Shared, files: tuple[str, ...], standard: str) -> int:
    from pathlib import Path

    from docgen.standards import load_standard
    from docgen.templating import lint_template

    rules = load_standard(standard)
    reports, good = [], []
    for file in files:
        special = refuse_special(file) if os.path.exists(file) else None
        problems = [special] if special else lint_template(Path(file), rules)
        reports.append(FileReport(file, "failed" if has_errors(problems) else "checked", problems=tuple(problems)))
        if not problems:
            good.append(msg("{path} is a good template.", path=file))
    deliver(Report(language(), tuple(reports), closing=() if shared.quiet else tuple(good)), shared)
    errors = {problem.code for report in reports for problem in report.problems if problem.level is Level.ERROR}
    if errors - {_LOOK}:
        return ExitCode.FAILED
    return ExitCode.FINDINGS if errors else ExitCode.OK


_LOOK = "template-look"
"""The code of a difference from the rules: such a template works, others do not."""
_STANDARD = msg("The rules: nd30, hd05 or hd36.")

_make_command = Command(
    "make",
    callback=_make,
    params=[
        Option(["--standard"], default="nd30", show_default=True, metavar="NAME", words=_STANDARD),
        Option(["-o", "--out"], metavar="FILE", required=True, words=msg("The template to write; it must not be there yet.")),
        *shared_options(),
    ],
    words=msg(
        "Make a Word template from the rules.\n\n"
        "Open it in Word, change what your agency wants different, save it, and name it as template in agency.yaml."
    ),
    examples=("docgen template make -o mau.docx", "docgen template make --standard hd05 -o mau-dang.docx"),
)

_lint_command = Command(
    "lint",
    callback=_lint,
    params=[
        click.Argument(["files"], nargs=-1, required=True, metavar="FILE…"),
        Option(["--standard"], default="nd30", show_default=True, metavar="NAME", words=_STANDARD),
        *shared_options(),
    ],
    words=msg(
        "Check Word templates.\n\n"
        "Says which paragraph uses an unknown name, which style is missing, and what else is wrong."
    ),
    examples=("docgen template lint mau.docx",),
)

command = SubGroup(
    "template",
    commands={"make": _make_command, "lint": _lint_command},
    words=msg("Make or check a Word template."),
    examples=("docgen template make -o mau.docx", "docgen template lint mau.docx"),
)
"""The command with its two."""
