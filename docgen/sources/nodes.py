"""What a YAML file holds: texts, lists and mappings, each with the characters it covers.

Nobody decides here what a text means: ``5``, ``no`` and ``2026-03-05`` are texts like any other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, in NFC. ``style`` is ``""`` (plain), ``'"'``, ``"'"``, ``"|"`` or ``">"``."""

    value: str
    style: str
    start: int
    end: int

    @property
    def is_absent(self) -> bool:
        """Whether nothing stands there at all: ``number:`` is absent, ``number: ""`` is an empty text."""
        return not self.value and not self.style

    @property
    def is_plain(self) -> bool:
        """Whether it is written without quotation marks and without ``|`` or ``>``."""
        return bool(self.value) and not self.style


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list. ``flow`` says that it is written in brackets."""

    items: tuple[Node, ...]
    start: int
    end: int
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping and what stands behind it."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order written, each key once. ``flow`` says that it is written in braces."""

    entries: tuple[Entry, ...]
    start: int
    end: int
    flow: bool = False

    def entry(self, key: str) -> Entry | None:
        """The entry with this key, ``None`` when there is none."""
        name = unicodedata.normalize("NFC", key)
        return next((e for e in self.entries if e.key.value == name), None)

    def get(self, key: str) -> Node | None:
        """The value of this key, ``None`` when the key is not there (an absent value is a ``Scalar``)."""
        found = self.entry(key)
        return None if found is None else found.value


Node = Scalar | Sequence | Mapping
Path = str | SequenceOf[str | int]


def node_at(root: Node, pointer: Path) -> Node:
    """The node at a JSON pointer (``/sections/0/title``) or a tuple of keys, or its nearest ancestor that exists."""
    return _find(root, pointer)[0]


def key_at(root: Node, pointer: Path) -> Scalar | None:
    """The key under which the node of ``node_at`` stands, ``None`` for the root and for list items."""
    return _find(root, pointer)[1]


def has_node(root: Node, pointer: Path) -> bool:
    """Whether ``pointer`` names a node that exists."""
    return _find(root, pointer)[2]


def _find(root: Node, pointer: Path) -> tuple[Node, Scalar | None, bool]:
    node: Node = root
    key: Scalar | None = None
    for step in _steps(pointer):
        if isinstance(node, Mapping) and (entry := node.entry(str(step))) is not None:
            node, key = entry.value, entry.key
        elif isinstance(node, Sequence) and (index := _index(step)) is not None and index < len(node.items):
            node, key = node.items[index], None
        else:
            return node, key, False
    return node, key, True


def _steps(pointer: Path) -> SequenceOf[str | int]:
    if not isinstance(pointer, str):
        return pointer
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def _index(step: str | int) -> int | None:
    if isinstance(step, int):
        return step if step >= 0 else None
    return int(step) if step.isascii() and step.isdigit() and len(step) < 10 else None
