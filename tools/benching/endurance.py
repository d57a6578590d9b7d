"""Thousands of documents in one process: does it grow, does it get slower?"""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from tools.benching.table import Row
from tools.benching.timing import ROOT, in_ms

#: documents after which every cache of the process is as full as it should get
WARM = 100
SHAPES = 25
MEMORY_TARGET = 5.0
TIME_TARGET = 1.1
_STATM = Path("/proc/self/statm")


def endurance_rows(count: int) -> list[Row]:
    """Growth of memory from the 100th document on (per cent), and time a document at the end against the beginning."""
    memory, time = f"memory after {WARM} of {count} documents, growth in %", "time a document, last quarter / first"
    if not _STATM.exists():
        reason = "this system does not tell a process its memory"
        return [Row(memory, None, MEMORY_TARGET, detail=reason), Row(time, None, TIME_TARGET, detail=reason)]
    command = [sys.executable, "-m", "tools.benching.endurance", str(count)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    found = json.loads(done.stdout)
    grown = (found["end"] / found["warm"] - 1) * 100
    pages = f"{found['warm'] / 1e6:.0f} MB, then {found['end'] / 1e6:.0f} MB"
    return [
        Row(memory, grown, MEMORY_TARGET, detail=pages),
        Row(time, found["last"] / found["first"], TIME_TARGET, detail=f"{in_ms(found['last'])}, first {in_ms(found['first'])}"),
    ]


def render_many(count: int) -> dict[str, float]:
    """Render ``count`` documents of no two equal texts; bytes of memory when warm and at the end, median seconds by quarter."""
    from docgen.document.model import Document, Paragraph
    from docgen.document.text import literal
    from docgen.rendering import render
    from docgen.spec import load_text
    from tools.benching.plan import write_plan

    shapes = [load_text(write_plan(seed, 1 + seed % 3), shown="ke-hoach.yaml") for seed in range(SHAPES)]

    def vary(document: Document, i: int) -> Document:
        own = literal(f"Nội dung riêng của văn bản thứ {i}, áp dụng tại {i % 97} xã và {i % 89} phường.", "/opening")
        title = literal(f"{document.title} lần thứ {i}", "/title")
        return replace(document, number=i + 1, title=title, opening=(own,), body=(Paragraph(own), *document.body))

    # numbers side by side: a list of ten thousand objects would itself count as growth
    times = array("d")
    warm = 0
    for i in range(count):
        shape = shapes[i % SHAPES]
        document = vary(shape.document, i)
        start = perf_counter()
        render(document, shape.standard)
        times.append(perf_counter() - start)
        if i + 1 == WARM:
            warm = resident() or 0
    quarter = count // 4
    # the first documents pay for compiling the template
    return {"warm": warm, "end": resident() or 0, "first": median(times[SHAPES:quarter]), "last": median(times[-quarter:])}


def resident() -> int | None:
    """Bytes of memory that this process holds, ``None`` where the system does not tell."""
    if not _STATM.exists():
        return None
    from resource import getpagesize

    return int(_STATM.read_text().split()[1]) * getpagesize()


if __name__ == "__main__":
    print(json.dumps(render_many(int(sys.argv[1]))))
