"""Counts that docgen prints beside words, and the totals that a spec states of them: one cannot change without the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.config.keys import english_key
from docgen.problems import Message
from docgen.sources import Mapping, Node, Scalar, Sequence
from docgen.spec.marks import END_SIGNS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from docgen.recovery.pulling.lines import Line
    from docgen.recovery.pulling.outline import Outline
    from docgen.recovery.pulling.spec_state import SpecState, Trial

_DIGITS = re.compile(r"\d+")
_ENDS = "".join(END_SIGNS)
#: keys that hold a count, the nearer one first
_COUNTS = ("count", "total")


def find_counted(own: str, text: str) -> re.Match[str] | None:
    """docgen's words ``own`` at the end of ``text`` with any numbers in place of its own, and with any end mark."""
    words = own.strip().rstrip(_ENDS)
    pattern = r"\d+".join(r"\s+".join(map(re.escape, re.split(r"\s+", part))) for part in _DIGITS.split(words))
    return re.search(rf"\s*{pattern}[{re.escape(_ENDS)}\s]*$", text)


def numbers_of(words: str) -> list[int]:
    """The numbers in ``words``: a zero before one does not count."""
    return [int(digits) for digits in _DIGITS.findall(words)]


def without_zeros(words: str) -> str:
    """``words`` with no zero before a number, which docgen sets by itself."""
    return _DIGITS.sub(lambda found: str(int(found[0])), words)


def split_counted(typed: str, like: Line) -> tuple[str, int] | None:
    """Who takes part, and how many, of words typed as ``like`` prints them; ``None`` for any other words."""
    own = "".join(piece.plain for piece in like.pieces[1:] if not piece.origin)
    if not _DIGITS.search(own) or (found := find_counted(own, typed)) is None or not typed[: found.start()].strip():
        return None
    numbers = numbers_of(found[0])
    return (typed[: found.start()].strip(), numbers[0]) if len(numbers) == 1 else None


def find_count(outline: Outline, pointer: str, held: int) -> str | None:
    """Where the spec has the number ``held`` that is printed beside the text at ``pointer``."""
    parent = pointer.rpartition("/")[0]
    for name in _COUNTS:
        node = outline.node(f"{parent}/{name}")
        if isinstance(node, Scalar) and node.value.isdecimal() and int(node.value) == held:
            return f"{parent}/{name}"
    return None


def counted_below(outline: Outline, pointer: str) -> int:
    """How many the entry at ``pointer`` adds to the totals above it."""
    return _sum(outline.node(pointer))


def attempt_counted(state: SpecState, text: str, pointer: str, more: int) -> Trial | Message:
    """What ``text`` would print, with the totals above ``pointer`` raised by ``more`` where it cannot be loaded without."""
    trial = state.attempt(text)
    if not isinstance(trial, Message) or not more:
        return trial
    outline = state.outline_of(text)
    for above in _above(pointer):
        _raise_total(outline, above, more)
    again = state.attempt(outline.editor.result())
    return trial if isinstance(again, Message) else again


def write_counts(state: SpecState, wanted: Collection[tuple[str, int, int]]) -> None:
    """Write new numbers into the keys beside texts, all or none, and with them the totals stated above.

    ``wanted``: each a text's pointer, the number printed beside it and the new one. Sums that docgen works out follow.
    """
    outline = state.outline
    more: dict[str, int] = {}
    for pointer, old, new in sorted(wanted, key=lambda one: -one[0].count("/")):
        key = find_count(outline, pointer, old)
        if key is None or key.rpartition("/")[0] in more:
            continue
        outline.editor.set_text(key, str(new))
        for above in _above(key.rpartition("/")[0]):
            more[above] = more.get(above, 0) + new - old
    plain = outline.editor.result()
    for above, number in more.items():
        _raise_total(outline, above, number)
    for text in (outline.editor.result(), plain):
        trial = state.attempt(text)
        if not isinstance(trial, Message):
            state.commit(trial)
            return


def _raise_total(outline: Outline, pointer: str, more: int) -> None:
    node = outline.node(f"{pointer}/total")
    if isinstance(node, Scalar) and node.value.isdecimal() and int(node.value) + more >= 0:
        outline.editor.set_text(f"{pointer}/total", str(int(node.value) + more))


def _sum(node: Node | None) -> int:
    if isinstance(node, Sequence):
        return sum(map(_sum, node.items))
    if not isinstance(node, Mapping):
        return 0
    values = {english_key("participants", entry.key.value): entry.value for entry in node.entries}
    count = values.get("count", values.get("total"))
    below = sum(_sum(values.get(name)) for name in ("groups", "sites"))
    return below or (int(count.value) if isinstance(count, Scalar) and count.value.isdecimal() else 0)


def _above(pointer: str) -> Iterator[str]:
    """The pointers above ``pointer``, nearest first."""
    while pointer.count("/") > 1:
        pointer = pointer.rpartition("/")[0]
        yield pointer
