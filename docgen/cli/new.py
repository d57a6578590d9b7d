"""``docgen new``."""

from __future__ import annotations

import os

import click

from docgen.cli.reporting import Shared, hand_over, shared_options, with_shared
from docgen.cli.words import Command, Option
from docgen.problems import msg


@with_shared
def _run(shared: Shared, type: str, standard: str | None, keys: str, out: str | None) -> int:
    from docgen.spec import new_spec

    chosen = standard or (shared.settings.standard if shared.settings else None) or "nd30"
    return hand_over(new_spec(type, chosen, keys, _find_schema(out)), out, shared)


def _find_schema(out: str | None) -> str:
    """The JSON Schema of this folder as seen from the file ``out`` when that lies below it, else one beside the file."""
    from docgen.spec.scaffold import SCHEMA_FILE

    folder, here = os.path.dirname(os.path.abspath(out or SCHEMA_FILE)), os.getcwd()
    if not folder.startswith(os.path.join(here, "")):
        return SCHEMA_FILE
    return "../" * len(os.path.relpath(folder, here).split(os.sep)) + SCHEMA_FILE


_KEYS = click.Choice(("en", "vi"))

command = Command(
    "new",
    callback=_run,
    params=[
        click.Argument(["type"]),
        Option(["--standard"], metavar="NAME", words=msg("The rules: nd30 (state), party, hd05 or hd36 (nd30).")),
        Option(["--keys"], type=_KEYS, default="en", show_default=True, words=msg("The language of the keys.")),
        Option(["-o", "--out"], metavar="FILE", words=msg("Write it to this file, which must not be there yet.")),
        *shared_options(),
    ],
    words=msg(
        "Start a new spec.\n\n"
        "TYPE is the kind of document, for example ke-hoach, cong-van, quyet-dinh. The spec is printed, or written to the file "
        "of -o, with comments that say what belongs where."
    ),
    examples=(
        "docgen new ke-hoach -o specs/ke-hoach.yaml",
        "docgen new cong-van --standard party --keys vi -o specs/cong-van.yaml",
    ),
)
"""The command."""
