"""What a report is made of, whatever its format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.problems import Level, Message, Problem


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file that was worked on.

    ``path`` as the user named it, ``status`` a word that is never translated (``written``, ``fresh``, ``stale``, ``kept``,
    ``failed``), ``output`` the file made from it, ``reason`` why the status is what it is.
    """

    path: str
    status: str
    output: str | None = None
    reason: Message | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All files of a run in order, the ``problems`` that belong to none of them, and ``closing`` lines for people."""

    language: str
    files: tuple[FileReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    closing: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A problem with the ``path`` it is reported under (``""`` if there is none) and its ``fingerprint``.

    The fingerprint is the same as long as the problem and its line of text are, wherever the line moves.
    """

    path: str
    problem: Problem
    fingerprint: str


def list_entries(report: Report) -> Iterator[Entry]:
    """Every problem of ``report``: those of no file first, then file by file."""
    seen: Counter[tuple[str, str, str]] = Counter()
    groups = [("", report.problems), *((file.path, file.problems) for file in report.files)]
    for path, problems in groups:
        for problem in problems:
            place = problem.place
            where = place.path if place else path
            text = ((place.excerpt or place.pointer) if place else None) or ""
            key = (problem.code, where, text.strip())
            seen[key] += 1
            yield Entry(where, problem, _digest(*key, str(seen[key])))


def list_entries_once(report: Report) -> Iterator[Entry]:
    """Like ``list_entries``, but what is wrong in a file that several specs share is listed only for the first of them.

    For reports that are one list of problems; those that say of each file why it failed need all of them.
    """
    entries = list_entries(report)
    groups = [("", report.problems), *((file.path, file.problems) for file in report.files)]
    told: set[Problem] = set()
    for path, problems in groups:
        for problem, entry in zip(problems, entries, strict=False):
            is_shared = problem.place is not None and problem.place.path != path
            if is_shared and problem in told:
                continue
            told.add(problem)
            yield entry


def count_levels(report: Report) -> Counter[Level]:
    """How many problems of each level there are."""
    problems = [*report.problems, *(problem for file in report.files for problem in file.problems)]
    return Counter(problem.level for problem in problems)


def _digest(*parts: str) -> str:
    from hashlib import sha256

    # A path written on Windows must give the same fingerprint as on the build server.
    text = "\0".join(part.replace("\\", "/") for part in parts)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
