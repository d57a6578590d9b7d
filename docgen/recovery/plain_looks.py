"""How the paragraphs of a text without format would be set: what is centred, bold or slanted, guessed by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.reading.words import load_words
from docgen.recovery.plain_attached import find_head
from docgen.recovery.plain_kinds import (
    is_appendix,
    is_base,
    is_decision,
    is_name,
    is_office,
    is_type,
    opening_of,
    opens_foot,
)
from docgen.recovery.plain_lines import BOLD, ITALIC, PLAIN, Grid, Item, Line
from docgen.recovery.plain_titles import find_titles

#: letters that a title has at most
_TITLE = 300
#: empty paragraphs above a name, where somebody signs
_ROOM = 4


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph to be written: its line, its side, empty paragraphs above it, whether a page begins with it.

    ``guessed``: nothing but its words shows that it is a title.
    """

    line: Line
    align: str = "both"
    room: int = 0
    page: bool = False
    guessed: bool = False


def look_at(items: Sequence[Item], body: int, foot: int, end: int) -> list[Block | Grid]:
    """Items as paragraphs. Between ``body`` and ``foot`` stands the text with its title, behind ``end`` the appendices."""
    head = [item if isinstance(item, Grid) else Block(item) for item in items[:body]]
    return [*head, *_of_text(items[body:foot]), *_of_foot(items[foot:end]), *_of_appendices(items[end:])]


def _of_text(items: Sequence[Item]) -> list[Block | Grid]:
    known = load_words()
    out: list[Block | Grid] = []
    below, titled = "", False
    decides = any(isinstance(item, Line) and is_decision(item) for item in items)
    guessed = find_titles(items)
    for i, item in enumerate(items):
        if isinstance(item, Grid):
            out.append(item)
            below = "text"
            continue
        kind = "text"
        if below != "text" and is_type(item, known):
            kind = "type"
        elif below == "type" and is_base(item) and _is_abstract(item, below, titled, items[i + 1 : i + 2]):
            # titles begin with the same words as bases, but no sign ends them
            kind = "abstract"
        elif is_base(item) and below != "text" and (decides or item.text.endswith(";")):
            kind = "base"
        elif is_decision(item) or (_is_heading(item) and below != "text"):
            kind = "shown"
        elif below in ("type", "abstract") and _is_abstract(item, below, titled, items[i + 1 : i + 2]):
            kind = "abstract"
        if kind in ("type", "abstract", "shown"):
            titled = titled or item.ruled
            out.append(Block(_shown(item, BOLD), "center"))
        elif kind == "base":
            out.append(Block(_shown(item, ITALIC)))
        else:
            out.append(_of_body(item, i in guessed))
        if kind == "text" and load_words().addressing.match(item.words):
            kind = "addressee"
        if kind == "text" and below == "addressee" and item.text.startswith(("-", "–")):
            kind = "addressee"
        below = kind
    return out


def _is_abstract(line: Line, below: str, ruled: bool, behind: Sequence[Item]) -> bool:
    """Whether a line below the type's name goes on the title: the first does, others as long as nothing parts them."""
    if ruled or len(line.text) > _TITLE or line.text.endswith((".", ":", ";", ",")) or opening_of(line) is not None:
        return False
    following = behind[0] if behind else None
    return below == "type" or (not line.gap and (line.ruled or isinstance(following, Line)))


def _is_heading(line: Line) -> bool:
    """Whether a line in capitals between title and text says who decides."""
    return line.is_capital and opening_of(line) is None and len(line.text) < _TITLE and line.text[-1:] not in ".;"


def _of_body(line: Line, guessed: bool) -> Block:
    found = opening_of(line)
    if found is not None and found.level in ("part", "division") and len(line.text) < 120:
        return Block(_shown(line, BOLD), "center")
    if line.is_capital and " " in line.text and len(line.text) < _TITLE:
        # a title in capitals below Chương I, a section; one word is an abbreviation, as STT
        return Block(_shown(line, BOLD), "both" if found else "center")
    return Block(_shown(line, BOLD), guessed=True) if guessed else Block(line)


def _of_foot(items: Sequence[Item]) -> list[Block | Grid]:
    out: list[Block | Grid] = []
    office = False
    for item in items:
        if isinstance(item, Grid):
            for row in item.rows:
                row[:] = [[_shown(line, BOLD) if is_office(line) or is_name(line) else line for line in cell] for cell in row]
            out.append(item)
        elif opens_foot(item):
            out.append(Block(item))
        elif is_office(item) or is_name(item):
            named = is_name(item) and not is_office(item)
            out.append(Block(_shown(item, BOLD), "center", _ROOM if named and office else 0))
            office = not named
        else:
            out.append(Block(item))
    return out


def _of_appendices(items: Sequence[Item]) -> list[Block | Grid]:
    known = load_words()
    out: list[Block | Grid] = []
    head = False
    found, guessed = find_head(items, 0), find_titles(items)
    for at, item in enumerate(items):
        if found is not None and at > found.reference:
            found = find_head(items, at)
        if isinstance(item, Line) and found is not None and found.first <= at < found.reference:
            out.append(Block(_shown(item, BOLD), "center", page=at == found.first))
            head = True
        elif isinstance(item, Grid):
            out.append(item)
            head = False
        elif is_appendix(item):
            out.append(Block(_shown(item, BOLD), "center", page=True))
            head = True
        elif head and known.reference.match(item.words):
            out.append(Block(_shown(item, ITALIC), "center"))
        elif head and opening_of(item) is None and ((item.is_capital and " " in item.text) or item.is_bold):
            out.append(Block(_shown(item, BOLD), "center"))
        else:
            out.append(_of_body(item, at in guessed))
            head = False
    return out


def _shown(line: Line, look: str) -> Line:
    """``line`` in one look, unless the source gave it some of its own."""
    return line if set(line.looks) - {PLAIN} else replace(line, looks=look * len(line.text))
