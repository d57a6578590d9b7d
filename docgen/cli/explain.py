"""``docgen explain``."""

from __future__ import annotations

import click

from docgen.cli.exit_codes import ExitCode
from docgen.cli.reporting import Shared, demand_format, shared_options, with_shared
from docgen.cli.speaking import language
from docgen.cli.streams import write_out
from docgen.cli.words import Command
from docgen.problems import msg


@with_shared
def _run(shared: Shared, rule: str) -> int:
    format = demand_format(shared)
    from docgen.checking.explaining import describe_rule
    from docgen.reports.rule_sheets import write_sheet, write_sheet_json

    write = write_sheet_json if format == "json" else write_sheet
    write_out(write(describe_rule(rule), language()))
    return ExitCode.OK


command = Command(
    "explain",
    callback=_run,
    params=[click.Argument(["rule"], metavar="RULE"), *shared_options()],
    words=msg(
        "Say what a rule asks and who says so.\n\n"
        "RULE is a code or a name. Shows the clause in each set of rules, an example, whether docgen fix can repair a breach, "
        "and how to leave the rule out."
    ),
    examples=("docgen explain TT205", "docgen explain quoc-hieu"),
)
"""The command."""
