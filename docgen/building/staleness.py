"""Whether an output is still what its inputs would give: by the state if it can be trusted, else by the Word file itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from docgen.building import reasons
from docgen.building.fingerprints import Signature, hash_file, is_unchanged, sign_file
from docgen.building.state import Entry, State
from docgen.building.targets import AGENCY_FILE, Target, fold_key, shorten
from docgen.problems import DocgenError, Message

if TYPE_CHECKING:
    from docgen.anchors.record import Record


class Standing(Enum):
    """What stands where an output belongs: nothing, docgen's own file, one that somebody edited, or a stranger's."""

    MISSING = "missing"
    OURS = "ours"
    EDITED = "edited"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything besides the spec that an output is made from, as it is now.

    ``pairs`` of kind (``agency``, ``standard``, ``template``) and hash go into the Word file, as does the kind ``today`` with the
    day given for today when the document has no date of its own; ``files`` are pairs of path and hash of the same things as far
    as they are files of the user. ``today`` is that of the state.
    """

    pairs: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]
    today: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What stands there, and why it should be built anew (``None``: it is fresh)."""

    standing: Standing
    reason: Message | None


class AgencyFinder:
    """Finds the agency files above a folder, each folder asked once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}

    def find(self, folder: str) -> tuple[str, ...]:
        """Absolute paths of the agency files in ``folder`` (absolute) and above it, nearest first."""
        known = self._known.get(folder)
        if known is None:
            parent = os.path.dirname(folder)
            above = self.find(parent) if parent != folder else ()
            path = os.path.join(folder, AGENCY_FILE)
            known = self._known[folder] = (path, *above) if os.path.isfile(path) else above
        return known


@dataclass(slots=True)
class QuickLook:
    """Tells the fresh outputs by sizes and times alone; whatever it is not sure of is looked at properly later.

    ``start`` is when this run began, in nanoseconds. ``learned`` becomes true when something had to be read to be sure: then
    the state, which now knows more, is worth writing.
    """

    state: State
    tools: str
    start: int
    today: str = ""
    finder: AgencyFinder = field(default_factory=AgencyFinder)
    learned: bool = False
    _current: dict[str, str] = field(default_factory=dict)

    def is_fresh(self, target: Target) -> bool:
        """Whether the state vouches for the output of ``target``."""
        entry = self.state.entries.get(target.key)
        if entry is None or entry.spec != target.spec_path or entry.tools != self.tools:
            return False
        if entry.today is not None and entry.today != self.today:
            return False
        if entry.agencies != self.finder.find(os.path.dirname(target.spec_path)):
            return False
        if any(self._hash(path) != digest for path, digest in entry.inputs):
            return False
        spec_same, spec_read = is_unchanged(target.spec_path, entry.spec_signature, entry.seen)
        if not spec_same:
            return False
        output_same, output_read = is_unchanged(target.output_path, entry.output_signature, entry.seen)
        if output_same and (spec_read or output_read):
            entry.seen = self.start
            self.learned = True
        return output_same

    def _hash(self, path: str) -> str:
        """The hash of an input now; read only if its size or time is new or too young."""
        known = self._current.get(path)
        if known is None:
            recorded = self.state.files.get(path)
            same, read = is_unchanged(path, recorded[0], recorded[1]) if recorded else (False, True)
            signature = recorded[0] if recorded and same else sign_file(path)
            known = signature.hash if signature else ""
            if signature and (read or not same):
                self.state.files[path] = (signature, self.start)
                self.learned = True
            self._current[path] = known
        return known


@dataclass(frozen=True, slots=True)
class Now:
    """What an output is compared with: ``sign_tools`` and the version of docgen, the day given for today (empty without), and
    the hashes of other specs of the same name, whose Word files are no business of this one's.
    """

    tools: str
    version: str
    today: str = ""
    namesakes: tuple[str, ...] = ()


def judge(target: Target, entry: Entry | None, now: Now, finder: AgencyFinder, current: Callable[[], Inputs]) -> Verdict:
    """Look at the output of ``target`` and say what stands there and whether it is fresh.

    ``current`` gives the inputs as they are now; it is asked only when cheaper evidence leaves a doubt. Raises what it raises,
    and ``DocgenError`` when a folder or a device stands there.
    """
    if not os.path.lexists(target.output_path):
        return Verdict(Standing.MISSING, reasons.OUTPUT_MISSING if entry else reasons.NEVER_BUILT)
    if os.path.exists(target.output_path) and not os.path.isfile(target.output_path):
        raise DocgenError(reasons.describe_no_file(target.output))
    digest = hash_file(target.output_path)
    if entry is not None and entry.output_signature.hash == digest and entry.spec == target.spec_path:
        changed = _ask_entry(target, entry, finder, now.today)
        if changed is not None or entry.tools == now.tools:
            return Verdict(Standing.OURS, changed)
    return _ask_file(target, entry, now, finder, current)


def _ask_entry(target: Target, entry: Entry, finder: AgencyFinder, today: str) -> Message | None:
    """The first reason that the state knows of."""
    if hash_file(target.spec_path) != entry.spec_signature.hash:
        return reasons.SPEC_CHANGED
    agencies = finder.find(os.path.dirname(target.spec_path))
    for path in (*agencies, *entry.agencies):
        if (path in agencies) != (path in entry.agencies):
            return reasons.agency_changed(shorten(path))
    for path, digest in entry.inputs:
        if hash_file(path) != digest:
            return _name_input(path)
    if entry.today is not None and entry.today != today:
        return reasons.today_changed(entry.today, today)
    return None


def _ask_file(
    target: Target, entry: Entry | None, now: Now, finder: AgencyFinder, current: Callable[[], Inputs]
) -> Verdict:
    """Ask the record inside the Word file."""
    from pathlib import Path

    from docgen.anchors.edits import Touch, edit_state
    from docgen.anchors.record import read_record
    from docgen.ooxml.opening import open_package

    try:
        package = open_package(Path(target.output_path), name=target.output)
        touch = edit_state(package).touch
        record = read_record(package)
    except DocgenError:
        return Verdict(Standing.FOREIGN, reasons.FOREIGN)
    if record is None or touch is Touch.FOREIGN:
        return Verdict(Standing.FOREIGN, reasons.FOREIGN)
    if touch is Touch.EDITED:
        return Verdict(Standing.EDITED, reasons.EDITED)
    spec_hash = hash_file(target.spec_path)
    if is_of_another(record, target, entry, now.namesakes):
        return Verdict(Standing.FOREIGN, reasons.of_another_spec(record.source_name))
    if record.spec_hash != spec_hash:
        return Verdict(Standing.OURS, reasons.SPEC_CHANGED)
    then = [digest for kind, digest in record.inputs if kind == "agency"]
    agencies = [(path, hash_file(path)) for path in finder.find(os.path.dirname(target.spec_path))]
    if sorted(then) != sorted(digest for _, digest in agencies):
        changed = next((path for path, digest in agencies if digest not in then), AGENCY_FILE)
        return Verdict(Standing.OURS, reasons.agency_changed(shorten(changed)))
    if record.tool_version != now.version:
        return Verdict(Standing.OURS, reasons.version_changed(record.tool_version, now.version))
    return Verdict(Standing.OURS, _compare(record.inputs, current()))


def is_of_another(record: Record, target: Target, entry: Entry | None, namesakes: Sequence[str]) -> bool:
    """Whether ``record`` is that of another spec's Word file."""
    known = (
        hash_file(target.spec_path),
        *([entry.spec_signature.hash] if entry is not None and entry.spec == target.spec_path else []),
    )
    return not _is_name_of(record.source_name, target) or (record.spec_hash not in known and record.spec_hash in namesakes)


def _is_name_of(source_name: str, target: Target) -> bool:
    """Whether ``source_name`` is the name of the spec, be it written .yaml or .yml, with letters composed or not."""
    then, now = (os.path.splitext(fold_key(name))[0] for name in (source_name, os.path.basename(target.spec_path)))
    return then == now


def _compare(then: Sequence[tuple[str, str]], now: Inputs) -> Message | None:
    if set(then) == set(now.pairs):
        return None
    changed = {kind for kind, _ in set(then) ^ set(now.pairs)}
    if changed == {"today"}:
        return reasons.today_changed(*(dict(pairs).get("today", "") for pairs in (then, now.pairs)))
    return reasons.TEMPLATE_CHANGED if "template" in changed and "standard" not in changed else reasons.RULES_CHANGED


def _name_input(path: str) -> Message:
    return reasons.TEMPLATE_CHANGED if path.lower().endswith((".docx", ".dotx")) else reasons.agency_changed(shorten(path))


def enter(
    target: Target,
    spec: Signature,
    agencies: tuple[str, ...],
    files: Sequence[tuple[str, str]],
    tools: str,
    seen: int,
    today: str | None,
) -> Entry | None:
    """What the state should know about an output that is fresh now; ``None`` if it is gone again."""
    output = sign_file(target.output_path)
    if output is None:
        return None
    return Entry(target.spec_path, spec, output, agencies, tuple(files), tools, seen, today=today)
