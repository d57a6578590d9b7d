"""Checking many files: find them, plan, judge here or in other processes, remember what is known."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.checking.baseline import Baseline, Renewal, load_baseline
from docgen.checking.copies import name_copies
from docgen.checking.files import Found, find_files
from docgen.checking.judging import Task, check_file
from docgen.checking.outcomes import CheckedFile, CheckResult, Status
from docgen.checking.planning import Planner
from docgen.checking.wishes import AUTO, Wishes
from docgen.i18n import LANGUAGES
from docgen.jobs.running import Failure, run_jobs
from docgen.problems import DocgenError, Level, Problem, msg

if TYPE_CHECKING:
    from docgen.config.settings import Override

_FEW = 20
"""So many files are checked faster in this process than a second process starts."""


def check(
    paths: Iterable[str | os.PathLike[str]] = (".",),
    *,
    standard: str = AUTO,
    agency: str = AUTO,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    only_text: bool = False,
    preview: bool = False,
    fail_on: str = "error",
    baseline: str | os.PathLike[str] | None = None,
    update_baseline: bool = False,
    annotate: str | os.PathLike[str] | None = None,
    exclude: Sequence[str] = (),
    overrides: Sequence[Override] = (),
    project: str | os.PathLike[str] = ".",
    firm: Iterable[str] = (),
    language: str = LANGUAGES[0],
    jobs: int | None = 1,
    on_progress: Callable[[int, int], None] | None = None,
) -> CheckResult:
    """Judge every Word file and spec in ``paths``. A spec is rendered in memory, its findings are at its lines.

    ``standard``: a rule set for every Word file, or ``auto`` for that of each document's date. ``agency``: the short name of an
    agency in the nearest ``agency.yaml``, whose layer narrows the rule set; ``auto`` for the one that the document names as its
    issuer, ``none`` for the act alone. ``select`` and ``ignore`` take codes, names and groups of rules. ``only_text``: only what
    the words of an act order. ``preview``: new rules too. ``fail_on``: ``error``, ``warning`` or ``never``, the findings that
    ``CheckResult.fails`` is about. ``baseline``: the file of known findings, which are left out; ``update_baseline`` writes it.
    ``annotate``: the folder for copies with comments in ``language``. ``exclude``: globs that folders leave out. ``overrides``
    change the rest for some files, by globs below ``project``, but not what ``firm`` names (``select``, ``standard``, ``only``,
    ``fail_on``). ``jobs``: processes, 0 for one a processor, ``None`` for as many as pay off. ``on_progress(done, total)`` is
    called for each file.

    One outcome a file, in order: a file that cannot be read is one, too. Raises ``DocgenError`` when nothing at all can be done.
    """
    began = time.perf_counter()
    wishes = Wishes(
        standard,
        tuple(select),
        tuple(ignore),
        only_text,
        preview,
        fail_on,
        frozenset(firm),
        tuple(overrides),
        os.fspath(project),
        agency,
    )
    run = CheckRun(
        paths,
        wishes,
        baseline=baseline,
        update_baseline=update_baseline,
        annotate=annotate,
        exclude=exclude,
        language=language,
        jobs=jobs,
        on_progress=on_progress,
    )
    files = tuple(run.files())
    return CheckResult(files, run.problems, time.perf_counter() - began, run.baseline, run.remembered)


class CheckRun:
    """A check under way, for as many files as there may be: outcomes are handed out one by one and not kept.

    ``problems`` belong to no file. While ``files`` goes on, ``failed`` and ``fails`` say of the outcomes so far what
    ``CheckResult`` says of all; ``baseline`` and ``remembered`` are there when it has ended. Parameters are those of ``check``.
    """

    def __init__(
        self,
        paths: Iterable[str | os.PathLike[str]],
        wishes: Wishes,
        *,
        baseline: str | os.PathLike[str] | None = None,
        update_baseline: bool = False,
        annotate: str | os.PathLike[str] | None = None,
        exclude: Sequence[str] = (),
        language: str = LANGUAGES[0],
        jobs: int | None = 1,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self._planner = Planner(wishes)
        known = _open_baseline(baseline, update_baseline)
        self._known = None if update_baseline else known
        self._renewal = Renewal(known) if known is not None and update_baseline else None
        self._found, problems = find_files(paths, exclude)
        words = [one.path for one in self._found if not one.is_spec]
        self._copies = {} if annotate is None else name_copies(words, os.fspath(annotate))
        self._language, self._jobs, self._on_progress = language, jobs, on_progress
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.failed = any(problem.level is Level.ERROR for problem in problems)
        self.fails = False
        self.baseline: str | None = None
        self.remembered = 0

    def files(self) -> Iterator[CheckedFile]:
        """The outcome of every file in order; the file of known findings is written at the end. Raises ``DocgenError``."""
        planned = _Planned([one for one in self._found if one.problem is None], self._task)
        results = _run(planned, self._jobs, self._on_progress)
        for one in self._found:
            file = next(results) if one.problem is None else self._unreadable(one.path, one.problem)
            if self._renewal is not None:
                self._renewal.add(file)
                file = _forget(file)
            self.failed = self.failed or file.failed
            self.fails = self.fails or file.fails
            yield file
        if self._renewal is not None:
            renewed = self._renewal.finish()
            renewed.save()
            self.baseline, self.remembered = renewed.path, len(renewed.entries)

    def _task(self, found: Found) -> Task:
        path, plan = found.path, self._planner.plan(found.path)
        known = self._known.known(path) if self._known is not None else frozenset[str]()
        return Task(path, found.is_spec, plan, known, self._copies.get(path), language=self._language)

    def _unreadable(self, path: str, problem: Problem) -> CheckedFile:
        return CheckedFile(path, Status.UNREADABLE, problems=(problem,), fail_on=self._planner.plan(path).fail_on)


class _Planned:
    """The tasks for some files, each made when its turn comes."""

    def __init__(self, found: Sequence[Found], make: Callable[[Found], Task]) -> None:
        self._found, self._make = found, make

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Task]:
        return map(self._make, self._found)


def check_files(tasks: Sequence[Task], *, jobs: int | None = 1) -> list[CheckedFile]:
    """The outcome of every task in order. ``jobs`` as for ``check``."""
    return list(_run(tasks, jobs, None))


def _run(
    tasks: Sequence[Task] | _Planned, jobs: int | None, on_progress: Callable[[int, int], None] | None
) -> Iterator[CheckedFile]:
    total, done = len(tasks), 0

    def count(_index: int, _result: CheckedFile | Failure) -> None:
        nonlocal done
        done += 1
        if on_progress is not None:
            on_progress(done, total)

    for result in run_jobs(check_file, tasks, jobs=jobs if jobs is not None else count_jobs(total), on_done=count):
        assert isinstance(result, CheckedFile)
        yield result


def count_jobs(files: int) -> int:
    """How many processes pay off for so many files."""
    return min(os.cpu_count() or 1, max(1, files // _FEW))


def _open_baseline(path: str | os.PathLike[str] | None, update: bool) -> Baseline | None:
    if path is not None:
        return load_baseline(os.fspath(path), may_be_missing=update)
    if update:
        what = msg("Nothing says which file remembers the known findings.")
        raise DocgenError(Problem("check-baseline", what, msg("Name it with --baseline FILE, or as baseline in docgen.toml.")))
    return None


def _forget(file: CheckedFile) -> CheckedFile:
    """``file`` without the findings that are remembered now."""
    kept = tuple(
        p for p in file.problems if p.detail is None or p.detail.suppressed is not None or p.code.startswith("DG")
    )
    return replace(file, problems=kept, known=len(file.problems) - len(kept))
