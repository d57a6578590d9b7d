"""Formatting that somebody changed in Word: named, because a spec says what stands in a document and not how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.ooxml.measures import attribute
from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.problems import Message, msg
from docgen.recovery.pulling_edits import SpecState
from docgen.recovery.pulling_lines import Line, fold_line
from docgen.recovery.pulling_looks import describe_looks
from docgen.recovery.pulling_model import Compared, Standing, Turn
from docgen.recovery.pulling_said import Change, Kind
from docgen.recovery.texts import BLANKS
from docgen.rendering import render
from docgen.templating import load_template

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph, Section, Story, Table
    from docgen.spec import LoadedSpec

#: widths of columns differ by so many twips where a program has only rounded them
_ROUNDED = 40
#: what docgen's bookmarks are called
_OWN = "_dg_"


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
        words = describe_looks(before, standing.paragraph, computed=computed)
        as_before = _letters(before) == _letters(standing.paragraph) or standing.at in open_ones
        if words is None and now is not None and not as_before and not _are_set_alike(now, standing.paragraph, line):
            words = msg("bold or italics")
        if words is not None:
            changes.append(_change(standing, words, state))
    if same_spec:
        # how many docgen sets depends on how the text fits its pages, and how wide columns are on the words in them
        changes += _find_blanks(first, story, compared, state)
    if same_spec and [len(table.grid) for table in first.tables] == [len(table.grid) for table in story.tables]:
        wide = [n for n, (a, b) in enumerate(zip(first.tables, story.tables, strict=True), 1) if not _are_as_wide(a, b)]
        for n in wide:
            reason = msg("The columns of table {table} have another width.", table=n)
            changes.append(Change(Kind.OTHER, "", "", state.place(""), False, reason))
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


def _find_blanks(first: Story, story: Story, compared: Compared, state: SpecState) -> list[Change]:
    """Empty paragraphs beyond those that docgen sets; what is left of a text whose words were taken out is none of them."""
    blank = [paragraph for paragraph in story.paragraphs if _is_blank(paragraph)]
    gone = sum(turned.turn is Turn.GONE for turned in compared.turned)
    extra = len(blank) - sum(_is_blank(paragraph) for paragraph in first.paragraphs) - max(gone, compared.lost)
    if extra <= 0:
        return []
    reason = msg("{count} empty paragraphs added", count=extra)
    return [Change(Kind.OTHER, "", "", state.place(""), False, reason)]


def _is_blank(paragraph: Paragraph) -> bool:
    if paragraph.text.strip(BLANKS) or paragraph.shapes or paragraph.lines:
        return False
    return not any((attribute(mark, "name") or "").startswith(_OWN) for mark in paragraph.element.iter("{*}bookmarkStart"))


def _are_as_wide(ours: Table, theirs: Table) -> bool:
    widths = [*zip(ours.grid, theirs.grid, strict=True)]
    if [len(row) for row in ours.rows] == [len(row) for row in theirs.rows]:
        widths += [(a.width, b.width) for x, y in zip(ours.rows, theirs.rows, strict=True) for a, b in zip(x, y, strict=True)]
    return all(abs(a - b) <= _ROUNDED for a, b in widths)


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


def _change(standing: Standing, words: Message, state: SpecState) -> Change:
    pointer = next((p for p in standing.pointers if p.startswith("/")), "")
    return Change(Kind.FORMAT, standing.text.strip(), "", state.place(pointer), False, words)
