"""Which numbered blocks are titles, and which tables only frame a text."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.reading.layout import Passage, Sure
from docgen.reading.pieces import bold_share, is_bold, trim
from docgen.reading.work import Work

#: letters up to which a line may be a title
TITLE = 250
#: share of a text's letters from which on a table is the text's own frame
_FRAME = 0.6
#: levels whose blocks may be without a title, the higher the deeper
_DEPTHS = {"clause": 1, "subclause": 2, "point": 3}
#: letters from which on a line that ends in a full stop is rather a sentence
_SENTENCE = 60


def find_title(passage: Passage) -> None:
    """Say whether a numbered block is a title, or has one before its text.

    A title is as bold as its number: bold words behind a plain number are an emphasis of the author. Plain words are a title
    only where they are short and end in no sign.
    """
    paragraph, start, end = passage.paragraph, passage.words_start, passage.end
    text = paragraph.text
    if start >= end:
        return
    counted = passage.numeral is not None and passage.numeral.automatic
    marked = counted or bold_share(paragraph, passage.start, start) > 0.5
    bold_end = start
    for run in paragraph.runs_in(start, end):
        if not is_bold(run):
            break
        bold_end = min(run.end, end)
    ended = text[end - 1] in ".;,:!?…/"
    if bold_end >= end:
        passage.titled = end - start <= TITLE and (marked or not ended) and text[end - 1] not in ";,"
        passage.sure = Sure.GUESS if passage.titled and not marked else passage.sure
        return
    _, bold_end = trim(text, start, max(start, bold_end))
    if bold_end > start and marked and (text[bold_end - 1] in ".:" or text[bold_end : bold_end + 1] in (".", ":")):
        passage.titled = True
        passage.title_end = bold_end
    elif bold_end == start and end - start <= TITLE and not ended and not text[end - 1].isdigit():
        capital = passage.text.isupper()
        passage.titled = counted or capital or not marked
        passage.sure = Sure.LIKELY if capital else Sure.GUESS if passage.titled else passage.sure


def untitle(passages: Sequence[Passage]) -> None:
    """Take sentences in bold for what they are: a bold block that ends in a full stop is no title unless text stands below it."""
    for i, passage in enumerate(passages):
        whole = passage.titled and passage.title_end is None and passage.component in _DEPTHS
        if not whole or passage.end - passage.start < _SENTENCE or passage.text[-1:] != ".":
            continue
        below = passages[i + 1].component if i + 1 < len(passages) else ""
        if below not in ("body", "list_item") and _DEPTHS.get(below, 0) <= _DEPTHS[passage.component]:
            passage.titled = False


def find_frames(work: Work, first: int, stop: int) -> set[int]:
    """Tables that only frame the text: most of its letters stand in them, in cells of several paragraphs."""
    letters: dict[int, int] = {}
    cells: dict[int, set[int]] = {}
    blocks: dict[int, int] = {}
    total = 0
    for paragraph in work.paragraphs[first:stop]:
        size = len(paragraph.text)
        total += size
        if paragraph.cell is not None:
            key = id(paragraph.cell.table.element)
            letters[key] = letters.get(key, 0) + size
            cells.setdefault(key, set()).add(id(paragraph.cell))
            blocks[key] = blocks.get(key, 0) + (size > 0)
    return {
        key
        for key, size in letters.items()
        if size > _FRAME * total and size > 60 * len(cells[key]) and 2 * len(cells[key]) <= min(blocks[key], 60)
    }
