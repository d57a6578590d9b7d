"""Whether a Word file is still what docgen wrote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.anchors.record import find_record
from docgen.ooxml.digests import content_digest, part_digest

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package


class Touch(StrEnum):
    """What has happened to a file since docgen wrote it; ``FOREIGN``: it carries no record, so nobody knows."""

    UNTOUCHED = "untouched"
    SAVED = "saved"
    EDITED = "edited"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class EditState:
    """``roles`` names what differs in an edited file (``document``, ``header:default``, ``styles`` …)."""

    touch: Touch
    roles: tuple[str, ...] = ()

    @property
    def may_be_replaced(self) -> bool:
        """Whether writing the file anew destroys nobody's work."""
        return self.touch in (Touch.UNTOUCHED, Touch.SAVED)


def edit_state(package: Package) -> EditState:
    """Compare ``package`` with its own record: first the bytes of its parts, and where these differ, what they say.

    Raises ``DocgenError`` when a part cannot be read; such a file must be kept as well.
    """
    found = find_record(package)
    if found is None:
        return EditState(Touch.FOREIGN)
    own_part, record = found
    recorded = dict(record.parts)
    names = {name for name in package.names if name != own_part}
    if recorded.keys() == names and all(part_digest(package.read(name)) == digest for name, digest in record.parts):
        return EditState(Touch.UNTOUCHED)
    then = dict(record.content)
    if not then:
        return EditState(Touch.EDITED, ("document",))
    now = content_digest(package, frozenset(record.styles))
    changed = tuple(sorted(role for role in then.keys() | now.keys() if then.get(role) != now.get(role)))
    return EditState(Touch.EDITED, changed) if changed else EditState(Touch.SAVED)
