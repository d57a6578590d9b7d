"""What a check says about each file and about itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from docgen.problems import Level, Message, Problem

FailOn = Literal["error", "warning", "never"]
GRAVE: dict[str, frozenset[Level]] = {
    "error": frozenset({Level.ERROR}),
    "warning": frozenset({Level.ERROR, Level.WARNING}),
    "never": frozenset(),
}
"""The levels that ``--fail-on`` means."""


class Status(StrEnum):
    """What became of a file. ``FOREIGN``: it is no administrative document; ``UNREADABLE``: no document was found out."""

    CHECKED = "checked"
    UNREADABLE = "unreadable"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """One document inside a file: its rule set, type and date (``None`` if unknown), whether it is a draft.

    ``type_name`` is what people call the type.
    """

    standard: str
    type: str | None
    type_name: str
    date: str | None
    draft: bool


@dataclass(frozen=True, slots=True)
class SkippedRule:
    """A rule that was not evaluated on a document, and why. ``document`` counts from 0, ``None``: the whole file."""

    rule: str
    reason: Message
    document: int | None = None


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file: ``problems`` are findings (those with a ``detail``, in the order of the page) and what else is to be said.

    ``known``: so many findings stand in the baseline and are left out. ``broken``: a rule failed, nothing could be judged, or the
    copy with comments could not be written. ``fail_on``: which findings of this file count. ``annotated``: the
    copy that was written.
    """

    path: str
    status: Status
    documents: tuple[CheckedDocument, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: tuple[SkippedRule, ...] = ()
    known: int = 0
    broken: bool = False
    fail_on: str = "error"
    annotated: str | None = None

    @property
    def findings(self) -> Iterator[Problem]:
        """The findings that count: those that nobody suppressed."""
        return (p for p in self.problems if p.detail is not None and p.detail.suppressed is None)

    @property
    def failed(self) -> bool:
        """Whether it could not be read, or not be evaluated as a whole."""
        return self.broken or self.status is Status.UNREADABLE

    @property
    def fails(self) -> bool:
        """Whether a finding is as grave as ``fail_on``."""
        return any(problem.level in GRAVE[self.fail_on] for problem in self.findings)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All files of a check in order, the problems that belong to none of them, and the wall time in seconds.

    ``baseline``: the file of known findings that was written, and ``remembered``, how many stand in it.
    """

    files: tuple[CheckedFile, ...]
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
    baseline: str | None = None
    remembered: int = 0

    @property
    def failed(self) -> bool:
        """Whether anything could not be read or evaluated."""
        return any(p.level is Level.ERROR for p in self.problems) or any(file.failed for file in self.files)

    @property
    def fails(self) -> bool:
        """Whether any file has a finding that counts."""
        return any(file.fails for file in self.files)
