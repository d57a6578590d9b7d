"""The result of a fix as a report, and the exit code it stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.cli.exit_codes import ExitCode
from docgen.cli.speaking import language
from docgen.problems import Message, msg
from docgen.reports import FileReport, Report

if TYPE_CHECKING:
    from docgen.checking import FixResult


def choose_fix_code(result: FixResult) -> ExitCode:
    """The exit code that a fix's result stands for."""
    if result.failed:
        return ExitCode.FAILED
    return ExitCode.FINDINGS if result.is_open or result.fell_short else ExitCode.OK


def report_fix(result: FixResult, *, quiet: bool, differences: bool = False) -> Report:
    """``result`` as a report; ``closing`` sums it up; ``differences``: people want every change in words."""
    files = tuple(
        FileReport(file.path, str(file.status), file.output, problems=file.problems, fixed=file) for file in result.files
    )
    closing = () if quiet else tuple(_sum_up(result))
    return Report(language(), files, result.problems, closing, "fix", differences=differences)


def _sum_up(result: FixResult) -> Iterator[Message]:
    counts = Counter(str(file.status) for file in result.files)
    total = msg("Files: {count}", count=len(result.files))
    told = (
        (msg("repaired: {count}", count=counts["fixed"]), counts["fixed"]),
        (msg("to be repaired: {count}", count=counts["fixable"]), counts["fixable"]),
        (msg("nothing to repair: {count}", count=counts["unchanged"]), counts["unchanged"]),
        (msg("not replaced: {count}", count=counts["kept"]), counts["kept"]),
        (msg("could not be written: {count}", count=counts["failed"]), counts["failed"]),
        (msg("could not be read: {count}", count=counts["unreadable"]), counts["unreadable"]),
        (msg("no administrative documents: {count}", count=counts["foreign"]), counts["foreign"]),
    )
    for words, count in told:
        if count:
            total = msg("{first}, {second}", first=total, second=words)
    yield msg("{sentence}.", sentence=total)
    if not result.writes and result.is_open:
        yield msg("Nothing was written. -o DIR writes repaired copies, --in-place replaces the files.")
