"""The two columns at the top of page 1: which names break where, how wide the columns are, which set of sizes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.document.model import Document
from docgen.document.text import Span, Text, literal
from docgen.metrics import balance, break_name, text_width
from docgen.ooxml.units import PT_PER_MM
from docgen.rendering.blocks import AnyBlock, Block, RuleBlock, Segment, segment, words
from docgen.rendering.phrases import date_words, number_segments
from docgen.rendering.rules import can_satisfy, rule_length
from docgen.standards import Component, Standard
from docgen.vietnamese import upper

#: room (pt) that a column gets beyond its longest line, so that rounding never breaks it
SLACK = 2.0
#: a name of more lines than this calls for the smaller set of sizes
WANTED_LINES = 2


@dataclass(slots=True)
class HeadRow:
    """The blocks of one row, column by column."""

    left: list[AnyBlock]
    right: list[AnyBlock]


@dataclass(slots=True)
class Head:
    """Column widths (pt) and rows."""

    left_width: float
    right_width: float
    rows: list[HeadRow]


@dataclass(slots=True)
class _Columns:
    """One way to set the head: the sizes, the columns and the broken names."""

    sizes: dict[str, float]
    left: float
    right: float
    names: dict[str, list[Segment]]

    @property
    def worst(self) -> int:
        return max((len(_lines(s)) for s in self.names.values()), default=0)


def lay_out_head(document: Document, standard: Standard, width: float) -> Head:
    """The head of ``document`` in a text area ``width`` pt wide.

    Names break at sense boundaries or where the spec breaks them, at their normal size; the smaller set serves only to save a third
    line, and then for the whole head (PL I, P.I, V, note).
    """
    columns = _columns(document, standard, width, {})
    smaller = standard.head.smaller_set
    if smaller and columns.worst > WANTED_LINES:
        sizes = dict(zip(standard.head.set_of, smaller.use, strict=True))
        for name in ("parent", "issuer"):
            size = standard.components[name].size
            sizes[name] = size.use if size.min is None else size.min
        shrunk = _columns(document, standard, width, sizes)
        if shrunk.worst <= WANTED_LINES:
            columns = shrunk
    rows = []
    for i, order in enumerate(standard.order):
        gap = standard.head.row_gap.use if i else None
        left = _stack(document, standard, columns, order.left, columns.left - standard.head.gutter.use * PT_PER_MM, gap)
        right = _stack(document, standard, columns, order.right, columns.right, gap)
        rows.append(HeadRow(left, right))
    return Head(columns.left, columns.right, rows)


def _columns(document: Document, standard: Standard, width: float, sizes: dict[str, float]) -> _Columns:
    """The columns for one set of sizes: the right one as wide as the rule set wants, narrower or wider where the words need it."""
    gutter = standard.head.gutter.use * PT_PER_MM
    most = width - gutter - standard.head.left_min.use * PT_PER_MM
    needed = SLACK + max(
        _width(standard, name, plain, sizes)
        for row in standard.order
        for name in row.right
        for plain in ["".join(s.plain for s in _own_segments(document, standard, name))]
    )
    # a place and date too long for one line breaks in its column rather than push the names off the page
    needed = min(needed, most)
    wanted = max(standard.head.right.use * PT_PER_MM, needed)
    choices = [
        _Columns(sizes, width - right, right, _names(document, standard, width - right - gutter, sizes)) for right in (wanted, needed)
    ]
    roomy, narrow = choices
    return narrow if narrow.worst < roomy.worst else roomy


def _names(document: Document, standard: Standard, room: float, sizes: dict[str, float]) -> dict[str, list[Segment]]:
    return {
        "parent": _broken(standard, "parent", document.issuer.parent, room, sizes),
        "issuer": _broken(standard, "issuer", document.issuer.name, room, sizes),
    }


def _broken(standard: Standard, name: str, given: Sequence[Text], room: float, sizes: dict[str, float]) -> list[Segment]:
    """One segment a given text; where a text needs several lines, its run holds line ends.

    A line keeps its space before the line end: who reads the words without the breaks still reads them whole.
    """
    found = []
    for text in given:
        plain = upper(text.plain)
        lines = [plain]
        if _width(standard, name, plain, sizes) > room - SLACK:
            lines = break_name(
                plain,
                standard.head.breaks.use,
                lambda line: _width(standard, name, line, sizes) <= room - SLACK,
                lambda line: _width(standard, name, line, sizes),
                standard.head.joints.use,
                standard.head.unbroken.use,
            )
        found.append(Segment((Span(" \n".join(lines)),), text.origin))
    return found


def _lines(segments: Sequence[Segment]) -> list[str]:
    return [line.strip() for s in segments for line in s.plain.split("\n")]


def _width(standard: Standard, name: str, plain: str, sizes: dict[str, float]) -> float:
    component = standard.components[name]
    return text_width(plain, sizes.get(name, component.size.use), component.bold.use, component.italic.use)


def _own_segments(document: Document, standard: Standard, name: str) -> list[Segment]:
    """The words of a component of the head that is not a name; nothing where the document has it not."""
    component = standard.components[name]
    if name == "number":
        return number_segments(standard, document)
    if name == "place_date":
        date = date_words(standard, document.date)
        before, _, after = standard.date.place_pattern.partition("{place}")
        found = [words(before), segment(document.place), words(after.format(date=date))]
        return [s for s in found if s.plain]
    if name == "abstract_dispatch":
        return _dispatch_abstract(document, standard, component)
    if name == "draft_mark":
        return _draft_mark(document, component)
    return [words(component.text.use)] if component.text else []


def _dispatch_abstract(document: Document, standard: Standard, component: Component) -> list[Segment]:
    if not standard.types[document.type].dispatch or not document.title:
        return []
    prefix = component.prefix.use if component.prefix else ""
    own = segment(document.title)
    return [own] if not prefix or own.plain.casefold().startswith(prefix.strip().casefold()) else [words(prefix), own]


def _draft_mark(document: Document, component: Component) -> list[Segment]:
    if document.draft is None:
        return []
    if document.draft.number is None:
        return [words(component.plain_text.use)] if component.plain_text else []
    assert component.text is not None
    number = literal(str(document.draft.number), document.draft.origin)
    before, _, after = component.text.use.partition("{number}")
    return [s for s in (words(before), segment(number), words(after)) if s.plain]


def _stack(
    document: Document, standard: Standard, columns: _Columns, names: Sequence[str], room: float, gap: float | None
) -> list[AnyBlock]:
    """The blocks of one column of a row, with their drawn lines."""
    blocks: list[AnyBlock] = []
    for name in names:
        component = standard.components[name]
        named = name in columns.names
        segments = columns.names[name] if named else _own_segments(document, standard, name)
        if not segments:
            continue
        paragraphs = [[s] for s in segments] if named else [segments]
        for one in paragraphs:
            first = gap if not blocks else None
            blocks.append(Block(name, one, size=columns.sizes.get(name), before=first))
        if name == "abstract_dispatch":
            blocks[-1] = _balanced(standard, name, segments, room)
        if component.rule:
            lines = _lines(segments) if named else ["".join(s.plain for s in segments)]
            widths = [_width(standard, name, line, columns.sizes) for line in lines]
            blocks.append(RuleBlock(rule_length(widths, component.rule), keep_next=False))
    return blocks or [Block(names[0] if names else "body", [])]


def _balanced(standard: Standard, name: str, segments: list[Segment], room: float) -> Block:
    component = standard.components[name]
    plain = "".join(s.plain for s in segments)
    _, measure = balance(plain, component.size.use, room - SLACK, component.bold.use, component.italic.use)
    side = max(0.0, (room - measure) / 2)
    return Block(name, segments, indents=(side, side, 0.0))


def balanced_title(standard: Standard, name: str, segments: list[Segment], width: float) -> tuple[Block, list[float]]:
    """A centred title whose lines are about equally long, and the widths of these lines (pt).

    Where the component carries a drawn line, lines are preferred for which one length satisfies the clause.
    """
    component = standard.components[name]
    plain = "".join(s.plain for s in segments)
    look = (component.size.use, component.bold.use, component.italic.use)

    def accept(widths: Sequence[float]) -> bool:
        return can_satisfy(widths, component.rule)

    most = width * standard.drawing.title_share.use
    lines, measure = balance(plain, look[0], most, look[1], look[2], accept=accept)
    side = max(0.0, (width - measure) / 2) if len(lines) > 1 else 0.0
    return Block(name, segments, indents=(side, side, 0.0) if side else None), [text_width(line, *look) for line in lines]
