"""The printed lines of a text one by one, before they are put together to a tree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from docgen.document.model import Table
from docgen.document.text import Text
from docgen.recovery.texts import ended, piece
from docgen.standards import Standard


class Kind(Enum):
    """What a line is."""

    TEXT = auto()
    NUMBER = auto()
    ITEM = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or table of a text.

    ``text``: its words behind number or mark, with emphasis beyond the look of its component (of ``level`` for a title, else of
    the text). ``level``: the component of a number; ``heading``: a title stands there alone; ``bold``: the number is bold.
    ``depth``: of a list item, from 0. ``written``, ``value``: the number or mark as it stands, and what it counts.
    """

    kind: Kind
    text: Text
    level: str = ""
    heading: bool = False
    bold: bool = False
    depth: int = 0
    written: str = ""
    value: int | None = None
    table: Table | None = None


def without_end(lines: list[Line], standard: Standard, appendix: bool) -> list[Line]:
    """``lines`` without the end that the rule set puts behind the last of them."""
    form = standard.text_end
    if not lines or (appendix and not form.appendix):
        return lines
    last = lines[-1]
    if last.kind is Kind.TEXT and last.text.plain == form.use:
        return lines[:-1]
    if last.kind is Kind.TABLE or not last.text.plain.endswith(form.use):
        return lines
    kept = 0 if last.heading else len(form.replaces) if form.use.startswith(form.replaces) else 0
    stop = len(last.text.plain) - len(form.use) + kept
    return [*lines[:-1], replace(last, text=piece(last.text, 0, stop))]


def with_end(lines: list[Line], standard: Standard, appendix: bool) -> list[Line]:
    """``lines`` as print shows them but for the end itself: the last sentence has the sign that the end begins with."""
    form = standard.text_end
    if not lines or (appendix and not form.appendix) or lines[-1].kind is Kind.TABLE or lines[-1].heading:
        return lines
    return [*lines[:-1], replace(lines[-1], text=ended(lines[-1].text, form.replaces))]
