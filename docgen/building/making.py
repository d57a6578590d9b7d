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
from docgen.building.fingerprints import Signature, hash_file, sign_file
from docgen.building.outcomes import Outcome, Status
from docgen.building.outputs import keep_copy
from docgen.building.staleness import AgencyFinder, Inputs, Now, Standing, Verdict, enter, judge
from docgen.building.state import Entry
from docgen.building.targets import Target
from docgen.problems import DocgenError, Message, Place, Problem, msg

if TYPE_CHECKING:
    from docgen.checking.wishes import Wishes
    from docgen.spec import LoadedSpec

_PATIENCE = 5
"""How often a spec is read again that is saved while it is read."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker gets: the target, what the state says of it, and how to go about it. ``start`` in nanoseconds.

    ``today`` is the day given for today. ``namesakes`` are the hashes of other specs of the same name. ``rules``: which wording
    rules ``remark`` on what is built, ``None`` for all.
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
    """The steps for one spec; the spec is loaded at most once, and only when it is needed."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.target = task.target
        self.finder = AgencyFinder()
        self._loaded: LoadedSpec | None = None
        self._inputs: Inputs | None = None
        self._signature: Signature | None = None
        self._agencies: tuple[tuple[str, str], ...] = ()

    def judge(self) -> Verdict:
        now = Now(self.task.tools, __version__, self._today, self.task.namesakes)
        return judge(self.target, self.task.entry, now, self.finder, self.gather)

    @property
    def _today(self) -> str:
        return self.task.today.isoformat() if self.task.today else ""

    def run(self) -> Made:
        target, task, verdict = self.target, self.task, self.judge()
        if verdict.standing is Standing.OURS and verdict.reason is None and not task.force:
            return self._finish(Status.FRESH, reasons.UP_TO_DATE, self._inputs)
        if verdict.standing in (Standing.EDITED, Standing.FOREIGN) and (task.check or not task.force):
            if verdict.standing is not Standing.EDITED:
                return self._keep(verdict)
            if self._says_the_same():
                verdict = replace(verdict, standing=Standing.OURS, reason=reasons.SAYS_THE_SAME)
            elif self._is_pulled():
                # what docgen computes from the words differs, so a copy of the file is kept
                verdict = replace(verdict, reason=reasons.SAYS_THE_SAME)
            else:
                return self._keep(verdict)
            if task.check:
                return _end(target, Status.FRESH, reasons.SAYS_THE_SAME, (), task.entry)
        reason = reasons.FORCED if task.force or verdict.reason is None else verdict.reason
        self.load()
        if task.check:
            return _end(target, Status.STALE, reason, (reasons.describe_stale(target.output, reason),), task.entry)
        return self._write(verdict.standing, reason)

    def _says_the_same(self) -> bool:
        """Whether the spec makes a file of the very content that the edited file has: then its edits stand in the spec."""
        from docgen.anchors.record import read_record
        from docgen.ooxml.digests import content_digest
        from docgen.ooxml.opening import open_package

        try:
            held = open_package(Path(self.target.output_path), name=self.target.output)
            record = read_record(held)
            styles = frozenset(record.styles if record else ())
            return content_digest(held, styles) == content_digest(open_package(self._render()), styles)
        except DocgenError:
            return False

    def _is_pulled(self) -> bool:
        """Whether the edited file has nothing, neither words nor looks, that would not come out of the spec."""
        from docgen.ooxml.opening import open_package
        from docgen.recovery.pulling import pull

        try:
            held = open_package(Path(self.target.output_path), name=self.target.output)
            pulled = pull(held, Path(self.target.spec_path), spec_hash=hash_file(self.target.spec_path))
        except DocgenError:
            return False
        return not pulled.changes and not pulled.tracked

    def _keep(self, verdict: Verdict) -> Made:
        """Leave the file as it is; what is wrong with the spec is said all the same."""
        output, reason = self.target.output, verdict.reason or reasons.FOREIGN
        if verdict.standing is Standing.EDITED:
            problem = reasons.describe_edited(output)
        elif reason == reasons.FOREIGN:
            problem = reasons.describe_foreign(output)
        else:
            problem = reasons.describe_of_another(output, reason)
        try:
            self.gather()
        except DocgenError as error:
            return _end(self.target, Status.FAILED, reasons.BROKEN, (*error.problems, problem), self.task.entry)
        return _end(self.target, Status.KEPT, reason, (problem,), self.task.entry)

    def _write(self, standing: Standing, reason: Message) -> Made:
        from docgen.jobs.files import is_open_in_office, write_atomic

        data = self._render()
        target, loaded, inputs = self.target, self.load(), self.gather()
        if is_open_in_office(target.output_path):
            return self._keep_open()
        protected = standing in (Standing.EDITED, Standing.FOREIGN)
        copy = keep_copy(target.output_path) if protected else None
        try:
            write_atomic(Path(target.output_path), data)
        except DocgenError as error:
            if standing is not Standing.MISSING and _is_refused(error, target.output_path):
                return self._keep_open()
            raise DocgenError(_name_output(problem, target.output) for problem in error.problems) from None
        made = self._finish(Status.WRITTEN, reason, inputs, (*loaded.notes, *self._remarks(loaded)))
        if copy is None:
            return made
        shown = os.path.join(os.path.dirname(target.output), os.path.basename(copy))
        return Made(replace(made.outcome, backup=shown), made.entry)

    def _render(self) -> bytes:
        from docgen.rendering import Source, render
        from docgen.templating import load_template

        loaded, inputs = self.load(), self.gather()
        source = Source(os.path.basename(self.target.spec), self._signature.hash if self._signature else "", inputs.pairs)
        template = load_template(loaded.standard, loaded.template)
        return render(loaded.document, loaded.standard, template=template, source=source, today=self.task.today)

    def _remarks(self, loaded: LoadedSpec) -> tuple[Problem, ...]:
        if not self.task.remark:
            return ()
        from docgen.checking.remarking import remark_on
        from docgen.checking.wishes import Wishes

        return remark_on(loaded, self.target.spec, self.task.rules or Wishes())

    def load(self) -> LoadedSpec:
        """The spec, read again if it or an agency file was saved meanwhile: what is recorded must be what was read."""
        from docgen.spec import load_spec

        for _ in range(_PATIENCE):
            if self._loaded is not None:
                return self._loaded
            agencies = self.finder.find(os.path.dirname(self.target.spec_path))
            self._signature = sign_file(self.target.spec_path)
            self._agencies = tuple((path, hash_file(path)) for path in agencies)
            loaded = load_spec(Path(self.target.spec), shown=self.target.spec, today=self.task.today)
            same = self._signature is None or hash_file(self.target.spec_path) == self._signature.hash
            if same and all(hash_file(path) == digest for path, digest in self._agencies):
                self._loaded = loaded
        if self._loaded is None:
            what, remedy = msg("This file changes all the time."), msg("Wait until nothing writes to it, and build again.")
            raise DocgenError(Problem("build-restless", what, remedy, Place(self.target.spec)))
        return self._loaded

    def gather(self) -> Inputs:
        """Everything besides the spec that goes into the file, as it is now."""
        from docgen.templating import load_template

        if self._inputs is None:
            loaded = self.load()
            template = load_template(loaded.standard, loaded.template)
            pictures = [asset.path for asset in template.assets.values()]
            files = dict(self._agencies)
            others = {os.path.abspath(path) for path in (*loaded.inputs, loaded.template, *pictures) if path is not None}
            files |= {path: hash_file(path) for path in sorted(others - files.keys())}
            pairs = [
                *(("agency", digest) for _, digest in self._agencies),
                ("standard", loaded.standard.fingerprint),
                ("template", template.fingerprint),
            ]
            undated = loaded.document.date is None
            if undated and self._today:
                pairs.append(("today", self._today))
            self._inputs = Inputs(tuple(pairs), tuple(files.items()), self._today if undated else None)
        return self._inputs

    def _finish(self, status: Status, reason: Message, inputs: Inputs | None, notes: tuple[Problem, ...] = ()) -> Made:
        """The outcome of an output that is right now, with what the state should remember of it."""
        target, task = self.target, self.task
        signature = self._signature or sign_file(target.spec_path)
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
