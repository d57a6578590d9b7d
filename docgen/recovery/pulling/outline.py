"""Edits of a spec's lists and keys: entries put in, taken out or moved with their own lines, everything else as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Keyed
from collections.abc import Sequence as Listed
from dataclasses import dataclass

from docgen.config.keys import key_table, known_keys
from docgen.recovery.spec_edits import SpecEditor
from docgen.sources import Edit, Mapping, Node, Scalar, Sequence, parse, quote_always, quote_scalar, source_from_bytes

#: how a pointer of the old text reads in the new one; ``None``: it is gone
Shift = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping that is put in: ``kind`` as the table of keys has it, the keys with a text, a number, yes or no, or more entries each."""

    kind: str
    keys: Keyed[str, Value]


#: what is put into a list, and what a key holds
Item = str | Entry
Value = str | int | Listed[Item]


class Outline:
    """One state of a spec's text, with the places of its nodes."""

    def __init__(self, text: str, shown: str) -> None:
        self.source = source_from_bytes(text.encode("utf-8", "surrogatepass"), shown)
        self.root = parse(self.source, keys=known_keys()).root
        self.editor = SpecEditor(self.source, self.root)

    def node(self, pointer: str) -> Node | None:
        """The node at ``pointer`` itself."""
        return self.editor.node(pointer)

    def key(self, kind: str, name: str) -> str:
        """A key in the language of the spec's others."""
        return key_table()[kind][name].vietnamese if self.editor.speaks_vietnamese else name

    def has_remark(self, pointer: str) -> bool:
        """Whether a remark stands on the lines of the text at ``pointer``, behind it or, in a list, right above it."""
        node = self.node(pointer)
        if node is None:
            return False
        behind = self.source.text[node.end :].partition("\n")[0]
        above = self.source.text[: node.start].split("\n")[-2:-1] if pointer.rpartition("/")[2].isdigit() else []
        return "#" in behind or any(line.lstrip().startswith("#") for line in above)

    def insert(self, pointer: str, index: int, item: Item) -> str | None:
        """The text with ``item`` before entry ``index`` of the list at ``pointer``."""
        if isinstance(item, str):
            return self.editor.result() if self.editor.insert_item(pointer, index, item) else None
        node = self.node(pointer)
        if not isinstance(node, Sequence) or node.flow or not node.items:
            return None
        place = self.editor.item_lines(node, min(index, len(node.items) - 1))
        if place is None:
            return None
        start, end, indent = place
        at = start if index < len(node.items) else end
        return self._spliced([Edit(at, at, self._ended(at) + self._block(item, indent))])

    def remove(self, pointer: str) -> str | None:
        """The text without the entry or key at ``pointer``; a list or block left empty goes with its key."""
        parent, _, step = pointer.rpartition("/")
        above = self.node(parent) if parent else self.root
        if isinstance(above, Sequence) and step.isdigit():
            if len(above.items) == 1:
                return self.remove(parent) if parent else None
            return self.editor.result() if self.editor.remove_item(pointer) else None
        if not isinstance(above, Mapping) or above.flow:
            return None
        if len(above.entries) == 1:
            return self.remove(parent) if parent else None
        node = self.node(pointer)
        entry = next((e for e in above.entries if e.value is node), None)
        if entry is None:
            return None
        line, at = self._line_start(entry.key.start), above.entries.index(entry)
        last = entry.value if entry.value.end > entry.value.start else entry.key
        if dash := self.source.text[line : entry.key.start].strip(" "):
            # the first key of a list's entry stands on the line of its dash
            if at + 1 == len(above.entries) or dash != "-":
                return None
            following, end = above.entries[at + 1].key.start, self.editor.end_of_block(last)
            remarks = self.source.text[end : self._line_start(following)]
            return self._spliced([Edit(line, line, remarks), Edit(entry.key.start, following, "")])
        low = self.editor.end_of_block(above.entries[at - 1].value) if at else line if above is self.root else 0
        return self._spliced([Edit(self.editor.start_with_remarks(line, low), self.editor.end_of_block(last), "")])

    def move(self, pointer: str, old: int, new: int) -> str | None:
        """The text with entry ``old`` of the list at ``pointer`` standing before what is entry ``new`` now."""
        node = self.node(pointer)
        if not isinstance(node, Sequence) or node.flow:
            return None
        own = self.editor.item_lines(node, old)
        target = self.editor.item_lines(node, min(new, len(node.items) - 1))
        if own is None or target is None:
            return None
        lines = self.source.text[own[0] : own[1]]
        if not lines.endswith(("\n", "\r")):
            lines += self.source.newline
        at = target[0] if new < len(node.items) else target[1]
        return self._spliced([Edit(own[0], own[1], ""), Edit(at, at, self._ended(at) + lines)])

    def promote(self, pointer: str, text: str, *, before: bool) -> str | None:
        """The text with the single text at ``pointer`` made a list, ``text`` beside it."""
        node = self.node(pointer)
        above = self.node(pointer.rpartition("/")[0]) if pointer.count("/") > 1 else self.root
        if not isinstance(node, Scalar) or not isinstance(above, Mapping) or above.flow or node.is_absent:
            return None
        entry = next(e for e in above.entries if e.value is node)
        line = self._line_start(entry.key.start)
        indent = " " * (entry.key.start - line + 2)
        held, length = self._on_one_line(node)
        both = [quote_scalar(text), held] if before else [held, quote_scalar(text)]
        colon = self.source.text.index(":", entry.key.end) + 1
        newline = self.source.newline
        return self._spliced([Edit(colon, node.start + length, "".join(f"{newline}{indent}- {one}" for one in both))])

    def add_key(self, pointer: str, kind: str, name: str, value: Value) -> str | None:
        """The text with the key ``name`` in the mapping of ``kind`` at ``pointer``, behind those that are printed before it."""
        above = self.node(pointer)
        if not isinstance(above, Mapping) or above.flow or self.node(f"{pointer}/{name}") is not None:
            return None
        order = [*key_table()[kind]]
        before = [key for key in order[: order.index(name)] if self.node(f"{pointer}/{key}") is not None]
        held = self.node(f"{pointer}/{before[-1]}") if before else None
        if held is None:
            return None
        entry = next(e for e in above.entries if e.value is held)
        at = self.editor.end_of_block(held)
        indent = " " * (entry.key.start - self._line_start(entry.key.start))
        return self._spliced([Edit(at, at, self._ended(at) + self._keys(Entry(kind, {name: value}), indent))])

    def deepen(self, pointer: str, kind: str, name: str, value: Value) -> str | None:
        """The text with the plain entry at ``pointer`` made a mapping of ``kind``: its text, and ``value`` under ``name``; for
        ``text`` more paragraphs."""
        node = self.node(pointer)
        if not isinstance(node, Scalar) or node.is_absent:
            return None
        line = self._line_start(node.start)
        indent = " " * (node.start - line)
        if self.source.text[line : node.start].strip() != "-":
            return None
        end = self.editor.end_of_block(node)
        head, more = f"{self.key(kind, 'text')}: ", self._keys(Entry(kind, {name: value}), indent)
        if name == "text" and isinstance(value, Listed) and not isinstance(value, str):
            head = f"{self.key(kind, name)}:{self.source.newline}{indent}  - "
            more = "".join(self._item(one, f"{indent}  ") for one in value)
        start, raw = node.start, self._on_one_line(node)
        return self._spliced([Edit(start, start + raw[1], head + raw[0]), Edit(end, end, self._ended(end) + more)])

    def lines_of(self, pointer: str) -> str | None:
        """The lines of the list's entry, with the remark above it, or of the key at ``pointer``, without indentation; ``None`` for
        one in brackets."""
        parent, _, step = pointer.rpartition("/")
        above = self.node(parent) if parent else self.root
        node = self.node(pointer)
        if node is None or not isinstance(above, Sequence | Mapping) or above.flow:
            return None
        if isinstance(above, Sequence):
            place = self.editor.item_lines(above, int(step))
            if place is None:
                return None
            start, end, indent = place[0], place[1], len(place[2])
        else:
            key = next(e.key.start for e in above.entries if e.value is node)
            start, end, indent = key, self.editor.end_of_block(node), key - self._line_start(key)
        lines = self.source.text[start:end].splitlines(keepends=True)
        return "".join(line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in lines)

    def put_lines(self, pointer: str, index: int, lines: str) -> str | None:
        """The text with ``lines``, those of an entry elsewhere, before entry ``index`` of the list at ``pointer``."""
        node = self.node(pointer)
        if not isinstance(node, Sequence) or node.flow or not node.items:
            return None
        place = self.editor.item_lines(node, min(index, len(node.items) - 1))
        if place is None:
            return None
        return self._put(place[0] if index < len(node.items) else place[1], lines, place[2])

    def put_key(self, pointer: str, beside: str, lines: str, *, behind: bool) -> str | None:
        """The text with ``lines``, those of a key elsewhere, behind or before the key at ``pointer/beside``."""
        above, held = self.node(pointer) if pointer else self.root, self.node(f"{pointer}/{beside}")
        if not isinstance(above, Mapping) or above.flow or held is None:
            return None
        key = next(e.key.start for e in above.entries if e.value is held)
        line = self._line_start(key)
        indent = " " * (key - line)
        if behind:
            return self._put(self.editor.end_of_block(held), lines, indent)
        if not self.source.text[line:key].strip():
            return self._put(line, lines, indent)
        # the first key of a list's entry stands on the line of its dash
        return self._spliced([Edit(key, key, self._indented(lines, indent)[len(indent) :] + indent)])

    def _put(self, at: int, lines: str, indent: str) -> str:
        return self._spliced([Edit(at, at, self._ended(at) + self._indented(lines, indent))])

    def _indented(self, lines: str, indent: str) -> str:
        own = (f"{indent}{line}" if line.strip() else line for line in lines.splitlines(keepends=True))
        return "".join(own) if lines.endswith(("\n", "\r")) else f"{''.join(own)}{self.source.newline}"

    def insert_row(self, pointer: str, index: int, cells: list[str]) -> str | None:
        """The text with a row of ``cells`` before row ``index`` of the rows at ``pointer``."""
        node = self.node(pointer)
        place = self.editor.item_lines(node, min(index, len(node.items) - 1)) if isinstance(node, Sequence) and not node.flow else None
        if place is None or not isinstance(node, Sequence):
            return None
        at = place[0] if index < len(node.items) else place[1]
        row = ", ".join(quote_always(cell) for cell in cells)
        return self._spliced([Edit(at, at, f"{self._ended(at)}{place[2]}- [{row}]{self.source.newline}")])

    def _on_one_line(self, node: Scalar) -> tuple[str, int]:
        """A text as it stands in the file, or on one line if it has several; how many letters it has there."""
        raw = self.source.text[node.start : node.end].rstrip()
        return (raw if "\n" not in raw and "\r" not in raw else quote_scalar(" ".join(node.value.split()))), len(raw)

    def _block(self, entry: Entry, indent: str) -> str:
        lines = self._keys(entry, f"{indent}  ")
        return f"{indent}- {lines[len(indent) + 2 :]}"

    def _item(self, item: Item, indent: str) -> str:
        return f"{indent}- {quote_scalar(item)}{self.source.newline}" if isinstance(item, str) else self._block(item, indent)

    def _keys(self, entry: Entry, indent: str) -> str:
        newline = self.source.newline
        out = []
        for name, value in entry.keys.items():
            key = self.key(entry.kind, name)
            if isinstance(value, bool):
                out.append(f"{indent}{key}: {self.key('words', 'true' if value else 'false')}{newline}")
            elif isinstance(value, str | int):
                out.append(f"{indent}{key}: {quote_scalar(value) if isinstance(value, str) else value}{newline}")
            else:
                out.append(f"{indent}{key}:{newline}")
                out += [self._item(one, f"{indent}  ") for one in value]
        return "".join(out)

    def _ended(self, at: int) -> str:
        return "" if at == 0 or self.source.text[at - 1] in "\r\n" else self.source.newline

    def _line_start(self, at: int) -> int:
        return self.source.starts[self.source.position(at).line - 1]

    def _spliced(self, edits: list[Edit]) -> str:
        text = self.source.text
        for edit in sorted(edits, key=lambda e: (e.start, e.end), reverse=True):
            text = text[: edit.start] + edit.new + text[edit.end :]
        return ("\ufeff" if self.source.bom else "") + text


def inserted(pointer: str, index: int) -> Shift:
    """What pointers become when an entry is put in at ``index``."""
    return _renumbered(pointer, lambda i: i + (i >= index))


def removed(pointer: str, index: int) -> Shift:
    """What pointers become when entry ``index`` is taken out."""
    return _renumbered(pointer, lambda i: None if i == index else i - (i > index))


def moved(pointer: str, old: int, new: int) -> Shift:
    """What pointers become when entry ``old`` is put before entry ``new``."""
    place = new - (new > old)

    def step(i: int) -> int:
        if i == old:
            return place
        without = i - (i > old)
        return without + (without >= place)

    return _renumbered(pointer, step)


def below(pointer: str, step: str) -> Shift:
    """What pointers become when the text at ``pointer`` goes one step down."""
    return lambda one: f"{pointer}/{step}" if one == pointer else one


def _renumbered(pointer: str, change: Callable[[int], int | None]) -> Shift:
    pattern = re.compile(rf"{re.escape(pointer)}/(\d+)(?=/|$)(.*)", re.DOTALL)

    def shift(one: str) -> str | None:
        found = pattern.fullmatch(one)
        if found is None:
            return one
        index = change(int(found[1]))
        return None if index is None else f"{pointer}/{index}{found[2]}"

    return shift

