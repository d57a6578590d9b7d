"""From which spec a Word file comes, wherever it lies now and whatever it is called."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from docgen.building.fingerprints import hash_file
from docgen.building.state import load_state
from docgen.building.targets import discover
from docgen.problems import DocgenError, Place, Problem, msg

if TYPE_CHECKING:
    from docgen.anchors.record import Record


def find_spec(
    word_file: str,
    record: Record,
    out: str | os.PathLike[str] = "build",
    roots: Iterable[str | os.PathLike[str]] = (".",),
    *,
    project: str | os.PathLike[str] | None = None,
) -> str:
    """The spec that ``word_file``, whose record is ``record``, was built from.

    It is the one that builds a file at this place, if its name is the recorded one; else the only one below ``roots`` of the
    recorded name; else the only one with the recorded hash, which was renamed. Raises ``DocgenError`` when none or several fit.
    """
    known = load_state(os.path.abspath(out)).outputs()
    found = discover([root for root in roots if os.path.lexists(root)], out, project=project, known=known)
    given = os.path.abspath(word_file)
    named = [target for target in found.targets if os.path.basename(target.spec) == record.source_name]
    here = [target for target in named if target.output_path == given]
    fitting = here or named
    if len(fitting) != 1:
        fitting = [target for target in fitting or found.targets if hash_file(target.spec_path) == record.spec_hash]
    if len(fitting) == 1:
        return fitting[0].spec
    if named:
        what = msg("Several specs may have made this file: {specs}.", specs=", ".join(target.spec for target in named))
    else:
        what = msg("The spec {name} that made this file was not found.", name=record.source_name or "?")
    raise DocgenError(Problem("build-no-origin", what, msg("Name it with --spec FILE."), Place(word_file)))
