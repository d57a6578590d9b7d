"""What the components of a read document say, in the order of the page: what the wording rules look at."""

from __future__ import annotations

from docgen.checks.property_letters import is_bold, is_italic
from docgen.checks.rule import Wording
from docgen.ooxml.content import RunFormat
from docgen.reading.layout import Layout, Passage
from docgen.standards.names import LEVELS


def wordings_of(layout: Layout) -> list[Wording]:
    """Every passage with its component and its printed words."""
    return [_wording(passage) for passage in layout.passages]


def _wording(passage: Passage) -> Wording:
    component = passage.component
    if component in LEVELS and passage.numeral is not None and not passage.titled:
        component = "body"
    if component not in ("body", "list_item"):
        return Wording(component, passage.text, passage)
    titled = passage.component == "article" and _opens_bold(passage)
    return Wording(component, passage.text, passage, *_emphasis(passage), titled)


def _opens_bold(passage: Passage) -> bool:
    """Whether the words behind the number begin in bold, as a title on the line of its text does."""
    runs = passage.paragraph.runs_in(passage.words_start, passage.end)
    return bool(runs) and is_bold(runs[0].format)


def _emphasis(passage: Passage) -> tuple[bool, bool]:
    """Whether all letters are bold, and whether all are in italics."""
    runs = passage.paragraph.runs
    # most text is upright: its first letters already say so
    if runs and not _stands_out(runs[0].format) and not passage.start:
        return False, False
    looks = {run.format for run in passage.runs}
    return bool(looks) and all(map(is_bold, looks)), bool(looks) and all(map(is_italic, looks))


def _stands_out(look: RunFormat) -> bool:
    return is_bold(look) or is_italic(look)
