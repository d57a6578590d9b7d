"""Fixing many files: find them, plan, repair here or in other processes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from docgen.checking.copies import name_copies
from docgen.checking.files import Found, find_files
from docgen.checking.fixed import FixedFile, FixResult, FixStatus
from docgen.checking.mending import FixTask, fix_file
from docgen.checking.planning import Planner
from docgen.checking.running import count_jobs
from docgen.checking.wishes import AUTO, Wishes
from docgen.jobs.running import Failure, run_jobs
from docgen.problems import DocgenError, Level, Place, Problem, msg

if TYPE_CHECKING:
    from docgen.config.settings import Override


def fix(
    paths: Iterable[str | os.PathLike[str]] = (".",),
    *,
    standard: str = AUTO,
    agency: str = AUTO,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    only_text: bool = False,
    preview: bool = False,
    unsafe: bool = False,
    out: str | os.PathLike[str] | None = None,
    in_place: bool = False,
    exclude: Sequence[str] = (),
    overrides: Sequence[Override] = (),
    project: str | os.PathLike[str] = ".",
    firm: Iterable[str] = (),
    jobs: int | None = 1,
    on_progress: Callable[[int, int], None] | None = None,
) -> FixResult:
    """Repair what ``check`` finds in the Word files among ``paths``, as far as a program can.

    Nothing is written without ``out``, a folder for repaired copies (no file in it is ever replaced), or ``in_place``; the
    result then says what would be changed. ``unsafe``: repairs, too, that change words or rest on a guess and want a second
    look. Findings that are let pass stay; specs are left alone, with a note. ``standard``, ``agency``, ``select``, ``ignore``,
    ``only_text``, ``preview``, ``exclude``, ``overrides``, ``project``, ``firm``, ``jobs`` and ``on_progress`` as for ``check``.

    One outcome a file, in order; each lists every change with the rule that wants it, and counts the findings that are left when
    the repaired file is checked again. Raises ``DocgenError`` when nothing at all can be done.
    """
    wishes = Wishes(
        standard,
        tuple(select),
        tuple(ignore),
        only_text,
        preview,
        firm=frozenset(firm),
        overrides=tuple(overrides),
        folder=os.fspath(project),
        agency=agency,
    )
    return run_fix(
        paths, wishes, unsafe=unsafe, out=out, in_place=in_place, exclude=exclude, jobs=jobs, on_progress=on_progress
    )


def run_fix(
    paths: Iterable[str | os.PathLike[str]],
    wishes: Wishes,
    *,
    unsafe: bool = False,
    out: str | os.PathLike[str] | None = None,
    in_place: bool = False,
    exclude: Sequence[str] = (),
    jobs: int | None = 1,
    on_progress: Callable[[int, int], None] | None = None,
) -> FixResult:
    """``fix`` for ``wishes``. Raises ``DocgenError``."""
    began = time.perf_counter()
    if out is not None and in_place:
        what = msg("The results cannot go into a folder and replace the files at once.")
        raise DocgenError(Problem("fix-where", what, msg("Give either -o or --in-place.")))
    planner = Planner(wishes)
    found, problems = find_files(paths, exclude)
    copies = {} if out is None else name_copies([one.path for one in found if not one.is_spec], os.fspath(out))
    tasks = [_plan(one, planner, one.path if in_place else copies.get(one.path), unsafe) for one in found]
    files = _fix_files(tasks, jobs, on_progress)
    return FixResult(tuple(files), tuple(problems), time.perf_counter() - began, in_place or out is not None)


def _plan(found: Found, planner: Planner, output: str | None, unsafe: bool) -> FixTask | FixedFile:
    if found.problem is not None:
        return FixedFile(found.path, FixStatus.UNREADABLE, problems=(found.problem,))
    if found.is_spec:
        what = msg("This is a spec: what is wrong in it is corrected in its text, and nothing was changed.")
        remedy = msg("docgen check shows the lines.")
        return FixedFile(
            found.path, FixStatus.UNCHANGED, problems=(Problem("fix-spec", what, remedy, Place(found.path), Level.NOTE),)
        )
    return FixTask(found.path, planner.plan(found.path), unsafe, output)


def _fix_files(
    tasks: Sequence[FixTask | FixedFile], jobs: int | None, on_progress: Callable[[int, int], None] | None
) -> list[FixedFile]:
    todo = [task for task in tasks if isinstance(task, FixTask)]
    done = 0

    def count(_index: int, _result: FixedFile | Failure) -> None:
        nonlocal done
        done += 1
        if on_progress is not None:
            on_progress(done, len(todo))

    results = run_jobs(fix_file, todo, jobs=jobs if jobs is not None else count_jobs(len(todo)), on_done=count)
    return [task if isinstance(task, FixedFile) else _next(results) for task in tasks]


def _next(results: Iterator[FixedFile | Failure]) -> FixedFile:
    result = next(results)
    assert isinstance(result, FixedFile)
    return result
