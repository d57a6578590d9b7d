"""What the components of a read document say, in the order of the page: what the wording rules look at."""

from __future__ import annotations

from docgen.checks.rule import Wording
from docgen.reading.layout import Layout


def wordings_of(layout: Layout) -> list[Wording]:
    """Every passage with its component and its printed words."""
    return [Wording(passage.component, passage.text, passage) for passage in layout.passages]
