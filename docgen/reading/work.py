"""What the readers of one document share while they read it: its words, the passages found so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.ooxml.content import Paragraph, Story
from docgen.reading.layout import Numeral, Passage, Regime, Sure
from docgen.reading.pieces import Piece
from docgen.reading.words import Words
from docgen.standards import Standard


@dataclass(slots=True, eq=False)
class Work:
    """A document being read: ``paragraphs[first:last]`` of the story.

    ``found``: passages with the place of their paragraph in the story. ``typed``: paragraphs of dashes by the component they
    stand under. ``decides``: its type ends its bases with a decision word. ``appendix``: index of the one being read.
    ``head_end``, ``body_start``: places in the story.
    """

    story: Story
    words: Words
    standard: Standard
    regime: Regime
    first: int
    last: int
    found: list[tuple[int, Passage]] = field(default_factory=list)
    typed: dict[str, list[Paragraph]] = field(default_factory=dict)
    head_end: int = 0
    body_start: int = 0
    appendix: int | None = None
    decides: bool = False
    _of: dict[str, list[Passage]] = field(default_factory=dict)

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """All paragraphs of the story."""
        return self.story.paragraphs

    def add(self, component: str, piece: Piece, sure: Sure = Sure.CERTAIN, *, entry: int = 0) -> Passage:
        """Take ``piece`` for (a line of) ``component``."""
        return self.put(component, piece.paragraph, piece.at, piece.start, piece.end, sure, entry=entry)

    def put(
        self,
        component: str,
        paragraph: Paragraph,
        at: int,
        start: int,
        end: int,
        sure: Sure = Sure.CERTAIN,
        *,
        entry: int = 0,
        numeral: Numeral | None = None,
        words_start: int | None = None,
        depth: int = 0,
    ) -> Passage:
        """Take ``paragraph.text[start:end]`` for ``component``."""
        begin = start if words_start is None else words_start
        passage = Passage(
            component, paragraph, start, end, sure, numeral, begin, depth=depth, entry=entry, appendix=self.appendix
        )
        self.found.append((at, passage))
        self._of.setdefault(component, []).append(passage)
        return passage

    def has(self, component: str) -> bool:
        """Whether ``component`` was found by now."""
        return component in self._of

    def all_of(self, component: str) -> Sequence[Passage]:
        """The passages of ``component`` by now."""
        return self._of.get(component, ())
