"""Building many specs: find them, skip the fresh ones, make the rest, remember what was made."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen._version import __version__
from docgen.building import reasons
from docgen.building.fingerprints import sign_tools
from docgen.building.outcomes import BuildResult, Outcome, Status
from docgen.building.outputs import Folders, check_out_folder
from docgen.building.owners import Namesakes, describe_owner, find_owner
from docgen.building.staleness import QuickLook
from docgen.building.state import State, load_state, save_state
from docgen.building.targets import Discovery, Target, discover
from docgen.problems import DocgenError, Problem, msg

if TYPE_CHECKING:
    from docgen.building.former import FormerFiles
    from docgen.building.making import Made
    from docgen.checking.wishes import Wishes

FORMATS = ("docx", "pdf")
_PACKAGE = Path(__file__).parent.parent
_FEW = 50
"""So many specs are built faster in this process than a second process starts."""


def build(
    paths: Iterable[str | os.PathLike[str]] = (".",),
    out: str | os.PathLike[str] = "build",
    *,
    to: Sequence[str] = ("docx",),
    jobs: int | None = None,
    force: bool = False,
    check: bool = False,
    today: date | None = None,
    exclude: Sequence[str] = (),
    project: str | os.PathLike[str] | None = None,
    rules: Wishes | None = None,
    verify: bool = False,
    merge: bool = False,
    on_progress: Callable[[int, int], None] | None = None,
) -> BuildResult:
    """Bring the Word files of all specs in ``paths`` (files and folders) up to date in the folder ``out``.

    Below the folder ``specs`` of ``project`` or of this folder a Word file keeps its spec's place; ``discover`` says where others
    lie. A file that belongs to another spec is never replaced.

    Only what is out of date is made. A Word file that somebody edited, or that docgen never wrote, or that is open, is kept,
    unless ``force`` (then a copy is kept and everything is made anew; an open file is kept even so). ``check`` writes nothing
    and says what is out of date. ``merge`` takes the edits of a Word file into its spec, keeps a copy of the file and builds it
    anew; where both were changed the spec keeps its words, and the new file shows those of the edited one as tracked changes.
    ``to`` may add ``pdf``. ``jobs``: processes, ``None`` for as many as pay off. ``today``: the day to take for today; it dates
    the properties of documents without a date, which have none otherwise.
    What the wording rules among ``rules`` (all by default) find in a spec that is built is a warning. ``verify`` checks every
    Word file that is up to date now against ``rules``. ``on_progress(done, total)`` is called for each spec that is not fresh.

    Returns one outcome a spec in order; raises ``DocgenError`` only when nothing at all can be done.
    """
    if unknown := set(to) - set(FORMATS):
        what = msg("docgen cannot write {format}.", format=", ".join(sorted(unknown)))
        raise DocgenError(Problem("build-format", what, msg("Choose from: {known}.", known=", ".join(FORMATS))))
    if merge and (force or check):
        other = "--check" if check else "--force"
        what = msg("--merge and {other} exclude each other.", other=other)
        raise DocgenError(Problem("build-options", what, msg("Leave out one of them.")))
    began = time.perf_counter()
    state = load_state(os.path.abspath(out))
    found = discover(paths, out, exclude, project=project, known=state.outputs())
    run = _Run(found, state, os.fspath(out), jobs, force, check, today, rules, verify, merge)
    outcomes = run.run("pdf" in to, on_progress)
    if verify:
        from docgen.building.verifying import verify_all

        outcomes = verify_all(outcomes, rules, jobs)
    return BuildResult(outcomes, run.problems, run.out, time.perf_counter() - began)


class _Run:
    """One build: what it found, and what it knows of the out folder."""

    def __init__(
        self,
        found: Discovery,
        state: State,
        out: str,
        jobs: int | None,
        force: bool,
        check: bool,
        today: date | None,
        rules: Wishes | None,
        verify: bool,
        merge: bool,
    ) -> None:
        self.found, self.out, self.jobs, self.force, self.check, self.today = found, out, jobs, force, check, today
        self.rules, self.verify, self.merge = rules, verify, merge
        self.problems = found.problems
        self.start = time.time_ns()
        self.out_path = os.path.abspath(out)
        self.state = state
        given = today.isoformat() if today else ""
        self.look = QuickLook(state, sign_tools(__version__, data_folders()), self.start, given)
        self.changed = False
        self.refused: set[str] = set()
        self.former: FormerFiles | None = None

    def run(self, pdf: bool, on_progress: Callable[[int, int], None] | None) -> tuple[Outcome, ...]:
        """Everything in order; raises ``DocgenError`` if the out folder cannot be used."""
        outcomes: dict[str, Outcome] = {}
        todo: list[Target] = []
        folders = Folders(self.start)
        for target in self.found.targets:
            problem = self.found.clashes.get(target.spec_path)
            if problem is None and (owner := find_owner(target, self.state)) is not None:
                problem = describe_owner(target, owner)
            if problem is not None:
                self.refused.add(target.spec_path)
                outcome = Outcome(target.spec, target.output, Status.FAILED, reasons.BROKEN, (problem,))
                outcomes[target.spec_path] = outcome
                continue
            if not self.check:
                folders.tidy(os.path.dirname(target.output_path))
            if not self.force and self.look.is_fresh(target):
                outcomes[target.spec_path] = Outcome(target.spec, target.output, Status.FRESH, reasons.UP_TO_DATE)
            else:
                todo.append(target)
        try:
            if todo and not self.check:
                check_out_folder(self.out)
            for target, made in self._make_all(todo, on_progress):
                outcomes[target.spec_path] = self._name_former(target, made.outcome)
                self._remember(target, made)
            if pdf:
                self._add_pdfs(outcomes)
        finally:
            # Also after an interruption: what was written is written.
            if not self.check and (self.changed or self.look.learned):
                save_state(self.out_path, self.state)
        return tuple(outcomes[target.spec_path] for target in self.found.targets)

    def _name_former(self, target: Target, outcome: Outcome) -> Outcome:
        """``outcome`` with a remark on the file that the spec had under another name."""
        if outcome.status is not Status.WRITTEN or outcome.reason != reasons.NEVER_BUILT:
            return outcome
        if self.former is None:
            from docgen.building.former import FormerFiles

            self.former = FormerFiles({one.output_path for one in self.found.targets} | self._list_owned())
        return replace(outcome, problems=(*outcome.problems, *self.former.find(target)))

    def _list_owned(self) -> set[str]:
        """The Word files of specs that are still there, though this build does not concern them."""
        there = (key for key, entry in self.state.entries.items() if os.path.isfile(entry.spec))
        return {os.path.join(self.out_path, *key.split("/")) for key in there}

    def _make_all(
        self, todo: list[Target], on_progress: Callable[[int, int], None] | None
    ) -> Iterator[tuple[Target, Made]]:
        if not todo:
            return
        from docgen.building.making import Made, Task, make
        from docgen.jobs.running import Failure, run_jobs

        entries, namesakes = self.state.entries, Namesakes(self.state)
        tasks = [
            Task(
                target,
                entries.get(target.key),
                self.look.tools,
                self.start,
                self.force,
                self.check,
                self.today,
                others,
                self.rules,
                not self.verify,
                self.merge,
            )
            for target, others in ((target, namesakes.hashes(target)) for target in todo)
        ]
        done = 0

        def count(_index: int, _result: Made | Failure) -> None:
            nonlocal done
            done += 1
            if on_progress is not None:
                on_progress(done, len(tasks))

        jobs = self.jobs if self.jobs is not None else min(os.cpu_count() or 1, max(1, len(tasks) // _FEW))
        for target, made in zip(todo, run_jobs(make, tasks, jobs=jobs, on_done=count), strict=True):
            if isinstance(made, Failure):
                outcome = Outcome(target.spec, target.output, Status.FAILED, reasons.BROKEN, made.problems)
                made = Made(outcome, entries.get(target.key))
            yield target, made

    def _remember(self, target: Target, made: Made) -> None:
        if self.check or self.state.entries.get(target.key) is made.entry:
            return
        self.changed = True
        if made.entry is not None:
            self.state.entries[target.key] = made.entry

    def _add_pdfs(self, outcomes: dict[str, Outcome]) -> None:
        from docgen.building.pdfs import add_pdfs

        targets = [target for target in self.found.targets if target.spec_path not in self.refused]
        changed, problems = add_pdfs(targets, outcomes, self.state, force=self.force, check=self.check)
        self.changed |= changed
        self.problems = (*self.problems, *problems)


def data_folders() -> tuple[str, ...]:
    """The folders of docgen's own data that decide how a document looks: rules, and templates as installed or in a checkout."""
    installed = _PACKAGE / "shipped_templates"
    return (str(_PACKAGE / "standards"), str(installed if installed.is_dir() else _PACKAGE.parent / "templates"))
