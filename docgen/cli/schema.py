"""``docgen schema``."""

from __future__ import annotations

import json
from typing import Any

from docgen.cli.reporting import Shared, hand_over, shared_options, with_shared
from docgen.cli.words import Command, Option
from docgen.problems import DocgenError, Problem, msg


@with_shared
def _run(shared: Shared, out: str | None, of_report: bool, of_fix: bool) -> int:
    if of_report and of_fix:
        what = msg("Two schemas are asked for, and one can be printed.")
        raise DocgenError(Problem("schema-which", what, msg("Give either --report or --fix-report.")))
    return hand_over(json.dumps(_schema(of_report, of_fix), ensure_ascii=False, indent=2) + "\n", out, shared)


def _schema(of_report: bool, of_fix: bool) -> dict[str, Any]:
    if of_fix:
        from docgen.reports.fix_json import read_fix_schema

        return read_fix_schema()
    if of_report:
        from docgen.reports.check_json import read_schema

        return read_schema()
    from docgen.spec import schema

    return schema()


command = Command(
    "schema",
    callback=_run,
    params=[
        Option(["-o", "--out"], metavar="FILE", words=msg("Write it to this file, which must not be there yet.")),
        Option(["--report", "of_report"], is_flag=True, words=msg("The schema of check --format json instead.")),
        Option(["--fix-report", "of_fix"], is_flag=True, words=msg("The schema of fix --format json instead.")),
        *(option for option in shared_options() if option.name != "reports"),
    ],
    words=msg(
        "Print the JSON Schema of specs for editors.\n\n"
        "Editors with YAML support then offer keys and mark errors while you write."
    ),
    examples=("docgen schema -o docgen.schema.json", "docgen schema --report", "docgen schema --fix-report"),
)
"""The command."""
