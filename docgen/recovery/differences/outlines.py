"""Under which numbers a paragraph stands, as people look for it: mục III.2.a, Điều 4.1, Phụ lục II."""

from __future__ import annotations

from docgen.ooxml.content import Paragraph
from docgen.problems import Message, msg
from docgen.reading import Layout, Passage

#: numbered blocks, the outermost first
_LEVELS = ("part_label", "division_label", "section", "article", "clause", "subclause", "point")
_TEXT = frozenset({*_LEVELS, "list_item", "body", "table_title", "table_unit", "table_header", "table_cell", "caption"})


def find_outline(layout: Layout) -> dict[Paragraph, str | Message]:
    """For each paragraph of a text the numbers that it stands under, its own among them; none where it stands under none."""
    found: dict[Paragraph, str | Message] = {}
    above: list[tuple[int, str]] = []
    appendix: int | None = None
    for passage in layout.passages:
        if passage.appendix != appendix:
            appendix = passage.appendix
            above.clear()
        if passage.component in _LEVELS and passage.numeral is not None:
            level = _LEVELS.index(passage.component)
            above = [one for one in above if one[0] < level]
            above.append((level, passage.numeral.written.rstrip(" .:)")))
        if passage.component in _TEXT and (said := _say(above, _label(layout, passage))):
            found.setdefault(passage.paragraph, said)
    return found


def _label(layout: Layout, passage: Passage) -> str:
    """The label of the appendix that a passage stands in; empty in the document itself."""
    if passage.appendix is None:
        return ""
    label = layout.appendices[passage.appendix].label
    return "" if label is None else " ".join(label.text.split())


def _say(above: list[tuple[int, str]], label: str) -> str | Message:
    numbers: list[str] = []
    for _, number in above:
        if numbers and number.startswith(f"{numbers[-1]}."):
            # 1.1 says the number above it as well
            numbers.pop()
        numbers.append(number)
    joined = ".".join(numbers)
    if label:
        return f"{label}, {joined}" if joined else label
    # Điều 4, Chương I begin with their own word
    return joined if " " in joined or not joined else msg("section {numbers}", numbers=joined)
