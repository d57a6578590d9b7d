"""The numbers of a check, counted file by file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from docgen.problems import Detail, Level, Message, msg
from docgen.reports.model import FileReport, is_suppressed

LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "info"}
_NUMBERS = (
    *("files", "unreadable", "foreign", "errors", "warnings", "infos"),
    *("suppressed", "known", "skipped", "fixable", "fixable_safely"),
)


class Summary:
    """Files by what became of them, findings by level, what was left out, and how many findings a program can repair.

    ``numbers``: a number for each of these, ``fixable_safely`` being part of ``fixable``.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, int] = dict.fromkeys(_NUMBERS, 0)

    def add(self, file: FileReport) -> None:
        """Count ``file`` and its findings."""
        numbers = self.numbers
        numbers["files"] += 1
        if file.status in ("unreadable", "foreign"):
            numbers[file.status] += 1
        for problem in file.problems:
            if problem.detail is None:
                continue
            if is_suppressed(problem):
                numbers["suppressed"] += 1
                continue
            numbers[f"{LEVELS[problem.level]}s"] += 1
            numbers["fixable"] += problem.detail.fixable
            numbers["fixable_safely"] += is_fixed_safely(problem.detail)
        if file.checked is not None:
            numbers["known"] += file.checked.known
            numbers["skipped"] += len(file.checked.skipped)


@dataclass(slots=True)
class RuleCount:
    """How often a rule was broken, in how many files, and how many of these breaches a program can repair, how many safely."""

    rule: str
    name: str
    count: int = 0
    files: int = 0
    fixable: int = 0
    fixable_safely: int = 0


class RuleCounts:
    """How often each rule was broken."""

    def __init__(self) -> None:
        self._counts: dict[str, RuleCount] = {}

    def add(self, file: FileReport) -> None:
        """Count the findings of ``file``."""
        found = Counter[str]()
        for problem in file.problems:
            if problem.detail is None or is_suppressed(problem):
                continue
            row = self._counts.setdefault(problem.code, RuleCount(problem.code, problem.detail.name))
            row.count += 1
            row.fixable += problem.detail.fixable
            row.fixable_safely += is_fixed_safely(problem.detail)
            found[problem.code] += 1
        for code in found:
            self._counts[code].files += 1

    def rows(self) -> list[RuleCount]:
        """The most frequent first."""
        return sorted(self._counts.values(), key=lambda row: (-row.count, row.rule))


def is_fixed_safely(detail: Detail) -> bool:
    """Whether ``docgen fix`` repairs the finding without being asked for more."""
    return detail.fixable and detail.fix == "safe"


def tell_repairs(fixable: int, safely: int) -> Message | None:
    """How many findings ``docgen fix`` can repair, and how many more if it is asked to; ``None`` if it can none."""
    if not fixable:
        return None
    if not safely:
        return msg("docgen fix --unsafe can repair: {count}", count=fixable)
    told = msg("docgen fix can repair: {count}", count=safely)
    if fixable == safely:
        return told
    return msg("{repairs}, {count} more with --unsafe", repairs=told, count=fixable - safely)
