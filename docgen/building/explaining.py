"""Why a spec or a Word file would be built, or would not."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass

from docgen._version import __version__
from docgen.building import reasons
from docgen.building.builder import data_folders
from docgen.building.fingerprints import sign_tools
from docgen.building.staleness import Standing
from docgen.building.state import State, load_state, state_path
from docgen.building.targets import Target, discover
from docgen.problems import DocgenError, Message, Place, Problem, msg


@dataclass(frozen=True, slots=True)
class Explanation:
    """The pair of spec and Word file, the reason in one sentence, and whether a build would write the file."""

    spec: str | None
    output: str
    reason: Message
    stale: bool


def why(
    path: str | os.PathLike[str], out: str | os.PathLike[str] = "build", roots: Iterable[str | os.PathLike[str]] = (".",)
) -> Explanation:
    """Say in one sentence why the Word file of a spec, or a Word file itself, would be built now.

    ``out`` is the out folder; ``roots`` are the paths that are usually built, which decide where below ``out`` a file lies if
    the state does not know it. Nothing is written. Raises ``DocgenError`` if there is no such file or the spec cannot be read.
    """
    from docgen.building.making import Task, look_at

    given = os.fspath(path)
    if not os.path.lexists(given):
        what, remedy = msg("There is no file {path}.", path=given), msg("Check the name and the folder you are in.")
        raise DocgenError(Problem("build-no-path", what, remedy, Place(given)))
    is_word = given.lower().endswith(".docx")
    out = _find_out(given, os.fspath(out)) if is_word else os.fspath(out)
    state = load_state(os.path.abspath(out))
    target = (_from_state(given, out, state, is_word)) or _from_roots(given, out, roots, is_word)
    if target is None:
        return _explain_orphan(given)
    tools = sign_tools(__version__, data_folders())
    verdict = look_at(Task(target, state.entries.get(target.key), tools, time.time_ns()))
    standing = verdict.standing
    stale = verdict.reason is not None and standing in (Standing.MISSING, Standing.OURS)
    return Explanation(target.spec, target.output, verdict.reason or reasons.UP_TO_DATE, stale)


def _find_out(word_file: str, out: str) -> str:
    """The nearest folder above a Word file that has a state, else ``out``."""
    folder = os.path.dirname(os.path.abspath(word_file))
    while not os.path.isfile(state_path(folder)):
        parent = os.path.dirname(folder)
        if parent == folder:
            return out
        folder = parent
    relative = os.path.relpath(folder)
    return folder if relative.startswith(os.pardir) else relative


def _from_state(given: str, out: str, state: State, is_word: bool) -> Target | None:
    path = os.path.abspath(given)
    for key, entry in state.entries.items():
        output = os.path.join(os.path.abspath(out), *key.split("/"))
        if (output if is_word else entry.spec) == path and os.path.exists(entry.spec):
            spec = os.path.relpath(entry.spec) if is_word else given
            shown = given if is_word else os.path.join(out, *key.split("/"))
            return Target(spec, shown, key, entry.spec, output)
    return None


def _from_roots(given: str, out: str, roots: Iterable[str | os.PathLike[str]], is_word: bool) -> Target | None:
    paths = list(roots) if is_word else [*roots, given]
    path = os.path.abspath(given)
    found = discover([root for root in paths if os.path.lexists(root)], out).targets
    return next((target for target in found if (target.output_path if is_word else target.spec_path) == path), None)


def _explain_orphan(word_file: str) -> Explanation:
    """A Word file that no spec here makes."""
    from pathlib import Path

    from docgen.anchors.record import read_record
    from docgen.ooxml.opening import open_package

    record = read_record(open_package(Path(word_file), name=word_file))
    if record is None:
        return Explanation(None, word_file, reasons.FOREIGN, stale=False)
    reason = msg("docgen wrote this Word file from {spec}, which is not among the specs here.", spec=record.source_name)
    return Explanation(None, word_file, reason, stale=False)
