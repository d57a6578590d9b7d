"""What a check is asked on the command line, and its result as a report."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.exit_codes import ExitCode
from docgen.cli.speaking import language
from docgen.problems import Message, msg
from docgen.reports import FileReport, Report
from docgen.reports.check_json import summarise

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.checking import CheckedFile, CheckResult
    from docgen.config.settings import Settings


_PARTY = "party"
"""What new specs may follow; of a file to be checked the date tells which edition that is."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What to check and how: options of the command line, else of the settings, else the usual ones."""

    paths: tuple[str, ...]
    rest: dict[str, Any]


def split_names(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """The names in values that may hold several, with commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def choose_options(
    settings: Settings | None, paths: tuple[str, ...], files_from: str | None, options: Mapping[str, Any]
) -> Chosen:
    """Fill in what the command line leaves open. Raises ``DocgenError`` if the list of files cannot be read."""
    only = options["only"] or (settings and settings.only)
    preview = options["preview"] if options["preview"] is not None else settings and settings.preview
    baseline = options["baseline"] or (_shorten(settings.baseline) if settings and settings.baseline else None)
    usual = settings.standard if settings and settings.standard != _PARTY else None
    rest = {
        "standard": options["standard"] or usual or "auto",
        "select": options["select"] or (settings.select if settings else ()),
        "ignore": options["ignore"] or (settings.ignore if settings else ()),
        "only_text": only == "text",
        "preview": bool(preview),
        "fail_on": options["fail_on"] or (settings and settings.fail_on) or "error",
        "baseline": baseline,
        "exclude": (*(settings.exclude if settings else ()), *options["exclude"]),
        "overrides": settings.overrides if settings else (),
        "project": str(settings.file.parent) if settings and settings.file else os.curdir,
        "firm": [name for name in ("standard", "select", "only", "fail_on") if options[name]],
        "jobs": options["jobs"] if options["jobs"] is not None else settings and settings.jobs,
    }
    listed = () if files_from is None else tuple(_read_list(files_from))
    return Chosen((*paths, *listed) if paths or files_from is not None else (os.curdir,), rest)


def choose_exit_code(result: CheckResult) -> ExitCode:
    """The exit code that a check's result stands for."""
    if result.failed:
        return ExitCode.FAILED
    return ExitCode.FINDINGS if result.fails else ExitCode.OK


def report_check(result: CheckResult, *, quiet: bool, statistics: bool = False) -> Report:
    """``result`` as a report; ``closing`` sums it up in one line, after lines about what was written."""
    files = tuple(report_file(file) for file in result.files)
    closing = () if quiet else (*_written(result), _sum_up(files))
    return Report(language(), files, result.problems, closing, "check", statistics)


def report_file(file: CheckedFile) -> FileReport:
    """One checked file for the report."""
    return FileReport(file.path, str(file.status), problems=file.problems, checked=file)


def _written(result: CheckResult) -> list[Message]:
    lines = [msg("With comments: {path}", path=file.annotated) for file in result.files if file.annotated is not None]
    if result.baseline is not None:
        lines.append(msg("{path} knows {count} findings now.", path=result.baseline, count=result.remembered))
    return lines


def _sum_up(files: Sequence[FileReport]) -> Message:
    numbers = summarise(files)
    counted = [
        (numbers["errors"], msg("errors: {count}", count=numbers["errors"])),
        (numbers["warnings"], msg("warnings: {count}", count=numbers["warnings"])),
        (numbers["infos"], msg("notes: {count}", count=numbers["infos"])),
        (numbers["unreadable"], msg("could not be read: {count}", count=numbers["unreadable"])),
        (numbers["foreign"], msg("no administrative documents: {count}", count=numbers["foreign"])),
        (numbers["known"], msg("findings known before: {count}", count=numbers["known"])),
        (numbers["suppressed"], msg("findings let pass: {count}", count=numbers["suppressed"])),
        (numbers["fixable"], msg("docgen fix can repair: {count}", count=numbers["fixable"])),
    ]
    told = [words for count, words in counted if count]
    if not any(numbers[name] for name in ("errors", "warnings", "infos", "unreadable")):
        told.insert(0, msg("nothing found"))
    total = msg("Files checked: {count}", count=numbers["files"])
    for words in told:
        total = msg("{first}, {second}", first=total, second=words)
    return msg("{sentence}.", sentence=total)


def _shorten(path: Path) -> str:
    """``path`` from here if that is shorter."""
    try:
        return min(os.path.relpath(path), str(path), key=len)
    except ValueError:
        # Windows: on another drive.
        return str(path)


def _read_list(path: str) -> list[str]:
    from docgen.checking.files import read_list, read_list_file

    if path != "-":
        return read_list_file(path)
    return read_list(sys.stdin.buffer.read().decode("utf-8", "surrogateescape"))
