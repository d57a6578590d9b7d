"""How fast whole processes are: a build that has nothing to do, and the start of the command."""

from __future__ import annotations

import tempfile
from pathlib import Path
from subprocess import CalledProcessError

from tools.benching.plan import write_plan
from tools.benching.table import Row
from tools.benching.timing import in_ms, python, time_in_turns

NO_OP_TARGET = 2.5
START_TARGET = 2.0
FOLDERS = 20


def process_rows(rounds: int, specs: int) -> list[Row]:
    """A build of ``specs`` specs that are all up to date against ``--version``, and that against importing click."""
    no_op, start = f"no-op build of {specs} specs / --version", "--version / import click"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_specs(folder / "specs", specs)
        build = python("-m", "docgen", "build", str(folder / "specs"), "--out", str(folder / "build"))
        version, click = python("-m", "docgen", "--version"), python("-c", "import click")
        try:
            build()
            building, starting, importing = time_in_turns((build, version, click), rounds)
        except CalledProcessError as error:
            reason = (error.stderr or error.stdout).decode(errors="replace").strip().splitlines()[-1:]
            return [Row(no_op, None, NO_OP_TARGET, detail=" ".join(reason)), Row(start, None, START_TARGET)]
    return [
        Row(no_op, building / starting, NO_OP_TARGET, detail=f"{in_ms(building)}, --version {in_ms(starting)}"),
        Row(start, starting / importing, START_TARGET, detail=f"{in_ms(starting)}, click {in_ms(importing)}"),
    ]


def _write_specs(folder: Path, count: int) -> None:
    """Short specs of varied content in a few folders."""
    for i in range(count):
        path = folder / f"{i % FOLDERS:02d}" / f"ke-hoach-{i:04d}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_plan(i, 1), encoding="utf-8", newline="\n")
