"""How wide the source of a text sets its lines, told by those that were surely broken because they were full."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.metrics import text_width
from docgen.recovery.plain_kinds import opens
from docgen.recovery.plain_lines import Item, Line

#: what a sentence, or a part of one, ends with
ENDS = ".;:!?…"
#: surely broken lines from which on they tell a width, letters of such a line, and which part of them may contradict it
_TELLING, _LETTERS, _CONTRADICTING = 5, 40, 0.05
#: by how much spaces are narrowed, or words in bold are wider, where letters are set in Times
_NARROWED = 0.02


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What ``measure`` gives for a full line at most; None for lines too few to tell. First lines of paragraphs have indents.

    ``about``: which part of a width may be missing or too much.
    """

    measure: Callable[[str], float]
    about: float
    first: float | None
    others: float | None

    def had_room(self, last: Line, line: Line, *, first: bool) -> bool | None:
        """Whether the first word of ``line`` had room behind ``last``, which so was broken on purpose; None if nothing tells."""
        width = self.first if first else self.others
        needed = self.measure(_with_next_word(last, line))
        if width is None:
            # a first line is never wider than the others
            return True if self.first is not None and needed <= self.first * (1 - self.about) else None
        if needed <= width * (1 - self.about):
            return True
        return False if needed > width * (1 + self.about) else None


def find_wrapping(items: Sequence[Item]) -> Wrapping | None:
    """The wrapping that the lines agree on, by the letters of Times or by their number; None if they agree on none."""
    broken = list(_broken(items))
    best: tuple[float, Wrapping] | None = None
    measures: tuple[tuple[Callable[[str], float], float], ...] = ((_of_times, _NARROWED), (len, 0.0))
    for measure, about in measures:
        parted = [[pair for pair in broken if pair[2] is first] for first in (True, False)]
        widths = [_find_width([(measure(a.text), measure(_with_next_word(a, b))) for a, b, _ in pairs], about) for pairs in parted]
        told = [found for found in widths if found is not None]
        if not told:
            continue
        against = sum(wrong for _, wrong in told) / len(told)
        first, others = (None if found is None else found[0] for found in widths)
        if best is None or against < best[0]:
            best = against, Wrapping(measure, about, first, others)
    return best[1] if best else None


def _of_times(text: str) -> float:
    return text_width(text, 1)


def _with_next_word(last: Line, line: Line) -> str:
    return f"{last.text} {line.text.split()[0]}"


def _broken(items: Sequence[Item]) -> Iterator[tuple[Line, Line, bool]]:
    """Lines inside a sentence with the next one, and whether a paragraph begins with them; none of which that is not known."""
    begun: bool | None = None
    for above, line in pairwise(items):
        if not isinstance(above, Line) or not isinstance(line, Line) or above.is_rule or line.is_rule or line.gap or line.apart:
            begun = None
            continue
        begun = True if opens(above) else begun
        ended = above.text.endswith(tuple(ENDS))
        goes_on = line.text[0].islower() and not opens(line) and not ended
        if goes_on and begun is not None and not above.is_capital and len(above.text) >= _LETTERS:
            yield above, line, begun
        # what begins behind the end of a sentence may go on its paragraph
        begun = False if goes_on else None


def _find_width(lines: Sequence[tuple[float, float]], about: float) -> tuple[float, float] | None:
    """The width that the lines fill and that none with its next word fits; which part of them contradicts it."""
    if len(lines) < _TELLING:
        return None
    held, needed = sorted(one for one, _ in lines), sorted(one for _, one in lines)
    wrong = {
        width: len(held) - bisect_right(held, width * (1 + about)) + bisect_left(needed, width * (1 - about) + 1e-6) for width in held
    }
    width = min(wrong, key=lambda one: (wrong[one], -one))
    against = wrong[width] / len(lines)
    return (width, against) if against <= _CONTRADICTING else None
