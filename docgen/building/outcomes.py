"""What a build says about each spec and about itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from docgen.problems import Message, Problem


class Status(StrEnum):
    """What became of a spec's Word file.

    ``STALE``: out of date, not built because only asked. ``KEPT``: not replaced, because somebody changed it, docgen never
    wrote it, or it is open in Word.
    """

    WRITTEN = "written"
    FRESH = "fresh"
    STALE = "stale"
    KEPT = "kept"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One spec: its path as the user named it, its Word file, what was done and why.

    ``pdf`` is the PDF beside the Word file when one was asked for and is there. ``backup`` is the copy that was kept of a
    file that ``force`` replaced. ``seconds`` is the time spent on this spec alone.
    """

    spec: str
    output: str
    status: Status
    reason: Message
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
    backup: str | None = None
    pdf: str | None = None


@dataclass(frozen=True, slots=True)
class BuildResult:
    """All specs of a build in order, the problems that belong to none of them, and the wall time in seconds."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]
    out: str
    seconds: float

    @property
    def failed(self) -> bool:
        """Whether anything could not be read, built or written."""
        return bool(self.problems) or any(outcome.status is Status.FAILED for outcome in self.outcomes)

    @property
    def unfinished(self) -> bool:
        """Whether an output is out of date or was kept."""
        return any(outcome.status in (Status.STALE, Status.KEPT) for outcome in self.outcomes)

    def count(self, status: Status) -> int:
        """How many specs have ``status``."""
        return sum(outcome.status is status for outcome in self.outcomes)
