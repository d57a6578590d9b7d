"""``docgen schema``."""

from __future__ import annotations

import json

from docgen.cli.reporting import Shared, hand_over, shared_options, with_shared
from docgen.cli.words import Command, Option
from docgen.problems import msg


@with_shared
def _run(shared: Shared, out: str | None) -> int:
    from docgen.spec import schema

    return hand_over(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", out, shared)


command = Command(
    "schema",
    callback=_run,
    params=[
        Option(["-o", "--out"], metavar="FILE", words=msg("Write it to this file, which must not be there yet.")),
        *shared_options(),
    ],
    words=msg(
        "Print the JSON Schema of specs for editors.\n\n"
        "Editors with YAML support then offer keys and mark errors while you write."
    ),
    examples=("docgen schema -o docgen.schema.json",),
)
"""The command."""
