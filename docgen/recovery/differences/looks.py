"""How letters and paragraphs differ in looks, in words for people: ``14 pt → 12 pt``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.ooxml.content import Paragraph, ParagraphFormat, Run, RunFormat
from docgen.problems import Message, msg
from docgen.recovery.differences.look_words import Value, say_value
from docgen.recovery.differences.words import Stretch

LABELS = {
    "font": msg("font"),
    "size": msg("size"),
    "bold": msg("bold type"),
    "italic": msg("italic type"),
    "underline": msg("underline"),
    "color": msg("colour"),
    "caps": msg("capitals"),
    "small_caps": msg("small capitals"),
    "strike": msg("strike-through"),
    "vertical": msg("raised or lowered letters"),
    "spacing": msg("space between letters"),
    "position": msg("height of letters"),
    "highlight": msg("highlighting"),
    "shading": msg("shading"),
    "align": msg("alignment"),
    "left": msg("left indent"),
    "right": msg("right indent"),
    "first_line": msg("first-line indent"),
    "before": msg("space before"),
    "after": msg("space after"),
    "contextual": msg("no space between paragraphs of one style"),
    "line": msg("line spacing"),
    "keep_next": msg("keep with next"),
    "keep_lines": msg("keep lines together"),
    "page_break_before": msg("page break before"),
    "widow_control": msg("widow control"),
    "outline": msg("outline level"),
    "top_border": msg("line above"),
    "bottom_border": msg("line below"),
    "tabs": msg("tab stops"),
}
"""What people call each property of letters and paragraphs."""

_LETTERS = (
    *("font", "size", "bold", "italic", "underline", "color", "caps", "small_caps", "strike", "vertical", "spacing"),
    *("position", "highlight", "shading"),
)
_PARAGRAPH = (
    *("align", "left", "right", "first_line", "before", "after", "contextual", "line", "keep_next", "keep_lines"),
    *("page_break_before", "widow_control", "outline", "top_border", "bottom_border", "tabs"),
)


class LookChange(NamedTuple):
    """A property that differs, its values in words, and the letters concerned of the new paragraph; ``spans`` empty: all.

    ``marks``: not letters but the paragraph's mark.
    """

    property: str
    before: str | Message
    after: str | Message
    spans: tuple[tuple[int, int], ...] = ()
    marks: bool = False


def letter_values(look: RunFormat) -> dict[str, Value]:
    """The properties of letters that print."""
    values: dict[str, Value] = {name: (getattr(look, name),) for name in _LETTERS}
    values["font"] = (look.font, look.high_font)
    return values


def paragraph_values(form: ParagraphFormat) -> dict[str, Value]:
    """The properties of a paragraph that print, and those that decide where pages end."""
    values: dict[str, Value] = {name: (getattr(form, name),) for name in _PARAGRAPH}
    values["line"] = (form.line, form.line_rule)
    values["before"], values["after"] = (form.before, form.before_auto), (form.after, form.after_auto)
    return values


def differing_letters(old: RunFormat, new: RunFormat) -> list[str]:
    """The names of the properties in which letters differ."""
    ours, theirs = letter_values(old), letter_values(new)
    return [name for name in ours if ours[name] != theirs[name]]


def differing_paragraph(old: ParagraphFormat, new: ParagraphFormat) -> list[str]:
    """The names of the properties in which paragraphs differ."""
    ours, theirs = paragraph_values(old), paragraph_values(new)
    return [name for name in ours if ours[name] != theirs[name]]


def compare_paragraph_looks(old: Paragraph, new: Paragraph) -> Iterator[LookChange]:
    """Properties of the paragraph as a whole that differ."""
    if old.format is new.format:
        return
    ours, theirs = paragraph_values(old.format), paragraph_values(new.format)
    for name, value in ours.items():
        if value != theirs[name]:
            yield LookChange(name, say_value(name, value), say_value(name, theirs[name]))


class LetterLooks:
    """Compares looks of letters of two documents; each pair of formats is compared once."""

    def __init__(self) -> None:
        # the formats are kept, so that no other one gets their identity
        self._known: dict[tuple[RunFormat, RunFormat], list[str]] = {}

    def differing(self, old: RunFormat, new: RunFormat) -> list[str]:
        """The names of the properties that differ."""
        key = old, new
        if key not in self._known:
            self._known[key] = differing_letters(old, new)
        return self._known[key]

    def spans(self, old: Paragraph, new: Paragraph, stretches: list[Stretch]) -> Iterator[tuple[int, int, RunFormat, RunFormat]]:
        """Letters of the new paragraph that are set in another way: start, end, old look, new look.

        Of replaced words the first letters on both sides are compared.
        """
        ours, theirs = _Cursor(old.runs), _Cursor(new.runs)
        for one in stretches:
            if not one.same:
                if one.old_start < one.old_end and one.new_start < one.new_end:
                    was = ours.at(one.old_start)
                    place = one.new_start
                    while place < one.new_end and was is not None and (now := theirs.at(place)) is not None:
                        end = min(now.end, one.new_end)
                        if self.differing(was.format, now.format):
                            yield place, end, was.format, now.format
                        place = end
                continue
            shift = one.new_start - one.old_start
            place = one.new_start
            while place < one.new_end:
                was, now = ours.at(place - shift), theirs.at(place)
                if was is None or now is None:
                    break
                end = min(was.end + shift, now.end, one.new_end)
                if was.format is not now.format and self.differing(was.format, now.format):
                    yield place, end, was.format, now.format
                place = end

    def compare(self, old: Paragraph, new: Paragraph, stretches: list[Stretch]) -> list[LookChange]:
        """What differs in the letters that both have, property by property; in a paragraph without any, in its mark."""
        found: dict[tuple[str, Value, Value], list[tuple[int, int]]] = {}
        for start, end, was, now in self.spans(old, new, stretches):
            ours, theirs = letter_values(was), letter_values(now)
            for name in self.differing(was, now):
                found.setdefault((name, ours[name], theirs[name]), []).append((start, end))
        changes = [
            LookChange(
                name, say_value(name, before), say_value(name, after), simplify(spans, new.text)
            )
            for (name, before, after), spans in found.items()
        ]
        if new.is_empty or new.numbering or not changes:
            changes += self._compare_marks(old, new, changes)
        return changes

    def _compare_marks(self, old: Paragraph, new: Paragraph, told: list[LookChange]) -> list[LookChange]:
        """What differs in the marks and was not told of the letters: a mark sets the height of an empty line, and the number."""
        seen = {(change.property, str(change.before), str(change.after)) for change in told}
        ours, theirs = letter_values(old.mark), letter_values(new.mark)
        out = []
        for name in self.differing(old.mark, new.mark):
            before, after = say_value(name, ours[name]), say_value(name, theirs[name])
            if (name, str(before), str(after)) not in seen:
                out.append(LookChange(name, before, after, marks=not new.is_empty))
        return out


class _Cursor:
    """The runs of a paragraph, asked for ascending places."""

    def __init__(self, runs: list[Run]) -> None:
        self._runs = runs
        self._next = 0

    def at(self, place: int) -> Run | None:
        while self._next < len(self._runs) and self._runs[self._next].end <= place:
            self._next += 1
        return self._runs[self._next] if self._next < len(self._runs) else None


def simplify(spans: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Spans with only blanks between them as one; nothing for all letters of the paragraph."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and not text[out[-1][1] : start].strip():
            out[-1] = out[-1][0], end
        else:
            out.append((start, end))
    if len(out) == 1 and not text[: out[0][0]].strip() and not text[out[0][1] :].strip():
        return ()
    return tuple(out)
