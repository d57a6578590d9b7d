"""Edits of a spec's lists and keys: entries put in, taken out or moved with their own lines, everything else as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable

from docgen.config.keys import key_table, known_keys
from docgen.recovery.spec_edits import SpecEditor
from docgen.sources import Edit, Mapping, Node, Scalar, Sequence, parse, quote_always, quote_scalar, source_from_bytes

#: how a pointer of the old text reads in the new one; ``None``: it is gone
Shift = Callable[[str], str | None]
#: what is put in: a text, or the keys of a block or of participants with a text, a number or texts each
Item = str | dict[str, "str | int | list[str]"]


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
        place = self._item_lines(node, min(index, len(node.items) - 1))
        if place is None:
            return None
        start, end, indent = place
        at = start if index < len(node.items) else end
        return self._spliced([Edit(at, at, self._ended(at) + self._block(item, indent, "participants" if "who" in item else "block"))])

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
        line = self._line_start(entry.key.start)
        if self.source.text[line : entry.key.start].strip():
            # the first key of a list's entry stands on the line of its dash
            at = above.entries.index(entry)
            if at + 1 == len(above.entries):
                return None
            return self._spliced([Edit(entry.key.start, above.entries[at + 1].key.start, "")])
        last = entry.value if entry.value.end > entry.value.start else entry.key
        return self._spliced([Edit(line, self.editor._end_of_block(last), "")])

    def move(self, pointer: str, old: int, new: int) -> str | None:
        """The text with entry ``old`` of the list at ``pointer`` standing before what is entry ``new`` now."""
        node = self.node(pointer)
        if not isinstance(node, Sequence) or node.flow:
            return None
        own = self._item_lines(node, old)
        target = self._item_lines(node, min(new, len(node.items) - 1))
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
        raw = self.source.text[node.start : node.end]
        held = raw if "\n" not in raw and "\r" not in raw else quote_scalar(" ".join(node.value.split()))
        both = [quote_scalar(text), held] if before else [held, quote_scalar(text)]
        colon = self.source.text.index(":", entry.key.end) + 1
        newline = self.source.newline
        return self._spliced([Edit(colon, node.start + len(raw.rstrip()), "".join(f"{newline}{indent}- {one}" for one in both))])

    def add_key(self, pointer: str, name: str, value: str | list[str], after: str) -> str | None:
        """The text with the key ``name`` behind the key at ``pointer/after``."""
        above = self.node(pointer)
        held = self.node(f"{pointer}/{after}")
        if not isinstance(above, Mapping) or above.flow or held is None or self.node(f"{pointer}/{name}") is not None:
            return None
        entry = next(e for e in above.entries if e.value is held)
        at = self.editor._end_of_block(held)
        indent = " " * (entry.key.start - self._line_start(entry.key.start))
        return self._spliced([Edit(at, at, self._ended(at) + self._keys({name: value}, indent, "block"))])

    def deepen(self, pointer: str, name: str, values: list[str]) -> str | None:
        """The text with the plain entry at ``pointer`` made a block of its text and the list ``values`` under ``name``."""
        node = self.node(pointer)
        if not isinstance(node, Scalar) or "\n" in self.source.text[node.start : node.end]:
            return None
        line = self._line_start(node.start)
        indent = " " * (node.start - line)
        if self.source.text[line : node.start].strip() != "-":
            return None
        end = self.editor._end_of_block(node)
        edits = [Edit(node.start, node.start, f"{self.key('block', 'text')}: ")]
        return self._spliced([*edits, Edit(end, end, self._ended(end) + self._keys({name: values}, indent, "block"))])

    def lines_of(self, pointer: str) -> str | None:
        """The lines of the list's entry or the key at ``pointer``, without indentation; ``None`` for one in brackets."""
        parent, _, step = pointer.rpartition("/")
        above = self.node(parent) if parent else self.root
        node = self.node(pointer)
        if node is None or not isinstance(above, Sequence | Mapping) or above.flow:
            return None
        if isinstance(above, Sequence):
            start = self.editor._dash_before(above.items[int(step)])
        else:
            start = next((e.key.start for e in above.entries if e.value is node), None)
        if start is None:
            return None
        first, *others = self.source.text[start : self.editor._end_of_block(node)].splitlines(keepends=True)
        indent = start - self._line_start(start)
        return first + "".join(line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in others)

    def put_lines(self, pointer: str, index: int, lines: str) -> str | None:
        """The text with ``lines``, those of an entry elsewhere, before entry ``index`` of the list at ``pointer``."""
        node = self.node(pointer)
        if not isinstance(node, Sequence) or node.flow or not node.items:
            return None
        place = self._item_lines(node, min(index, len(node.items) - 1))
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
            return self._put(self.editor._end_of_block(held), lines, indent)
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
        place = self._item_lines(node, min(index, len(node.items) - 1)) if isinstance(node, Sequence) and not node.flow else None
        if place is None or not isinstance(node, Sequence):
            return None
        at = place[0] if index < len(node.items) else place[1]
        row = ", ".join(quote_always(cell) for cell in cells)
        return self._spliced([Edit(at, at, f"{self._ended(at)}{place[2]}- [{row}]{self.source.newline}")])

    def _block(self, item: dict[str, str | int | list[str]], indent: str, kind: str) -> str:
        lines = self._keys(item, f"{indent}  ", kind)
        return f"{indent}- {lines[len(indent) + 2 :]}"

    def _keys(self, item: dict[str, str | int | list[str]], indent: str, kind: str) -> str:
        newline = self.source.newline
        out = []
        for name, value in item.items():
            key = self.key(kind, name)
            if isinstance(value, int):
                out.append(f"{indent}{key}: {value}{newline}")
            elif isinstance(value, str):
                out.append(f"{indent}{key}: {quote_scalar(value)}{newline}")
            else:
                out.append(f"{indent}{key}:{newline}")
                out += [f"{indent}  - {quote_scalar(one)}{newline}" for one in value]
        return "".join(out)

    def _item_lines(self, node: Sequence, index: int) -> tuple[int, int, str] | None:
        """Where the lines of a block list's entry begin and end, and its indentation."""
        dash = self.editor._dash_before(node.items[index])
        if dash is None:
            return None
        start = self._line_start(dash)
        indent = self.source.text[start:dash]
        return None if indent.strip() else (start, self.editor._end_of_block(node.items[index]), indent)

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

