"""The words of a component that may run over several passages, as one text with the way back to its places."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.checks.keeping import kept
from docgen.checks.rule import Spot
from docgen.reading.layout import Layout, Passage, Sure
from docgen.reading.repairs import ReplaceText

_ORDER = (Sure.CERTAIN, Sure.LIKELY, Sure.GUESS)


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """Passages one behind the other, one space between two; ``offsets`` says where each begins in ``text``."""

    text: str
    passages: tuple[Passage, ...]
    offsets: tuple[int, ...]

    @property
    def sure(self) -> Sure:
        """How sure the least sure of its passages is."""
        return max((passage.sure for passage in self.passages), key=_ORDER.index)

    def spot(self, start: int = 0, end: int | None = None) -> Spot:
        """Where ``text[start:end]`` stands; of words that run over two passages the part in the first."""
        passage, offset = self._holder(start)
        first = passage.start + min(start - offset, len(passage.text))
        last = passage.end if end is None else min(passage.start + end - offset, passage.end)
        return Spot(passage.paragraph, first, max(first, last))

    def replace(self, start: int, end: int, new: str) -> tuple[ReplaceText, ...]:
        """The repair that writes ``new`` for ``text[start:end]``; none where those run over two passages."""
        passage, offset = self._holder(start)
        if end - offset > len(passage.text):
            return ()
        return (ReplaceText(passage.paragraph, passage.start + start - offset, passage.start + end - offset, new),)

    def rewrite(self, new: str) -> tuple[ReplaceText, ...]:
        """The repair that makes the text ``new``, touching as few letters as it can; none where it is cut in two."""
        if len(self.passages) > 1:
            return ()
        start, end = 0, len(self.text)
        stop = len(new)
        while start < min(end, stop) and self.text[start] == new[start]:
            start += 1
        while end > start and stop > start and self.text[end - 1] == new[stop - 1]:
            end, stop = end - 1, stop - 1
        return self.replace(start, end, new[start:stop])

    def _holder(self, at: int) -> tuple[Passage, int]:
        held = max((i for i, offset in enumerate(self.offsets) if offset <= at), default=0)
        return self.passages[held], self.offsets[held]


def join(layout: Layout, component: str) -> Joined | None:
    """All passages of ``component`` before the first appendix; ``None`` without one."""
    known = _joined(layout)
    if component not in known:
        known[component] = _join(layout, component)
    return known[component]


@kept
def _joined(layout: Layout) -> dict[str, Joined | None]:
    """What was put together so far: many rules ask for the same few components."""
    return {}


def _join(layout: Layout, component: str) -> Joined | None:
    passages = tuple(layout.get(component))
    if layout.appendices:
        end = layout.appendices[0].first.index
        passages = tuple(passage for passage in passages if passage.paragraph.index < end)
    if not passages:
        return None
    offsets: list[int] = []
    length = 0
    for passage in passages:
        offsets.append(length)
        length += passage.end - passage.start + 1
    return Joined(" ".join(passage.text for passage in passages), passages, tuple(offsets))
