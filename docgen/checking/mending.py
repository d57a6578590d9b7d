"""One file from its path to its repaired copy: what a worker process of a fix does."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.checking.agencies import Agencies
from docgen.checking.fixed import Change, FixedFile, FixStatus
from docgen.checking.fixing import FixedPackage, fix_package
from docgen.checking.flaws import find_flaws
from docgen.checking.judging import choose, is_asked
from docgen.checking.planning import Plan
from docgen.checking.suppressing import read_wishes, suppressed_codes
from docgen.checks.engine import Judged
from docgen.checks.registry import rule_named
from docgen.jobs.files import is_open_in_office, write_atomic
from docgen.ooxml.opening import open_package
from docgen.problems import DocgenError, Level, Place, Problem, msg
from docgen.reading import read

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package
    from docgen.reading.layout import Reading

_SIGNATURES = "_xmlsignatures/"


@dataclass(frozen=True, slots=True)
class FixTask:
    """What a worker gets: the Word file as the user named it, how to check it, and where the result goes.

    ``output``: the new file, ``path`` itself to be replaced, or ``None`` to write nothing.
    """

    path: str
    plan: Plan
    unsafe: bool = False
    output: str | None = None


def fix_file(task: FixTask) -> FixedFile:
    """Fix one file. Never raises ``Exception``: whatever goes wrong is in the outcome."""
    try:
        return _fix(task)
    except DocgenError as error:
        return FixedFile(task.path, FixStatus.UNREADABLE, problems=error.problems)
    except Exception as error:
        if os.environ.get("DOCGEN_DEBUG"):
            raise
        what = msg("docgen itself failed on this file ({error}).", error=f"{type(error).__name__}: {error}")
        remedy = msg("Please report it with the file. With the environment variable DOCGEN_DEBUG=1 docgen shows where it failed.")
        return FixedFile(task.path, FixStatus.UNREADABLE, problems=(Problem("fix-bug", what, remedy, Place(task.path)),))


def _fix(task: FixTask) -> FixedFile:
    path = task.path
    package = open_package(Path(path), name=path)
    if any(name.startswith(_SIGNATURES) for name in package.names):
        what = msg("The file carries a digital signature, which any change would break. Nothing was changed.")
        remedy = msg("Correct the file it was signed from, and sign again.")
        problem = Problem("fix-signed", what, remedy, Place(path), Level.WARNING)
        return FixedFile(path, FixStatus.UNCHANGED, problems=(problem,))
    if not read(package, standard=task.plan.standard).documents:
        return FixedFile(path, FixStatus.FOREIGN)
    flaws = find_flaws(package, path)
    if flaws.blind is not None:
        return FixedFile(path, FixStatus.UNREADABLE, problems=flaws.problems)
    data = Path(path).read_bytes()
    passed = suppressed_codes(read_wishes(path, package))
    agencies = Agencies(os.path.dirname(os.path.abspath(path)), task.plan.agency)

    def is_wanted(judged: Judged, reading: Reading) -> bool:
        return judged.rule.code not in passed and is_asked(judged, reading, task.plan, agencies)

    rules = choose(task.plan.codes)
    fixed = fix_package(
        data,
        name=path,
        rules=rules,
        unsafe=task.unsafe,
        standard=task.plan.standard,
        wanted=is_wanted,
        narrow=agencies.narrow,
    )
    changes = tuple(Change(code, rule.name if (rule := rule_named(code)) else "", edit) for code, edit in fixed.edits)
    status, problems = _settle(task, data, fixed, package)
    return FixedFile(
        path,
        status,
        changes,
        task.output if status is FixStatus.FIXED else None,
        fixed.by_hand,
        fixed.unsafe,
        sum(fixed.stubborn.values()),
        (*problems, *_tell_stubborn(fixed, path)),
    )


def _settle(task: FixTask, old: bytes, fixed: FixedPackage, package: Package) -> tuple[FixStatus, tuple[Problem, ...]]:
    """Write the result where it is to go."""
    if fixed.data is None:
        return FixStatus.UNCHANGED, ()
    notes = tuple(_tell_source(package, task.path))
    if task.output is None:
        return FixStatus.FIXABLE, notes
    refused = _refuse(task.path, task.output, old)
    if refused is not None:
        return FixStatus.KEPT, (refused,)
    try:
        write_atomic(Path(task.output), fixed.data, sync=task.output == task.path)
    except DocgenError as error:
        return FixStatus.FAILED, error.problems
    return FixStatus.FIXED, notes


def _refuse(path: str, output: str, old: bytes) -> Problem | None:
    """Why the result may not be written to ``output``; ``old`` is what stood in ``path`` when it was read."""
    if output != path:
        if not os.path.lexists(output):
            return None
        what = msg("There is a file of this name already.")
        return Problem("fix-exists", what, msg("Move it away, or name another folder."), Place(output))
    if is_open_in_office(path):
        what = msg("The file is open in Word or LibreOffice; what is not saved there would be lost. Nothing was changed.")
        return Problem("fix-open", what, msg("Close it and try again."), Place(path))
    if not os.access(path, os.W_OK):
        what = msg("The file may only be read. Nothing was changed.")
        return Problem("fix-read-only", what, msg("Ask for the right to change it, or give -o DIR."), Place(path))
    if Path(path).read_bytes() != old:
        what = msg("The file was saved by somebody while it was being repaired. Nothing was changed.")
        return Problem("fix-changed", what, msg("Try again."), Place(path))
    return None


def _tell_source(package: Package, path: str) -> Iterable[Problem]:
    """A note on a file that docgen built: what is not corrected in its spec comes back."""
    from docgen.anchors.record import read_record

    record = read_record(package)
    if record is not None:
        what = msg("docgen built this file from a spec; what is only put right here is missing there.")
        if record.source_name:
            name = record.source_name
            what = msg("docgen built this file from {spec}; what is only put right here is missing there.", spec=name)
        remedy = msg("Correct the spec and build again.")
        yield Problem("fix-built", what, remedy, Place(path), Level.NOTE)


def _tell_stubborn(fixed: FixedPackage, path: str) -> Iterable[Problem]:
    touched = {code for code, _ in fixed.edits}
    for code, count in fixed.stubborn.items():
        what = msg("The repair of {rule} changes nothing here; places left: {count}.", rule=code, count=count)
        if code in touched:
            what = msg("{rule} could not be put right everywhere; places left: {count}.", rule=code, count=count)
        remedy = msg("Check the file and correct them in Word.")
        yield Problem("fix-left", what, remedy, Place(path), Level.WARNING)
