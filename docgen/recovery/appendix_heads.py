"""Labels and reference lines of appendices that docgen writes in other words than the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docgen.problems import Message, msg
from docgen.reading import Layout
from docgen.recovery.coverage import words_in
from docgen.rendering.printed import Printed

#: words of a date that is not written with strokes
_DATE = frozenset({"ngày", "tháng", "năm"})


class OtherHead(NamedTuple):
    """What is said of a line above appendix ``appendix`` (from 0), and the index of its paragraph in the file."""

    what: Message
    appendix: int
    paragraph: int


def find_other_heads(layout: Layout, printed: Sequence[Printed]) -> Iterator[OtherHead]:
    """The labels and references of ``layout`` for which its document prints other words, numbers or no number."""
    for component in ("appendix_label", "appendix_reference"):
        new = [one.text for one in printed if one.component == component]
        for i in range(min(len(new), len(layout.appendices))):
            old = [passage for passage in layout.appendices[i].passages if passage.component == component]
            words = " ".join(" ".join(passage.text.split()) for passage in old)
            if old and _compared(words) != _compared(new[i]):
                what = msg("docgen writes this line itself: {new}. In the file it was: {old}", new=new[i], old=words)
                yield OtherHead(what, i, old[0].paragraph.index)


def _compared(words: str) -> list[str]:
    """The words of a line but for those by which only the forms of a date differ."""
    return [word for word in words_in(words) if word not in _DATE]
