"""The parts of a document as the lines that print shows: what ``build`` is the inverse of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.document.model import (
    DashList,
    Duty,
    Implementation,
    Paragraph,
    Part,
    Participants,
    Section,
    Table,
    Task,
    TaskGroup,
    Tasks,
)
from docgen.document.text import Span, Text
from docgen.recovery.lines import Kind, Line
from docgen.recovery.tables import printed_table
from docgen.recovery.texts import look_of, mapped, piece, seen
from docgen.rendering.blocks import Block
from docgen.rendering.body import Body
from docgen.standards import Standard
from docgen.vietnamese import capitals


class Flattener:
    """Walks the parts of one text whose numbered levels are ``levels``, outermost first."""

    def __init__(self, standard: Standard, levels: Sequence[str]) -> None:
        self.standard = standard
        self.levels = levels

    def lines(self, parts: Sequence[Part], depth: int = 0) -> Iterator[Line]:
        """The lines of ``parts``, whose numbered blocks are of level ``depth``."""
        for part in parts:
            match part:
                case Paragraph():
                    yield Line(Kind.TEXT, seen(part.text))
                case Table():
                    yield Line(Kind.TABLE, Text(()), table=printed_table(part, self.standard))
                case DashList():
                    yield from self._list(part, 0)
                case Participants():
                    body = Body(self.standard, self.levels, 0)
                    body.participants(part)
                    yield from self._worded(body)
                case Section():
                    yield from self._block(part.title, part.run_in, part.parts, depth)
                case Tasks():
                    for item in part.items:
                        yield from self._task_item(item, depth)
                case Implementation():
                    for duty in part.items:
                        yield from self._duty(duty, depth)

    def _block(self, title: Text | None, run_in: bool, parts: Sequence[Part], depth: int) -> Iterator[Line]:
        """A numbered block: its title on a line of its own, or before the first paragraph, or none."""
        first = parts[0] if parts else None
        if title is not None and not (run_in and isinstance(first, Paragraph)):
            yield self._heading(title.spans, title.origin, depth)
            yield from self.lines(parts, depth + 1)
            return
        spans: tuple[Span, ...] = ()
        if title is not None:
            mark = self.standard.marks["title_run_in"].each.use
            spans = (*_bold(title.spans), Span(f"{mark} "))
        words = first.text.spans if isinstance(first, Paragraph) else ()
        origin = first.text.origin if isinstance(first, Paragraph) else ""
        yield self._numbered((*spans, *words), origin, depth, bool(spans))
        yield from self.lines(parts[1:], depth + 1)

    def _heading(self, spans: Sequence[Span], origin: str, depth: int) -> Line:
        level = self.levels[depth]
        text = Text(tuple(spans), origin)
        if self.standard.components[level].in_capitals:
            text = mapped(text, capitals)
        return Line(Kind.NUMBER, seen(text, look_of(self.standard, level)), level, heading=True)

    def _numbered(self, spans: Sequence[Span], origin: str, depth: int, run_in: bool) -> Line:
        """A number before a paragraph; the number itself is bold before a bold title, and where it is a word (Điều 1.)."""
        level = self.levels[depth]
        bold = self.standard.components[level].bold.use
        worded = self.standard.numbering[level].pattern[:1].isalpha()
        return Line(Kind.NUMBER, seen(Text(tuple(spans), origin)), level, bold=bold and (run_in or worded))

    def _list(self, part: DashList, depth: int) -> Iterator[Line]:
        for item in part.items:
            begun = False
            for inner in item.parts:
                if isinstance(inner, DashList):
                    yield from self._list(inner, depth + 1)
                elif isinstance(inner, Paragraph) and not begun:
                    yield Line(Kind.ITEM, seen(inner.text), depth=depth)
                    begun = True
                else:
                    yield from self.lines([inner], len(self.levels))

    def _task_item(self, item: Task | TaskGroup, depth: int) -> Iterator[Line]:
        if isinstance(item, TaskGroup):
            yield self._heading(item.title.spans, item.title.origin, depth)
            for task in item.items:
                yield from self._task_item(task, depth + 1)
            return
        yield from self._block(item.title, item.run_in, tuple(map(Paragraph, item.text)), depth)
        body = Body(self.standard, self.levels, 0)
        body.task_lines(item)
        yield from self._worded(body)

    def _duty(self, duty: Duty, depth: int) -> Iterator[Line]:
        names: list[Span] = []
        for agency in duty.agencies:
            if names:
                names.append(Span(self.standard.words.join.use, bold=True))
            names += _bold(agency.spans)
        if duty.agencies and duty.text is None:
            yield self._heading(names, duty.agencies[0].origin, depth)
            yield from self.lines(duty.parts, depth + 1)
            return
        words = [] if duty.text is None else [*duty.text.spans]
        between = [Span(" ")] if names else []
        yield self._numbered([*names, *between, *words], duty.text.origin if duty.text else "", depth, False)
        yield from self.lines(duty.parts, depth + 1)

    def _worded(self, body: Body) -> Iterator[Line]:
        """The lines that docgen words itself: some are items by the mark that they begin with."""
        for block in body.blocks:
            assert isinstance(block, Block)
            spans = [
                Span(s.text, s.bold or bool(one.bold), s.italic or bool(one.italic)) for one in block.segments for s in one.spans
            ]
            text = seen(Text(tuple(spans), next((one.origin for one in block.segments if one.origin), "")))
            yield marked_line(text, self.standard)


def marked_line(text: Text, standard: Standard) -> Line:
    """A paragraph that is a list item if it begins with one of the rule set's marks."""
    for depth, mark in enumerate(standard.list_marks.use):
        if text.plain.startswith(f"{mark} "):
            return Line(Kind.ITEM, piece(text, len(mark) + 1), depth=depth)
    return Line(Kind.TEXT, text)


def _bold(spans: Sequence[Span]) -> list[Span]:
    return [Span(span.text, True, span.italic) for span in spans]
