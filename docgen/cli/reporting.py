"""The options that every command shares, and the report that they shape."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, Literal, TextIO, cast

import click

from docgen.cli.exit_codes import ExitCode
from docgen.cli.speaking import is_wished, language, say, speak
from docgen.cli.streams import write_error, write_out
from docgen.cli.words import Option, language_option
from docgen.problems import DocgenError, Level, Message, Place, Problem, has_errors, msg
from docgen.reports import FORMATS, FileReport, Report, Writer, choose_format, open_report, wants_colour, write_report

if TYPE_CHECKING:
    from docgen.config.settings import Settings


_IN_MEMORY = 1 << 18
"""So many letters of a report are kept in memory, the rest in a temporary file."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The values of the shared options. ``reports`` are pairs of format and file; ``settings`` are those of docgen.toml."""

    format: str
    reports: tuple[tuple[str, str], ...]
    quiet: bool
    settings: Settings | None = None


class ReportTo(click.ParamType[tuple[str, str]]):
    """``FORMAT:FILE``."""

    name = "FORMAT:FILE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The pair of format and file."""
        if isinstance(value, tuple):
            return value[0], value[1]
        name, colon, path = str(value).partition(":")
        if name not in FORMATS or not colon or not path:
            self.fail(say(msg("write it as FORMAT:FILE, FORMAT one of {known}", known=", ".join(FORMATS))), param, ctx)
        return name, path


def shared_options() -> list[click.Parameter]:
    """The options of every command, new objects each time."""
    return [
        Option(
            ["--format"],
            type=click.Choice(("auto", *FORMATS)),
            default="auto",
            show_default=True,
            words=msg("The form of the report. auto: github under GitHub Actions, else text."),
        ),
        Option(
            ["--report", "reports"],
            type=ReportTo(),
            multiple=True,
            metavar="FORMAT:FILE",
            words=msg("Write the report to a file as well; may be given several times."),
        ),
        language_option(),
        Option(["--config"], metavar="FILE", words=msg("The configuration, instead of the nearest docgen.toml.")),
        Option(["-q", "--quiet"], is_flag=True, words=msg("Say nothing but errors and warnings.")),
    ]


def with_shared(callback: Callable[..., int], kind: Literal["build", "check", "fix", "diff"] = "build") -> Callable[..., int]:
    """Hand the shared options to ``callback`` as its first argument; problems it raises become the report, one of ``kind``."""

    @wraps(callback)
    def run(
        *, format: str, config: str | None, quiet: bool, reports: tuple[tuple[str, str], ...] = (), **options: Any
    ) -> int:
        shared = Shared(format, reports, quiet)
        try:
            settings = _find_settings(config)
            chosen = language() if is_wished() or settings is None or settings.lang is None else settings.lang
            with speak(chosen):
                return callback(replace(shared, settings=settings), **options)
        except DocgenError as error:
            return report_problems(error.problems, shared, kind)

    return run


def _find_settings(explicit: str | None) -> Settings | None:
    """The settings of ``explicit`` or of the nearest file; nothing is imported where there is none."""
    here = os.getcwd()
    folders = [here]
    while os.path.dirname(folders[-1]) != folders[-1]:
        folders.append(os.path.dirname(folders[-1]))
    names = ("docgen.toml", "pyproject.toml")
    if explicit is None and not any(os.path.isfile(os.path.join(folder, name)) for folder in folders for name in names):
        return None
    from pathlib import Path

    from docgen.config import load_settings

    return load_settings(Path(here), None if explicit is None else Path(explicit))


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

            made = self._opened.enter_context(TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline=""))
            self._file = cast("TextIO", made)
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

        Raises ``DocgenError`` if a file of ``--report`` cannot be written.
        """
        closing = () if self._quiet else closing
        for piece in self._out.finish(closing):
            write_out(piece)
        for path, draft in self._files:
            from pathlib import Path

            from docgen.jobs.files import write_atomic

            write_atomic(Path(path), (piece.encode("utf-8", "backslashreplace") for piece in draft.finish(closing)))

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


def deliver(report: Report, shared: Shared) -> None:
    """Write ``report`` with its files to the standard output in its format, and to every file of ``--report``.

    Raises ``DocgenError`` if such a file cannot be written.
    """
    with open_delivery(report, shared) as delivery:
        for file in report.files:
            delivery.add(file)
        delivery.finish(report.closing)


def report_problems(problems: Iterable[Problem], shared: Shared, kind: Literal["build", "check", "fix", "diff"] = "build") -> int:
    """Deliver ``problems`` that belong to no file; the exit code they stand for."""
    problems = tuple(problems)
    deliver(Report(language(), problems=problems, kind=kind), shared)
    return ExitCode.FAILED if has_errors(problems) else ExitCode.OK


def describe_problems(problems: Iterable[Problem]) -> str:
    """``problems`` as text for the standard error stream."""
    colour = wants_colour(os.environ, terminal=sys.stderr.isatty())
    return write_report(Report(language(), problems=tuple(problems)), "text", colour=colour)


def hand_over(product: str, path: str | None, shared: Shared) -> int:
    """Write what a command made to ``path``, or to the standard output; an existing file is never replaced."""
    if path is None:
        write_out(product)
        return ExitCode.OK
    return hand_over_bytes(product.encode("utf-8"), path, shared)


def hand_over_bytes(product: bytes, path: str, shared: Shared) -> int:
    """The same for bytes; raises ``DocgenError`` if ``path`` is there already or cannot be written."""
    from pathlib import Path

    from docgen.jobs.files import write_atomic

    if os.path.lexists(path):
        what, remedy = msg("{path} is there already.", path=path), msg("Choose another name with -o, or move the file away.")
        raise DocgenError(Problem("output-exists", what, remedy, Place(path)))
    write_atomic(Path(path), product)
    if not shared.quiet:
        write_error(say(msg("Written: {path}", path=path)) + "\n")
    return ExitCode.OK


def _without_notes(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.level is not Level.NOTE)
