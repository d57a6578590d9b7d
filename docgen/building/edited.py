"""What an edited Word file says against its spec: whether building it anew would lose anything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.building.fingerprints import hash_file
from docgen.building.material import Material
from docgen.building.staleness import is_of_another
from docgen.building.targets import Target
from docgen.problems import DocgenError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.building.state import Entry
    from docgen.ooxml.opening import Package


def says_the_same(target: Target, material: Material) -> bool:
    """Whether the spec makes a file of the very content that the edited file has: then its edits stand in the spec."""
    from docgen.anchors.record import read_record
    from docgen.ooxml.digests import content_digest
    from docgen.ooxml.opening import open_package

    try:
        held = _open(target)
        record = read_record(held)
        styles = frozenset(record.styles if record else ())
        return content_digest(held, styles) == content_digest(open_package(material.render()), styles)
    except DocgenError:
        return False


def is_issued(target: Target) -> bool:
    """Whether only docgen has written the file, which has its number and date from ``issue``."""
    from docgen.building.pulled import was_issued

    return was_issued(target.output_path, target.spec_path, target.out)


def is_pulled(target: Target) -> bool:
    """Whether the edited file has nothing, neither words nor looks nor remarks, that somebody would miss in one of the spec."""
    from docgen.anchors.record import read_record
    from docgen.building.bases import read_base
    from docgen.building.pulled import find_pulled
    from docgen.recovery.pulling import pull

    taken, now = find_pulled(target.output_path, target.spec_path, target.out), hash_file(target.spec_path)
    if taken is not None and taken.spec_hash == now:
        return True
    try:
        held = _open(target)
        record = read_record(held)
        base = read_base(target.output_path, target.out, record.spec_hash) if record is not None else None
        rejected = taken is not None and taken.rejected
        pulled = pull(held, Path(target.spec_path), spec_hash=now, base=base, rejected=rejected)
    except DocgenError:
        return False
    if taken is not None:
        # the spec had all of it; who has changed it since may have put other words there, but took none of the edits back
        return pulled.text is None
    return pulled.text is None and pulled.is_complete and len(pulled.counted) == len(pulled.changes)


def has_open_places(target: Target) -> bool:
    """Whether a merge left something to choose in the file, and nobody has chosen."""
    from docgen.recovery.merging_marks import has_open_marks

    return has_open_marks(_open(target))


def find_other_spec(target: Target, entry: Entry | None, namesakes: Sequence[str]) -> str | None:
    """The name of the other spec that the edited file was written from, ``None`` if it is this one's."""
    from docgen.anchors.record import read_record

    record = read_record(_open(target))
    return record.source_name if record is not None and is_of_another(record, target, entry, namesakes) else None


def _open(target: Target) -> Package:
    from docgen.ooxml.opening import open_package

    return open_package(Path(target.output_path), name=target.output)
