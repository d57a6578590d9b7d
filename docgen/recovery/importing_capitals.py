"""Letters that Word shows as capitals, whatever was typed, become capitals."""

from __future__ import annotations

from docgen.reading import Layout
from docgen.vietnamese import upper


def set_capitals(layout: Layout) -> None:
    """Write capitals into the paragraphs of ``layout`` where it prints them; what docgen prints in capitals anyway stays typed."""
    components = layout.standard.components
    for passage in layout.passages:
        own = components.get(passage.component)
        if own is not None and own.in_capitals:
            continue
        paragraph = passage.paragraph
        for run in paragraph.runs:
            if run.format.caps:
                start, end = max(run.start, passage.start), min(run.end, passage.end)
                words = "".join(map(_capital, paragraph.text[start:end]))
                if start < end and words != paragraph.text[start:end]:
                    paragraph.text = paragraph.text[:start] + words + paragraph.text[end:]


def _capital(letter: str) -> str:
    """The capital of ``letter``; places in a text stay right only where it is one letter."""
    found = upper(letter)
    return found if len(found) == 1 else letter
