"""Why a spec or a Word file would be built, or would not."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace

from docgen._version import __version__
from docgen.building import reasons
from docgen.building.builder import data_folders
from docgen.building.fingerprints import sign_tools
from docgen.building.owners import Namesakes, describe_owner, find_owner
from docgen.building.staleness import Standing
from docgen.building.state import State, load_state, state_path
from docgen.building.targets import AGENCY_FILE, Target, discover, refuse_special, shorten
from docgen.problems import DocgenError, Message, Place, Problem, msg


@dataclass(frozen=True, slots=True)
class Explanation:
    """The pair of spec and Word file, the reason in one sentence, and whether a build would write the file."""

    spec: str | None
    output: str
    reason: Message
    stale: bool


def why(
    path: str | os.PathLike[str],
    out: str | os.PathLike[str] = "build",
    roots: Iterable[str | os.PathLike[str]] = (".",),
    *,
    project: str | os.PathLike[str] | None = None,
) -> Explanation:
    """Say in one sentence why the Word file of a spec, or a Word file itself, would be built now.

    ``out`` is the out folder; ``roots`` are the paths that are usually built and ``project`` the folder of the settings, which
    decide where below ``out`` a file lies, as in ``build``. Nothing is written. Raises ``DocgenError`` if there is no such file,
    it is no spec, the spec cannot be read, or its Word file belongs to another spec.
    """
    from docgen.building.making import Task, look_at

    given = os.fspath(path)
    if not os.path.lexists(given):
        what, remedy = msg("There is no file {path}.", path=given), msg("Check the name and the folder you are in.")
        raise DocgenError(Problem("build-no-path", what, remedy, Place(given)))
    if os.path.isdir(given):
        what = msg("{path} is a folder.", path=given)
        raise DocgenError(Problem("build-no-spec", what, msg("Name a spec or a Word file."), Place(given)))
    if (special := refuse_special(given)) is not None:
        raise DocgenError(special)
    is_word = given.lower().endswith(".docx")
    out = _find_out(given, os.fspath(out)) if is_word else os.fspath(out)
    state = load_state(os.path.abspath(out))
    if not is_word and os.path.basename(given).casefold() == AGENCY_FILE:
        what = msg("{path} is no spec: it holds what several specs share.", path=given)
        raise DocgenError(Problem("build-no-spec", what, msg("Name a spec or a Word file."), Place(given)))
    target = _find_target(given, out, roots, project, state, is_word)
    if target is None:
        return _explain_orphan(given)
    if (owner := find_owner(target, state)) is not None:
        raise DocgenError(describe_owner(target, owner))
    tools = sign_tools(__version__, data_folders())
    namesakes = Namesakes(state).hashes(target)
    verdict = look_at(Task(target, state.entries.get(target.key), tools, time.time_ns(), namesakes=namesakes))
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


def _find_target(
    given: str,
    out: str,
    roots: Iterable[str | os.PathLike[str]],
    project: str | os.PathLike[str] | None,
    state: State,
    is_word: bool,
) -> Target | None:
    """The spec and the Word file, one of which is ``given``: named as the user would."""
    path, paths = os.path.abspath(given), [root for root in roots if os.path.lexists(root)]
    if is_word:
        owner = next((e.spec for key, e in state.entries.items() if _output(out, key) == path and os.path.isfile(e.spec)), None)
        paths += [shorten(owner)] if owner else []
    else:
        paths.append(given)
    found = discover(paths, out, project=project, known=state.outputs())
    target = next((target for target in found.targets if (target.output_path if is_word else target.spec_path) == path), None)
    if target is None:
        return None
    return replace(target, output=given) if is_word else replace(target, spec=given)


def _output(out: str, key: str) -> str:
    return os.path.join(os.path.abspath(out), *key.split("/"))


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
