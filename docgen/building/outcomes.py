"""What a build says about each spec and about itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.problems import Message, Problem

if TYPE_CHECKING:
    from docgen.checking.outcomes import CheckedFile


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
    file that ``force`` or ``merge`` replaced. ``seconds`` is the time spent on this spec alone. ``checked``: what a check of the
    Word file found, where one was asked for; its problems stand in ``problems`` as well. ``open``: in so many places both spec
    and Word file were changed, and somebody has to choose.
    """

    spec: str
    output: str
    status: Status
    reason: Message
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
    backup: str | None = None
    pdf: str | None = None
    checked: CheckedFile | None = None
    open: int = 0

    @property
    def is_right(self) -> bool:
        """Whether the Word file is as its spec says."""
        return self.status in (Status.WRITTEN, Status.FRESH) and not self.open


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
        broken = (outcome.checked is not None and outcome.checked.failed for outcome in self.outcomes)
        return bool(self.problems) or any(outcome.status is Status.FAILED for outcome in self.outcomes) or any(broken)

    @property
    def unfinished(self) -> bool:
        """Whether an output is out of date, was kept, or waits for somebody to choose."""
        return any(outcome.status in (Status.STALE, Status.KEPT) or outcome.open for outcome in self.outcomes)

    @property
    def fails(self) -> bool:
        """Whether the check of a Word file found something that counts."""
        return any(outcome.checked is not None and outcome.checked.fails for outcome in self.outcomes)

    def count(self, status: Status) -> int:
        """How many specs have ``status``."""
        return sum(outcome.status is status for outcome in self.outcomes)
