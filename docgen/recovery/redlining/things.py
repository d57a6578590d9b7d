"""What stands between the letters of two versions of a paragraph: which of it stayed, went and came."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from docgen.ooxml.content import Paragraph
from docgen.recovery.differences.contents import canonical
from docgen.recovery.differences.words import Stretch
from docgen.recovery.redlining.elements import child
from docgen.recovery.redlining.leaves import Leaf, Leaves, list_leaves, unshared_fields

if TYPE_CHECKING:
    from lxml import etree


class Things(NamedTuple):
    """What stands between letters of two versions of a paragraph: formulas, hidden words.

    ``kept``: place in the old text, place in the new one, element; ``gone``: place in the new text, leaves; ``come``: elements;
    ``missing``: the old fields that the new version has not.
    """

    kept: list[tuple[int, int, etree._Element]]
    gone: list[tuple[int, list[Leaf]]]
    come: list[etree._Element]
    missing: set[int]


def compare_things(old: Paragraph, new: Paragraph, stretches: list[Stretch]) -> Things:
    """Which things stayed where they were, which went from between letters that stayed, and which came."""
    out = Things([], [], [], set())
    if not _holds_things(old) and not _holds_things(new):
        return out
    ours, theirs = list_leaves(old), list_leaves(new)
    out.missing.update(unshared_fields(ours, theirs))
    come = unshared_fields(theirs, ours)
    there: dict[tuple[str, int], list[etree._Element]] = {}
    for leaves in _things_of(theirs):
        element = leaves[0].element if leaves[0].kind == "formula" else leaves[0].run
        if element is not None:
            there.setdefault((_say(leaves), leaves[0].start), []).append(element)
    for leaves in _things_of(ours):
        place = _moved(leaves[0].start, stretches)
        if place is None:
            continue
        twins = there.get((_say(leaves), place), [])
        if twins:
            out.kept.append((leaves[0].start, place, twins.pop(0)))
        else:
            out.gone.append((place, leaves))
    out.come.extend(element for elements in there.values() for element in elements)
    codes = (leaf.run for leaf in theirs.entries if leaf.kind == "code" and leaf.field in come and leaf.run is not None)
    out.come.extend(run for run in dict.fromkeys(codes) if child(run, "t") is None)
    return out


def _holds_things(paragraph: Paragraph) -> bool:
    return bool(paragraph.hidden or paragraph.fields) or next(paragraph.element.iter("{*}oMath"), None) is not None


def _things_of(leaves: Leaves) -> Iterator[list[Leaf]]:
    """Formulas, and hidden runs with all in them."""
    found = [leaf for leaf in leaves.entries if leaf.kind in ("formula", "hidden")]
    for _, group in groupby(found, key=lambda leaf: leaf.element if leaf.kind == "formula" else leaf.run):
        yield list(group)


def _say(leaves: list[Leaf]) -> str:
    return leaves[0].kind + "".join(canonical(leaf.element) for leaf in leaves)


def _moved(place: int, stretches: list[Stretch]) -> int | None:
    """Where a place between two letters of the old text is in the new one; ``None`` where the letters around it went."""
    for one in stretches:
        if one.old_start <= place <= one.old_end:
            if one.same:
                return one.new_start + place - one.old_start
            if place == one.old_start:
                return one.new_start
            if place == one.old_end:
                return one.new_end
            return None
    return 0
