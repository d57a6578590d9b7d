"""The command as people start it, with what it cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]


class Ran(NamedTuple):
    """One run: exit code, what it wrote, seconds of processor, the most memory it held (bytes; 0 where nobody tells)."""

    code: int
    out: str
    err: str
    seconds: float
    memory: int


def run(folder: Path, *words: str) -> Ran:
    """``python -m docgen check`` in ``folder``."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    environ = {**os.environ, "PYTHONPATH": path, "DOCGEN_LANG": "en", "GITHUB_ACTIONS": "", "NO_COLOR": "1"}
    began = time.perf_counter()
    with (folder / "out.log").open("w+b") as out, (folder / "err.log").open("w+b") as err:
        command = [sys.executable, "-m", "docgen", "check", *words]
        process = subprocess.Popen(command, cwd=folder, env=environ, stdout=out, stderr=err, stdin=subprocess.DEVNULL)
        memory = 0
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            seconds = usage.ru_utime + usage.ru_stime
            memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        else:
            process.wait()
            seconds = time.perf_counter() - began
    told, complained = ((folder / name).read_text(encoding="utf-8") for name in ("out.log", "err.log"))
    return Ran(process.returncode, told, complained, seconds, memory)


def by_name(ran: Ran) -> dict[str, Any]:
    """The outcomes of a run with ``--format json``."""
    return {Path(file["path"]).name: file for file in json.loads(ran.out)["files"]}


def rules(file: dict[str, Any]) -> list[str]:
    """The codes of all that is said of a file."""
    return [one["rule"] for one in (*file["problems"], *file["findings"])]
