"""How fast Word files are checked, beside unzipping and parsing them, and beside python-docx."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from zipfile import ZipFile

from docx import Document as open_document
from lxml import etree

from docgen.checking import check
from docgen.checks.engine import judge
from docgen.ooxml.opening import open_package
from docgen.reading import read
from tools.benching.endurance import MEMORY_TARGET, WARM, resident
from tools.benching.table import Row
from tools.benching.timing import ROOT, in_ms, time_in_turns
from tools.benching.word_file import write_word_file

PARSE_TARGET = 6.0
PYTHON_DOCX_TARGET = 0.8
LENGTH_TARGET = 1.2
JOBS_TARGET = 0.85
PAGES, SHORT, LONG = 10, 30, 300
RUNS = 3
#: files of the row on processes, as long as nobody asks for few files
_MANY = 300
#: turns of the bare loop for a file
_LOOP = 80_000


def checking_rows(rounds: int, files: int) -> list[Row]:
    """All rules on ten pages, on thirty against three hundred, with two processes, and over ``files`` files."""
    data = write_word_file(PAGES)
    parsing, walking, checking = time_in_turns((lambda: _parse(data), lambda: _walk(data), lambda: _check(data)), rounds, RUNS)
    short, long = (write_word_file(pages) for pages in (SHORT, LONG))
    of_short, of_long = time_in_turns((lambda: _check(short), lambda: _check(long)), max(3, rounds // 3))
    took = in_ms(checking)
    return [
        Row("check / unzip and parse", checking / parsing, PARSE_TARGET, detail=f"{took}, parse {in_ms(parsing)}"),
        Row("check / python-docx over every run", checking / walking, PYTHON_DOCX_TARGET, detail=f"{took}, python-docx {in_ms(walking)}"),
        Row(
            f"check: a page of {LONG} pages / of {SHORT}",
            (of_long / LONG) / (of_short / SHORT),
            LENGTH_TARGET,
            detail=f"{in_ms(of_long / LONG)}, {in_ms(of_short / SHORT)}",
        ),
        _jobs_row(data, max(1, rounds // 8), min(_MANY, files // 8)),
        _memory_row(files),
    ]


def _parse(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            etree.fromstring(package.read(name))


def _walk(data: bytes) -> None:
    document = open_document(BytesIO(data))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            _ = run.font.name, run.font.size, run.font.bold


def _check(data: bytes) -> None:
    for _ in judge(read(open_package(data))):
        pass


def _jobs_row(data: bytes, rounds: int, count: int) -> Row:
    """What two processes gain on ``count`` files, as a share of what they gain on a loop that does nothing but count."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for i in range(count):
            (folder / f"{i:03d}.docx").write_bytes(data)

        def files(jobs: int) -> float:
            start = perf_counter()
            check([folder], jobs=jobs)
            return perf_counter() - start

        gains, bare = [], []
        for _ in range(rounds):
            gains.append(files(1) / files(2))
            bare.append(_loop(1, count * _LOOP) / _loop(2, count * _LOOP))
    gain, possible = sorted(gains)[len(gains) // 2], sorted(bare)[len(bare) // 2]
    return Row("check --jobs 2: gain / that of a bare loop", gain / possible, JOBS_TARGET, True, f"{gain:.2f} times, bare {possible:.2f}")


def _loop(jobs: int, limit: int) -> float:
    """Seconds for counting twice to ``limit``, in ``jobs`` processes; about as long as the files take."""
    start = perf_counter()
    if jobs == 1:
        _count(limit)
        _count(limit)
    else:
        with ProcessPoolExecutor(jobs, get_context("fork" if sys.platform == "linux" else "spawn")) as pool:
            list(pool.map(_count, (limit, limit)))
    return perf_counter() - start


def _count(limit: int) -> int:
    total = 0
    for i in range(limit):
        total += i & 7
    return total


def _warm_after(files: int) -> int:
    """How many of ``files`` files are checked before memory counts: until the collector has seen a few rounds of garbage."""
    return min(5 * WARM, max(WARM, files // 10))


def _memory_row(files: int) -> Row:
    name = f"check: memory after {_warm_after(files)} of {files} files, growth in %"
    done = subprocess.run([sys.executable, "-m", "tools.benching.checking_rows", str(files)], cwd=ROOT, check=True, capture_output=True)
    found = json.loads(done.stdout)
    if found is None:
        return Row(name, None, MEMORY_TARGET, detail="this system does not tell a process its memory")
    detail = f"{found['warm'] / 1e6:.0f} MB, then {found['end'] / 1e6:.0f} MB"
    return Row(name, (found["end"] / found["warm"] - 1) * 100, MEMORY_TARGET, detail=detail)


def check_many(count: int) -> dict[str, int] | None:
    """Check ``count`` short files in this process, ``WARM`` of them different; bytes of memory when warm and at the end."""
    shapes = [write_word_file(1, seed) for seed in range(WARM)]
    warm = 0
    for i in range(count):
        _check(shapes[i % WARM])
        if i + 1 == _warm_after(count):
            warm = resident() or 0
    end = resident()
    return None if end is None else {"warm": warm, "end": end}


if __name__ == "__main__":
    print(json.dumps(check_many(int(sys.argv[1]))))
