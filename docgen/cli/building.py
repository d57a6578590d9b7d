"""What ``build`` and ``watch`` share: their options, and a build's result as a report."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from docgen.building import BuildResult, Outcome, Status
from docgen.cli.exit_codes import ExitCode
from docgen.cli.speaking import language, say
from docgen.cli.words import Option, WholeNumber
from docgen.problems import Message, msg
from docgen.reports import FileReport, Report

if TYPE_CHECKING:
    from docgen.checking.wishes import Wishes
    from docgen.config.settings import Settings

_LISTED = 10
"""So many written files are named one by one; of more only the number is told."""


class Day(click.ParamType[date]):
    """A date written ``2026-03-05``."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(say(msg("“{value}” is no date; write it like 2026-03-05", value=value)), param, ctx)


class Outputs(click.ParamType[tuple[str, ...]]):
    """``docx``, ``pdf`` or both with a comma."""

    name = "FORMATS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The formats."""
        found = value if isinstance(value, tuple) else tuple(part.strip() for part in str(value).split(",") if part.strip())
        if not found or set(found) - {"docx", "pdf"}:
            self.fail(say(msg("write docx, pdf or docx,pdf")), param, ctx)
        return found


def build_options() -> list[click.Parameter]:
    """The arguments and options of ``build`` and ``watch``, new objects each time."""
    return [
        click.Argument(["paths"], nargs=-1, metavar="[PATH]…"),
        Option(["-o", "--out"], metavar="DIR", words=msg("The folder for the Word files (build).")),
        Option(["--to"], type=Outputs(), metavar="docx,pdf", words=msg("What to make; a PDF needs LibreOffice.")),
        Option(["--jobs"], type=WholeNumber(0), metavar="N", words=msg("How many processes; 0 for one a processor.")),
        Option(["--today"], type=Day(), metavar="DATE", words=msg("The day to take for today.")),
    ]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What to build and how: options of the command line, else of the settings, else the usual ones."""

    paths: tuple[str, ...]
    out: str
    rest: dict[str, Any]


def choose_options(
    settings: Settings | None,
    paths: tuple[str, ...],
    out: str | None,
    to: tuple[str, ...] | None,
    jobs: int | None,
    today: date | None,
) -> Chosen:
    """Fill in what the command line leaves open."""
    rest = {
        "to": to or (settings and settings.to) or ("docx",),
        "jobs": jobs if jobs is not None else settings and settings.jobs,
        "exclude": settings.exclude if settings else (),
        "project": choose_project(settings),
        "today": today,
        "rules": choose_rules(settings),
    }
    return Chosen(paths or default_paths(), choose_out(settings, out), rest)


def choose_rules(settings: Settings | None) -> Wishes | None:
    """Which rules look at what is built: those that the settings give to ``check``."""
    if settings is None:
        return None
    from docgen.checking.wishes import Wishes

    return Wishes(
        select=settings.select,
        ignore=settings.ignore,
        only_text=settings.only == "text",
        preview=bool(settings.preview),
        fail_on=settings.fail_on or "error",
        overrides=settings.overrides,
        folder=choose_project(settings) or os.curdir,
        source=str(settings.file or ""),
    )


def choose_out(settings: Settings | None, out: str | None) -> str:
    """The out folder: the option, else the settings, else ``build``; from here if that is shorter."""
    if out is not None or settings is None or settings.out is None:
        return out or "build"
    return min(os.path.relpath(settings.out), str(settings.out), key=len)


def choose_project(settings: Settings | None) -> str | None:
    """The folder of the settings, ``None`` without settings."""
    return str(settings.file.parent) if settings and settings.file else None


def default_paths() -> tuple[str, ...]:
    """What is built when no path is given: the folder ``specs`` if there is one, else this folder."""
    return ("specs",) if os.path.isdir("specs") else (".",)


def choose_exit_code(result: BuildResult) -> ExitCode:
    """The exit code that a build's result stands for."""
    if result.failed:
        return ExitCode.FAILED
    return ExitCode.FINDINGS if result.unfinished or result.fails else ExitCode.OK


def report_build(result: BuildResult, *, quiet: bool) -> Report:
    """``result`` as a report; ``closing`` says in a few lines what was done, how long it took and what to open."""
    files = tuple(
        FileReport(outcome.spec, str(outcome.status), outcome.output, outcome.reason, outcome.problems, outcome.checked)
        for outcome in result.outcomes
    )
    closing = () if quiet else tuple(_summarise(result))
    return Report(language(), files, result.problems, closing)


def _summarise(result: BuildResult) -> list[Message]:
    written = [outcome for outcome in result.outcomes if outcome.status is Status.WRITTEN]
    lines = [msg("Written: {path} ({reason})", path=_paths(outcome), reason=outcome.reason) for outcome in written[:_LISTED]]
    if len(written) > _LISTED:
        lines = [msg("Written: {count} documents in {folder}.", count=len(written), folder=result.out)]
    lines += [
        msg("A copy of the replaced file: {path}", path=outcome.backup) for outcome in written if outcome.backup is not None
    ]
    counts = [
        (msg("{count} written", count=len(written)), len(written)),
        (msg("{count} up to date", count=result.count(Status.FRESH)), result.count(Status.FRESH)),
        (msg("{count} out of date", count=result.count(Status.STALE)), result.count(Status.STALE)),
        (msg("{count} left as they are", count=result.count(Status.KEPT)), result.count(Status.KEPT)),
        (msg("{count} failed", count=result.count(Status.FAILED)), result.count(Status.FAILED)),
    ]
    told = [words for words, count in counts if count]
    if told:
        total = told[0]
        for words in told[1:]:
            total = msg("{first}, {second}", first=total, second=words)
        lines.append(msg("{total} in {seconds} s.", total=total, seconds=f"{result.seconds:.1f}"))
    # a run that finds everything up to date says what to open as well; one that only asks finds something out of date
    right = written or [outcome for outcome in result.outcomes if outcome.status is Status.FRESH]
    if len(right) == 1:
        lines.append(msg("Open {path}", path=right[0].pdf or right[0].output))
    elif right and not result.count(Status.STALE):
        lines.append(msg("Open the folder {folder}", folder=result.out))
    return lines


def _paths(outcome: Outcome) -> Message:
    if outcome.pdf is None:
        return msg("{path}", path=outcome.output)
    return msg("{path} and {pdf}", path=outcome.output, pdf=outcome.pdf)
