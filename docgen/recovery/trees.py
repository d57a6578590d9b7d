"""Lines become the parts of a document: sections in sections, lists in lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from docgen.document.model import DashList, Duty, Implementation, Item, Paragraph, Part, Section, Table
from docgen.document.text import Span, Text
from docgen.recovery.lines import Kind, Line
from docgen.recovery.texts import is_bold_throughout, piece, seen, titled, without_bold
from docgen.standards import Standard

#: signs with which no title ends
ENDS = (".", ",", ";", ":")


#: the list mark that, above others, stands for an outer list
_OUTER = 2


@dataclass(slots=True)
class _List:
    """A list that is being filled; ``depth``: the place of its mark among those of the rule set."""

    depth: int
    items: list[list[_Node]] = field(default_factory=list)


@dataclass(slots=True)
class _Block:
    """A numbered block that is being filled; ``named``: its title is bold where the level's is not."""

    title: Text | None
    run_in: bool
    named: bool
    parts: list[_Node] = field(default_factory=list)


_Node: TypeAlias = Paragraph | Table | _List | _Block


def build(lines: Iterable[Line], standard: Standard, levels: Sequence[str]) -> tuple[Part, ...]:
    """The parts that print ``lines``; the numbered levels of the text are ``levels``, outermost first.

    What is numbered goes to the level that its number shows; a number below all levels of the type stays among the words.
    """
    tree = _Tree(standard, levels)
    for line in lines:
        tree.add(line)
    return _frozen(tree.root)


class _Tree:
    def __init__(self, standard: Standard, levels: Sequence[str]) -> None:
        self.standard = standard
        self.levels = levels
        self.ranks = {name: rank for rank, name in enumerate(standard.numbering)}
        self.root: list[_Node] = []
        self.open: list[tuple[int, _Block]] = []

    def add(self, line: Line) -> None:
        parts = self.open[-1][1].parts if self.open else self.root
        if line.kind is Kind.TEXT:
            parts.append(Paragraph(line.text))
        elif line.kind is Kind.TABLE:
            assert line.table is not None
            parts.append(line.table)
        elif line.kind is Kind.ITEM:
            _add_item(parts, line)
        else:
            self._number(line)

    def _number(self, line: Line) -> None:
        # a level that the rule set does not number stands below those that it does
        rank = self.ranks.get(line.level, len(self.ranks))
        while self.open and self.open[-1][0] >= rank:
            self.open.pop()
        parts = self.open[-1][1].parts if self.open else self.root
        if len(self.open) >= len(self.levels):
            number = Span(f"{line.written} ", line.bold)
            parts.append(Paragraph(seen(Text((number, *line.text.spans), line.text.origin))))
            return
        block = self._block(line)
        parts.append(block)
        self.open.append((rank, block))

    def _block(self, line: Line) -> _Block:
        level = self.standard.components.get(line.level)
        bold = level is not None and level.bold.use
        text = line.text
        if line.heading:
            named = is_bold_throughout(text)
            return _Block(titled(without_bold(text) if named else text), False, named and not bold)
        if is_titled(line):
            return _Block(titled(text, (True, False)), False, False)
        stop = _end_of_title(text, self.standard.marks["title_run_in"].each.use) if line.bold or not bold else 0
        if stop:
            mark = self.standard.marks["title_run_in"].each.use
            rest = Paragraph(piece(text, stop + len(mark)))
            return _Block(titled(without_bold(piece(text, 0, stop))), True, False, [rest])
        return _Block(None, False, False, [Paragraph(text)])


def is_titled(line: Line) -> bool:
    """Whether a numbered line is a title on a line of its own: as such, or because number and words are bold as a whole."""
    return line.heading or (line.bold and is_bold_throughout(line.text) and not line.text.plain.endswith(ENDS))


def _end_of_title(text: Text, mark: str) -> int:
    """Where a bold title before ``mark`` and more text ends; 0 without one."""
    end = 0
    for span in text.spans:
        if not span.bold:
            break
        end += len(span.text)
    behind = text.plain[end:]
    has_title = end > 0 and not text.plain[:end].endswith((*ENDS, " "))
    return end if has_title and behind.startswith(f"{mark} ") and behind[len(mark) :].strip() else 0


def _add_item(parts: list[_Node], line: Line) -> None:
    """Put an item into the open list of its mark; what stands between it and the list above belongs to the item above.

    A mark that no open list has begins a list in the item above if it is a deeper one, or stands below ``*``, which people set
    above ``-`` as well as below ``+``.
    """
    while (at := _last_list(parts)) is not None:
        holder = parts[at]
        assert isinstance(holder, _List)
        if line.depth == holder.depth or (line.depth < holder.depth and not _is_outer(holder, line)):
            break
        moved = parts[at + 1 :]
        del parts[at + 1 :]
        holder.items[-1] += moved
        parts = holder.items[-1]
    last = parts[-1] if parts else None
    if not isinstance(last, _List):
        last = _List(line.depth)
        parts.append(last)
    last.items.append([Paragraph(line.text)])


def _last_list(parts: Sequence[_Node]) -> int | None:
    """The place of the list that was open last, unless a numbered block stands behind it."""
    for at in range(len(parts) - 1, -1, -1):
        if isinstance(parts[at], _List):
            return at
        if isinstance(parts[at], _Block):
            return None
    return None


def _is_outer(holder: _List, line: Line) -> bool:
    return holder.depth == _OUTER and line.depth < _OUTER


def _frozen(nodes: Iterable[_Node]) -> tuple[Part, ...]:
    found: list[Part] = []
    for node in nodes:
        if isinstance(node, _List):
            found.append(DashList(tuple(Item(_frozen(item)) for item in node.items)))
        elif not isinstance(node, _Block):
            found.append(node)
        elif node.named and node.title is not None:
            duty = Duty((node.title,), parts=_frozen(node.parts))
            above = found[-1] if found else None
            if isinstance(above, Implementation):
                found[-1] = Implementation((*above.items, duty))
            else:
                found.append(Implementation((duty,)))
        else:
            found.append(Section(node.title, _frozen(node.parts), node.run_in))
    return tuple(found)
