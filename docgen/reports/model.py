"""What a report is made of, whatever its format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from docgen.problems import Level, Message, Problem

if TYPE_CHECKING:
    from docgen.checking.fixed import FixedFile
    from docgen.checking.outcomes import CheckedFile
    from docgen.recovery.differences import Compared


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file that was worked on.

    ``path`` as the user named it, ``status`` a word that is never translated (``written``, ``fresh``, ``stale``, ``kept``,
    ``failed``; ``checked``, ``unreadable``, ``foreign``; ``fixed``, ``fixable``, ``unchanged``; ``equal``, ``different``),
    ``output`` the file made from it, ``reason`` why the status is what it is. ``checked``, ``fixed``, ``compared``: what else a
    check, a fix or a comparison knows of it; its problems are ``problems``.
    """

    path: str
    status: str
    output: str | None = None
    reason: Message | None = None
    problems: tuple[Problem, ...] = ()
    checked: CheckedFile | None = None
    fixed: FixedFile | None = None
    compared: Compared | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All files of a run in order, the ``problems`` that belong to none of them, and ``closing`` lines for people.

    ``kind``: what was done with the files; a check, a fix and a comparison have envelopes of their own. ``statistics``: people
    want numbers; ``differences``: they want every change in words.
    """

    language: str
    files: tuple[FileReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    closing: tuple[Message, ...] = ()
    kind: Literal["build", "check", "fix", "diff"] = "build"
    statistics: bool = False
    differences: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A problem with the ``path`` it is reported under (``""`` if there is none) and its ``fingerprint``.

    The fingerprint is the same as long as the problem and its line of text are, wherever the line moves.
    """

    path: str
    problem: Problem
    fingerprint: str


class Entries:
    """The entries of one report, asked for file by file; only what later files need is remembered."""

    def __init__(self) -> None:
        self._elsewhere: Counter[tuple[str, str, str]] = Counter()
        self._told: set[int] = set()

    def of(self, path: str, problems: Iterable[Problem]) -> Iterator[Entry]:
        """Every problem of the file ``path``, or (``""``) of none."""
        here: Counter[tuple[str, str, str]] = Counter()
        for problem in problems:
            place = problem.place
            where = place.path if place else path
            own = problem.detail.fingerprint if problem.detail else ""
            if own:
                # A finding's own fingerprint tells it from others of its file.
                yield Entry(where, problem, _digest(path, own))
                continue
            text = ((place.excerpt or place.pointer) if place else None) or ""
            key = (problem.code, where, text.strip())
            # no other file has problems at places in this one, unless it shares them
            (here if where == path else self._elsewhere)[key] += 1
            yield Entry(where, problem, _digest(*key, str(here[key] + self._elsewhere[key])))

    def once(self, path: str, problems: Iterable[Problem], *, suppressed: bool = False) -> Iterator[Entry]:
        """Like ``of``, but what is wrong in a file that several specs share is given only for the first of them.

        For reports that are one list of problems; those that say of each file why it failed need all of them. Findings that
        somebody let pass are left out unless ``suppressed``.
        """
        for entry in self.of(path, problems):
            problem = entry.problem
            is_shared = problem.place is not None and problem.place.path != path
            if is_shared or problem.detail is None:
                # a number each, not the problem: there may be as many as files
                sign = hash(problem)
                if is_shared and sign in self._told:
                    continue
                self._told.add(sign)
            if suppressed or not is_suppressed(problem):
                yield entry


def is_suppressed(problem: Problem) -> bool:
    """Whether somebody let ``problem`` pass."""
    return problem.detail is not None and problem.detail.suppressed is not None


def count_levels(report: Report) -> Counter[Level]:
    """How many problems of each level there are; those that somebody let pass do not count."""
    problems = [*report.problems, *(problem for file in report.files for problem in file.problems)]
    return Counter(problem.level for problem in problems if not is_suppressed(problem))


def _digest(*parts: str) -> str:
    from hashlib import sha256

    # A path written on Windows must give the same fingerprint as on the build server.
    text = "\0".join(part.replace("\\", "/") for part in parts)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
