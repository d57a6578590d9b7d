"""Formatting that somebody changed in Word: named, because a spec says what stands in a document and not how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.problems import Message, msg
from docgen.recovery.pulling_edits import SpecState
from docgen.recovery.pulling_lines import fold_line
from docgen.recovery.pulling_pairs import Compared, Standing
from docgen.recovery.pulling_said import Change, Kind
from docgen.recovery.texts import BLANKS
from docgen.rendering import render
from docgen.templating import load_template

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph, Story

_SIDES = {"left": msg("left"), "right": msg("right"), "center": msg("centred"), "both": msg("justified")}
_TWIPS_PER_PT = 20


def find_formats(compared: Compared, state: SpecState, story: Story) -> list[Change]:
    """Paragraphs of the file that are set otherwise than the spec as it is now prints them."""
    del story
    state.load()
    template = load_template(state.standard, state.template)
    made = read_story(open_package(render(state.document, state.standard, template=template)))
    ours = [p for p in made.paragraphs if p.text.strip(BLANKS)]
    by_words: dict[str, list[Paragraph]] = {}
    for paragraph in ours:
        by_words.setdefault(fold_line(paragraph.text), []).append(paragraph)
    changes = []
    for standing in compared.standings:
        same = by_words.get(fold_line(standing.text))
        if same and (words := describe(same.pop(0), standing.paragraph)) is not None:
            changes.append(_change(standing, words, state))
    return changes


def describe(ours: Paragraph, theirs: Paragraph) -> Message | None:
    """The first difference in looks between two paragraphs of the same words, ``None`` without one."""
    a, b = ours.format, theirs.format
    if a.align != b.align:
        return _turn(_SIDES.get(a.align, a.align), _SIDES.get(b.align, b.align))
    for name, words in (
        ("left", msg("left indent")),
        ("right", msg("right indent")),
        ("first_line", msg("first line")),
        ("before", msg("space before")),
        ("after", msg("space after")),
    ):
        was, now = getattr(a, name), getattr(b, name)
        if abs(was - now) > 1:
            return _of(words, f"{was / _TWIPS_PER_PT:g} pt", f"{now / _TWIPS_PER_PT:g} pt")
    if (a.line, a.line_rule) != (b.line, b.line_rule):
        return _of(msg("line spacing"), str(a.line), str(b.line))
    for name, words, unit in (
        ("size", msg("size"), " pt"),
        ("font", msg("font"), ""),
        ("color", msg("colour"), ""),
        ("underline", msg("underline"), ""),
        ("highlight", msg("highlighting"), ""),
        ("vertical", msg("position"), ""),
        ("strike", msg("struck out"), ""),
    ):
        was_all, now_all = _values(ours, name), _values(theirs, name)
        if was_all != now_all:
            was_words = ", ".join(f"{value:g}{unit}" if isinstance(value, float) else str(value) for value in was_all)
            now_words = ", ".join(f"{value:g}{unit}" if isinstance(value, float) else str(value) for value in now_all)
            return _of(words, was_words, now_words)
    return None


def _values(paragraph: Paragraph, name: str) -> list[object]:
    found: list[object] = []
    for run in paragraph.runs:
        value = getattr(run.format, name)
        if paragraph.text[run.start : run.end].strip(BLANKS) and value not in found:
            found.append(value)
    return found


def _of(what: Message, was: str, now: str) -> Message:
    return msg("{what}: {old} → {new}", what=what, old=was, new=now)


def _turn(was: object, now: object) -> Message:
    return msg("{old} → {new}", old=was, new=now)


def _change(standing: Standing, words: Message, state: SpecState) -> Change:
    pointer = next((p for p in standing.pointers if p.startswith("/")), "")
    return Change(Kind.FORMAT, standing.text.strip(), "", state.place(pointer), False, words)
