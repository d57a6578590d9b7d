"""Whole paragraphs of running text in bold or italics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from docgen.checks.rule import Wording, WordingCase

RUNNING = ("body", "list_item")
_SENTENCE_ENDS = (".", ";")
#: so many times longer than a sentence must be a line that ends in a colon: shorter ones are titles
_LEAD_IN = 2
_NOTE = "("


def emphasised(texts: Sequence[Wording], case: WordingCase, how: Literal["bold", "italic"]) -> Iterator[int]:
    """Indexes of sentences of at least ``case.entry.min`` letters all of which are set so; notes in brackets are left alone."""
    least = case.entry.min or 0
    for i, text in enumerate(texts):
        is_set = text.bold if how == "bold" else text.italic
        if (
            is_set
            and text.component in RUNNING
            and len(text.text) >= least
            and (text.text.endswith(_SENTENCE_ENDS) or (text.text.endswith(":") and len(text.text) >= _LEAD_IN * least))
            and text.text[0] != _NOTE
        ):
            yield i
