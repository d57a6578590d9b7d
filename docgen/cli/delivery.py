"""Reports on their way: written file by file, handed over when all is known."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TextIO, cast

from docgen.cli.streams import write_out
from docgen.problems import DocgenError, Level, Message, Problem
from docgen.reports import FileReport, Report, Writer, choose_format, open_report, wants_colour

if TYPE_CHECKING:
    from docgen.cli.reporting import Shared

_IN_MEMORY = 1 << 18
"""So many letters of a report are kept in memory, the rest in a temporary file."""


class ReportLost(Exception):
    """A file of ``--report`` could not be written; all else of the report was handed over."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems


class _Draft:
    """One report on its way to its place, kept in memory while it is small and in a temporary file then."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._pieces: list[str] = []
        self._length = 0
        self._file: TextIO | None = None
        self._opened = ExitStack()

    def add(self, file: FileReport) -> None:
        piece = self._writer.add(file)
        self._pieces.append(piece)
        self._length += len(piece)
        if self._length > _IN_MEMORY:
            self._store()

    def finish(self, closing: Sequence[Message]) -> Iterator[str]:
        head, tail = self._writer.finish(closing)
        yield head
        if self._file is not None:
            self._file.seek(0)
            yield from iter(partial(self._file.read, _IN_MEMORY), "")
        yield "".join(self._pieces)
        yield tail

    def close(self) -> None:
        self._opened.close()

    def _store(self) -> None:
        if self._file is None:
            from tempfile import TemporaryFile

            made = TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="")  # noqa: SIM115 - close() ends it
            self._file = cast("TextIO", self._opened.enter_context(made))
        self._file.writelines(self._pieces)
        self._pieces.clear()
        self._length = 0


class Delivery:
    """The reports of one run, written file by file and handed over when all is known: nobody reads half of one."""

    def __init__(self, report: Report, shared: Shared) -> None:
        self._quiet = shared.quiet
        if self._quiet:
            report = replace(report, problems=_without_notes(report.problems))
        colour = wants_colour(os.environ, terminal=sys.stdout.isatty())
        self._out = _Draft(open_report(report, choose_format(shared.format, os.environ), colour=colour))
        self._files = [(path, _Draft(open_report(report, name))) for name, path in shared.reports]

    def add(self, file: FileReport) -> None:
        """Report ``file``."""
        if self._quiet:
            file = replace(file, problems=_without_notes(file.problems))
        for draft in self._drafts():
            draft.add(file)

    def finish(self, closing: Sequence[Message]) -> None:
        """Write everything to its place, with ``closing`` lines unless all is to be quiet.

        Raises ``ReportLost`` if a file of ``--report`` cannot be written; the others are.
        """
        closing = () if self._quiet else closing
        for piece in self._out.finish(closing):
            write_out(piece)
        lost: list[Problem] = []
        for path, draft in self._files:
            from pathlib import Path

            from docgen.jobs.files import write_atomic

            try:
                write_atomic(Path(path), (piece.encode("utf-8", "backslashreplace") for piece in draft.finish(closing)))
            except DocgenError as error:
                lost += error.problems
        if lost:
            raise ReportLost(tuple(lost))

    def close(self) -> None:
        """Throw away what was not handed over."""
        for draft in self._drafts():
            draft.close()

    def _drafts(self) -> list[_Draft]:
        return [self._out, *(draft for _, draft in self._files)]


@contextmanager
def open_delivery(report: Report, shared: Shared) -> Iterator[Delivery]:
    """The delivery of ``report``, whose files come one by one, to the standard output and every file of ``--report``."""
    delivery = Delivery(report, shared)
    try:
        yield delivery
    finally:
        delivery.close()


def _without_notes(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.level is not Level.NOTE)
