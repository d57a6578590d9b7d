"""Which text of the spec a recorded one is now, after edits of the spec."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.anchors.record import Anchor
    from docgen.recovery.pulling.lines import Known


def align(blocks: Sequence[Anchor], known: Sequence[Known], present: Collection[str]) -> dict[str, Known]:
    """For each recorded text that the spec still has, which it is now; the two may differ in words, or in their place.

    ``present``: the names of the bookmarks that are left. Of texts with the same words the spec has those that the file has.
    """
    if [(b.path, b.component, b.hash) for b in blocks] == [(k.origin, k.component, k.hash) for k in known]:
        return {block.name: one for block, one in zip(blocks, known, strict=True)}
    found = _align([block for block in blocks if block.name in present], known)
    taken = set(found.values())
    rest = [one for one in known if one not in taken]
    return found | _align([block for block in blocks if block.name not in present], rest)


def _align(blocks: Sequence[Anchor], known: Sequence[Known]) -> dict[str, Known]:
    before, now = [(b.component, b.hash) for b in blocks], [(k.component, k.hash) for k in known]
    found: dict[str, Known] = {}
    opcodes = SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    for kind, a, b, c, _ in opcodes:
        if kind == "equal":
            found.update({blocks[a + i].name: known[c + i] for i in range(b - a)})
    # a text that now stands elsewhere in the spec
    rest = [one for one in known if one not in set(found.values())]
    for block in blocks:
        if block.name not in found:
            same = [one for one in rest if (one.component, one.hash) == (block.component, block.hash)]
            if len(same) == 1:
                found[block.name] = same[0]
                rest.remove(same[0])
    taken = set(found.values())
    for kind, a, b, c, d in opcodes:
        if kind != "replace":
            continue
        old, new = [x for x in blocks[a:b] if x.name not in found], [y for y in known[c:d] if y not in taken]
        if [x.component for x in old] == [x.component for x in new]:
            found.update({x.name: y for x, y in zip(old, new, strict=True)})
            continue
        there = {(y.origin, y.component): y for y in new}
        found.update({x.name: there[x.path, x.component] for x in old if (x.path, x.component) in there})
    return found
