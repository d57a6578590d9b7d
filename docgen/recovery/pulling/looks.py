"""How a paragraph of a file is set otherwise than docgen sets it: every difference that a comparison names, in its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docgen.ooxml.measures import attribute
from docgen.ooxml.properties import LOCAL
from docgen.problems import Message, msg
from docgen.recovery.differences.drawn import Pictures, say_change
from docgen.recovery.differences.effects import Effects
from docgen.recovery.differences.look_words import say_value
from docgen.recovery.differences.looks import LABELS, letter_values
from docgen.recovery.differences.model import Difference, Kind
from docgen.recovery.differences.paragraphs import ParagraphComparer, find_scope
from docgen.recovery.differences.words import compare_words
from docgen.recovery.pulling.lines import fold_line, lead_kind
from docgen.recovery.pulling.links import list_links
from docgen.recovery.texts import BLANKS

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph, Story
    from docgen.ooxml.opening import Package

#: emphasis is text of the spec, and compared as such
_EMPHASIS = frozenset({"bold", "italic"})
#: what docgen computes from the words of a document, or sets by the place where a paragraph stands
_COMPUTED = frozenset(
    (
        *("left", "right", "first_line", "before", "after", "size", "keep_next", "keep_lines", "page_break_before"),
        *("widow_control", "length", "x"),
    )
)
#: what letters are marked with
_MARKING = frozenset(
    ("underline", "color", "strike", "vertical", "highlight", "shading", "vanish", "bdr", "em", "page_break")
)


class Looks:
    """Compares paragraphs of a file with those of the Word file that docgen makes of a spec."""

    def __init__(self, made: Package, printed: Story, file: Package, story: Story) -> None:
        self.effects = Effects(made), Effects(file)
        self.scope = find_scope(made, file, printed, story, self.effects)
        pictures = Pictures(made), Pictures(file)
        self._file = file
        self._comparer = ParagraphComparer(self.scope, pictures, self.effects, kept_only=True)

    def describe_new(self, ours: Paragraph, theirs: Paragraph) -> Message | None:
        """What stands in a new paragraph besides words, and letters that are marked in it; the rest of its looks docgen decides.

        ``ours``: the same words as docgen prints them.
        """
        found = [_say(one) for one in self._comparer.compare(ours, theirs) if _is_look(one) and _is_marking(one)]
        return _join([*found, *_list_signs(ours, theirs, True), *list_links(theirs, self._file)])

    def describe(self, ours: Paragraph, theirs: Paragraph, *, computed: bool = False) -> Message | None:
        """All differences in looks between two paragraphs, ``None`` without one; ``computed``: what docgen computes from the
        words does not count, and neither does, in tables, the alignment, which depends on the other cells of the column."""
        skipped = _EMPHASIS | (_COMPUTED if computed else frozenset())
        if computed and ours.cell is not None:
            skipped |= {"align"}
        found = [_say(one) for one in self._comparer.compare(ours, theirs) if _is_look(one) and one.aspect not in skipped]
        found += _list_signs(ours, theirs, computed)
        found += _list_new_letters(ours, theirs, skipped)
        return _join([*found, *list_links(theirs, self._file)])


def _join(found: Sequence[Message]) -> Message | None:
    told: Message | None = None
    for what in {str(one): one for one in found}.values():
        told = what if told is None else msg("{first}; {second}", first=told, second=what)
    return told


def _is_marking(one: Difference) -> bool:
    """Whether somebody set it for its own sake: paragraphs that are pasted bring fonts, sizes and distances with them."""
    return one.kind is not Kind.FORMAT or one.aspect in _MARKING


def _is_look(one: Difference) -> bool:
    # a number is looked at below: docgen types its numbers
    return one.kind is not Kind.NUMBERING and not (one.kind is Kind.TEXT and one.aspect == "text")


def _say(one: Difference) -> Message:
    if one.aspect == "fields" and one.after:
        return msg("a field that Word fills in ({field})", field=one.after)
    return one.what


def _list_signs(ours: Paragraph, theirs: Paragraph, computed: bool) -> Iterator[Message]:
    """Signs that texts of a spec do not have, automatic numbers, and the other side of a table's edge."""
    if _is_numbered(theirs) and not _is_numbered(ours):
        counted = f"{theirs.numbering} {theirs.text}" if theirs.numbering else ""
        if fold_line(counted) != fold_line(ours.text) or lead_kind(counted) != lead_kind(ours.text):
            yield msg("automatic numbering")
    # where docgen breaks the lines of a long name depends on its words
    same = not computed and fold_line(ours.text) == fold_line(theirs.text)
    for sign, name in (("\n", msg("a line break")), ("\t", msg("a tab"))):
        was, now = ours.text.count(sign), theirs.text.count(sign)
        if was < now or (same and was != now):
            yield name
    if (ours.cell is None) != (theirs.cell is None):
        yield msg("it stands in a table now") if ours.cell is None else msg("it stands in a table no longer")
    largest = max((run.format.size for run in theirs.runs), default=theirs.mark.size)
    if theirs.text.strip(BLANKS) and theirs.mark.size > max(largest, ours.mark.size):
        # it makes the last line higher
        change = say_change(LABELS["size"], f"{ours.mark.size:g} pt", f"{theirs.mark.size:g} pt")
        yield msg("paragraph mark, {change}", change=change)


def _is_numbered(paragraph: Paragraph) -> bool:
    if paragraph.numbering:
        return True
    numbers = paragraph.element.iterfind("{*}pPr/{*}numPr/*")
    return any(LOCAL[str(one.tag)] == "numId" and attribute(one, "val") != "0" for one in numbers)


def _list_new_letters(ours: Paragraph, theirs: Paragraph, skipped: frozenset[str]) -> Iterator[Message]:
    """Words typed or put in that look as none of the paragraph did; those typed in their midst look like their neighbours."""
    if ours.text == theirs.text or not ours.runs:
        return
    held: dict[str, list[object]] = {}
    for run in ours.runs:
        for name, value in letter_values(run.format).items():
            held.setdefault(name, []).append(value)
    for one in compare_words(ours.text, theirs.text):
        for run in () if one.same else theirs.runs:
            low, high = max(run.start, one.new_start), min(run.end, one.new_end)
            if not theirs.text[low:high].strip(BLANKS):
                continue
            for name, value in letter_values(run.format).items():
                if value not in held[name] and name not in skipped:
                    first = letter_values(ours.runs[0].format)[name]
                    yield say_change(LABELS[name], say_value(name, first), say_value(name, value))
