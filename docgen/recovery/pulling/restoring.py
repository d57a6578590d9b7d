"""Blocks that another state of the spec has and the spec has not, put into it as they stand there.

So comes back what the spec has dropped while somebody edited it in Word, from the spec as it was; and whoever accepts a block
that a merge shows as inserted gets it from the spec that the merge made for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.anchors.record import Anchor
from docgen.problems import DocgenError
from docgen.recovery.pulling.aligning import align
from docgen.recovery.pulling.lines import fold_line, list_known
from docgen.recovery.pulling.outline import Outline
from docgen.recovery.pulling.spec_state import SpecState, SpecText, distance, is_under
from docgen.sources import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from docgen.ooxml.content import Story
    from docgen.recovery.pulling.lines import Line


class _State(NamedTuple):
    """A text of the spec with the lines that it prints. ``kept``: by its pointer in the base where each text stands in it."""

    text: str
    lines: list[Line]
    kept: Mapping[str, str]


def put_back(spec: SpecText, base: str, blocks: Sequence[Anchor], dropped: Iterable[str]) -> str:
    """The text of ``spec`` with the blocks of ``base``, as they stand there, that hold the texts at the pointers ``dropped``.

    ``blocks``: the texts that ``base`` prints. A block is the whole list entry or key of which the spec has nothing any more. One
    whose neighbours give no certain place, or with which the spec would not load, is left out.
    """
    then, state = Outline(base, spec.shown), _read(spec, blocks)
    for pointer in dropped:
        state = _try(spec, then, state, blocks, pointer) or state
    return state.text


def adopt(spec: SpecText, offer: str, story: Story) -> str:
    """The text of ``spec`` with the blocks of ``offer`` that it has not, each line of which stands in the file ``story``."""
    if offer == spec.text:
        return spec.text
    lines = SpecState(spec._replace(text=offer)).lines
    blocks = [Anchor(str(i), one.origin, one.hash, one.component) for i, one in enumerate(list_known(lines))]
    state = _read(spec, blocks)
    lacking = [block.path for block in blocks if block.path.startswith("/") and block.path not in state.kept]
    if not lacking:
        return spec.text
    then, file = Outline(offer, spec.shown), [fold_line(paragraph.text) for paragraph in story.paragraphs]
    away = distance(file, state.lines)
    for pointer in lacking:
        new = _try(spec, then, state, blocks, pointer)
        if new is None:
            continue
        nearer = away - (len(new.lines) - len(state.lines))
        if (now := distance(file, new.lines)) <= nearer:
            state, away = new, now
    return state.text


def _read(spec: SpecText, blocks: Sequence[Anchor]) -> _State:
    lines = SpecState(spec).lines
    now = align(blocks, list_known(lines), {block.name for block in blocks})
    return _State(spec.text, lines, {block.path: now[block.name].origin for block in blocks if block.name in now})


def _try(spec: SpecText, then: Outline, state: _State, blocks: Sequence[Anchor], pointer: str) -> _State | None:
    """``state`` with the block of ``then`` that holds the text at ``pointer``; ``None`` if it has it or cannot get it."""
    if pointer in state.kept:
        return None
    text = _put_back(then, Outline(state.text, spec.shown), pointer, state.kept)
    if text is None:
        return None
    try:
        new = _read(spec._replace(text=text), blocks)
    except DocgenError:
        return None
    return new if pointer in new.kept else None


def _put_back(then: Outline, now: Outline, pointer: str, kept: Mapping[str, str]) -> str | None:
    entry = pointer
    while (parent := entry.rpartition("/")[0]) and not any(is_under(one, parent) for one in kept):
        entry = parent
    node, lines = then.node(entry), then.lines_of(entry)
    if node is None:
        return None
    beside = _find_beside(then, parent, kept)
    before = [now_at for start, now_at in beside if start < node.start]
    after = [now_at for start, now_at in beside if start > node.start]
    neighbour, behind = (before[-1], 1) if before else (after[0], 0) if after else ("", 0)
    container, _, step = neighbour.rpartition("/")
    if not entry.rpartition("/")[2].isdigit():
        return now.put_key(container, step, lines, behind=bool(behind)) if lines is not None and neighbour else None
    if not step.isdigit():
        return None
    if isinstance(node, Scalar):
        return now.insert(container, int(step) + behind, node.value)
    return now.put_lines(container, int(step) + behind, lines) if lines is not None else None


def _find_beside(then: Outline, parent: str, kept: Mapping[str, str]) -> list[tuple[int, str]]:
    """The entries of ``parent``, a list or a block of the base, that the spec still has: their place there, their pointer now."""
    found: dict[str, str] = {}
    for was, now in kept.items():
        if was == parent or not is_under(was, parent):
            continue
        first, *inner = was[len(parent) + 1 :].split("/")
        steps = now.split("/")
        own, rest = steps[: len(steps) - len(inner)], steps[len(steps) - len(inner) :]
        if all(a == b or (a.isdigit() and b.isdigit()) for a, b in zip(inner, rest, strict=True)):
            found.setdefault(f"{parent}/{first}", "/".join(own))
    return sorted((node.start, now) for was, now in found.items() if (node := then.node(was)) is not None)
