"""``docgen standards list`` and ``docgen standards diff``."""

from __future__ import annotations

import click

from docgen.cli.exit_codes import ExitCode
from docgen.cli.reporting import Shared, shared_options, with_shared
from docgen.cli.speaking import say
from docgen.cli.streams import write_out
from docgen.cli.words import Command, SubGroup
from docgen.problems import msg

_ABSENT = msg("not there")


@with_shared
def _list(shared: Shared) -> int:
    from docgen.standards import load_standard, standard_names

    lines = []
    for name in standard_names():
        standard = load_standard(name)
        since, until = standard.valid.since, standard.valid.until
        span = msg("from {since}", since=since) if until is None else msg("from {since} to {until}", since=since, until=until)
        lines.append(f"{name:6}{standard.title}, {say(span)}\n")
    write_out("".join(lines))
    return ExitCode.OK


@with_shared
def _diff(shared: Shared, left: str, right: str) -> int:
    from docgen.standards import compare_standards, load_standard

    lines = []
    for difference in compare_standards(load_standard(left), load_standard(right)):
        clauses = "; ".join(difference.clauses)
        lines.append(f"{difference.path}" + (f"  ({clauses})" if clauses else "") + "\n")
        for name, value in ((left, difference.left), (right, difference.right)):
            lines.append(f"  {name}: {say(_ABSENT) if value is None else value}\n")
    write_out("".join(lines))
    return ExitCode.OK


command = SubGroup(
    "standards",
    commands={
        "list": Command(
            "list",
            callback=_list,
            params=shared_options(),
            words=msg("List the rules that docgen knows."),
            examples=("docgen standards list",),
        ),
        "diff": Command(
            "diff",
            callback=_diff,
            params=[click.Argument(["left"]), click.Argument(["right"]), *shared_options()],
            words=msg("Show every difference between two sets of rules."),
            examples=("docgen standards diff hd36 hd05",),
        ),
    },
    words=msg("List and compare the rules."),
    examples=("docgen standards list", "docgen standards diff hd36 hd05"),
)
"""The command with its two."""
