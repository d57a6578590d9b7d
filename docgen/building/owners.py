"""Whose Word file stands where an output belongs, by the state: two specs may not take turns in one file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from docgen.building.targets import Target, fold_key, shorten
from docgen.problems import Place, Problem, msg

if TYPE_CHECKING:
    from docgen.building.state import Entry, State


def find_owner(target: Target, state: State) -> str | None:
    """The absolute path of another spec that is still there and whose Word file stands where that of ``target`` belongs."""
    entry = state.entries.get(target.key)
    if (entry is not None and entry.spec == target.spec_path) or not os.path.lexists(target.output_path):
        return None
    if entry is None:
        # Names that differ only in case or composition are one file on some disks.
        name = fold_key(target.key)
        found = (key for key in state.entries if fold_key(key) == name)
        same = next((key for key in found if _is_same_file(target, key)), None)
        entry = None if same is None else state.entries[same]
    if entry is None:
        return None
    try:
        is_other = os.path.isfile(entry.spec) and not os.path.samefile(entry.spec, target.spec_path)
    except OSError:
        return None
    return entry.spec if is_other else None


def _is_same_file(target: Target, key: str) -> bool:
    try:
        return os.path.samefile(os.path.join(target.out, *key.split("/")), target.output_path)
    except OSError:
        return False


def describe_owner(target: Target, owner: str) -> Problem:
    """The problem of an output that belongs to the spec ``owner``."""
    what = msg(
        "{output} is the Word file of {other}; {spec} would be written to the same file.",
        output=target.output,
        other=shorten(owner),
        spec=target.spec,
    )
    remedy = msg("Rename one of the specs, build them into different folders with -o, or delete the Word file.")
    return Problem("build-same-output", what, remedy, Place(target.spec))


class Namesakes:
    """Specs of one name in several folders: their Word files look alike where only the name tells them apart."""

    def __init__(self, state: State) -> None:
        self._by_name: dict[str, list[Entry]] = {}
        for entry in state.entries.values():
            self._by_name.setdefault(os.path.basename(entry.spec), []).append(entry)

    def hashes(self, target: Target) -> tuple[str, ...]:
        """The hashes, as the state knows them, of other specs with the name of that of ``target``."""
        entries = self._by_name.get(os.path.basename(target.spec_path), ())
        return tuple(entry.spec_signature.hash for entry in entries if entry.spec != target.spec_path)
