"""The outcomes of a check as a report, and the exit code they stand for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from docgen.cli.delivery import open_delivery
from docgen.cli.exit_codes import ExitCode
from docgen.cli.speaking import language
from docgen.problems import Message, msg
from docgen.reports import FileReport, Report
from docgen.reports.counting import Summary, tell_repairs

if TYPE_CHECKING:
    from docgen.checking import CheckedFile, CheckRun
    from docgen.cli.reporting import Shared
    from docgen.config.settings import Settings


def report_check(run: CheckRun, shared: Shared, *, statistics: bool = False) -> ExitCode:
    """Report every file of ``run`` as it comes, then sum up; the exit code of it all. Raises ``DocgenError``."""
    summary, annotated = Summary(), list[str]()
    report = Report(language(), problems=run.problems, kind="check", statistics=statistics)
    with open_delivery(report, shared) as delivery:
        for outcome in run.files():
            file = report_file(outcome)
            summary.add(file)
            delivery.add(file)
            if outcome.annotated is not None:
                annotated.append(outcome.annotated)
        closing = [msg("With comments: {path}", path=path) for path in annotated]
        if run.baseline is not None:
            closing.append(_tell_baseline(run.baseline, run.remembered))
        delivery.finish([*closing, _sum_up(summary.numbers)])
    if run.failed:
        return ExitCode.FAILED
    return ExitCode.FINDINGS if run.fails else ExitCode.OK


def report_file(file: CheckedFile) -> FileReport:
    """One checked file for the report."""
    return FileReport(file.path, str(file.status), problems=file.problems, checked=file)


def choose_baseline(settings: Settings | None, option: str | None) -> str | None:
    """The file of known findings: the option, else that of the settings, from here if that is shorter."""
    if option or settings is None or settings.baseline is None:
        return option
    path = settings.baseline
    try:
        return min(os.path.relpath(path), str(path), key=len)
    except ValueError:
        # Windows: on another drive.
        return str(path)


def _tell_baseline(path: str, count: int) -> Message:
    if count == 1:
        return msg("{path} knows one finding now.", path=path)
    return msg("{path} knows {count} findings now.", path=path, count=count)


def _sum_up(numbers: dict[str, int]) -> Message:
    counted = (
        (numbers["errors"], msg("errors: {count}", count=numbers["errors"])),
        (numbers["warnings"], msg("warnings: {count}", count=numbers["warnings"])),
        (numbers["infos"], msg("notes: {count}", count=numbers["infos"])),
        (numbers["unreadable"], msg("could not be read: {count}", count=numbers["unreadable"])),
        (numbers["foreign"], msg("no administrative documents: {count}", count=numbers["foreign"])),
        (numbers["known"], msg("findings known before: {count}", count=numbers["known"])),
        (numbers["suppressed"], msg("findings let pass: {count}", count=numbers["suppressed"])),
    )
    told = [words for count, words in counted if count]
    if numbers["files"] and not any(numbers[name] for name in ("errors", "warnings", "infos", "unreadable")):
        told.insert(0, msg("nothing found"))
    repairs = tell_repairs(numbers["fixable"], numbers["fixable_safely"])
    if repairs is not None:
        told.append(repairs)
    total = msg("Files checked: {count}", count=numbers["files"])
    for words in told:
        total = msg("{first}, {second}", first=total, second=words)
    return msg("{sentence}.", sentence=total)
