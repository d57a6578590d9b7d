"""Small empty paragraphs that keep LibreOffice from leaving a heading at the end of a page.

Before it measures anything, LibreOffice deals out the paragraphs to pages: 25 on the first page and 26 on each further one (in
longer documents 20 and 21), a table's row counting as one. Where this first guess falls right behind a heading that ends up last
on its page, it forgets to take the heading along. One or more paragraphs of no height, put in before the text, move the guess to a
place where it does no harm. Word deals out nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    kept: list[bool] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            kept += [False] * (len(block.rows) + 1)
        else:
            kept.append(block.keep_next or (isinstance(block, Block) and block.component in by_style))

    def parted(guards: int) -> int:
        start = before + guards
        ends = {n for guess in FIRST_GUESSES for n in range(guess, start + len(kept), guess + 1)}
        return sum(1 for n in ends if n > start and kept[n - start - 1])

    harmless = next((guards for guards in range(MOST_GUARDS + 1) if not parted(guards)), None)
    fewest = min(range(MOST_GUARDS + 1), key=parted) if harmless is None else harmless
    return [*(Block("end", []) for _ in range(fewest)), *blocks]
