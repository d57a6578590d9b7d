"""``docgen rules``."""

from __future__ import annotations

from docgen.cli.exit_codes import ExitCode
from docgen.cli.reporting import Shared, demand_format, shared_options, with_shared
from docgen.cli.speaking import language
from docgen.cli.streams import write_out
from docgen.cli.words import Command
from docgen.problems import msg


@with_shared
def _run(shared: Shared) -> int:
    format = demand_format(shared)
    from docgen.checking.explaining import describe_rules
    from docgen.reports.rule_sheets import write_rules, write_rules_json

    write = write_rules_json if format == "json" else write_rules
    write_out(write(describe_rules(), language()))
    return ExitCode.OK


command = Command(
    "rules",
    callback=_run,
    params=shared_options(),
    words=msg(
        "List the rules that check looks at.\n\n"
        "One line a rule: its code and name, how grave a breach is under each set of rules, who repairs it, and what it asks."
    ),
    examples=("docgen rules", "docgen rules --format json"),
)
"""The command."""
