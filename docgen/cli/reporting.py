"""The options that every command shares, and the report that they shape."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import wraps
from typing import TYPE_CHECKING, Any, Literal

import click

from docgen.cli.delivery import ReportLost, open_delivery
from docgen.cli.exit_codes import ExitCode
from docgen.cli.speaking import is_wished, language, say, speak
from docgen.cli.streams import write_error, write_out
from docgen.cli.words import Option, language_option
from docgen.problems import DocgenError, Place, Problem, has_errors, msg
from docgen.reports import FORMATS, Report, wants_colour, write_report

if TYPE_CHECKING:
    from docgen.config.settings import Settings


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

    def report(shared: Shared, config: str | None, options: dict[str, Any]) -> int:
        try:
            settings = _find_settings(config)
            chosen = language() if is_wished() or settings is None or settings.lang is None else settings.lang
            with speak(chosen):
                return callback(replace(shared, settings=settings), **options)
        except DocgenError as error:
            return report_problems(error.problems, shared, kind)

    @wraps(callback)
    def run(
        *, format: str, config: str | None, quiet: bool, reports: tuple[tuple[str, str], ...] = (), **options: Any
    ) -> int:
        try:
            return report(Shared(format, reports, quiet), config, options)
        except ReportLost as error:
            # the report on the standard output is whole: a second one would spoil it for programs
            write_error(describe_problems(error.problems))
            return ExitCode.FAILED

    return run


def demand_format(shared: Shared, known: tuple[str, ...] = ("text", "json")) -> str:
    """The form of what a command prints that makes no report; raises ``click.BadParameter`` for one that it does not have."""
    ctx = click.get_current_context()
    if shared.format not in ("auto", *known):
        words = msg("this command has {known}; the other forms are those of a report on files", known=", ".join(known))
        raise click.BadParameter(say(words), ctx, param_hint="'--format'")
    if shared.reports:
        words = msg("this command makes no report on files; send what it prints to a file instead")
        raise click.BadParameter(say(words), ctx, param_hint="'--report'")
    return known[0] if shared.format == "auto" else shared.format


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


def deliver(report: Report, shared: Shared) -> None:
    """Write ``report`` with its files to the standard output in its format, and to every file of ``--report``.

    Raises ``ReportLost`` if such a file cannot be written.
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
