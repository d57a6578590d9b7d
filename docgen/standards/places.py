"""Where an entry of a rule set stands: in its own file, or in the file that it is an edition of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.problems import Place
from docgen.sources import Mapping, Node, Scalar, SourceText
from docgen.sources import Sequence as SequenceNode
from docgen.standards.merging import SOURCE, Path


@dataclass(frozen=True, slots=True)
class _Found:
    source: SourceText
    node: Node
    key: Scalar | None = None


class Places:
    """The places of entries in ``files``: (text, root), the edition before its base."""

    def __init__(self, files: Sequence[tuple[SourceText, Node]]) -> None:
        self._roots = [_Found(source, root) for source, root in files]

    def has(self, path: Path) -> bool:
        """Whether the entry itself is written there, and not handed down by another."""
        return self._find(path)[1] == len(path)

    def written(self, path: Path) -> Path:
        """The path under which the entry is written: its own, that of its owner's source, or that of the types' defaults."""
        return next((other for other in (path, *self._handed_down(path)) if self.has(other)), path)

    def node(self, path: Path) -> Node | None:
        """What is written at ``path``."""
        found, depth = self._find(path)
        return found[0].node if depth == len(path) else None

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the entry, or of its ``key``; of one that is missing, the nearest entry that would hold it."""
        path = self.written(path)
        found, depth = self._find(path)
        # an edition takes nothing away without a word: what is missing is missing in the base
        nearest = found[0] if depth == len(path) else found[-1]
        is_block = isinstance(nearest.node, Mapping | SequenceNode) and not nearest.node.flow
        pointer = "/" + "/".join(map(str, path))
        if nearest.key is not None and (key or is_block):
            return nearest.source.place_of(nearest.key, pointer)
        return nearest.source.place_of(nearest.node, pointer)

    def _handed_down(self, path: Path) -> Iterator[Path]:
        owner = owner_source(path)
        if owner is not None:
            yield owner
        if path[:1] == ("types",) and len(path) > 2:
            yield ("type_defaults", *path[2:])
        if path[-1:] == ("use",) and not isinstance(self.node(path[:-1]), Mapping):
            yield path[:-1]

    def _find(self, path: Path) -> tuple[list[_Found], int]:
        """What the files say at ``path``, the one that counts first, and how many steps of it exist."""
        candidates = self._roots
        for depth, step in enumerate(path):
            inner: list[_Found] = []
            for candidate in candidates:
                child = _child(candidate, step)
                if child is None:
                    continue
                inner.append(child)
                if not isinstance(child.node, Mapping) or child.node.get("use") is not None:
                    break
            if not inner:
                return candidates, depth
            candidates = inner
        return candidates, len(path)


def _child(found: _Found, step: str | int) -> _Found | None:
    node = found.node
    if isinstance(node, Mapping):
        entry = node.entry(str(step))
        return None if entry is None else _Found(found.source, entry.value, entry.key)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
        return _Found(found.source, node.items[step])
    return None


def owner_source(path: Path) -> Path | None:
    """Where the clause or tier at ``path`` is taken from when the fact has none of its own: its component's, its list's."""
    depth = {"components": 4, "marks": 4, "number_line": 3}.get(str(path[0])) if path else None
    return (*path[:-2], path[-1]) if len(path) == depth and path[-1] in SOURCE else None
