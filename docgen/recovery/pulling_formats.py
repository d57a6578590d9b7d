"""Formatting that somebody changed in Word: named, because a spec says what stands in a document and not how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.problems import Message, msg
from docgen.recovery.pulling_edits import SpecState
from docgen.recovery.pulling_lines import Line, fold_line
from docgen.recovery.pulling_model import Compared, Standing, Turn
from docgen.recovery.pulling_said import Change, Kind
from docgen.recovery.texts import BLANKS
from docgen.rendering import render
from docgen.templating import load_template

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph, Section, Story
    from docgen.spec import LoadedSpec

_SIDES = {"left": msg("left"), "right": msg("right"), "center": msg("centred"), "both": msg("justified")}
_TWIPS_PER_PT = 20


def find_formats(compared: Compared, base: LoadedSpec, state: SpecState, story: Story, *, same_spec: bool) -> list[Change]:
    """Paragraphs of the file that are set otherwise than docgen sets them.

    ``base``: what the spec said before the edits came in, whose lines ``compared`` has. Where docgen computes indents and sizes
    from the words, they are compared only if words and spec (``same_spec``) are still the same.
    """
    state.load()
    first = _print(base)
    ours = _with_words(first)
    printed = [i for i, line in enumerate(compared.lines) if line.plain]
    by_line = dict(zip(printed, ours, strict=True)) if len(printed) == len(ours) else {}
    by_words: dict[str, list[tuple[Paragraph, Line | None]]] = {}
    prints, lines = _with_words(_print(state.loaded)), [line for line in state.lines if line.plain]
    for n, paragraph in enumerate(prints):
        line = lines[n] if len(lines) == len(prints) else None
        by_words.setdefault(fold_line(paragraph.text), []).append((paragraph, line))
    changes = []
    # of words that both sides changed it is told as such how they are set off
    open_ones = {one.standing.at for one in compared.turned if one.turn is Turn.CONFLICT and one.standing is not None}
    for standing in compared.standings:
        if not standing.anchored and not standing.own:
            # how a new paragraph looks docgen decides
            continue
        same = by_words.get(fold_line(standing.text))
        now, line = same.pop(0) if same else (None, None)
        before = by_line.get(-1 if standing.line is None else standing.line) or now
        if before is None:
            continue
        computed = not same_spec or fold_line(before.text) != fold_line(standing.text)
        words = describe(before, standing.paragraph, computed=computed)
        as_before = _letters(before) == _letters(standing.paragraph) or standing.at in open_ones
        if words is None and now is not None and not as_before and not _are_set_alike(now, standing.paragraph, line):
            words = msg("bold or italics")
        if words is not None:
            changes.append(_change(standing, words, state))
    made, held = first.sections, story.sections
    if len(made) != len(held) or any(_page(a) != _page(b) for a, b in zip(made, held, strict=True)):
        changes.append(Change(Kind.OTHER, "", "", state.place(""), False, msg("The page or its margins were changed.")))
    return changes


def _print(loaded: LoadedSpec) -> Story:
    template = load_template(loaded.standard, loaded.template)
    return read_story(open_package(render(loaded.document, loaded.standard, template=template)))


def _page(section: Section) -> tuple[int, ...]:
    margins = section.margins
    return (section.width, section.height, margins.top, margins.bottom, margins.left, margins.right)


def describe(ours: Paragraph, theirs: Paragraph, *, computed: bool = False) -> Message | None:
    """The first difference in looks between two paragraphs, ``None`` without one; ``computed``: indents and sizes
    do not count."""
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
        if not computed and abs(was - now) > 1:
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
        if computed and name == "size":
            continue
        if was_all != now_all:
            was_words = ", ".join(f"{value:g}{unit}" if isinstance(value, float) else str(value) for value in was_all)
            now_words = ", ".join(f"{value:g}{unit}" if isinstance(value, float) else str(value) for value in now_all)
            return _of(words, was_words, now_words)
    if (ours.notes, len(ours.shapes), ours.fields) != (theirs.notes, len(theirs.shapes), theirs.fields):
        return msg("a note, a picture or a field")
    if ours.page_break != theirs.page_break or a.page_break_before != b.page_break_before:
        return msg("a page break")
    return None


def _with_words(story: Story) -> list[Paragraph]:
    return [paragraph for paragraph in story.paragraphs if paragraph.text.strip(BLANKS)]


def _are_set_alike(now: Paragraph, theirs: Paragraph, line: Line | None) -> bool:
    """Whether the same letters are bold and in italics; of other letters nothing is said.

    Who emphasises a whole paragraph in Word emphasises its dash or number with it: beside emphasised words, docgen's own ones
    in ``line`` do not count.
    """
    a, b = _letters(now), _letters(theirs)
    if a == b or [c for c, _, _ in a] != [c for c, _, _ in b]:
        return True
    pieces = [piece for piece in line.pieces for c in piece.plain if not c.isspace()] if line else []
    if len(pieces) != len(a) or any(x != y for x, y, piece in zip(a, b, pieces, strict=True) if piece.origin):
        return False
    return any(piece.origin and (bold, italic) != piece.look for (_, bold, italic), piece in zip(b, pieces, strict=True))


def _letters(paragraph: Paragraph) -> list[tuple[str, bool, bool]]:
    found = [(c, run.format.bold, run.format.italic) for run in paragraph.runs for c in paragraph.text[run.start : run.end]]
    return [letter for letter in found if not letter[0].isspace()]


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
