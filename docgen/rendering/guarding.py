"""Small empty paragraphs that keep LibreOffice from leaving a heading at the end of a page.

Before it measures anything, LibreOffice deals out the paragraphs to pages: 25 on the first page and 26 on each further one (in
longer documents 20 and 21), a table's row counting as one. Where this first guess falls right behind a heading that ends up last
on its page, it forgets to take the heading along. One or more paragraphs of no height, put in before the text, move the guess to a
place where it does no harm. Word deals out nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from docgen.rendering.blocks import AnyBlock, Block, TableBlock
from docgen.standards import Standard

#: paragraphs that LibreOffice puts on the first page before it measures them, in short and in long documents; one more on others
FIRST_GUESSES = (25, 20)
MOST_GUARDS = 9


def guard_headings(blocks: Sequence[AnyBlock], standard: Standard, before: int) -> list[AnyBlock]:
    """``blocks`` with as few small paragraphs in front as part no first guess from what it is kept with.

    ``before``: how many paragraphs and rows stand above. Where no number of paragraphs serves, the one with the fewest bad places.
    """
    by_style = {name for name, c in standard.components.items() if c.keep_next and c.keep_next.use}
    kept: set[int] = set()
    lines = 0
    for block in blocks:
        if isinstance(block, TableBlock):
            lines += len(block.rows)
        elif block.keep_next or (isinstance(block, Block) and block.component in by_style):
            kept.add(lines)
        lines += 1

    def parted(guards: int) -> int:
        above = before + guards + 1
        ends = [range((guess - above) % (guess + 1), lines - 1, guess + 1) for guess in FIRST_GUESSES]
        return len(kept.intersection(chain(*ends)))

    harmless = next((guards for guards in range(MOST_GUARDS + 1) if not parted(guards)), None)
    fewest = min(range(MOST_GUARDS + 1), key=parted) if harmless is None else harmless
    return [*(Block("end", []) for _ in range(fewest)), *blocks]
