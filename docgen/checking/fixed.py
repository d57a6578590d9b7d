"""What a fix says about each file and about itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from docgen.fixes.edits import Edit
from docgen.problems import Level, Problem


class FixStatus(StrEnum):
    """What became of a file.

    ``FIXED``: what was put right is written; ``FIXABLE``: it would be, but nothing was to be written; ``UNCHANGED``: nothing was
    to be done; ``KEPT``: the result may not be written (a problem says why); ``FAILED``: it could not be written;
    ``UNREADABLE``; ``FOREIGN``: no administrative document.
    """

    FIXED = "fixed"
    FIXABLE = "fixable"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    FAILED = "failed"
    UNREADABLE = "unreadable"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Change:
    """One change in a file, and the rule (code and name) that wants it."""

    rule: str
    name: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class FixedFile:
    """One file: what was changed in it (or would be), where the result was written, what is to be said besides.

    Findings that are left: ``by_hand`` have no repair, ``unsafe`` only one that must be asked for, ``stubborn`` are there still
    although they were repaired.
    """

    path: str
    status: FixStatus
    changes: tuple[Change, ...] = ()
    output: str | None = None
    by_hand: int = 0
    unsafe: int = 0
    stubborn: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether it could not be read or written."""
        return self.status in (FixStatus.UNREADABLE, FixStatus.FAILED)

    @property
    def is_open(self) -> bool:
        """Whether there are changes that are not written."""
        return self.status in (FixStatus.FIXABLE, FixStatus.KEPT)


@dataclass(frozen=True, slots=True)
class FixResult:
    """All files of a fix in order, the problems that belong to none of them, and the wall time in seconds.

    ``writes``: the results were to be written.
    """

    files: tuple[FixedFile, ...]
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
    writes: bool = False

    @property
    def failed(self) -> bool:
        """Whether anything could not be read or written."""
        return any(p.level is Level.ERROR for p in self.problems) or any(file.failed for file in self.files)

    @property
    def is_open(self) -> bool:
        """Whether any file has changes that are not written."""
        return any(file.is_open for file in self.files)

    @property
    def fell_short(self) -> bool:
        """Whether any finding is there still although a repair was known for it."""
        return any(file.stubborn for file in self.files)
