"""Edits of a spec's text at the places of its nodes: all other characters of the file stay as they are."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from docgen.config.keys import english_key, known_keys
from docgen.problems import DocgenError
from docgen.sources import Edit, Entry, Mapping, Node, Scalar, Sequence, SourceText, parse, quote_always, quote_scalar
from docgen.spec.places import find_node

_WORD = re.compile(r"\S+")
_REMARK = re.compile(r"[ \t]+(#[^\r\n]*)")
_BLOCK_STYLES = ("|", ">")


class SpecEditor:
    """Collects edits of one spec and gives its new text.

    Pointers are those of a document's texts (``/sections/0/title``, English keys), whatever language the keys are typed in.
    Every method says whether the edit could be made; one that could not changes nothing.
    """

    def __init__(self, source: SourceText, root: Node) -> None:
        self.source, self.root = source, root
        self._edits: list[Edit] = []

    def node(self, pointer: str) -> Node | None:
        """The node at ``pointer`` itself, ``None`` where there is none."""
        node, _ = find_node(self.root, pointer)
        parent, _ = find_node(self.root, pointer.rpartition("/")[0])
        return None if node is parent and pointer else node

    @property
    def speaks_vietnamese(self) -> bool:
        """Whether most of the top-level keys are Vietnamese."""
        if not isinstance(self.root, Mapping):
            return False
        own = [entry.key.value for entry in self.root.entries]
        return sum(english_key("document", key) not in (None, key) for key in own) * 2 > len(own)

    def top_text(self, name: str) -> str:
        """The text of a top-level key, empty where there is none."""
        node = self.node(f"/{name}")
        return node.value if isinstance(node, Scalar) else ""

    def set_text(self, pointer: str, text: str) -> bool:
        """Write ``text`` for the scalar at ``pointer``; words that stay keep their characters, so a small edit is a small diff."""
        node = self.node(pointer)
        if not isinstance(node, Scalar):
            return False
        in_flow = self._is_in_flow(pointer)
        edits = self._word_edits(node, text, pointer) or [self._whole(node, text, in_flow)]
        return self._add(edits)

    def insert_item(self, pointer: str, index: int, text: str) -> bool:
        """Put ``text`` as a new item before item ``index`` of the list at ``pointer`` (behind the last one for its length)."""
        node = self.node(pointer)
        if not isinstance(node, Sequence) or not node.items or not 0 <= index <= len(node.items):
            return False
        if node.flow:
            at = node.items[index].start if index < len(node.items) else node.items[-1].end
            return self._add([Edit(at, at, f"{quote_always(text)}, " if index < len(node.items) else f", {quote_always(text)}")])
        place = self.item_lines(node, min(index, len(node.items) - 1))
        if place is None:
            return False
        start, end, indent = place
        newline = self.source.newline
        at = start if index < len(node.items) else end
        before = "" if at == 0 or self.source.text[at - 1] in "\r\n" else newline
        return self._add([Edit(at, at, f"{before}{indent}- {quote_scalar(text)}{newline}")])

    def remove_item(self, pointer: str) -> bool:
        """Take away the list item at ``pointer`` with its lines and the remark above it; not the last one left, which would leave
        its key empty."""
        parent, _, step = pointer.rpartition("/")
        node = self.node(parent)
        if not isinstance(node, Sequence) or not step.isdigit() or len(node.items) < 2 or int(step) >= len(node.items):
            return False
        index = int(step)
        item = node.items[index]
        if node.flow:
            last = index + 1 == len(node.items)
            start = node.items[index - 1].end if last else item.start
            return self._add([Edit(start, item.end if last else node.items[index + 1].start, "")])
        place = self.item_lines(node, index)
        return place is not None and self._add([Edit(place[0], place[1], "")])

    def set_key(self, name: str, typed: str, value: str, after: tuple[str, ...]) -> bool:
        """Write ``value`` (YAML as it is to stand there) for the top-level key ``name``: for what stands there, else on a line
        ``typed: value`` behind the first key of ``after`` that is there, else at the end."""
        if not isinstance(self.root, Mapping) or self.root.flow:
            return False
        held, key = find_node(self.root, f"/{name}")
        if key is not None and held is not self.root:
            if isinstance(held, Scalar) and held.is_absent:
                colon = self.source.text.index(":", key.end) + 1
                remark = _REMARK.match(self.source.text, colon)
                if remark is None:
                    return self._add([Edit(colon, colon, f" {value}")])
                # behind a text a remark would be taken for a part of it
                line = self._line_start(key.start)
                above = f"{self.source.text[line : key.start]}{remark[1].rstrip()}{self.source.newline}"
                return self._add([Edit(line, line, above), Edit(colon, remark.end(), f" {value}")])
            return isinstance(held, Scalar) and self._add([Edit(held.start, held.end, value)])
        behind = next((entry for other in after for entry in self._top_entries(other)), self.root.entries[-1])
        at = self.end_of_block(behind.value if not (isinstance(behind.value, Scalar) and behind.value.is_absent) else behind.key)
        newline = self.source.newline
        before = "" if at == 0 or self.source.text[at - 1] in "\r\n" else newline
        return self._add([Edit(at, at, f"{before}{typed}: {value}{newline}")])

    def item_lines(self, node: Sequence, index: int) -> tuple[int, int, str] | None:
        """Where the lines of a block list's item begin and end, and its indentation; ``None`` for one on the line of another.

        Remarks above an item belong to it, those below it that are indented further belong to the one above.
        """
        dash = self._dash_before(node.items[index])
        if dash is None:
            return None
        line = self._line_start(dash)
        indent = self.source.text[line:dash]
        if indent.strip():
            # a list inside a list, on the line of its own dash
            return None
        low = self._end_of_item(node.items[index - 1], len(indent)) if index else 0
        return self.start_with_remarks(line, low), self._end_of_item(node.items[index], len(indent)), indent

    def start_with_remarks(self, line: int, low: int = 0) -> int:
        """Where the remarks begin that stand right above the line that begins at ``line``, not further up than ``low``."""
        while line > low:
            above = self._line_start(line - 1)
            if above < low or not self.source.text[above:line].lstrip().startswith("#"):
                break
            line = above
        return line

    def result(self) -> str:
        """The text of the file with all edits; line ends and byte-order mark are the file's own."""
        text = self.source.text
        for edit in sorted(self._edits, key=lambda e: (e.start, e.end), reverse=True):
            text = text[: edit.start] + edit.new + text[edit.end :]
        return ("\ufeff" if self.source.bom else "") + text

    def _add(self, edits: list[Edit]) -> bool:
        for edit in edits:
            if any(edit.start < other.end and other.start < edit.end for other in self._edits):
                return False
        self._edits += edits
        return True

    def _top_entries(self, name: str) -> list[Entry]:
        assert isinstance(self.root, Mapping)
        _, key = find_node(self.root, f"/{name}")
        return [entry for entry in self.root.entries if entry.key is key]

    def _is_in_flow(self, pointer: str) -> bool:
        parts = pointer.split("/")
        above = (find_node(self.root, "/".join(parts[:n]))[0] for n in range(1, len(parts)))
        return any(isinstance(node, Sequence | Mapping) and node.flow for node in above)

    def _whole(self, node: Scalar, text: str, in_flow: bool) -> Edit:
        """The scalar written anew on one line, in quotation marks where it has them or needs them."""
        written = quote_always(text) if in_flow or node.style in ('"', "'") else quote_scalar(text)
        raw = self.source.text[node.start : node.end]
        if node.style in _BLOCK_STYLES:
            # a block scalar holds the line end behind its last line
            return Edit(node.start, node.start + len(raw.rstrip("\r\n ")), written)
        return Edit(node.start, node.end, written)

    def _word_edits(self, node: Scalar, text: str, pointer: str) -> list[Edit]:
        """Only the words that differ; none where that would not read back as ``text``."""
        raw_start, raw = self._inner(node)
        held = [(m.start() + raw_start, m.end() + raw_start, m[0]) for m in _WORD.finditer(raw)]
        wanted = text.split(" ")
        if [word for _, _, word in held] != node.value.split() or not held or "" in wanted:
            return []
        edits = []
        for kind, a, b, c, d in SequenceMatcher(None, [w for _, _, w in held], wanted, autojunk=False).get_opcodes():
            new = " ".join(wanted[c:d])
            if kind == "replace":
                edits.append(Edit(held[a][0], held[b - 1][1], new))
            elif kind == "insert":
                at = held[a][0] if a < len(held) else held[-1][1]
                edits.append(Edit(at, at, f"{new} " if a < len(held) else f" {new}"))
            elif kind == "delete":
                start, end = (held[a][0], held[b][0]) if b < len(held) else (held[a - 1][1] if a else held[a][0], held[b - 1][1])
                edits.append(Edit(start, end, ""))
        return edits if self._reads_back(edits, pointer, text) else []

    def _inner(self, node: Scalar) -> tuple[int, str]:
        """Where the words of a scalar begin in the file, and its characters without quotation marks or block sign."""
        raw = self.source.text[node.start : node.end]
        if node.style in ('"', "'"):
            return node.start + 1, raw[1:-1]
        if node.style in _BLOCK_STYLES:
            head = len(raw) - len(raw.partition("\n")[2])
            return node.start + head, raw[head:]
        return node.start, raw

    def _reads_back(self, edits: list[Edit], pointer: str, text: str) -> bool:
        trial = SpecEditor(self.source, self.root)
        trial._edits = edits
        changed = SourceText(self.source.shown, trial.result().removeprefix("\ufeff"), self.source.bom)
        try:
            root = parse(changed, keys=known_keys()).root
        except DocgenError:
            return False
        node, _ = find_node(root, pointer)
        return isinstance(node, Scalar) and node.value.split() == text.split() and node.value.strip() == text

    def _dash_before(self, item: Node) -> int | None:
        """Where the dash of a block list's item stands."""
        text = self.source.text
        at = text.rfind("-", 0, item.start)
        between = text[at + 1 : item.start] if at >= 0 else ""
        return at if at >= 0 and not between.strip() else None

    def _line_start(self, at: int) -> int:
        return self.source.starts[self.source.position(at).line - 1]

    def _end_of_item(self, node: Node, column: int) -> int:
        """The start of the line behind an item whose dash stands at ``column``, remarks that are indented further included."""
        end, starts = self.end_of_block(node), [*self.source.starts, len(self.source.text)]
        while end < len(self.source.text):
            following = starts[self.source.position(end).line]
            line = self.source.text[end:following]
            bare = line.lstrip()
            if not bare.startswith("#") or len(line) - len(bare) <= column:
                break
            end = following
        return end

    def end_of_block(self, node: Node) -> int:
        """The start of the line behind the last line of ``node``."""
        end = node.end
        while end > node.start and self.source.text[end - 1] in "\r\n \t":
            end -= 1
        line = self.source.position(max(end - 1, node.start)).line
        starts = self.source.starts
        return starts[line] if line < len(starts) else len(self.source.text)
