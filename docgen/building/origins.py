"""From which spec a Word file comes, wherever it lies now and whatever it is called."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from docgen.building.fingerprints import hash_file
from docgen.building.likeness import Likeness
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

    @property
    def notes(self) -> tuple[Problem, ...]:
        """The note, if there is one."""
        return () if self.note is None else (self.note,)


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
    targets = discover([root for root in roots if os.path.lexists(root)], out, project=project, known=known).targets
    named = [target for target in targets if os.path.basename(target.spec) == record.source_name]
    chosen = _choose_named(named, word_file, record)
    if len(chosen) == 1 and not Likeness(chosen[0].spec_path).is_another(record, word_file):
        return Origin(chosen[0].spec)
    # where several have the name, nobody knows whether theirs was renamed
    same = _find_same([target for target in targets if target not in named], record) if len(named) < 2 else []
    if len(same) == 1:
        return Origin(same[0].spec, _tell_renamed(word_file, record, same[0], chosen[0] if chosen else None))
    if several := same or (named if len(chosen) != 1 else []):
        what = msg("Several specs may have made this file: {specs}.", specs=", ".join(target.spec for target in several))
    elif chosen:
        what = msg("{spec} is no longer the document that this file was made from.", spec=chosen[0].spec)
    else:
        what = msg("The spec {name} that made this file was not found.", name=record.source_name or "?")
    raise DocgenError(Problem("build-no-origin", what, msg("Name it with --spec FILE."), Place(word_file)))


def _choose_named(named: Sequence[Target], word_file: str, record: Record) -> Sequence[Target]:
    """Of the specs with the recorded name the one that builds a file at this place; of several those with the recorded hash."""
    given = os.path.abspath(word_file)
    fitting = [target for target in named if target.output_path == given] or named
    return fitting if len(fitting) < 2 else _with_hash(fitting, record)


def _find_same(others: Sequence[Target], record: Record) -> Sequence[Target]:
    """The specs of other names that are the same document: those with the recorded hash, or else with the words of the file."""
    return _with_hash(others, record) or [one for one in others if Likeness(one.spec_path).is_same(record)]


def _with_hash(targets: Sequence[Target], record: Record) -> list[Target]:
    return [target for target in targets if hash_file(target.spec_path) == record.spec_hash]


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
