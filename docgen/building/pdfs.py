"""PDFs beside the Word files: which are missing or old, made in batches, put in place without harming anybody's file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from docgen.building import reasons
from docgen.building.fingerprints import hash_bytes, is_unchanged, sign_file
from docgen.building.outcomes import Outcome, Status
from docgen.building.outputs import keep_copy
from docgen.building.state import Entry, State
from docgen.building.targets import Target
from docgen.problems import DocgenError, Place, Problem

_BATCH = 100
"""LibreOffice takes a second to start and then a fifth of a second a file; a batch bounds what a crash costs."""


def add_pdfs(
    targets: Sequence[Target], outcomes: dict[str, Outcome], state: State, *, force: bool, check: bool
) -> tuple[bool, tuple[Problem, ...]]:
    """Make the PDFs of all Word files that are docgen's own and right; ``outcomes`` and ``state`` are updated.

    Returns whether the state changed, and the problems that belong to no file. With ``check`` nothing is made.
    """
    wanted = [target for target in targets if outcomes[target.spec_path].is_right]
    todo = []
    for target in wanted:
        entry = state.entries.get(target.key)
        if not force and (_is_fresh(target, entry) or (check and entry is None and os.path.exists(_pdf(target.output_path)))):
            outcomes[target.spec_path] = replace(outcomes[target.spec_path], pdf=_pdf(target.output))
        else:
            todo.append(target)
    if check:
        for target in todo:
            stale = reasons.describe_stale(_pdf(target.output), reasons.PDF_MISSING)
            before = outcomes[target.spec_path]
            outcomes[target.spec_path] = replace(
                before, status=Status.STALE, reason=reasons.PDF_MISSING, problems=(*before.problems, stale)
            )
        return False, ()
    problems: list[Problem] = []
    try:
        for first in range(0, len(todo), _BATCH):
            problems += _convert(todo[first : first + _BATCH], outcomes, state, force)
    except DocgenError as error:
        # Without LibreOffice there is one thing to say, not one a file.
        problems += error.problems
    return bool(todo), tuple(dict.fromkeys(problems))


def _convert(targets: Sequence[Target], outcomes: dict[str, Outcome], state: State, force: bool) -> list[Problem]:
    """Convert copies with names of their own, then put each PDF in its place. Returns the problems of no single file."""
    import shutil
    from tempfile import TemporaryDirectory

    from docgen.converting.libreoffice import convert_to_pdf

    general: list[Problem] = []
    with TemporaryDirectory(prefix="docgen-") as folder:
        copies = {}
        for number, target in enumerate(targets):
            copy = Path(folder) / f"{number}.docx"
            shutil.copyfile(target.output_path, copy)
            copies[copy] = target
        conversion = convert_to_pdf(tuple(copies), Path(folder))
        for problem in conversion.problems:
            target_of = copies.get(Path(problem.place.path)) if problem.place else None
            if target_of is None:
                general.append(problem)
            else:
                _fail(outcomes, target_of, replace(problem, place=Place(target_of.output)))
        for copy, pdf in conversion.written:
            target = copies[copy]
            try:
                _place(target, pdf.read_bytes(), outcomes, state.entries.get(target.key), force)
            except DocgenError as error:
                for problem in error.problems:
                    _fail(outcomes, target, replace(problem, place=Place(_pdf(target.output))))
    return general


def _place(target: Target, data: bytes, outcomes: dict[str, Outcome], entry: Entry | None, force: bool) -> None:
    from docgen.jobs.files import write_atomic

    path, shown = _pdf(target.output_path), _pdf(target.output)
    there = sign_file(path)
    same = there is not None and there.hash == hash_bytes(data)
    ours = there is None or same or (entry is not None and entry.pdf is not None and entry.pdf[0].hash == there.hash)
    before = outcomes[target.spec_path]
    if not ours and not force:
        problems = (*before.problems, reasons.describe_foreign(shown))
        outcomes[target.spec_path] = replace(before, status=Status.KEPT, reason=reasons.FOREIGN_PDF, problems=problems)
        return
    if not ours:
        keep_copy(path)
    if not same:
        write_atomic(Path(path), data)
    made = sign_file(path)
    if entry is not None and made is not None:
        entry.pdf = (made, entry.output_signature.hash)
    status = before.status if same else Status.WRITTEN
    reason = reasons.PDF_MISSING if before.status is Status.FRESH and not same else before.reason
    outcomes[target.spec_path] = replace(before, status=status, reason=reason, pdf=shown)


def _fail(outcomes: dict[str, Outcome], target: Target, problem: Problem) -> None:
    before = outcomes[target.spec_path]
    outcomes[target.spec_path] = replace(
        before, status=Status.FAILED, reason=reasons.BROKEN_PDF, problems=(*before.problems, problem)
    )


def _is_fresh(target: Target, entry: Entry | None) -> bool:
    if entry is None or entry.pdf is None or entry.pdf[1] != entry.output_signature.hash:
        return False
    return is_unchanged(_pdf(target.output_path), entry.pdf[0], entry.seen)[0]


def _pdf(docx: str) -> str:
    return os.path.splitext(docx)[0] + ".pdf"
