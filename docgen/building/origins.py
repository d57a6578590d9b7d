"""From which spec a Word file comes, wherever it lies now and whatever it is called."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from docgen.building.fingerprints import hash_file
from docgen.building.likeness import ANOTHER, SAME, share_texts
from docgen.building.state import load_state
from docgen.building.targets import discover
from docgen.problems import DocgenError, Level, Place, Problem, msg

if TYPE_CHECKING:
    from docgen.anchors.record import Record
    from docgen.building.targets import Target


class Origin(NamedTuple):
    """The spec of a Word file; ``note`` says which one it is where its name in the file says another."""

    spec: str
    note: Problem | None = None


def find_origin(
    word_file: str,
    record: Record,
    out: str | os.PathLike[str] = "build",
    roots: Iterable[str | os.PathLike[str]] = (".",),
    *,
    project: str | os.PathLike[str] | None = None,
) -> Origin:
    """The spec that ``word_file``, whose record is ``record``, was built from.

    It is the one that builds a file at this place, if its name is the recorded one; else the only one below ``roots`` of the
    recorded name; else, or if that is another document by now, the only one with the recorded hash, or with the words of the
    file, which was renamed. Raises ``DocgenError`` when none or several fit.
    """
    known = load_state(os.path.abspath(out)).outputs()
    found = discover([root for root in roots if os.path.lexists(root)], out, project=project, known=known)
    given = os.path.abspath(word_file)
    named = [target for target in found.targets if os.path.basename(target.spec) == record.source_name]
    here = [target for target in named if target.output_path == given]
    fitting = here or named
    if len(fitting) > 1:
        fitting = [target for target in fitting if hash_file(target.spec_path) == record.spec_hash]
    if len(fitting) == 1 and not is_another(record, fitting[0].spec_path):
        return Origin(fitting[0].spec)
    others = [target for target in found.targets if target not in named]
    same = [target for target in others if hash_file(target.spec_path) == record.spec_hash]
    if not same and len(fitting) == len(named):
        same = [target for target in others if (share_texts(record, target.spec_path) or 0) >= SAME]
    if len(same) == 1 and len(fitting) == len(named):
        return Origin(same[0].spec, _tell_renamed(word_file, record, same[0], fitting[0] if fitting else None))
    if fitting and not same:
        what = msg("{spec} is another document than the one that this file was made from.", spec=fitting[0].spec)
    elif several := (same or named):
        what = msg("Several specs may have made this file: {specs}.", specs=", ".join(target.spec for target in several))
    else:
        what = msg("The spec {name} that made this file was not found.", name=record.source_name or "?")
    raise DocgenError(Problem("build-no-origin", what, msg("Name it with --spec FILE."), Place(word_file)))


def is_another(record: Record, spec: str) -> bool:
    """Whether ``spec`` is by now another document than the one that the file of ``record`` was made from."""
    if hash_file(spec) == record.spec_hash:
        return False
    share = share_texts(record, spec)
    return share is not None and share < ANOTHER


def _tell_renamed(word_file: str, record: Record, target: Target, named: Target | None) -> Problem:
    if named is not None:
        what = msg(
            "The file names {name}, which is another document now; its words are those of {spec}, so that is taken.",
            name=named.spec,
            spec=target.spec,
        )
    else:
        what = msg(
            "The file names {name}, which is not there any more; its words are those of {spec}, so that is taken.",
            name=record.source_name,
            spec=target.spec,
        )
    return Problem("build-renamed", what, msg("If it is another, name it with --spec FILE."), Place(word_file), Level.WARNING)
