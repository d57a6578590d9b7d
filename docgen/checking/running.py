"""Checking many files: find them, plan, judge here or in other processes, remember what is known."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.checking.baseline import Baseline, load_baseline
from docgen.checking.copies import name_copies
from docgen.checking.files import Found, find_files
from docgen.checking.judging import Task, check_file
from docgen.checking.outcomes import CheckedFile, CheckResult, Status
from docgen.checking.planning import Planner
from docgen.checking.wishes import AUTO, Wishes
from docgen.i18n import LANGUAGES
from docgen.jobs.running import Failure, run_jobs
from docgen.problems import DocgenError, Problem, msg

if TYPE_CHECKING:
    from docgen.config.settings import Override

_FEW = 20
"""So many files are checked faster in this process than a second process starts."""


def check(
    paths: Iterable[str | os.PathLike[str]] = (".",),
    *,
    standard: str = AUTO,
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

    ``standard``: a rule set for every Word file, or ``auto`` for that of each document's date. ``select`` and ``ignore`` take
    codes, names and groups of rules. ``only_text``: only what the words of an act order. ``preview``: new rules too.
    ``fail_on``: ``error``, ``warning`` or ``never``, the findings that ``CheckResult.fails`` is about. ``baseline``: the file
    of known findings, which are left out; ``update_baseline`` writes it. ``annotate``: the folder for copies with comments in
    ``language``. ``exclude``: globs that folders leave out. ``overrides`` change the rest for some files, by globs below
    ``project``, but not what ``firm`` names (``select``, ``standard``, ``only``, ``fail_on``). ``jobs``: processes, 0 for one a
    processor, ``None`` for as many as pay off. ``on_progress(done, total)`` is called for each file.

    One outcome a file, in order: a file that cannot be read is one, too. Raises ``DocgenError`` when nothing at all can be done.
    """
    began = time.perf_counter()
    folder = os.fspath(project)
    wishes = Wishes(
        standard, tuple(select), tuple(ignore), only_text, preview, fail_on, frozenset(firm), tuple(overrides), folder
    )
    planner = Planner(wishes)
    known = _open_baseline(baseline, update_baseline)
    found, problems = find_files(paths, exclude)
    copies = {} if annotate is None else name_copies([one.path for one in found if not one.is_spec], os.fspath(annotate))
    tasks = [_plan(one, planner, None if update_baseline else known, copies, language) for one in found]
    files = check_files(tasks, jobs=jobs, on_progress=on_progress)
    if known is None or not update_baseline:
        return CheckResult(tuple(files), tuple(problems), time.perf_counter() - began)
    renewed = known.updated(files)
    renewed.save()
    files = [_forget(file) for file in files]
    return CheckResult(tuple(files), tuple(problems), time.perf_counter() - began, known.path, len(renewed.entries))


def check_files(
    tasks: Sequence[Task | CheckedFile], *, jobs: int | None = 1, on_progress: Callable[[int, int], None] | None = None
) -> list[CheckedFile]:
    """The outcome of every task in order; what is an outcome already stays as it is. ``jobs`` as for ``check``."""
    todo = [task for task in tasks if isinstance(task, Task)]
    done = 0

    def count(_index: int, _result: CheckedFile | Failure) -> None:
        nonlocal done
        done += 1
        if on_progress is not None:
            on_progress(done, len(todo))

    results = run_jobs(check_file, todo, jobs=jobs if jobs is not None else count_jobs(len(todo)), on_done=count)
    return [_settle(task, results) for task in tasks]


def count_jobs(files: int) -> int:
    """How many processes pay off for so many files."""
    return min(os.cpu_count() or 1, max(1, files // _FEW))


def _settle(task: Task | CheckedFile, results: Iterator[CheckedFile | Failure]) -> CheckedFile:
    if isinstance(task, CheckedFile):
        return task
    result = next(results)
    assert isinstance(result, CheckedFile)
    return result


def _plan(
    found: Found, planner: Planner, known: Baseline | None, copies: Mapping[str, str], language: str
) -> Task | CheckedFile:
    plan = planner.plan(found.path)
    if found.problem is not None:
        return CheckedFile(found.path, Status.UNREADABLE, problems=(found.problem,), fail_on=plan.fail_on)
    prints = known.known(found.path) if known is not None else frozenset[str]()
    return Task(found.path, found.is_spec, plan, prints, copies.get(found.path), language=language)


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
