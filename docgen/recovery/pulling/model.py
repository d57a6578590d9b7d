"""What stands in a file against its spec: paragraphs, the texts that differ, words of docgen's own that read otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.document.text import Text
from docgen.recovery.pulling.lines import Known, Line

if TYPE_CHECKING:
    from docgen.anchors.record import Anchor
    from docgen.ooxml.content import Paragraph


class Turn(StrEnum):
    """What became of a text: other words, other emphasis, taken away; words of docgen's own mixed in; the spec changed it too;
    the spec has it no longer."""

    CHANGED = "changed"
    LOOK = "look"
    GONE = "gone"
    MIXED = "mixed"
    CONFLICT = "conflict"
    DROPPED = "dropped"


@dataclass(slots=True, eq=False)
class Standing:
    """A paragraph of the file that holds words. ``line``: the line that it prints; ``pointers``: its texts' places in the spec,
    which change while the spec is edited. ``own``: docgen's words alone; ``moved``: it stands elsewhere than the spec has it;
    ``tail_of``: the text whose end it is, since somebody pressed Enter inside it; ``joined``: texts of other
    lines that were joined to its last one; ``cut``: docgen's own
    words stand among its words; ``holds_dropped``: so do those of texts that the spec has no longer; ``anchored``: bookmarks of
    docgen's stand in it; ``torn``: the spec, too, has moved it; ``order``: the place of its first text among the recorded ones;
    ``retyped``: a text in it has other words than docgen wrote."""

    at: int
    paragraph: Paragraph
    line: int | None = None
    pointers: list[str] = field(default_factory=list)
    own: bool = False
    moved: bool = False
    tail_of: str = ""
    joined: list[str] = field(default_factory=list)
    cut: bool = False
    holds_dropped: bool = False
    anchored: bool = False
    torn: bool = False
    order: int | None = None
    retyped: bool = False

    @property
    def text(self) -> str:
        """Its letters."""
        return self.paragraph.text

    @property
    def is_added(self) -> bool:
        """Whether neither the spec nor docgen has its words."""
        return self.line is None and not self.own and not self.pointers


@dataclass(frozen=True, slots=True)
class Turned:
    """A text that differs. ``known``: as the spec prints it now, ``None`` if it has it no longer; ``theirs``: as the file has
    it."""

    turn: Turn
    known: Known | None
    anchor: Anchor | None
    theirs: Text
    standing: Standing | None


@dataclass(slots=True)
class Compared:
    """A file against its spec. ``strange``: paragraphs where docgen's own words read otherwise: its words and the file's.

    ``found``: how many bookmarks are left, ``lost``: how many are not; ``doubles``: copies and their originals, if nobody knows
    which is which; ``breaks``: new paragraphs in a table's cell, whose words
    are its one text.
    ``emptied``: texts that went, but whose table cells are still there. ``kept``: the bookmarks of texts that the spec still has.
    ``disputed``: strange ones that the spec, too, has made so or may have, with docgen's words before that, empty if nobody
    knows them. ``before``: by bookmark what texts that both sides changed were before, where that is known.
    """

    lines: list[Line]
    standings: list[Standing]
    turned: list[Turned]
    strange: list[tuple[Standing | None, str, str]]
    found: int
    doubles: set[Paragraph]
    breaks: list[Standing]
    disputed: list[tuple[Standing | None, str, str, str]] = field(default_factory=list)
    before: dict[str, str] = field(default_factory=dict)
    lost: int = 0
    emptied: set[str] = field(default_factory=set)
    kept: frozenset[str] = frozenset()
