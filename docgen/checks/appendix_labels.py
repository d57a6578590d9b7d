"""The heads of appendices: which of them are called Phụ lục, and what their label says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from docgen.reading.folding import fold_each, squeeze
from docgen.reading.words import load_words

if TYPE_CHECKING:
    from docgen.reading.layout import Appendix, Layout, Passage

_SPACES = re.compile(r"\s+")
#: (tiếp theo), behind the label on a further page of an appendix
_GOES_ON = "(tiep"


class Label(NamedTuple):
    """``word``: the letters of the fixed word as written; ``between``: what stands between it and the number (``số``);
    ``behind``: what stands behind the number (a sign, a title)."""

    appendix: Appendix
    passage: Passage
    word: str
    between: str
    number: str
    behind: str


def is_form(appendix: Appendix) -> bool:
    """Whether what follows the text is a form (``Mẫu số 01``), of which no rule on appendices speaks."""
    label = appendix.label
    return label is not None and load_words().appendix.match(squeeze(fold_each(label.text))) is None


def labels_of(layout: Layout) -> list[Label]:
    """The labels of the appendices that bear the rule set's word; not those of forms, nor of a page that goes on with one."""
    text = layout.standard.components["appendix_label"].text
    if text is None:
        return []
    pattern = _pattern(fold_each(text.use))
    return [label for appendix in layout.appendices for label in _label(appendix, pattern)]


def _pattern(word: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, word.split()))
    return re.compile(rf"({spaced})(?![a-z])(\s*(?:so\b)?[\s:.]*)([ivxlc]+(?![a-z])|\d+|[a-z](?![a-z]))?(.*)", re.DOTALL)


def _label(appendix: Appendix, pattern: re.Pattern[str]) -> Iterator[Label]:
    passage = appendix.label
    if passage is None:
        return
    text = passage.text
    found = pattern.match(fold_each(text))
    # a label with a number of several levels (1.2, IIa) belongs to an order of its own
    if found is None or (found[3] and re.match(r"[.\-/]?[\da-z]", found[4])):
        return
    word, between, number, behind = (text[slice(*found.span(i))] for i in range(1, 5))
    behind += passage.paragraph.text[passage.end :].partition("\n")[0]
    if _GOES_ON in fold_each(behind):
        return
    yield Label(appendix, passage, _SPACES.sub(" ", word), between.strip(), number, behind.strip())
