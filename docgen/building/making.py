"""One spec from its text to its Word file: what a worker process does. Returns small things; the bytes stay here."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen._version import __version__
from docgen.building import reasons
from docgen.building.bases import has_base, save_base, save_offer
from docgen.building.edited import find_other_spec, has_open_places, is_issued, is_pulled, says_the_same
from docgen.building.fingerprints import sign_file
from docgen.building.material import Material
from docgen.building.outcomes import Outcome, Status
from docgen.building.outputs import keep_copy
from docgen.building.pulled import forget_pulled
from docgen.building.staleness import AgencyFinder, Inputs, Now, Standing, Verdict, enter, judge
from docgen.building.state import Entry
from docgen.building.targets import Target
from docgen.jobs.files import is_open_in_office, refuse_read_only, write_atomic
from docgen.problems import DocgenError, Message, Place, Problem, msg

if TYPE_CHECKING:
    from docgen.checking.wishes import Wishes
    from docgen.spec import LoadedSpec


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker gets: the target, what the state says of it, and how to go about it. ``start`` in nanoseconds.

    ``today`` is the day given for today. ``namesakes`` are the hashes of other specs of the same name. ``rules``: which wording
    rules ``remark`` on what is built, ``None`` for all. ``merge``: bring an edited file and its spec together.
    """

    target: Target
    entry: Entry | None
    tools: str
    start: int
    force: bool = False
    check: bool = False
    today: date | None = None
    namesakes: tuple[str, ...] = ()
    rules: Wishes | None = None
    remark: bool = True
    merge: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What a worker gives back: the outcome, and what the state should remember (``None``: forget the output)."""

    outcome: Outcome
    entry: Entry | None


def make(task: Task) -> Made:
    """Bring one output up to date, or say why not. Never raises ``Exception``: whatever goes wrong is in the outcome."""
    began = time.perf_counter()
    try:
        made = _Making(task).run()
    except DocgenError as error:
        made = _end(task.target, Status.FAILED, reasons.BROKEN, error.problems, task.entry)
    except Exception as error:
        if os.environ.get("DOCGEN_DEBUG"):
            raise
        made = _end(task.target, Status.FAILED, reasons.BROKEN, (_describe_bug(task.target, error),), task.entry)
    return Made(replace(made.outcome, seconds=time.perf_counter() - began), made.entry)


def look_at(task: Task) -> Verdict:
    """What stands at the output of ``task`` and why it would be built; nothing is written. Raises ``DocgenError``."""
    return _Making(task).judge()


class _Making:
    """The steps for one spec."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.target = task.target
        self.finder = AgencyFinder()
        self.material = Material(task.target, self.finder, task.today)

    def judge(self) -> Verdict:
        """What is to be done with the file, and why."""
        today = self.task.today.isoformat() if self.task.today else ""
        now = Now(self.task.tools, __version__, today, self.task.namesakes)
        return judge(self.target, self.task.entry, now, self.finder, self.material.gather)

    def run(self) -> Made:
        """Make the file where that is due; nobody's edits are lost."""
        target, task, verdict = self.target, self.task, self.judge()
        if verdict.standing is Standing.OURS and verdict.reason is None and not task.force:
            return self._finish(Status.FRESH, reasons.UP_TO_DATE, self.material.inputs)
        if verdict.standing in (Standing.EDITED, Standing.FOREIGN) and (task.check or not task.force):
            if verdict.standing is not Standing.EDITED:
                return self._keep(verdict)
            if is_issued(target) or says_the_same(target, self.material):
                verdict = replace(verdict, standing=Standing.OURS, reason=reasons.SAYS_THE_SAME)
            elif is_pulled(target):
                # what docgen computes from the words differs, so a copy of the file is kept
                verdict = replace(verdict, reason=reasons.SAYS_THE_SAME)
            elif task.merge:
                return self._merge(verdict)
            else:
                return self._keep(verdict)
            if task.check:
                return _end(target, Status.FRESH, reasons.SAYS_THE_SAME, (), task.entry)
        reason = reasons.FORCED if task.force or verdict.reason is None else verdict.reason
        self.material.load()
        if task.check:
            return _end(target, Status.STALE, reason, (reasons.describe_stale(target.output, reason),), task.entry)
        return self._write(verdict.standing, reason)

    def _keep(self, verdict: Verdict) -> Made:
        """Leave the file as it is; what is wrong with the spec is said all the same."""
        output, reason = self.target.output, verdict.reason or reasons.FOREIGN
        broken: tuple[Problem, ...] = ()
        try:
            self.material.gather()
        except DocgenError as error:
            broken = error.problems
        if verdict.standing is Standing.EDITED:
            is_open = has_open_places(self.target)
            problem = reasons.describe_open_places(output) if is_open else reasons.describe_edited(output, broken=bool(broken))
        elif reason == reasons.FOREIGN:
            problem = reasons.describe_foreign(output)
        else:
            problem = reasons.describe_of_another(output, reason)
        if broken:
            return _end(self.target, Status.FAILED, reasons.BROKEN, (*broken, problem), self.task.entry)
        return _end(self.target, Status.KEPT, reason, (problem,), self.task.entry)

    def _merge(self, verdict: Verdict) -> Made:
        """Bring the edited file and the spec together; both stay as they are where that cannot be done as a whole."""
        from docgen.building.merging import plan_merge

        target, task = self.target, self.task
        try:
            self.material.gather()
        except DocgenError:
            return self._keep(verdict)
        if (other := find_other_spec(target, task.entry, task.namesakes)) is not None:
            return self._keep(Verdict(Standing.FOREIGN, reasons.of_another_spec(other)))
        try:
            plan = plan_merge(target, target.out, self.material.render_text)
        except DocgenError as error:
            problems = (*error.problems, reasons.describe_unmerged(target.output))
            return _end(target, Status.KEPT, reasons.EDITED, problems, task.entry)
        if plan.data is None:
            return _end(target, Status.KEPT, verdict.reason or reasons.EDITED, plan.problems, task.entry)
        if is_open_in_office(target.output_path):
            return self._keep_open()
        plan.check(target)
        if plan.text is not None:
            refuse_read_only(target.spec_path)
        copy = keep_copy(target.output_path)
        if plan.text is not None:
            write_atomic(Path(target.spec_path), plan.text.encode("utf-8"), sync=True)
        self.material = Material(target, self.finder, task.today)
        loaded = self.material.load()
        if not self._put(plan.data, verdict.standing, plan.offer):
            return self._keep_open()
        reason = reasons.merged_with(plan.open) if plan.open else reasons.MERGED
        notes = (*plan.problems, *loaded.notes, *self._remarks(loaded))
        made = self._finish(Status.WRITTEN, reason, self.material.gather(), notes)
        outcome = replace(made.outcome, backup=self._show(copy), open=plan.open)
        # a file in which somebody has to choose is an edited one, which no state vouches for
        return Made(outcome, task.entry if plan.open else made.entry)

    def _write(self, standing: Standing, reason: Message) -> Made:
        data = self.material.render()
        loaded, inputs = self.material.load(), self.material.gather()
        if is_open_in_office(self.target.output_path):
            return self._keep_open()
        copy = keep_copy(self.target.output_path) if standing in (Standing.EDITED, Standing.FOREIGN) else None
        if not self._put(data, standing):
            return self._keep_open()
        if copy is not None:
            forget_pulled(copy, self.target.out)
        made = self._finish(Status.WRITTEN, reason, inputs, (*loaded.notes, *self._remarks(loaded)))
        return made if copy is None else Made(replace(made.outcome, backup=self._show(copy)), made.entry)

    def _put(self, data: bytes, standing: Standing, offer: str | None = None) -> bool:
        """Write the Word file, and keep its spec and its ``offer`` for a merge; ``False`` if a program holds the old one open."""
        target = self.target
        try:
            write_atomic(Path(target.output_path), data)
        except DocgenError as error:
            if standing is not Standing.MISSING and _is_refused(error, target.output_path):
                return False
            raise DocgenError(_name_output(problem, target.output) for problem in error.problems) from None
        if self.material.signature is not None:
            save_base(target, self.material.signature.hash)
        save_offer(target, offer)
        return True

    def _show(self, path: str) -> str:
        """A path beside the output as the user would name it."""
        return os.path.join(os.path.dirname(self.target.output), os.path.basename(path))

    def _remarks(self, loaded: LoadedSpec) -> tuple[Problem, ...]:
        if not self.task.remark:
            return ()
        from docgen.checking.remarking import remark_on
        from docgen.checking.wishes import Wishes

        return remark_on(loaded, self.target.spec, self.task.rules or Wishes())

    def _finish(self, status: Status, reason: Message, inputs: Inputs | None, notes: tuple[Problem, ...] = ()) -> Made:
        """The outcome of an output that is right now, with what the state should remember of it."""
        target, task = self.target, self.task
        signature = self.material.signature or sign_file(target.spec_path)
        if status is Status.FRESH and signature is not None and not task.check and not has_base(target):
            save_base(target, signature.hash)
        files = inputs.files if inputs else task.entry.inputs if task.entry else ()
        agencies = self.finder.find(os.path.dirname(target.spec_path))
        today = inputs.today if inputs else task.entry.today if task.entry else None
        entry = enter(target, signature, agencies, files, task.tools, task.start, today) if signature else None
        if entry is not None and task.entry is not None:
            entry.pdf = task.entry.pdf
        return Made(Outcome(target.spec, target.output, status, reason, notes), entry)

    def _keep_open(self) -> Made:
        return _end(self.target, Status.KEPT, reasons.OPEN, (reasons.describe_open(self.target.output),), self.task.entry)


def _end(
    target: Target, status: Status, reason: Message, problems: tuple[Problem, ...] = (), entry: Entry | None = None
) -> Made:
    return Made(Outcome(target.spec, target.output, status, reason, problems), entry)


def _is_refused(error: DocgenError, output: str) -> bool:
    """Whether an existing file could not be replaced although its folder may be written into: a program holds it open."""
    codes = {problem.code for problem in error.problems}
    return "output-in-use" in codes or ("output-read-only" in codes and os.access(os.path.dirname(output), os.W_OK))


def _name_output(problem: Problem, output: str) -> Problem:
    return replace(problem, place=Place(output))


def _describe_bug(target: Target, error: Exception) -> Problem:
    what = msg("docgen itself failed on this spec ({error}).", error=f"{type(error).__name__}: {error}")
    remedy = msg("Please report it with the spec. With the environment variable DOCGEN_DEBUG=1 docgen shows where it failed.")
    return Problem("build-bug", what, remedy, Place(target.spec))
