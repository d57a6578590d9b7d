"""``make bench``: speed as ratios, each with its target. Medians of interleaved rounds; the machine's own speed falls out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

# run as a script, Python looks for modules in tools/ only
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.benching.checking_rows import checking_rows
from tools.benching.endurance import endurance_rows
from tools.benching.process_rows import process_rows
from tools.benching.recovery_rows import recovery_rows
from tools.benching.rendering_rows import rendering_rows
from tools.benching.table import Row, Verdict, format_json, format_table

QUICK = {"rounds": 7, "specs": 100, "documents": 1_000}
FULL = {"rounds": 25, "specs": 1_000, "documents": 10_000}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 0 when every row that could be measured meets its target, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, help=f"rounds of each comparison ({FULL['rounds']})")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, specs and documents")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there as well")
    given = parser.parse_args(arguments)
    sizes = QUICK if given.quick else FULL
    rounds = given.rounds or sizes["rounds"]
    rows: list[Row] = [*rendering_rows(rounds), *process_rows(rounds, sizes["specs"]), *endurance_rows(sizes["documents"])]
    rows += [*checking_rows(rounds, sizes["documents"]), *recovery_rows(rounds)]
    print(format_table(rows))
    if given.json:
        given.json.write_text(format_json(rows), encoding="utf-8")
    return int(any(row.verdict is Verdict.MISSED for row in rows))


if __name__ == "__main__":
    sys.exit(main())
