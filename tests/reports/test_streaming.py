"""Reports are written file by file, and hold nothing of the files before."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator

import pytest

from docgen.checking import CheckedDocument, CheckedFile, SkippedRule, Status
from docgen.problems import Detail, Level, Place, Problem, msg
from docgen.reports import FORMATS, FileReport, Report, open_report, write_report

WARM, MANY = 100, 400


def files(first: int, last: int) -> Iterator[FileReport]:
    for number in range(first, last):
        path = f"v/{number}.docx"
        problems = []
        for rule in ("TT101", "TT205"):
            detail = Detail("x", "form", "text", "I", "page", fingerprint=f"{number}{rule}", fixable=True, fix="safe", text="x")
            problems.append(Problem(rule, msg("Wrong: {n}.", n=number), msg("Do {n}.", n=number), Place(path), detail=detail))
        note = Problem("check-macros", msg("Macros."), None, Place(path), Level.NOTE)
        found = (*problems, note)
        documents = (CheckedDocument("nd30", "ke-hoach", "Kế hoạch", "2026-03-05", False),)
        checked = CheckedFile(path, Status.CHECKED, documents, found, (SkippedRule("TT1", msg("No {n}.", n=number)),))
        yield FileReport(path, "checked", problems=found, checked=checked)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("statistics", [False, True])
def test_memory_is_flat(format: str, statistics: bool) -> None:
    writer = open_report(Report("vi", kind="check", statistics=statistics), format)
    for file in files(0, WARM):
        writer.add(file)
    del file
    gc.collect()
    tracemalloc.start()
    for file in files(WARM, WARM + MANY):
        writer.add(file)
    del file
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # one number a file may be kept; a file's problems take more than a kilobyte
    assert held / MANY < 200
    head, tail = writer.finish([msg("Done.")])
    assert head + tail


@pytest.mark.parametrize("format", FORMATS)
def test_written_piece_by_piece_it_is_the_same(format: str) -> None:
    problem = Problem("check-no-files", msg("Nothing there."), None, Place("leer"))
    report = Report("en", tuple(files(0, 5)), (problem,), (msg("Done."),), "check", True)
    writer = open_report(Report("en", problems=(problem,), kind="check", statistics=True), format)
    pieces = [writer.add(file) for file in files(0, 5)]
    head, tail = writer.finish([msg("Done.")])
    assert head + "".join(pieces) + tail == write_report(report, format)
