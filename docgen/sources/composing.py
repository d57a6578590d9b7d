"""Events of the YAML library become nodes.

Read event by event and without recursion, so that a hostile file meets the limits before it costs memory or stack. What
YAML allows and this project does not (types, merge keys, keys twice, names nobody refers to) is collected as problems.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from typing import Any

from docgen.problems import Problem, msg
from docgen.sources.characters import code_point, forbidden_in_value
from docgen.sources.lines import split_line
from docgen.sources.nodes import Entry, Mapping, Node, Scalar, Sequence
from docgen.sources.text import SourceText
from docgen.sources.traps import find_trap, sign_trap

DEPTH = 40
NODES = 100_000
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*(?:[&!]\S*(?=\s|$))?")
_EXPLICIT_KEY = re.compile(r"\?[ \t]+(?:[&!]\S*[ \t]+)*\Z")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


class LimitError(Exception):
    """The file is nested too deep, or too large once its references are followed; the problem is in the composer's list."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open."""

    is_mapping: bool
    start: int
    flow: bool
    anchor: _Anchor | None
    before: int
    end: int
    children: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class _Anchor:
    """A name given with ``&``: where, to what (``None`` while it is open), how many nodes that is."""

    name: str
    at: int
    node: Node | None = None
    size: int = 0
    used: bool = False


def new_loader(text: str) -> Any:
    """A source of YAML events for ``text``: libyaml's, or PyYAML's own where libyaml is missing."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)


class Composer:
    """Builds one tree. After ``run`` the lists tell what the checks of the tree need to see again.

    ``texts``: the plain and quoted texts; ``flows``: outermost collections in brackets; ``last``: the node finished last, for
    whoever explains a failure; ``not_nfc``: the first text that was not in NFC.
    """

    def __init__(self, source: SourceText, text: str, origin: Callable[[int], int], keys: Container[str]) -> None:
        self.problems: list[Problem] = []
        self.texts: list[Scalar] = []
        self.flows: list[Sequence | Mapping] = []
        self.last: Node | None = None
        self.not_nfc: Scalar | None = None
        self._source = source
        self._origin = origin
        self._keys = keys
        self._loader = new_loader(text)
        self._stack: list[_Frame] = []
        self._anchors: dict[str, _Anchor] = {}
        self._all_anchors: list[_Anchor] = []
        self._count = 0
        self._root: Node | None = None

    def run(self) -> Node | None:
        """The root node, ``None`` for a file of comments. Raises the library's ``YAMLError`` and ``LimitError``."""
        import yaml

        get, scalar = self._loader.get_event, yaml.ScalarEvent
        starts, ends = (yaml.MappingStartEvent, yaml.SequenceStartEvent), (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        documents = 0
        while True:
            event = get()
            kind = type(event)
            if kind is scalar:
                self.last = node = self._scalar(event)
                self._add(node, node.end)
            elif kind in starts:
                self._open(event, kind is yaml.MappingStartEvent)
            elif kind in ends:
                self._close(event)
            elif kind is yaml.AliasEvent:
                self._add(self._alias(event), self._origin(event.end_mark.index))
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents == 2:
                    self._refuse_second_document(event)
                    break
            elif kind is yaml.StreamEndEvent:
                break
        self._check_anchors()
        return self._root

    @property
    def open_flow(self) -> int | None:
        """Where the outermost bracket begins that is still open, ``None`` when none is."""
        return next((frame.start for frame in self._stack if frame.flow), None)

    def _add(self, node: Node, end: int) -> None:
        if self._stack:
            self._stack[-1].children.append(node)
            self._stack[-1].end = end
        else:
            self._root = node

    def _counted(self, size: int, at: int) -> None:
        self._count += size
        if self._count > NODES:
            what = msg("This file holds more than {limit} entries, references counted each time they are used.", limit=NODES)
            self.problems.append(Problem("yaml-limit", what, msg("Split it into several files."), self._source.place(at)))
            raise LimitError

    def _scalar(self, event: Any) -> Scalar:
        start, end = self._origin(event.start_mark.index), self._origin(event.end_mark.index)
        self._counted(1, start)
        style, value = event.style or "", event.value
        anchor = None
        if event.anchor or event.tag:
            start, anchor = self._properties(event, start, end)
        if style in ("|", ">"):
            end = start + len(self._source.text[start:end].rstrip())
        node = Scalar(value if value.isascii() else unicodedata.normalize("NFC", value), style, start, end)
        if self.not_nfc is None and node.value != value:
            self.not_nfc = node
        if not value and style in ("|", ">"):
            self.problems.append(sign_trap(self._source, start, self._keys).problem)
        if value and style not in ("|", ">"):
            self.texts.append(node)
            if style and (found := forbidden_in_value(value)) is not None:
                what = msg("This text holds the character {code}, which cannot be printed.", code=code_point(found))
                place = self._source.place(start, end)
                self.problems.append(Problem("yaml-character", what, msg("Take the escape that begins with \\ out."), place))
        if anchor is not None:
            anchor.node, anchor.size = node, 1
        return node

    def _properties(self, event: Any, start: int, end: int) -> tuple[int, _Anchor | None]:
        """Where the value itself begins behind its ``&name`` and ``!type``, and the name."""
        found = _PROPERTIES.match(self._source.text, start, max(start, end))
        value_start = found.end() if found else start
        if event.tag:
            self._refuse_tag(event, start, value_start)
        if not event.anchor:
            return value_start, None
        anchor = _Anchor(event.anchor, start)
        self._anchors[anchor.name] = anchor
        self._all_anchors.append(anchor)
        return value_start, anchor

    def _refuse_tag(self, event: Any, start: int, value_start: int) -> None:
        what = msg("A type written with ! is not allowed: every value here is a text.")
        if type(event).__name__ == "ScalarEvent" and self._source.text.startswith("!", start):
            self.problems.append(sign_trap(self._source, start, self._keys).problem)
            return
        place = self._source.place(start, len(self._source.text[:value_start].rstrip()))
        self.problems.append(Problem("yaml-type", what, msg("Delete it."), place))

    def _alias(self, event: Any) -> Node:
        start, end = self._origin(event.start_mark.index), self._origin(event.end_mark.index)
        name = event.anchor
        anchor = self._anchors.get(name)
        if anchor and self._stack and self._stack[-1].is_mapping and not len(self._stack[-1].children) % 2:
            what = msg("A reference cannot be a key.")
            self.problems.append(Problem("yaml-key", what, msg("Write the key out."), self._source.place(start, end)))
        if anchor is not None and anchor.node is not None:
            anchor.used = True
            self._counted(anchor.size, start)
            return anchor.node
        if anchor is not None:
            anchor.used = True
            what = msg("*{name} refers to the entry in which it stands, so it would never end.", name=name)
            problem = Problem("yaml-reference", what, msg("Write out what is meant."), self._source.place(start, end))
        else:
            problem = sign_trap(self._source, start, self._keys).problem
        self.problems.append(problem)
        self._counted(1, start)
        return Scalar(f"*{name}", '"', start, end)

    def _open(self, event: Any, is_mapping: bool) -> None:
        start = self._origin(event.start_mark.index)
        self._counted(1, start)
        if len(self._stack) >= DEPTH:
            what = msg("This is nested deeper than {depth} levels.", depth=DEPTH)
            self.problems.append(Problem("yaml-limit", what, msg("Use fewer levels."), self._source.place(start)))
            raise LimitError
        anchor = None
        if event.anchor or event.tag:
            start, anchor = self._properties(event, start, self._origin(event.end_mark.index))
        self._stack.append(_Frame(is_mapping, start, bool(event.flow_style), anchor, self._count - 1, start))

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        # The library ends a block where the next thing begins; its last child ends where its words end.
        end = self._origin(event.end_mark.index) if frame.flow else frame.end
        node: Sequence | Mapping
        if frame.is_mapping:
            node = Mapping(self._entries(frame.children), frame.start, end, frame.flow)
        else:
            node = Sequence(tuple(frame.children), frame.start, end, frame.flow)
        if frame.anchor is not None:
            frame.anchor.node, frame.anchor.size = node, self._count - frame.before
        if frame.flow and not any(f.flow for f in self._stack):
            self.flows.append(node)
        self.last = node
        self._add(node, end)

    def _entries(self, children: list[Node]) -> tuple[Entry, ...]:
        found: dict[str, Entry] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.flows = [flow for flow in self.flows if flow is not key]
                self._refuse_key(key.start, key.end)
                continue
            if key.is_absent or self._is_explicit(key):
                self._refuse_key(key.start, key.end)
            elif key.value == "<<" and key.is_plain:
                what = msg("Merging with << is not supported.")
                remedy = msg("Write the keys out here.")
                self.problems.append(Problem("yaml-merge", what, remedy, self._source.place_of(key)))
            elif (first := found.get(key.value)) is not None:
                line = self._source.position(first.key.start).line
                what = msg('The key "{key}" stands here again; it stands in line {line} already.', key=key.value, line=line)
                remedy = msg("Keep one of the two.")
                self.problems.append(Problem("yaml-duplicate-key", what, remedy, self._source.place_of(key)))
            else:
                found[key.value] = Entry(key, value)
        return tuple(found.values())

    def _is_explicit(self, key: Scalar) -> bool:
        return _EXPLICIT_KEY.search(self._source.text, max(0, key.start - 100), key.start) is not None

    def _refuse_key(self, start: int, end: int) -> None:
        line = split_line(self._source, self._source.position(start).line)
        trap = find_trap(self._source, line, self._keys) if line.value_start <= start else None
        if trap is not None and trap.problem.code == "yaml-sign":
            self.problems.append(trap.problem)
            return
        what = msg("A key must be a single word or text on one line, without ? in front of it.")
        self.problems.append(Problem("yaml-key", what, msg("Write it as `key: value`."), self._source.place(start, end)))

    def _refuse_second_document(self, event: Any) -> None:
        start = self._origin(event.start_mark.index)
        what = msg("A second document begins here; a file holds one.")
        remedy = msg('Delete the line "---", or put what follows into a file of its own.')
        self.problems.append(Problem("yaml-second-document", what, remedy, self._source.place(start, start + 3)))

    def _check_anchors(self) -> None:
        for anchor in self._all_anchors:
            if anchor.used and _NAME.fullmatch(anchor.name):
                continue
            if isinstance(anchor.node, Scalar) and self._source.text.startswith("&", anchor.at):
                self.problems.append(sign_trap(self._source, anchor.at, self._keys).problem)
                continue
            what = msg("Nothing refers to &{name}.", name=anchor.name)
            if anchor.used:
                what = msg("The name &{name} is not made of ASCII letters, digits, - and _.", name=anchor.name)
            remedy = msg("Delete it.") if not anchor.used else msg("Choose a name that begins with a letter.")
            place = self._source.place(anchor.at, anchor.at + 1 + len(anchor.name))
            self.problems.append(Problem("yaml-reference", what, remedy, place))
