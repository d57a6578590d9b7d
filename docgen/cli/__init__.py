"""The command line: one file a command, no logic."""

from __future__ import annotations

import sys


def main() -> None:
    """Run docgen with the arguments of the process, and end it with the exit code."""
    from docgen.cli.group import docgen
    from docgen.cli.streams import prepare_streams

    prepare_streams()
    sys.exit(docgen.main(standalone_mode=False))
