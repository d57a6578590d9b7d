"""Places of differences as people know them: what the paragraph is, where it stands, how it begins."""

from __future__ import annotations

from functools import cached_property

from docgen.ooxml.content import Paragraph, Story
from docgen.ooxml.opening import Package
from docgen.problems import DocgenError, Message, msg
from docgen.reading import Layout, read
from docgen.recovery.differences.model import Spot
from docgen.recovery.differences.outlines import find_outline
from docgen.recovery.differences.spec_lines import SpecLines

_MOST_LETTERS = 80


class Spots:
    """Makes the spots of one document. What its paragraphs are is only looked at once somebody asks."""

    def __init__(self, package: Package, story: Story, spec_lines: SpecLines | None = None) -> None:
        self._package = package
        self._story = story
        self._spec_lines = spec_lines

    def of(self, paragraph: Paragraph, where: Message | None = None, at: int = 0) -> Spot:
        """The place of letter ``at`` of ``paragraph``; ``where`` says more, else its cell or text box does."""
        component, label = self._labels.get(paragraph, ("", ""))
        spec = self._spec_lines.find(paragraph, at, component) if self._spec_lines is not None else None
        outline = self._outline.get(paragraph, "")
        if where is None and (not component or component.startswith("table_")):
            # head and foot stand in tables that nobody sees
            where = place_inside(paragraph)
        return Spot(paragraph.part, paragraph.index, component, label, outline, where, shorten(paragraph.text), spec)

    @cached_property
    def _layouts(self) -> list[Layout]:
        try:
            return read(self._package, story=self._story).documents
        except DocgenError:
            # a document of neither kind still has paragraphs
            return []

    @cached_property
    def _labels(self) -> dict[Paragraph, tuple[str, str | Message]]:
        found: dict[Paragraph, tuple[str, str | Message]] = {}
        for layout in self._layouts:
            for passage in layout.passages:
                component = layout.standard.components.get(passage.component)
                label = component.called or component.label if component else ""
                found.setdefault(passage.paragraph, (passage.component, label))
        return found

    @cached_property
    def _outline(self) -> dict[Paragraph, str | Message]:
        return {paragraph: said for layout in self._layouts for paragraph, said in find_outline(layout).items()}


def place_inside(paragraph: Paragraph) -> Message | None:
    """In which cell or box it stands, counted from 1."""
    if paragraph.shape is not None and not paragraph.frame:
        return msg("in a text box")
    if paragraph.cell is None:
        return None
    cell = paragraph.cell
    return msg("table {table}, row {row}, column {column}", table=cell.table.index + 1, row=cell.row + 1, column=cell.column + 1)


def shorten(text: str) -> str:
    """The words on one line, cut where they are many."""
    text = " ".join(text.split())
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1].rstrip()}…"
