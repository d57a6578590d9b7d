"""Which text of the spec a recorded one is now, after edits of the spec."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from docgen.anchors.names import text_hash
from docgen.recovery.pulling.lines import fold_line

if TYPE_CHECKING:
    from docgen.anchors.record import Anchor
    from docgen.ooxml.content import Paragraph
    from docgen.recovery.anchored import Anchored
    from docgen.recovery.pulling.lines import Known, Line


def align(blocks: Sequence[Anchor], known: Sequence[Known], present: Collection[str]) -> dict[str, Known]:
    """For each recorded text that the spec still has, which it is now; the two may differ in words, or in their place.

    ``present``: the names of the bookmarks that are left. Of texts with the same words the spec has those that the file has.
    """
    if [(b.path, b.component, b.hash) for b in blocks] == [(k.origin, k.component, k.hash) for k in known]:
        return {block.name: one for block, one in zip(blocks, known, strict=True)}
    found = _align(blocks, known)
    alike: dict[tuple[str, str], list[Anchor]] = {}
    for block in blocks:
        if block.name not in found or found[block.name].hash == block.hash:
            alike.setdefault((block.component, block.hash), []).append(block)
    for group in alike.values():
        matched = [block.name for block in group if block.name in found]
        lost = [name for name in matched if name not in present]
        spare = [block.name for block in group if block.name not in found and block.name in present]
        if many := min(len(lost), len(spare)):
            kept = {*matched, *spare[:many]} - {*lost[:many]}
            places = [found.pop(name) for name in matched]
            found.update(zip([block.name for block in group if block.name in kept], places, strict=True))
    return found


def align_places(
    paragraphs: Sequence[Paragraph], texts: Sequence[Anchored], lines: Sequence[Line], known: Sequence[Known]
) -> dict[str, Known]:
    """The same for a file that has, paragraph by paragraph, the words that the spec prints now; empty for any other file.

    What one brought into the other may be repeated words, which only the place tells apart.
    """
    worded = [paragraph for paragraph in paragraphs if fold_line(paragraph.text)]
    printed = [i for i, line in enumerate(lines) if line.folded]
    if [fold_line(paragraph.text) for paragraph in worded] != [lines[i].folded for i in printed]:
        return {}
    line_of = dict(zip(worded, printed, strict=True))
    free: dict[int, list[Known]] = {}
    for one in known:
        free.setdefault(one.line, []).append(one)
    found: dict[str, Known] = {}
    # words that are the same first: others are those beside which somebody typed, or that the spec has taken in
    for same in (True, False):
        for text in texts:
            # somebody who pressed Enter inside a text made another one of its end
            place = line_of.get(text.stretches[0].paragraph, -1) if text.stretches else -1
            left = free.get(place, []) if text.anchor.name not in found else []
            now = next((one for one in left if not same or one.hash == text_hash(text.words)), None)
            if now is not None:
                found[text.anchor.name] = now
                left.remove(now)
    return found


def _align(blocks: Sequence[Anchor], known: Sequence[Known]) -> dict[str, Known]:
    before, now = [(b.component, b.hash) for b in blocks], [(k.component, k.hash) for k in known]
    found: dict[str, Known] = {}
    for kind, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind == "equal":
            found.update({blocks[a + i].name: known[c + i] for i in range(b - a)})
        elif kind == "replace":
            old, new = blocks[a:b], known[c:d]
            if [x.component for x in old] == [x.component for x in new]:
                found.update({x.name: y for x, y in zip(old, new, strict=True)})
                continue
            there = {(y.origin, y.component): y for y in new}
            found.update({x.name: there[x.path, x.component] for x in old if (x.path, x.component) in there})
    # a text that now stands elsewhere in the spec
    rest = [one for one in known if one not in set(found.values())]
    for block in blocks:
        if block.name not in found:
            same = [one for one in rest if (one.component, one.hash) == (block.component, block.hash)]
            if len(same) == 1:
                found[block.name] = same[0]
                rest.remove(same[0])
    return found
