"""An edited Word file and its spec brought together: what is to be written, or why both stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docgen.anchors.record import read_record
from docgen.building import reasons
from docgen.building.bases import read_base, read_offer
from docgen.building.fingerprints import hash_file, hash_spec
from docgen.building.likeness import Likeness
from docgen.building.targets import Target
from docgen.config.agency import read_agencies
from docgen.ooxml.opening import open_package
from docgen.ooxml.tracked import has_tracked_changes
from docgen.problems import DocgenError, Place, Problem, msg
from docgen.recovery.merging import Merged, make_copy, merge
from docgen.recovery.merging_marks import has_open_marks
from docgen.recovery.pulling.spec_state import SpecText
from docgen.recovery.pulling.telling import describe_changes
from docgen.sources import read_text


@dataclass(frozen=True, slots=True)
class Plan:
    """``text``: the new spec, ``None`` if it stays. ``data``: the new Word file with ``open`` places for somebody to decide.

    ``data`` is ``None`` where both files stay as they are; ``problems`` say why, or else what was taken and what is open.
    ``offer``: the spec to which the tracked changes of the new file lead. ``spec_hash`` and ``file_hash`` tell what the plan was
    made from.
    """

    problems: tuple[Problem, ...]
    spec_hash: str
    file_hash: str
    text: str | None = None
    data: bytes | None = None
    open: int = 0
    offer: str | None = None

    def check(self, target: Target) -> None:
        """Raise ``DocgenError`` if somebody has saved one of the two files meanwhile."""
        if (hash_file(target.spec_path), hash_file(target.output_path)) != (self.spec_hash, self.file_hash):
            what, remedy = msg("Somebody has just saved the spec or its Word file."), msg("Build again.")
            raise DocgenError(Problem("build-restless", what, remedy, Place(target.spec)))


def plan_merge(target: Target, out: str, render: Callable[[str], bytes]) -> Plan:
    """Bring the edits of the Word file of ``target`` and its spec together; nothing is written.

    ``render`` makes the Word file of a spec's text, with its record. Raises ``DocgenError`` for a spec that cannot be loaded and
    for a file that nothing ties to it.
    """
    file_hash, spec_hash = hash_file(target.output_path), hash_file(target.spec_path)
    package = open_package(Path(target.output_path), name=target.output)
    if has_tracked_changes(package):
        problem = (reasons.describe_open_places if has_open_marks(package) else reasons.describe_tracked)(target.output)
        return Plan((problem,), spec_hash, file_hash)
    record = read_record(package)
    then = record.spec_hash if record is not None else ""
    if record is not None and Likeness(target.spec_path).is_another(record, target.output_path):
        return Plan((reasons.describe_rewritten(target.output, target.spec),), spec_hash, file_hash)
    source = read_text(Path(target.spec_path), target.spec)
    folder = Path(target.spec_path).parent
    spec = SpecText(("\ufeff" if source.bom else "") + source.text, target.spec, read_agencies(folder), folder)
    base, offer = read_base(target.output_path, out, then), read_offer(target.output_path, out)
    merged = merge(package, spec, same_spec=spec_hash == then, base=base, offer=offer)
    now = spec._replace(text=merged.text)
    data = render(merged.text) if merged.offer is not None or not merged.undecided else None
    if data is not None and merged.offer is not None:
        data = make_copy(data, render(merged.offer), now, merged.offer)
    if data is None:
        return Plan((reasons.describe_unmerged(target.output), *describe_changes(merged.left)), spec_hash, file_hash)
    text = None if hash_spec(merged.text.encode("utf-8", "surrogatepass")) == spec_hash else merged.text
    return Plan(_tell(merged), spec_hash, file_hash, text, data, len(merged.undecided), merged.offer)


def _tell(merged: Merged) -> tuple[Problem, ...]:
    remedy = msg("In the Word file, accept the tracked change for its words or reject it for those of the spec.")
    lost = msg("The file built anew does not have it; the copy of the edited file does.")
    remedies = {id(change): lost for change in merged.left} | {id(change): remedy for change in merged.undecided}
    return tuple(describe_changes(merged.changes, remedies))
