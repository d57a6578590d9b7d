"""A spec and its Word file, both changed since docgen wrote the file: one spec of both, and what only a person can decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.anchors.edits import Touch, edit_state
from docgen.ooxml.opening import open_package
from docgen.ooxml.tracked import settle
from docgen.recovery.merging_marks import mark_both
from docgen.recovery.pulling import pull_text, read_origin
from docgen.recovery.pulling.restoring import put_back
from docgen.recovery.pulling.said import Change, Kind
from docgen.recovery.pulling.spec_state import SpecState, SpecText

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package


@dataclass(frozen=True, slots=True)
class Merged:
    """``text``: the spec with all that only the file changed; where both did, it keeps its own words.

    ``offer``: the same with the file's words wherever both changed something; ``None`` where nobody did, or where the file
    holds what no spec can say or what has no certain place.
    """

    changes: tuple[Change, ...]
    text: str
    offer: str | None = None

    @property
    def left(self) -> tuple[Change, ...]:
        """The changes of the file that ``text`` does not have, comments among them."""
        return tuple(change for change in self.changes if not change.carried or change.kind is Kind.COMMENT)

    @property
    def undecided(self) -> tuple[Change, ...]:
        """Those of them that a person has to decide; looks and comments only stand in the edited file, of which a copy is kept."""
        return tuple(change for change in self.left if change.kind not in (Kind.FORMAT, Kind.COMMENT))


def merge(
    package: Package, spec: SpecText, *, same_spec: bool, base: str | None = None, offer: str | None = None
) -> Merged:
    """The edited file ``package`` and ``spec`` in one spec.

    ``same_spec``: only the file has changed. ``base``: the spec as it was when docgen wrote the file, where that is known;
    ``offer``: the spec that whoever accepts all its tracked changes asked for, if a merge made the file.
    Raises ``DocgenError`` like ``pull_text``.
    """
    pulled = pull_text(package, spec, same_spec=same_spec, base=base, offer=offer)
    text = spec.text if pulled.text is None else pulled.text
    merged = Merged(pulled.changes, text)
    if not merged.undecided or any(change.kind is Kind.OTHER for change in merged.undecided):
        return merged
    wanted = spec._replace(text=text)
    if base is not None:
        wanted = wanted._replace(text=put_back(wanted, base, read_origin(package).blocks, pulled.dropped))
    theirs = pull_text(package, wanted, same_spec=wanted.text == base, base=base, file_wins=True)
    return Merged(pulled.changes, text, theirs.text or wanted.text) if theirs.is_complete else merged


def make_copy(ours: bytes, theirs: bytes, spec: SpecText, offer: str) -> bytes | None:
    """``ours``, the Word file of ``spec``, in which tracked changes lead to ``theirs``, the Word file of the spec ``offer``.

    Rejected they give ``ours`` again; accepted they bring the words of ``offer`` into the spec. ``None`` where one of both
    would not come true.
    """
    copy = mark_both(ours, theirs)
    package = open_package(copy)
    if edit_state(package).touch is not Touch.EDITED or not edit_state(settle(package, rejected=True)).may_be_replaced:
        return None
    accepted = pull_text(package, spec, same_spec=True, offer=offer)
    if not accepted.is_complete or accepted.text is None:
        return None
    return copy if _print(spec._replace(text=accepted.text)) == _print(spec._replace(text=offer)) else None


def _print(spec: SpecText) -> list[str]:
    return [line.plain for line in SpecState(spec).lines]
