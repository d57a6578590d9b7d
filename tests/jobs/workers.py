"""Functions that run in worker processes; module-level, so that they can be sent there."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from docgen.problems import DocgenError, Problem, msg


def square(n: int) -> int:
    return n * n


def refuse_odd(n: int) -> int:
    if n % 2:
        raise DocgenError(Problem("spec-odd", msg("odd {n}", n=n)))
    return n


def fail_badly(n: int) -> int:
    raise ZeroDivisionError(str(n))


def die(n: int) -> int:
    if n == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return n


def process_id(n: int) -> int:
    time.sleep(0.01)
    return os.getpid()


def sleep_long(folder: str) -> None:
    Path(folder, f"{os.getpid()}").touch()
    time.sleep(60)
